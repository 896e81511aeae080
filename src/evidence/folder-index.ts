import type { Dirent, Stats } from 'node:fs';
import { lstat, opendir, realpath, stat } from 'node:fs/promises';
import { join, sep } from 'node:path';
import { UserError } from '../problem.ts';
import { stampOf } from './examine.ts';

/** Something that lies in the evidence folder, as the disk has it. */
export interface IndexedFile {
  /** Relative to the project folder, with `/`; letters as on the disk. */
  readonly path: string;
  readonly size: number;
  /** See `stampOf`. */
  readonly stamp: string;
  /** What must not be read: a link that leads out of the project, a pipe, a device. */
  readonly refused?: 'outside' | 'not-regular';
}

export interface FolderIndex {
  /** Sorted by path. */
  readonly files: readonly IndexedFile[];
  /** Paths of the folders, with the count of files in and below each. */
  readonly folders: ReadonlyMap<string, number>;
}

/** More than any region has; a wrong folder (a whole disk) must not keep us busy for hours. */
const fileLimit = 100_000;
const depthLimit = 40;
const batchLength = 64;

/** Left behind by systems, by Office, or by ourselves. */
const ignored =
  /^(?:ledger(?:-rusak)?\.json(?:\.\d+)?|\.gitkeep|\.gitignore|\.ds_store|\._.*|~\$.*|\.~lock\..*|thumbs\.db|desktop\.ini)$/i;

/**
 * Lists a folder of the project and all below it. Links to folders are not followed, so that loops end.
 * @param root real path of the project folder
 * @param folder relative to it; need not exist
 * @throws UserError if it holds more than 100,000 files
 */
export async function indexFolder(root: string, folder: string): Promise<FolderIndex> {
  const files: IndexedFile[] = [];
  const folders = new Map<string, number>();
  const start = await lstat(join(root, folder)).catch(() => null);
  if (start?.isDirectory()) await walk({ root, files, folders }, folder, 0);
  files.sort((a, b) => (a.path < b.path ? -1 : 1));
  for (const { path } of files) {
    for (let slash = path.lastIndexOf('/'); slash > 0; slash = path.lastIndexOf('/', slash - 1)) {
      const parent = path.slice(0, slash);
      const count = folders.get(parent);
      if (count !== undefined) folders.set(parent, count + 1);
    }
  }
  return { files, folders };
}

interface Walk {
  readonly root: string;
  readonly files: IndexedFile[];
  readonly folders: Map<string, number>;
}

async function walk(state: Walk, folder: string, depth: number): Promise<void> {
  state.folders.set(folder, 0);
  const below: string[] = [];
  let batch: Promise<IndexedFile | null>[] = [];
  const flush = async () => {
    for (const file of await Promise.all(batch)) if (file !== null) state.files.push(file);
    batch = [];
    if (state.files.length > fileLimit) throw tooMany(folder);
  };
  for await (const entry of await open(join(state.root, folder))) {
    const path = folder === '' ? entry.name : `${folder}/${entry.name}`;
    if (entry.isDirectory()) below.push(path);
    else if (!ignored.test(entry.name)) batch.push(look(state.root, path, entry));
    if (batch.length === batchLength) await flush();
  }
  await flush();
  if (depth >= depthLimit) return;
  for (const path of below.sort()) await walk(state, path, depth + 1);
}

/** A folder that may not be entered is as good as empty: what lies in it cannot be evidence. */
async function open(path: string): Promise<AsyncIterable<Dirent>> {
  return opendir(path, { bufferSize: 256 }).catch(() => (async function* () {})());
}

function tooMany(folder: string): UserError {
  return new UserError(
    `Folder bukti berisi lebih dari ${fileLimit.toLocaleString('id-ID')} berkas (sampai di "${folder}") – sepertinya bukan folder bukti. Pindahkan berkas yang bukan bukti ke luar folder itu.`,
  );
}

async function look(root: string, path: string, entry: Dirent): Promise<IndexedFile | null> {
  const full = join(root, path);
  try {
    if (entry.isFile()) return describe(path, await lstat(full));
    if (!entry.isSymbolicLink()) return { path, size: 0, stamp: '', refused: 'not-regular' };
    const target = await realpath(full);
    if (!isWithin(root, target)) return { path, size: 0, stamp: '', refused: 'outside' };
    const stats = await stat(target);
    // The folder itself is listed where it really lies.
    return stats.isDirectory() ? null : describe(path, stats);
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException;
    // A link that leads in a circle, or nowhere; or a file that was deleted just now.
    return code === 'ELOOP' ? { path, size: 0, stamp: '', refused: 'not-regular' } : null;
  }
}

function describe(path: string, stats: Stats): IndexedFile {
  if (!stats.isFile()) return { path, size: 0, stamp: '', refused: 'not-regular' };
  return { path, size: stats.size, stamp: stampOf(stats) };
}

/** Whether a real path lies in the real path of a folder. */
export function isWithin(folder: string, path: string): boolean {
  return path === folder || path.startsWith(/[\\/]$/.test(folder) ? folder : `${folder}${sep}`);
}
