import { createHash } from 'node:crypto';
import { sealedFiles } from './sealed-files.ts';

/**
 * Whether a file of a pack is, byte for byte, the one that was found right when the program was built: to check it at
 * every start would cost a third of the time of `spbe score`. One that somebody has changed is checked.
 */
export function isSealed(path: string, bytes: Uint8Array): boolean {
  const sealed = sealedFiles[path];
  return sealed !== undefined && createHash('sha256').update(bytes).digest('hex') === sealed;
}

/**
 * The same of all files in a folder: none may be missing, and none be more.
 * @param files by their names in it
 */
export function areSealed(folder: string, files: ReadonlyMap<string, Uint8Array>): boolean {
  const expected = Object.keys(sealedFiles).filter((path) => path.startsWith(`${folder}/`));
  return (
    expected.length === files.size &&
    [...files].every(([name, bytes]) => isSealed(`${folder}/${name}`, bytes))
  );
}
