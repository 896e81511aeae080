import { readdir, readFile } from 'node:fs/promises';
import { packageFolder } from '../package-folder.ts';
import { UserError } from '../problem.ts';
import type { Instrument } from './instrument.ts';
import { parseInstrument } from './parse-instrument.ts';

/** Where the packs lie. */
export const folder = new URL('templates/instruments/', packageFolder);

/**
 * Ids of the instruments that come with the tool.
 * @example
 * await listInstruments(); // ['permenpanrb-5-2018', 'permenpanrb-59-2020', 'permenpanrb-8-2026']
 */
export async function listInstruments(): Promise<string[]> {
  const entries = await readdir(folder, { withFileTypes: true });
  return entries.flatMap((entry) => (entry.isDirectory() ? [entry.name] : [])).sort();
}

/**
 * Loads and checks the instrument with this id.
 * @throws UserError if there is no such instrument, or its file is broken (all faults named at once).
 * @example
 * const instrument = await loadInstrument('permenpanrb-59-2020');
 */
export async function loadInstrument(id: string): Promise<Instrument> {
  const known = await listInstruments();
  if (!known.includes(id)) {
    throw new UserError(`Instrumen "${id}" tidak dikenal. Yang tersedia: ${known.join(', ')}.`);
  }
  const file = new URL(`${id}/instrument.json`, folder);
  return parseInstrument(await readFile(file, 'utf8'), `templates/instruments/${id}/instrument.json`);
}
