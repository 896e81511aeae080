import { Fraction } from 'fraction.js';
import { type Stage, stageWords } from '../assessment/stage.ts';
import type { HistoryDocument } from '../contract/history.ts';
import type { RecordDocument } from '../contract/record.ts';
import type { Problem } from '../problem.ts';
import { describeFileChanges, fileChanges, fileChangeWords } from './file-changes.ts';
import { formatMoment } from './moment.ts';
import { exactText, formatChange, formatNumber } from './number.ts';
import type { Block, Report } from './report.ts';

interface Stored {
  readonly name: string;
  readonly record: RecordDocument;
}

type Entry = HistoryDocument['records'][number];

/**
 * What was recorded in a project, oldest first; damaged records are named.
 * @param decimals by id of the instrument
 */
export function reportHistory(
  stored: readonly Stored[],
  problems: readonly Problem[],
  decimals: ReadonlyMap<string, number>,
): Report {
  const entries = stored.map((one, index) => toEntry(one, stored.slice(0, index)));
  const document: HistoryDocument = {
    schemaVersion: 1,
    records: entries,
    problems: problems.map((one) => ({ ...one, at: { ...one.at } })),
  };
  return {
    document,
    blocks: [
      { kind: 'title', text: 'Riwayat', subtitle: `${entries.length} catatan, yang terbaru di bawah` },
      ...(entries.length === 0 ? [howToRecord] : [historyTable(entries, decimals)]),
      ...problems.map(
        ({ at, message }): Block => ({ kind: 'paragraph', text: `${at.file}: ${message}`, tone: 'caution' }),
      ),
    ],
    records: {
      columns: [
        ...[
          'waktu',
          'perintah',
          'tahap',
          'instrumen',
          'indeks',
          'indeks_eksak',
          'predikat',
          'perubahan_eksak',
        ],
        ...['berkas_berubah', 'kesalahan', 'peringatan', 'versi', 'catatan', 'catatan_riwayat'],
      ],
      rows: entries.map((one) => [
        ...[one.at, one.command, stageOf(one), one.instrument, one.index, one.indexExact, one.predicate],
        one.differenceExact,
        one.files.map(({ path, change }) => `${fileChangeWords[change]} ${path}`).join('; '),
        ...[one.counts.error, one.counts.warning, one.tool, one.note, one.file],
      ]),
    },
  };
}

const howToRecord: Block = {
  kind: 'paragraph',
  text: 'Belum ada catatan. Tambahkan --record pada spbe score untuk mencatat hasilnya.',
};

function toEntry({ name, record }: Stored, earlier: readonly Stored[]): Entry {
  const before = earlier.findLast(({ record: old }) => isComparable(old, record))?.record;
  const { at, command, options, tool, note, instrument, region, year, index, indexExact, predicate } = record;
  return {
    ...{ file: name, at, command, options, tool, note, instrument: instrument.id, region, year },
    ...{ index, indexExact, predicate },
    differenceExact: before ? exactText(new Fraction(indexExact).sub(before.indexExact)) : null,
    files: before ? fileChanges(before.inputs, record.inputs) : [],
    counts: record.problems,
  };
}

/** A change from the claim to the assessor's word, or between instruments, is no change of the region. */
function isComparable(a: RecordDocument, b: RecordDocument): boolean {
  return (
    a.instrument.id === b.instrument.id && a.options['stage'] === b.options['stage'] && a.year === b.year
  );
}

function historyTable(entries: readonly Entry[], decimals: ReadonlyMap<string, number>): Block {
  return {
    kind: 'table',
    columns: [
      { header: 'Waktu' },
      { header: 'Tahap' },
      { header: 'Indeks', align: 'right' },
      { header: 'Perubahan', align: 'right' },
      { header: 'Predikat', optional: true },
      { header: 'Berkas', flexible: true },
      { header: 'Catatan', flexible: true },
    ],
    rows: entries.map((one) => {
      const places = decimals.get(one.instrument) ?? 2;
      return [
        { text: formatMoment(one.at) },
        { text: stageOf(one) },
        { text: formatNumber(new Fraction(one.indexExact), places), tone: 'strong' },
        {
          text: one.differenceExact === null ? '' : formatChange(new Fraction(one.differenceExact), places),
        },
        { text: one.predicate },
        { text: describeFileChanges(one.files) },
        { text: one.note ?? '' },
      ];
    }),
  };
}

function stageOf({ options }: Entry): string {
  return stageWords[options['stage'] as Stage] ?? options['stage'] ?? '';
}
