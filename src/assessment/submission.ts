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
  /** What a form without such particulars says of itself. */
  readonly about?: About;
  readonly answers: readonly AnswerRow[];
  readonly documents: readonly DocumentRow[];
  /** Identitas: key (head, filler, …) to text. */
  readonly identity: ReadonlyMap<string, string>;
  /** Kriteria: evidence item id (`12-L3-a`) to Ya / Belum; blank ones are left out. */
  readonly checklist: ReadonlyMap<string, Field>;
  /** Absent where the file holds none. */
  readonly storedIndex?: StoredIndex;
  /** When it was saved last, as the file itself says: ISO time in UTC; absent where it does not say. */
  readonly modified?: string;
  /** What a regional workbook keeps of the answers it was made from; absent in every other file. */
  readonly regional?: Regional;
}

/** What the workbook's own formulas had computed when it was saved: a second opinion, never a result. */
export interface StoredIndex {
  /** The figure on Dasbor: the index, or the weighted mean of a workbook with a part of the indicators. */
  readonly index: Field;
  /** Whether a formula still stands there. */
  readonly isFormula: boolean;
  /** Hidden columns of Penilaian that it comes from. */
  readonly rows: readonly StoredPoints[];
}

/** One row of Penilaian: weight and points as whole numbers, as texts; empty where they are lost. */
export interface StoredPoints {
  /** The row's hidden id and its visible number. */
  readonly id: string;
  readonly number: string;
  /** Whether the level is a text, which formulas do not count. */
  readonly isText: boolean;
  readonly units: string;
  readonly points: string;
}

/** Of the Ministry's questionnaire of 2018, and of a workbook whose hidden parts are lost; null = it does not say. */
export interface About {
  readonly instrument: string | null;
  readonly region: string | null;
  readonly year?: number | null;
  /** Given, even as null, where the form is one OPD's part of a region's answers. */
  readonly opd?: { readonly code: string; readonly name: string } | null;
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
