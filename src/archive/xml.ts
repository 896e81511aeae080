import { isUtf8 } from 'node:buffer';
import { TextDecoder } from 'node:util';
import { SaxesParser } from 'saxes';
import { refuseDamaged } from './refusal.ts';

const depthLimit = 64;
const pieceLength = 64 * 1024;
/** Characters without a tag between them: saxes may spend 32 bytes on each. A cell in Excel has 32,767 at most. */
const textLimit = 4 * 1024 * 1024;

export type Attributes = Readonly<Record<string, string | undefined>>;

/** What a reader of one XML part wants to hear. Names come without their prefix. */
export interface XmlListener {
  /** @param depth 1 for the root */
  readonly open: (name: string, attributes: Attributes, depth: number) => void;
  readonly text?: (text: string) => void;
  readonly close?: (name: string, depth: number) => void;
}

/**
 * Reads an XML part of an OOXML file, in any namespace and with any prefixes.
 * @param part its name, for the message
 * @throws refusal if it is not well-formed, nested deeper than 64, has a text of more than 4 million
 *   characters, or has a DOCTYPE (entities are never expanded)
 */
export function readXml(bytes: Uint8Array, part: string, listener: XmlListener): void {
  const parser = new SaxesParser({ xmlns: false, position: false });
  let depth = 0;
  let sinceTag = 0;
  parser.on('error', () => refuseDamaged(`bagian ${part} bukan XML yang sah`));
  parser.on('doctype', () => refuseDamaged(`bagian ${part} memuat DOCTYPE`));
  parser.on('opentag', (tag) => {
    sinceTag = 0;
    depth++;
    if (depth > depthLimit) refuseDamaged(`bagian ${part} bersarang terlalu dalam`);
    listener.open(localName(tag.name), tag.attributes, depth);
  });
  parser.on('closetag', (tag) => {
    sinceTag = 0;
    listener.close?.(localName(tag.name), depth);
    depth--;
  });
  if (listener.text !== undefined) {
    const onText = listener.text;
    parser.on('text', onText);
    parser.on('cdata', onText);
  }
  for (const piece of decode(bytes, part)) {
    sinceTag += piece.length;
    if (sinceTag > textLimit) refuseDamaged(`bagian ${part} memuat teks yang terlalu panjang`);
    parser.write(piece);
  }
  parser.close();
}

function localName(name: string): string {
  const colon = name.indexOf(':');
  return colon < 0 ? name : name.slice(colon + 1);
}

/** Value of an attribute whatever its prefix: `r:id` of the relationships may be called `rel:id`. */
export function attributeOf(attributes: Attributes, local: string): string | undefined {
  if (attributes[local] !== undefined) return attributes[local];
  const name = Object.keys(attributes).find((key) => key.endsWith(`:${local}`));
  return name === undefined ? undefined : attributes[name];
}

/** Text in pieces, so that a large part never stands in memory as one string. */
function* decode(bytes: Uint8Array, part: string): Generator<string> {
  const encoding = encodingOf(bytes);
  if (encoding === 'utf-8') {
    if (!isUtf8(bytes)) refuseDamaged(`bagian ${part} bukan teks UTF-8`);
    yield* decodeUtf8(bytes);
    return;
  }
  const decoder = openDecoder(encoding, part);
  for (let at = 0; at < bytes.length; at += pieceLength) {
    yield decoder.decode(bytes.subarray(at, at + pieceLength), { stream: true });
  }
}

function* decodeUtf8(bytes: Uint8Array): Generator<string> {
  const buffer = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  let start = buffer[0] === 0xef ? 3 : 0;
  while (start < buffer.length) {
    let end = Math.min(start + pieceLength, buffer.length);
    // Not in the midst of a character: its following bytes all begin with the bits 10.
    while (end < buffer.length && ((buffer[end] as number) & 0xc0) === 0x80) end--;
    yield buffer.toString('utf8', start, end);
    start = end;
  }
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
