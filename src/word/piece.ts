import type { ChartContent } from '../workbook/charts/chart.ts';
import type { StyleId } from './styles.ts';

/**
 * What a Word document is made of, before any Word: a section says what stands there, `render` alone knows how it is
 * put. All texts may come from a workbook; they are made safe when they are put.
 */
export type Piece =
  | { readonly kind: 'heading'; readonly level: 1 | 2 | 3; readonly text: string; readonly newPage?: true }
  | TextPiece
  | { readonly kind: 'list'; readonly items: readonly string[]; readonly isOrdered?: true }
  | Table
  /** Labels and what belongs to them, without lines: the particulars of an indicator, or the head of a letter. */
  | {
      readonly kind: 'particulars';
      readonly rows: readonly Particular[];
      readonly labelShare: number;
      readonly isOfLetter?: true;
    }
  | { readonly kind: 'chart'; readonly chart: ChartContent; readonly caption: string }
  /** The table of contents: every heading of the first two levels. */
  | { readonly kind: 'contents'; readonly hint: string }
  | { readonly kind: 'signatures'; readonly columns: readonly (readonly string[])[] };

export interface TextPiece {
  readonly kind: 'text';
  readonly text: string;
  readonly style?: StyleId;
  readonly newPage?: true;
  /** Name of a bookmark around the text. */
  readonly bookmark?: string;
}

export interface Table {
  readonly kind: 'table';
  readonly caption?: string;
  readonly columns: readonly Column[];
  readonly rows: readonly Row[];
}

export interface Column {
  readonly header: string;
  /** Of the width of the page, beside the shares of the others. */
  readonly share: number;
  readonly align?: 'right' | 'center';
}

export interface Row {
  /** Several texts are paragraphs of one cell. */
  readonly cells: readonly (string | readonly string[])[];
  readonly isStrong?: boolean;
}

export interface Particular {
  readonly label: string;
  readonly texts: readonly string[];
}
