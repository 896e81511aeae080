import fc from 'fast-check';
import { Fraction } from 'fraction.js';
import { roundHalfUp, score } from '../../src/assessment/score.ts';
import type { Instrument } from '../../src/instrument/instrument.ts';
import type { WorkbookSpec } from '../../src/workbook/contents.ts';
import { readOfficial } from '../official-results.ts';
import { allIds, instrument, specOf } from './sample.ts';

/* What may stand in the cells of Tingkat. */

export interface Filling {
  readonly label: string;
  readonly spec: WorkbookSpec;
  /** What is typed, by indicator id. */
  readonly typed: ReadonlyMap<string, number | string>;
}

/** Whether the workbook's formulas count this content; a number typed as text they ask to check instead. */
export function isLevel({ scale }: Instrument): (value: number | string) => value is number {
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

/** The levels of published results. */
export function officialFillings(): Filling[] {
  return readOfficial()
    .filter((official) => official.instrument === instrument.id)
    .map(({ id, year, levels }) => ({
      label: id,
      spec: wholeSpec(year),
      typed: new Map(Object.entries(levels)),
    }));
}

/** On, just beneath and just above each edge between two predicates, in a year of either practice. */
export function edgeFillings(): Filling[] {
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

/** Of a whole workbook of 59/2020, in years of either practice. */
export function wholeFillings(count: number): Filling[] {
  const years = [...wholeSpecs.keys()];
  return randomFillings(wholeSpec(2024), count, 2024).map((filling, index) => ({
    ...filling,
    spec: wholeSpec(years[index % years.length] as number),
  }));
}

/** Of any workbook; the same seed gives the same ones. */
export function randomFillings(spec: WorkbookSpec, count: number, seed: number): Filling[] {
  return fc
    .sample(anyLevels(spec.instrument, spec.indicators), { seed, numRuns: count })
    .map((typed, index) => ({ label: `${spec.opd.name} random ${index}`, spec, typed }));
}

/** Whose index lies exactly between two hundredths, where a float might round either way; whole-percent weights have none. */
export function tieFillings(spec: WorkbookSpec, most: number): Filling[] {
  const { instrument: of, indicators } = spec;
  return fc
    .sample(anyLevels(of, indicators), { seed: 5, numRuns: 4000 })
    .filter((typed) => [...typed.values()].every(isLevel(of)))
    .filter((typed) =>
      score(of, typed as Map<string, number>)
        .index.mul(200)
        .mod(2)
        .equals(1),
    )
    .slice(0, most)
    .map((typed, index) => ({ label: `${of.id} tie ${index}`, spec, typed }));
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
