import { extensionOf } from './extensions.ts';
import type { FolderIndex, IndexedFile } from './folder-index.ts';

/** The files of an index by the different ways in which a row may name them. */
export interface LookUp {
  /** As on the disk, decomposed letters (macOS) counting as the same. */
  exact(path: string): readonly IndexedFile[];
  /** Upper and lower case, and how many blanks, do not matter. */
  folded(path: string): readonly IndexedFile[];
  /** The same, for a path that leaves out the extension. */
  withoutExtension(path: string): readonly IndexedFile[];
  /** Wherever they lie: those that agree in most of the last names, at least in the very last (extension or not). */
  byTail(segments: readonly string[]): readonly IndexedFile[];
  /** A folder, its path as on the disk; null if there is none. */
  folder(path: string): { readonly path: string; readonly files: number } | null;
}

export function makeLookUp({ files, folders }: FolderIndex): LookUp {
  const exact = groupBy(files, ({ path }) => path.normalize('NFC'));
  const folded = groupBy(files, ({ path }) => fold(path));
  const stems = groupBy(files, ({ path }) => fold(stemOf(path)));
  const names = groupBy(files, ({ path }) => fold(nameOf(path)));
  const nameStems = groupBy(files, ({ path }) => fold(stemOf(nameOf(path))));
  const folderPaths = groupBy([...folders], ([path]) => fold(path));
  return {
    exact: (path) => exact.get(path) ?? [],
    folded: (path) => folded.get(fold(path)) ?? [],
    withoutExtension: (path) => stems.get(fold(path)) ?? [],
    byTail(segments) {
      const last = fold(segments.at(-1) ?? '');
      const candidates = names.get(last) ?? nameStems.get(last) ?? [];
      const agreeing = candidates.map((file) => ({ file, count: countAgreeing(file.path, segments) }));
      const most = Math.max(...agreeing.map(({ count }) => count));
      return agreeing.filter(({ count }) => count === most).map(({ file }) => file);
    },
    folder(path) {
      const found = folderPaths.get(fold(path));
      const same = found?.find(([one]) => one.normalize('NFC') === path) ?? found?.[0];
      return same === undefined ? null : { path: same[0], files: same[1] };
    },
  };
}

/** How many names agree, from the one before the last backwards. */
function countAgreeing(path: string, segments: readonly string[]): number {
  const own = path.split('/').map(fold).reverse();
  const named = segments.map(fold).reverse();
  let count = 1;
  while (count < Math.min(own.length, named.length) && own[count] === named[count]) count++;
  return count;
}

function fold(path: string): string {
  return path
    .normalize('NFC')
    .toLowerCase()
    .replace(/\s+/g, ' ')
    .replace(/ ?\/ ?/g, '/')
    .trim();
}

export function nameOf(path: string): string {
  return path.slice(path.lastIndexOf('/') + 1);
}

function stemOf(path: string): string {
  const extension = extensionOf(path);
  return extension === '' ? path : path.slice(0, -extension.length - 1);
}

function groupBy<T>(values: readonly T[], keyOf: (value: T) => string): Map<string, T[]> {
  const groups = new Map<string, T[]>();
  for (const value of values) {
    const key = keyOf(value);
    const group = groups.get(key);
    if (group === undefined) groups.set(key, [value]);
    else group.push(value);
  }
  return groups;
}
