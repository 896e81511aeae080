/** Version of the workbook's layout; a reader refuses newer ones and reads older ones for ever. */
export const formatVersion = 1;

export interface Column {
  readonly key: string;
  readonly header: string;
  /** Width in characters. */
  readonly width: number;
  /** Officers fill it: unlocked, tinted. */
  readonly input?: true;
  readonly hidden?: true;
  /** Words that name the column when its hidden mark is lost, lower case. */
  readonly words?: readonly string[];
}

/**
 * A table on a sheet. A hidden row holds a mark in each column (`_spbe.<table>.<key>`); by these marks, and by nothing
 * else, the reader finds the sheet, the columns and where the rows begin.
 */
export interface Table {
  readonly id: string;
  readonly sheet: string;
  readonly columns: readonly Column[];
  /** Headings that together tell the table from every other, once its marks are lost. */
  readonly telling?: readonly string[];
}

export const answersTable = {
  id: 'answers',
  sheet: 'Penilaian',
  telling: ['number', 'level', 'fact', 'analysis'],
  columns: [
    { key: 'id', header: 'Kunci', width: 8, hidden: true, words: ['kunci'] },
    { key: 'number', header: 'No', width: 6, words: ['no', 'nomor', 'no.', 'indikator ke'] },
    { key: 'name', header: 'Indikator', width: 40, words: ['indikator', 'nama indikator'] },
    { key: 'aspect', header: 'Aspek', width: 20 },
    { key: 'weight', header: 'Bobot (%)', width: 9.5 },
    {
      key: 'level',
      header: 'Tingkat',
      width: 10,
      input: true,
      words: ['tingkat', 'tingkat kematangan', 'level', 'nilai'],
    },
    { key: 'levelName', header: 'Sebutan', width: 13 },
    { key: 'criterion', header: 'Kriteria tingkat ini', width: 40 },
    { key: 'nextCriterion', header: 'Kriteria tingkat berikutnya', width: 40 },
    { key: 'fact', header: 'Fakta', width: 44, input: true, words: ['fakta', 'penjelasan', 'keterangan'] },
    { key: 'analysis', header: 'Analisis', width: 44, input: true, words: ['analisis', 'analisa'] },
    { key: 'documents', header: 'Bukti', width: 8 },
    { key: 'missing', header: 'Butir kurang', width: 8 },
    { key: 'status', header: 'Status', width: 17 },
    { key: 'note', header: 'Catatan', width: 22, input: true, words: ['catatan'] },
    { key: 'assessedLevel', header: 'Tingkat asesor', width: 9.5, input: true, words: ['tingkat asesor'] },
    { key: 'assessedReason', header: 'Alasan asesor', width: 30, input: true, words: ['alasan asesor'] },
    { key: 'group', header: 'Kode aspek', width: 8, hidden: true },
    { key: 'domain', header: 'Kode domain', width: 8, hidden: true },
    { key: 'units', header: 'Satuan bobot', width: 8, hidden: true },
    { key: 'points', header: 'Poin', width: 8, hidden: true },
    { key: 'rank', header: 'Urutan', width: 8, hidden: true },
    { key: 'shortName', header: 'Nama pendek', width: 8, hidden: true },
  ],
} as const satisfies Table;

export const documentsTable = {
  id: 'documents',
  sheet: 'Bukti',
  telling: ['indicator', 'title', 'location'],
  columns: [
    {
      key: 'indicator',
      header: 'Indikator',
      width: 10,
      input: true,
      words: ['indikator', 'no', 'nomor indikator'],
    },
    { key: 'level', header: 'Tingkat', width: 9.5, input: true, words: ['tingkat', 'level'] },
    { key: 'kind', header: 'Jenis', width: 20, input: true, words: ['jenis', 'jenis dokumen'] },
    {
      key: 'title',
      header: 'Judul dokumen',
      width: 40,
      input: true,
      words: ['judul dokumen', 'judul', 'dokumen'],
    },
    { key: 'number', header: 'Nomor dokumen', width: 20, input: true, words: ['nomor dokumen'] },
    { key: 'date', header: 'Tanggal', width: 18, input: true, words: ['tanggal'] },
    {
      key: 'location',
      header: 'Berkas atau tautan',
      width: 40,
      input: true,
      words: ['berkas atau tautan', 'berkas', 'tautan', 'file'],
    },
    { key: 'page', header: 'Halaman', width: 10, input: true, words: ['halaman', 'hal'] },
    {
      key: 'signed',
      header: 'Ditandatangani',
      width: 15,
      input: true,
      words: ['ditandatangani', 'tanda tangan'],
    },
    { key: 'verdict', header: 'Status asesor', width: 12, input: true, words: ['status asesor'] },
    { key: 'remark', header: 'Catatan asesor', width: 26, input: true, words: ['catatan asesor'] },
  ],
} as const satisfies Table;

