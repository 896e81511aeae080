import fc from 'fast-check';
import { Fraction } from 'fraction.js';
import { describe, expect, test } from 'vitest';
import { changesBetween } from '../../src/assessment/changes.ts';
import { findOptimism, type PastResult } from '../../src/assessment/optimism.ts';
import { type Levels, score } from '../../src/assessment/score.ts';
import { isExternal, stages, stageWords } from '../../src/assessment/stage.ts';
import { buildStages, type StageInput, stageSteps } from '../../src/assessment/stages.ts';
import { stageName } from '../../src/contract/external.ts';
import { listInstruments, loadInstrument } from '../../src/instrument/load.ts';

const instrument = await loadInstrument('permenpanrb-59-2020');
const noReasons = new Map<string, string>();
const input = (stage: StageInput['stage'], own: Levels): StageInput => ({
  ...{ stage, own, source: stage, sums: null, reasons: noReasons },
});
const all = (level: number): Levels => new Map(instrument.indicators.map(({ id }) => [id, level]));
const total = (parts: readonly { readonly points: Fraction }[]) =>
  parts.reduce((sum, { points }) => sum.add(points), new Fraction(0));

test('the stages of the contract are those of the core, each with its own word', () => {
  expect(stageName.options).toEqual([...stages]);
  expect(new Set(Object.values(stageWords)).size).toBe(stages.length);
});

describe.each(await listInstruments())('in %s', (id) => {
  test('the points of indicators and of aspects add up to the difference, whatever the levels', async () => {
    const pack = await loadInstrument(id);
    const { min, max } = pack.scale;
    const some = fc
      .array(fc.option(fc.integer({ min, max })), {
        minLength: pack.indicators.length,
        maxLength: pack.indicators.length,
      })
      .map(
        (levels) =>
          new Map(
            pack.indicators.flatMap((one, index) => {
              const level = levels[index];
              return level === null || level === undefined ? [] : [[one.id, level] as const];
            }),
          ),
      );
    fc.assert(
      fc.property(some, some, (a, b) => {
        const [from, to] = [score(pack, a), score(pack, b)];
        const { difference, indicators, aspects } = changesBetween(pack, from, to);
        expect(difference.equals(to.index.sub(from.index))).toBe(true);
        expect(total(indicators).equals(difference)).toBe(true);
        expect(total(aspects).equals(difference)).toBe(true);
        expect(indicators.map((one) => one.id)).toEqual(
          pack.indicators.flatMap((one) => (a.get(one.id) === b.get(one.id) ? [] : [one.id])),
        );
      }),
      { numRuns: 50 },
    );
  });
});

