/**
 * spbe as a library: reads workbooks, computes the index exactly, finds the cheapest plan to a target. What this file exports
 * is the public interface and follows semantic versioning; all else may change at any time. Exact values are `Fraction`s of
 * fraction.js; `roundHalfUp` shows them as the Ministry does. Nothing is written, and nothing is fetched.
 */
export type { Fraction } from 'fraction.js';
export type { Answer, Evidence } from './assessment/answers.ts';
export type { ParsedDate } from './assessment/parse-date.ts';
export {
  type GroupScore,
  type IndicatorScore,
  type Levels,
  type NearEdge,
  roundHalfUp,
  type Score,
  score,
} from './assessment/score.ts';
export type { Band, Group, Indicator, Instrument, Scale } from './instrument/instrument.ts';
export { listInstruments, loadInstrument } from './instrument/load.ts';
export { type Gap, type PlanOptions, planTo } from './library/plan-to.ts';
export { type ReadOptions, readWorkbook, type Workbook } from './library/read-workbook.ts';
export type { AspectGap, Baseline, CostOf, Loss, OpdGap, Step } from './plan/gap.ts';
export type { Target } from './plan/target.ts';
export { type Place, type Problem, type Severity, UserError } from './problem.ts';
