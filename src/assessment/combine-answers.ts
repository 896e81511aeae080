import type { Instrument } from '../instrument/instrument.ts';
import type { Answer, ParsedSubmission } from './answers.ts';
import { groupBy } from './group-by.ts';
import type { Decision, MergePolicy } from './merge-policy.ts';
import { type RegionalAnswer, readRegional } from './regional.ts';
import { isStated, type Settlement, settle } from './settle.ts';

/**
 * One level an indicator, from the answers of all files. What a regional workbook holds counts where no workbook of an OPD
 * answers the indicator; beside them only the answers of OPD whose own file is not there, since that one is the original.
 */
export function combineAnswers(
  parsed: readonly ParsedSubmission[],
  instrument: Instrument,
  policy: MergePolicy,
): { answers: Map<string, Answer>; settlements: Map<string, Settlement> } {
  const own = groupBy(
    parsed.filter(isOwn).flatMap((one) => one.answers),
    ({ indicator }) => indicator,
  );
  const regional = parsed.filter((one) => !isOwn(one)).map((one) => readRegional(one, instrument));
  const settlements = new Map<string, Settlement>();
  for (const { id } of instrument.indicators) {
    const first = own.get(id) ?? [];
    const kept = regional.flatMap((file) => file.get(id) ?? []);
    const settled = settleOne(id, first, kept, policy, instrument);
    if (settled) settlements.set(id, settled);
  }
  return { answers: new Map([...settlements].map(([id, one]) => [id, answerOf(one)])), settlements };
}

function isOwn({ submission }: ParsedSubmission): boolean {
  return submission.regional === undefined;
}

function settleOne(
  id: string,
  own: readonly Answer[],
  regional: readonly RegionalAnswer[],
  policy: MergePolicy,
  { scale }: Instrument,
): Settlement | null {
  const [only, ...others] = regional;
  if (only && others.length === 0 && own.length === 0 && !policy.decisions.has(id)) return only.settlement;
  const kept = regional.flatMap(({ candidates }) => candidates);
  const candidates = [...own, ...kept.filter((one) => !own.some((other) => isSame(other, one)))];
  // By OPD: which of two alike carries the level must not hang on whose file is at hand.
  candidates.sort((a, b) => compareText(a.opd ?? '', b.opd ?? ''));
  if (candidates.length === 0 && !policy.decisions.has(id)) return null;
  return settle(id, candidates, withRecorded(id, regional, policy), scale);
}

function compareText(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}

/** Whether the answer in a regional workbook is a copy of one at hand, or of what stood there before. */
function isSame(original: Answer, copy: Answer): boolean {
  if (!isStated(original) || original.opd !== copy.opd) return false;
  return original.opd !== null || original.level === copy.level;
}

/** Without a project, a decision that was written into a regional workbook still stands. */
function withRecorded(id: string, regional: readonly RegionalAnswer[], policy: MergePolicy): MergePolicy {
  if (policy.assigned !== null || policy.decisions.has(id)) return policy;
  const recorded = regional.flatMap(({ settlement }): Decision[] =>
    settlement.decision ? [settlement.decision] : [],
  );
  const [decision] = recorded;
  return decision === undefined
    ? policy
    : { ...policy, decisions: new Map([...policy.decisions, [id, decision]]) };
}

/** The carrier's words and place, with the level that counts. */
function answerOf({ indicator, level, carrier, decision, lead }: Settlement): Answer {
  if (carrier) return { ...carrier, level };
  const at = decision?.at ?? { file: '' };
  return {
    indicator,
    level,
    explanation: decision?.reason ?? '',
    analysis: null,
    note: '',
    opd: lead,
    at,
    explanationAt: at,
    analysisAt: at,
    assessed: null,
    assessedReason: '',
  };
}
