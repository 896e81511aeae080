import { isAscii, isUtf8 } from 'node:buffer';

/*
 * What spreadsheet programs write is a small part of XML: UTF-8, no comments, nothing between the tags. A part in that
 * form can be cut up by patterns, several times as fast as a reader of XML goes through it. Whatever departs from the
 * form by a single character is left to `readXml`, which alone says that a part is damaged.
 */

/** Longer ones are read piece by piece; a sheet of a kertas kerja has half a megabyte. */
const longest = 4 * 1024 * 1024;

const declaration =
  /^\ufeff?<\?xml version="1\.0"(?: encoding="(?:UTF|utf)-8")?(?: standalone="(?:yes|no)")?\s?\?>\r?\n?/;

// biome-ignore lint/suspicious/noControlCharactersInRegex: XML forbids them
const forbidden = /[\0-\x08\x0b-\x1f\ufffe\uffff]/;

/**
 * Text of a part behind its declaration, whose texts hold nothing that XML forbids; null if it is not plain UTF-8, or is
 * longer than what is read at once.
 */
export function usualText(bytes: Uint8Array): string | null {
  if (bytes.length > longest || !isUtf8(bytes)) return null;
  const buffer = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const text = buffer.toString(isAscii(bytes) ? 'latin1' : 'utf8');
  const body = text.slice(declaration.exec(text)?.[0].length);
  return body.includes(']]>') || forbidden.test(body) ? null : body;
}

/** Attributes as a pattern, each behind one blank and in double quotes, without entities. */
export const attributesForm = String.raw`(?: [A-Za-z][\w:.-]*="[^"<&]*")*`;

/** Whether a name stands twice in attributes that fit `attributesForm`, which XML forbids. */
export function hasTwice(attributes: string): boolean {
  const names: readonly string[] = attributes.match(/[\w:.-]+(?==")/g) ?? [];
  return names.some((name, index) => names.indexOf(name) < index);
}

const entities = new Map([
  ['amp;', '&'],
  ['lt;', '<'],
  ['gt;', '>'],
  ['quot;', '"'],
  ['apos;', "'"],
]);

/**
 * Text between tags with its entities resolved; null if one is neither among the five of XML nor the number of a letter.
 */
export function resolveEntities(text: string): string | null {
  if (!text.includes('&')) return text;
  let isKnown = true;
  const resolved = text.replace(/&(#?\w*;?)/g, (_, name: string) => {
    const found = entities.get(name) ?? letterOf(name);
    isKnown &&= found !== undefined;
    return found ?? '';
  });
  return isKnown ? resolved : null;
}

/** `#183;` and `#xB7;` are `·`. Control characters and halves of letters are left to the reader of XML, which knows them all. */
function letterOf(name: string): string | undefined {
  const [, decimal, hex] = /^#(?:(\d{2,7})|x([\da-fA-F]{2,6}));$/.exec(name) ?? [];
  const code = decimal === undefined ? Number.parseInt(hex ?? '', 16) : Number(decimal);
  const isLetter =
    (code >= 0x20 && code < 0xd800) ||
    (code > 0xdfff && code <= 0x10ffff && code !== 0xfffe && code !== 0xffff);
  return isLetter ? String.fromCodePoint(code) : undefined;
}
