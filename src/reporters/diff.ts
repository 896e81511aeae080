import type { Changes } from '../assessment/changes.ts';
import type { CellChange } from '../assessment/compare.ts';
import { exact, type Score } from '../assessment/score.ts';
import type { DiffDocument } from '../contract/diff.ts';
import type { FileChange } from '../contract/history.ts';
import type { Instrument } from '../instrument/instrument.ts';
import { formatPlace, type Place } from '../problem.ts';
import { describeFileChanges } from './file-changes.ts';
import { nameIndicators } from './name-indicators.ts';
import { exactText, formatChange, formatNumber, roundedNumber } from './number.ts';
import type { Block, Cell, Report } from './report.ts';
import { pointsOf } from './stages-document.ts';
import { cautionOf } from './subject.ts';

interface Side {
  readonly kind: 'record' | 'files';
  readonly label: string;
  readonly instrument: Instrument;
  readonly region: string | null;
  readonly year: number | null;
  readonly places: ReadonlyMap<string, Place>;
  readonly recordedIndex: string | null;
  readonly score: Score;
}

interface Compared {
  readonly before: Side;
  readonly after: Side;
  readonly changes: Changes;
  readonly cells: readonly CellChange[] | null;
  readonly files: readonly FileChange[] | null;
}

/** What changed between two sides: the index, the indicators that moved it, every cell that differs. */
export function reportDiff(compared: Compared): Report {
  const { before, after, cells, files, changes } = compared;
  const { instrument } = after;
  const nothing = changes.indicators.length === 0 && (cells ?? []).length === 0 && (files ?? []).length === 0;
  return {
    document: toDocument(compared),
    blocks: [
      { kind: 'title', text: 'Perubahan', subtitle: `${before.label} → ${after.label} · ${instrument.name}` },
      ...cautionOf(instrument),
      ...[before, after].flatMap(staleIndex),
      sides(compared),
      ...(nothing
        ? [{ kind: 'paragraph' as const, text: 'Tidak ada yang berubah.', tone: 'good' as const }]
        : []),
      ...indicatorTable(compared),
      ...(files && files.length > 0
        ? [{ kind: 'paragraph' as const, text: `Berkas masukan: ${describeFileChanges(files)}.` }]
        : []),
      ...cellTable(cells, before, after),
    ],
    records: toRecords(compared),
  };
}

function staleIndex({ label, recordedIndex, score }: Side): Block[] {
  if (recordedIndex === null) return [];
  return [
    {
      kind: 'paragraph',
      text: `${label}: indeks yang tercatat ${recordedIndex.replace('.', ',')}, sedangkan tingkatnya kini memberi ${exactText(score.index).replace('.', ',')}. Periksa dengan spbe verify.`,
      tone: 'caution',
    },
  ];
}

function sides({ before, after, changes }: Compared): Block {
  const { decimals } = after.instrument.rounding;
  const row = (name: string, { score, region, year }: Side, change: string): Cell[] => [
    { text: name },
    { text: formatNumber(score.index, decimals), tone: 'strong' },
    { text: score.band.name },
    { text: change },
    { text: [region, year].filter((part) => part !== null).join(' · ') },
  ];
  return {
    kind: 'table',
    columns: [
      { header: '' },
      { header: 'Indeks', align: 'right' },
      { header: 'Predikat' },
      { header: 'Perubahan', align: 'right' },
      { header: 'Instansi', flexible: true },
    ],
    rows: [row('Sebelum', before, ''), row('Sesudah', after, formatChange(changes.difference, decimals))],
  };
}

function indicatorTable({ before, after, changes }: Compared): Block[] {
  if (changes.indicators.length === 0) return [];
  const { instrument } = after;
  const named = nameIndicators(instrument);
  const level = (value: number | null): Cell =>
    value === null
      ? { text: 'kosong', tone: 'caution' }
      : { text: formatNumber(exact(value), instrument.scale.decimals) };
  return [
    { kind: 'section', text: 'Indikator yang tingkatnya berubah' },
    {
      kind: 'table',
      columns: [
        { header: 'No', align: 'right' },
        { header: 'Indikator', flexible: true },
        { header: 'Sebelum', align: 'center' },
        { header: 'Sesudah', align: 'center' },
        { header: 'Poin', align: 'right' },
        { header: 'Tempat', flexible: true, optional: true },
      ],
      rows: [
        ...changes.indicators.map(({ id, from, to, points }) => [
          { text: id },
          { text: named(id).shortName },
          level(from),
          level(to),
          { text: formatChange(points, 4) },
          { text: placesOf(before.places.get(id), after.places.get(id)) },
        ]),
        [
          { text: '' },
          { text: 'Jumlah', tone: 'strong' as const },
          { text: '' },
          { text: '' },
          { text: formatChange(changes.difference, 4), tone: 'strong' as const },
          { text: '' },
        ],
      ],
    },
  ];
}

