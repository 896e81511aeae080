import { createHash } from 'node:crypto';
import { readdirSync, readFileSync } from 'node:fs';
import { isDeepStrictEqual } from 'node:util';
import type { Plugin } from 'rolldown';
import { folder } from '../src/instrument/load.ts';
import { isCriteria, readSealed } from '../src/instrument/load-criteria.ts';
import { parseCriteria } from '../src/instrument/parse-criteria.ts';
import { parseInstrument } from '../src/instrument/parse-instrument.ts';
import { toInstrument } from '../src/instrument/to-instrument.ts';

/**
 * Checks all packs, and puts the hashes of their files in the place of `src/instrument/sealed-files.ts`: what the build has
 * found right the program need not check at every start.
 */
export function sealPacks(): Plugin {
  return {
    name: 'seal-packs',
    load(id) {
      if (!/[\\/]src[\\/]instrument[\\/]sealed-files\.ts$/.test(id)) return null;
      return `export const sealedFiles = ${JSON.stringify(Object.fromEntries(readdirSync(folder).sort().flatMap(sealPack)))};`;
    },
  };
}

/**
 * Paths and hashes of the files of one pack.
 * @throws Error if it is broken, or reading it unchecked does not yield the same
 */
function sealPack(id: string): [string, string][] {
  const name = `${folder}/${id}/instrument.json`;
  const bytes = readFileSync(name);
  const instrument = parseInstrument(String(bytes), name);
  const place = `${folder}/${id}/criteria`;
  const names = readdirSync(place).filter(isCriteria).sort();
  const files = new Map(names.map((one) => [one, readFileSync(`${place}/${one}`)]));
  const criteria = parseCriteria(new Map([...files].map(([one, its]) => [one, String(its)])), instrument);
  if ('faults' in criteria) throw new Error(`${place}: ${JSON.stringify(criteria.faults)}`);
  const isSame =
    isDeepStrictEqual(instrument, toInstrument(JSON.parse(String(bytes)))) &&
    isDeepStrictEqual(criteria, readSealed(files));
  if (!isSame) throw new Error(`${id}: the check changes what it checks.`);
  return [
    [name, hash(bytes)],
    ...[...files].map(([one, its]): [string, string] => [`${place}/${one}`, hash(its)]),
  ];
}

function hash(bytes: Uint8Array): string {
  return createHash('sha256').update(bytes).digest('hex');
}
