import type { ExternalRow } from '../assessment/external.ts';
import type { Problem } from '../problem.ts';
import { problem } from '../problem-kinds.ts';
import type { Book } from './book.ts';
import type { Column } from './layout.ts';
import { describeTooLong, fieldAt, findByHeader } from './tables.ts';

const columns: readonly Column[] = [
  {
    key: 'code',
    header: 'indikator',
    width: 0,
    words: ['indikator', 'kode', 'no', 'no.', 'nomor', 'nomor indikator', 'code', 'indicator'],
  },
  {
    key: 'value',
    header: 'nilai',
    width: 0,
    words: ['nilai', 'tingkat', 'tingkat kematangan', 'level', 'skor', 'value'],
  },
  { key: 'reason', header: 'alasan', width: 0, words: ['alasan', 'alasan asesor', 'penjelasan', 'catatan'] },
  { key: 'opd', header: 'opd', width: 0, words: ['opd', 'opd pengampu', 'perangkat daerah'] },
];

/** Reads a result that others made: a table `indikator,nilai` of levels, aspects, domains or the index. */
export function readExternalTable(
  { sheets }: Book,
  file: string,
): { readonly rows: readonly ExternalRow[]; readonly problems: readonly Problem[] } {
  const tables = sheets.flatMap((sheet) => findByHeader(sheet, columns) ?? []);
  const found = tables.find((table) => table.columns.has('code') && table.columns.has('value'));
  if (found === undefined) return { rows: [], problems: [problem('external-header-missing', { file }, {})] };
  const reason = describeTooLong(found);
  if (reason !== null) return { rows: [], problems: [problem('file-unreadable', { file }, { reason })] };
  const rows = found.rows.map((row) => ({
    code: fieldAt(found, row, 'code', file),
    value: fieldAt(found, row, 'value', file),
    reason: fieldAt(found, row, 'reason', file),
    opd: fieldAt(found, row, 'opd', file),
  }));
  return { rows, problems: [] };
}
