import { Fraction } from 'fraction.js';
import { keyOf, leastMonths, linkSteps } from './chain.ts';
import { type Constraint, constraintOf, measure, type Requirement } from './constraint.ts';
import type { IntegerModel, Row } from './highs.ts';
import { addCapacity, type TimeColumns } from './program-capacity.ts';
import { addDifference } from './program-difference.ts';
import { addConstraintRows } from './program-rows.ts';
import type { Ladder, Plan, Rung } from './rungs.ts';

/** What a plan should have least of; `index`: most of the index. `cost` is that of the rungs. */
export type Objective = 'cost' | 'opd' | 'indicators' | 'index';

export interface Question {
  /** All steps still open. */
  readonly ladders: readonly Ladder[];
  readonly constraints: readonly Constraint[];
  readonly objective: Objective;
  readonly requires: readonly Requirement[];
  /** Lead OPD per indicator; those without count together as one. */
  readonly opdOf: ReadonlyMap<string, string>;
  /** Plans that must not come again; one that only exchanges twins is the same plan. */
  readonly avoid: readonly Plan[];
}

/**
 * The plan as an integer program: how many of each group of twins climb each rung, and where the question asks for
 * it, columns for OPD and for time. All coefficients are whole numbers, scaled from the exact ones.
 */
export interface Program {
  readonly columns: readonly Column[];
  readonly model: Omit<IntegerModel, 'objective'>;
  /** To be minimized, and then the others one after the other. */
  readonly objective: readonly bigint[];
  readonly tieBreaks: readonly (readonly bigint[])[];
  /** Worth of 1 in the objective. */
  readonly unit: Fraction;
  /** For columns of the OPD whose capacity may bind. */
  readonly times: TimeColumns;
}

/** One rung of a group of twins. */
export interface Column {
  /** That of each twin, in the instrument's order; the first ones climb first. */
  readonly rungs: readonly Rung[];
  /** Position of the rung on the twins' ladders; the column before holds the rung below it. */
  readonly position: number;
  /** That of the first twin. */
  readonly rung: Rung;
}

/** The model while it is being built. */
export interface Draft {
  readonly question: Question;
  readonly columns: readonly Column[];
  readonly upper: bigint[];
  readonly rows: Row[];
}

/**
 * Twins are indicators that nothing in the question tells apart: exchanging them changes nothing, so they share
 * columns. This takes the symmetry out of the program and settles the ties between them in the instrument's order.
 */
export function buildProgram(question: Question): Program {
  const ladders = cutLadders(question);
  const columns = listColumns(ladders, question);
  const draft: Draft = {
    question,
    columns,
    upper: columns.map(({ rungs }) => BigInt(rungs.length)),
    rows: [],
  };
  addLadderRows(draft);
  addConstraintRows(draft, ladders);
  const times = addCapacity(draft, ladders);
  for (const plan of question.avoid) addDifference(draft, plan);
  const first = question.objective === 'opd' ? addOpdColumns(draft) : null;
  return { columns, model: { upper: draft.upper, rows: draft.rows }, ...listObjectives(draft, first), times };
}

/** Turns a solution (climbers per column) back into levels. */
export function toPlan({ columns }: Program, climbers: readonly bigint[], ladders: readonly Ladder[]): Plan {
  const reached = new Map<string, number>();
  for (const [index, { rungs }] of columns.entries()) {
    for (const { indicator, to } of rungs.slice(0, Number(climbers[index]))) reached.set(indicator, to);
  }
  const tops = ladders.flat().filter(({ indicator, to }) => reached.get(indicator) === to);
  return new Map(tops.map(({ indicator, to }) => [indicator, to]));
}

/** The largest value of which every given one is a whole multiple; 1 if all are zero. */
export function commonUnit(values: readonly Fraction[]): Fraction {
  const unit = values.reduce((sum, value) => sum.gcd(value), new Fraction(0));
  return unit.equals(0) ? new Fraction(1) : unit;
}

/** Without the steps that frozen indicators or the deadline rule out, and those above them. */
function cutLadders({ ladders, constraints, requires }: Question): Ladder[] {
  const frozen = constraintOf(constraints, 'frozen')?.indicators ?? new Set();
  const open = ladders.filter(([first]) => first && !frozen.has(first.indicator));
  const deadline = constraintOf(constraints, 'deadline');
  if (!deadline) return open;
  const finish = leastMonths(linkSteps(ladders, requires), null);
  const room = deadline.end - deadline.start + 1;
  return open
    .map((ladder) => ladder.filter((rung) => (finish.get(keyOf(rung)) ?? 0) <= room))
    .filter((ladder) => ladder.length > 0);
}

