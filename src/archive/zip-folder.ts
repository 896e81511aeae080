import { createReadStream, createWriteStream } from 'node:fs';
import { join } from 'node:path';
import { pipeline } from 'node:stream/promises';
import { Zip, ZipPassThrough } from 'fflate';

/** Earliest day a zip can name: the same files give the same bytes. */
const earliest = new Date(1980, 0, 1);

/**
 * Packs files into a zip, piece by piece; documents are packed already, so nothing is packed again.
 * @param paths relative to the folder, with `/`, in the order in which they stand in the zip
 * @throws the system's error if a file cannot be read, or the zip not be written or is there already
 */
export async function zipFolder(folder: string, paths: readonly string[], target: string): Promise<void> {
  await pipeline(pack(folder, paths), createWriteStream(target, { flags: 'wx' }));
}

async function* pack(folder: string, paths: readonly string[]): AsyncGenerator<Uint8Array> {
  const packed: Uint8Array[] = [];
  const zip = new Zip((error, piece) => {
    if (error) throw error;
    packed.push(piece);
  });
  for (const path of paths) {
    const entry = new ZipPassThrough(path);
    entry.mtime = earliest;
    zip.add(entry);
    for await (const piece of createReadStream(join(folder, path))) {
      entry.push(piece as Uint8Array);
      yield* packed.splice(0);
    }
    entry.push(new Uint8Array(0), true);
  }
  zip.end();
  yield* packed;
}
