import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { z } from 'zod';
import type { Fault } from './check.ts';
import { type Frame, findCriteriaFaults, type NamedCriteria } from './check-criteria.ts';
import { type CriteriaAbout, criteriaAboutSchema, criteriaFileSchema } from './criteria-schema.ts';
import { aboutFile, type Criteria, isCriteria, otherObjectsFile, toCriteria } from './load-criteria.ts';
import { findUnknownIndicators, type OtherObject, otherObjectsSchema } from './other-objects.ts';
import { formatPath, tryJson } from './parse-json.ts';

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

/**
 * The criteria in files, or everything that is wrong with them.
 * @param texts of the files by their names, sorted by these
 */
export function parseCriteria(
  texts: ReadonlyMap<string, string>,
  frame: Frame | null,
): Criteria | { readonly faults: readonly Fault[] } {
  const names = [...texts.keys()];
  const faults: Fault[] = [];
  let about: CriteriaAbout | null = null;
  let otherObjects: readonly OtherObject[] = [];
  const files: NamedCriteria[] = [];
  for (const [name, text] of texts) {
    if (name === aboutFile) about = accept(criteriaAboutSchema, text, name, faults);
    else if (name === otherObjectsFile) {
      otherObjects = accept(otherObjectsSchema, text, name, faults)?.patterns ?? [];
    } else {
      const file = accept(criteriaFileSchema, text, name, faults);
      if (file) files.push({ name, file });
    }
  }
  if (!names.includes(aboutFile)) faults.push({ path: aboutFile, reason: 'berkas ini tidak ada' });
  faults.push(...findUnknownIndicators(otherObjects, frame));
  const isPartial =
    names.filter((name) => name !== aboutFile && name !== otherObjectsFile).length > files.length;
  faults.push(...findCriteriaFaults(frame, { about, files, isPartial }));
  if (!about || faults.length > 0) return { faults };
  return toCriteria(
    about,
    files.map(({ file }) => file),
    otherObjects,
  );
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
