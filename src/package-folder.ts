import { readFileSync } from 'node:fs';
import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { getAsset, isSea } from 'node:sea';
import { fileURLToPath } from 'node:url';

/** What comes with the program. Paths are relative to the package, with slashes: `templates/glossary.json`. */
interface PackageFolder {
  /** @throws ENOENT if there is no such file */
  read(path: string): Promise<Buffer>;
  readNow(path: string): Buffer;
  /** Files below a folder, at any depth: their paths from it, sorted. */
  list(folder: string): Promise<string[]>;
  /** Where a file lies on the disk; null if it lies within the program. */
  locate(path: string): URL | null;
}

/** `src` and `dist` are both right below the package, and the bundler puts all files of `dist` side by side. */
const root = new URL('../', import.meta.url);

const onDisk: PackageFolder = {
  read: (path) => readFile(new URL(path, root)),
  readNow: (path) => readFileSync(new URL(path, root)),
  async list(folder) {
    const place = fileURLToPath(new URL(`${folder}/`, root));
    const entries = await readdir(place, { recursive: true, withFileTypes: true });
    return entries
      .filter((entry) => entry.isFile())
      .map((entry) => join(entry.parentPath, entry.name).slice(place.length).replaceAll('\\', '/'))
      .sort();
  },
  locate: (path) => new URL(path, root),
};

/** In the programs that need no Node the files are assets; `npm run build:exe` adds the list of them. */
const inProgram: PackageFolder = {
  read: async (path) => inProgram.readNow(path),
  readNow(path) {
    if (listAssets().includes(path)) return Buffer.from(getAsset(path));
    throw Object.assign(new Error(`ENOENT: no asset ${path}`), { code: 'ENOENT' });
  },
  list: async (folder) =>
    listAssets().flatMap((path) => (path.startsWith(`${folder}/`) ? [path.slice(folder.length + 1)] : [])),
  locate: () => null,
};

function listAssets(): string[] {
  return JSON.parse(getAsset('assets.json', 'utf8'));
}

/** The folder of this package, with `package.json` and `templates`: the one place that asks where its code lies. */
export const packageFolder: PackageFolder = isSea() ? inProgram : onDisk;
