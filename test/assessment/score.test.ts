import fc from 'fast-check';
import { Fraction } from 'fraction.js';
import { describe, expect, it } from 'vitest';
import { bandOf, type Levels, roundHalfUp, score } from '../../src/assessment/score.ts';
import type { Instrument } from '../../src/instrument/instrument.ts';
import { loadInstrument } from '../../src/instrument/load.ts';
import { readOfficial } from '../official-results.ts';

const instrument = await loadInstrument('permenpanrb-59-2020');
const ids = instrument.indicators.map(({ id }) => id);
const { min: floor, max: top } = instrument.scale;

/** Exact indices that are known beside the printed one. */
const exactIndex: Record<string, string> = {
  '59-bandarlampung-2022': '1.5025',
  '59-bandarlampung-2024': '2.9795',
  '59-kemenkoekon-2021': '2.9475',
  '59-kemenpppa-2024-self': '4.406',
  '59-kemenpppa-2024': '3.6285',
};

describe('official results', () => {
  const cases = readOfficial().filter((official) => official.instrument === instrument.id);

  it('are five', () => {
    expect(cases.map(({ id }) => id).toSorted()).toEqual(Object.keys(exactIndex).toSorted());
  });

  it.each(cases)('$id', ({ id, year, levels, published }) => {
    const result = score(instrument, new Map(Object.entries(levels)), year);
    const printed = (kind: string) =>
      result.groups.flatMap(({ group, index }) => (group.kind === kind ? [roundHalfUp(index, 2)] : []));
    expect(result.shown).toBe(published.index);
    expect(result.index.equals(exactIndex[id] ?? NaN)).toBe(true);
    expect(printed('domain')).toEqual(published.domains);
    expect(printed('aspect')).toEqual(published.aspects);
    expect(result.band.name).toBe(published.predicate);
    expect(result.unanswered).toEqual([]);
  });
});

describe('the worked tables of the regulation', () => {
  // The regulation's totals (30, 85 and 328.20); the values that make them up are chosen here.
  it('Tabel 10: an aspect of 10 with 30 in all gives 3.00', () => {
    const tree = { D: { A: { a: '2.5', b: '2.5', c: '2.5', d: '2.5' } } };
    expect(scoreSmall(tree, { a: 3, b: 3, c: 2, d: 4 }).get('A')).toBe('3.00');
  });

  it('Tabel 11: a domain of 25 with 85 in all gives 3.40', () => {
    const tree = { D: { A1: { a: '10' }, A2: { b: '10' }, A3: { c: '5' } } };
    expect(scoreSmall(tree, { a: 3, b: 4, c: 3 }).get('D')).toBe('3.40');
  });

  it('Tabel 12: four domains with 328.20 in all give 3.28', () => {
    const tree = {
      D1: { A1: { a: '13' } },
      D2: { A2: { b: '25' } },
      D3: { A3: { c: '16.5' } },
      D4: { A4: { d: '45.5' } },
    };
    expect(scoreSmall(tree, { a: 3, b: 3.4, c: 3, d: 3.4 }).get('index')).toBe('3.28');
  });
});

const level = fc.integer({ min: floor, max: top });
const complete = fc.array(level, { minLength: ids.length, maxLength: ids.length });
const partial = fc.array(fc.option(level), { minLength: ids.length, maxLength: ids.length });

describe('score', () => {
  it.each([1, 2, 3, 4, 5])('all levels %i give exactly that index', (k) => {
    const result = score(instrument, toLevels(ids.map(() => k)));
    expect(result.index.equals(k)).toBe(true);
    expect(result.groups.every(({ index }) => index.equals(k))).toBe(true);
  });

  it('stays between floor and top, and never falls when a level rises', () => {
    fc.assert(
      fc.property(complete, fc.nat(ids.length - 1), level, (levels, position, other) => {
        const raised = levels.with(position, Math.max(other, levels[position] ?? floor));
        const before = score(instrument, toLevels(levels)).index;
        const after = score(instrument, toLevels(raised)).index;
        expect(after.compare(before)).toBe(raised[position] === levels[position] ? 0 : 1);
        expect(before.compare(floor)).toBeGreaterThanOrEqual(0);
        expect(after.compare(top)).toBeLessThanOrEqual(0);
      }),
    );
  });

  it('counts blanks at the floor, names them, and gives the range of every completion', () => {
    fc.assert(
      fc.property(partial, complete, (answers, others) => {
        const fill = (blank: (position: number) => number) =>
          score(instrument, toLevels(answers.map((answer, position) => answer ?? blank(position)))).index;
        const { index, range, unanswered } = score(instrument, toLevels(answers));
        expect(index.equals(fill(() => floor))).toBe(true);
        expect(range.low.equals(index)).toBe(true);
        expect(range.high.equals(fill(() => top))).toBe(true);
        expect(unanswered).toEqual(ids.filter((_, position) => answers[position] === null));
        const some = fill((position) => others[position] ?? floor);
        expect(range.low.compare(some)).toBeLessThanOrEqual(0);
        expect(range.high.compare(some)).toBeGreaterThanOrEqual(0);
      }),
    );
  });

  it('says what each indicator takes from the index: with the index it adds up to the top', () => {
    fc.assert(
      fc.property(complete, (levels) => {
        const { index, indicators } = score(instrument, toLevels(levels));
        const lost = indicators.reduce((sum, indicator) => sum.add(indicator.lost), new Fraction(0));
        expect(lost.add(index).equals(top)).toBe(true);
      }),
    );
  });

  it.each([
    ['an unknown indicator', new Map([['48', 3]])],
    ['a level above the top', new Map([['1', 6]])],
    ['a level below the bottom', new Map([['1', 0]])],
    ['no number', new Map([['1', Number.NaN]])],
  ])('takes %s for a bug of its caller', (_what, levels) => {
    expect(() => score(instrument, levels)).toThrow(/48|Level/);
  });

  it('refuses an instrument with an indicator that belongs to no group', () => {
    const indicators = instrument.indicators.map((one) => (one.id === '1' ? { ...one, group: 'none' } : one));
    const levels = toLevels(ids.map(() => 3));
    expect(() => score({ ...instrument, indicators }, levels)).toThrow(/Two ways to the index disagree/);
  });
});

