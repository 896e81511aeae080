import { fstatSync, readSync } from 'node:fs';

/** A file read piece by piece, so that a document of hundreds of megabytes never stands in memory whole. */
export interface DocumentSource {
  readonly size: number;
  /** Bytes from `start` up to `end`; fewer at the end of the file. */
  read(start: number, end: number): Uint8Array<ArrayBuffer>;
}

/** @param fd an open ordinary file; stays open */
export function openSource(fd: number): DocumentSource {
  const { size } = fstatSync(fd);
  return {
    size,
    read(start, end) {
      const bytes = new Uint8Array(Math.max(0, Math.min(end, size) - start));
      let filled = 0;
      while (filled < bytes.length) {
        const count = readSync(fd, bytes, filled, bytes.length - filled, start + filled);
        if (count === 0) break;
        filled += count;
      }
      return bytes.subarray(0, filled);
    },
  };
}
