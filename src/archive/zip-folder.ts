import { once } from 'node:events';
import { createReadStream, createWriteStream } from 'node:fs';
import { join } from 'node:path';
import { finished } from 'node:stream/promises';
import { Zip, ZipPassThrough } from 'fflate';

/** Earliest day a zip can name: the same files give the same bytes. */
const earliest = new Date(1980, 0, 1);

/**
 * Packs files into a zip, piece by piece; documents are packed already, so nothing is packed again.
 * @param paths relative to the folder, with `/`, in the order in which they stand in the zip
 */
export async function zipFolder(folder: string, paths: readonly string[], target: string): Promise<void> {
  const output = createWriteStream(target, { flags: 'wx' });
  const ended = finished(output);
  let isFull = false;
  const zip = new Zip((error, piece, final) => {
    if (error) output.destroy(error);
    else {
      isFull = !output.write(piece);
      if (final) output.end();
    }
  });
  for (const path of paths) {
    const entry = new ZipPassThrough(path);
    entry.mtime = earliest;
    zip.add(entry);
    for await (const piece of createReadStream(join(folder, path))) {
      entry.push(piece as Uint8Array);
      if (isFull) await once(output, 'drain');
    }
    entry.push(new Uint8Array(0), true);
  }
  zip.end();
  await ended;
}
