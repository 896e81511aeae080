import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import fc from 'fast-check';
import { Fraction } from 'fraction.js';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { exact, roundHalfUp, score } from '../../src/assessment/score.ts';
import type { Group, Instrument } from '../../src/instrument/instrument.ts';
import type { Sheet } from '../../src/workbook/book.ts';
import type { WorkbookSpec } from '../../src/workbook/contents.ts';
import { readWorkbook } from '../../src/workbook/read.ts';
import { writeWorkbook } from '../../src/workbook/write.ts';
import { readOfficial } from '../official-results.ts';
import { opened } from '../workbook/opened.ts';
import { openLibreOffice } from './libre-office.ts';
import { makeBlank } from './parts.ts';
import { allIds, instrument, instruments, levelsOf, sizes, specOf } from './sample.ts';

/* The index on Dasbor, computed by a real spreadsheet program, against the exact score. */

type Typed = ReadonlyMap<string, number | string>;

interface Filling {
  readonly label: string;
  readonly spec: WorkbookSpec;
  /** What stands in the cells of Tingkat, by indicator id. */
  readonly typed: Typed;
}

const office = openLibreOffice();
afterAll(() => office.close());

describe('Dasbor of the whole region', () => {
  const fillings = [...officialFillings(), ...edgeFillings(), ...randomFillings(84)];
  let sheets: Computed[] = [];
  beforeAll(async () => {
    sheets = await compute(fillings);
  }, 600_000);

  it('is tried with at least a hundred fillings', () => expect(fillings.length).toBeGreaterThanOrEqual(100));

  it.each(fillings.map((filling, index) => [filling.label, index] as const))('%s', (_, index) => {
    const filling = fillings[index] as Filling;
    expectDashboard(sheets[index] as Computed, filling);
  });

  it('says what spbe score says of the same file', () => {
    for (const [index, { spec, typed }] of fillings.entries()) {
      if (![...typed.values()].every(isLevel(instrument))) continue;
      const { submission } = readWorkbook((sheets[index] as Computed).book, 'a.xlsx');
      const { shown, band } = score(instrument, levelsOf(submission), spec.year);
      expect([
        figure(sheets[index] as Computed, labels.index),
        text(sheets[index] as Computed, labels.index, 3),
      ]).toEqual([Number(shown), band.name]);
    }
  });
});

describe('Dasbor of one OPD', () => {
  const fillings = [
    ...partFillings('Diskominfo', sizes.diskominfo, 16),
    ...partFillings('tiga indikator', sizes.three, 8),
  ];
  let sheets: Computed[] = [];
  beforeAll(async () => {
    sheets = await compute(fillings);
  }, 600_000);

  it.each(fillings.map((filling, index) => [filling.label, index] as const))('%s', (_, index) => {
    expectDashboard(sheets[index] as Computed, fillings[index] as Filling);
  });
});

describe.each(instruments.filter(({ id }) => id !== instrument.id))('Dasbor of $id', (other) => {
  it('agrees with the score', { timeout: 180_000 }, async () => {
    const ids = other.indicators.map(({ id }) => id);
    const spec = specOf(other, ids, { year: 2026 });
    const random = fc.sample(anyLevels(other, ids), { seed: 31, numRuns: 8 });
    // Indices exactly between two hundredths, where a float might round either way; whole-percent weights have none.
    const ties = fc
      .sample(anyLevels(other, ids), { seed: 5, numRuns: 4000 })
      .filter((typed) => [...typed.values()].every(isLevel(other)))
      .filter((typed) =>
        score(other, typed as Map<string, number>)
          .index.mul(200)
          .mod(2)
          .equals(1),
      )
      .slice(0, 12);
    const fillings = [...random, ...ties].map((typed) => ({ label: '', spec, typed }));
    for (const [index, computed] of (await compute(fillings)).entries()) {
      expectDashboard(computed, fillings[index] as Filling);
    }
  });
});

it('Dasbor counts no level with more decimals than the scale has', async () => {
  const other = instruments.find(({ id }) => id === 'permenpanrb-8-2026') ?? instrument;
  const ids = other.indicators.map(({ id }) => id);
  const typed = new Map(ids.map((id) => [id, 4.125]));
  const filling = { label: '', spec: specOf(other, ids, { year: 2026 }), typed };
  const [computed] = await compute([filling]);
  expectDashboard(computed as Computed, filling);
});

