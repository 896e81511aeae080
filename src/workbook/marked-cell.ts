import type { Cell, Workbook } from 'exceljs';
import type { Severity } from '../problem.ts';
import { parseAddress } from './address.ts';
import { fill } from './sheets/style.ts';

/** First sheet of a marked copy. */
export const repairSheet = 'Perbaikan';
/** Row of its first problem. */
export const firstListed = 6;
/** Its columns that are read again when a marked copy is marked once more. */
export const listedColumns = { place: 2, message: 4, colour: 6 } as const;

/** What a faulty cell is filled with. */
export const markColours: Record<Severity, string> = {
  error: 'FFF8C9C4',
  warning: 'FFFFE29A',
  info: 'FFDCE6F4',
};

export function findCell(
  workbook: Workbook,
  sheet: string | undefined,
  address: string | undefined,
): Cell | null {
  const found = sheet === undefined ? undefined : workbook.getWorksheet(sheet);
  return found && address !== undefined && parseAddress(address) ? found.getCell(address) : null;
}

/** The paragraphs of a cell's comment. exceljs's types leave out that a cell may have none. */
export function commentOf(cell: Pick<Partial<Cell>, 'note'>): string[] {
  const { note } = cell;
  const text = typeof note === 'string' ? note : note?.texts?.map((part) => part.text).join('');
  return (text ?? '').split('\n\n').filter((part) => part !== '');
}

/** Gives a cell a comment of these paragraphs, that can be changed; none if there are none. */
export function setComment(cell: Cell, paragraphs: readonly string[]): void {
  if (paragraphs.length > 0) {
    cell.note = {
      texts: [{ text: paragraphs.join('\n\n') }],
      protection: { locked: 'False', lockText: 'False' },
    };
  } else if (cell.note) {
    // exceljs has no other way to take a comment away, and keeps it in two places.
    (cell as unknown as { _comment: unknown })._comment = undefined;
    delete (cell.model as { comment?: unknown }).comment;
  }
}

/** Colour of a cell as eight digits, `-` if it has none; undefined for what is no plain colour (a pattern, one of the theme). */
export function colourOf({ style }: Cell): string | undefined {
  const found = style.fill;
  if (found === undefined || (found.type === 'pattern' && found.pattern === 'none')) return '-';
  if (found.type !== 'pattern' || found.pattern !== 'solid') return undefined;
  const { argb } = found.fgColor ?? {};
  return argb !== undefined && isColour(argb) ? argb : undefined;
}

/** @param colour as of `colourOf`; anything else changes nothing */
export function setColour(cell: Cell, colour: string): void {
  if (colour !== '-' && !isColour(colour)) return;
  // Cells that exceljs read share their styles: to change one in place would colour all that look alike.
  const { fill: _, ...style } = cell.style;
  cell.style = colour === '-' ? style : { ...style, fill: fill(colour) };
}

function isColour(text: string): boolean {
  return /^[0-9A-F]{8}$/i.test(text);
}
