import { describeDocument } from '../../src/assessment/evidence-rules/describe-document.ts';
import type { EvidenceRule, Finding } from '../../src/assessment/evidence-rules/rule.ts';
import type { LossReason } from '../../src/assessment/loss-reason.ts';
import { reviewEvidence } from '../../src/assessment/review.ts';
import type { RuleSettings } from '../../src/assessment/rule-settings.ts';
import type { EvidenceItem } from '../../src/instrument/criteria-schema.ts';
import { problem } from '../../src/problem-kinds.ts';
import { type ContextCase, makeContext } from './make-context.ts';

export const item = (id: string, kind: EvidenceItem['kind']): EvidenceItem => ({
  id,
  text: id,
  kind,
  required: true,
});

/** What the levels of indicator 12 ask for in these tests; the fourth asks for any document. */
const asked: Readonly<Record<number, readonly EvidenceItem[]>> = {
  2: [item('rencana', 'plan')],
  3: [item('survei', 'survey'), item('notulen', 'minutes'), item('sertifikat', 'certificate')],
  4: [],
};

/** What the rules see where indicator 12 asks for this; level 2 of it is claimed. */
export async function contextOf(one: ContextCase) {
  const context = await makeContext({ answers: [{ indicator: '12', level: '2' }], ...one });
  const usual = context.criteria.byIndicator.get('12');
  if (!usual) throw new Error('No criteria of 12');
  const levels = usual.levels.flatMap((step) => {
    const evidence = asked[step.level];
    return evidence ? [{ ...step, evidence: [...evidence] }] : [];
  });
  return {
    ...context,
    criteria: { ...context.criteria, byIndicator: new Map([['12', { ...usual, levels }]]) },
  };
}

/** A rule that finds an empty file in these rows, whatever they hold. */
export function ruleOn(rows: readonly number[], reason: LossReason | null): EvidenceRule {
  return {
    ...{ code: 'evidence-file-empty', reason, source: 'test' },
    find: ({ documents }) =>
      rows.flatMap((document): Finding[] => {
        const { evidence } = documents[document] ?? {};
        if (!evidence) return [];
        const details = { ...describeDocument(evidence), found: '12.pdf' };
        return [{ problem: problem('evidence-file-empty', evidence.cells.location, details), document }];
      }),
  };
}

interface Setting {
  readonly one?: ContextCase;
  readonly settings?: Partial<RuleSettings>;
  readonly rules?: readonly EvidenceRule[];
}

/** By no rule unless some are given, and without the region's own settings. */
export async function reviewed({ one = {}, settings = {}, rules = [] }: Setting) {
  return reviewEvidence(await contextOf(one), { severities: new Map(), waivers: [], ...settings }, rules);
}
