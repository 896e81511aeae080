import { packageFolder } from '../package-folder.ts';
import { UserError } from '../problem.ts';
import type { CriteriaAbout, CriteriaFile, IndicatorCriteria } from './criteria-schema.ts';
import type { Instrument } from './instrument.ts';
import { areSealed } from './is-sealed.ts';
import { folder } from './load.ts';
import type { OtherObject } from './other-objects.ts';

/** What the regulation and its guideline say of every level of every indicator. */
export interface Criteria {
  readonly about: CriteriaAbout;
  readonly byIndicator: ReadonlyMap<string, IndicatorCriteria>;
  /** What is often handed in instead of what is asked for; empty if the pack says nothing of it. */
  readonly otherObjects: readonly OtherObject[];
}

export const aboutFile = 'about.json';
export const otherObjectsFile = 'other-objects.json';

/** Whether a file of this name in the folder of the criteria is one of them. */
export function isCriteria(name: string): boolean {
  return name.endsWith('.json');
}

const loaded = new WeakMap<Instrument, Promise<Criteria>>();

/**
 * Loads the criteria of an instrument that comes with the tool; once.
 * @throws UserError if a file is broken; all faults named at once
 */
export function loadCriteria(instrument: Instrument): Promise<Criteria> {
  const known = loaded.get(instrument) ?? load(instrument);
  loaded.set(instrument, known);
  return known;
}

async function load(instrument: Instrument): Promise<Criteria> {
  const place = `${folder}/${instrument.id}/criteria`;
  const names = (await packageFolder.list(place)).filter(isCriteria);
  const read = names.map(async (name) => [name, await packageFolder.read(`${place}/${name}`)] as const);
  const files = new Map(await Promise.all(read));
  if (areSealed(place, files)) return readSealed(files);
  const { parseCriteria } = await import('./parse-criteria.ts');
  const result = parseCriteria(new Map([...files].map(([name, bytes]) => [name, String(bytes)])), instrument);
  if (!('faults' in result)) return result;
  const lines = result.faults.map(({ path, reason }) => `  ${path}: ${reason}`);
  throw new UserError(`Kriteria di ${place} tidak dapat dipakai:\n${lines.join('\n')}`);
}

/** @param files that the build has checked against their schemas */
export function readSealed(files: ReadonlyMap<string, Buffer>): Criteria {
  const parse = (name: string) => JSON.parse(String(files.get(name)));
  const { patterns = [] } = files.has(otherObjectsFile) ? parse(otherObjectsFile) : {};
  const others = [...files.keys()].filter((name) => name !== aboutFile && name !== otherObjectsFile);
  return toCriteria(parse(aboutFile), others.map(parse), patterns);
}

/** The criteria in files that have been checked. */
export function toCriteria(
  about: CriteriaAbout,
  files: readonly CriteriaFile[],
  otherObjects: readonly OtherObject[],
): Criteria {
  const indicators = files.flatMap((file) => file.indicators);
  return { about, byIndicator: new Map(indicators.map((one) => [one.id, one])), otherObjects };
}