describe('stages', () => {
  test('what a stage does not speak of keeps its level; steps join end to end', () => {
    const built = buildStages(instrument, [
      input('self', all(4)),
      input('assessor', new Map([['1', 3]])),
      input(
        'final',
        new Map([
          ['1', 2],
          ['2', 5],
        ]),
      ),
    ]);
    expect(built.map(({ levels }) => [levels?.get('1'), levels?.get('2'), levels?.get('3')])).toEqual([
      [4, 4, 4],
      [3, 4, 4],
      [2, 5, 4],
    ]);
    expect(built.map(({ carried }) => carried.length)).toEqual([0, 46, 45]);
    const [first, second, whole] = stageSteps(instrument, built).map(({ difference }) => difference);
    expect(first && second && whole?.equals(first.add(second))).toBe(true);
  });

  test('the last is set against the first only where one lies between', () => {
    const built = [3, 4, 5].map((level, index) =>
      input((['self', 'assessor', 'final'] as const)[index] ?? 'self', all(level)),
    );
    const ends = (count: number) =>
      stageSteps(instrument, buildStages(instrument, built.slice(0, count))).map(
        ({ from, to }) => `${from} ${to}`,
      );
    expect(ends(1)).toEqual([]);
    expect(ends(2)).toEqual(['self assessor']);
    expect(ends(3)).toEqual(['self assessor', 'assessor final', 'self final']);
  });

  test('a step tells the reason of each change; against sums alone it tells the aspects', () => {
    const reasons = new Map([['1', 'dokumen tidak sah']]);
    const own = new Map([
      ['1', 3],
      ['2', 3],
    ]);
    const [step] = stageSteps(
      instrument,
      buildStages(instrument, [input('self', all(4)), { ...input('final', own), reasons }]),
    );
    const changed = step?.indicators?.filter(({ points }) => !points.equals(0));
    expect(changed?.map(({ id, reason }) => [id, reason])).toEqual([
      ['1', 'dokumen tidak sah'],
      ['2', ''],
    ]);
    const groups = instrument.groups.map((group) => ({ group, index: new Fraction(3) }));
    const sums = { groups, index: new Fraction(3) };
    const built = buildStages(instrument, [input('self', all(4)), { ...input('final', new Map()), sums }]);
    expect(built[1]?.band?.name).toBe('Baik');
    const [bare] = stageSteps(instrument, built);
    expect(bare?.indicators).toBeNull();
    expect(bare?.aspects.length).toBeGreaterThan(0);
  });

  test('all but the region’s own and its assessor’s are the Ministry’s', () => {
    expect(stages.filter(isExternal)).toEqual(['document', 'interview', 'visit', 'final']);
  });

  test('levels count before sums; without either a stage is as the one before', () => {
    const groups = instrument.groups.map((group) => ({ group, index: new Fraction(2) }));
    const sums = { groups, index: new Fraction(2) };
    const [first, second, third] = buildStages(instrument, [
      { ...input('self', all(4)), sums },
      input('assessor', new Map()),
      { ...input('final', new Map()), sums: { ...sums, index: new Fraction(1) } },
    ]);
    expect([first?.index, second?.index, third?.index].map(String)).toEqual(['4', '4', '1']);
    expect([second?.carried.length, third?.carried, third?.band?.name]).toEqual([47, [], 'Kurang']);
    const steps = stageSteps(
      instrument,
      [third, second].flatMap((one) => one ?? []),
    );
    expect(steps.map(({ from, to, indicators }) => [from, to, indicators])).toEqual([
      ['final', 'assessor', null],
    ]);
  });

  test('sums below every band have no predicate', () => {
    const groups = instrument.groups.map((group) => ({ group, index: new Fraction(0) }));
    const sums = { groups, index: new Fraction(0) };
    const [built] = buildStages(instrument, [{ ...input('final', new Map()), sums }]);
    expect([built?.band, built?.levels]).toEqual([null, null]);
  });
});

describe('optimism', () => {
  const past = (year: number, claimed: number, external: number, region = 'A'): PastResult => {
    const [claim, result] = buildStages(instrument, [
      input('self', all(claimed)),
      input('final', all(external)),
    ]);
    if (!claim || !result) throw new Error('No stages');
    return {
      region,
      year,
      claim,
      external: result,
      opd: new Map([
        ['1', 'a'],
        ['2', 'b'],
        ['3', 'a'],
      ]),
    };
  };
  const claim = { year: 2025, index: new Fraction('4.2') };

  test('nothing is expected of no results, nor of no claim', () => {
    expect(findOptimism(instrument, [], claim)).toMatchObject({ expected: null, results: [], regions: 0 });
    expect(findOptimism(instrument, [past(2024, 4, 3)], null).expected).toBeNull();
  });

  test('one result gives a mean and no range', () => {
    const { expected } = findOptimism(instrument, [past(2024, 4, 3)], claim);
    expect([expected?.mean.toString(), expected?.range]).toEqual(['3.2', null]);
  });

  test('of several: mean, and the largest and smallest cut', () => {
    const results = [past(2022, 4, 2), past(2023, 4, 3), past(2024, 3, 3, 'B')];
    const { expected, regions, aspects, indicators, opd } = findOptimism(instrument, results, claim);
    expect([expected?.mean, expected?.range?.low, expected?.range?.high].map(String)).toEqual([
      '3.2',
      '2.2',
      '4.2',
    ]);
    expect(regions).toBe(2);
    // Cuts of 2, 1 and 0 levels: one on average, everywhere.
    expect(aspects.map(({ group, gap }) => gap.equals(group.weight.div(-100)))).toEqual(Array(8).fill(true));
    expect(indicators.find(({ id }) => id === '1')).toMatchObject({ lowered: 2, of: 3 });
    expect(opd.map(({ code, gap }) => [code, gap.toString()])).toEqual([
      ['a', '-0.026'],
      ['b', '-0.013'],
    ]);
  });

  test('never off the scale', () => {
    const low = { year: 2025, index: new Fraction('1.5') };
    const { expected } = findOptimism(instrument, [past(2023, 5, 1), past(2024, 1, 5)], low);
    expect([expected?.range?.low, expected?.range?.high].map(String)).toEqual(['1', '5']);
  });
});
