import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { claimedLevels, mergeSubmissions } from '../../src/assessment/merge.ts';
import { usualPolicy } from '../../src/assessment/merge-policy.ts';
import { score } from '../../src/assessment/score.ts';
import { writeRegional } from '../../src/commands/write-regional.ts';
import { openBook } from '../../src/workbook/open.ts';
import { readWorkbook } from '../../src/workbook/read.ts';
import { makeSubmission } from '../assessment/make-submission.ts';
import { instrument } from '../workbook/make-workbook.ts';
import { type LibreOffice, openLibreOffice } from './libre-office.ts';

let office: LibreOffice;
beforeAll(() => {
  office = openLibreOffice();
});
afterAll(() => office.close());

const files = ['a', 'b'].map((code, turn) =>
  makeSubmission({
    file: `${code}.xlsx`,
    meta: { opd: { code, name: `Dinas ${code}` } },
    answers: instrument.indicators.map(({ id }, index) => [
      id,
      String(1 + ((index * (turn + 2)) % 5)),
      `Fakta ${code}`,
    ]),
  }),
);
const assessment = mergeSubmissions(files, instrument, { region: null, year: null }, null, usualPolicy);

test('after LibreOffice saved it, the live index is that of the merge, and every answer is still there', async () => {
  const path = join(office.folder, 'rekapitulasi.xlsx');
  writeFileSync(path, await writeRegional(assessment));
  const [saved = ''] = await office.convert([path], 'xlsx');
  const opened = openBook(readFileSync(saved), 'rekapitulasi.xlsx');
  if ('unreadable' in opened) throw new Error(opened.unreadable.message);
  const dashboard = opened.book.sheets.find(({ name }) => name === 'Dasbor');
  const shown = dashboard?.rows.flatMap(({ cells }) => cells).find(({ address }) => address === 'B4');
  const { shown: expected, band } = score(instrument, claimedLevels(assessment.answers), 2025);
  expect(Number(shown?.text)).toBe(Number(expected));
  expect(dashboard?.rows.flatMap(({ cells }) => cells).find(({ address }) => address === 'C4')?.text).toBe(
    band.name,
  );
  const { submission } = readWorkbook(opened.book, 'rekapitulasi.xlsx');
  if (submission === null) throw new Error('Not read');
  const again = mergeSubmissions([submission], instrument, { region: null, year: null }, null, usualPolicy);
  expect([...claimedLevels(again.answers)]).toEqual([...claimedLevels(assessment.answers)]);
  const said = (one: typeof assessment) =>
    [...one.settlements].map(([id, { isOpen, candidates }]) => [
      id,
      isOpen,
      candidates.map(({ level }) => level).toSorted(),
    ]);
  expect(said(again)).toEqual(said(assessment));
});
