import { readdir } from 'node:fs/promises';
import { join } from 'node:path';
import { type RecordDocument, recordDocument } from '../contract/record.ts';
import { firstPath, parseJson } from '../instrument/parse-json.ts';
import { type Problem, UserError } from '../problem.ts';
import { problem } from '../problem-kinds.ts';
import { readRegular } from './read-regular.ts';

/** Folder of the records in a project. */
export const recordFolder = 'riwayat';

/** One of 47 indicators takes 10 kB. */
const sizeLimit = 1024 * 1024;

export interface StoredRecord {
  /** Name of its file in `riwayat/`. */
  readonly name: string;
  readonly record: RecordDocument;
}

export interface Records {
  /** Oldest first. */
  readonly records: readonly StoredRecord[];
  /** One for each file that is no whole record. */
  readonly problems: readonly Problem[];
}

/** All records of a project; damaged ones are named, the others stand. Temporary files are passed over. */
export async function readRecords(root: string): Promise<Records> {
  const folder = join(root, recordFolder);
  const names = (await readdir(folder).catch(emptyIfAbsent)).filter((name) => /^[^.].*\.json$/.test(name));
  const records: StoredRecord[] = [];
  const problems: Problem[] = [];
  for (const name of names.sort()) {
    const found = await inspectRecord(join(folder, name), `${recordFolder}/${name}`);
    if (typeof found === 'string') {
      problems.push(problem('record-damaged', { file: `${recordFolder}/${name}` }, { reason: found }));
    } else records.push({ name, record: found });
  }
  return { records: records.sort((a, b) => Date.parse(a.record.at) - Date.parse(b.record.at)), problems };
}

/**
 * The record in a file.
 * @param shown its name in messages
 * @throws UserError if it is none, or damaged
 */
export async function readRecord(path: string, shown: string): Promise<RecordDocument> {
  const found = await inspectRecord(path, shown);
  if (typeof found === 'string') throw new UserError(`${shown} bukan catatan riwayat yang utuh – ${found}.`);
  return found;
}

/** @returns why it cannot be used */
async function inspectRecord(path: string, shown: string): Promise<RecordDocument | string> {
  try {
    const bytes = await readRegular(path, sizeLimit);
    if (bytes === null) return 'lebih besar dari 1 MB';
    const parsed = recordDocument.safeParse(parseJson(bytes.toString('utf8'), shown));
    if (parsed.success) return parsed.data;
    return `isinya tidak sesuai susunan catatan riwayat (${firstPath(parsed.error)})`;
  } catch (error) {
    if (error instanceof UserError) return 'isinya bukan JSON yang sah';
    return `tidak dapat dibaca (${(error as NodeJS.ErrnoException).code ?? String(error)})`;
  }
}

function emptyIfAbsent(cause: NodeJS.ErrnoException): string[] {
  if (cause.code === 'ENOENT') return [];
  throw new UserError(`Folder ${recordFolder} tidak dapat dibaca (${cause.code}). Periksa izinnya.`, {
    cause,
  });
}
