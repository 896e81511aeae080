import { attributeOf, readXml } from '../archive/xml.ts';

/** Characters of text kept of one document. */
export const enough = 2_000_000;

/** Where the text of several parts comes together. */
export interface TextBin {
  text: string;
}

/** One element of a part, or one of its attributes, instead of the running text. */
export interface Wanted {
  readonly element: string;
  readonly attribute?: string | undefined;
}

/** Elements after which a line ends: paragraphs, breaks, rows, strings of a workbook; in each of the formats. */
const lineEnds = new Set(['p', 'h', 'br', 'si', 'is', 'line-break', 'table-row']);
/** OOXML keeps its text in `t`; in OpenDocument it stands in paragraphs and headings, and whatever is in them. */
const textElements = new Set(['t', 'p', 'h']);
/** Holders of text that is not in the document any more, or was never seen. */
const unseen = new Set(['tracked-changes', 'instrText', 'delText']);

const isEnough = Symbol('enough');

/**
 * Adds the text of an XML part of an office document to `bin`, until it holds `enough`.
 * @throws refusal if the part is damaged
 */
export function collectText(bytes: Uint8Array, part: string, bin: TextBin, wanted?: Wanted): void {
  const isOpen = /^(?:content|styles|meta)\.xml$/.test(part);
  let inside = 0;
  let hidden = 0;
  const takes = (name: string) =>
    wanted === undefined ? (isOpen ? textElements.has(name) : name === 't') : name === wanted.element;
  const add = (text: string) => {
    bin.text += text;
    if (bin.text.length >= enough) throw isEnough;
  };
  try {
    readXml(bytes, part, {
      open(name, attributes) {
        if (takes(name)) inside++;
        if (unseen.has(name)) hidden++;
        if (wanted?.attribute !== undefined && takes(name)) {
          add(attributeOf(attributes, wanted.attribute) ?? '');
        }
        if (wanted !== undefined) return;
        // Watermarks are drawings with a text in an attribute.
        if (name === 'textpath') add(`\n${attributes['string'] ?? ''}\n`);
        if (name === 'sheet') add(`${attributes['name'] ?? ''}\n`);
        if (name === 'tab' || name === 's') add(' ');
      },
      text(text) {
        if (inside > 0 && hidden === 0 && wanted?.attribute === undefined) add(text);
      },
      close(name) {
        if (takes(name)) inside--;
        if (unseen.has(name)) hidden--;
        if (wanted === undefined && lineEnds.has(name)) add('\n');
      },
    });
  } catch (error) {
    if (error !== isEnough) throw error;
  }
}
