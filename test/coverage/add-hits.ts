import type { convert } from 'ast-v8-to-istanbul';
import { groupBy } from '../../src/assessment/group-by.ts';

type FileCoverage = Awaited<ReturnType<typeof convert>>[string];
/** What istanbul knows of one file: where its statements, functions and branches are, and how often each ran. */
export type FileHits = Pick<FileCoverage, 'statementMap' | 'fnMap' | 'branchMap' | 's' | 'f' | 'b'>;

interface Item {
  readonly id: string;
  /** Only items of one kind can be the same. */
  readonly kind: string;
  readonly place: FileHits['statementMap'][string];
}

/**
 * Adds to the hits of a file those that its code had in another bundle. Source maps of two bundlers agree on most places
 * and on nearly all beginnings. What has no partner that could be no other stays as it was: no sum is too high.
 */
export function addHits(target: FileHits, other: FileHits): void {
  for (const [id, from] of pair(statementsOf(target), statementsOf(other))) {
    target.s[id] = (target.s[id] ?? 0) + (other.s[from] ?? 0);
  }
  for (const [id, from] of pair(functionsOf(target), functionsOf(other))) {
    target.f[id] = (target.f[id] ?? 0) + (other.f[from] ?? 0);
  }
  for (const [id, from] of pair(branchesOf(target), branchesOf(other))) {
    target.b[id] = (target.b[id] ?? []).map((hits, way) => hits + (other.b[from]?.[way] ?? 0));
  }
}

function statementsOf({ statementMap }: FileHits): Item[] {
  return Object.entries(statementMap).map(([id, place]) => ({ id, kind: '', place }));
}

function functionsOf({ fnMap }: FileHits): Item[] {
  return Object.entries(fnMap).map(([id, { loc }]) => ({ id, kind: '', place: loc }));
}

function branchesOf({ branchMap }: FileHits): Item[] {
  return Object.entries(branchMap).map(([id, { loc, type, locations }]) => ({
    id,
    kind: `${type} ${locations.length}`,
    place: loc,
  }));
}

/** From the sharpest to the bluntest way to say where something is. */
const keys: readonly ((item: Item) => string)[] = [
  ({ kind, place: { start, end } }) => [kind, start.line, start.column, end.line, end.column].join(),
  ({ kind, place: { start } }) => [kind, start.line, start.column].join(),
  ({ kind, place: { start } }) => [kind, start.line].join(),
];

/** Ids of the items that are the same in both. */
function pair(targets: readonly Item[], others: readonly Item[]): Map<string, string> {
  const pairs = new Map<string, string>();
  let left = [targets, others] as const;
  for (const key of keys) {
    const [ours, theirs] = left.map((items) => groupBy(items, key));
    for (const [at, [item, ...more]] of ours ?? []) {
      const [partner, ...rivals] = theirs?.get(at) ?? [];
      if (item && partner && more.length + rivals.length === 0) pairs.set(item.id, partner.id);
    }
    const taken = new Set(pairs.values());
    left = [left[0].filter(({ id }) => !pairs.has(id)), left[1].filter(({ id }) => !taken.has(id))];
  }
  return pairs;
}
