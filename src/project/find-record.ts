import { readdir } from 'node:fs/promises';
import { basename, join, resolve } from 'node:path';
import { UserError } from '../problem.ts';
import { readRecord, readRecords, recordFolder, type StoredRecord } from './records.ts';

/** `terakhir`, `terakhir-2`: counted back from the newest. */
const fromLast = /^terakhir(?:-(\d{1,4}))?$/i;

export function isRelativeName(text: string): boolean {
  return fromLast.test(text);
}

/**
 * The record that a person names: `terakhir`, `terakhir-1`, the beginning of its name, or a path.
 * @throws UserError if there is none, several begin so, or it is damaged
 */
export async function findRecord(name: string, root: string, cwd: string): Promise<StoredRecord> {
  const back = fromLast.exec(name);
  if (back) {
    const { records, problems } = await readRecords(root);
    const found = records.at(-1 - Number(back[1] ?? 0));
    if (found) return found;
    const damaged = problems.length === 0 ? '' : `, dan ${problems.length} yang rusak`;
    throw new UserError(
      `Tidak ada catatan "${name}" – di riwayat/ ada ${records.length} catatan${damaged} – lihat dengan "spbe history", atau buat dengan "spbe score --record".`,
    );
  }
  if (name.toLowerCase().endsWith('.json') && /[\\/]/.test(name)) {
    return { name: basename(name), record: await readRecord(resolve(cwd, name), name) };
  }
  const names = await findNames(name, root);
  const [only] = names;
  if (only === undefined || names.length > 1) {
    const found =
      names.length === 0 ? 'tidak ada yang berawalan itu' : `ada ${names.length} yang berawalan itu`;
    throw new UserError(
      `Catatan "${name}" tidak dapat ditentukan – ${found} di riwayat/ – lihat nama lengkapnya dengan "spbe history --format csv".`,
    );
  }
  return { name: only, record: await readRecord(join(root, recordFolder, only), `${recordFolder}/${only}`) };
}

/** Records whose names begin so; an exact name alone counts. */
export async function findNames(prefix: string, root: string): Promise<string[]> {
  const all = await readdir(join(root, recordFolder)).catch(() => []);
  const names = all.filter((one) => /^[^.].*\.json$/.test(one) && one.startsWith(prefix)).sort();
  return names.includes(prefix) ? [prefix] : names;
}
