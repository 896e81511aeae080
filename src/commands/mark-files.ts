import { mkdir, readFile } from 'node:fs/promises';
import { basename, extname, join, relative, resolve } from 'node:path';
import { type Problem, UserError } from '../problem.ts';
import { markWorkbook } from '../workbook/mark.ts';
import { isMarkable } from '../workbook/markable.ts';
import { repairSheet } from '../workbook/marked-cell.ts';
import { openBook } from '../workbook/open.ts';
import { writeOutput } from './finish.ts';
import { firstFree } from './first-free.ts';
import { restoreCharts } from './restore-charts.ts';

/**
 * Writes a marked copy of every workbook that has problems into a folder; the originals are only read.
 * @param names all files that were looked at; problems of the region as a whole stand in none of them
 * @returns lines that say what was written, and what could not be marked
 * @throws UserError if the folder cannot be written
 */
export async function markFiles(
  names: readonly string[],
  problems: readonly Problem[],
  folder: string,
  cwd: string,
): Promise<string[]> {
  return (await writeMarked(names, problems, folder, cwd)).map(({ file, copy, count }) =>
    copy === null
      ? `Tidak dapat ditandai: ${file} (bukan kertas kerja .xlsx yang dapat dibaca, atau terlalu besar)`
      : `Lembar perbaikan: ${copy} (${count} tanda)`,
  );
}

export interface Marked {
  readonly file: string;
  /** The marked copy, from the current folder; null if the file cannot be marked. */
  readonly copy: string | null;
  /** Problems of the file. */
  readonly count: number;
}

/** `markFiles`, as values. */
export async function writeMarked(
  names: readonly string[],
  problems: readonly Problem[],
  folder: string,
  cwd: string,
): Promise<Marked[]> {
  const files = names.filter((name) => problems.some(({ at }) => at.file === name));
  const target = resolve(cwd, folder);
  const used = new Set<string>();
  const results: Marked[] = [];
  for (const file of files) {
    const path = resolve(cwd, file);
    const own = problems.filter(({ at }) => at.file === file);
    const marked = await markOne(path, own);
    if (marked === null) {
      results.push({ file, copy: null, count: own.length });
      continue;
    }
    const stem = basename(file, extname(file)).replace(/-perbaikan(-\d+)?$/, '');
    const copy = join(
      target,
      firstFree((ending) => `${stem}-perbaikan${ending}.xlsx`, used),
    );
    // Officers may have gone on filling an older copy.
    const inTheWay = names.find((name) => resolve(cwd, name) === copy);
    if (inTheWay !== undefined)
      throw new UserError(
        `Lembar perbaikan akan menimpa ${inTheWay}. Pindahkan dulu berkas itu ke folder kertas-kerja.`,
      );
    await mkdir(target, { recursive: true });
    await writeOutput(copy, marked);
    results.push({ file, copy: relative(cwd, copy), count: own.length });
  }
  return results;
}

/** null if the file is no workbook that can be marked: a csv, a project file, a file that cannot be opened. */
async function markOne(path: string, problems: readonly Problem[]): Promise<Uint8Array | null> {
  const bytes = await readFile(path).catch(() => null);
  if (bytes === null) return null;
  const opened = openBook(bytes, path);
  if ('unreadable' in opened || opened.book.sheets.every(({ name }) => name === '')) return null;
  if (!isMarkable(bytes)) return null;
  const own = problems.filter(({ at }) => at.sheet !== repairSheet);
  // exceljs throws on parts it does not know; then the list on the screen has to do.
  const marked = await markWorkbook(bytes, own).catch(() => null);
  return marked === null ? null : restoreCharts(marked, opened.book, path);
}