interface Computed {
  readonly book: ReturnType<typeof opened>;
  readonly sheet: Sheet;
}

async function compute(fillings: readonly Filling[]): Promise<Computed[]> {
  const blanks = new Map<WorkbookSpec, ReturnType<typeof makeBlank>>();
  const addresses = new Map<WorkbookSpec, Map<string, string>>();
  const files: string[] = [];
  for (const [index, { spec, typed }] of fillings.entries()) {
    if (!blanks.has(spec)) {
      const bytes = await writeWorkbook(spec);
      blanks.set(spec, makeBlank(bytes));
      const { submission } = readWorkbook(opened(bytes), '');
      const rows = submission?.answers ?? [];
      addresses.set(spec, new Map(rows.map((row) => [row.indicator.text, row.level.at.address ?? ''])));
    }
    const cells = new Map([...typed].map(([id, value]) => [addresses.get(spec)?.get(id) ?? '', value]));
    const path = join(office.folder, `${spec.indicators.length}-${index}.xlsx`);
    writeFileSync(path, blanks.get(spec)?.fill(cells) ?? '');
    files.push(path);
  }
  const saved = await office.convert(files, 'xlsx');
  return saved.map((path) => {
    const book = opened(readFileSync(path));
    const sheet = book.sheets.find(({ name }) => name === 'Dasbor');
    if (!sheet) throw new Error('No Dasbor');
    return { book, sheet };
  });
}

