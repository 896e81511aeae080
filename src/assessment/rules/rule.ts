import type { Instrument } from '../../instrument/instrument.ts';
import type { Problem } from '../../problem.ts';
import type { ParsedSubmission } from '../answers.ts';

/** What a rule sees: one file's answers, and what the assessment as a whole is about. */
export interface RuleContext {
  readonly instrument: Instrument;
  readonly parsed: ParsedSubmission;
}

/** A rule looks at one file and returns what is wrong; pure, and silent when all is well. */
export type Rule = (context: RuleContext) => Problem[];
