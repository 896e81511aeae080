import type { Place } from '../problem.ts';

/** Text of one cell, cleaned of padding, with where it stood. An absent cell has the empty text and the place it would stand. */
export interface Field {
  readonly text: string;
  readonly at: Place;
}

/** What one file holds, as read: nothing judged yet. */
export interface Submission {
  readonly file: string;
  /** Hidden particulars of a workbook; null for a csv, which carries none. */
  readonly meta: SubmissionMeta | null;
  readonly answers: readonly AnswerRow[];
  readonly documents: readonly DocumentRow[];
  /** Identitas: key (head, filler, …) to text. */
  readonly identity: ReadonlyMap<string, string>;
}

export interface SubmissionMeta {
  readonly formatVersion: number;
  readonly instrument: string;
  readonly region: string;
  readonly year: number;
  readonly opd: { readonly code: string; readonly name: string };
  readonly workbookId: string;
  /** Ids of the indicators this workbook was made with. */
  readonly indicators: readonly string[];
}

export interface AnswerRow {
  /** Indicator number as found. */
  readonly indicator: Field;
  readonly level: Field;
  readonly explanation: Field;
  readonly note: Field;
}

export interface DocumentRow {
  readonly indicator: Field;
  readonly level: Field;
  readonly title: Field;
  readonly number: Field;
  readonly date: Field;
  /** Path or link. */
  readonly location: Field;
  readonly page: Field;
}
