import { stat } from 'node:fs/promises';
import { resolve } from 'node:path';
import { type Changes, changesBetween } from '../assessment/changes.ts';
import { type CellChange, compareSubmissions } from '../assessment/compare.ts';
import { claimedLevels } from '../assessment/merge.ts';
import { type Levels, type Score, score } from '../assessment/score.ts';
import type { Submission } from '../assessment/submission.ts';
import type { FileChange } from '../contract/history.ts';
import type { RecordDocument } from '../contract/record.ts';
import type { Instrument } from '../instrument/instrument.ts';
import { loadInstrument } from '../instrument/load.ts';
import { type Place, UserError } from '../problem.ts';
import { findNames, findRecord, isRelativeName } from '../project/find-record.ts';
import { recordFolder } from '../project/records.ts';
import { clean } from '../reporters/clean.ts';
import { fileChanges } from '../reporters/file-changes.ts';
import { readInputs } from './inputs.ts';

/** One side of a comparison. */
export interface Side {
  readonly kind: 'record' | 'files';
  readonly label: string;
  readonly instrument: Instrument;
  readonly region: string | null;
  readonly year: number | null;
  readonly levels: Levels;
  /** Cell of each level, by indicator. */
  readonly places: ReadonlyMap<string, Place>;
  /** null for a record. */
  readonly submissions: readonly Submission[] | null;
  readonly inputs: RecordDocument['inputs'] | null;
  /** As it was recorded, where that is no longer what the levels give. */
  readonly recordedIndex: string | null;
}

export interface ComparedSides {
  readonly before: Side & { readonly score: Score };
  readonly after: Side & { readonly score: Score };
  readonly changes: Changes;
  readonly cells: readonly CellChange[] | null;
  readonly files: readonly FileChange[] | null;
}

/**
 * Reads two sides, each a record or something with levels in it, and compares them.
 * @throws UserError if a side cannot be read, or they rest on different instruments
 */
export async function compareSides(
  a: string,
  b: string,
  instrument: string | undefined,
  cwd: string,
): Promise<ComparedSides> {
  const [before, after] = [
    scored(await readSide(a, instrument, cwd)),
    scored(await readSide(b, instrument, cwd)),
  ];
  if (before.instrument.id !== after.instrument.id) {
    throw new UserError(
      `Kedua sisi memakai instrumen yang berbeda – ${before.instrument.name} dan ${after.instrument.name} – indeksnya tidak dapat dibandingkan.`,
    );
  }
  return {
    before,
    after,
    changes: changesBetween(before.instrument, before.score, after.score),
    cells:
      before.submissions && after.submissions
        ? compareSubmissions(before.submissions, after.submissions)
        : null,
    files: before.inputs && after.inputs ? fileChanges(before.inputs, after.inputs) : null,
  };
}

function scored(side: Side): Side & { readonly score: Score } {
  return { ...side, score: score(side.instrument, side.levels, side.year ?? undefined) };
}

async function readSide(name: string, instrument: string | undefined, cwd: string): Promise<Side> {
  const isThere = await stat(resolve(cwd, name)).then(
    () => true,
    () => false,
  );
  const isRecord = isRelativeName(name) || !isThere || name.toLowerCase().endsWith('.json');
  if (isRecord) return readRecordSide(name, isThere, cwd);
  const { assessment, submissions } = await readInputs([name], {
    cwd,
    strict: true,
    ...(instrument === undefined ? {} : { instrument }),
  });
  const { region, year, answers } = assessment;
  return {
    kind: 'files',
    label: name,
    instrument: assessment.instrument,
    region,
    year,
    levels: claimedLevels(answers),
    places: new Map([...answers].map(([id, { at }]) => [id, at])),
    submissions: submissions.filter(({ file }) => assessment.files.includes(file)),
    inputs: null,
    recordedIndex: null,
  };
}

async function readRecordSide(name: string, isThere: boolean, cwd: string): Promise<Side> {
  if (!isThere && !isRelativeName(name) && (await findNames(name, cwd)).length === 0) {
    throw new UserError(
      `"${clean(name)}" tidak ditemukan, sebagai berkas maupun sebagai catatan di riwayat/. Periksa ejaannya, atau lihat "spbe history".`,
    );
  }
  // A bare name that lies here is a path as well: `./x.json`.
  const found = await findRecord(isThere && !isRelativeName(name) ? resolve(cwd, name) : name, cwd, cwd);
  const { record } = found;
  const instrument = await loadInstrument(record.instrument.id);
  const known = new Set(instrument.indicators.map(({ id }) => id));
  const { min, max } = instrument.scale;
  if (
    record.indicators.some(({ id, level }) => !known.has(id) || (level ?? min) < min || (level ?? min) > max)
  ) {
    throw new UserError(`${recordFolder}/${found.name} tidak cocok dengan ${instrument.name}.`);
  }
  const levels = new Map(record.indicators.flatMap(({ id, level }) => (level === null ? [] : [[id, level]])));
  const now = score(instrument, levels, record.year ?? undefined).index;
  return {
    kind: 'record',
    label: isThere ? name : `${recordFolder}/${found.name}`,
    instrument,
    region: record.region,
    year: record.year,
    levels,
    places: new Map(record.indicators.flatMap(({ id, at }) => (at ? [[id, at]] : []))),
    submissions: null,
    inputs: record.inputs,
    recordedIndex: now.equals(record.indexExact) ? null : record.indexExact,
  };
}
