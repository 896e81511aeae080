import { Fraction } from 'fraction.js';
import { describe, expect, test } from 'vitest';
import { loadAnnounced, loadOtherResults } from '../../src/instrument/announced.ts';
import { loadPublishedResults } from '../../src/instrument/benchmarks.ts';
import { listInstruments, loadInstrument } from '../../src/instrument/load.ts';
import { nearInstitutions } from '../../src/instrument/near-institutions.ts';
import { readOfficial, readTotals } from '../official-results.ts';

const others = await loadOtherResults();
const published = await loadPublishedResults();

describe('the results of other years', () => {
  test('are of institutions, years and instruments that are known, each once, and not in the national reports', async () => {
    const packs = new Map(
      await Promise.all((await listInstruments()).map(async (id) => [id, await loadInstrument(id)] as const)),
    );
    const known = new Set(published.map(({ name }) => name));
    for (const { name, year, instrument, groups } of others) {
      const pack = packs.get(instrument);
      expect(known).toContain(name);
      expect(year).toBeGreaterThanOrEqual(pack?.years.from ?? 9999);
      expect(year).toBeLessThanOrEqual(Math.min(pack?.years.to ?? 0, 2022));
      const ids = pack?.groups.map(({ id }) => id) ?? [];
      expect(Object.keys(groups).filter((id) => !ids.includes(id))).toEqual([]);
    }
    expect(new Set(others.map(({ name, year }) => `${year} ${name}`)).size).toBe(others.length);
  });

  test('print what the official fixtures print', () => {
    const fixtures = [...readOfficial(), ...readTotals()];
    let compared = 0;
    for (const { name, year, index, predicate, groups } of others) {
      const same = fixtures.find((one) => one.institution === name && one.year === year);
      if (same === undefined) continue;
      const { domains, aspects } = same.published;
      expect([index, predicate]).toEqual([same.published.index, same.published.predicate]);
      expect(groups).toEqual(
        Object.fromEntries([
          ...(domains ?? []).map((value, at) => [`D${at + 1}`, value]),
          ...(aspects ?? []).map((value, at) => [`A${at + 1}`, value]),
        ]),
      );
      compared++;
    }
    // All but Denpasar 2019 and 2021.
    expect(compared).toBe(others.length - 2);
  });

  test('have domains that give their index', async () => {
    for (const { instrument, groups, index, name } of others.filter((one) => one.groups['D1'])) {
      const { groups: known } = await loadInstrument(instrument);
      const sum = known
        .filter(({ kind }) => kind === 'domain')
        .reduce((total, { id, weight }) => total.add(weight.mul(groups[id] ?? '0')), new Fraction(0))
        .div(100);
      expect(sum.sub(index).abs().valueOf(), name).toBeLessThanOrEqual(0.01);
    }
  });
});

test('all together: the national reports and the others, domains by id', async () => {
  const all = await loadAnnounced();
  expect(all).toHaveLength(published.length + others.length);
  const found = all.filter(({ name }) => name === 'Pemerintah Kota Mojokerto');
  expect(found.map(({ year, index }) => [year, index]).toSorted()).toEqual([
    [2021, '2.92'],
    [2022, '3.32'],
    [2023, '4.26'],
    [2024, '4.32'],
  ]);
  expect(found.find(({ year }) => year === 2024)?.groups).toEqual({
    ...{ D1: '5.00', D2: '3.80', D3: '3.00', D4: '4.88' },
  });
});

test('near names survive a typing error', () => {
  const names = published.map(({ name }) => name);
  expect(nearInstitutions('Kota Mojokrto', names, 3)).toContain('Pemerintah Kota Mojokerto');
  expect(nearInstitutions('Zzzzzz', names, 3)).toEqual([]);
});
