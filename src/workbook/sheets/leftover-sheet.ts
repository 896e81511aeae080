import type { Workbook } from 'exceljs';
import type { WorkbookSpec } from '../contents.ts';
import { type Leftover, leftoverTable } from '../leftovers.ts';
import { addPlainTable } from './plain-table.ts';

/** Tidak terpindah: what an update found no place for. */
export async function addLeftovers(
  workbook: Workbook,
  spec: WorkbookSpec,
  leftovers: readonly Leftover[],
): Promise<void> {
  const advice =
    'Isi kertas kerja lama yang tidak punya tempat di sini. Salin sendiri bila masih diperlukan.';
  const rows = leftovers.map(({ sheet, cell, text }) => ({ cells: { sheet, cell, text } }));
  await addPlainTable(workbook, spec, leftoverTable, ['Tidak terpindah', advice], rows);
}
