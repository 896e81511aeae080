import { isUtf8 } from 'node:buffer';
import { sniff } from '../archive/sniff.ts';
import type { DocumentType } from '../assessment/facts.ts';
import { findImageFacts } from './image-facts.ts';

/** Names of parts that stand, unpacked, near the beginning of an office document. */
const packages: readonly (readonly [DocumentType, string])[] = [
  ['odt', 'mimetypeapplication/vnd.oasis.opendocument.text'],
  ['ods', 'mimetypeapplication/vnd.oasis.opendocument.spreadsheet'],
  ['odp', 'mimetypeapplication/vnd.oasis.opendocument.presentation'],
  ['docx', 'word/'],
  ['xlsx', 'xl/'],
  ['pptx', 'ppt/'],
];
/** First bytes of mkv and webm, wmv, flv, mpeg. */
const videoStarts = ['\x1aE\xdf\xa3', '0&\xb2u\x8ef\xcf\x11', 'FLV\x01', '\0\0\x01\xb3', '\0\0\x01\xba'];
const mailHeader =
  /^(?:received|return-path|delivered-to|mime-version|message-id|date|subject|from|to|x-[\w-]+):/i;
const mailSender = /^(?:from|subject):/im;

/**
 * Type of a document by its first bytes. A zip that is not plainly an office document is `zip`; reading its directory
 * may tell more.
 * @param head the first 256 kB, or all
 */
export function sniffDocument(head: Uint8Array): DocumentType {
  if (head.length === 0) return 'empty';
  const bytes = Buffer.from(head.buffer, head.byteOffset, head.byteLength);
  if (findImageFacts(head) !== null) return 'image';
  const raw = bytes.toString('latin1');
  if (isVideo(raw)) return 'video';
  // The standard lets up to 1 kB stand before it; mail gateways make use of that.
  if (raw.slice(0, 1024).includes('%PDF-')) return 'pdf';
  switch (sniff(head)) {
    case 'zip':
      return packages.find(([, mark]) => startsEntry(raw, mark))?.[0] ?? 'zip';
    case 'archive':
      return 'zip';
    case 'ole':
      return 'doc';
    case 'rtf':
      return 'rtf';
    case 'html':
      return 'html';
    default:
      return isText(bytes) ? (isMail(raw) ? 'eml' : 'text') : 'unknown';
  }
}

function isVideo(raw: string): boolean {
  const isAvi = raw.startsWith('RIFF') && raw.slice(8, 12) === 'AVI ';
  // mp4, mov, 3gp
  return isAvi || raw.slice(4, 8) === 'ftyp' || videoStarts.some((start) => raw.startsWith(start));
}

const entryLength = 30;

/** Whether the name of an entry begins like this: it stands right after the entry's head. */
function startsEntry(raw: string, mark: string): boolean {
  for (let at = raw.indexOf(mark); at >= 0; at = raw.indexOf(mark, at + 1)) {
    if (at >= entryLength && raw.startsWith('PK\x03\x04', at - entryLength)) return true;
  }
  return false;
}

function isMail(raw: string): boolean {
  return mailHeader.test(raw) && mailSender.test(raw.slice(0, 20_000));
}

/** UTF-16 with its mark, or free of control characters other than white space. */
function isText(bytes: Buffer): boolean {
  if ((bytes[0] === 0xff && bytes[1] === 0xfe) || (bytes[0] === 0xfe && bytes[1] === 0xff)) return true;
  const sample = bytes.subarray(0, 4096);
  if (sample.some((byte) => byte < 32 && ![8, 9, 10, 12, 13, 27].includes(byte))) return false;
  // Windows-1252 has no rule that it could break; much of it beyond ASCII is no text.
  const foreign = sample.reduce((count, byte) => count + (byte > 127 ? 1 : 0), 0);
  return isUtf8(bytes.subarray(0, endOfCharacter(bytes, 4096))) || foreign < sample.length / 10;
}

/** Not in the midst of a character. */
function endOfCharacter(bytes: Buffer, limit: number): number {
  let end = Math.min(bytes.length, limit);
  while (end > 0 && end < bytes.length && ((bytes[end] as number) & 0xc0) === 0x80) end--;
  return end;
}
