import { describe, expect, it } from 'vitest';
import { findImageFacts } from '../../src/evidence/image-facts.ts';

/** A WebP file as WhatsApp sends it, by the kind of its first part. */
function webp(kind: string, ...header: number[]): Buffer {
  return Buffer.concat([Buffer.from(`RIFF\0\0\0\0WEBP${kind}`), Buffer.from(header)]);
}

function bmp(headerSize: number, ...size: number[]): Buffer {
  const bytes = Buffer.alloc(30);
  bytes.write('BM');
  bytes.writeUInt32LE(headerSize, 14);
  Buffer.from(size).copy(bytes, 18);
  return bytes;
}

/** As a telephone writes it: sizes of tiles and thumbnail beside that of the photograph. */
function heic(...sizes: [number, number][]): Buffer {
  const boxes = sizes.map(([width, height]) => {
    const box = Buffer.alloc(16);
    box.write('ispe');
    box.writeUInt32BE(width, 8);
    box.writeUInt32BE(height, 12);
    return box;
  });
  return Buffer.concat([Buffer.from('\0\0\0\x18ftypheic\0\0\0\0'), ...boxes]);
}

const jpegStart = [0xff, 0xd8, 0xff, 0xe0, 0, 4, 0x4a, 0x46];

describe('findImageFacts', () => {
  it.each([
    // 640 × 480, with the bits for scaling set.
    [
      'webp, lossy',
      webp('VP8 ', 0, 0, 0, 0, 0, 0, 0, 0x9d, 1, 0x2a, 0x80, 0x42, 0xe0, 0x81),
      'webp',
      640,
      480,
    ],
    ['webp, lossless', webp('VP8L', 0, 0, 0, 0, 0x2f, 0x7f, 0xc2, 0x77, 0), 'webp', 640, 480],
    ['webp, extended', webp('VP8X', 0, 0, 0, 0, 0, 0, 0, 0, 0x7f, 2, 0, 0xdf, 1, 0), 'webp', 640, 480],
    ['webp of a kind to come', webp('VP9 ', 0, 0, 0, 0), 'webp', null, null],
    ['webp, cut off', webp('VP8X', 0, 0), 'webp', null, null],
    ['bmp', bmp(40, 0x80, 2, 0, 0, 0xe0, 1, 0, 0), 'bmp', 640, 480],
    ['bmp from top to bottom', bmp(40, 0x80, 2, 0, 0, 0x20, 0xfe, 0xff, 0xff), 'bmp', 640, 480],
    ['bmp of OS/2', bmp(12, 0x80, 2, 0xe0, 1), 'bmp', 640, 480],
    ['heic', heic([512, 512], [4032, 3024], [320, 240]), 'heic', 4032, 3024],
    ['heic without a size', heic(), 'heic', null, null],
    [
      'jpeg, size after particulars and fill',
      Buffer.from([...jpegStart, 0xff, 0xff, 0xc2, 0, 17, 8, 1, 0xe0, 2, 0x80, 3]),
      'jpeg',
      640,
      480,
    ],
    [
      'jpeg, broken after its particulars',
      Buffer.from([...jpegStart, ...Array(12).fill(1)]),
      'jpeg',
      null,
      null,
    ],
    ['jpeg, cut off', Buffer.from(jpegStart), 'jpeg', null, null],
    ['png without its head', Buffer.from('\x89PNG\r\n\x1a\n\0\0\0\x04CgBI', 'latin1'), 'png', null, null],
    ['tiff', Buffer.from('II*\0'), 'tiff', null, null],
  ])('%s', (_what, bytes, format, width, height) => {
    expect(findImageFacts(bytes)).toEqual({ format, width, height });
  });

  it('does not take a text that begins with BM for an image', () => {
    expect(findImageFacts(Buffer.from('BMKG: prakiraan cuaca hari ini'))).toBeNull();
  });
});
