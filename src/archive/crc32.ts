import zlib from 'node:zlib';

const table = Uint32Array.from({ length: 256 }, (_, byte) => {
  let value = byte;
  for (let bit = 0; bit < 8; bit++) value = value & 1 ? (value >>> 1) ^ 0xedb88320 : value >>> 1;
  return value;
});

/** CRC-32 of zip archives: that of Node, a hundred times as fast, from 20.15 on. */
export const crc32: (bytes: Uint8Array) => number = zlib.crc32 ?? crc32ByTable;

/** For an older Node; exported for its test. */
export function crc32ByTable(bytes: Uint8Array): number {
  let value = -1;
  for (let at = 0; at < bytes.length; at++) {
    value = (value >>> 8) ^ (table[(value ^ (bytes[at] as number)) & 0xff] as number);
  }
  return ~value >>> 0;
}
