import { createHash } from 'node:crypto';
import { packageFolder } from '../package-folder.ts';
import { folder } from './load.ts';

/** SHA-256 of an instrument's pack: names and contents of all of its files, in order of their names. */
export async function hashPack(id: string): Promise<string> {
  const pack = `${folder}/${id}`;
  const hash = createHash('sha256');
  for (const name of await packageFolder.list(pack)) {
    const bytes = await packageFolder.read(`${pack}/${name}`);
    hash.update(`${name}\n${bytes.length}\n`).update(bytes);
  }
  return hash.digest('hex');
}
