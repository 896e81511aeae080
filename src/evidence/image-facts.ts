import type { ImageFacts } from '../assessment/facts.ts';

type Measure = (bytes: Buffer) => readonly [number, number] | null;

const formats: readonly (readonly [ImageFacts['format'], (raw: string) => boolean, Measure])[] = [
  ['png', (raw) => raw.startsWith('\x89PNG\r\n\x1a\n'), measurePng],
  ['jpeg', (raw) => raw.startsWith('\xff\xd8\xff'), measureJpeg],
  ['gif', (raw) => /^GIF8[79]a/.test(raw), (bytes) => [bytes.readUInt16LE(6), bytes.readUInt16LE(8)]],
  ['webp', (raw) => /^RIFF....WEBP/s.test(raw), measureWebp],
  ['bmp', (raw) => raw.startsWith('BM') && raw.slice(15, 18) === '\0\0\0', measureBmp],
  ['heic', (raw) => /^....ftyp(?:hei[cxms]|hev[cxms]|mif1|msf1)/s.test(raw), measureHeic],
  // Its measures may stand anywhere in the file.
  ['tiff', (raw) => raw.startsWith('II*\0') || raw.startsWith('MM\0*'), () => null],
];

/**
 * What kind of image begins with these bytes, and its size in pixels.
 * @param head the first 256 kB, or all
 * @returns null if it is no image
 */
export function findImageFacts(head: Uint8Array): ImageFacts | null {
  const bytes = Buffer.from(head.buffer, head.byteOffset, head.byteLength);
  const raw = bytes.toString('latin1', 0, 64);
  const found = formats.find(([, fits]) => fits(raw));
  if (found === undefined) return null;
  const [format, , measure] = found;
  const [width, height] = tryMeasure(measure, bytes) ?? [null, null];
  return { format, width, height };
}

/** Formats whose header always tells the size: without one the file is broken. */
export const measurable: ReadonlySet<ImageFacts['format']> = new Set(['png', 'jpeg', 'gif', 'webp', 'bmp']);

function tryMeasure(measure: Measure, bytes: Buffer): readonly [number, number] | null {
  try {
    const size = measure(bytes);
    return size !== null && size[0] > 0 && size[1] > 0 ? size : null;
  } catch (error) {
    // The header ends too early.
    if (error instanceof RangeError) return null;
    throw error;
  }
}

function measurePng(bytes: Buffer): readonly [number, number] | null {
  if (bytes.toString('latin1', 12, 16) !== 'IHDR') return null;
  return [bytes.readUInt32BE(16), bytes.readUInt32BE(20)];
}

/** The size stands in the first frame header (SOF), after particulars of any length. */
function measureJpeg(bytes: Buffer): readonly [number, number] | null {
  for (let at = 2; at + 9 <= bytes.length; ) {
    if (bytes[at] !== 0xff) return null;
    const marker = bytes[at + 1] as number;
    if (marker >= 0xc0 && marker <= 0xcf && marker !== 0xc4 && marker !== 0xc8 && marker !== 0xcc) {
      return [bytes.readUInt16BE(at + 7), bytes.readUInt16BE(at + 5)];
    }
    // Fill bytes, and markers that stand alone.
    at += marker === 0xff ? 1 : 2 + Math.max(2, bytes.readUInt16BE(at + 2));
  }
  return null;
}

function measureWebp(bytes: Buffer): readonly [number, number] | null {
  const kind = bytes.toString('latin1', 12, 16);
  if (kind === 'VP8 ') return [bytes.readUInt16LE(26) & 0x3fff, bytes.readUInt16LE(28) & 0x3fff];
  if (kind === 'VP8X') return [bytes.readUIntLE(24, 3) + 1, bytes.readUIntLE(27, 3) + 1];
  if (kind !== 'VP8L') return null;
  const bits = bytes.readUInt32LE(21);
  return [(bits & 0x3fff) + 1, ((bits >>> 14) & 0x3fff) + 1];
}

function measureBmp(bytes: Buffer): readonly [number, number] {
  if (bytes.readUInt32LE(14) === 12) return [bytes.readUInt16LE(18), bytes.readUInt16LE(20)];
  return [bytes.readInt32LE(18), Math.abs(bytes.readInt32LE(22))];
}

/** The largest of the sizes it names: the others are of its tiles and its thumbnail. */
function measureHeic(bytes: Buffer): readonly [number, number] | null {
  let best: readonly [number, number] | null = null;
  for (let at = bytes.indexOf('ispe'); at >= 0; at = bytes.indexOf('ispe', at + 4)) {
    const size = [bytes.readUInt32BE(at + 8), bytes.readUInt32BE(at + 12)] as const;
    if (best === null || size[0] * size[1] > best[0] * best[1]) best = size;
  }
  return best;
}
