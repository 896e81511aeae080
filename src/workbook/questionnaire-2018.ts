import { normalizeIndicator } from '../assessment/normalize-indicator.ts';
import { type AnswerRow, type Field, plainForm, type Submission } from '../assessment/submission.ts';
import type { Instrument } from '../instrument/instrument.ts';
import type { Book } from './book.ts';
import type { Column } from './layout.ts';
import { type FormLines, readFormIdentity, readFormLines } from './questionnaire-form.ts';
import { describeUntouched, findIndexDifference } from './questionnaire-problems.ts';
import type { Read } from './read.ts';
import { describeTooLong, type FoundTable, fieldAt, findByHeader } from './tables.ts';

/** The instrument that the Ministry's questionnaire of 2018 asks. */
export const questionnaireInstrument = 'permenpanrb-5-2018';

const longestRegion = 200;

/** Headings of its sheet Rekap: the option chosen, the level, the weight; two ways to the index. */
const columns: readonly Column[] = [
  { key: 'indicator', header: 'Indikator', width: 0, words: ['indikator'] },
  { key: 'option', header: 'N', width: 0, words: ['n'] },
  { key: 'level', header: 'V', width: 0, words: ['v'] },
  { key: 'weight', header: 'W', width: 0, words: ['w'] },
  { key: 'throughTree', header: 'RI', width: 0, words: ['ri'] },
  { key: 'fromWeights', header: 'Indeks SPBE', width: 0, words: ['indeks spbe'] },
];

/** Rekap, the sheet by which the questionnaire is known; null if the book is something else. */
export function findQuestionnaire(book: Book): FoundTable | null {
  const sheet = book.sheets.find(({ name }) => name.trim().toLowerCase() === 'rekap');
  const found = sheet ? findByHeader(sheet, columns) : null;
  return found?.columns.size === columns.length && describeTooLong(found) === null ? found : null;
}

/**
 * Reads the questionnaire: the option buttons of each sheet write 1 to 6 into Rekap, which stand for the levels 0 to 5.
 * The buttons may be lost, as they are once LibreOffice saves the file; the numbers stay.
 * @param found what `findQuestionnaire` found in the book
 * @param instrument that of `questionnaireInstrument`
 */
export function readQuestionnaire(book: Book, found: FoundTable, file: string, instrument: Instrument): Read {
  const ids = new Set(instrument.indicators.map(({ id }) => id));
  const linesOf = readLinesOnce(book, file);
  const answers = found.rows.flatMap((row) => {
    const indicator = fieldAt(found, row, 'indicator', file);
    const id = normalizeIndicator(indicator.text);
    return ids.has(id)
      ? [readAnswer({ ...indicator, text: id }, fieldAt(found, row, 'option', file), linesOf(id))]
      : [];
  });
  const identity = readFormIdentity(book);
  const submission: Submission = {
    ...plainForm,
    file,
    meta: null,
    about: { instrument: instrument.id, region: identity.get('region')?.slice(0, longestRegion) ?? null },
    answers,
    identity,
  };
  const problems = [
    ...describeUntouched(answers, instrument, { file, sheet: found.sheet.name }),
    ...findIndexDifference(found, answers, instrument, file),
  ];
  return { submission, problems };
}

/** What stands on the sheet of an indicator, however often Rekap names it; null without a sheet. */
function readLinesOnce({ sheets }: Book, file: string): (id: string) => FormLines | null {
  const known = new Map<string, FormLines | null>();
  return (id) => {
    if (!known.has(id)) {
      const sheet = sheets.find(({ name }) => name.trim().toLowerCase() === `indikator ${id}`);
      known.set(id, sheet ? readFormLines(sheet, file) : null);
    }
    return known.get(id) ?? null;
  };
}

function readAnswer(indicator: Field, option: Field, lines: FormLines | null): AnswerRow {
  const none = { text: '', at: option.at };
  return {
    indicator,
    level: { text: levelOf(option.text), at: option.at },
    explanation: lines?.explanation ?? none,
    note: lines?.documents ?? none,
  };
}

/** Anything but an option is handed on for the check to complain about, in words that the form's readers know. */
function levelOf(option: string): string {
  if (option === '') return '';
  if (/^[1-6]$/.test(option)) return String(Number(option) - 1);
  return /^\d+$/.test(option) ? `pilihan ke-${option}` : `pilihan ${option}`;
}
