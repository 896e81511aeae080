import { describe, expect, it } from 'vitest';
import { findIn, placesOf } from './find-in.ts';

const long = 'Perbup Nomor 12 Tahun 2024 Pasal 4 memuat tujuh muatan peta rencana.';

describe('explanation-short', () => {
  it.each([
    ['a word or two', { fact: 'Sudah ada.' }, ['Penilaian!J6']],
    ['a standard phrase', { analysis: 'Memenuhi kriteria tingkat 4.' }, ['Penilaian!K6']],
    ['many words without a letter too many', { fact: 'a b c d e f g h i j k' }, ['Penilaian!J6']],
    ['one long word', { fact: 'x'.repeat(60) }, ['Penilaian!J6']],
    ['both', { fact: 'ada', analysis: 'sesuai' }, ['Penilaian!J6', 'Penilaian!K6']],
  ])('hits %s', async (_, texts, places) => {
    expect(await placesOf('explanation-short', answered(texts))).toEqual(places);
  });

  it.each([
    ['what says something', { fact: long, analysis: long }],
    ['a blank one: another rule says so', { fact: '', analysis: '' }],
    ['the floor, which claims nothing', { level: '1', fact: 'belum ada', analysis: 'belum' }],
    ['a level that is not there', { level: '', fact: 'belum ada' }],
  ])('spares %s', async (_, texts) => {
    expect(await placesOf('explanation-short', answered(texts))).toEqual([]);
  });

  it('counts what was found, and says what to write', async () => {
    const [fact, analysis] = await findIn('explanation-short', answered({ fact: 'ada SK', analysis: 'ya' }));
    expect(fact?.message).toContain('2 kata untuk tingkat 4');
    expect(fact?.message).toContain('nomor dan pasal');
    expect(analysis?.message).toContain('Analisis indikator 12 terlalu singkat – 1 kata');
  });
});

function answered(texts: { level?: string; fact?: string; analysis?: string }) {
  return { answers: [{ indicator: '12', level: '4', ...texts }] };
}
