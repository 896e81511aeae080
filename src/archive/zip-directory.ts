import { refuse, refuseDamaged } from './refusal.ts';

/** More entries than this are not unpacked: an ordinary workbook has 10 to 100. */
export const entryLimit = 2_000;

/** One line of the zip's directory. Sizes and offset are the file's claims, not facts. */
export interface Entry {
  readonly name: string;
  readonly encrypted: boolean;
  readonly method: number;
  readonly crc: number;
  readonly packedSize: number;
  readonly unpackedSize: number;
  readonly offset: number;
  /** Another entry has the same name: programs disagree on which one counts. */
  readonly duplicate: boolean;
}

const endSignature = 0x06054b50;
const endLength = 22;
const end64Signature = 0x06064b50;
const locator64Signature = 0x07064b50;
const entrySignature = 0x02014b50;
const entryLength = 46;
const longestComment = 0xffff;

/**
 * Reads the zip's central directory.
 * @returns entries by lower-case name (names in OOXML do not mind case); unsafe names left out
 * @throws refusal if the directory is missing or broken, or longer than `entryLimit`
 */
export function readDirectory(bytes: Uint8Array): Map<string, Entry> {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const end = findEnd(view);
  if (end.count > entryLimit) {
    refuse(
      'too-large',
      `Berkas berisi lebih dari ${entryLimit} bagian. Salin isinya ke buku kerja baru lalu simpan sebagai .xlsx.`,
    );
  }
  const entries = new Map<string, Entry>();
  let at = end.start;
  for (let index = 0; index < end.count; index++) {
    if (at + entryLength > view.byteLength || view.getUint32(at, true) !== entrySignature) {
      refuseDamaged('daftar isinya terpotong');
    }
    const { entry, length } = readEntry(bytes, view, at, end.shift);
    at += length;
    if (isSafeName(entry.name)) {
      const key = entry.name.toLowerCase();
      entries.set(key, { ...entry, duplicate: entries.has(key) });
    }
  }
  return entries;
}

interface End {
  readonly count: number;
  /** Where the directory begins. */
  readonly start: number;
  /** What to add to the offsets in the file: not 0 if something was put before the zip. */
  readonly shift: number;
}

function findEnd(view: DataView): End {
  const lowest = Math.max(0, view.byteLength - endLength - longestComment);
  for (let at = view.byteLength - endLength; at >= lowest; at--) {
    if (view.getUint32(at, true) === endSignature) return readEnd(view, at);
  }
  return refuseDamaged('bagian akhirnya tidak ada, mungkin terpotong waktu dikirim atau disalin');
}

function readEnd(view: DataView, at: number): End {
  const large = findEnd64(view, at);
  const count = large === null ? view.getUint16(at + 10, true) : readLong(view, large + 32);
  const size = large === null ? view.getUint32(at + 12, true) : readLong(view, large + 40);
  const offset = large === null ? view.getUint32(at + 16, true) : readLong(view, large + 48);
  const start = (large ?? at) - size;
  if (start < 0) refuseDamaged('daftar isinya tidak ditemukan');
  return { count, start, shift: start - offset };
}

/** Position of the zip64 end record; null if the zip has none. Some programs write one even for small files. */
function findEnd64(view: DataView, end: number): number | null {
  const locator = end - 20;
  if (locator < 56 || view.getUint32(locator, true) !== locator64Signature) return null;
  // The record stands right before its locator; its claimed offset is not needed.
  const at = locator - 56;
  return view.getUint32(at, true) === end64Signature ? at : null;
}

function readEntry(bytes: Uint8Array, view: DataView, at: number, shift: number) {
  const nameLength = view.getUint16(at + 28, true);
  const extraLength = view.getUint16(at + 30, true);
  const length = entryLength + nameLength + extraLength + view.getUint16(at + 32, true);
  const nameStart = at + entryLength;
  if (nameStart + nameLength + extraLength > view.byteLength) refuseDamaged('daftar isinya terpotong');
  const name = Buffer.from(bytes.buffer, bytes.byteOffset + nameStart, nameLength).toString('utf8');
  const long = longFields(view, nameStart + nameLength, extraLength);
  const sized = (position: number) => {
    const value = view.getUint32(position, true);
    return value === 0xffffffff ? long() : value;
  };
  const unpackedSize = sized(at + 24);
  const packedSize = sized(at + 20);
  const offset = sized(at + 42) + shift;
  const flags = view.getUint16(at + 8, true);
  const entry = {
    // Some Windows programs write backslashes.
    name: name.replaceAll('\\', '/'),
    encrypted: (flags & 1) === 1,
    method: view.getUint16(at + 10, true),
    crc: view.getUint32(at + 16, true),
    packedSize,
    unpackedSize,
    offset,
  };
  return { entry, length };
}

/** Hands out the 64-bit values of the zip64 extra field one by one, in the order the standard gives them. */
function longFields(view: DataView, start: number, length: number): () => number {
  const values: number[] = [];
  for (let at = start; at + 4 <= start + length; at += 4 + view.getUint16(at + 2, true)) {
    if (view.getUint16(at, true) !== 1) continue;
    const stop = Math.min(at + 4 + view.getUint16(at + 2, true), start + length);
    for (let value = at + 4; value + 8 <= stop; value += 8) values.push(readLong(view, value));
  }
  return () => values.shift() ?? refuseDamaged('ukuran salah satu bagiannya tidak tercatat');
}

function readLong(view: DataView, at: number): number {
  return Number(view.getBigUint64(at, true));
}

/** Nothing is written to disk, but a name that climbs out of the archive has no business in a workbook. */
function isSafeName(name: string): boolean {
  return !name.startsWith('/') && !/^[a-z]:/i.test(name) && !name.split('/').includes('..');
}
