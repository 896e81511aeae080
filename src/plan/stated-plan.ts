import type { Field } from '../assessment/submission.ts';
import type { Place } from '../problem.ts';

/** An action plan as its workbook tells it: texts with their places, nothing judged yet. */
export interface StatedPlan {
  readonly instrument: string;
  readonly region: string;
  readonly year: number | null;
  /** Exact index, or empty. */
  readonly target: string;
  readonly targetLabel: string;
  /** `1=3 2=2.4`: levels when the plan was made. */
  readonly levels: string;
  /** `12-L3 13-L2`: its steps in order. */
  readonly steps: string;
  /** The sheet of the steps. */
  readonly at: Place;
  readonly rows: readonly StatedRow[];
}

export interface StatedRow {
  readonly id: Field;
  readonly opd: Field;
  readonly end: Field;
  readonly status: Field;
  readonly finished: Field;
  readonly note: Field;
}
