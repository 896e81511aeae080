import { describe, expect, it } from 'vitest';
import { loadInstrument } from '../../../src/instrument/load.ts';
import { findIn, placesOf } from './find-in.ts';

const app = (name: string, year: number) =>
  `Aplikasi ${name} versi ${year} dipakai seluruh perangkat daerah sejak tahun ${year}, menerima masukan pengguna lewat formulir, lalu menyimpan dan menampilkan hasilnya.`;
const plan =
  'Perbup Nomor 12 Tahun 2024 Pasal 4 menguraikan tujuh muatan yang diminta beserta jadwal, anggaran dan penanggung jawabnya.';

describe('explanation-copied', () => {
  it.each([
    ['the same words', plan, plan],
    ['the same but for numbers and names', app('SIMPEG', 2021), app('SRIKANDI', 2023)],
    [
      'the name of the indicator put in its place',
      `Telah ada peraturan bupati yang mengatur arsitektur spbe dan sudah disosialisasikan kepada seluruh perangkat daerah.`,
      `Telah ada peraturan bupati yang mengatur peta rencana spbe dan sudah disosialisasikan kepada seluruh perangkat daerah.`,
    ],
    [
      'what speaks of the other indicator still',
      `Arsitektur ${plan.toLowerCase()} arsitektur spbe itu dievaluasi tiap semester bersama bappeda`,
      `Dalam 2024 ${plan.toLowerCase()} arsitektur spbe itu dievaluasi tiap semester bersama bappeda`,
    ],
    ['capitals, dashes and blanks', plan, `  ${plan.toUpperCase().replaceAll(' ', ' - ')}`],
    ['a text of many pages', plan.repeat(400), plan.repeat(400)],
  ])('hits %s', async (_, first, second) => {
    expect(await placesOf('explanation-copied', pair(first, second))).toEqual(['Penilaian!J7']);
  });

  it.each([
    ['other words', plan, app('SIMPEG', 2021)],
    [
      'one regulation with another article for each',
      'Perbup Nomor 12 Tahun 2024 Pasal 4 halaman 3.',
      'Perbup Nomor 12 Tahun 2024 Pasal 9 halaman 7.',
    ],
    ['a standard phrase', 'Belum ada perubahan tahun ini.', 'Belum ada perubahan tahun ini.'],
    [
      'the same sentence about other functions',
      'Aplikasi melayani kenaikan pangkat, cuti, mutasi dan pensiun dengan persetujuan berjenjang.',
      'Aplikasi melayani surat masuk, disposisi, arsip dan tanda terima dengan persetujuan berjenjang.',
    ],
    ['blanks', '', ''],
  ])('spares %s', async (_, first, second) => {
    expect(await placesOf('explanation-copied', pair(first, second))).toEqual([]);
  });

  it('spares an indicator at the floor', async () => {
    const answers = [
      { indicator: '1', level: '3', fact: plan },
      { indicator: '2', level: '1', fact: plan },
    ];
    expect(await placesOf('explanation-copied', { answers })).toEqual([]);
  });

  it('names the first that says it, and its cell, for each copy', async () => {
    const answers = ['1', '2', '3'].map((indicator) => ({ indicator, level: '3', analysis: plan }));
    const found = await findIn('explanation-copied', { answers });
    expect(found.map(({ at }) => at.address)).toEqual(['K7', 'K8']);
    expect(found[1]?.message).toContain('Analisis indikator 3 hampir sama dengan indikator 1');
    expect(found[1]?.message).toContain('bandingkan dengan Penilaian!K6 –');
  });

  it.each(['permenpanrb-59-2020', 'permenpanrb-5-2018', 'permenpanrb-8-2026'])(
    'finds nothing in explanations of every indicator of %s that each speak of their own',
    async (id) => {
      const { indicators } = await loadInstrument(id);
      const answers = indicators.map(({ id: indicator }) => ({ indicator, level: '3' }));
      expect(await placesOf('explanation-copied', { instrument: id, answers })).toEqual([]);
    },
  );
});

describe('two explanations', () => {
  const copies = async (first: string, second: string) =>
    (await placesOf('explanation-copied', pair(first, second))).length > 0;
  const words = (from: number, to: number) =>
    Array.from({ length: to - from }, (_, index) => `kata${'abcdefghijklmnopqrstuvwxyz'[from + index]}`).join(
      ' ',
    );

  it('of eight words are compared, of seven not', async () => {
    expect([await copies(words(0, 8), words(0, 8)), await copies(words(0, 7), words(0, 7))]).toEqual([
      true,
      false,
    ]);
    const numbered = (count: number) => `${words(0, count)} 12`;
    expect([
      await copies(numbered(8), `${words(0, 8)} 13`),
      await copies(numbered(7), `${words(0, 7)} 13`),
    ]).toEqual([...[true, false]]);
  });

  it('are near from nine of ten words in common', async () => {
    // 9 of 10 in all: 9 in both, one more in the second; then 18 of 20; then 17 of 19.
    expect(await copies(words(0, 9), words(0, 10))).toBe(true);
    expect(await copies(words(0, 10), words(0, 9))).toBe(true);
    expect(await copies(words(0, 19), words(1, 20))).toBe(true);
    expect(await copies(words(0, 18), words(1, 19))).toBe(false);
    expect(await copies(words(0, 8), words(0, 9))).toBe(false);
  });

  it('capitals make a name, which does not count', async () => {
    expect(await copies(`${words(0, 8)} Adi Budi`, `${words(0, 8)} Citra Dedi Eka`)).toBe(true);
    expect(await copies(`${words(0, 8)} adi budi`, `${words(0, 8)} citra dedi eka`)).toBe(false);
    expect(await copies(`${words(0, 8)} kSatu 2dua`, `${words(0, 8)} kTiga 4empat`)).toBe(true);
  });

  it('without the words of their own indicator’s name, and of no other', async () => {
    const own = (name: string) => `${words(0, 8)} kebijakan internal ${name}`;
    expect(await copies(own('arsitektur'), own('peta rencana'))).toBe(true);
    // Words of the name of 42 and of 32.
    expect(
      await copies(
        `${words(0, 8)} pengaduan pelayanan publik`,
        `${words(0, 8)} perencanaan anggaran keuangan`,
      ),
    ).toBe(false);
    // Seven words are left without the name: all of them decide.
    expect(await copies(`${words(0, 7)} kebijakan`, `${words(0, 7)} kebijakan 12`)).toBe(true);
  });

  it('word for word, names and numbers too', async () => {
    const names = 'Adi Budi Citra Dedi Eka Fani Gita Hadi';
    expect([await copies(names, names), await copies(names.slice(0, -5), names.slice(0, -5))]).toEqual([
      true,
      false,
    ]);
    expect(await copies('1 23 4 5 6 7 8 9', '12 3 4 5 6 7 8 9')).toBe(false);
  });

  it('as far as their first four thousand characters', async () => {
    const long = `${words(0, 8)} `.repeat(100);
    expect(long.length).toBeGreaterThan(4_000);
    expect(await copies(`${long}${words(10, 15)}`, `${long}${words(15, 20)}`)).toBe(true);
  });
});

function pair(first: string, second: string) {
  return {
    answers: [
      { indicator: '1', level: '3', fact: first },
      { indicator: '2', level: '3', fact: second },
    ],
  };
}
