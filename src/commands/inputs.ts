import type { Dirent } from 'node:fs';
import { readdir, realpath, stat } from 'node:fs/promises';
import { extname, join, relative, resolve } from 'node:path';
import { instrumentOf } from '../assessment/foreign.ts';
import { type Assessment, mergeSubmissions, mostFrequent } from '../assessment/merge.ts';
import type { Submission } from '../assessment/submission.ts';
import { defaultInstrument } from '../instrument/default-instrument.ts';
import type { Instrument } from '../instrument/instrument.ts';
import { loadInstrument } from '../instrument/load.ts';
import { type Place, type Problem, sortProblems, UserError } from '../problem.ts';
import { findProject } from '../project/find.ts';
import type { Project } from '../project/project.ts';
import { projectFile, workbookFolder } from '../project/project-folder.ts';
import { clean } from '../reporters/clean.ts';
import type { Book } from '../workbook/book.ts';
import type { Read } from '../workbook/read.ts';
import { cannotRead } from './cannot-read.ts';
import { personsIn } from './persons-in.ts';
import { policyOf } from './policy-of.ts';
import { type OwnSheetOptions, readOwnSheet } from './read-book.ts';
import { type Found, readFile, standardInput } from './read-file.ts';
import { readFiles } from './read-files.ts';
import { keepSecret } from './redaction.ts';

export interface Inputs {
  readonly assessment: Assessment;
  readonly project: Project | null;
  /** Absolute path of the project's folder; null without one. */
  readonly root: string | null;
  /** What each file holds, as read. */
  readonly submissions: readonly Submission[];
  /** Names of all files that were looked at, also of those that do not take part. */
  readonly files: readonly string[];
}

export interface InputOptions extends OwnSheetOptions {
  /** Where relative paths start. */
  readonly cwd: string;
  /** Of what names none, as csv; that of the project around it if absent. */
  readonly instrument?: string;
  /** Called before each file. */
  readonly onFile?: (file: string, position: number, total: number) => void;
  /** Called with the bytes of each file that are then read: what a record vouches for. */
  readonly onBytes?: (path: string, bytes: Uint8Array) => void;
  /** Whether a file that was named by the user and cannot be read stops the command (score, gap) or is a problem (check). */
  readonly strict: boolean;
}

/**
 * Reads everything the paths name (workbooks, csv files, folders, projects) into one assessment; without a path the
 * project in this folder. The result does not depend on the order of the paths.
 * @throws UserError if nothing can be read, or a named file cannot be read and `strict` is set
 */
export async function readInputs(paths: readonly string[], options: InputOptions): Promise<Inputs> {
  const { files, project, folder, root } = await findFiles(paths, options.cwd);
  const submissions: Submission[] = [];
  const problems: Problem[] = [];
  const take = (file: Found, read: Read) => {
    problems.push(...read.problems);
    if (read.submission) submissions.push(read.submission);
    const [first] = read.problems;
    if (!read.submission && first && file.named && options.strict) {
      throw new UserError(`${clean(file.name)}: ${first.message}`);
    }
  };
  const ownSheets: { file: Found; book: Book | null }[] = [];
  const { map, onFile, onBytes } = options;
  const how = { isMapped: map !== undefined, ...(onFile && { onFile }), ...(onBytes && { onBytes }) };
  for await (const { file, read } of readFiles(files, how)) {
    if (read === 'own-sheet') ownSheets.push({ file, book: null });
    else if ('book' in read) ownSheets.push({ file, book: read.book });
    else take(file, read);
  }
  if (options.map && ownSheets.length === 0 && submissions.length > 0) {
    throw new UserError('Pilihan --map tidak terpakai: semua berkas sudah dikenali. Hapus --map.');
  }
  if (ownSheets.length > 0) {
    // They name no instrument: it is that of the project, of --instrument, or of the other files.
    const own = await loadInstrument(await chooseInstrument(submissions, project, options));
    for (const { file, book } of ownSheets) take(file, await readOwn(file, book, own, options));
  }
  if (submissions.length === 0 && options.strict) {
    const lines = problems.map(({ at, message }) => `  ${clean(at.file)}: ${message}`);
    throw new UserError(['Tidak ada kertas kerja yang dapat dibaca.', ...lines].join('\n'));
  }
  keepSecret(personsIn(submissions, project));
  const instrument = await loadInstrument(await chooseInstrument(submissions, project, options));
  const subject = { region: project?.region ?? null, year: project?.year ?? null };
  const whole: Place | null = isWholeRegion(submissions, project, files)
    ? { file: folder ?? nameAll(paths) }
    : null;
  const assessment = mergeSubmissions(submissions, instrument, subject, whole, policyOf(project));
  return {
    assessment: { ...assessment, problems: sortProblems([...problems, ...assessment.problems]) },
    project,
    root,
    submissions,
    files: files.map(({ name }) => name),
  };
}

/** @param book null if it was read in a thread, and is read again */
async function readOwn(
  file: Found,
  book: Book | null,
  instrument: Instrument,
  options: InputOptions,
): Promise<Read> {
  const read = book ? { book } : await readFile(file, { isMapped: options.map !== undefined });
  return 'book' in read ? readOwnSheet(read.book, file.name, instrument, options) : read;
}

