import { stat } from 'node:fs/promises';
import { join, resolve } from 'node:path';
import type { RecordDocument } from '../contract/record.ts';
import type { Difference, VerifyDocument } from '../contract/verify.ts';
import { listInstruments } from '../instrument/load.ts';
import { hashPack } from '../instrument/pack-hash.ts';
import { UserError } from '../problem.ts';
import { findProject } from '../project/find.ts';
import { findRecord } from '../project/find-record.ts';
import { pathInside } from '../project/inside.ts';
import { recordFolder } from '../project/records.ts';
import { fileChanges } from '../reporters/file-changes.ts';
import { today } from './date-option.ts';
import { readInputs } from './inputs.ts';
import { makeRecord } from './make-record.ts';
import { parseMapOption } from './map-option.ts';
import { noProject } from './read-history.ts';
import { mayBeSealed, readSealedReport, type SealedReport } from './read-sealed-report.ts';
import { reviewInputs } from './review-inputs.ts';
import { scoreStage } from './score-stage.ts';
import { watchProject } from './seal-report.ts';
import { watchFiles } from './seen-files.ts';
import { requireStage } from './stage-of-record.ts';
import { toolVersion } from './tool-version.ts';

/**
 * Recomputes a record, or what a report was sealed with, from the inputs as they lie now in this folder.
 * @param name of a report's file, or as `findRecord` takes it
 * @throws UserError if there is no such record, or the report has no seal
 */
export async function verifyRecord(name: string, cwd: string): Promise<VerifyDocument> {
  const report = await findReport(name, cwd);
  if (report) return verify(report.record, { name, source: 'report', cwd }, shownDifference(report));
  if ((await findProject(cwd, '.')) === null) throw noProject('.');
  const { name: file, record } = await findRecord(name, cwd, cwd);
  const shown = /[\\/]/.test(name) ? name : `${recordFolder}/${file}`;
  return verify(record, { name: shown, source: 'record', cwd }, []);
}

interface Verified {
  readonly name: string;
  readonly source: VerifyDocument['source'];
  readonly cwd: string;
}

async function verify(
  record: RecordDocument,
  { name, source, cwd }: Verified,
  more: readonly Difference[],
): Promise<VerifyDocument> {
  const again = await recompute(record, cwd);
  const differences = [
    ...more,
    ...(typeof again === 'string' ? await missingFiles(record, cwd) : fileDifferences(record, again)),
    ...(await packDifference(record)),
    ...(typeof again === 'string' ? [] : resultDifferences(record, again)),
  ];
  const isComputed = typeof again !== 'string';
  return {
    schemaVersion: 1,
    record: name,
    source,
    same: isComputed && differences.length === 0,
    sameResult: isComputed ? !differences.some(({ kind }) => kind === 'result') : null,
    reason: isComputed ? null : again,
    tool: { recorded: record.tool, now: toolVersion() },
    differences,
  };
}

/** The sealed report of that name; null if the name is that of a record, or of nothing that lies here. */
async function findReport(name: string, cwd: string): Promise<SealedReport | null> {
  if (!mayBeSealed(name)) return null;
  const path = resolve(cwd, name);
  const isThere = await stat(path).then(
    (info) => info.isFile(),
    () => false,
  );
  return isThere ? readSealedReport(path, name) : null;
}

/** Whoever changes the figure that everybody reads, and leaves the seal as it was, is found out. */
function shownDifference({ record, shownIndex }: SealedReport): Difference[] {
  if (shownIndex === null || Number(shownIndex) === record.index) return [];
  const [recorded, now] = [String(record.index), shownIndex];
  return [{ kind: 'report', what: 'index', recorded, now }];
}