describe('the edge an index is near to', () => {
  const cukup = { edge: new Fraction('1.8'), below: 'Kurang', above: 'Cukup' };
  const baik = { edge: new Fraction('2.6'), below: 'Cukup', above: 'Baik' };

  it.each([
    [1, null],
    [1.794, null],
    [1.795, cukup],
    [1.8, cukup],
    [1.805, cukup],
    [1.806, null],
    [2.6, baik],
    [5, null],
  ])('of %d', (index, edge) => {
    expect(score(instrument, toLevels(ids.map(() => index))).nearEdge).toEqual(edge);
  });
});

describe('roundHalfUp', () => {
  it.each([
    ['2.465', '2.47'],
    ['4.315', '4.32'],
    ['2.4649999', '2.46'],
    ['2.995', '3.00'],
    ['0', '0.00'],
    ['0.005', '0.01'],
    ['5', '5.00'],
    ['8/3', '2.67'],
  ])('%s → %s', (value, shown) => {
    expect(roundHalfUp(new Fraction(value), 2)).toBe(shown);
  });

  it('also to whole numbers', () => {
    expect(roundHalfUp(new Fraction('2.5'), 0)).toBe('3');
    expect(roundHalfUp(new Fraction('0.4'), 0)).toBe('0');
  });
});

describe('bandOf', () => {
  it.each([
    ['1', 'Kurang', 'Kurang'],
    ['1.795', 'Kurang', 'Cukup'],
    ['1.8', 'Cukup', 'Cukup'],
    ['2.5949', 'Cukup', 'Cukup'],
    ['2.6', 'Baik', 'Baik'],
    ['3.4985', 'Baik', 'Sangat Baik'],
    ['4.2', 'Memuaskan', 'Memuaskan'],
    ['5', 'Memuaskan', 'Memuaskan'],
  ])('%s is %s by the exact index and %s by the rounded one', (index, exact, rounded) => {
    const value = new Fraction(index);
    expect(bandOf(instrument, value).name).toBe(exact);
    expect(bandOf(instrument, value, 2024).name).toBe(exact);
    expect(bandOf(instrument, value, 2023).name).toBe(rounded);
  });

  it('is none below the lowest: a bug of its caller', () => {
    expect(() => bandOf(instrument, new Fraction('0.5'))).toThrow(/below every band/);
  });
});

function toLevels(answers: readonly (number | null)[]): Levels {
  return new Map(
    answers.flatMap((answer, position): [string, number][] =>
      answer === null ? [] : [[ids[position] ?? '', answer]],
    ),
  );
}

type Tree = Readonly<Record<string, Readonly<Record<string, Readonly<Record<string, string>>>>>>;

/** Scores a small tree of domain → aspect → indicator weights, topped up to 100; text by group id and `index`. */
function scoreSmall(tree: Tree, levels: Record<string, number>): Map<string, string> {
  const sum = (weights: string[]) => weights.reduce((total, weight) => total.add(weight), new Fraction(0));
  const weights = Object.values(tree).flatMap((aspects) => Object.values(aspects).flatMap(Object.values));
  const rest = new Fraction(100).sub(sum(weights));
  const whole: Tree = rest.equals(0) ? tree : { ...tree, rest: { restA: { restI: rest.toString() } } };
  const groups: Instrument['groups'][number][] = [];
  const indicators: Instrument['indicators'][number][] = [];
  for (const [domain, aspects] of Object.entries(whole)) {
    const weight = sum(Object.values(aspects).flatMap((parts) => Object.values(parts)));
    groups.push({ id: domain, kind: 'domain', name: domain, parent: null, weight });
    for (const [aspect, parts] of Object.entries(aspects)) {
      const weight = sum(Object.values(parts));
      groups.push({ id: aspect, kind: 'aspect', name: aspect, parent: domain, weight });
      for (const [id, weight] of Object.entries(parts)) {
        const names = { name: id, shortName: id, question: id, capability: 'proses' };
        indicators.push({ ...names, id, group: aspect, weight: new Fraction(weight) });
      }
    }
  }
  const result = score({ ...instrument, groups, indicators }, new Map(Object.entries(levels)));
  const texts = result.groups.map(({ group, index }): [string, string] => [group.id, roundHalfUp(index, 2)]);
  return new Map([...texts, ['index', result.shown]]);
}
