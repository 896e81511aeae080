import type { DraftExplanation } from '../assessment/draft-explanation.ts';
import type { EvidenceNeeds } from '../assessment/evidence-needs.ts';
import type { Assessment } from '../assessment/merge.ts';
import type { DraftDocument } from '../contract/draft.ts';
import { formatIds } from '../instrument/id-list.ts';
import { nameIndicators } from './name-indicators.ts';
import type { Block, Report } from './report.ts';
import { cautionOf, describeSubject, openDocument } from './subject.ts';

export interface Drafted {
  readonly needs: EvidenceNeeds;
  readonly draft: DraftExplanation;
}

/** The drafts of all explanations, to be checked by a person. */
export function reportDrafts(
  assessment: Assessment,
  drafted: readonly Drafted[],
  without: readonly string[],
): Report {
  const named = nameIndicators(assessment.instrument);
  const document: DraftDocument = {
    ...openDocument(assessment),
    drafts: drafted.map(({ needs, draft }) => ({
      indicator: needs.indicator,
      name: named(needs.indicator).name,
      claimed: needs.claimed,
      proven: needs.proven,
      ...draft,
      at: place(assessment, needs),
    })),
    without: [...without],
  };
  return {
    document,
    blocks: [
      {
        kind: 'title',
        text: 'Draf penjelasan',
        subtitle: [describeSubject(assessment), assessment.instrument.name].join(' · '),
      },
      ...cautionOf(assessment.instrument),
      {
        kind: 'paragraph',
        text: 'Disusun dari daftar bukti saja. Periksa setiap kalimat terhadap dokumennya sebelum dipakai.',
        tone: 'caution',
      },
      ...drafted.flatMap(({ needs, draft }): Block[] => [
        { kind: 'section', text: `Indikator ${needs.indicator}: ${named(needs.indicator).name}` },
        ...paragraphs('FAKTA', draft.fact),
        ...paragraphs('ANALISIS', draft.analysis),
        ...paragraphs('JUSTIFIKASI (asesor)', draft.justification),
      ]),
      ...(without.length > 0
        ? [
            {
              kind: 'paragraph' as const,
              text: `Tanpa dokumen yang dihitung, jadi tanpa draf: indikator ${formatIds(without, assessment.instrument.indicators)}.`,
            },
          ]
        : []),
    ],
    records: {
      columns: [
        'indikator',
        'klaim',
        'terbukti',
        'fakta',
        'analisis',
        'justifikasi',
        'berkas',
        'lembar',
        'sel',
      ],
      rows: document.drafts.map((one) => [
        one.indicator,
        one.claimed,
        one.proven,
        one.fact,
        one.analysis,
        one.justification,
        one.at?.file ?? null,
        one.at?.sheet ?? null,
        one.at?.address ?? null,
      ]),
    },
  };
}

/** A heading word, then the lines; those that begin with a number or a hyphen as a list. */
function paragraphs(word: string, text: string): Block[] {
  const [first = '', ...others] = text.split('\n');
  return [
    { kind: 'paragraph', text: word, tone: 'strong' },
    { kind: 'paragraph', text: first },
    ...(others.length > 0
      ? [{ kind: 'list' as const, items: others.map((line) => line.replace(/^(- |\d+\. )/, '')) }]
      : []),
  ];
}

function place({ answers }: Assessment, { indicator }: EvidenceNeeds) {
  const answer = answers.get(indicator);
  return answer ? { ...answer.explanationAt } : null;
}
