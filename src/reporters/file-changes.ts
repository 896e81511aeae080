import type { FileChange } from '../contract/history.ts';

interface Print {
  readonly path: string;
  readonly sha256: string;
}

/** Which files came, went or changed between two lists, by path. */
export function fileChanges(before: readonly Print[], after: readonly Print[]): FileChange[] {
  const [old, now] = [hashes(before), hashes(after)];
  const paths = [...new Set([...before, ...after].map(({ path }) => path))].sort();
  return paths.flatMap((path): FileChange[] => {
    const [was, is] = [old.get(path), now.get(path)];
    if (was === is) return [];
    return [{ path, change: was === undefined ? 'added' : is === undefined ? 'removed' : 'changed' }];
  });
}

function hashes(list: readonly Print[]): ReadonlyMap<string, string> {
  return new Map(list.map(({ path, sha256 }) => [path, sha256]));
}

export const fileChangeWords: Readonly<Record<FileChange['change'], string>> = {
  changed: 'berubah',
  added: 'baru',
  removed: 'hilang',
};
const mostNamed = 3;

/** `2 berubah (a.xlsx, b.xlsx), 1 baru (c.xlsx)`; long lists are cut. */
export function describeFileChanges(changes: readonly FileChange[]): string {
  return (['changed', 'added', 'removed'] as const)
    .flatMap((kind) => {
      const names = changes.filter(({ change }) => change === kind).map(({ path }) => baseName(path));
      if (names.length === 0) return [];
      const more = names.length > mostNamed ? ', …' : '';
      return [`${names.length} ${fileChangeWords[kind]} (${names.slice(0, mostNamed).join(', ')}${more})`];
    })
    .join(', ');
}

function baseName(path: string): string {
  return path.slice(path.lastIndexOf('/') + 1);
}
