import { realpath } from 'node:fs/promises';
import { join } from 'node:path';
import type { EvidenceFacts, EvidenceLocation, FileFacts, Located } from '../assessment/facts.ts';
import { type Examiner, openExaminer } from './examine.ts';
import { type IndexedFile, indexFolder } from './folder-index.ts';
import { type Ledger, type LedgerEntry, loadLedger, writeLedger } from './ledger.ts';
import { makeLocator, type Place } from './locate.ts';

export interface EvidenceSearch {
  /** Project folder; null if there is none: then nothing is looked for, and every location is `unexamined`. */
  readonly root: string | null;
  /** Evidence folder, relative to it, with `/`. */
  readonly folder: string;
  readonly locations: readonly EvidenceLocation[];
  /** ISO date, for the ledger. */
  readonly today: string;
  /** Hears of each document before it is looked at. `path` comes from the disk: to be cleaned before it is shown. */
  readonly onFile?: (path: string, position: number, total: number) => void;
}

export interface FoundEvidence {
  readonly facts: EvidenceFacts;
  /** What the user should know of the ledger, in Bahasa Indonesia. */
  readonly notes: readonly string[];
}

/**
 * Finds and examines what rows of Bukti name, and keeps the ledger in the evidence folder. Reads nothing outside of the
 * project folder, never follows a link out of it, fetches nothing.
 * @throws UserError if the evidence folder holds too many files
 */
export async function findEvidence(search: EvidenceSearch): Promise<FoundEvidence> {
  const { root: given, folder, locations } = search;
  const root = given === null ? null : await realpath(given).catch(() => null);
  if (given === null || root === null) {
    return { facts: { located: locations.map(() => ({ kind: 'unexamined' })), lying: [] }, notes: [] };
  }
  const index = await indexFolder(root, folder);
  const locator = makeLocator(root, given, folder, index);
  const places: Place[] = [];
  for (const location of locations) places.push(await locator.locate(location));
  const before = index.folders.has(folder) ? await loadLedger(join(root, folder)) : null;
  const cited = collectCited(locations, places);
  const opds = new Set(locations.map(({ opd }) => opd));
  const entries = await examineAll(root, cited, before, opds, search);
  const note =
    before === null
      ? null
      : await writeLedger(join(root, folder), merge(before, entries, index.files, opds), before);
  const lying = index.files
    .filter(({ refused }) => refused === undefined)
    .map(({ path, size }) => ({ path, size }));
  return {
    facts: { located: places.map((place) => toLocated(place, entries)), lying },
    notes: [...(before?.notes ?? []), ...(note === null ? [] : [note])],
  };
}

interface Cited {
  readonly file: IndexedFile;
  readonly by: EvidenceLocation[];
}

function collectCited(locations: readonly EvidenceLocation[], places: readonly Place[]): Map<string, Cited> {
  const cited = new Map<string, Cited>();
  for (const [index, place] of places.entries()) {
    const location = locations[index];
    if (place.kind !== 'file' || location === undefined) continue;
    const { file } = place;
    const known = cited.get(file.path);
    if (known === undefined) cited.set(file.path, { file, by: [location] });
    else known.by.push(location);
  }
  return cited;
}

/** One document is read from the disk while another is hashed and a third one parsed; more would only cost memory. */
const lanes = 3;

async function examineAll(
  root: string,
  cited: ReadonlyMap<string, Cited>,
  before: Ledger | null,
  opds: ReadonlySet<string | null>,
  { today, onFile }: EvidenceSearch,
): Promise<Map<string, LedgerEntry>> {
  const files = [...cited.values()].sort((a, b) => (a.file.path < b.file.path ? -1 : 1));
  const entries = new Map<string, LedgerEntry>();
  const examiner = openExaminer();
  let position = 0;
  const lane = async () => {
    for (let next = files[position]; next !== undefined; next = files[position]) {
      position++;
      onFile?.(next.file.path, position, files.length);
      const known = before?.entries.get(next.file.path) ?? null;
      const looked = await look(examiner, root, next.file, before?.isCurrent ? known : null);
      entries.set(next.file.path, {
        ...looked,
        ...recordHistory(next, looked.facts.sha256, known, today, opds),
      });
    }
  };
  try {
    await Promise.all(Array.from({ length: lanes }, lane));
  } finally {
    await examiner.close();
  }
  return entries;
}

