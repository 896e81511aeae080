import type { Located } from '../../../src/assessment/facts.ts';
import type { DocumentCase } from '../make-context.ts';
import { testSaid } from './test-said.ts';

const stands = (located: Located, location = 'sk.pdf'): DocumentCase => ({ located, location });
const link = (form: 'folder' | 'malformed', url: string, hint?: string): DocumentCase =>
  stands({ kind: 'link', url, form, ...(hint !== undefined && { hint }) });

testSaid('where a row points', [
  [
    'evidence-file-unnamed',
    stands({ kind: 'unnamed' }, ''),
    'Bukti "Dokumen 1" (indikator 12) tidak menunjuk berkas apa pun – kolom Berkas atau tautan kosong – isi nama berkasnya di folder bukti, atau tautan ke satu dokumen.',
  ],
  [
    'evidence-file-missing',
    stands({ kind: 'missing', nearest: null }),
    'Berkas bukti "Dokumen 1" (indikator 12) tidak ditemukan – tertulis "sk.pdf" – salin berkasnya ke folder bukti, atau perbaiki namanya.',
  ],
  [
    'evidence-file-ambiguous',
    stands({ kind: 'ambiguous', candidates: ['a/sk.pdf', 'b/sk.pdf', 'c/sk.pdf'] }),
    'Berkas bukti "Dokumen 1" (indikator 12) tidak jelas yang mana – tertulis "sk.pdf", yang cocok: "a/sk.pdf", "b/sk.pdf", "c/sk.pdf" – tulis jalurnya lengkap dari folder bukti.',
  ],
  [
    'evidence-file-folder',
    stands({ kind: 'folder', path: 'bukti/a', files: 3 }),
    'Bukti "Dokumen 1" (indikator 12) menunjuk folder, bukan dokumen – tertulis "bukti/a", berisi 3 berkas – tulis satu baris untuk setiap dokumen di dalamnya.',
  ],
  [
    'evidence-file-outside',
    stands({ kind: 'outside' }, '..\\sk.pdf'),
    'Berkas bukti "Dokumen 1" (indikator 12) tidak dibaca karena di luar folder proyek atau bukan berkas biasa – tertulis "..\\sk.pdf" – salin berkasnya ke folder bukti, lalu tulis namanya saja.',
  ],
  [
    'evidence-link-folder',
    link('folder', 'https://drive.google.com/drive/folders/1'),
    'Tautan bukti "Dokumen 1" (indikator 12) menuju seluruh folder, bukan satu dokumen – tertulis "https://drive.google.com/drive/folders/1" – buat satu baris untuk setiap dokumen dengan tautannya masing-masing.',
  ],
  [
    'evidence-link-malformed',
    link('malformed', 'https://drive'),
    'Tautan bukti "Dokumen 1" (indikator 12) salah – tertulis "https://drive", bukan alamat yang dapat dibuka – salin ulang tautannya dari peramban, mulai dari https.',
  ],
  [
    'evidence-link-malformed',
    link('malformed', 'C:\\a', 'itu berkas di komputer sendiri'),
    'Tautan bukti "Dokumen 1" (indikator 12) salah – tertulis "C:\\a", itu berkas di komputer sendiri – salin ulang tautannya dari peramban, mulai dari https.',
  ],
]);

