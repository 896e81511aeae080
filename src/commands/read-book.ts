import type { Instrument } from '../instrument/instrument.ts';
import { listInstruments, loadInstrument } from '../instrument/load.ts';
import { problem } from '../problem-kinds.ts';
import type { Book } from '../workbook/book.ts';
import { type ColumnMap, formatMap } from '../workbook/column-map.ts';
import {
  findQuestionnaire,
  questionnaireInstrument,
  readQuestionnaire,
} from '../workbook/questionnaire-2018.ts';
import { type Read, readWorkbook } from '../workbook/read.ts';
import { readCsvAnswers } from '../workbook/read-csv.ts';
import { readMapped } from '../workbook/read-mapped.ts';
import { findUnmarked, readUnmarked } from '../workbook/read-unmarked.ts';
import { type Suggestion, suggestMaps } from '../workbook/suggest-map.ts';

/** What a person is asked before a sheet is read by the words of its header. */
export interface Offer {
  readonly file: string;
  readonly suggestion: Suggestion;
  readonly instrument: Instrument;
}

export interface OwnSheetOptions {
  readonly map?: ColumnMap;
  /** Shows the offer and asks; absent where nobody can be asked. */
  readonly confirm?: (offer: Offer) => Promise<boolean>;
}

/**
 * Reads a book whose form is known: a workbook of ours, with its hidden parts or without, the Ministry's questionnaire of
 * 2018, a csv of levels.
 * @param isMapped whether the user has named columns: then what is not surely ours is a sheet of his own
 * @returns null for a sheet of somebody's own making
 */
export async function readKnownBook(book: Book, file: string, isMapped: boolean): Promise<Read | null> {
  if (!isPlain(book)) {
    const read = readWorkbook(book, file);
    if (read.submission !== null || !read.problems.some(({ code }) => code === 'not-a-workbook')) return read;
  }
  const unmarked = isMapped ? null : findUnmarked(book);
  if (unmarked) {
    const instruments = await Promise.all((await listInstruments()).map(loadInstrument));
    return readUnmarked(book, unmarked, file, instruments);
  }
  if (isPlain(book)) return isMapped ? null : readCsvAnswers(book, file);
  const found = findQuestionnaire(book);
  return found && readQuestionnaire(book, found, file, await loadInstrument(questionnaireInstrument));
}

/** Reads a sheet of somebody's own making: by the columns the user named, or those he agrees to; else says how to name them. */
export async function readOwnSheet(
  book: Book,
  file: string,
  instrument: Instrument,
  { map, confirm }: OwnSheetOptions,
): Promise<Read> {
  if (map) return readMapped(book, file, map, instrument);
  const suggestions = suggestMaps(book, instrument);
  const [suggestion] = suggestions;
  if (suggestion === undefined) return readWorkbook(book, file);
  if (suggestions.length === 1 && (await confirm?.({ file, suggestion, instrument }))) {
    return readMapped(book, file, suggestion.map, instrument);
  }
  const found = suggestions.map((one) => describeSuggestion(one, instrument)).join('; ');
  const maps = suggestions.map((one) => `--map "${formatMap(one.map)}"`).join(' atau ');
  return { submission: null, problems: [problem('map-needed', { file }, { found, maps })] };
}

/** `lembar "Nilai" memuat 47 dari 47 indikator PermenPANRB 59/2020`. */
export function describeSuggestion({ sheet, count }: Suggestion, { indicators, name }: Instrument): string {
  return `lembar "${sheet}" memuat ${count} dari ${indicators.length} indikator ${name}`;
}

/** A csv opens as one sheet without a name. */
function isPlain({ sheets }: Book): boolean {
  return sheets.length === 1 && sheets[0]?.name === '';
}
