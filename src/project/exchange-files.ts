import { readdir, stat } from 'node:fs/promises';
import { join } from 'node:path';
import { type ExchangeFile, exchangeFile } from '../contract/exchange.ts';
import { firstPath, parseJson } from '../instrument/parse-json.ts';
import { type Problem, UserError } from '../problem.ts';
import { problem } from '../problem-kinds.ts';
import { readRegular } from './read-regular.ts';

/** One of 47 indicators takes 4 kB. */
const sizeLimit = 256 * 1024;
/** As many as all regions of Indonesia. */
const mostFiles = 600;

export interface FoundExchange {
  /** As shown. */
  readonly file: string;
  readonly content: ExchangeFile;
}

/** Exchange files of other regions, by name. They come from outside: what is wrong with one is a problem, and it is left out. */
export interface ExchangeFiles {
  readonly found: readonly FoundExchange[];
  readonly problems: readonly Problem[];
}

/**
 * Reads exchange files, and every json file of the folders among them (not of folders in these).
 * @param paths absolute path and the name to show
 * @throws UserError if one of the paths is not there, a folder holds no json file, or there are far too many
 */
export async function readExchangeFiles(
  paths: readonly { readonly path: string; readonly name: string }[],
): Promise<ExchangeFiles> {
  const files = new Map<string, string>();
  for (const { path, name } of paths) {
    for (const one of await listFiles(path, name)) files.set(one.path, one.name);
  }
  if (files.size > mostFiles) {
    throw new UserError(
      `Ada ${files.size} berkas pertukaran; paling banyak ${mostFiles}. Sebutkan lebih sedikit.`,
    );
  }
  const found: FoundExchange[] = [];
  const problems: Problem[] = [];
  for (const [path, file] of [...files].sort(([, a], [, b]) => (a < b ? -1 : 1))) {
    const content = await inspect(path, file);
    if (typeof content === 'string')
      problems.push(problem('exchange-unusable', { file }, { reason: content }));
    else found.push({ file, content });
  }
  return { found, problems };
}

async function listFiles(path: string, name: string): Promise<{ path: string; name: string }[]> {
  const info = await stat(path).catch((cause: unknown) => {
    throw new UserError(`Berkas pertukaran "${name}" tidak ditemukan. Periksa ejaan nama dan foldernya.`, {
      cause,
    });
  });
  if (!info.isDirectory()) return [{ path, name }];
  const entries = await readdir(path, { withFileTypes: true });
  const names = entries.flatMap((entry) =>
    entry.isFile() && /^[^.].*\.json$/i.test(entry.name) ? [entry.name] : [],
  );
  if (names.length === 0) {
    throw new UserError(
      `Tidak ada berkas pertukaran (.json) di folder "${name}". Simpan berkas dari daerah lain di sana.`,
    );
  }
  return names.map((one) => ({ path: join(path, one), name: join(name, one) }));
}

/** @returns why it cannot be used */
async function inspect(path: string, shown: string): Promise<ExchangeFile | string> {
  try {
    const bytes = await readRegular(path, sizeLimit);
    if (bytes === null) return 'lebih besar dari 256 kB';
    const parsed = exchangeFile.safeParse(parseJson(bytes.toString('utf8'), shown));
    if (parsed.success) return parsed.data;
    return `isinya tidak seperti yang dibuat spbe (${firstPath(parsed.error)})`;
  } catch (error) {
    if (error instanceof UserError) return 'bukan JSON yang sah';
    const { code } = error as NodeJS.ErrnoException;
    if (code === undefined) throw error;
    return `tidak dapat dibaca (${code})`;
  }
}
