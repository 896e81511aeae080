import type { Stats } from 'node:fs';
import { realpath, stat } from 'node:fs/promises';
import { join, relative } from 'node:path';
import { stampOf } from './examine.ts';
import { type IndexedFile, indexFolder, isWithin } from './folder-index.ts';

/** What stands at a path of the project, asked of the disk. */
export type Direct =
  | { readonly kind: 'file'; readonly file: IndexedFile }
  | { readonly kind: 'folder'; readonly path: string; readonly files: number }
  | { readonly kind: 'outside' | 'not-regular' };

/**
 * For what lies in the project folder, but not in the evidence folder, or behind a link to a folder.
 * @param root real path of the project folder
 * @returns null if nothing is there
 */
export async function lookDirectly(root: string, path: string): Promise<Direct | null> {
  // A colon names another stream of a file, or a drive; a NUL ends a path for the system.
  if (/[:\0]/.test(path)) return null;
  let target: string;
  let stats: Stats;
  try {
    target = await realpath(join(root, path));
    if (!isWithin(root, target)) return { kind: 'outside' };
    stats = await stat(target);
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === 'ELOOP' ? { kind: 'not-regular' } : null;
  }
  const real = relative(root, target).replaceAll('\\', '/');
  if (stats.isDirectory()) {
    return { kind: 'folder', path: real, files: (await indexFolder(root, real)).files.length };
  }
  if (!stats.isFile()) return { kind: 'not-regular' };
  return { kind: 'file', file: { path: real, size: stats.size, stamp: stampOf(stats) } };
}
