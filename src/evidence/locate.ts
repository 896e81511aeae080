import { posix } from 'node:path';
import type { EvidenceLocation, FoundBy, Located } from '../assessment/facts.ts';
import { cleanLocation } from './clean-location.ts';
import type { FolderIndex, IndexedFile } from './folder-index.ts';
import { isLink, judgeLink } from './judge-link.ts';
import { lookDirectly } from './look-directly.ts';
import { type LookUp, makeLookUp, nameOf } from './look-up.ts';
import { indexNames, type Names } from './nearest.ts';

/** Where a row points, before the file is examined. */
export type Place =
  | Exclude<Located, { kind: 'file' }>
  | { readonly kind: 'file'; readonly file: IndexedFile; readonly foundBy: FoundBy };

export interface Locator {
  locate(location: EvidenceLocation): Promise<Place>;
}

interface Ground {
  /** Real path of the project folder, and the path it was given by. */
  readonly root: string;
  readonly given: string;
  /** Evidence folder, relative to it. */
  readonly folder: string;
  readonly lookUp: LookUp;
  readonly names: Names;
}

const mostCandidates = 10;

export function makeLocator(root: string, given: string, folder: string, index: FolderIndex): Locator {
  const lookable = index.files.filter(({ refused }) => refused === undefined);
  const names = indexNames(lookable.map(({ path }) => [nameOf(path), path] as const));
  const ground: Ground = { root, given, folder, lookUp: makeLookUp(index), names };
  return { locate: (location) => locate(ground, location) };
}

async function locate(ground: Ground, { text, opd }: EvidenceLocation): Promise<Place> {
  const location = cleanLocation(text, isLink);
  if (location.kind === 'unnamed') return location;
  if (location.kind === 'link') return judgeLink(location.text);
  const own = location.absolute ? pathInProject(ground, location.whole) : null;
  const segments = own?.split('/') ?? location.segments;
  const isForeign = location.absolute && own === null;
  const paths = isForeign ? [] : candidatePaths(ground, segments, own !== null, opd);
  if (paths.length === 0 && !isForeign) return { kind: 'outside' };
  return (
    (await findAt(ground, paths)) ??
    findElsewhere(ground, segments, opd) ??
    (isForeign ? { kind: 'outside' } : missing(ground, segments))
  );
}

/** An absolute path of this machine that lies in the project, from there on; null for any other. */
function pathInProject({ root, given }: Ground, whole: string): string | null {
  const slashed = posix.normalize(whole);
  for (const base of [root, given]) {
    const start = `${base.replaceAll('\\', '/').replace(/\/+$/, '').normalize('NFC')}/`;
    const same = process.platform === 'win32' ? sameLetters(slashed, start) : slashed.startsWith(start);
    if (same) return slashed.slice(start.length);
  }
  return null;
}

function sameLetters(path: string, start: string): boolean {
  return path.slice(0, start.length).toLowerCase() === start.toLowerCase();
}

/** Paths that a row may mean, the likeliest first; none if all lead out of the project. */
function candidatePaths(
  { folder }: Ground,
  segments: readonly string[],
  fromRoot: boolean,
  opd: string | null,
): string[] {
  const bases = fromRoot ? [''] : [...(opd === null ? [] : [`${folder}/${opd}`]), folder, ''];
  const paths = bases.map((base) => posix.join(base, ...segments));
  return paths.filter((path) => path !== '..' && !path.startsWith('../'));
}

/** As written; else in other case; else behind links or outside of the evidence folder; else without its extension. */
async function findAt(ground: Ground, paths: readonly string[]): Promise<Place | null> {
  const { lookUp } = ground;
  const inIndex =
    firstOf(paths, (path) => choose(lookUp.exact(path), 'path')) ??
    firstOf(paths, (path) => choose(lookUp.folded(path), 'case')) ??
    firstOf(paths, (path) => folderAt(lookUp, path));
  if (inIndex !== null) return inIndex;
  for (const path of paths) {
    const direct = await lookDirectly(ground.root, path);
    if (direct !== null) return direct.kind === 'file' ? { ...direct, foundBy: 'path' } : direct;
  }
  return firstOf(paths, (path) => choose(lookUp.withoutExtension(path), 'extension'));
}

function firstOf(paths: readonly string[], find: (path: string) => Place | null): Place | null {
  for (const path of paths) {
    const found = find(path);
    if (found !== null) return found;
  }
  return null;
}

function folderAt(lookUp: LookUp, path: string): Place | null {
  const folder = lookUp.folder(path);
  return folder === null ? null : { kind: 'folder', ...folder };
}

/** A name that stands elsewhere below the evidence folder; the OPD's own folder decides between several. */
function findElsewhere(
  { lookUp, folder }: Ground,
  segments: readonly string[],
  opd: string | null,
): Place | null {
  const found = lookUp.byTail(segments);
  const own = found.filter(({ path }) => opd !== null && path.startsWith(`${folder}/${opd}/`));
  return choose(own.length > 0 ? own : found, 'name');
}

function choose(files: readonly IndexedFile[], foundBy: FoundBy): Place | null {
  const [file] = files;
  if (file === undefined) return null;
  if (files.length > 1) {
    return { kind: 'ambiguous', candidates: files.map(({ path }) => path).slice(0, mostCandidates) };
  }
  return file.refused === undefined ? { kind: 'file', file, foundBy } : { kind: file.refused };
}

function missing({ names }: Ground, segments: readonly string[]): Place {
  return { kind: 'missing', nearest: names.nearest(segments.at(-1) ?? '') };
}