function expectDashboard(computed: Computed, { spec, typed }: Filling): void {
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
  expect(rowsOf(computed, of)).toEqual(expected.map(([name, mean, filled]) => [name, Number(mean), filled]));
  expect(figure(computed, labels.index)).toBe(Number(shownMean(of, indicators, levels)));
  expect(figure(computed, labels.filled)).toBe(numbers(indicators));
  // Without documents only the lowest levels are complete, since they need none.
  const complete = indicators.filter((id) => (levels.get(id) ?? Infinity) <= of.scale.floor);
  expect(figure(computed, labels.complete)).toBe(complete.length);
  if (indicators.length === of.indicators.length) {
    const result = score(of, levels, year);
    expect(figure(computed, labels.index)).toBe(Number(result.shown));
    expect(text(computed, labels.index, 3)).toBe(result.band.name);
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
    expect(figure(computed, labels.held)).toBeCloseTo(
      points(() => of.scale.max),
      10,
    );
    expect(figure(computed, labels.now)).toBeCloseTo(
      points((id) => levels.get(id) ?? of.scale.floor),
      10,
    );
  }
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
function rowsOf({ sheet }: Computed, { groups }: Instrument): [string, number, number][] {
  const names = groups.map(({ name }) => name);
  const start = sheet.rows.findIndex(({ cells }) => /^Domain|^Aspek/.test(cells[0]?.text ?? ''));
  const header = sheet.rows[start]?.cells ?? [];
  const columnOf = (heading: string) => header.find((cell) => cell.text === heading)?.column;
  return sheet.rows
    .slice(start + 1)
    .filter(({ cells }) => cells[0]?.column === 1 && names.includes(cells[0].text))
    .map(({ cells }): [string, number, number] => {
      const at = (column?: number) => cells.find((cell) => cell.column === column)?.text;
      return [at(1) ?? '', Number(at(columnOf('Nilai'))), Number(at(columnOf('Terisi')))];
    })
    .toSorted((a, b) => names.indexOf(a[0]) - names.indexOf(b[0]));
}

/** What stands beside each figure. */
const labels = {
  index: /\(sementara\)$/,
  filled: /^Indikator yang sudah diisi/,
  complete: /^Lengkap \(/,
  held: /^Poin indeks daerah yang dipegang/,
  now: /^Poin indeks daerah menurut isian/,
};

/** Text of a column in the row that a label in column A begins. */
function text({ sheet }: Computed, label: RegExp, column = 2): string | undefined {
  const row = sheet.rows.find(({ cells }) => cells[0]?.column === 1 && label.test(cells[0].text));
  return row?.cells.find((cell) => cell.column === column)?.text;
}

function figure(computed: Computed, label: RegExp): number {
  return Number(text(computed, label));
}

/** Whether the workbook's formulas count this content; a number typed as text they ask to check instead. */
function isLevel({ scale }: Instrument): (value: number | string) => value is number {
  return (value): value is number =>
    typeof value === 'number' &&
    value >= scale.min &&
    value <= scale.max &&
    Number(value.toFixed(scale.decimals)) === value;
}

const wholeSpecs = new Map(
  [2021, 2022, 2023, 2024].map((year) => [year, specOf(instrument, allIds, { year })]),
);

function wholeSpec(year: number): WorkbookSpec {
  return wholeSpecs.get(year) ?? specOf(instrument, allIds, { year });
}

function officialFillings(): Filling[] {
  return readOfficial()
    .filter((official) => official.instrument === instrument.id)
    .map(({ id, year, levels }) => ({
      label: id,
      spec: wholeSpec(year),
      typed: new Map(Object.entries(levels)),
    }));
}

/** On, just beneath and just above each edge between two predicates, in a year of either practice. */
function edgeFillings(): Filling[] {
  const steps = ['-0.004', '0', '0.004'].map((step) => new Fraction(step));
  return instrument.bands.slice(1).flatMap(({ name, from }) =>
    steps.flatMap((step) => {
      const typed = fillingNear(from.add(step));
      return [2023, 2024].map((year) => ({
        label: `near ${name} ${roundHalfUp(from.add(step), 3)} in ${year}`,
        spec: wholeSpec(year),
        typed,
      }));
    }),
  );
}

/** Levels whose exact index is the nearest to `target` that single steps find. */
function fillingNear(target: Fraction): Map<string, number> {
  const [start] = fc.sample(levelMap(allIds, fc.integer({ min: 1, max: 5 })), { seed: 7, numRuns: 1 });
  let best = start as Map<string, number>;
  const gap = (levels: Map<string, number>) => score(instrument, levels).index.sub(target).abs();
  for (let isBetter = true; isBetter; ) {
    isBetter = false;
    for (const id of allIds) {
      for (const level of [1, 2, 3, 4, 5]) {
        const next = new Map(best).set(id, level);
        if (gap(next).compare(gap(best)) < 0) {
          best = next;
          isBetter = true;
        }
      }
    }
  }
  return best;
}

function randomFillings(count: number): Filling[] {
  const years = [...wholeSpecs.keys()];
  return fc.sample(anyLevels(instrument, allIds), { seed: 2024, numRuns: count }).map((typed, index) => ({
    label: `random ${index}`,
    spec: wholeSpec(years[index % years.length] as number),
    typed,
  }));
}

function partFillings(label: string, spec: WorkbookSpec, count: number): Filling[] {
  return fc
    .sample(anyLevels(instrument, spec.indicators), { seed: 2025, numRuns: count })
    .map((typed, index) => ({ label: `${label} ${index}`, spec, typed }));
}

/** Fillings of every kind: complete, with blanks, almost empty, with numbers typed as text, with impossible numbers. */
function anyLevels(
  { scale }: Instrument,
  ids: readonly string[],
): fc.Arbitrary<Map<string, number | string>> {
  const steps = 10 ** scale.decimals;
  const level = fc
    .integer({ min: scale.min * steps, max: scale.max * steps })
    .map((units) => Number((units / steps).toFixed(scale.decimals)));
  const blank = fc.constant(null);
  const odd = fc.constantFrom<number | string>(
    '3',
    '2 ',
    'tiga',
    '-',
    -1,
    scale.max + 1,
    99,
    ...(scale.decimals === 0 ? [2.5] : []),
  );
  return fc.oneof(
    levelMap(ids, level),
    levelMap(ids, fc.oneof({ weight: 4, arbitrary: level }, { weight: 1, arbitrary: blank })),
    levelMap(ids, fc.oneof({ weight: 1, arbitrary: level }, { weight: 9, arbitrary: blank })),
    levelMap(ids, fc.oneof({ weight: 6, arbitrary: level }, blank, odd)),
  );
}

function levelMap<T extends number | string>(
  ids: readonly string[],
  cell: fc.Arbitrary<T | null>,
): fc.Arbitrary<Map<string, T>> {
  return fc
    .array(cell, { minLength: ids.length, maxLength: ids.length })
    .map((values) => new Map(ids.flatMap((id, at) => (values[at] == null ? [] : [[id, values[at]]]))));
}
