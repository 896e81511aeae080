import type { Difference, VerifyDocument } from '../contract/verify.ts';
import { clean } from './clean.ts';
import type { Block, Report } from './report.ts';

const words: Record<Difference['kind'], string> = {
  'file-changed': 'berkas berubah',
  'file-missing': 'berkas hilang',
  'file-new': 'berkas baru',
  instrument: 'instrumen berubah',
  result: 'hasil berbeda',
  report: 'angka laporan berbeda dari segelnya',
};

const parts: Record<string, string> = {
  index: 'indeks',
  indexExact: 'indeks eksak',
  predicate: 'predikat',
  instrument: 'instrumen',
  'problems.error': 'jumlah kesalahan',
  'problems.warning': 'jumlah peringatan',
  'problems.info': 'jumlah catatan',
};

const titles: Record<VerifyDocument['source'], string> = {
  record: 'Pemeriksaan catatan riwayat',
  report: 'Pemeriksaan segel laporan',
};

/** Whether a record, or the seal of a report, can be reproduced from what lies there now, and what differs. */
export function reportVerify(document: VerifyDocument): Report {
  const { record, source, differences } = document;
  return {
    document,
    blocks: [
      { kind: 'title', text: titles[source], subtitle: clean(record) },
      verdict(document),
      ...toolNote(document),
      ...table(differences),
    ],
    records: {
      columns: ['jenis', 'bagian', 'tercatat', 'sekarang'],
      rows: differences.map(({ kind, what, recorded, now }) => [words[kind], describe(what), recorded, now]),
    },
  };
}

function verdict({ same, sameResult, reason, differences }: VerifyDocument): Block {
  if (same) return { kind: 'paragraph', text: 'Sama: berkas, instrumen dan hasilnya cocok.', tone: 'good' };
  if (sameResult === null) {
    return { kind: 'paragraph', text: `Tidak dapat dihitung ulang. ${reason ?? ''}`, tone: 'bad' };
  }
  const count = `${differences.length} hal berbeda`;
  return sameResult
    ? { kind: 'paragraph', text: `Hasilnya tetap sama, tetapi ${count}.`, tone: 'caution' }
    : { kind: 'paragraph', text: `Hasilnya berbeda: ${count}.`, tone: 'bad' };
}

function toolNote({ tool }: VerifyDocument): Block[] {
  if (tool.recorded === tool.now) return [];
  return [
    {
      kind: 'paragraph',
      text: `Dicatat dengan spbe ${tool.recorded}, dihitung ulang dengan ${tool.now}.`,
      tone: 'soft',
    },
  ];
}

function table(differences: readonly Difference[]): Block[] {
  if (differences.length === 0) return [];
  return [
    {
      kind: 'table',
      columns: [
        { header: 'Jenis' },
        { header: 'Bagian', flexible: true },
        { header: 'Tercatat' },
        { header: 'Sekarang' },
      ],
      rows: differences.map(({ kind, what, recorded, now }) => [
        { text: words[kind] },
        { text: describe(what) },
        { text: show(kind, recorded) },
        { text: show(kind, now) },
      ]),
    },
  ];
}

function describe(what: string): string {
  return parts[what] ?? what.replace(/^groups\./, '').replace(/^indicators\./, 'indikator ');
}

/** Hashes are told apart by their beginnings; numbers are written the way people read them. */
function show(kind: Difference['kind'], value: string | null): string {
  if (value === null) return kind === 'result' ? 'kosong' : '–';
  return kind === 'result' || kind === 'report'
    ? value.replace(/^(\d+)\.(\d+)$/, '$1,$2')
    : value.slice(0, 12);
}
