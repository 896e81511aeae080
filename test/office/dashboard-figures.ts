import { Fraction } from 'fraction.js';
import { expect } from 'vitest';
import { exact, roundHalfUp, score } from '../../src/assessment/score.ts';
import type { Group, Instrument } from '../../src/instrument/instrument.ts';
import type { Row } from '../../src/workbook/book.ts';
import { type Filling, isLevel } from './fillings.ts';

/** Holds what stands on Dasbor against the exact score of what was typed. */
export function expectDashboard(dashboard: Dashboard, { spec, typed }: Filling): void {
  const { indicators, year } = spec;
  const of = spec.instrument;
  const levels = new Map(
    [...typed].flatMap(([id, value]) => (isLevel(of)(value) ? [[id, Number(value)]] : [])),
  );
  const numbers = (ids: readonly string[]) => ids.filter((id) => typeof typed.get(id) === 'number').length;
  const expected = of.groups.flatMap((group) => {
    const own = idsOf(of, group).filter((id) => indicators.includes(id));
    if (own.length === 0) return [];
    return [[group.name, shownMean(of, own, levels), numbers(own)] as const];
  });
  expect(rowsOf(dashboard, of)).toEqual(expected.map(([name, mean, filled]) => [name, Number(mean), filled]));
  expect(figure(dashboard, labels.index)).toBe(Number(shownMean(of, indicators, levels)));
  expect(figure(dashboard, labels.filled)).toBe(numbers(indicators));
  // Without documents only the lowest levels are complete, since they need none.
  const complete = indicators.filter((id) => (levels.get(id) ?? Infinity) <= of.scale.floor);
  expect(figure(dashboard, labels.complete)).toBe(complete.length);
  if (indicators.length === of.indicators.length) {
    const result = score(of, levels, year);
    expect(figure(dashboard, labels.index)).toBe(Number(result.shown));
    expect(text(dashboard, labels.index, 3)).toBe(result.band.name);
    for (const { group, index } of result.groups) {
      const row = expected.find(([name]) => name === group.name);
      expect(row?.[1]).toBe(roundHalfUp(index, of.rounding.decimals));
    }
  } else {
    const points = (levelOf: (id: string) => number) =>
      indicators
        .reduce((sum, id) => sum.add(weightOf(of, id).mul(exact(levelOf(id)))), new Fraction(0))
        .div(100)
        .valueOf();
    expect(figure(dashboard, labels.held)).toBeCloseTo(
      points(() => of.scale.max),
      10,
    );
    expect(figure(dashboard, labels.now)).toBeCloseTo(
      points((id) => levels.get(id) ?? of.scale.floor),
      10,
    );
  }
}

/** The cells of Dasbor, whoever computed them. */
export interface Dashboard {
  readonly rows: readonly Row[];
}

/** Weighted mean of these indicators, as it must be shown. */
function shownMean(of: Instrument, ids: readonly string[], levels: ReadonlyMap<string, number>): string {
  const weights = ids.reduce((sum, id) => sum.add(weightOf(of, id)), new Fraction(0));
  const points = ids.reduce(
    (sum, id) => sum.add(weightOf(of, id).mul(exact(levels.get(id) ?? of.scale.floor))),
    new Fraction(0),
  );
  return roundHalfUp(points.div(weights), of.rounding.decimals);
}

function weightOf({ indicators }: Instrument, id: string): Fraction {
  return indicators.find((indicator) => indicator.id === id)?.weight ?? new Fraction(0);
}

function idsOf({ groups, indicators }: Instrument, group: Group): string[] {
  const inside = groups.flatMap(({ id, parent }) => (id === group.id || parent === group.id ? [id] : []));
  return indicators.flatMap((indicator) => (inside.includes(indicator.group) ? [indicator.id] : []));
}

/** Name, index and count of each row beneath "Domain dan aspek", in the instrument's order: all domains first. */
function rowsOf({ rows }: Dashboard, { groups }: Instrument): [string, number, number][] {
  const names = groups.map(({ name }) => name);
  const start = rows.findIndex(({ cells }) => /^Domain|^Aspek/.test(cells[0]?.text ?? ''));
  const header = rows[start]?.cells ?? [];
  const columnOf = (heading: string) => header.find((cell) => cell.text === heading)?.column;
  return rows
    .slice(start + 1)
    .filter(({ cells }) => cells[0]?.column === 1 && names.includes(cells[0].text))
    .map(({ cells }): [string, number, number] => {
      const at = (column?: number) => cells.find((cell) => cell.column === column)?.text;
      return [at(1) ?? '', Number(at(columnOf('Nilai'))), Number(at(columnOf('Terisi')))];
    })
    .toSorted((a, b) => names.indexOf(a[0]) - names.indexOf(b[0]));
}

/** What stands beside each figure. */
export const labels = {
  index: /\(sementara\)$/,
  filled: /^Indikator yang sudah diisi/,
  complete: /^Lengkap \(/,
  held: /^Poin indeks daerah yang dipegang/,
  now: /^Poin indeks daerah menurut isian/,
};

/** Text of a column in the row that a label in column A begins. */
export function text({ rows }: Dashboard, label: RegExp, column = 2): string | undefined {
  const row = rows.find(({ cells }) => cells[0]?.column === 1 && label.test(cells[0].text));
  return row?.cells.find((cell) => cell.column === column)?.text;
}

export function figure(dashboard: Dashboard, label: RegExp): number {
  return Number(text(dashboard, label));
}
