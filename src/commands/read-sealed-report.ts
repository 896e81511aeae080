import { basename, extname } from 'node:path';
import { type RecordDocument, recordDocument } from '../contract/record.ts';
import { firstPath, parseJson } from '../instrument/parse-json.ts';
import { UserError } from '../problem.ts';
import { readRegular } from '../project/read-regular.ts';
import { clean } from '../reporters/clean.ts';
import { cannotRead } from './cannot-read.ts';

/** A report that was sealed, as it lies there. */
export interface SealedReport {
  readonly record: RecordDocument;
  /** The index where people read it, as written there; null if it was not found. */
  readonly shownIndex: string | null;
}

interface Found {
  readonly json: string;
  readonly shownIndex: string | null;
}

type Read = (bytes: Buffer, name: string) => Promise<Found | null>;

/** A page with every chart of 60 OPD takes 5 MB. */
const fileLimit = 50 * 1024 * 1024;
/** As long as the record of thousands of files, with room for escapes. */
const sealLimit = 4 * 1024 * 1024;

const readers: Readonly<Record<string, Read>> = {
  '.html': readHtml,
  '.htm': readHtml,
  '.json': readJson,
  '.docx': async (bytes, name) => (await import('../word/read-seal.ts')).readSealFromDocx(bytes, name),
  '.xlsx': async (bytes, name) =>
    (await import('../workbook/report/read-seal.ts')).readSealFromWorkbook(bytes, name),
};

/** Whether a file may be a report with a seal, by its name. */
export function mayBeSealed(name: string): boolean {
  return readers[extname(name).toLowerCase()] !== undefined;
}

/**
 * Reads what a report was computed from; its text and figures are not looked at, but for the index.
 * @param shown its name in messages
 * @returns null for a json that is no report, such as a record of `riwayat/`
 * @throws UserError if the report carries no seal, or one that cannot be used
 */
export async function readSealedReport(path: string, shown: string): Promise<SealedReport | null> {
  const name = clean(shown);
  const bytes = await readRegular(path, fileLimit).catch((cause: unknown) => {
    throw cannotRead(shown, cause);
  });
  if (bytes === null)
    throw new UserError(`${name} lebih besar dari 50 MB – bukan laporan dari "spbe report".`);
  const kind = extname(path).toLowerCase();
  const found = (await readers[kind]?.(bytes, basename(name))) ?? null;
  if (found !== null) return { record: parseSeal(found.json, name), shownIndex: found.shownIndex };
  if (kind === '.json') return null;
  throw noSeal(name);
}

function noSeal(name: string): UserError {
  return new UserError(
    `${name} tidak memuat segel yang dapat diperiksa – laporan untuk satu OPD, dan laporan dari berkas di luar folder, memang tanpa segel – sebutkan laporan koordinator dari "spbe report".`,
  );
}

/** The seal lies in a file that anybody may have changed. */
function parseSeal(json: string, name: string): RecordDocument {
  const unusable = (reason: string, cause?: unknown) =>
    new UserError(
      `Segel di ${name} tidak dapat dipakai – ${reason} – pakai salinan laporan yang masih utuh.`,
      { cause },
    );
  if (json.length > sealLimit) throw unusable('lebih besar dari 4 MB');
  let value: unknown;
  try {
    value = parseJson(json, name);
  } catch (cause) {
    throw unusable('isinya bukan JSON yang sah', cause);
  }
  const parsed = recordDocument.safeParse(value);
  if (parsed.success) return parsed.data;
  throw unusable(`isinya tidak sesuai susunannya (${firstPath(parsed.error)})`);
}

async function readHtml(bytes: Buffer): Promise<Found | null> {
  const { readSealFromHtml } = await import('../reporters/full-report/read-html-seal.ts');
  return readSealFromHtml(bytes.toString('utf8'));
}

/** Only a report has a seal; what else is json may be a record, and is read as one. */
async function readJson(bytes: Buffer, name: string): Promise<Found | null> {
  let value: unknown;
  try {
    value = parseJson(bytes.toString('utf8'), name);
  } catch {
    return null;
  }
  if (typeof value !== 'object' || value === null || !('seal' in value)) return null;
  if (value.seal === null) throw noSeal(name);
  const score = 'score' in value ? value.score : null;
  const index = typeof score === 'object' && score !== null && 'index' in score ? String(score.index) : null;
  return { json: JSON.stringify(value.seal), shownIndex: index };
}
