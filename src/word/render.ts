import {
  BookmarkEnd,
  BookmarkStart,
  type FileChild,
  Paragraph,
  type ParagraphChild,
  SimpleField,
  TextRun,
} from 'docx';
import type { ChartContent } from '../workbook/charts/chart.ts';
import type { Piece, TextPiece } from './piece.ts';
import { putChart } from './put-chart.ts';
import { type Entry, putContents } from './put-contents.ts';
import { putGrid, putTable } from './put-table.ts';
import { safeText } from './safe-text.ts';

/** References of the two lists in the document's numbering. */
export const lists = { bullets: 'butir', numbers: 'urut' } as const;

export interface Rendered {
  readonly children: readonly FileChild[];
  /** In the order of their provisional ids, which begin at 1. */
  readonly charts: readonly ChartContent[];
}

/** Puts pieces as Word has them. Tables, pictures and lists are counted here, from 1 in each document. */
export function render(pieces: readonly Piece[]): Rendered {
  const listed = pieces.flatMap((piece) => (piece.kind === 'heading' && piece.level < 3 ? [piece] : []));
  const state: State = {
    anchors: new Map(listed.map((piece, index) => [piece, anchorOf(index)])),
    charts: [],
    bookmarks: 0,
    tables: 0,
    lists: 0,
  };
  return { children: pieces.flatMap((piece) => putPiece(piece, state)), charts: state.charts };
}

interface State {
  /** Of the headings that the table of contents names, in their order. */
  readonly anchors: ReadonlyMap<Heading, string>;
  readonly charts: ChartContent[];
  bookmarks: number;
  tables: number;
  lists: number;
}

function putPiece(piece: Piece, state: State): FileChild[] {
  switch (piece.kind) {
    case 'heading':
      return [putHeading(piece, ++state.bookmarks, state.anchors.get(piece))];
    case 'text':
      return [putText(piece, ++state.bookmarks)];
    case 'list':
      return putList(piece, ++state.lists);
    case 'table': {
      const { caption } = piece;
      const above = caption === undefined ? [] : [putCaption('Tabel', ++state.tables, caption)];
      return [...above, putTable(piece), gap()];
    }
    case 'particulars': {
      const rows = piece.rows.map(({ label, texts }) => [label, texts]);
      const style = piece.isOfLetter ? 'formText' : 'tableText';
      return [putGrid(rows, { shares: [piece.labelShare, 100 - piece.labelShare], style }), gap()];
    }
    case 'chart': {
      const number = state.charts.push(piece.chart);
      return [putChart(piece.chart, number), putCaption('Gambar', number, piece.caption)];
    }
    case 'contents':
      return putContents(listEntries(state), piece.hint);
    case 'signatures': {
      const shares = piece.columns.map(() => 1);
      return [gap(), putGrid([piece.columns], { shares, style: 'formText', keepNext: true }), gap()];
    }
  }
}

type Heading = Extract<Piece, { kind: 'heading' }>;

function listEntries({ anchors }: State): Entry[] {
  return [...anchors].map(([{ text, level }, anchor]) => ({ text, level, anchor }));
}

/** Word makes hidden names of this form itself, and makes its own anew when the contents are updated. */
function anchorOf(index: number): string {
  return `_Toc${String(index + 1).padStart(9, '0')}`;
}

function putHeading({ text, level, newPage }: Heading, id: number, anchor: string | undefined): Paragraph {
  const run = new TextRun(safeText(text));
  return new Paragraph({
    heading: `Heading${level}`,
    ...(newPage ? { pageBreakBefore: true } : {}),
    children: marked(run, id, anchor),
  });
}

function putText({ text, style = 'body', newPage, bookmark }: TextPiece, id: number): Paragraph {
  const run = new TextRun(safeText(text));
  return new Paragraph({
    style: style === 'body' ? 'Normal' : style,
    ...(newPage ? { pageBreakBefore: true } : {}),
    children: marked(run, id, bookmark),
  });
}

/** The class of docx for both ends gives every bookmark the same number. */
function marked(run: TextRun, id: number, name: string | undefined): ParagraphChild[] {
  return name === undefined ? [run] : [new BookmarkStart(name, id), run, new BookmarkEnd(id)];
}

function putList({ items, isOrdered }: Extract<Piece, { kind: 'list' }>, instance: number): Paragraph[] {
  const reference = isOrdered ? lists.numbers : lists.bullets;
  return items.map(
    (text) =>
      new Paragraph({
        style: 'ListParagraph',
        numbering: { reference, level: 0, instance },
        children: [new TextRun(safeText(text))],
      }),
  );
}

function putCaption(word: 'Tabel' | 'Gambar', number: number, text: string): Paragraph {
  return new Paragraph({
    style: 'Caption',
    ...(word === 'Gambar' ? { keepNext: false } : {}),
    children: [
      new TextRun(`${word} `),
      new SimpleField(` SEQ ${word} \\* ARABIC `, String(number)),
      new TextRun(`. ${safeText(text)}`),
    ],
  });
}

/** Two tables without a paragraph between them would be one. */
function gap(): Paragraph {
  return new Paragraph({ spacing: { before: 0, after: 0, line: 160, lineRule: 'exact' }, children: [] });
}
