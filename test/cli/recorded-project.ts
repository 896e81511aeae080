import { readdir, readFile, rename, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { makeFolder, spbe } from './spbe.ts';

export const yaml =
  'formatVersion: 1\nregion: Kabupaten Contoh\nkind: kabupaten\nyear: 2025\ninstrument: permenpanrb-59-2020\nopd:\n  - {code: diskominfo, name: Diskominfo, indicators: [1, 2, 11]}\n';
/** All 47 indicators at level 2, but for these. */
export const csv = (levels: Readonly<Record<string, number>>) =>
  `indikator,tingkat\n${Array.from({ length: 47 }, (_, index) => String(index + 1))
    .map((id) => `${id},${levels[id] ?? 2}`)
    .join('\n')}\n`;

/** A project with a csv of levels. */
export function project(more: Record<string, string | Uint8Array> = {}): Promise<string> {
  return makeFolder({ 'spbe.yaml': yaml, 'tingkat.csv': csv({}), ...more });
}

/** Scores that csv and records it. */
export const record = (cwd: string, ...more: string[]) =>
  spbe(['score', 'tingkat.csv', '--record', '--format', 'csv', ...more], { cwd });

/** Gives the newest record a fixed time and name, as if it had been made then. */
async function setTime(cwd: string, at: string): Promise<void> {
  const folder = join(cwd, 'riwayat');
  const name = (await readdir(folder)).toSorted().at(-1) ?? '';
  const content = JSON.parse(await readFile(join(folder, name), 'utf8'));
  await writeFile(join(folder, name), JSON.stringify({ ...content, at, tool: '0.1.0' }));
  const stem = new Date(at).toISOString().replace(/[:.]/g, '-');
  await rename(join(folder, name), join(folder, `${stem}-score-0a1b2c3d.json`));
}

/** Three results: a level up, then one down and another file. */
export async function threeRecords(): Promise<string> {
  const cwd = await project();
  await record(cwd, '--note', 'sebelum rapat');
  await setTime(cwd, '2025-11-03T09:05:00.000+07:00');
  await writeFile(join(cwd, 'tingkat.csv'), csv({ 1: 4 }));
  await record(cwd);
  await setTime(cwd, '2025-11-10T16:40:00.000+07:00');
  await writeFile(join(cwd, 'tingkat.csv'), csv({ 1: 4, 11: 1, 12: 3 }));
  await record(cwd, '--note', '=1+1 "rapat", kedua');
  await setTime(cwd, '2025-11-21T17:15:00.000+07:00');
  return cwd;
}
