import { isUtf8 } from 'node:buffer';
import { TextDecoder } from 'node:util';
import { refuseDamaged } from './refusal.ts';
import { type Attributes, createScanner, type XmlListener } from './scan-xml.ts';

export type { Attributes } from './scan-xml.ts';

const pieceLength = 64 * 1024;
/** Characters from one tag to the next: they stand in memory together. A cell in Excel has 32,767 at most. */
const textLimit = 4 * 1024 * 1024;

/**
 * Reads an XML part of an OOXML file, in any namespace and with any prefixes.
 * @param part its name, for the message
 * @throws refusal if it is not well-formed, nested deeper than 64, has a text of more than 4 million
 *   characters, or has a DOCTYPE (entities are never expanded)
 */
export function readXml(bytes: Uint8Array, part: string, listener: XmlListener): void {
  const malformed = () => refuseDamaged(`bagian ${part} bukan XML yang sah`);
  const scanner = createScanner(listener, {
    malformed,
    doctype: () => refuseDamaged(`bagian ${part} memuat DOCTYPE`),
    tooDeep: () => refuseDamaged(`bagian ${part} bersarang terlalu dalam`),
  });
  const readPiece = openPieces(bytes, part);
  let rest = '';
  for (;;) {
    // At least as much again as is left over, so that a long text is not gone through piece by piece.
    const wanted = Math.min(Math.max(pieceLength, rest.length), textLimit + 1 - rest.length);
    const piece = readPiece(wanted);
    if (piece === null) break;
    rest = scanner.write(rest + piece);
    if (rest.length > textLimit) refuseDamaged(`bagian ${part} memuat teks yang terlalu panjang`);
  }
  scanner.end(rest);
}

/** Value of an attribute whatever its prefix: `r:id` of the relationships may be called `rel:id`. */
export function attributeOf(attributes: Attributes, local: string): string | undefined {
  if (attributes[local] !== undefined) return attributes[local];
  const name = Object.keys(attributes).find((key) => key.endsWith(`:${local}`));
  return name === undefined ? undefined : attributes[name];
}

/** Reads the part from one end to the other: text of the next so many bytes, null after the last. */
type PieceReader = (length: number) => string | null;

/** In pieces, so that a large part never stands in memory as one string. */
function openPieces(bytes: Uint8Array, part: string): PieceReader {
  const encoding = encodingOf(bytes);
  if (encoding === 'utf-8') {
    if (!isUtf8(bytes)) refuseDamaged(`bagian ${part} bukan teks UTF-8`);
    return openUtf8(bytes);
  }
  const decoder = openDecoder(encoding, part);
  let start = 0;
  return (length) => {
    if (start >= bytes.length) return null;
    const piece = bytes.subarray(start, start + length);
    start += length;
    return decoder.decode(piece, { stream: true });
  };
}

function openUtf8(bytes: Uint8Array): PieceReader {
  const buffer = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  let start = buffer[0] === 0xef ? 3 : 0;
  return (length) => {
    if (start >= buffer.length) return null;
    let end = Math.min(start + length, buffer.length);
    // Not in the midst of a character: its following bytes all begin with the bits 10.
    while (end < buffer.length && ((buffer[end] as number) & 0xc0) === 0x80) end--;
    const piece = buffer.toString('utf8', start, end);
    start = end;
    return piece;
  };
}

function openDecoder(encoding: string, part: string): TextDecoder {
  try {
    return new TextDecoder(encoding);
  } catch {
    return refuseDamaged(`penyandian huruf bagian ${part} tidak dikenal`);
  }
}

/** By byte order mark, then by the shape of the first characters, then by the XML declaration. */
function encodingOf(bytes: Uint8Array): string {
  const [first, second] = bytes;
  if ((first === 0xff && second === 0xfe) || (first === 0x3c && second === 0)) return 'utf-16le';
  if ((first === 0xfe && second === 0xff) || (first === 0 && second === 0x3c)) return 'utf-16be';
  const start = Buffer.from(bytes.buffer, bytes.byteOffset, Math.min(bytes.byteLength, 200)).toString(
    'latin1',
  );
  const declared = /^(?:\xef\xbb\xbf)?<\?xml[^>]*?\sencoding\s*=\s*["']([\w.:-]+)["']/.exec(start)?.[1];
  // Some programs declare UTF-16 over bytes that plainly are not.
  return declared === undefined || /^utf-?(8|16)/i.test(declared) ? 'utf-8' : declared;
}