/** The columns of each group of twins side by side, from the lowest rung up. */
function listColumns(ladders: readonly Ladder[], question: Question): Column[] {
  const columns = new Map<string, Column & { readonly rungs: Rung[] }>();
  for (const ladder of ladders) {
    const twins = signatureOf(ladder, question);
    for (const [position, rung] of ladder.entries()) {
      const key = `${position} ${twins}`;
      const column = columns.get(key);
      if (column) column.rungs.push(rung);
      else columns.set(key, { rungs: [rung], position, rung });
    }
  }
  return [...columns.values()];
}

/** Everything in which the question can tell two ladders apart. */
function signatureOf(ladder: Ladder, { constraints, objective, requires, opdOf }: Question): string {
  const id = ladder[0]?.indicator ?? '';
  if (requires.some(({ indicator, needs }) => indicator === id || needs.indicator === id)) return id;
  const budget = constraintOf(constraints, 'budget');
  const isTimed = constraintOf(constraints, 'deadline') && constraintOf(constraints, 'capacity');
  const rungs = ladder.map((rung) => [
    rung.to,
    rung.gain.toFraction(),
    rung.cost.toFraction(),
    budget ? measure(rung, budget.measure, new Fraction(1)).toFraction() : '',
    isTimed ? rung.work?.months : '',
  ]);
  return JSON.stringify([
    rungs,
    objective === 'opd' || isTimed ? (opdOf.get(id) ?? null) : '',
    constraints.map((one) => {
      if (one.kind === 'group') return one.indicators.has(id);
      if (one.kind === 'floor') return one.exempt.has(id);
      return one.kind === 'underway' ? (one.to.get(id) ?? 0) : '';
    }),
  ]);
}

/** No more may stand on a rung than on the one below it. */
function addLadderRows({ columns, rows }: Draft): void {
  for (const [index, { position }] of columns.entries()) {
    if (position === 0) continue;
    const entries = [[index - 1, 1n] as const, [index, -1n] as const];
    rows.push({ entries, low: 0n, high: null });
  }
}

/** A column an OPD, 1 if the plan asks anything of it. */
function addOpdColumns({ question, columns, upper, rows }: Draft): ReadonlySet<number> {
  const used = new Map<string, number>();
  for (const [index, { rungs, position, rung }] of columns.entries()) {
    if (position > 0) continue;
    const opd = question.opdOf.get(rung.indicator) ?? '';
    const column = used.get(opd) ?? upper.push(1n) - 1;
    used.set(opd, column);
    const entries = [[column, BigInt(rungs.length)] as const, [index, -1n] as const];
    rows.push({ entries, low: 0n, high: null });
  }
  return new Set(used.values());
}

/** The question's own, then its tie-breaks; see findPlan. */
function listObjectives(
  { question: { objective }, columns, upper }: Draft,
  opdColumns: ReadonlySet<number> | null,
): Pick<Program, 'objective' | 'tieBreaks' | 'unit'> {
  const vector = (worth: (column: Column) => bigint) =>
    upper.map((_, index) => (columns[index] ? worth(columns[index]) : 0n));
  const gainUnit = commonUnit(columns.map(({ rung }) => rung.gain));
  const costUnit = commonUnit(columns.map(({ rung }) => rung.cost));
  const gains = vector(({ rung }) => -rung.gain.div(gainUnit).n);
  const costs = vector(({ rung }) => rung.cost.div(costUnit).n);
  const steps = vector(() => 1n);
  const climbed = vector(({ rung }) => BigInt(rung.to));
  const one = new Fraction(1);
  switch (objective) {
    case 'cost':
      return {
        objective: costs,
        tieBreaks: [steps, climbed, gains],
        unit: costUnit,
      };
    case 'opd':
      return {
        objective: upper.map((_, index) => (opdColumns?.has(index) ? 1n : 0n)),
        tieBreaks: [steps, climbed, gains],
        unit: one,
      };
    case 'indicators':
      return {
        objective: vector(({ position }) => (position === 0 ? 1n : 0n)),
        tieBreaks: [steps, climbed, gains],
        unit: one,
      };
    case 'index':
      return {
        objective: gains,
        tieBreaks: [costs, steps, climbed],
        unit: gainUnit,
      };
  }
}
