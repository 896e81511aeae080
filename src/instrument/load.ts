import { dirname } from 'node:path/posix';
import { packageFolder } from '../package-folder.ts';
import { UserError } from '../problem.ts';
import type { Instrument } from './instrument.ts';
import { isSealed } from './is-sealed.ts';
import type { InstrumentFile } from './schema.ts';
import { toInstrument } from './to-instrument.ts';

/** Where the packs lie in the package. */
export const folder = 'templates/instruments';

/**
 * Ids of the instruments that come with the tool.
 * @example
 * await listInstruments(); // ['permenpanrb-5-2018', 'permenpanrb-59-2020', 'permenpanrb-8-2026']
 */
export async function listInstruments(): Promise<string[]> {
  const files = await packageFolder.list(folder);
  return files.flatMap((path) => (path.endsWith('/instrument.json') ? [dirname(path)] : []));
}

const loaded = new Map<string, Promise<Instrument>>();

/**
 * Loads and checks the instrument with this id; once, as what comes with the program does not change while it runs.
 * @throws UserError if there is no such instrument, or its file is broken (all faults named at once).
 * @example
 * const instrument = await loadInstrument('permenpanrb-59-2020');
 */
export function loadInstrument(id: string): Promise<Instrument> {
  const known = loaded.get(id) ?? load(id);
  loaded.set(id, known);
  return known;
}

async function load(id: string): Promise<Instrument> {
  const known = await listInstruments();
  if (!known.includes(id)) {
    throw new UserError(`Instrumen "${id}" tidak dikenal. Yang tersedia: ${known.join(', ')}.`);
  }
  const name = `${folder}/${id}/instrument.json`;
  const bytes = await packageFolder.read(name);
  if (isSealed(name, bytes)) return toInstrument(JSON.parse(String(bytes)) as InstrumentFile);
  const { parseInstrument } = await import('./parse-instrument.ts');
  return parseInstrument(String(bytes), name);
}
