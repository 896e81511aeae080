import { InternalHyperlink, Paragraph, TextRun } from 'docx';
import { element } from './element.ts';
import { safeText } from './safe-text.ts';

/** A heading that the table of contents names. */
export interface Entry {
  readonly text: string;
  readonly level: number;
  readonly anchor: string;
}

/**
 * The table of contents: a field that Word makes anew on F9, filled in already, so that nobody meets an empty page. Page
 * numbers are known only to the program that lays out the pages: the hint says how to get them, and goes with that.
 */
export function putContents(entries: readonly Entry[], hint: string): Paragraph[] {
  const begin = field('begin', 'TOC \\o "1-2" \\h \\z \\u');
  const put = entries.map(
    ({ text, level, anchor }, index) =>
      new Paragraph({
        style: `TOC${level}`,
        children: [
          ...(index === 0 ? begin : []),
          new InternalHyperlink({
            anchor,
            children: [new TextRun(safeText(text))],
          }),
        ],
      }),
  );
  const last = new Paragraph({
    style: 'small',
    children: [...(entries.length === 0 ? begin : []), new TextRun(safeText(hint)), ...field('end')],
  });
  return [...put, last];
}

/** The beginning of a field with its instruction, or its end. */
function field(part: 'begin' | 'end', instruction?: string): TextRun[] {
  const mark = (type: string) => new TextRun({ children: [element('w:fldChar', { 'w:fldCharType': type })] });
  if (instruction === undefined) return [mark(part)];
  const words = element('w:instrText', { 'xml:space': 'preserve' }, ` ${instruction} `);
  return [mark('begin'), new TextRun({ children: [words] }), mark('separate')];
}
