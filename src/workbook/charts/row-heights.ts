import { type Parts, setText, textOf } from './package-parts.ts';

/**
 * Lets rows grow with what is typed into them. exceljs pins every height it writes (`customHeight`), and a pinned row
 * clips a long explanation on the screen and on paper.
 */
export function freeRowHeights(parts: Parts, sheets: Iterable<string>): void {
  for (const sheet of sheets) {
    const text = textOf(parts, sheet);
    setText(parts, sheet, text.replace(/(<row [^>]*?) customHeight="1"/g, '$1'));
  }
}
