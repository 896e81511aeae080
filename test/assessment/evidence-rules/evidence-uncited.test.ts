import { describe, expect, it } from 'vitest';
import { findIn, placesOf } from './find-in.ts';

const fact =
  'Perbup 12/2024 Pasal 4 memuat tujuh muatan peta rencana; jadwalnya diuraikan di berkas 12b jadwal.';

describe('evidence-uncited', () => {
  it.each([
    [
      'another title, number and file',
      { title: 'Laporan Evaluasi Kinerja', number: '9 Tahun 2023', location: 'x.pdf' },
    ],
    ['a number that is only part of another', { title: 'Surat', number: '2/202', location: 'surat.pdf' }],
    [
      'a title of which few words occur',
      { title: 'Peta Jalan Kota Cerdas Berkelanjutan', number: '', location: '' },
    ],
    ['a lone number', { title: 'Notulen', number: '4', location: 'notulen.pdf' }],
  ])('hits %s', async (_, document) => {
    expect(await placesOf('evidence-uncited', listed(document))).toEqual(['Bukti!D6']);
  });

  it.each([
    [
      'its number, written another way',
      { title: 'Perbup', number: 'Nomor 012 Tahun 2024', location: 'a.pdf' },
    ],
    ['its file', { title: 'Lampiran', number: '', location: 'bukti\\Diskominfo\\12b_Jadwal.PDF' }],
    ['most words of its title', { title: 'Tujuh Muatan Peta Rencana Kabupaten', number: '', location: '' }],
  ])('spares what is named by %s', async (_, document) => {
    expect(await placesOf('evidence-uncited', listed(document))).toEqual([]);
  });

  it('spares what the Analisis names', async () => {
    const document = { title: 'Laporan Evaluasi Kinerja', number: '9 Tahun 2023' };
    const analysis = 'Laporan evaluasi kinerja nomor 9/2023 menunjukkan kriteria tingkat ini terpenuhi.';
    expect(await placesOf('evidence-uncited', listed(document, { analysis }))).toEqual([]);
  });

  it.each([
    ['names nothing', 'Sudah ada kebijakan yang lengkap dan diterapkan di seluruh perangkat daerah.'],
    ['is too short', 'sudah ada'],
    ['is blank', ''],
  ])('leaves it to another rule where the Fakta %s', async (_, words) => {
    expect(
      await placesOf('evidence-uncited', listed({ title: 'Laporan', number: '' }, { fact: words })),
    ).toEqual([]);
  });

  it('says where the document should be named', async () => {
    const [found] = await findIn('evidence-uncited', listed({ title: 'Laporan', number: '' }));
    expect(found?.message).toContain('"Laporan"');
    expect(found?.message).toContain('Penilaian!J6');
    expect(found?.severity).toBe('info');
  });
});

function listed(
  document: { title: string; number: string; location?: string },
  texts: { fact?: string; analysis?: string } = {},
) {
  return { answers: [{ indicator: '12', level: '3', fact, ...texts }], documents: [document] };
}
