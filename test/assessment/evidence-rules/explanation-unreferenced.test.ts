import { describe, expect, it } from 'vitest';
import { placesOf } from './find-in.ts';

describe('explanation-unreferenced', () => {
  it.each([
    'Sudah ada kebijakan yang lengkap dan telah diterapkan di seluruh perangkat daerah.',
    'Pada tahun 2024 seluruh perangkat daerah sudah memakai aplikasi ini setiap hari kerja.',
    'Hal ini sudah berjalan baik, no problem, dan ayat suci pun dibaca sebelum rapat koordinasi.',
    'Ada 7 muatan dan 35 kegiatan yang semuanya sudah selesai dikerjakan oleh 20 orang.',
  ])('hits %j', async (fact) => {
    expect(await placesOf('explanation-unreferenced', about(fact))).toEqual(['Penilaian!J6']);
  });

  it.each([
    'Perbup Nomor 12 Tahun 2024 memuat tujuh muatan peta rencana secara lengkap.',
    'Peraturan Bupati 12 tahun 2024 sudah memuat ketujuh muatan yang diminta kriteria.',
    'Keputusan 188.45/123/HK menetapkan peta rencana untuk seluruh perangkat daerah kabupaten.',
    'Ketujuh muatan diuraikan dalam lampiran II peraturan itu, dari awal sampai akhir.',
    'Ketujuh muatan diuraikan pada hlm. 7 dan seterusnya di dalam peraturan itu.',
    'Ketujuh muatan dapat dilihat di peta-rencana.pdf yang dilampirkan pada kertas kerja ini.',
    'Aplikasi dapat dibuka siapa saja di https://contoh.go.id dengan akun uji yang terlampir.',
    'Ketujuh muatan diuraikan di Rencana Induk Transformasi yang ditetapkan tahun lalu oleh kepala daerah.',
    'Ketujuh muatan diuraikan di dalam berkas 12a peta yang dilampirkan pada kertas kerja ini.',
  ])('spares %j', async (fact) => {
    expect(await placesOf('explanation-unreferenced', about(fact))).toEqual([]);
  });

  it.each([
    ['a blank one', '', '3'],
    ['a short one: another rule says so', 'sudah ada semua', '3'],
    ['the floor', 'Sudah ada kebijakan yang lengkap dan telah diterapkan di seluruh perangkat daerah.', '1'],
  ])('spares %s', async (_, fact, level) => {
    expect(await placesOf('explanation-unreferenced', about(fact, level))).toEqual([]);
  });
});

function about(fact: string, level = '3') {
  return {
    answers: [{ indicator: '12', level, fact }],
    documents: [{ title: 'Rencana Induk Transformasi', number: '', location: 'bukti\\12a-peta.pdf' }],
  };
}
