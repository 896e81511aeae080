import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { z } from 'zod';
import { UserError } from '../problem.ts';
import type { Fault } from './check.ts';
import { findCriteriaFaults, type NamedCriteria } from './check-criteria.ts';
import {
  type CriteriaAbout,
  criteriaAboutSchema,
  criteriaFileSchema,
  type IndicatorCriteria,
} from './criteria-schema.ts';
import type { Instrument } from './instrument.ts';
import { folder } from './load.ts';
import { formatPath, parseJson } from './parse-json.ts';

/** What the regulation and its guideline say of every level of every indicator. */
export interface Criteria {
  readonly about: CriteriaAbout;
  readonly byIndicator: ReadonlyMap<string, IndicatorCriteria>;
}

/**
 * Loads the criteria of an instrument that comes with the tool.
 * @throws UserError if a file is broken; all faults named at once
 */
export async function loadCriteria(instrument: Instrument): Promise<Criteria> {
  const place = fileURLToPath(new URL(`${instrument.id}/criteria/`, folder));
  const result = await readCriteria(place, instrument);
  if (!('faults' in result)) return result;
  const lines = result.faults.map(({ path, reason }) => `  ${path}: ${reason}`);
  throw new UserError(`Kriteria di ${place} tidak dapat dipakai:\n${lines.join('\n')}`);
}

/** Reads the criteria in a folder, or finds everything that is wrong with them. */
export async function readCriteria(
  place: string,
  instrument: Instrument,
): Promise<Criteria | { readonly faults: readonly Fault[] }> {
  const names = (await readdir(place)).filter((name) => name.endsWith('.json')).sort();
  const faults: Fault[] = [];
  let about: CriteriaAbout | null = null;
  const files: NamedCriteria[] = [];
  for (const name of names) {
    const json = parseJson(await readFile(join(place, name), 'utf8'), join(place, name));
    if (name === 'about.json') about = accept(criteriaAboutSchema, json, name, faults);
    else {
      const file = accept(criteriaFileSchema, json, name, faults);
      if (file) files.push({ name, file });
    }
  }
  if (!names.includes('about.json')) faults.push({ path: 'about.json', reason: 'berkas ini tidak ada' });
  if (about) faults.push(...findCriteriaFaults(instrument, about, files));
  if (!about || faults.length > 0) return { faults };
  const indicators = files.flatMap(({ file }) => file.indicators);
  return { about, byIndicator: new Map(indicators.map((one) => [one.id, one])) };
}

function accept<T>(schema: z.ZodType<T>, json: unknown, name: string, faults: Fault[]): T | null {
  const parsed = schema.safeParse(json, { error: z.locales.id().localeError });
  if (parsed.success) return parsed.data;
  for (const { path, message } of parsed.error.issues) {
    faults.push({ path: `${name}: ${formatPath(path)}`, reason: message });
  }
  return null;
}