const words: Record<CellChange['part'], string> = {
  file: 'berkas',
  level: 'tingkat',
  explanation: 'fakta',
  analysis: 'analisis',
  note: 'catatan',
  assessedLevel: 'tingkat asesor',
  assessedReason: 'alasan asesor',
  document: 'dokumen',
  checklist: 'daftar bukti',
  identity: 'identitas',
};

const fieldWords: Record<string, string> = {
  indicator: 'indikator',
  level: 'tingkat',
  kind: 'jenis',
  title: 'judul',
  number: 'nomor',
  date: 'tanggal',
  location: 'berkas atau tautan',
  page: 'halaman',
  signed: 'ditandatangani',
  verdict: 'status asesor',
  remark: 'catatan asesor',
};

const longestText = 120;
/** A person reads these; all of them stand in csv and json. */
const mostShown = 200;

function cellTable(cells: readonly CellChange[] | null, before: Side, after: Side): Block[] {
  if (cells === null) {
    if (before.kind === after.kind) return [];
    return [
      {
        kind: 'paragraph',
        text: 'Catatan riwayat hanya memuat tingkat; teks dan dokumen tidak dibandingkan.',
        tone: 'soft',
      },
    ];
  }
  if (cells.length === 0) return [];
  return [
    { kind: 'section', text: `Sel yang berubah: ${cells.length}` },
    {
      kind: 'table',
      columns: [
        { header: 'Isian' },
        { header: 'Sebelum', flexible: true },
        { header: 'Sesudah', flexible: true },
        { header: 'Tempat', flexible: true },
      ],
      rows: cells
        .slice(0, mostShown)
        .map((cell) => [
          { text: nameOf(cell) },
          sideCell(cell, cell.before),
          sideCell(cell, cell.after),
          { text: placesOf(cell.beforeAt, cell.afterAt) },
        ]),
    },
    ...(cells.length > mostShown
      ? [
          {
            kind: 'paragraph' as const,
            text: `… dan ${cells.length - mostShown} sel lagi. Semuanya: --format csv.`,
          },
        ]
      : []),
  ];
}

function nameOf({ part, item, field }: CellChange): string {
  const column = field === '' ? '' : ` (${fieldWords[field] ?? field})`;
  return `${item} ${words[part]}${column}`.trim();
}

function sideCell({ part, field }: CellChange, text: string | null): Cell {
  const isWhole = part === 'file' || (part === 'document' && field === '');
  if (text === null) return { text: isWhole ? 'tidak ada' : 'kosong', tone: 'soft' };
  return { text: text.length > longestText ? `${text.slice(0, longestText)}…` : text };
}

/** Both places; one alone where they are the same cell of the same file, or one side has none. */
function placesOf(before: Place | null | undefined, after: Place | null | undefined): string {
  const shown = [before, after].flatMap((place) => (place ? [formatPlace(place)] : []));
  return [...new Set(shown)].join(' → ');
}

function toDocument({ before, after, changes, cells, files }: Compared): DiffDocument {
  const { instrument } = after;
  const named = nameIndicators(instrument);
  const copy = (place: Place | null | undefined) => (place ? { ...place } : null);
  const side = ({ kind, label, region, year, score }: Side): DiffDocument['before'] => ({
    ...{ kind, label, region, year },
    index: roundedNumber(score.index, instrument.rounding.decimals),
    indexExact: exactText(score.index),
    predicate: score.band.name,
  });
  return {
    schemaVersion: 1,
    instrument: instrument.id,
    caution: instrument.caution,
    before: side(before),
    after: side(after),
    differenceExact: exactText(changes.difference),
    indicators: changes.indicators.map(({ id, from, to, points }) => ({
      ...{ id, name: named(id).name, from, to },
      ...pointsOf(points),
      beforeAt: copy(before.places.get(id)),
      afterAt: copy(after.places.get(id)),
    })),
    cells:
      cells?.map((one) => ({ ...one, beforeAt: copy(one.beforeAt), afterAt: copy(one.afterAt) })) ?? null,
    files: files ? [...files] : null,
  };
}

function toRecords({ before, after, changes, cells }: Compared): Report['records'] {
  const place = (at: Place | null | undefined) => (at ? formatPlace(at) : null);
  return {
    columns: [
      'bagian',
      'opd',
      'butir',
      'kolom',
      'sebelum',
      'sesudah',
      'poin',
      'tempat_sebelum',
      'tempat_sesudah',
    ],
    rows: [
      ...changes.indicators.map(({ id, from, to, points }) => [
        ...['indeks', null, id, null, from, to, pointsOf(points).points],
        ...[place(before.places.get(id)), place(after.places.get(id))],
      ]),
      ...(cells ?? []).map((one) => [
        ...[
          words[one.part],
          one.opd,
          one.item,
          fieldWords[one.field] ?? one.field,
          one.before,
          one.after,
          null,
        ],
        ...[place(one.beforeAt), place(one.afterAt)],
      ]),
    ],
  };
}
