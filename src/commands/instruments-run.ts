import { readFile, stat } from 'node:fs/promises';
import { basename, dirname, join, resolve } from 'node:path';
import type { Fault } from '../instrument/check.ts';
import { loadCrosswalks } from '../instrument/crosswalk.ts';
import type { Instrument } from '../instrument/instrument.ts';
import { listInstruments, loadInstrument } from '../instrument/load.ts';
import { type Criteria, loadCriteria } from '../instrument/load-criteria.ts';
import { readCriteria, readFrame } from '../instrument/parse-criteria.ts';
import { inspectInstrument } from '../instrument/parse-instrument.ts';
import { tryJson } from '../instrument/parse-json.ts';
import { UserError } from '../problem.ts';
import { clean } from '../reporters/clean.ts';
import { type Pack, reportInstrument, reportInstruments } from '../reporters/instruments.ts';
import { reportDiff } from '../reporters/instruments-diff.ts';
import type { Report } from '../reporters/report.ts';

export async function listAll(): Promise<Report> {
  return reportInstruments(await Promise.all((await listInstruments()).map(loadPack)));
}

export async function showOne(id: string): Promise<Report> {
  return reportInstrument(await loadPack(id));
}

export async function diffTwo(a: string, b: string): Promise<Report> {
  const crosswalks = await loadCrosswalks();
  const between = crosswalks.find(({ from, to }) => (from === a && to === b) || (from === b && to === a));
  return reportDiff(await loadPack(a), await loadPack(b), between ?? null);
}

async function loadPack(id: string): Promise<Pack> {
  const instrument = await loadInstrument(id);
  return { instrument, criteria: await loadCriteria(instrument) };
}

/**
 * Checks a user's own pack: an instrument.json, or a folder with one and perhaps criteria/ beside it. The criteria are
 * checked also where the instrument is broken, as far as it can be read.
 * @returns what to print, and how many faults there are
 * @throws UserError if there is nothing to check
 */
export async function checkPack(path: string, cwd: string): Promise<{ text: string; faults: number }> {
  const file = await findPack(resolve(cwd, path), path);
  const json = tryJson(await readText(file, path));
  const inspected = 'faults' in json ? json : inspectInstrument(json.value);
  const folder = basename(file) === 'instrument.json' ? join(dirname(file), 'criteria') : null;
  const criteria =
    folder !== null && (await isFolder(folder))
      ? await readCriteria(folder, 'value' in json ? readFrame(json.value) : null)
      : null;
  const faults = [
    ...faultsOf(inspected).map((fault) => ({ ...fault, path: `${basename(file)}: ${fault.path}` })),
    ...(criteria ? faultsOf(criteria) : []),
  ];
  if (!('instrument' in inspected) || faults.length > 0) return describe(path, faults);
  const what = summarize(inspected.instrument, criteria && 'about' in criteria ? criteria : null);
  return { text: `${clean(path)}: ${what}. Tidak ada kekeliruan.\n`, faults: 0 };
}

function summarize({ groups, indicators }: Instrument, criteria: Criteria | null): string {
  const cells = [...(criteria?.byIndicator.values() ?? [])].flatMap(({ levels }) => levels).length;
  const read = criteria ? `${cells} sel kriteria` : 'tanpa kriteria';
  return `${groups.length} kelompok, ${indicators.length} indikator, jumlah bobot tepat 100, ${read}`;
}

function faultsOf(
  found: Criteria | { readonly instrument: Instrument } | { readonly faults: readonly Fault[] },
): readonly Fault[] {
  return 'faults' in found ? found.faults : [];
}

function readText(file: string, shown: string): Promise<string> {
  return readFile(file, 'utf8').catch((cause: unknown) => {
    throw new UserError(`"${shown}" tidak dapat dibaca. Periksa izin berkasnya.`, { cause });
  });
}

async function findPack(given: string, shown: string): Promise<string> {
  const file = (await isFolder(given)) ? join(given, 'instrument.json') : given;
  const found = await stat(file).then(
    (info) => info.isFile(),
    () => false,
  );
  if (!found) {
    throw new UserError(`Tidak ada instrument.json di "${shown}". Sebutkan berkas paket atau foldernya.`);
  }
  return file;
}

function isFolder(path: string): Promise<boolean> {
  return stat(path).then(
    (info) => info.isDirectory(),
    () => false,
  );
}

/** Keys and values of the user's own files stand in it: nothing of them may steer the terminal. */
function describe(path: string, faults: readonly Fault[]): { text: string; faults: number } {
  const lines = faults.map(({ path: place, reason }) => clean(`  ${place}: ${reason}`));
  return {
    text: `${[clean(`${path}: ${faults.length} kekeliruan`), ...lines].join('\n')}\n`,
    faults: faults.length,
  };
}
