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
  /** What a form without such particulars says of itself by being what it is: the Ministry's questionnaire of 2018. */
  readonly about?: { readonly instrument: string; readonly region: string | null };
  readonly answers: readonly AnswerRow[];
  readonly documents: readonly DocumentRow[];
  /** Identitas: key (head, filler, …) to text. */
  readonly identity: ReadonlyMap<string, string>;
  /** Kriteria: evidence item id (`12-L3-a`) to Ya / Belum; blank ones are left out. */
  readonly checklist: ReadonlyMap<string, Field>;
  /** When it was saved last, as the file itself says: ISO time in UTC; absent where it does not say. */
  readonly modified?: string;
  /** What a regional workbook keeps of the answers it was made from; absent in every other file. */
  readonly regional?: Regional;
}

/** The workings of a regional workbook (rekapitulasi): the sheets Rekapitulasi and Jawaban. */
export interface Regional {
  /** One row an indicator: how its level came about. */
  readonly settled: readonly SettledRow[];
  /** One row an answer that states a level. */
  readonly stated: readonly AnswerRow[];
}

export interface SettledRow {
  readonly indicator: Field;
  readonly level: Field;
  readonly basis: Field;
  readonly lead: Field;
  readonly reason: Field;
  readonly by: Field;
  /** ISO day. */
  readonly date: Field;
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
  /** Fakta; the whole explanation where a form has but one column for it. */
  readonly explanation: Field;
  /** Analisis; absent where a form has but one column. */
  readonly analysis?: Field;
  readonly note: Field;
  /** The internal assessor's level and reason; absent in plain files. */
  readonly assessedLevel?: Field;
  readonly assessedReason?: Field;
  /** Code of the OPD it comes from; only in a regional workbook. */
  readonly opd?: Field;
  readonly opdName?: Field;
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
  readonly kind: Field;
  /** Ya / Belum. */
  readonly signed: Field;
  /** The internal assessor's: Diterima, Perbaiki, Ditolak. */
  readonly verdict: Field;
  readonly remark: Field;
  /** Code of the OPD it comes from; only in a regional workbook. */
  readonly opd?: Field;
}

/** The parts that a plain list of levels does not have. */
export const plainForm = {
  documents: [],
  identity: new Map<string, string>(),
  checklist: new Map<string, Field>(),
} as const satisfies Partial<Submission>;
