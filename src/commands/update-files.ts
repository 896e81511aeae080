import { randomUUID } from 'node:crypto';
import { mkdir, readdir } from 'node:fs/promises';
import { basename, extname, join, relative, resolve } from 'node:path';
import { regionalOpd } from '../assessment/regional.ts';
import type { Submission } from '../assessment/submission.ts';
import { loadInstrument } from '../instrument/load.ts';
import { loadCriteria } from '../instrument/load-criteria.ts';
import { UserError } from '../problem.ts';
import { type Project, workbookName } from '../project/project.ts';
import { readRegular } from '../project/read-regular.ts';
import type { UpdatedFile } from '../reporters/update.ts';
import type { Book } from '../workbook/book.ts';
import { type Carried, carryCells } from '../workbook/carry.ts';
import type { WorkbookSpec } from '../workbook/contents.ts';
import { fileLimit, openBook } from '../workbook/open.ts';
import { readWorkbook } from '../workbook/read.ts';
import { writeWorkbook } from '../workbook/write.ts';
import { writeOutput } from './finish.ts';
import { firstFree } from './first-free.ts';
import { findFiles } from './inputs.ts';
import type { Progress } from './progress.ts';
import type { Found } from './read-file.ts';

const nothing = { answers: 0, documents: 0, ticks: 0, identity: 0 } as const;

/**
 * Writes a new workbook for every filled one (newest layout and criteria, the OPD's indicators by spbe.yaml) with everything
 * that was filled in, and an empty one for each OPD of the project that has none. The originals are only read.
 * @throws UserError if the folder holds files already
 */
export async function updateFiles(
  paths: readonly string[],
  folder: string,
  cwd: string,
  onFile: Progress['onFile'],
): Promise<UpdatedFile[]> {
  const target = resolve(cwd, folder);
  const before = await readdir(target).catch(() => []);
  if (before.length > 0) {
    throw new UserError(
      `Folder ${folder} sudah berisi ${before.length} berkas. Pilih folder lain dengan --output.`,
    );
  }
  const { files, project } = await findFiles(paths, cwd);
  await mkdir(target, { recursive: true });
  const taken = new Set<string>();
  const updated: UpdatedFile[] = [];
  const present = new Set<string>();
  for (const [index, file] of files.entries()) {
    onFile(file.name, index + 1, files.length);
    const one = await updateOne(file, project, target, taken, cwd);
    updated.push(one);
    if (one.opd !== null) present.add(one.opd);
  }
  for (const opd of project?.opd ?? []) {
    if (project === null || present.has(opd.code) || opd.indicators.length === 0) continue;
    const path = join(target, freeWorkbook(workbookName(opd), taken));
    const spec = await makeSpec({ ...project, opd, workbookId: randomUUID(), createdAt: new Date() });
    await writeOutput(path, await writeWorkbook(spec));
    const to = relative(cwd, path);
    updated.push({ from: null, to, opd: opd.code, carried: { ...nothing }, leftovers: 0, reason: null });
  }
  return updated;
}

async function updateOne(
  { path, name }: Found,
  project: Project | null,
  target: string,
  taken: Set<string>,
  cwd: string,
): Promise<UpdatedFile> {
  const leave = (reason: string): UpdatedFile => {
    return { from: name, to: null, opd: null, carried: { ...nothing }, leftovers: 0, reason };
  };
  const bytes = await readRegular(path, fileLimit).catch(() => null);
  if (bytes === null) return leave('tidak dapat dibaca, atau lebih besar dari 50 MB');
  const opened = openBook(bytes, path);
  if ('unreadable' in opened) return leave(opened.unreadable.message);
  const { submission, problems } = readWorkbook(opened.book, name);
  if (!submission?.meta) return leave(problems[0]?.message ?? 'bukan kertas kerja spbe');
  const { meta } = submission;
  if (meta.opd.code === regionalOpd.code) return leave('rekapitulasi dibuat ulang dengan "spbe merge"');
  const { bytes: fresh, carried } = await renew(opened.book, submission, meta, project);
  const copy = join(target, freeWorkbook(name, taken));
  await writeOutput(copy, fresh);
  const { counts, leftovers } = carried;
  const to = relative(cwd, copy);
  return { from: name, to, opd: meta.opd.code, carried: counts, leftovers: leftovers.length, reason: null };
}

async function renew(
  book: Book,
  submission: Submission,
  { instrument, region, year, opd, indicators, workbookId }: NonNullable<Submission['meta']>,
  project: Project | null,
): Promise<{ bytes: Uint8Array; carried: Carried }> {
  const given =
    project?.instrument === instrument ? project.opd.find(({ code }) => code === opd.code) : undefined;
  const spec = await makeSpec({
    instrument,
    region,
    year,
    opd: given ?? { ...opd, indicators },
    workbookId,
    createdAt: new Date(book.savedAt ?? `${year}-01-01T00:00:00Z`),
  });
  const carried = carryCells(book, submission, spec);
  const { filled, leftovers } = carried;
  const full = { ...spec, documents: filled.documents.length };
  return { bytes: await writeWorkbook(full, { filled, leftovers }), carried };
}

interface Particulars extends Pick<WorkbookSpec, 'region' | 'year' | 'workbookId' | 'createdAt'> {
  readonly instrument: string;
  readonly opd: { readonly code: string; readonly name: string; readonly indicators: readonly string[] };
}

async function makeSpec({ instrument: id, opd, region, year, ...rest }: Particulars): Promise<WorkbookSpec> {
  const instrument = await loadInstrument(id);
  const criteria = await loadCriteria(instrument);
  const wanted = new Set(opd.indicators);
  const indicators = instrument.indicators.flatMap((one) => (wanted.has(one.id) ? [one.id] : []));
  const { workbookId, createdAt } = rest;
  return {
    instrument,
    criteria,
    region,
    year,
    opd: { code: opd.code, name: opd.name },
    indicators,
    workbookId,
    createdAt,
  };
}

function freeWorkbook(name: string, taken: Set<string>): string {
  const stem = basename(name, extname(name));
  return firstFree((ending) => `${stem}${ending}.xlsx`, taken);
}
