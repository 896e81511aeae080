import { dropControls } from '../archive/drop-controls.ts';
import { refuseDamaged } from '../archive/refusal.ts';
import type { Attributes } from '../archive/xml.ts';

/** What a cell shows, and where its first link points. */
export interface CellText {
  readonly text: string;
  readonly link: string | null;
}

/** Characters of one cell; Excel allows 32,767. `text:s` could otherwise stand for any number of spaces. */
const textLimit = 256 * 1024;
/** Within a paragraph: notes, readings and pictures are not what the cell says. */
const notShown = new Set(['annotation', 'note', 'ruby-text', 'frame', 'custom-shape']);
/** Stand for signs that must survive the joining of blanks; XML has no such characters. */
const marks = { s: '\u0001', tab: '\u0002', 'line-break': '\u0003' } as const;

/** Gathers the paragraphs of one cell after the other; levels count from the cell, whose children are at level 1. */
export function collectText(part: string) {
  let paragraphs: string[] = [];
  let paragraph: string | null = null;
  let length = 0;
  let link: string | null = null;
  let skipped = 0;

  function add(piece: string): void {
    length += piece.length;
    if (length > textLimit) refuseDamaged(`bagian ${part} memuat teks yang terlalu panjang`);
    paragraph += piece;
  }

  return {
    begin() {
      paragraphs = [];
      paragraph = link = null;
      length = skipped = 0;
    },
    open(name: string, attributes: Attributes, level: number) {
      if (skipped > 0) return;
      if (level === 1) {
        if (name === 'p' || name === 'h') paragraph = '';
        else skipped = level;
      } else if (notShown.has(name)) skipped = level;
      else if (name === 's') add(marks.s.repeat(Math.min(countOf(attributes['text:c']), textLimit + 1)));
      else if (name === 'tab' || name === 'line-break') add(marks[name]);
      else if (name === 'a') link ??= attributes['xlink:href'] ?? null;
    },
    text(piece: string) {
      if (paragraph !== null && skipped === 0) add(piece);
    },
    close(level: number) {
      if (skipped > 0) skipped = level === skipped ? 0 : skipped;
      else if (level === 1 && paragraph !== null) {
        paragraphs.push(joinBlanks(paragraph));
        paragraph = null;
      }
    },
    end: (): CellText => ({ text: paragraphs.join('\n'), link: link === null ? null : targetOf(link) }),
  };
}

// biome-ignore lint/suspicious/noControlCharactersInRegex: the marks are such
const joinable = /[\t\n\r\u0001-\u0003]/;

/**
 * Line breaks of the XML, with the blanks around them, are worth one space, none at the ends of a paragraph. Spaces
 * alone stay: by the standard a run of them is one, but LibreOffice writes and reads them as they are.
 */
function joinBlanks(raw: string): string {
  if (!joinable.test(raw)) return dropControls(raw);
  const joined = raw.replace(/[ \t\r\n]+/g, (run, at: number) => {
    if (!/[\t\r\n]/.test(run)) return run;
    return at === 0 || at + run.length === raw.length ? '' : ' ';
  });
  return dropControls(
    joined.replaceAll(marks.s, ' ').replaceAll(marks.tab, '\t').replaceAll(marks['line-break'], '\n'),
  );
}

function countOf(written: string | undefined): number {
  return written === undefined || !/^\d{1,9}$/.test(written) ? 1 : Number(written);
}

/** Relative links start inside the package, which counts as a folder: `../bukti/a.pdf` lies beside the file. */
function targetOf(href: string): string {
  return dropControls(href.replace(/^\.\.\//, ''));
}
