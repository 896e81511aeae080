import { expect, test } from 'vitest';
import { findSensitivity } from '../../src/plan/sensitivity.ts';
import { tryLevels } from '../../src/plan/what-if.ts';
import { smallInstrument } from './small-instrument.ts';

const instrument = smallInstrument([5, 3, 2]);

function look(levels: readonly number[]) {
  const map = new Map(levels.map((level, i): [string, number] => [`i${i + 1}`, level]));
  const { up, down, indicators } = findSensitivity(instrument, map);
  return {
    up: up?.distance.toString() ?? null,
    down: down?.distance.toString() ?? null,
    indicators: indicators.map((one) => [
      one.indicator,
      one.gain.toString(),
      one.loss.toString(),
      one.lifts,
      one.drops,
    ]),
  };
}

test('below an edge: the steps that alone reach it', () => {
  expect(look([2, 2, 3])).toEqual({
    up: '0.4',
    down: null,
    indicators: [
      ['i1', '0.5', '0.5', true, false],
      ['i2', '0.3', '0.3', false, false],
      ['i3', '0.2', '0.2', false, false],
    ],
  });
});

test('above an edge: the indicators that alone bring it down; nothing beyond top and bottom', () => {
  expect(look([2, 5, 1])).toEqual({
    up: null,
    down: '0.1',
    indicators: [
      ['i1', '0.5', '0.5', false, true],
      ['i3', '0.2', '0', false, false],
      ['i2', '0', '0.3', false, true],
    ],
  });
});

test('what if: only what changes, blanks from the floor, falls as well', () => {
  const levels = new Map([
    ['i1', 3],
    ['i2', 4],
  ]);
  const { indicators } = findSensitivity(instrument, levels);
  expect(indicators.map(({ indicator, level }) => [indicator, level])).toEqual([
    ['i1', 3],
    ['i2', 4],
    ['i3', null],
  ]);
  const changed = new Map([
    ['i1', 3],
    ['i2', 2],
    ['i3', 5],
  ]);
  const { from, to, changes } = tryLevels(instrument, levels, changed);
  expect([from.index.toString(), to.index.toString()]).toEqual(['2.9', '3.1']);
  expect(changes.map((one) => [one.indicator, one.from, one.to, one.gain.toString()])).toEqual([
    ['i2', 4, 2, '-0.6'],
    ['i3', null, 5, '0.8'],
  ]);
});

test('what nobody changes is no change', () => {
  expect(tryLevels(instrument, new Map([['i1', 3]]), new Map([['i2', 2]])).changes).toHaveLength(1);
});