const mostNamed = 3;

function nameAll(paths: readonly string[]): string {
  const names = paths.map((path) => (path === standardInput.path ? standardInput.name : path));
  return names.length > mostNamed ? `semua ${names.length} berkas` : names.toSorted().join(', ');
}

/** A single OPD's workbook is no region: the indicators it was not made for are nobody's fault. */
function isWholeRegion(
  submissions: readonly Submission[],
  project: Project | null,
  files: readonly Found[],
): boolean {
  const isPlain = ({ meta, about }: Submission) => meta === null && about?.opd === undefined;
  // Bukti saved as csv belongs to another file, that of the answers.
  const companions = submissions.filter(
    ({ answers, documents }) => answers.length === 0 && documents.length > 0,
  );
  return project !== null || submissions.some(isPlain) || files.length - companions.length > 1;
}

/** What names no instrument, as csv does, is meant for that of the project around it. */
async function chooseInstrument(
  submissions: readonly Submission[],
  project: Project | null,
  { instrument: asked, cwd }: InputOptions,
): Promise<string> {
  const known = [...new Set(submissions.flatMap((one) => instrumentOf(one) ?? []))].sort();
  // The most frequent one, so that a stray file cannot decide for all the others.
  const first = mostFrequent(submissions.map(instrumentOf));
  if (asked !== undefined && first !== null && !known.includes(asked)) {
    throw new UserError(
      `Kertas kerja memakai instrumen ${known.join(', ')}, bukan ${asked}. Hapus --instrument, atau pilih kertas kerja yang cocok.`,
    );
  }
  const named = asked ?? project?.instrument ?? first;
  return named ?? (await findProject(cwd, '.'))?.instrument ?? defaultInstrument;
}

/**
 * The files that the paths name, and the project they lie in.
 * @throws UserError if one of them does not exist, or there is none
 */
export async function findFiles(
  paths: readonly string[],
  cwd: string,
): Promise<{ files: Found[]; project: Project | null; folder: string | null; root: string | null }> {
  if (paths.length === 0) {
    const project = await findProject(cwd, '.');
    if (project === null) {
      throw new UserError(
        `Tidak ada ${projectFile} di folder ini. Sebutkan berkas atau folder kertas kerja, atau mulai dengan "spbe init".`,
      );
    }
    const files = await listFolder(join(cwd, workbookFolder), cwd);
    return { files, project, folder: projectFile, root: cwd };
  }
  const files = new Map<string, Found>();
  const projects: { project: Project; folder: string; root: string }[] = [];
  for (const given of paths) {
    if (given === standardInput.path) {
      files.set(given, standardInput);
      continue;
    }
    const path = resolve(cwd, given);
    const info = await stat(path).catch((cause: unknown) => {
      throw cannotRead(given, cause);
    });
    const found: Found[] = [];
    if (info.isDirectory()) {
      const project = await findProject(path, given);
      if (project) projects.push({ project, folder: join(given, projectFile), root: path });
      found.push(...(await listFolder(project ? join(path, workbookFolder) : path, cwd)));
    } else {
      found.push({ path, name: given, named: true });
    }
    for (const file of found) {
      const key = await realpath(file.path).catch(() => file.path);
      if (!files.has(key)) files.set(key, file);
    }
  }
  if (projects.length > 1) {
    throw new UserError(
      'Lebih dari satu proyek disebut. Sebutkan satu saja; indeks dihitung per daerah. Untuk membandingkan daerah, pakai "spbe compare".',
    );
  }
  const [only] = projects;
  return {
    files: [...files.values()].sort((a, b) => (a.name < b.name ? -1 : 1)),
    project: only?.project ?? null,
    folder: only?.folder ?? null,
    root: only?.root ?? null,
  };
}

/** Spreadsheets of every kind, so that one sent in the wrong format is named and not passed over. */
const spreadsheet = new Set(['.xlsx', '.xlsm', '.xls', '.xlsb', '.ods', '.xltx', '.et']);

async function listFolder(folder: string, cwd: string): Promise<Found[]> {
  const shown = relative(cwd, folder) || '.';
  const entries = await readdir(folder, { recursive: true, withFileTypes: true }).catch(
    (cause: NodeJS.ErrnoException) => {
      // Only the folder of workbooks in a project can be missing here.
      if (cause.code === 'ENOENT') return [];
      throw cannotRead(shown, cause);
    },
  );
  const found = entries.flatMap((entry): Found[] => {
    const path = join(entry.parentPath, entry.name);
    return isWanted(entry) ? [{ path, name: relative(cwd, path), named: false }] : [];
  });
  if (found.length === 0) {
    throw new UserError(
      `Tidak ada kertas kerja (.xlsx) di folder ${shown}. Simpan berkas dari OPD di folder itu, atau buat dengan "spbe init".`,
    );
  }
  return found.sort((a, b) => (a.name < b.name ? -1 : 1));
}

/** Whether something found in a folder is a spreadsheet. Excel leaves ~$name.xlsx beside an open workbook; it holds no answers. */
export function isWanted(entry: Dirent): boolean {
  return (
    entry.isFile() && spreadsheet.has(extname(entry.name).toLowerCase()) && !/^(~\$|\.)/.test(entry.name)
  );
}
