import { problem } from '../../problem-kinds.ts';
import { describeDocument, shorten } from './describe-document.ts';
import { documentRule } from './document-rule.ts';

const mostNamed = 3;

/** A name that several files of the evidence folder bear. */
export const evidenceFileAmbiguous = documentRule(
  {
    code: 'evidence-file-ambiguous',
    reason: 'file',
    source: 'Our own judgement: two files must not be taken for one another.',
  },
  ({ evidence, located }) => {
    if (located.kind !== 'ambiguous') return null;
    const { candidates } = located;
    const named = candidates.slice(0, mostNamed).map((path) => `"${path}"`);
    const left = candidates.length - named.length;
    return problem('evidence-file-ambiguous', evidence.cells.location, {
      ...describeDocument(evidence),
      found: shorten(evidence.location),
      candidates: [named.join(', '), ...(left > 0 ? [`${left} lagi`] : [])].join(' dan '),
    });
  },
);
