import { describe, expect, it } from 'vitest';
import {
  comparableName,
  findInstitutions,
  kindOfName,
  mayBeSame,
  provinceOf,
  shortInstitutionName,
  spellingsOf,
} from '../../src/assessment/institution-name.ts';
import { loadProvinces, loadPublishedResults } from '../../src/instrument/benchmarks.ts';
import { regionKinds } from '../../src/project/regions.ts';

const published = await loadPublishedResults();
const provinces = await loadProvinces();
const of2024 = published.filter(({ year }) => year === 2024);
const namesOf = (text: string, year = 2024) =>
  findInstitutions(
    text,
    published.filter((row) => row.year === year),
  ).map(({ name }) => name);

describe('kindOfName', () => {
  it.each([
    ['Kab. Mojokerto', 'kabupaten'],
    ['Kabupaten Kotawaringin Barat', 'kabupaten'],
    ['Pemkab Mojokerto', 'kabupaten'],
    ['KOTA MOJOKERTO', 'kota'],
    ['  Pemerintah Kota Gorontalo', 'kota'],
    ['Pemkot Batam', 'kota'],
    ['Provinsi Jawa Timur', 'provinsi'],
    ['Pemprov Jawa Timur', 'provinsi'],
    ['Pemerintah Daerah Daerah Istimewa Yogyakarta', 'provinsi'],
    ['DKI Jakarta', 'provinsi'],
    ['Pemerintah Aceh', 'provinsi'],
    ['Pemerintah D.I. Yogyakarta', 'provinsi'],
    ['Kementerian Keuangan', 'kementerian'],
    ['Kemenko Perekonomian', 'kementerian'],
    ['Kotawaringin Barat', null],
    ['Mojokerto', null],
    ['Aceh Tengah', null],
    ['Badan Siber dan Sandi Negara', null],
    ['', null],
  ])('%j → %j', (region, kind) => {
    expect(kindOfName(region)).toBe(kind);
  });

  it('knows the kind of every published region and ministry by its name', () => {
    const wrong = published.filter(({ type, name }) => {
      const known = regionKinds.some((kind) => kind === type);
      return known && kindOfName(name) !== type;
    });
    expect(wrong.map(({ name }) => name)).toEqual([]);
  });
});

describe('findInstitutions', () => {
  it.each([
    ['Kab. Mojokerto', 'Pemerintah Kab. Mojokerto'],
    ['kabupaten mojokerto', 'Pemerintah Kab. Mojokerto'],
    ['KAB MOJOKERTO', 'Pemerintah Kab. Mojokerto'],
    ['Pemkab.  Mojokerto', 'Pemerintah Kab. Mojokerto'],
    ['Pemerintah Kabupaten Mojokerto', 'Pemerintah Kab. Mojokerto'],
    ['Pemkot Mojokerto', 'Pemerintah Kota Mojokerto'],
    ['Provinsi DKI Jakarta', 'Pemerintah Provinsi DKI Jakarta'],
    ['DKI Jakarta', 'Pemerintah Provinsi DKI Jakarta'],
    ['Daerah Istimewa Yogyakarta', 'Pemerintah D.I. Yogyakarta'],
    ['Pemda DIY', undefined],
    ['DIY', 'Pemerintah D.I. Yogyakarta'],
    ['Aceh', 'Pemerintah Aceh'],
    ['Provinsi Aceh', 'Pemerintah Aceh'],
    ['NTB', 'Pemerintah Provinsi Nusa Tenggara Barat'],
    ['Provinsi NTT', 'Pemerintah Provinsi Nusa Tenggara Timur'],
    ['Kabupaten Kepulauan Mentawai', 'Pemerintah Kab. Kep. Mentawai'],
    ['Kabupaten Ogan Komering Ulu Selatan', 'Pemerintah Kab. Ogan Komering Ulu Sel.'],
    ['Provinsi Kepulauan Bangka Belitung', 'Pemerintah Provinsi Kep. Bangka Belitung'],
    ['Kota Pangkalpinang', 'Pemerintah Kota Pangkal Pinang'],
    ['Fakfak', 'Pemerintah Kab. Fak-Fak'],
    ['Kota Baru', 'Pemerintah Kab. Kotabaru'],
    ['Kotamobagu', 'Pemerintah Kota Kotamobagu'],
    ['Kementerian Keuangan', 'Kementerian Keuangan'],
    ['badan narkotika nasional', 'Badan Narkotika Nasional'],
  ])('%j → %j', (text, name) => {
    expect(namesOf(text)).toEqual(name === undefined ? [] : [name]);
  });

  it('finds two where a name alone says too little, and one if the kind is known', () => {
    expect(namesOf('Mojokerto')).toEqual(['Pemerintah Kab. Mojokerto', 'Pemerintah Kota Mojokerto']);
    expect(namesOf('gorontalo')).toHaveLength(3);
    expect(findInstitutions('Mojokerto', of2024, 'kota').map(({ name }) => name)).toEqual([
      'Pemerintah Kota Mojokerto',
    ]);
  });

  it('finds the same region in both years, however it was printed', () => {
    expect(namesOf('NTB', 2023)).toEqual(['Pemerintah Provinsi NTB']);
    expect(namesOf('Kotamobagu', 2023)).toEqual(['Pemerintah Kota KotaMobagu']);
  });

  it('finds every published institution by its own name, and no other', () => {
    for (const { year, name } of published) expect([year, namesOf(name, year)]).toEqual([year, [name]]);
  });
});

