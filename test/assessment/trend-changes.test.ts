import { describe, expect, test } from 'vitest';
import { findTrend, type TrendChange, type TrendParts, type YearResult } from '../../src/assessment/trend.ts';
import { listInstruments, loadInstrument } from '../../src/instrument/load.ts';
import { known, makeYear } from './make-year.ts';

const packs = await Promise.all((await listInstruments()).map(loadInstrument));
const instruments = new Map(packs.map((one) => [one.id, one]));

function changes(...results: readonly YearResult[]): readonly TrendChange[] {
  const targets = { instrument: '', list: [] };
  const { segments } = findTrend(results, { instruments, crosswalks: [], targets });
  expect(segments).toHaveLength(1);
  return segments[0]?.changes ?? [];
}

/** `D1 0.1 ±0.02` for each part, what is unknown, and the rest. */
function inShort(parts: TrendParts | null | undefined) {
  return (
    parts && {
      parts: parts.parts.map(({ group, points, uncertainty }) => `${group.id} ${points} ±${uncertainty}`),
      unknown: parts.unknown.map(({ id }) => id),
      rest: parts.rest.toString(),
      isExact: parts.isExact,
    }
  );
}

const exactly = (text: string) => known(text, null);

describe('from one year to the next', () => {
  test('the difference, how sure it is, and the way it goes, of indices as shown', () => {
    const found = changes(
      makeYear(2020, '2.50'),
      makeYear(2021, exactly('2.494')),
      makeYear(2022, exactly('2.485')),
      makeYear(2023, known('2.4850', 4)),
      makeYear(2024, '2.50'),
    );
    expect(
      found.map(({ from, to, difference, uncertainty, direction }) => [
        `${from.year}–${to.year}`,
        `${difference} ±${uncertainty} ${direction}`,
      ]),
    ).toEqual([
      ['2020–2021', '-0.006 ±0.005 fall'],
      // Both are shown as 2.49.
      ['2021–2022', '-0.009 ±0 same'],
      ['2022–2023', '0 ±0.00005 same'],
      ['2023–2024', '0.015 ±0.00505 rise'],
    ]);
  });
});

describe('what brought a change', () => {
  const before = { D1: '3', D2: '3', D3: '2', D4: '3' };

  test('exactly, where all is known exactly and nothing is left', () => {
    const three = exactly('3');
    const threes = { D1: three, D2: three, D3: three, D4: three };
    const after = { ...threes, D2: exactly('4') };
    const between = (...ends: readonly Readonly<Record<string, ReturnType<typeof exactly>>>[]) => {
      const [one = {}, other = {}] = ends;
      const [change] = changes(makeYear(2023, exactly('3'), one), makeYear(2024, exactly('3.25'), other));
      return inShort(change?.byTop);
    };
    const parts = ['D1 0 ±0', 'D2 0.25 ±0', 'D3 0 ±0', 'D4 0 ±0'];
    expect(between(threes, after)).toEqual({ parts, unknown: [], rest: '0', isExact: true });
    // A group that is not known, a rest, or a single rounded value, and it is exact no longer.
    const { D4: _, ...fewer } = after;
    const without = { parts: parts.slice(0, 3), unknown: ['D4'], rest: '0', isExact: false };
    expect(between(threes, fewer)).toEqual(without);
    expect(between(fewer, after)).toEqual({
      ...without,
      ...{ parts: ['D1 0 ±0', 'D2 0 ±0', 'D3 0 ±0'], rest: '0.25' },
    });
    expect(between(threes, { ...after, D4: exactly('4') })).toEqual({
      ...{ parts: [...parts.slice(0, 3), 'D4 0.455 ±0'], unknown: [], rest: '-0.455', isExact: false },
    });
    expect(between(threes, { ...after, D4: known('3') })).toEqual({
      ...{ parts: [...parts.slice(0, 3), 'D4 0 ±0.002275'], unknown: [], rest: '0', isExact: false },
    });
  });

  test('an index that is only known rounded is enough to leave it open', () => {
    const threes = Object.fromEntries(['D1', 'D2', 'D3', 'D4'].map((id) => [id, exactly('3')]));
    const [change] = changes(makeYear(2023, '3', threes), makeYear(2024, exactly('3'), threes));
    expect(change?.byTop?.isExact).toBe(false);
  });

  test('by domains and by aspects, apart; null where no value is known in both years', () => {
    const [change, next] = changes(
      makeYear(2022, '2.84', { ...before, A1: '3', A7: '2' }),
      makeYear(2023, '2.94', { D1: '3', D3: '2', D4: '3.20', A7: '2.40', A8: '4' }),
      makeYear(2024, '3.00', { D2: '3', A1: '4' }),
    );
    expect(inShort(change?.byTop)).toEqual({
      parts: ['D1 0 ±0.0013', 'D3 0 ±0.00165', 'D4 0.091 ±0.00455'],
      ...{ unknown: ['D2'], rest: '0.009', isExact: false },
    });
    expect(inShort(change?.byAspect)).toEqual({
      parts: ['A7 0.11 ±0.00275'],
      ...{ unknown: ['A1', 'A2', 'A3', 'A4', 'A5', 'A6', 'A8'], rest: '-0.01', isExact: false },
    });
    expect([next?.byTop, next?.byAspect]).toEqual([null, null]);
  });

  test('where an instrument has no domains, its aspects are the top', () => {
    const pemdi = { instrument: 'permenpanrb-8-2026' };
    const [change] = changes(
      makeYear(2026, '2.00', { A1: '2' }, pemdi),
      makeYear(2027, '2.10', { A1: '3' }, pemdi),
    );
    expect(inShort(change?.byTop)).toMatchObject({ parts: ['A1 0.1 ±0.001'], rest: '0' });
    expect(change?.byAspect).toBeNull();
  });
});
