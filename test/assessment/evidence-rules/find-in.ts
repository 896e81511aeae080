import { evidenceRules } from '../../../src/assessment/evidence-rules/index.ts';
import { reviewEvidence } from '../../../src/assessment/review.ts';
import { usualSettings } from '../../../src/assessment/rule-settings.ts';
import { formatPlace, type Problem } from '../../../src/problem.ts';
import type { ProblemCode } from '../../../src/problem-kinds.ts';
import { type ContextCase, makeContext } from '../make-context.ts';

/** What one rule finds in such a workbook. */
export async function findIn(code: ProblemCode, one: ContextCase): Promise<Problem[]> {
  const context = await makeContext(one);
  const rules = evidenceRules.filter((rule) => rule.code === code);
  if (rules.length !== 1) throw new Error(`${rules.length} rules ${code}`);
  return reviewEvidence(context, usualSettings, rules).problems.filter((one) => one.code === code);
}

/** `Bukti!D6`, `Penilaian!J6` … where this rule finds something. */
export async function placesOf(code: ProblemCode, one: ContextCase): Promise<string[]> {
  return (await findIn(code, one)).map(({ at }) => formatPlace({ ...at, file: at.sheet ? '' : at.file }));
}