describe('a name', () => {
  it.each([
    ['Pemerintah Kota Mojokerto', 'Kota Mojokerto'],
    ['Pemerintah  Kab. Gresik', 'Kab. Gresik'],
    ['Pemerintah Provinsi Jawa Timur', 'Prov. Jawa Timur'],
    ['Provinsi  Bali', 'Prov. Bali'],
    ['Badan Pemerintah X', 'Badan Pemerintah X'],
    ['Kab. Provinsi X', 'Kab. Provinsi X'],
  ])('%j is written short as %j', (name, short) => {
    expect(shortInstitutionName(name)).toBe(short);
  });

  it.each([
    ['Kab. Mojokerto', 'kabupaten mojokerto', 'mojokerto'],
    ['Pemerintah  Kabupaten Fak-Fak', 'kabupaten fakfak', 'fakfak'],
    ['Pemerintah Daerah  Kota Batu', 'kota batu', 'batu'],
    ['NTB', 'provinsi nusatenggarabarat', 'nusatenggarabarat'],
    ['Prov. Kepri', 'provinsi kepulauanriau', 'kepulauanriau'],
    ['Kab. Kep Sula', 'kabupaten kepulauansula', 'kepulauansula'],
    ['Kota Jakarta', 'kota jakarta', 'jakarta'],
    ['Dinas Pemerintah Kota Batu', 'dinaspemerintahkotabatu', 'dinaspemerintahkotabatu'],
  ])('%j is compared as %j, and asked for as %j too', (name, comparable, key) => {
    expect(comparableName(name)).toBe(comparable);
    expect(spellingsOf(name)).toEqual([...new Set([comparable, key])]);
  });

  it('of a kind that tells leaves no room for another, unless nothing else is found', () => {
    const alike = (text: string, kind: 'kabupaten' | null = null) =>
      findInstitutions(text, of2024, kind).length;
    expect([alike('Kota Mojokerto'), alike('Mojokerto', 'kabupaten'), alike('Kota Antah')]).toEqual([
      1, 1, 0,
    ]);
    expect(alike('Antah')).toBe(0);
  });

  it('of a province is that of its kabupaten and kota alone', () => {
    const inProvince = (type: 'kabupaten' | 'kota' | 'provinsi', name: string) =>
      provinceOf({ type, name }, provinces);
    expect([
      inProvince('kabupaten', 'Pemerintah Kab. Gresik'),
      inProvince('kota', 'Pemerintah Kota Gresik'),
      inProvince('kabupaten', 'Kab. Antah'),
      inProvince('provinsi', 'Gresik'),
    ]).toEqual(['Jawa Timur', null, null, null]);
  });
});

describe('mayBeSame', () => {
  it.each([
    ['Kab. Mojokerto', 'Kabupaten Mojokerto', true],
    ['Mojokerto', 'Kota Mojokerto', true],
    ['Kab. Mojokerto', 'Kota Mojokerto', false],
    ['Kota Malang', 'Kota Mojokerto', false],
  ])('%j, %j: %j', (a, b, same) => {
    expect([mayBeSame(a, b), mayBeSame(b, a)]).toEqual([same, same]);
  });
});

describe('templates/benchmarks/provinces.json', () => {
  it('puts every published kabupaten and kota into exactly one province, and holds no others', () => {
    const regions = published.filter(({ type }) => type === 'kabupaten' || type === 'kota');
    expect(regions.filter((row) => provinceOf(row, provinces) === null)).toEqual([]);
    const members = provinces.flatMap((one) => [
      ...one.kabupaten.map((name) => `Kab. ${name}`),
      ...one.kota.map((name) => `Kota ${name}`),
    ]);
    expect(new Set(members).size).toBe(members.length);
    const unknown = members.filter((name) => findInstitutions(name, published).length === 0);
    expect(unknown).toEqual([]);
  });

  it('names the provinces as the results do, and leaves out DKI Jakarta alone', () => {
    const named = provinces.map(({ name }) =>
      findInstitutions(name, of2024, 'provinsi').map((one) => one.name),
    );
    expect(named.filter((found) => found.length !== 1)).toEqual([]);
    const all = of2024.filter(({ type }) => type === 'provinsi').map(({ name }) => name);
    expect(all.filter((name) => !named.flat().includes(name))).toEqual(['Pemerintah Provinsi DKI Jakarta']);
  });

  it.each([
    // Counts of the regions' own administrations, less those that were not evaluated.
    ['Jawa Timur', 29, 9],
    ['Jawa Barat', 18, 9],
    ['Jawa Tengah', 29, 6],
    ['Bali', 8, 1],
    ['DI Yogyakarta', 4, 1],
    ['Sulawesi Selatan', 21, 3],
  ])('%s has %i kabupaten and %i kota', (name, kabupaten, kota) => {
    const found = provinces.find((one) => one.name === name);
    expect([found?.kabupaten.length, found?.kota.length]).toEqual([kabupaten, kota]);
  });
});
