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

function pair(first: string, second: string) {
  return {
    answers: [
      { indicator: '1', level: '3', fact: first },
      { indicator: '2', level: '3', fact: second },
    ],
  };
}