testSaid('a file', [
  [
    'evidence-file-empty',
    { facts: { state: 'empty' } },
    'Berkas bukti "Dokumen 1" (indikator 12) kosong – "bukti/diskominfo/12.1.pdf" berukuran 0 bita – salin ulang dari sumbernya, mungkin terputus saat dikirim.',
  ],
  [
    'evidence-file-encrypted',
    { facts: { state: 'encrypted' } },
    'Berkas bukti "Dokumen 1" (indikator 12) dilindungi kata sandi – "bukti/diskominfo/12.1.pdf" tidak dapat dibuka asesor – simpan salinan tanpa kata sandi.',
  ],
  [
    'evidence-file-unreadable',
    { facts: { state: 'damaged' } },
    'Berkas bukti "Dokumen 1" (indikator 12) tidak dapat dibaca – "bukti/diskominfo/12.1.pdf" rusak atau terpotong – buka berkasnya; bila rusak, minta atau simpan ulang dari sumbernya.',
  ],
  [
    'evidence-file-unreadable',
    { facts: { state: 'too-complex' } },
    'Berkas bukti "Dokumen 1" (indikator 12) tidak dapat dibaca – "bukti/diskominfo/12.1.pdf" terlalu rumit untuk dibaca – buka berkasnya; bila rusak, minta atau simpan ulang dari sumbernya.',
  ],
  [
    'evidence-file-unreadable',
    { facts: { state: 'unreadable' } },
    'Berkas bukti "Dokumen 1" (indikator 12) tidak dapat dibaca – "bukti/diskominfo/12.1.pdf" tidak boleh dibaca atau sedang dipakai program lain – buka berkasnya; bila rusak, minta atau simpan ulang dari sumbernya.',
  ],
  [
    'evidence-file-type',
    { kind: 'Kebijakan', facts: { type: 'unknown' } },
    'Berkas bukti "Dokumen 1" (indikator 12) berjenis yang tidak dapat diterima – isi "bukti/diskominfo/12.1.pdf" ternyata program atau jenis yang tidak dikenal – lampirkan dokumennya sendiri, sebaiknya PDF.',
  ],
  [
    'evidence-file-extension',
    { facts: { type: 'docx', nameMatchesType: false } },
    'Nama berkas bukti "Dokumen 1" (indikator 12) tidak sesuai isinya – "bukti/diskominfo/12.1.pdf" ternyata dokumen Word (docx) – perbaiki akhiran namanya supaya dapat dibuka.',
  ],
  [
    'evidence-file-large',
    { facts: { size: 100_000_001 } },
    'Berkas bukti "Dokumen 1" (indikator 12) besar – "bukti/diskominfo/12.1.pdf" 101 MB, batas yang dipakai 100 MB – kecilkan atau bagi berkasnya supaya mudah diunggah.',
  ],
  [
    'evidence-changed',
    { facts: { changedSinceAccepted: true } },
    'Berkas bukti "Dokumen 1" (indikator 12) berubah sesudah diterima asesor – isi "bukti/diskominfo/12.1.pdf" bukan lagi yang dinilai – kembalikan berkas semula, atau minta asesor menilai ulang.',
  ],
  [
    'evidence-scan',
    { facts: { hasText: false } },
    'Bukti "Dokumen 1" (indikator 12) berupa gambar tanpa teks – "bukti/diskominfo/12.1.pdf" tidak dapat dicari isinya – jalankan OCR, atau simpan PDF dari naskah aslinya.',
  ],
  [
    'evidence-final',
    { facts: { path: 'bukti/a/SK_final.pdf' } },
    'Nama berkas bukti "Dokumen 1" (indikator 12) memakai kata "final", tanda berkas kerja – tertulis "SK_final" – pastikan ini naskah yang ditetapkan, lalu ganti namanya.',
  ],
]);

testSaid('a draft', [
  [
    'evidence-draft',
    { title: 'Rancangan Perbup' },
    'Bukti "Rancangan Perbup" (indikator 12) masih rancangan, padahal yang diminta dokumen yang sudah ditetapkan – ada kata "rancangan" pada judulnya di lembar Bukti – lampirkan dokumen yang sudah ditetapkan.',
  ],
  [
    'evidence-draft',
    { facts: { path: 'bukti/a/Draft_SK.pdf' } },
    'Bukti "Dokumen 1" (indikator 12) masih rancangan, padahal yang diminta dokumen yang sudah ditetapkan – ada kata "draft" pada nama berkasnya – lampirkan dokumen yang sudah ditetapkan.',
  ],
  [
    'evidence-draft',
    { facts: { title: 'DRAF Peta' } },
    'Bukti "Dokumen 1" (indikator 12) masih rancangan, padahal yang diminta dokumen yang sudah ditetapkan – ada kata "draf" pada judul dokumennya – lampirkan dokumen yang sudah ditetapkan.',
  ],
  [
    'evidence-draft',
    {
      facts: {
        excerpt: 'RANCANGAN PERATURAN',
        words: [{ sign: 'draft', word: 'rancangan', where: 'heading' }],
      },
    },
    'Bukti "Dokumen 1" (indikator 12) masih rancangan, padahal yang diminta dokumen yang sudah ditetapkan – ada kata "rancangan" pada kepala dokumennya – lampirkan dokumen yang sudah ditetapkan.',
  ],
  [
    'evidence-unsigned',
    { signed: 'Belum' },
    'Bukti "Dokumen 1" (indikator 12) belum ditandatangani – kolom Ditandatangani berisi Belum – lampirkan naskah yang sudah ditandatangani, lalu isi Ya.',
  ],
]);

