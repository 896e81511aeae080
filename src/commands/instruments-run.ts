import { readFile, stat } from 'node:fs/promises';
import { basename, dirname, join, resolve } from 'node:path';
import type { Fault } from '../instrument/check.ts';
import { loadCrosswalks } from '../instrument/crosswalk.ts';
import { inspectInstrument, listInstruments, loadInstrument } from '../instrument/load.ts';
import { loadCriteria, readCriteria } from '../instrument/load-criteria.ts';
import { UserError } from '../problem.ts';
import { type Pack, reportDiff, reportInstrument, reportInstruments } from '../reporters/instruments.ts';
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
 * Checks a user's own pack: an instrument.json, or a folder with one and perhaps criteria/ beside it.
 * @returns what to print, and how many faults there are
 * @throws UserError if there is nothing to check
 */
export async function checkPack(path: string, cwd: string): Promise<{ text: string; faults: number }> {
  const given = resolve(cwd, path);
  const file = await findPack(given, path);
  const inspected = inspectInstrument(await readFile(file, 'utf8'), path);
  if ('faults' in inspected) return describe(path, inspected.faults);
  const { instrument } = inspected;
  const criteria = join(dirname(file), 'criteria');
  const isPack = basename(file) === 'instrument.json' && (await isFolder(criteria));
  const read = isPack ? await readCriteria(criteria, instrument) : null;
  if (read && 'faults' in read) return describe(path, read.faults);
  const { groups, indicators } = instrument;
  const cells = [...(read?.byIndicator.values() ?? [])].flatMap(({ levels }) => levels).length;
  const what = `${groups.length} kelompok, ${indicators.length} indikator, jumlah bobot tepat 100`;
  return {
    text: `${path}: ${what}${read ? `, ${cells} sel kriteria` : ', tanpa kriteria'}. Tidak ada kekeliruan.\n`,
    faults: 0,
  };
}

async function findPack(given: string, shown: string): Promise<string> {
  const file = (await isFolder(given)) ? join(given, 'instrument.json') : given;
  const found = await stat(file).then(
    (info) => info.isFile(),
    () => false,
  );
  if (!found)
    throw new UserError(`Tidak ada instrument.json di "${shown}". Sebutkan berkas paket atau foldernya.`);
  return file;
}

function isFolder(path: string): Promise<boolean> {
  return stat(path).then(
    (info) => info.isDirectory(),
    () => false,
  );
}

function describe(path: string, faults: readonly Fault[]): { text: string; faults: number } {
  const lines = faults.map(({ path: place, reason }) => `  ${place}: ${reason}`);
  return { text: `${path}: ${faults.length} kekeliruan\n${lines.join('\n')}\n`, faults: faults.length };
}
