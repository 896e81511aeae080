import { readdir } from 'node:fs/promises';
import { join } from 'node:path';
import { Fraction } from 'fraction.js';
import type { ExternalValues, StatedValue } from '../assessment/external.ts';
import { type Stage, stageWords } from '../assessment/stage.ts';
import { type ExternalFile, externalFile } from '../contract/external.ts';
import type { Instrument } from '../instrument/instrument.ts';
import { firstPath, parseJson } from '../instrument/parse-json.ts';
import { UserError } from '../problem.ts';
import { readRegular } from './read-regular.ts';

/** Folder of the results that others made, in a project. */
export const externalFolder = 'hasil-luar';

const sizeLimit = 1024 * 1024;

export interface StoredExternal {
  /** Relative to the project. */
  readonly file: string;
  readonly bytes: Uint8Array;
  readonly content: ExternalFile;
}

/** `2024-akhir.json`: one result a year and stage. */
export function externalName(year: number, stage: Stage): string {
  return `${year}-${stageWords[stage]}.json`;
}

/**
 * The results stored in a project, by year and stage.
 * @throws UserError naming the file that is damaged: a result left out silently would change the figures
 */
export async function readExternals(root: string): Promise<StoredExternal[]> {
  const folder = join(root, externalFolder);
  const names = (await readdir(folder).catch(emptyIfAbsent)).filter((name) => /^[^.].*\.json$/.test(name));
  return Promise.all(
    names.sort().map((name) => readExternal(join(folder, name), `${externalFolder}/${name}`)),
  );
}

async function readExternal(path: string, file: string): Promise<StoredExternal> {
  const bytes = await readRegular(path, sizeLimit);
  if (bytes === null) throw new UserError(`${file} lebih besar dari 1 MB. Impor ulang hasilnya.`);
  const parsed = externalFile.safeParse(parseJson(bytes.toString('utf8'), file));
  if (!parsed.success) {
    const where = firstPath(parsed.error);
    throw new UserError(`${file} rusak (${where}). Impor ulang hasilnya dengan "spbe external import".`);
  }
  return { file, bytes, content: parsed.data };
}

/** @throws UserError if the file names what the instrument does not have, or a level off its scale */
export function valuesOf({ file, content }: StoredExternal, instrument: Instrument): ExternalValues {
  const { min, max, decimals } = instrument.scale;
  const isOnScale = (level: number) =>
    level >= min && level <= max && Number(level.toFixed(decimals)) === level;
  const indicators = new Set(instrument.indicators.map(({ id }) => id));
  const groups = new Set(instrument.groups.map(({ id }) => id));
  const isWrong =
    content.levels.some(({ id, level }) => !indicators.has(id) || !isOnScale(level)) ||
    Object.keys(content.groups).some((id) => !groups.has(id));
  if (isWrong) throw new UserError(`${file} tidak cocok dengan ${instrument.name}. Impor ulang hasilnya.`);
  return {
    levels: content.levels,
    groups: new Map(Object.entries(content.groups).map(([id, one]) => [id, toStated(one)])),
    index: content.index && toStated(content.index),
  };
}

function toStated({ value, decimals, at }: NonNullable<ExternalFile['index']>): StatedValue {
  return { value: new Fraction(value), decimals, at };
}

function emptyIfAbsent(cause: NodeJS.ErrnoException): string[] {
  if (cause.code === 'ENOENT') return [];
  throw new UserError(`Folder ${externalFolder} tidak dapat dibaca (${cause.code}). Periksa izinnya.`, {
    cause,
  });
}