testSaid('number and day', [
  [
    'evidence-unnumbered',
    { indicator: '2', kind: 'Kebijakan', number: '', date: '', facts: { numbers: [], dates: [] } },
    'Bukti "Dokumen 1" (indikator 2) tanpa nomor dan tanggal – di lembar Bukti kosong dan di berkasnya tidak ditemukan – isi nomor dan tanggal dokumen yang sudah ditetapkan.',
  ],
  [
    'evidence-unnumbered',
    { indicator: '2', kind: 'Kebijakan', number: '-', facts: { numbers: [] } },
    'Bukti "Dokumen 1" (indikator 2) tanpa nomor – di lembar Bukti kosong dan di berkasnya tidak ditemukan – isi nomor dokumen yang sudah ditetapkan.',
  ],
  [
    'evidence-number-in-file',
    { indicator: '2', kind: 'Kebijakan', number: '', date: '' },
    'Nomor atau tanggal bukti "Dokumen 1" (indikator 2) belum ditulis di lembar Bukti – di berkasnya terbaca nomor 12 Tahun 2024 dan tanggal 17 Agustus 2024 – tulis di lembar Bukti bila memang benar.',
  ],
  [
    'evidence-number-in-file',
    { indicator: '2', kind: 'Kebijakan', number: '7', date: '' },
    'Nomor atau tanggal bukti "Dokumen 1" (indikator 2) belum ditulis di lembar Bukti – di berkasnya terbaca tanggal 17 Agustus 2024 – tulis di lembar Bukti bila memang benar.',
  ],
  [
    'evidence-number-in-file',
    { indicator: '2', kind: 'Kebijakan', number: '', date: '', facts: { dates: [] } },
    'Nomor atau tanggal bukti "Dokumen 1" (indikator 2) belum ditulis di lembar Bukti – di berkasnya terbaca nomor 12 Tahun 2024 – tulis di lembar Bukti bila memang benar.',
  ],
  [
    'evidence-outdated',
    { indicator: '12', level: '4', kind: 'Laporan reviu', date: '2019-05-05' },
    'Bukti "Dokumen 1" (indikator 12) kedaluwarsa – tertanggal 5 Mei 2019, sudah 2 tahun atau lebih pada 21 November 2025 – lampirkan yang umurnya kurang dari 2 tahun.',
  ],
  [
    'evidence-date-future',
    { date: '2025-11-22' },
    'Tanggal bukti "Dokumen 1" (indikator 12) belum tiba – tertulis 22 November 2025, sekarang 21 November 2025 – perbaiki tanggalnya, atau tunggu sampai dokumennya terbit.',
  ],
  [
    'evidence-date-after-year',
    { documents: [{ date: '2025-01-02' }], year: 2024 },
    'Bukti "Dokumen 1" (indikator 12) terbit sesudah tahun penilaian – tertulis 2 Januari 2025, yang dinilai tahun 2024 – pakai dokumen yang terbit paling lambat 31 Desember 2024.',
  ],
  [
    'evidence-follow-up-early',
    {
      documents: [
        { indicator: '1', level: '4', kind: 'Laporan reviu', date: '2024-05-05' },
        { indicator: '1', level: '5', kind: 'Tindak lanjut', date: '2024-06-05' },
      ],
    },
    'Tindak lanjut "Dokumen 2" (indikator 1) terlalu cepat – 5 Juni 2024, reviunya 5 Mei 2024, padahal diminta 1 tahun sesudah reviu – pakai tindak lanjut yang lebih baru, atau daftarkan reviu yang mendahuluinya.',
  ],
]);
