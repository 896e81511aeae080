import { describe, expect, it } from 'vitest';
import { continuationsOf, loadCrosswalks } from '../../src/instrument/crosswalk.ts';
import { loadInstrument } from '../../src/instrument/load.ts';

const crosswalks = await loadCrosswalks();

it('there is one from each instrument to the next', () => {
  expect(crosswalks.map(({ from, to }) => [from, to])).toEqual([
    ['permenpanrb-5-2018', 'permenpanrb-59-2020'],
    ['permenpanrb-59-2020', 'permenpanrb-8-2026'],
  ]);
});

describe.each(crosswalks)('$from → $to', async ({ from, to, note, links }) => {
  const older = (await loadInstrument(from)).indicators.map(({ id }) => id);
  const newer = (await loadInstrument(to)).indicators.map(({ id }) => id);
  const froms = links.flatMap((link) => link.from ?? []);
  const tos = links.flatMap((link) => link.to ?? []);

  it('says that it is our reading', () => {
    expect(note).toContain('daftar ini bacaan kami');
  });

  it('names every indicator of both sides, and no other', () => {
    expect([...new Set(froms)].toSorted()).toEqual(older.toSorted());
    expect([...new Set(tos)].toSorted()).toEqual(newer.toSorted());
  });

  it('holds no pair twice and no empty one', () => {
    const pairs = links.map((link) => `${link.from} → ${link.to}`);
    expect(new Set(pairs).size).toBe(pairs.length);
    expect(pairs).not.toContain('null → null');
  });

  it('lets an indicator end or begin only if it has no other link', () => {
    for (const link of links.filter(({ to }) => to === null)) {
      expect(links.filter((other) => other.from === link.from)).toEqual([link]);
    }
    for (const link of links.filter(({ from }) => from === null)) {
      expect(links.filter((other) => other.to === link.to)).toEqual([link]);
      expect(link.evidence).toBeNull();
    }
  });

  it('says why, in sentences', () => {
    for (const { reason, evidence } of links) {
      expect(reason).toMatch(/\.$/);
      expect(evidence ?? '.').toMatch(/\.$/);
    }
  });
});

describe('what a source says', () => {
  it.each([
    ['1', '3'],
    ['4', '6'],
    ['5', '5'],
    ['32', '27'],
    ['33', '28'],
    ['34', '29'],
    ['35', '31'],
    ['36', '26'],
    ['37', '25'],
  ])('%s of 59/2020 continues %s of 5/2018: high', (to, from) => {
    const link = crosswalks[0]?.links.find((link) => link.from === from && link.to === to);
    expect(link?.certainty).toBe('high');
  });
});

describe('continuationsOf', () => {
  const seen = (instrument: string, indicator: string) =>
    continuationsOf(crosswalks, instrument, indicator).map((found) => [
      found.direction,
      found.instrument,
      found.indicator,
    ]);

  it('finds both directions of 12 of 59/2020', () => {
    expect(seen('permenpanrb-59-2020', '12')).toEqual([
      ['earlier', 'permenpanrb-5-2018', '20'],
      ['later', 'permenpanrb-8-2026', '1'],
    ]);
  });

  it('does not confuse it with 12 of the others', () => {
    expect(seen('permenpanrb-5-2018', '12')).toEqual([['later', 'permenpanrb-59-2020', null]]);
    expect(seen('permenpanrb-8-2026', '12')).toEqual([
      ['earlier', 'permenpanrb-59-2020', '8'],
      ['earlier', 'permenpanrb-59-2020', '22'],
    ]);
  });

  it('says where one began, and knows nothing of an unknown one', () => {
    expect(seen('permenpanrb-8-2026', '7')).toEqual([['earlier', 'permenpanrb-59-2020', null]]);
    expect(seen('permenpanrb-59-2020', '48')).toEqual([]);
  });
});
