import { beforeAll, describe, expect, test } from 'vitest';
import type { Instrument } from '../../src/instrument/instrument.ts';
import { loadInstrument } from '../../src/instrument/load.ts';
import { parseChanges } from '../../src/plan/parse-changes.ts';
import { smallInstrument } from './small-instrument.ts';

let instruments: Record<string, Instrument>;
beforeAll(async () => {
  instruments = {
    59: await loadInstrument('permenpanrb-59-2020'),
    5: await loadInstrument('permenpanrb-5-2018'),
    decimal: smallInstrument([1, 1], 2),
  };
});

const parse = (texts: string[], which: string) => {
  const instrument = instruments[which];
  if (!instrument) throw new Error(which);
  return Object.fromEntries(parseChanges(texts, instrument));
};

describe('parseChanges', () => {
  test.each([
    ['59', ['12=3'], { 12: 3 }],
    ['59', ['21-23=2', '22=4'], { 21: 2, 22: 4, 23: 2 }],
    ['59', ['1, 5,7 = 4'], { 1: 4, 5: 4, 7: 4 }],
    ['59', ['21 - 23=2', '5-5=03', '1-2=4'], { 1: 4, 2: 4, 5: 3, 21: 2, 22: 2, 23: 2 }],
    ['decimal', ['i1=2,25', 'i2=1.5'], { i1: 2.25, i2: 1.5 }],
    ['5', ['35-1=2'], { '35-1': 2 }],
    ['5', ['34-35-2=0'], { 34: 0, '35-1': 0, '35-2': 0 }],
    ['5', ['35-1–35-3=5'], { '35-1': 5, '35-2': 5, '35-3': 5 }],
  ])('%s %j', (which, texts, expected) => {
    expect(parse(texts, which)).toEqual(expected);
  });

  test.each([
    ['59', ['12'], /tidak dimengerti/],
    ['59', ['12=3=4'], /tidak dimengerti/],
    ['59', ['48=3'], /Indikator "48" tidak ada/],
    ['59', ['28-21=3'], /tidak ada/],
    ['59', ['12=6'], /Tulis bilangan bulat 1 sampai 5/],
    ['59', ['12=2.5'], /bilangan bulat/],
    ['59', ['12=0'], /1 sampai 5/],
    ['5', ['35=3'], /Indikator "35" tidak ada/],
    ['59', ['0-3=2'], /Indikator "0-3" tidak ada\. Nomor yang dikenal: 1 sampai 47\./],
    ['59', ['45-48=2'], /tidak ada/],
    ['59', ['12=+3'], /tidak ada/],
    ['59', ['12=3e0'], /tidak ada/],
    ['decimal', ['i1=2.125'], /Tulis angka 1 sampai 5/],
    ['59', ['x'.repeat(41)], /^"x{40}" tidak dimengerti/],
    ['59', [`${'x'.repeat(41)}=3`], /"x{40}" tidak ada/],
    ['59', [`12=${'x'.repeat(41)}`], /"x{40}" tidak ada/],
  ])('%s %j is refused', (which, texts, message) => {
    expect(() => parse(texts, which)).toThrow(message);
  });
});
