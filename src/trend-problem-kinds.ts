import { kind, type ProblemKind } from './problem-kind.ts';

/** On results of earlier years: rows of a table, or `history` in spbe.yaml. */
export const trendProblemKinds = {
  'trend-header-missing': kind<Record<string, never>>(
    'error',
    'Judul kolom hasil per tahun tidak dikenali',
    () =>
      'Judul kolom tidak dikenali – tidak ada kolom tahun dan indeks – tulis "tahun,indeks" di baris pertama; boleh ditambah instrumen, jenis, predikat, sumber, dan D1, D2 dan seterusnya.',
  ),
  'trend-year-invalid': kind<{ found: string }>(
    'error',
    'Tahun hasil tidak sah',
    ({ found }) =>
      `Tahun tidak sah, jadi baris ini tidak dipakai – ${found === '' ? 'selnya kosong' : `tertulis "${found}"`} – tulis tahun penilaian dengan empat angka, misalnya 2024.`,
  ),
  'trend-instrument-unknown': kind<{ found: string; known: string }>(
    'error',
    'Instrumen hasil tidak dikenal',
    ({ found, known }) =>
      `Instrumen tidak dikenal, jadi baris ini tidak dipakai – ${found === '' ? 'selnya kosong, dan tidak ada instrumen untuk tahun itu' : `tertulis "${found}"`} – tulis salah satu: ${known}.`,
  ),
  'trend-kind-unknown': kind<{ found: string; known: string }>(
    'error',
    'Jenis hasil tidak dikenal',
    ({ found, known }) =>
      `Jenis hasil tidak dikenal, jadi baris ini tidak dipakai – tertulis "${found}" – tulis salah satu: ${known}.`,
  ),
  'trend-value-invalid': kind<{ what: string; found: string; min: number; max: number }>(
    'error',
    'Nilai hasil per tahun tidak sah',
    ({ what, found, min, max }) =>
      `${what} tidak sah – ${found === '' ? 'selnya kosong' : `tertulis "${found}"`} – tulis angka ${min} sampai ${max}, misalnya 3,32, tanpa kata lain.`,
  ),
  'trend-group-unknown': kind<{ group: string; instrument: string }>(
    'error',
    'Domain atau aspek tidak ada pada instrumennya',
    ({ group, instrument }) =>
      `${instrument} tidak mempunyai ${group}, jadi nilainya tidak dipakai – kolom ${group} terisi – kosongkan sel ini, atau perbaiki tahun atau instrumennya.`,
  ),
  'trend-sum-differs': kind<{ stated: string; computed: string }>(
    'warning',
    'Indeks tidak cocok dengan domainnya',
    ({ stated, computed }) =>
      `Indeks tidak cocok dengan nilai domain di barisnya, juga setelah pembulatan diperhitungkan – tertulis ${stated}, dari domain ${computed} – cocokkan dengan laporan resmi; sampai itu jelas, rincian per domain tidak dapat dipercaya.`,
  ),
} satisfies Record<string, ProblemKind<never>>;
