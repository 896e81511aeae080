import { createHash } from 'node:crypto';
import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { folder } from './load.ts';

/** SHA-256 of an instrument's pack: names and contents of all of its files, in order of their names. */
export async function hashPack(id: string): Promise<string> {
  const pack = fileURLToPath(new URL(`${id}/`, folder));
  const entries = await readdir(pack, { recursive: true, withFileTypes: true });
  const names = entries
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name).slice(pack.length).replaceAll('\\', '/'))
    .sort();
  const hash = createHash('sha256');
  for (const name of names) {
    const bytes = await readFile(join(pack, name));
    hash.update(`${name}\n${bytes.length}\n`).update(bytes);
  }
  return hash.digest('hex');
}
