import { Fraction } from 'fraction.js';
import { describe, expect, test } from 'vitest';
import { findPath, joinPath, type PathYear } from '../../src/plan/path.ts';
import { smallInstrument } from './small-instrument.ts';

/* A level of each indicator is worth 0.5 index points. */
const instrument = smallInstrument([1, 1]);
const levels = new Map([
  ['i1', 2],
  ['i2', 2],
]);
const target = (index: string) => ({ index: new Fraction(index), label: index });

interface Asked {
  readonly year: number;
  readonly isLast: boolean;
  readonly before: readonly number[];
}

async function find(goals: readonly string[], frozen: Readonly<Record<number, string>> = {}) {
  const asked: Asked[] = [];
  const years = goals.map((goal, index) => ({ year: 2025 + index, target: target(goal) }));
  const path = await findPath(instrument, levels, years, (year, isLast, before) => {
    asked.push({ year, isLast, before: before.map((one) => one.year) });
    return { year, limits: [{ kind: 'frozen', indicators: new Set([frozen[year] ?? '']) }] };
  });
  return { path, asked, whole: joinPath(instrument, levels, path) };
}

const plainYear = ({ year, levels: today, gap }: PathYear) => [
  ...[year, gap.status, Object.fromEntries(today), Object.fromEntries(gap.plan)],
];

describe('a path over years', () => {
  test('each year begins where the year before ends', async () => {
    const { path, asked, whole } = await find(['2.5', '2.5', '3.5']);
    expect(path.map(plainYear)).toEqual([
      [2025, 'planned', { i1: 2, i2: 2 }, { i1: 3 }],
      [2026, 'reached', { i1: 3, i2: 2 }, {}],
      [2027, 'planned', { i1: 3, i2: 2 }, expect.anything()],
    ]);
    expect(path[2]?.gap.levelSteps).toBe(2);
    expect(asked).toEqual([
      { year: 2025, isLast: false, before: [] },
      { year: 2026, isLast: false, before: [2025] },
      { year: 2027, isLast: true, before: [2025, 2026] },
    ]);
    expect(whole).toMatchObject({
      status: 'planned',
      optimal: true,
      levelSteps: 3,
      value: null,
      bound: null,
    });
    expect(whole.from.index.toString()).toBe('2');
    expect(whole.reached.index.toString()).toBe('3.5');
    expect(whole.target?.label).toBe('3.5');
    expect([...whole.plan.keys()]).toEqual(['i1', 'i2']);
  });

  test('a year without a plan ends it, and says why; what came before stands', async () => {
    const { path, whole } = await find(['2.5', '4', '4.5'], { 2026: 'i2' });
    expect(path.map(({ year, gap }) => [year, gap.status])).toEqual([
      [2025, 'planned'],
      [2026, 'impossible'],
    ]);
    expect(whole).toMatchObject({ status: 'impossible', optimal: false, levelSteps: 1 });
    expect(whole.conflict?.between.map(({ kind }) => kind)).toEqual(['index', 'frozen']);
    expect(whole.target?.label).toBe('4');
    expect(Object.fromEntries(whole.plan)).toEqual({ i1: 3 });
  });

  test('whatever is raised first, its plan stands in the instrument’s order', async () => {
    const { whole } = await find(['2.5', '3'], { 2025: 'i1', 2026: 'i2' });
    expect([...whole.plan]).toEqual([
      ['i1', 3],
      ['i2', 3],
    ]);
  });

  test('with nothing to do in any year it is reached', async () => {
    const { whole } = await find(['1.5', '2']);
    expect(whole).toMatchObject({ status: 'reached', optimal: true, levelSteps: 0, conflict: null });
  });

  test('without years it is a bug', () => {
    expect(() => joinPath(instrument, levels, [])).toThrow('A path without years');
  });
});