/**
 * What the ledger knows of an unchanged file; else the file itself.
 * @param known null if the ledger does not know it, or other readers made its facts
 */
async function look(
  examiner: Examiner,
  root: string,
  file: IndexedFile,
  known: LedgerEntry | null,
): Promise<Pick<LedgerEntry, 'path' | 'stamp' | 'facts'>> {
  const { path } = file;
  if (known?.stamp === file.stamp) return { path, stamp: known.stamp, facts: known.facts };
  // Its links were resolved when it was found; the examiner follows none.
  const real = await realpath(join(root, path)).catch(() => join(root, path));
  return { path, ...(await examiner.examine(real)) };
}

/**
 * Who cites it, and what was accepted. What other OPD cite stays as it was: their workbooks may not be among those read
 * now. An acceptance ends when all who cite it are here and none of them says "Diterima" any more.
 */
function recordHistory(
  { by }: Cited,
  sha256: string,
  known: LedgerEntry | null,
  today: string,
  opds: ReadonlySet<string | null>,
): Pick<LedgerEntry, 'firstSeen' | 'acceptedSha256' | 'citedBy'> {
  const others = known?.citedBy.filter(({ opd }) => !opds.has(opd)) ?? [];
  const citedBy = new Map(
    [...others, ...by].map(({ opd, indicator }) => [`${opd ?? ''}\0${indicator}`, { opd, indicator }]),
  );
  const isAccepted = by.some(({ accepted }) => accepted);
  const before = isAccepted || others.length > 0 ? (known?.acceptedSha256 ?? null) : null;
  return {
    firstSeen: known?.firstSeen ?? today,
    acceptedSha256: before ?? (isAccepted && sha256 !== '' ? sha256 : null),
    citedBy: [...citedBy].sort(([a], [b]) => (a < b ? -1 : 1)).map(([, citation]) => citation),
  };
}

/**
 * The new ledger: what was looked at now, and the history of all other files that are there or were accepted. What
 * could not be opened keeps its old entry.
 */
function merge(
  { entries: old }: Ledger,
  entries: ReadonlyMap<string, LedgerEntry>,
  files: readonly IndexedFile[],
  opds: ReadonlySet<string | null>,
): LedgerEntry[] {
  const present = new Set(files.map(({ path }) => path));
  const kept = [...old.values()].filter(({ path, acceptedSha256 }) => {
    const now = entries.get(path);
    return now === undefined ? present.has(path) || acceptedSha256 !== null : now.facts.sha256 === '';
  });
  // Whose workbooks were read, and who does not name it any more.
  const current = kept.map((entry) =>
    entries.has(entry.path)
      ? entry
      : { ...entry, citedBy: entry.citedBy.filter(({ opd }) => !opds.has(opd)) },
  );
  return [...current, ...[...entries.values()].filter(({ facts }) => facts.sha256 !== '')];
}

function toLocated(place: Place, entries: ReadonlyMap<string, LedgerEntry>): Located {
  if (place.kind !== 'file') return place;
  const entry = entries.get(place.file.path);
  if (entry === undefined) throw new Error(`not examined: ${place.file.path}`);
  const { path, facts, firstSeen, acceptedSha256 } = entry;
  const { sha256 } = facts;
  const changedSinceAccepted = acceptedSha256 !== null && sha256 !== '' && acceptedSha256 !== sha256;
  const all: FileFacts = { path, ...facts, firstSeen, changedSinceAccepted };
  return { kind: 'file', facts: all, foundBy: place.foundBy };
}
