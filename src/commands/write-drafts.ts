import { mkdir, readFile } from 'node:fs/promises';
import { basename, extname, join, relative, resolve } from 'node:path';
import { groupBy } from '../assessment/group-by.ts';
import type { Assessment } from '../assessment/merge.ts';
import { type Place, UserError } from '../problem.ts';
import { clean } from '../reporters/clean.ts';
import type { Drafted } from '../reporters/draft.ts';
import { isMarkable } from '../workbook/markable.ts';
import { openBook } from '../workbook/open.ts';
import { writeTexts } from '../workbook/write-texts.ts';
import { writeOutput } from './finish.ts';
import { firstFree } from './first-free.ts';
import { restoreCharts } from './restore-charts.ts';

/**
 * Writes the drafts into copies of the workbooks, only where nothing is written yet; the originals are only read.
 * @returns lines that say what was written
 * @throws UserError if a copy would stand in the place of an original
 */
export async function writeDrafts(
  assessment: Assessment,
  drafted: readonly Drafted[],
  folder: string,
): Promise<string> {
  const texts = drafted.flatMap(({ needs, draft }): { at: Place; text: string }[] => {
    const answer = assessment.answers.get(needs.indicator);
    if (!answer) return [];
    return [
      ...(answer.explanation === '' ? [{ at: answer.explanationAt, text: draft.fact }] : []),
      ...(answer.analysis === '' ? [{ at: answer.analysisAt, text: draft.analysis }] : []),
    ];
  });
  const lines: string[] = [];
  const taken = new Set<string>();
  for (const [file, own] of groupBy(texts, ({ at }) => at.file)) {
    const path = resolve(file);
    const bytes = await readFile(path);
    const opened = openBook(bytes, path);
    // exceljs throws on parts it does not know; then the report has to do.
    const written =
      'book' in opened && isMarkable(bytes) ? await writeTexts(bytes, own).catch(() => null) : null;
    if (written === null || !('book' in opened)) {
      lines.push(`Tidak dapat ditulisi: ${file} (bukan .xlsx yang dikenal; pakai --format md)`);
      continue;
    }
    const stem = basename(file, extname(file));
    const target = join(
      resolve(folder),
      firstFree((ending) => `${stem}-draf${ending}.xlsx`, taken),
    );
    const inTheWay = assessment.files.find((one) => resolve(one) === target);
    if (inTheWay !== undefined) {
      throw new UserError(`Draf akan menimpa ${inTheWay}. Sebut folder lain di --into.`);
    }
    await mkdir(resolve(folder), { recursive: true });
    await writeOutput(target, await restoreCharts(written, opened.book, path));
    lines.push(`Draf: ${relative('.', target)} (${own.length} sel)`);
  }
  if (lines.length === 0)
    lines.push(
      'Tidak ada yang ditulis: semua Fakta dan Analisis sudah terisi, atau belum ada bukti yang dihitung.',
    );
  return lines.map((line) => `${clean(line)}\n`).join('');
}
