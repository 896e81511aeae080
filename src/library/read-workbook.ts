import { type Answer, type Evidence, opdOf } from '../assessment/answers.ts';
import { instrumentOf } from '../assessment/foreign.ts';
import { claimedLevels, mergeSubmissions } from '../assessment/merge.ts';
import type { Levels } from '../assessment/score.ts';
import { readKnownBook, readOwnSheet } from '../commands/read-book.ts';
import { defaultInstrument } from '../instrument/default-instrument.ts';
import type { Instrument } from '../instrument/instrument.ts';
import { loadInstrument } from '../instrument/load.ts';
import { type Problem, sortProblems } from '../problem.ts';
import { problem } from '../problem-kinds.ts';
import { openBook } from '../workbook/open.ts';
import type { Read } from '../workbook/read.ts';

/** What one file states. */
export interface Workbook {
  /** Whether it could be read and belongs to the instrument; if not, the problems say why and there is no level. */
  readonly isRead: boolean;
  /** The instrument by which it was read: the one asked for, else the one it names, else PermenPANRB 59/2020. */
  readonly instrument: Instrument;
  /** null where the file does not say; a csv never does. */
  readonly region: string | null;
  readonly year: number | null;
  readonly opd: { readonly code: string; readonly name: string } | null;
  /** Claimed level by indicator id, ready for `score`; blanks are left out. */
  readonly levels: Levels;
  /** By indicator id: level, explanation, the internal assessor's word, and the cells they stand in. */
  readonly answers: ReadonlyMap<string, Answer>;
  /** One entry a row of the sheet Bukti. */
  readonly evidence: readonly Evidence[];
  /** In sheet, row, column order; messages in Bahasa Indonesia, codes as in docs/problems.md. */
  readonly problems: readonly Problem[];
}

export interface ReadOptions {
  /** Needed for a csv of another instrument than PermenPANRB 59/2020; a file that names another one is refused as a problem. */
  readonly instrument?: Instrument;
}

/**
 * Reads one file: a workbook of spbe (xlsx, ods), the Ministry's questionnaire of 2018, or a csv `indikator,tingkat`. The
 * problems are those that `spbe check` names for it; files of evidence are not looked at. Whatever the bytes are, they
 * become a result or a problem, within the limits of size of docs/decisions.md.
 * @param name shown in problems; its extension matters only for plain text (.csv, .tsv, .txt)
 * @throws UserError if the file names an instrument that does not come with this version, and none was given
 * @example
 * const { instrument, levels, problems } = await readWorkbook(await readFile('dinkes.xlsx'), 'dinkes.xlsx');
 * for (const { at, message } of problems) console.log(at.sheet, at.address, message);
 * console.log(score(instrument, levels).shown);
 */
export async function readWorkbook(
  bytes: Uint8Array,
  name: string,
  options: ReadOptions = {},
): Promise<Workbook> {
  const { submission, problems } = await readBytes(bytes, name, options);
  const named = submission && instrumentOf(submission);
  const instrument = options.instrument ?? (await loadInstrument(named ?? defaultInstrument));
  const given = submission ? [submission] : [];
  const merged = mergeSubmissions(given, instrument, { region: null, year: null }, null);
  return {
    isRead: merged.files.length > 0,
    instrument,
    region: merged.region,
    year: merged.year,
    opd: submission && opdOf(submission),
    levels: claimedLevels(merged.answers),
    answers: merged.answers,
    evidence: merged.evidence,
    problems: sortProblems([...problems, ...merged.problems]),
  };
}

async function readBytes(bytes: Uint8Array, name: string, { instrument }: ReadOptions): Promise<Read> {
  const opened = openBook(bytes, name);
  if ('unreadable' in opened) {
    const { message } = opened.unreadable;
    return { submission: null, problems: [problem('file-unreadable', { file: name }, { reason: message })] };
  }
  const known = await readKnownBook(opened.book, name, false);
  if (known) return known;
  return readOwnSheet(opened.book, name, instrument ?? (await loadInstrument(defaultInstrument)), {});
}
