import { Fraction } from 'fraction.js';
import { keyOf, type StepKey } from './chain.ts';
import { type Constraint, measure } from './constraint.ts';
import type { Row } from './highs.ts';
import { type Column, commonUnit, type Draft } from './program.ts';
import type { Ladder } from './rungs.ts';

const one = new Fraction(1);

/** The rows of the constraints that are no matter of time, and of the steps that require other indicators. */
export function addConstraintRows(draft: Draft, ladders: readonly Ladder[]): void {
  for (const constraint of draft.question.constraints) addRows(draft, ladders, constraint);
  addRequirements(draft);
}

function addRows(draft: Draft, ladders: readonly Ladder[], constraint: Constraint): void {
  const { columns, rows } = draft;
  switch (constraint.kind) {
    case 'index':
      rows.push(sumRow(columns, ({ rung }) => rung.gain, { atLeast: constraint.needed }));
      break;
    case 'group':
      rows.push(
        sumRow(columns, ({ rung }) => (constraint.indicators.has(rung.indicator) ? rung.gain : zero), {
          atLeast: constraint.needed,
        }),
      );
      break;
    case 'budget':
      rows.push(
        sumRow(columns, ({ rung }) => measure(rung, constraint.measure, one), { atMost: constraint.amount }),
      );
      break;
    case 'floor':
      force(draft, ladders, (id) => (constraint.exempt.has(id) ? null : constraint.level));
      break;
    case 'underway':
      force(draft, ladders, (id) => constraint.to.get(id) ?? null);
      break;
    default:
  }
}

const zero = new Fraction(0);

function sumRow(
  columns: readonly Column[],
  worth: (column: Column) => Fraction,
  { atLeast, atMost }: { atLeast?: Fraction; atMost?: Fraction },
): Row {
  const worths = columns.map(worth);
  const unit = commonUnit(worths);
  return {
    entries: worths.flatMap((value, index) => (value.equals(0) ? [] : [[index, value.div(unit).n] as const])),
    low: atLeast ? signed(atLeast.div(unit).ceil()) : null,
    high: atMost ? signed(atMost.div(unit).floor()) : null,
  };
}

function signed({ s, n }: Fraction): bigint {
  return s * n;
}

/** Every ladder must be climbed to its least level; where the steps up to it are cut off, nothing can be right. */
function force(
  { question, columns, rows }: Draft,
  ladders: readonly Ladder[],
  leastOf: (id: string) => number | null,
): void {
  const tops = new Map(ladders.flat().map(({ indicator, to }) => [indicator, to]));
  const isOutOfReach = question.ladders.flat().some(({ indicator, from }) => {
    const least = leastOf(indicator) ?? 0;
    return from < least && (tops.get(indicator) ?? from) < least;
  });
  if (isOutOfReach) rows.push({ entries: [], low: 1n, high: null });
  for (const [index, { rungs, rung }] of columns.entries()) {
    // Twins have the same least level: it is part of what makes them twins.
    if (rung.from < (leastOf(rung.indicator) ?? 0)) {
      rows.push({ entries: [[index, 1n]], low: BigInt(rungs.length), high: null });
    }
  }
}

/** A step that requires another indicator's level cannot be without it. Both stand in columns of their own. */
function addRequirements({ question, columns, rows, upper }: Draft): void {
  const columnOf = (key: StepKey) => columns.findIndex(({ rung }) => keyOf(rung) === key);
  const open = new Set(question.ladders.flat().map(keyOf));
  for (const { indicator, level, needs } of question.requires) {
    const column = columnOf(keyOf({ indicator, to: level }));
    const key = keyOf({ indicator: needs.indicator, to: needs.level });
    // What today's levels meet is no step.
    if (column === -1 || !open.has(key)) continue;
    const needed = columnOf(key);
    if (needed === -1) upper[column] = 0n;
    else
      rows.push({
        entries: [
          [needed, 1n],
          [column, -1n],
        ],
        low: 0n,
        high: null,
      });
  }
}
