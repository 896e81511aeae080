import { testSaid } from './test-said.ts';

testSaid('another thing than is asked for', [
  [
    'evidence-other-agency',
    { title: 'Perbup  sleman 3/2024', facts: { excerpt: '' } },
    'Bukti "Perbup sleman 3/2024" (indikator 12) tampaknya milik instansi lain – penerbitnya Perbup Sleman, sedangkan yang dinilai Kabupaten Contoh – lampirkan dokumen Kabupaten Contoh sendiri.',
  ],
  [
    'evidence-other-object',
    { indicator: '29', title: 'SK Tim Asesor Internal SPBE' },
    'Bukti "SK Tim Asesor Internal SPBE" (indikator 29) mungkin bukan yang diminta – tampaknya SK Tim Asesor atau Tim Evaluator, padahal yang diminta SK Tim Auditor TIK – periksa, lalu lampirkan dokumen yang diminta.',
  ],
  [
    'evidence-kind-missing',
    { kind: ' Perbup  tua ' },
    'Jenis bukti "Dokumen 1" (indikator 12) belum dipilih – tertulis "Perbup tua", jadi dihitung untuk satu butir saja – pilih jenisnya di lembar Bukti.',
  ],
  [
    'evidence-screenshot-undated',
    { indicator: '32', kind: 'Tangkapan layar', date: '', facts: { type: 'image', dates: [] } },
    'Tangkapan layar "Dokumen 1" (indikator 32) tanpa alamat (URL) dan tanggal – tidak ada di lembar Bukti maupun di teks berkasnya – ambil ulang dengan alamat (URL) dan tanggal tampak, atau tulis di lembar Bukti.',
  ],
  [
    'evidence-screenshot-undated',
    { indicator: '32', kind: 'Tangkapan layar', facts: { type: 'image', dates: [] } },
    'Tangkapan layar "Dokumen 1" (indikator 32) tanpa alamat (URL) – tidak ada di lembar Bukti maupun di teks berkasnya – ambil ulang dengan alamat (URL) tampak, atau tulis di lembar Bukti.',
  ],
  [
    'evidence-screenshot-undated',
    {
      indicator: '32',
      kind: 'Tangkapan layar',
      date: '',
      title: 'sipd.go.id',
      facts: { type: 'image', dates: [] },
    },
    'Tangkapan layar "sipd.go.id" (indikator 32) tanpa tanggal – tidak ada di lembar Bukti maupun di teks berkasnya – ambil ulang dengan tanggal tampak, atau tulis di lembar Bukti.',
  ],
]);

testSaid('the assessor’s word', [
  [
    'evidence-refused',
    { verdict: 'Ditolak', remark: ' Objek\n lain ' },
    'Bukti "Dokumen 1" (indikator 12) ditolak asesor internal – catatannya: Objek lain – ganti dengan dokumen lain, lalu minta dinilai ulang.',
  ],
  [
    'evidence-refused',
    { verdict: 'Ditolak' },
    'Bukti "Dokumen 1" (indikator 12) ditolak asesor internal – catatannya: tidak ada – ganti dengan dokumen lain, lalu minta dinilai ulang.',
  ],
  [
    'evidence-revise',
    { verdict: 'Perbaiki', remark: 'Tanpa lampiran' },
    'Bukti "Dokumen 1" (indikator 12) diminta diperbaiki asesor internal – catatannya: Tanpa lampiran – perbaiki dokumennya, lalu minta dinilai ulang.',
  ],
  [
    'evidence-revise',
    { verdict: 'Perbaiki' },
    'Bukti "Dokumen 1" (indikator 12) diminta diperbaiki asesor internal – catatannya: tidak ada – perbaiki dokumennya, lalu minta dinilai ulang.',
  ],
  [
    'verdict-unknown',
    { verdict: ' mungkin ' },
    'Status asesor pada bukti "Dokumen 1" (indikator 12) tidak dikenal – tertulis "mungkin" – isi Diterima, Perbaiki atau Ditolak, atau kosongkan.',
  ],
]);

