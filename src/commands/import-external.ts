import { createHash } from 'node:crypto';
import { mkdir } from 'node:fs/promises';
import { extname, join, resolve } from 'node:path';
import { type ExternalRow, parseExternal, type StatedValue } from '../assessment/external.ts';
import { checkSums, groupsOf } from '../assessment/external-sums.ts';
import type { Stage } from '../assessment/stage.ts';
import type { ExternalFile } from '../contract/external.ts';
import { loadInstrument } from '../instrument/load.ts';
import { loadPortal } from '../instrument/load-portal.ts';
import { type Problem, sortProblems, UserError } from '../problem.ts';
import { externalFolder, externalName } from '../project/external-results.ts';
import { findProject } from '../project/find.ts';
import { pathInside } from '../project/inside.ts';
import { parsePortalResult } from '../project/portal-result.ts';
import { projectFile } from '../project/project-folder.ts';
import { readRegular } from '../project/read-regular.ts';
import { clean } from '../reporters/clean.ts';
import type { Imported } from '../reporters/external.ts';
import { exactText } from '../reporters/number.ts';
import { openBook } from '../workbook/open.ts';
import { readExternalTable } from '../workbook/read-external.ts';
import { cannotRead } from './cannot-read.ts';
import { cannotWrite, writeOutput } from './finish.ts';

export interface ImportOptions {
  readonly stage: Stage;
  readonly year?: string;
  readonly instrument?: string;
  readonly agency?: string;
}

const sizeLimit = 10 * 1024 * 1024;

/**
 * Checks a result that somebody else made and keeps it in the project in `cwd`; one with errors is not kept.
 * @throws UserError if there is no project, the file cannot be read, or its year is not known
 */
export async function importExternal(file: string, options: ImportOptions, cwd: string): Promise<Imported> {
  const project = await findProject(cwd, '.');
  if (project === null) {
    throw new UserError(
      `Hasil luar disimpan di folder proyek, dan di sini tidak ada ${projectFile}. Jalankan di folder proyek, atau mulai dengan "spbe init".`,
    );
  }
  const bytes = await readBytes(resolve(cwd, file), file);
  const read = readRows(bytes, file, options.agency);
  const instrument = await loadInstrument(options.instrument ?? project.instrument);
  const year = decideYear(options.year, read.year, project.year);
  const parsed = parseExternal(read.rows, instrument, await loadPortal(instrument));
  const { values } = parsed;
  const problems = sortProblems([
    ...read.problems,
    ...parsed.problems,
    ...checkSums(values, instrument, { file }),
  ]);
  const index = groupsOf(values, instrument)?.index ?? null;
  const found = {
    instrument,
    stage: options.stage,
    year,
    institution: read.institution,
    values,
    index,
    problems,
  };
  if (problems.some(({ severity }) => severity === 'error')) return { ...found, stored: null };
  if (values.levels.length === 0 && index === null) {
    throw new UserError(
      `${clean(file)} tidak memuat tingkat indikator maupun semua aspek. Lengkapi; indeks saja tidak cukup untuk perbandingan.`,
    );
  }
  const sha256 = createHash('sha256').update(bytes).digest('hex');
  return { ...found, stored: await store({ ...found, source: { file, sha256 } }, cwd) };
}

interface Read {
  readonly rows: readonly ExternalRow[];
  readonly problems: readonly Problem[];
  readonly institution: string | null;
  readonly year: number | null;
}

function readRows(bytes: Buffer, file: string, agency: string | undefined): Read {
  if (extname(file).toLowerCase() === '.json') {
    return { ...parsePortalResult(bytes.toString('utf8'), clean(file), agency), problems: [] };
  }
  if (agency !== undefined) throw new UserError('--agency hanya berlaku untuk json. Hapus --agency.');
  const opened = openBook(bytes, file);
  if ('unreadable' in opened) throw new UserError(`${clean(file)}: ${opened.unreadable.message}`);
  return { ...readExternalTable(opened.book, file), institution: null, year: null };
}

async function readBytes(path: string, file: string): Promise<Buffer> {
  const bytes = await readRegular(path, sizeLimit).catch((cause: unknown) => {
    throw cannotRead(file, cause);
  });
  if (bytes === null)
    throw new UserError(`"${clean(file)}" lebih besar dari 10 MB. Ambil hanya hasil instansi ini.`);
  return bytes;
}

function decideYear(asked: string | undefined, stated: number | null, usual: number): number {
  const year = asked === undefined ? (stated ?? usual) : Number(asked);
  if (!(Number.isInteger(year) && year >= 2018 && year <= 2100)) {
    throw new UserError(`Tahun "${asked ?? year}" tidak sah. Tulis misalnya --year 2024.`);
  }
  if (asked !== undefined && stated !== null && year !== stated) {
    throw new UserError(
      `Berkas itu hasil tahun ${stated}, bukan ${year}. Hapus --year, atau pilih berkas yang cocok.`,
    );
  }
  return year;
}

type Keepable = Omit<Imported, 'stored' | 'index' | 'problems'> & Pick<ExternalFile, 'source'>;

async function store(found: Keepable, root: string): Promise<string> {
  const { instrument, institution, year, stage, source, values } = found;
  const content: ExternalFile = {
    schemaVersion: 1,
    instrument: instrument.id,
    institution,
    year,
    stage,
    source,
    levels: values.levels.map((one) => ({ ...one, at: { ...one.at } })),
    groups: Object.fromEntries([...values.groups].map(([id, one]) => [id, toFile(one)])),
    index: values.index && toFile(values.index),
  };
  const folder = join(root, externalFolder);
  await mkdir(folder, { recursive: true }).catch((cause: unknown) => {
    throw cannotWrite(externalFolder, cause);
  });
  if ((await pathInside(root, folder)) === null) {
    throw new UserError(`Folder ${externalFolder} menunjuk ke luar proyek. Ganti dengan folder biasa.`);
  }
  const name = externalName(year, stage);
  await writeOutput(join(folder, name), `${JSON.stringify(content, null, 2)}\n`);
  return `${externalFolder}/${name}`;
}

function toFile({ value, decimals, at }: StatedValue) {
  return { value: exactText(value), decimals, at: { ...at } };
}
