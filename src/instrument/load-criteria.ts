import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { z } from 'zod';
import { packageFolder } from '../package-folder.ts';
import { UserError } from '../problem.ts';
import type { Fault } from './check.ts';
import { type Frame, findCriteriaFaults, type NamedCriteria } from './check-criteria.ts';
import {
  type CriteriaAbout,
  criteriaAboutSchema,
  criteriaFileSchema,
  type IndicatorCriteria,
} from './criteria-schema.ts';
import type { Instrument } from './instrument.ts';
import { folder } from './load.ts';
import { findUnknownIndicators, type OtherObject, otherObjectsSchema } from './other-objects.ts';
import { formatPath, tryJson } from './parse-json.ts';

/** What the regulation and its guideline say of every level of every indicator. */
export interface Criteria {
  readonly about: CriteriaAbout;
  readonly byIndicator: ReadonlyMap<string, IndicatorCriteria>;
  /** What is often handed in instead of what is asked for; empty if the pack says nothing of it. */
  readonly otherObjects: readonly OtherObject[];
}

/**
 * Loads the criteria of an instrument that comes with the tool.
 * @throws UserError if a file is broken; all faults named at once
 */
export async function loadCriteria(instrument: Instrument): Promise<Criteria> {
  const place = `${folder}/${instrument.id}/criteria`;
  const names = (await packageFolder.list(place)).filter(isCriteria);
  const texts = names.map(
    async (name) => [name, String(await packageFolder.read(`${place}/${name}`))] as const,
  );
  const result = parseCriteria(new Map(await Promise.all(texts)), instrument);
  if (!('faults' in result)) return result;
  const lines = result.faults.map(({ path, reason }) => `  ${path}: ${reason}`);
  throw new UserError(`Kriteria di ${place} tidak dapat dipakai:\n${lines.join('\n')}`);
}

const otherObjectsFile = 'other-objects.json';

/** The parts of an instrument file that criteria are held against, null if not even these can be read. */
export function readFrame(json: unknown): Frame | null {
  return frameSchema.safeParse(json).data ?? null;
}

const scaleLevel = z.int().min(0).max(100);
const frameSchema = z.object({
  indicators: z.array(z.object({ id: z.string(), group: z.string() })),
  sources: z.array(z.object({ id: z.string() })),
  scale: z.object({ min: scaleLevel, max: scaleLevel }).refine(({ min, max }) => min <= max),
});

/**
 * Reads the criteria in a folder, or finds everything that is wrong with them.
 * @param frame the instrument, or as much of it as can be read
 */
export async function readCriteria(
  place: string,
  frame: Frame | null,
): Promise<Criteria | { readonly faults: readonly Fault[] }> {
  const names = (await readdir(place)).filter(isCriteria).sort();
  const texts = names.map(async (name) => [name, await readFile(join(place, name), 'utf8')] as const);
  return parseCriteria(new Map(await Promise.all(texts)), frame);
}

function isCriteria(name: string): boolean {
  return name.endsWith('.json');
}

/** @param texts of the files by their names, sorted by these */
function parseCriteria(
  texts: ReadonlyMap<string, string>,
  frame: Frame | null,
): Criteria | { readonly faults: readonly Fault[] } {
  const names = [...texts.keys()];
  const faults: Fault[] = [];
  let about: CriteriaAbout | null = null;
  let otherObjects: readonly OtherObject[] = [];
  const files: NamedCriteria[] = [];
  for (const [name, text] of texts) {
    if (name === 'about.json') about = accept(criteriaAboutSchema, text, name, faults);
    else if (name === otherObjectsFile) {
      otherObjects = accept(otherObjectsSchema, text, name, faults)?.patterns ?? [];
    } else {
      const file = accept(criteriaFileSchema, text, name, faults);
      if (file) files.push({ name, file });
    }
  }
  if (!names.includes('about.json')) faults.push({ path: 'about.json', reason: 'berkas ini tidak ada' });
  faults.push(...findUnknownIndicators(otherObjects, frame));
  const isPartial =
    names.filter((name) => name !== 'about.json' && name !== otherObjectsFile).length > files.length;
  faults.push(...findCriteriaFaults(frame, { about, files, isPartial }));
  if (!about || faults.length > 0) return { faults };
  const indicators = files.flatMap(({ file }) => file.indicators);
  return { about, byIndicator: new Map(indicators.map((one) => [one.id, one])), otherObjects };
}

function accept<T>(schema: z.ZodType<T>, text: string, name: string, faults: Fault[]): T | null {
  const json = tryJson(text);
  if ('faults' in json) {
    faults.push(...json.faults.map(({ path, reason }) => ({ path: `${name}: ${path}`, reason })));
    return null;
  }
  const parsed = schema.safeParse(json.value, { error: z.locales.id().localeError });
  if (parsed.success) return parsed.data;
  for (const { path, message } of parsed.error.issues) {
    faults.push({ path: `${name}: ${formatPath(path)}`, reason: message });
  }
  return null;
}
