import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { fillWorkbook } from '../../fixtures/fill-workbook.js';
import { makeQuestionnaire } from '../../fixtures/kuesioner-2018/make.js';
import { loadInstrument } from '../../src/instrument/load.ts';
import {
  findQuestionnaire,
  questionnaireInstrument,
  readQuestionnaire,
} from '../../src/workbook/questionnaire-2018.ts';
import { writeWorkbook } from '../../src/workbook/write.ts';
import { opened } from '../workbook/opened.ts';
import { openLibreOffice } from './libre-office.ts';
import { levelsOf, readAs, sizes } from './sample.ts';

/* An officer opens a workbook in LibreOffice and saves it in LibreOffice's own format, or again as xlsx. */

const office = openLibreOffice();
afterAll(() => office.close());

const names = Object.keys(sizes) as (keyof typeof sizes)[];
const words = {
  fact: 'Perbup 12/2023 – "Arsitektur" & peta rencana.\nBaris  dua <tiga>.',
  analysis: 'Berlaku di semua OPD; 100 % tercakup.',
  title: 'Peraturan Bupati Nomor 12 Tahun 2023',
  location: 'bukti/12-Perbup-Peta-Rencana.pdf',
};
const before = new Map<string, string>();
const after = new Map<string, string>();

beforeAll(async () => {
  for (const name of names) {
    const path = join(office.folder, `${name}.xlsx`);
    writeFileSync(path, await writeWorkbook(sizes[name]));
    await fillWorkbook(path, typedLevels(name), words);
    before.set(name, path);
  }
  const saved = await office.convert([...before.values()], 'ods');
  for (const [index, name] of names.entries()) after.set(name, saved[index] ?? '');
});

describe.each(names)('%s, saved as .ods', (name) => {
  it('reads the same as the xlsx: hidden particulars, answers, documents, every address', () => {
    const written = readAs(before.get(name) ?? '', 'opd');
    const saved = readAs(after.get(name) ?? '', 'opd');
    expect(written.submission?.answers).toHaveLength(sizes[name].indicators.length);
    expect(saved).toEqual(written);
    expect(levelsOf(saved.submission)).toEqual(typedLevels(name));
  });

  it('keeps what is hidden, and the cells of every sheet where they stand', () => {
    const [xlsx, ods] = [before, after].map((paths) => opened(readFileSync(paths.get(name) ?? ''), 'opd'));
    const shape = (book: typeof xlsx) => book?.sheets.map((sheet) => [sheet.name, sheet.hidden]);
    expect(shape(ods)).toEqual(shape(xlsx));
    expect(shape(ods)).toContainEqual(['_spbe', true]);
    const typed = (book: typeof xlsx) =>
      book?.sheets.flatMap(({ name: sheet, rows }) =>
        rows.flatMap(({ cells }) =>
          cells.flatMap(({ address, text, kind, formula }) =>
            formula || text === '' ? [] : [`${sheet}!${address} ${kind} ${text}`],
          ),
        ),
      );
    expect(typed(ods)).toEqual(typed(xlsx));
  });
});

it.each(['ods', 'xlsx'] as const)('reads the questionnaire of 2018 saved as .%s', async (target) => {
  const instrument = await loadInstrument(questionnaireInstrument);
  const levels = Object.fromEntries(instrument.indicators.map(({ id }, index) => [id, 1 + (index % 5)]));
  const path = join(office.folder, `kuesioner-${target}.xlsx`);
  writeFileSync(path, await makeQuestionnaire(levels, { index: 0, agency: 'Kota Denpasar' }));
  const [saved = ''] = await office.convert([path], target);
  const book = opened(readFileSync(saved), 'kuesioner');
  const found = findQuestionnaire(book);
  if (found === null) throw new Error('No questionnaire');
  const { submission, problems } = readQuestionnaire(book, found, 'kuesioner', instrument);
  // LibreOffice computed the two indices anew, from the same formulas: they equal ours.
  expect(problems).toEqual([]);
  expect(book.sheets.find(({ name }) => name === 'Rekap')?.hidden).toBe(true);
  expect(submission?.about?.region).toBe('Kota Denpasar');
  const read = submission?.answers.map(({ indicator, level }) => [indicator.text, Number(level.text)]) ?? [];
  expect(Object.fromEntries(read)).toEqual(levels);
});

/** Levels 1 to 5 in turn. */
function typedLevels(name: keyof typeof sizes): Map<string, number> {
  return new Map(sizes[name].indicators.map((id, index) => [id, 1 + ((index * 2) % 5)]));
}