testSaid('documents together', [
  [
    'evidence-same-content',
    {
      documents: ['c', 'a', 'f', 'b', 'e', 'd', 'a'].map((name) => ({
        facts: { path: `bukti/${name}.pdf`, sha256: 'e'.repeat(64) },
      })),
    },
    'Isi berkas-berkas ini persis sama – "bukti/a.pdf", "bukti/b.pdf", "bukti/c.pdf", "bukti/d.pdf", "bukti/e.pdf", …; ada di Bukti!D6, Bukti!D7, Bukti!D8, Bukti!D9, Bukti!D10 dan 2 baris lagi – simpan satu saja dan sebut nama yang sama, atau ganti bila salah satunya keliru disalin.',
  ],
  [
    'evidence-same-content',
    {
      documents: ['c', 'a', 'd', 'b', 'e'].map((name) => ({
        facts: { path: `${name}.pdf`, sha256: 'e'.repeat(64) },
      })),
    },
    'Isi berkas-berkas ini persis sama – "a.pdf", "b.pdf", "c.pdf", "d.pdf", "e.pdf"; ada di Bukti!D6, Bukti!D7, Bukti!D8, Bukti!D9, Bukti!D10 – simpan satu saja dan sebut nama yang sama, atau ganti bila salah satunya keliru disalin.',
  ],
  [
    'evidence-shared',
    {
      documents: ['32', '33', '34', '35'].map((indicator) => ({
        indicator,
        kind: 'Notulen',
        facts: { sha256: 'f'.repeat(64) },
      })),
    },
    'Dokumen "Dokumen 1" dipakai untuk indikator 32–35 – bukti satu kegiatan atau satu layar untuk 4 indikator; ada di Bukti!D6, Bukti!D7, Bukti!D8, Bukti!D9 – pastikan isinya memang membuktikan masing-masing dan sebut halamannya, atau ganti dengan dokumen tersendiri.',
  ],
  [
    'evidence-shared',
    {
      documents: ['8', '12'].map((indicator) => ({
        indicator,
        kind: 'Laporan reviu',
        facts: { sha256: 'f'.repeat(64) },
      })),
    },
    'Dokumen "Dokumen 1" dipakai untuk indikator 8, 12 – bukti satu kegiatan atau satu layar untuk indikator yang tidak berkaitan; ada di Bukti!D6, Bukti!D7 – pastikan isinya memang membuktikan masing-masing dan sebut halamannya, atau ganti dengan dokumen tersendiri.',
  ],
  [
    'evidence-shared',
    {
      documents: ['1', '20', '32', '47'].map((indicator) => ({
        indicator,
        kind: 'Dokumen',
        facts: { sha256: 'f'.repeat(64) },
      })),
    },
    'Dokumen "Dokumen 1" dipakai untuk indikator 1, 20, 32, 47 – 4 kelompok indikator yang tidak berkaitan; ada di Bukti!D6, Bukti!D7, Bukti!D8, Bukti!D9 – pastikan isinya memang membuktikan masing-masing dan sebut halamannya, atau ganti dengan dokumen tersendiri.',
  ],
  [
    'evidence-shared',
    {
      instrument: 'permenpanrb-8-2026',
      documents: ['1', '2', '3'].map((level) => ({
        indicator: '15',
        level,
        facts: { sha256: 'f'.repeat(64) },
      })),
    },
    'Dokumen "Dokumen 1" dipakai untuk indikator 15 – 3 tingkat indikator 15, padahal tiap tingkat diminta buktinya sendiri; ada di Bukti!D6, Bukti!D7, Bukti!D8 – pastikan isinya memang membuktikan masing-masing dan sebut halamannya, atau ganti dengan dokumen tersendiri.',
  ],
  [
    'evidence-unlisted',
    {
      documents: [{}],
      lying: ['1', '2', '3', '4'].map((name) => ({ path: `bukti/a/${name}.pdf`, size: 1 })),
    },
    'Berkas di bukti/a tidak didaftarkan di lembar Bukti – 4 berkas: "1.pdf", "2.pdf", "3.pdf", … – daftarkan yang memang bukti, pindahkan yang bukan.',
  ],
  [
    'evidence-unlisted',
    { documents: [{}], lying: ['1', '2', '3'].map((name) => ({ path: `bukti/${name}.pdf`, size: 1 })) },
    'Berkas di bukti tidak didaftarkan di lembar Bukti – 3 berkas: "1.pdf", "2.pdf", "3.pdf" – daftarkan yang memang bukti, pindahkan yang bukan.',
  ],
]);

testSaid('answers', [
  [
    'evidence-missing',
    { answers: [{ indicator: '12', level: '3' }] },
    'Indikator 12 tanpa bukti dukung – tingkat 3 diklaim, tidak ada dokumen di lembar Bukti – daftarkan dokumennya, atau turunkan tingkatnya.',
  ],
  [
    'explanation-missing',
    { answers: [{ indicator: '12', level: '3', fact: '' }] },
    'Penjelasan indikator 12 kosong – tingkat 3 – tulis fakta dan analisis yang menunjukkan kriteria tingkat itu terpenuhi.',
  ],
  [
    'analysis-missing',
    { answers: [{ indicator: '12', level: '3', analysis: '' }] },
    'Analisis indikator 12 kosong – tingkat 3, fakta sudah ditulis – jelaskan mengapa fakta itu memenuhi kriteria tingkat 3.',
  ],
  [
    'explanation-short',
    { answers: [{ indicator: '12', level: '3', fact: 'sudah ada', analysis: 'memenuhi' }] },
    'Fakta indikator 12 terlalu singkat – 2 kata untuk tingkat 3 – tulis dokumen yang membuktikannya, nomor dan pasal atau halamannya, serta apa isinya.',
    'Analisis indikator 12 terlalu singkat – 1 kata untuk tingkat 3 – jelaskan bagian mana dari fakta itu yang memenuhi kriteria tingkatnya.',
  ],
  [
    'explanation-unreferenced',
    {
      answers: [
        {
          indicator: '12',
          level: '3',
          fact: 'Sudah ada kebijakan yang lengkap dan telah diterapkan di seluruh perangkat daerah.',
        },
      ],
    },
    'Fakta indikator 12 tidak menunjuk dokumen apa pun – tingkat 3, tanpa nomor, pasal, halaman, judul atau nama berkas – sebut dokumen di lembar Bukti yang membuktikannya, beserta pasal atau halamannya.',
  ],
  [
    'explanation-copied',
    {
      answers: ['1', '2'].map((indicator) => ({
        indicator,
        level: '3',
        fact: 'Perbup itu menguraikan muatan yang diminta beserta jadwal, anggaran dan penanggung jawabnya.',
      })),
    },
    'Fakta indikator 2 hampir sama dengan indikator 1 – bandingkan dengan Penilaian!J6 – tulis yang khusus untuk indikator 2: dokumennya, pasal atau fiturnya, dan keadaannya.',
  ],
  [
    'evidence-uncited',
    {
      answers: [
        {
          indicator: '12',
          level: '3',
          fact: 'Perbup 12/2024 Pasal 4 memuat tujuh muatan peta rencana secara lengkap.',
        },
      ],
      documents: [{ title: 'Laporan', number: '', location: 'x.pdf' }],
    },
    'Bukti "Laporan" tidak disebut di Fakta atau Analisis indikator 12 – judul, nomor dan nama berkasnya tidak ada di Penilaian!J6 – sebut dokumennya dan bagian yang membuktikan.',
  ],
]);