/** @returns why it cannot be done */
async function recompute(record: RecordDocument, root: string): Promise<RecordDocument | string> {
  const { options, at, note } = record;
  const paths = await stillThere(record.paths, root);
  if (record.paths.length > 0 && paths.length === 0)
    return 'Tidak satu pun berkas masukannya ada di folder ini. Jalankan di folder tempat hasil itu dibuat.';
  const seen = watchFiles();
  try {
    const { map, instrument } = options;
    const inputs = await readInputs(paths, {
      cwd: root,
      strict: true,
      onBytes: seen.onBytes,
      ...(map === undefined ? {} : { map: await parseMapOption(map) }),
      ...(instrument === undefined ? {} : { instrument }),
    });
    const { assessment, evaluation } = await reviewInputs(inputs, { date: options['date'] ?? today() });
    const { score } = await scoreStage(inputs, requireStage(record), seen.onBytes);
    await watchProject(root, seen);
    const reviewed = { ...inputs, assessment };
    const { command } = record;
    const computed = { command, options, inputs: reviewed, score, evaluation, files: seen.files };
    return await makeRecord(computed, { root, cwd: root, paths, at, note });
  } catch (error) {
    if (error instanceof UserError) return error.message;
    throw error;
  }
}

/** A record may come from elsewhere: what a link in its way leads out of the project is not read. */
async function stillThere(paths: readonly string[], root: string): Promise<string[]> {
  const found = await Promise.all(paths.map((path) => pathInside(root, join(root, path)).catch(() => null)));
  return paths.filter((_, index) => found[index] !== null);
}

async function missingFiles({ inputs }: RecordDocument, root: string): Promise<Difference[]> {
  const found = await Promise.all(
    inputs.map(({ path }) =>
      stat(join(root, path)).then(
        () => true,
        () => false,
      ),
    ),
  );
  return inputs.flatMap(({ path, sha256 }, index): Difference[] =>
    found[index] ? [] : [{ kind: 'file-missing', what: path, recorded: sha256, now: null }],
  );
}

const kinds = { added: 'file-new', removed: 'file-missing', changed: 'file-changed' } as const;

function fileDifferences(record: RecordDocument, again: RecordDocument): Difference[] {
  const hashIn = (one: RecordDocument, path: string) =>
    one.inputs.find((input) => input.path === path)?.sha256 ?? null;
  return fileChanges(record.inputs, again.inputs).map(({ path, change }) => ({
    kind: kinds[change],
    what: path,
    recorded: hashIn(record, path),
    now: hashIn(again, path),
  }));
}

async function packDifference({ instrument }: RecordDocument): Promise<Difference[]> {
  const isKnown = (await listInstruments()).includes(instrument.id);
  const now = isKnown ? await hashPack(instrument.id) : null;
  if (now === instrument.sha256) return [];
  return [{ kind: 'instrument', what: instrument.id, recorded: instrument.sha256, now }];
}

function resultDifferences(record: RecordDocument, again: RecordDocument): Difference[] {
  const parts: (string | null)[][] = [
    ['instrument', record.instrument.id, again.instrument.id],
    ['indexExact', record.indexExact, again.indexExact],
    ['predicate', record.predicate, again.predicate],
    ['proven.indexExact', record.proven?.indexExact ?? null, again.proven?.indexExact ?? null],
    ...['error', 'warning', 'info'].map((kind) => [
      `problems.${kind}`,
      String(record.problems[kind as 'error']),
      String(again.problems[kind as 'error']),
    ]),
    ...pairs('groups', record.groups, again.groups, ({ indexExact }) => indexExact),
    ...pairs('indicators', record.indicators, again.indicators, ({ level }) => level),
  ];
  return parts.flatMap(([what, recorded = null, now = null]): Difference[] =>
    recorded === now ? [] : [{ kind: 'result', what: what ?? '', recorded, now }],
  );
}

function pairs<T extends { readonly id: string }>(
  name: string,
  recorded: readonly T[],
  again: readonly T[],
  pick: (one: T) => string | number | null,
): (string | null)[][] {
  const text = (one: T | undefined) => {
    const value = one && pick(one);
    return value === undefined || value === null ? null : String(value);
  };
  const ids = [...new Set([...recorded, ...again].map(({ id }) => id))];
  const find = (list: readonly T[], id: string) => text(list.find((one) => one.id === id));
  return ids.map((id) => [`${name}.${id}`, find(recorded, id), find(again, id)]);
}