export const criteriaTable = {
  id: 'criteria',
  sheet: 'Kriteria',
  telling: ['number', 'level', 'text', 'have'],
  columns: [
    { key: 'id', header: 'Kunci', width: 10, hidden: true, words: ['kunci'] },
    { key: 'levelKey', header: 'Kunci tingkat', width: 10, hidden: true },
    { key: 'number', header: 'No', width: 6, words: ['no'] },
    { key: 'level', header: 'Tingkat', width: 9.5, words: ['tingkat'] },
    {
      key: 'text',
      header: 'Kriteria dan bukti yang diminta',
      width: 78,
      words: ['kriteria dan bukti yang diminta'],
    },
    { key: 'kind', header: 'Jenis', width: 22 },
    { key: 'need', header: 'Wajib?', width: 13 },
    { key: 'have', header: 'Sudah ada?', width: 10, input: true, words: ['sudah ada?'] },
    { key: 'missing', header: 'Kurang', width: 8, hidden: true },
    { key: 'criterion', header: 'Bunyi kriteria', width: 8, hidden: true },
  ],
} as const satisfies Table;

export const identityTable = {
  id: 'identity',
  sheet: 'Identitas',
  telling: ['label', 'value'],
  columns: [
    { key: 'id', header: 'Kunci', width: 8, hidden: true, words: ['kunci'] },
    { key: 'label', header: 'Isian', width: 34, words: ['isian'] },
    { key: 'value', header: 'Jawaban', width: 60, input: true, words: ['jawaban'] },
  ],
} as const satisfies Table;

/** The figure at the head of Dasbor, marked so that it is found wherever it was moved; officers fill nothing here. */
export const dashboardTable = {
  id: 'dashboard',
  sheet: 'Dasbor',
  columns: [
    { key: 'label', header: 'Ukuran', width: 52 },
    { key: 'index', header: 'Nilai', width: 12 },
  ],
} as const satisfies Table;

/** What Identitas asks for; the first three are given and locked. */
export const identityRows = [
  { id: 'region', label: 'Instansi' },
  { id: 'opd', label: 'OPD / unit kerja' },
  { id: 'year', label: 'Tahun penilaian' },
  { id: 'head', label: 'Nama kepala OPD' },
  { id: 'filler', label: 'Nama pengisi' },
  { id: 'nip', label: 'NIP pengisi' },
  { id: 'phone', label: 'Telepon / WhatsApp pengisi' },
  { id: 'reviewer', label: 'Nama pemeriksa (asesor internal)' },
  { id: 'date', label: 'Tanggal selesai diisi' },
] as const;
export const givenIdentity: ReadonlySet<string> = new Set(['region', 'opd', 'year']);

/**
 * Particulars of the workbook. They stand twice: on the sheet `_spbe`, and in hidden rows of Identitas, since some
 * programs drop sheets that they hide.
 */
export const metaKeys = [
  'formatVersion',
  'instrument',
  'region',
  'year',
  'opdCode',
  'opdName',
  'workbookId',
  'indicators',
] as const;
/** Before a meta key among the ids of Identitas. */
export const metaPrefix = 'meta.';
export type MetaKey = (typeof metaKeys)[number];

export const metaTable = {
  id: 'meta',
  sheet: '_spbe',
  columns: [
    { key: 'id', header: 'key', width: 20 },
    { key: 'value', header: 'value', width: 60 },
  ],
} as const satisfies Table;

export type KeyOf<T extends Table> = T['columns'][number]['key'];

const markPattern = /^_spbe\.([a-z]+)\.([A-Za-z]+)$/;

/** The text that marks a column of a table in the hidden row. */
export function markOf(table: Table, key: string): string {
  return `_spbe.${table.id}.${key}`;
}

/** Reverse of `markOf`; null for any other text. */
export function parseMark(text: string): { readonly table: string; readonly key: string } | null {
  // Hardly any text is one, and every cell is asked.
  if (!text.includes('_spbe.')) return null;
  const match = markPattern.exec(text.trim());
  return match?.[1] && match[2] ? { table: match[1], key: match[2] } : null;
}

/** Width in characters of the column of a key; 0 if the table has none. */
export function widthOf<T extends Table>(table: T, key: KeyOf<T>): number {
  return table.columns.find((column) => column.key === key)?.width ?? 0;
}

/** 1-based column of a key in the layout as written. */
export function columnOf<T extends Table>(table: T, key: KeyOf<T>): number {
  return table.columns.findIndex((column) => column.key === key) + 1;
}
