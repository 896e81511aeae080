import { Fraction } from 'fraction.js';
import { describe, expect, it } from 'vitest';
import { findPeerGroups, type OwnResult } from '../../src/assessment/peer-groups.ts';
import {
  loadProvinces,
  loadPublishedResults,
  type Province,
  type PublishedResult,
} from '../../src/instrument/benchmarks.ts';

const published = await loadPublishedResults();
const provinces = await loadProvinces();
const of2024 = published.filter(({ year }) => year === 2024);

describe('Kota Mojokerto 2024', () => {
  const row = of2024.find(({ name }) => name === 'Pemerintah Kota Mojokerto');
  const groupsOf = () =>
    findPeerGroups(
      {
        index: new Fraction(row?.index ?? 0),
        domains: (row?.domains ?? []).map((value) => new Fraction(value ?? 0)),
        kind: 'kota',
        published: row ?? null,
        province: 'Jawa Timur',
      },
      of2024,
      provinces,
    );

  it('is where a count by hand puts it: fourth of 93, with two others', () => {
    // Counted on the printed texts alone: "4.32" sorts as it is worth, since all have one digit before the point.
    const texts = of2024.filter(({ type }) => type === 'kota').map(({ index }) => index);
    expect(row?.index).toBe('4.32');
    expect(texts).toHaveLength(93);
    expect(texts.filter((text) => text > '4.32')).toEqual(['4.59', '4.54', '4.57']);
    expect(texts.filter((text) => text === '4.32')).toHaveLength(3);
    const groups = groupsOf();
    expect(groups.kind).toMatchObject({ rank: 4, of: 93, below: 93 - 3 - 3 });
    expect(groups.kind.sharedWith).toEqual(['Pemerintah Kota Jambi', 'Pemerintah Kota Depok']);
    expect(groups.kind.next?.peers.map(({ name }) => name)).toEqual(['Pemerintah Kota Surabaya']);
    expect(groups.kind.next?.distance.toString()).toBe('0.22');
  });

  it('has the mean of the published table', () => {
    const hundredths = of2024
      .filter(({ type }) => type === 'kota')
      .reduce((sum, { index }) => sum + Number(index.replace('.', '')), 0);
    const { distribution } = groupsOf().kind;
    expect(distribution?.mean.equals(new Fraction(hundredths, 9300))).toBe(true);
    expect(distribution?.mean.round(2).toString()).toBe('3.39');
  });

  it('is ranked among the 38 kabupaten and kota of Jawa Timur', () => {
    const near = [...(provinces.find(({ name }) => name === 'Jawa Timur')?.kabupaten ?? [])];
    const isNear = (name: string) => near.includes(name.replace('Pemerintah Kab. ', '')) || isKota(name);
    const isKota = (name: string) =>
      /Kota (Surabaya|Mojokerto|Malang|Pasuruan|Probolinggo|Blitar|Kediri|Madiun|Batu)$/.test(name);
    const texts = of2024.filter(({ name }) => isNear(name)).map(({ index }) => index);
    expect(texts).toHaveLength(38);
    expect(groupsOf().province).toMatchObject({
      name: 'Jawa Timur',
      of: 38,
      rank: 1 + texts.filter((text) => text > '4.32').length,
    });
  });

  it('is ranked by domain, where each is printed', () => {
    const ranks = (row?.domains ?? []).map((own, position) => {
      const others = of2024
        .filter(({ type }) => type === 'kota')
        .map(({ domains }) => domains[position] ?? '');
      return 1 + others.filter((text) => text > (own ?? '')).length;
    });
    expect(groupsOf().domains?.map((one) => one?.rank)).toEqual(ranks);
  });
});

describe('the groups that one result is ranked in', () => {
  const row = (
    name: string,
    index: string,
    domains: readonly (string | null)[] = [],
    type: PublishedResult['type'] = 'kabupaten',
  ): PublishedResult => ({
    ...{ year: 2024, type, name: `Pemerintah ${name}`, index, predicate: 'Baik' },
    domains: [0, 1, 2, 3].map((at) => domains[at] ?? null),
  });
  const rows = [
    row('Kab. Timur', '3.00', ['3.00', null]),
    row('Kab. Barat', '4.00', ['2.00', '4.00']),
    row('Kab. Utara', '2.00', ['4.00', '1.00']),
    row('Kota Timur', '3.50', ['5.00', '5.00'], 'kota'),
    row('Provinsi Tengah', '5.00', ['5.00', '5.00'], 'provinsi'),
  ];
  const known: Province[] = [
    { name: 'Lain', kabupaten: ['Barat'], kota: [] },
    { name: 'Tengah', kabupaten: ['Timur', 'Utara'], kota: ['Timur'] },
  ];
  const own: OwnResult = {
    ...{ index: new Fraction(3), domains: null, kind: 'kabupaten', published: null, province: null },
  };
  const groupsOf = (more: Partial<OwnResult>, chosen?: readonly PublishedResult[]) =>
    findPeerGroups({ ...own, ...more }, rows, known, chosen);

  it('are its kind alone, where nothing else is known', () => {
    const found = groupsOf({});
    expect(found).toMatchObject({
      kind: { rank: 2, of: 4, sharedWith: ['Pemerintah Kab. Timur'], below: 1 },
      ...{ province: null, chosen: null, domains: null },
    });
    expect(found.kind.next?.peers).toEqual([{ name: 'Pemerintah Kab. Barat', value: new Fraction(4) }]);
  });

  it('leave out its own published value, and no other', () => {
    const self = { published: rows[0] ?? null };
    expect(groupsOf(self).kind).toMatchObject({ rank: 2, of: 3, sharedWith: [], distribution: { count: 3 } });
  });

  it('are the kabupaten and kota of its province, where there are any', () => {
    expect(groupsOf({ province: 'Tengah' }).province).toMatchObject({
      ...{ name: 'Tengah', rank: 2, of: 4, below: 1, sharedWith: ['Pemerintah Kab. Timur'] },
    });
    expect(groupsOf({ province: 'Selatan' }).province).toBeNull();
  });

  it('are those that were chosen, of whatever kind, without itself', () => {
    const chosen = rows.slice(2);
    expect(groupsOf({}, chosen).chosen).toMatchObject({
      ...{ rank: 3, of: 4, below: 1 },
      peers: chosen.map(({ name }) => ({ name })),
    });
    const self = { published: rows[2] ?? null };
    expect(groupsOf(self, chosen).chosen?.peers.map(({ name }) => name)).toEqual([
      ...['Pemerintah Kota Timur', 'Pemerintah Provinsi Tengah'],
    ]);
    expect(groupsOf(self, rows.slice(2, 3)).chosen).toBeNull();
  });

  it('are its kind in each domain, of those where that is printed', () => {
    const domains = [new Fraction(3), new Fraction(3), null, new Fraction(2)];
    const [first, second, third, fourth] = groupsOf({ domains, published: rows[1] ?? null }).domains ?? [];
    expect(first).toMatchObject({
      rank: 2,
      of: 3,
      sharedWith: ['Pemerintah Kab. Timur'],
      distribution: { count: 3 },
    });
    expect(second).toMatchObject({ rank: 1, of: 2, below: 1, distribution: { count: 2 } });
    expect(third).toBeNull();
    expect(fourth).toMatchObject({ rank: 1, of: 1, distribution: null });
  });
});
