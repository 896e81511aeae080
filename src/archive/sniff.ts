/** What a file is by its first bytes, whatever its name says. */
export type FileKind = 'zip' | 'ole' | 'pdf' | 'image' | 'archive' | 'html' | 'xml-2003' | 'rtf' | 'unknown';

const signatures: readonly (readonly [FileKind, string])[] = [
  ['zip', 'PK'],
  ['ole', '\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1'],
  ['pdf', '%PDF'],
  ['image', '\x89PNG'],
  ['image', '\xff\xd8\xff'],
  ['image', 'GIF8'],
  ['image', 'II*\0'],
  ['image', 'MM\0*'],
  ['archive', 'Rar!'],
  ['archive', '7z\xbc\xaf'],
  ['archive', '\x1f\x8b'],
  ['rtf', '{\\rtf'],
];

/** Tells what kind of file `bytes` are. `PK` alone is taken for a zip only if a zip record follows. */
export function sniff(bytes: Uint8Array): FileKind {
  const start = Buffer.from(bytes.buffer, bytes.byteOffset, Math.min(bytes.byteLength, 2048));
  const raw = start.toString('latin1');
  for (const [kind, signature] of signatures) {
    if (raw.startsWith(signature) && (kind !== 'zip' || isZipRecord(start))) return kind;
  }
  if (/^RIFF....WEBP/s.test(raw) || /^BM.{12}\(\0\0\0/s.test(raw)) return 'image';
  return sniffMarkup(start);
}

function isZipRecord(start: Buffer): boolean {
  // PK\3\4 an entry, PK\5\6 an empty zip, PK\7\8 a split one; shorter is cut off.
  return start.length < 4 || [0x0403, 0x0605, 0x0807].includes(start.readUInt16LE(2));
}

function sniffMarkup(start: Buffer): FileKind {
  const isUtf16 = start[0] === 0xff && start[1] === 0xfe;
  const text = start
    .toString(isUtf16 ? 'utf16le' : 'utf8')
    .replace(/^\uFEFF?\s*/, '')
    .toLowerCase();
  if (!text.startsWith('<')) return 'unknown';
  if (text.includes('excel.sheet') || text.includes('urn:schemas-microsoft-com:office:spreadsheet')) {
    return text.includes('<html') ? 'html' : 'xml-2003';
  }
  return /<(html|!doctype html|table|body|head|meta|div|style)\b/.test(text) ? 'html' : 'unknown';
}

type OleKind = 'encrypted' | 'other-office' | 'xls';

const oleStreams: readonly (readonly [string, OleKind])[] = [
  ['EncryptedPackage', 'encrypted'],
  ['WordDocument', 'other-office'],
  ['PowerPoint Document', 'other-office'],
  ['Workbook', 'xls'],
  ['Book', 'xls'],
];

/** What an OLE compound file holds, by the names of its streams; null if none is known. */
export function sniffOle(bytes: Uint8Array): OleKind | null {
  const buffer = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const found = oleStreams.find(([name]) => buffer.includes(name, 0, 'utf16le'));
  return found?.[1] ?? null;
}
