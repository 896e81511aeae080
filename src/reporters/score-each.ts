import { stageWords } from '../assessment/stage.ts';
import type { ScoreDocument } from '../contract/score.ts';
import type { EachDocument, EachResult } from '../contract/score-each.ts';
import { countBySeverity, severityWords } from './problems.ts';
import type { Block, Cell, Records, Report } from './report.ts';

/** A result among many, and how many decimals its instrument gives the index. */
export interface EachRow extends EachResult {
  readonly decimals: number;
}

export interface ScoredEach extends Pick<EachDocument, 'found' | 'interrupted' | 'refused'> {
  readonly rows: readonly EachRow[];
}

/** What the list of many results says of one. */
export function toEachRow(path: string, document: ScoreDocument, decimals: number): EachRow {
  const { instrument, caution, region, year, stage, index, indexExact, predicate, proven } = document;
  return {
    ...{ path, instrument, caution, region, year, stage, index, indexExact, predicate },
    proven: proven && { index: proven.index, indexExact: proven.indexExact, predicate: proven.predicate },
    unanswered: document.unanswered.length,
    problems: countBySeverity(document.problems),
    decimals,
  };
}

/** Files and projects, each scored by itself: never one index of them all. */
export function reportEach(scored: ScoredEach): Report {
  const { rows, found, interrupted, refused } = scored;
  return {
    document: {
      schemaVersion: 1,
      found,
      interrupted,
      results: rows.map(({ decimals: _, ...result }) => result),
      refused: [...refused],
    } satisfies EachDocument,
    blocks: [
      {
        kind: 'title',
        text: `${rows.length} dari ${found} dinilai sendiri-sendiri`,
        subtitle: 'setiap berkas atau proyek satu indeks, tidak digabung',
      },
      ...(interrupted ? [caution('Dihentikan sebelum selesai: yang lain belum dinilai.')] : []),
      ...[...new Set(rows.flatMap((row) => row.caution ?? []))].map((text) => caution(`Perhatian: ${text}`)),
      ...resultTable(rows),
      ...refusals(refused),
    ],
    records: toRecords(scored),
  };
}

function resultTable(rows: readonly EachRow[]): Block[] {
  if (rows.length === 0) return [];
  return [
    {
      kind: 'table',
      columns: [
        { header: 'Jalur', flexible: true },
        { header: 'Instansi', flexible: true, optional: true },
        { header: 'Indeks', align: 'right' },
        { header: 'Predikat' },
        { header: 'Terbukti', align: 'right' },
        { header: 'Kosong', align: 'right' },
        { header: 'Masalah', align: 'right' },
      ],
      rows: rows.map(({ path, region, year, index, predicate, proven, unanswered, problems, decimals }) => [
        { text: path },
        { text: [region, year].filter((part) => part !== null).join(' · ') },
        { text: shownIndex(index, decimals), tone: 'strong' },
        { text: predicate },
        { text: proven ? shownIndex(proven.index, decimals) : '–' },
        unanswered > 0 ? { text: String(unanswered), tone: 'caution' } : { text: '0' },
        problemCell(problems),
      ]),
    },
  ];
}

/** Errors if there are any; else what is less grave. */
function problemCell({ error, warning, info }: EachRow['problems']): Cell {
  if (error > 0) return { text: `${error} ${severityWords.error}`, tone: 'bad' };
  if (warning > 0) return { text: `${warning} ${severityWords.warning}`, tone: 'caution' };
  return info > 0 ? { text: `${info} ${severityWords.info}`, tone: 'soft' } : { text: '–' };
}

function refusals(refused: ScoredEach['refused']): Block[] {
  if (refused.length === 0) return [];
  return [
    { kind: 'section', text: `Tidak dapat dinilai: ${refused.length}` },
    { kind: 'list', items: refused.map(({ path, message }) => `${path} – ${message}`) },
  ];
}

function toRecords({ rows, refused }: ScoredEach): Records {
  return {
    columns: [
      ...['jalur', 'instansi', 'tahun', 'instrumen', 'tahap', 'indeks', 'indeks_persis', 'predikat'],
      ...['terbukti', 'kosong', 'kesalahan', 'peringatan', 'catatan', 'sebab'],
    ],
    rows: [
      ...rows.map(
        ({ path, region, year, instrument, stage, index, indexExact, predicate, proven, ...one }) => [
          ...[path, region, year, instrument, stageWords[stage], index, indexExact, predicate],
          ...[
            proven?.index ?? null,
            one.unanswered,
            one.problems.error,
            one.problems.warning,
            one.problems.info,
          ],
          null,
        ],
      ),
      ...refused.map(({ path, message }) => [path, ...Array<null>(12).fill(null), message]),
    ],
  };
}

/** The index has been rounded; here it is only written. */
function shownIndex(index: number, decimals: number): string {
  return index.toFixed(decimals).replace('.', ',');
}

function caution(text: string): Block {
  return { kind: 'paragraph', text, tone: 'caution' };
}
