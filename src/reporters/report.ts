/** How a piece of text is meant; a reporter may colour it, and must not rely on colour alone. */
export type Tone = 'plain' | 'strong' | 'soft' | 'good' | 'caution' | 'bad';

export interface Column {
  readonly header: string;
  readonly align?: 'left' | 'right' | 'center';
  /** May be narrowed and wrapped where room is short; the others keep their width. */
  readonly flexible?: true;
  /** Dropped first where a terminal is narrow: what it shows is told elsewhere too. */
  readonly optional?: true;
}

export interface Cell {
  readonly text: string;
  readonly tone?: Tone;
  /** Filled share, 0–1, drawn as a bar where the format can. */
  readonly bar?: number;
}

/** A piece of a report for people. Numbers in it are already written the Indonesian way. */
export type Block =
  | { readonly kind: 'title'; readonly text: string; readonly subtitle: string }
  | { readonly kind: 'headline'; readonly label: string; readonly value: string; readonly verdict: string }
  | { readonly kind: 'section'; readonly text: string }
  | { readonly kind: 'paragraph'; readonly text: string; readonly tone?: Tone }
  | { readonly kind: 'list'; readonly items: readonly string[] }
  | {
      readonly kind: 'table';
      readonly columns: readonly Column[];
      readonly rows: readonly (readonly Cell[])[];
    };

/** Rows for calculation: numbers stay numbers, dates ISO. */
export interface Records {
  readonly columns: readonly string[];
  readonly rows: readonly (readonly (string | number | null)[])[];
}

/** What a command found, ready for every format: the seam between thinking and showing. */
export interface Report {
  /** By the contract in docs/schema. */
  readonly document: unknown;
  readonly blocks: readonly Block[];
  readonly records: Records;
}

export interface ReporterOptions {
  /** Columns of the terminal. */
  readonly width: number;
  readonly colour: boolean;
}

export type Reporter = (report: Report, options: ReporterOptions) => string;
