import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { makeQuestionnaire } from '../../fixtures/kuesioner-2018/make.js';
import { mergeSubmissions } from '../../src/assessment/merge.ts';
import { loadInstrument } from '../../src/instrument/load.ts';
import type { Book } from '../../src/workbook/book.ts';
import {
  findQuestionnaire,
  questionnaireInstrument,
  readQuestionnaire,
} from '../../src/workbook/questionnaire-2018.ts';
import { readOfficial } from '../official-results.ts';
import { bookOf } from './book-of.ts';
import { load, save, sheetOf } from './make-workbook.ts';
import { opened } from './opened.ts';

const instrument = await loadInstrument(questionnaireInstrument);
const denpasar = readOfficial().find(({ id }) => id === '18-denpasar-2018')?.levels ?? {};

function read(book: Book) {
  const found = findQuestionnaire(book);
  if (found === null) throw new Error('No questionnaire');
  const { submission, problems } = readQuestionnaire(book, found, 'kuesioner.xlsx', instrument);
  if (submission === null) throw new Error('Not read');
  return { submission, problems, codes: problems.map(({ code }) => code) };
}

describe('the questionnaire of 2018', () => {
  it('gives the levels of the fixture at their cells in Rekap, and the agency', () => {
    const fixture = new URL('../../fixtures/kuesioner-2018/kuesioner.xlsx', import.meta.url);
    const { submission, problems } = read(opened(readFileSync(fixture)));
    expect(problems).toEqual([]);
    const levels = submission.answers.map(({ indicator, level }) => [indicator.text, Number(level.text)]);
    expect(Object.fromEntries(levels)).toEqual(denpasar);
    expect(levels.map(([id]) => id)).toEqual(instrument.indicators.map(({ id }) => id));
    const at = { file: 'kuesioner.xlsx', sheet: 'Rekap' };
    expect(submission.answers[0]?.level.at).toEqual({ ...at, address: 'E6' });
    expect(submission.answers.at(-1)?.level.at).toEqual({ ...at, address: 'E50' });
    expect(submission.about).toEqual({ instrument: instrument.id, region: 'Kota Denpasar' });
  });

  it('says once that untouched buttons cannot be told from level 0', async () => {
    const { submission, problems } = read(
      opened(await makeQuestionnaire({ 1: 3, 2: 1, 9: 5 }, { index: 0.09 })),
    );
    expect(problems).toMatchObject([
      {
        code: 'questionnaire-untouched',
        at: { file: 'kuesioner.xlsx', sheet: 'Rekap' },
        details: { count: 34, total: 37, indicators: '3–8, 10–35-3' },
      },
    ]);
    expect(submission.answers[2]?.level.text).toBe('0');
    expect(submission.about?.region).toBe(null);
  });

  it('says where the stored index is another one, once if both cells store the same', async () => {
    const problems = async (index: number) =>
      read(opened(await makeQuestionnaire(denpasar, { index }))).problems;
    expect(await problems(2.64 + 4e-16)).toEqual([]);
    expect(await problems(2.5)).toMatchObject([
      { code: 'cached-index-differs', at: { address: 'K4' }, details: { stored: '2,5', computed: '2,64' } },
    ]);
  });

  it('reads a file whose formulas have no results', async () => {
    expect(read(opened(await makeQuestionnaire(denpasar))).codes).toEqual([]);
  });

  it('reads explanations and the evidence named, from the lines under the criteria', async () => {
    const words = { explanation: 'Fakta: SK 12.', documents: 'SK Wali Kota 12/2018' };
    const { submission } = read(opened(await makeQuestionnaire(denpasar, words)));
    const place = { file: 'kuesioner.xlsx', sheet: 'Indikator 1' };
    expect(submission.answers[0]).toMatchObject({
      explanation: { text: words.explanation, at: { ...place, address: 'B9' } },
      note: { text: words.documents, at: { ...place, address: 'B10' } },
    });
    expect(submission.answers[1]).toMatchObject({ explanation: { text: '' }, note: { text: '' } });
  });

  it('reports what is no option, and a blank, as it reports other levels', async () => {
    const workbook = await load(await makeQuestionnaire(denpasar));
    const sheet = sheetOf(workbook, 'Rekap');
    sheet.getCell('E6').value = 7;
    sheet.getCell('E7').value = null;
    sheet.getCell('E8').value = 'III';
    const { submission } = read(opened(await save(workbook)));
    const { problems } = mergeSubmissions([submission], instrument, { region: null, year: null }, null);
    expect(problems.map(({ code, at, details }) => [code, at.address, details['found']])).toEqual([
      ['level-invalid', 'E6', 'pilihan ke-7'],
      ['level-blank', 'E7', undefined],
      ['level-invalid', 'E8', 'pilihan III'],
    ]);
  });

  it('takes no other workbook for it', () => {
    expect(findQuestionnaire(bookOf({ Rekap: [['Indikator', 'N', 'V', 'W']] }))).toBe(null);
    expect(findQuestionnaire(bookOf({ Lain: [['Indikator', 'N', 'V', 'W', 'RI', 'Indeks SPBE']] }))).toBe(
      null,
    );
  });

  it('does not mix with workbooks of another instrument', async () => {
    const { submission } = read(opened(await makeQuestionnaire(denpasar)));
    const other = await loadInstrument('permenpanrb-59-2020');
    const merged = mergeSubmissions([submission], other, { region: null, year: null }, null);
    expect(merged.problems.map(({ code }) => code)).toEqual(['instrument-mismatch']);
    expect(merged.files).toEqual([]);
  });
});
