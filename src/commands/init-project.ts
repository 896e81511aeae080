import { randomUUID } from 'node:crypto';
import { mkdir, readFile, rename, stat } from 'node:fs/promises';
import { dirname, join, relative, resolve } from 'node:path';
import { defaultInstrument } from '../instrument/default-instrument.ts';
import { formatIds } from '../instrument/id-list.ts';
import type { Instrument } from '../instrument/instrument.ts';
import { loadInstrument } from '../instrument/load.ts';
import { type Criteria, loadCriteria } from '../instrument/load-criteria.ts';
import { listFaults, UserError } from '../problem.ts';
import { findProject } from '../project/find.ts';
import { checkProject, formatProject, type Opd, type Project, workbookName } from '../project/project.ts';
import { evidenceFolder, projectFile, workbookFolder } from '../project/project-folder.ts';
import { notRegular, readRegular } from '../project/read-regular.ts';
import { loadRegionTemplate } from '../project/regions.ts';
import { clean } from '../reporters/clean.ts';
import { fillingOf } from '../workbook/filling.ts';
import { fileLimit, openBook } from '../workbook/open.ts';
import { readOpdList } from '../workbook/read-opd.ts';
import { writeWorkbook } from '../workbook/write.ts';
import { askMissing } from './ask-missing.ts';
import { writeOutput } from './finish.ts';
import type { InitOptions } from './init.ts';

const archiveFolder = 'arsip';

interface Planned {
  /** Absolute. */
  readonly path: string;
  readonly content: string | Uint8Array;
}

/**
 * Makes spbe.yaml, a workbook per OPD and the evidence folders. Writes nothing at all if something filled stands in
 * the way, unless `force`, which first moves what is there into a dated folder.
 * @returns what was done, for the terminal
 * @throws UserError if particulars are missing or wrong, or a filled file would be overwritten
 */
export async function initProject(folder: string, options: InitOptions, cwd: string): Promise<string> {
  const root = resolve(cwd, folder);
  const existing = await findProject(root, folder);
  const isNew = existing === null || changesProject(options);
  const project = isNew ? { ...(await makeProject(options, cwd)), ...keepRules(existing) } : existing;
  const instrument = await loadInstrument(project.instrument);
  const criteria = await loadCriteria(instrument);
  checkProject(project, projectFile);
  const taking = project.opd.filter(({ indicators }) => indicators.length > 0);
  const pathOf = (opd: Opd) => join(root, workbookFolder, workbookName(opd));
  const paths = [...(isNew ? [join(root, projectFile)] : []), ...taking.map(pathOf)];
  refuseSameName(paths, root);
  const inTheWay = await findInTheWay(paths, root);
  if (inTheWay.length > 0 && !options.force) refuse(inTheWay, root);
  // All is made before the first file is moved or written.
  const planned: Planned[] = isNew
    ? [{ path: join(root, projectFile), content: formatProject(project) }]
    : [];
  for (const opd of taking) {
    planned.push({ path: pathOf(opd), content: await makeWorkbook(project, opd, instrument, criteria) });
  }
  const archived = await archive(inTheWay, root);
  for (const { path } of planned) await mkdir(dirname(path), { recursive: true });
  // Side by side: each waits for the disk to say that it is written.
  await Promise.all(planned.map(({ path, content }) => writeOutput(path, content)));
  for (const { code } of taking) await mkdir(join(root, evidenceFolder, code), { recursive: true });
  const isUsual = isNew && options.opd === undefined && !options.single;
  return describe(project, instrument, { root, cwd, isNew, isUsual, archived });
}

function changesProject({ region, kind, year, instrument, opd, single, target }: InitOptions): boolean {
  return [region, kind, year, instrument, opd, single, target].some((option) => option !== undefined);
}

async function makeProject(options: InitOptions, cwd: string): Promise<Project> {
  if (options.opd !== undefined && options.single) {
    throw new UserError('--opd dan --single tidak dapat dipakai bersama. Pilih salah satu.');
  }
  const instrument = await loadInstrument(options.instrument ?? defaultInstrument);
  if (options.target !== undefined) {
    const { parseTarget } = await import('../plan/target.ts');
    parseTarget(options.target, instrument);
  }
  const { region, kind, year } = await askMissing(options);
  return {
    formatVersion: 1,
    region,
    kind,
    year,
    instrument: instrument.id,
    ...(options.target === undefined ? {} : { target: options.target }),
    opd: await listOpd(options, kind, instrument, cwd),
  };
}

/** What a region decided about the rules holds on when its project is made anew. */
function keepRules(existing: Project | null): Partial<Pick<Project, 'rules' | 'evidence' | 'waivers'>> {
  const { rules, evidence, waivers } = existing ?? {};
  return { ...(rules && { rules }), ...(evidence && { evidence }), ...(waivers && { waivers }) };
}

async function listOpd(
  options: InitOptions,
  kind: string,
  instrument: Instrument,
  cwd: string,
): Promise<Opd[]> {
  if (options.single) {
    const indicators = instrument.indicators.map(({ id }) => id);
    return [{ code: 'semua', name: 'Semua OPD', indicators }];
  }
  if (options.opd !== undefined) return readOpdFile(options.opd, instrument, cwd);
  const template = await loadRegionTemplate(kind);
  const opd = template.opd.flatMap(({ code, name, indicators }) => {
    const own = indicators[instrument.id];
    return own ? [{ code, name, indicators: own }] : [];
  });
  if (opd.length === 0) {
    throw new UserError(
      `Belum ada pembagian OPD untuk ${instrument.name}. Sebutkan dengan --opd, atau pakai --single.`,
    );
  }
  return opd;
}

async function readOpdFile(name: string, instrument: Instrument, cwd: string): Promise<Opd[]> {
  const bytes = await readRegular(resolve(cwd, name), fileLimit).catch((cause: NodeJS.ErrnoException) => {
    const reason = cause.code === notRegular ? 'Itu bukan berkas biasa' : 'Periksa nama dan foldernya';
    throw new UserError(`Daftar OPD "${name}" tidak dapat dibaca. ${reason}.`, { cause });
  });
  const opened = openBook(bytes ?? new Uint8Array(fileLimit + 1), name);
  if ('unreadable' in opened) throw new UserError(`${name}: ${opened.unreadable.message}`);
  const { opd, faults } = readOpdList(opened.book, name, instrument);
  if (faults.length > 0) throw new UserError(`Daftar OPD tidak dapat dipakai:\n${listFaults(faults)}`);
  return opd.map((one) => ({ ...one, indicators: [...one.indicators] }));
}

async function makeWorkbook(
  project: Project,
  opd: Opd,
  instrument: Instrument,
  criteria: Criteria,
): Promise<Uint8Array> {
  const wanted = new Set(opd.indicators);
  return writeWorkbook({
    instrument,
    criteria,
    region: project.region,
    year: project.year,
    opd,
    indicators: instrument.indicators.flatMap(({ id }) => (wanted.has(id) ? [id] : [])),
    workbookId: randomUUID(),
    createdAt: new Date(),
  });
}

/** Code and name together make the file name, so `a` + `b c` and `a-b` + `c` would meet. */
function refuseSameName(paths: readonly string[], root: string): void {
  const seen = new Set<string>();
  for (const path of paths) {
    if (seen.has(path)) {
      throw new UserError(
        `Dua OPD akan memakai berkas yang sama, ${relative(root, path)}. Ubah kode atau nama salah satunya.`,
      );
    }
    seen.add(path);
  }
}

interface InTheWay {
  readonly path: string;
  /** Why it must not be overwritten. */
  readonly reason: string;
}

/** Files that hold somebody's work: a filled or unreadable workbook, a project file. */
async function findInTheWay(paths: readonly string[], root: string): Promise<InTheWay[]> {
  const found: InTheWay[] = [];
  for (const path of paths) {
    const isThere = await stat(path).then(
      () => true,
      () => false,
    );
    if (!isThere) continue;
    if (path === join(root, projectFile)) found.push({ path, reason: 'proyek sudah ada' });
    else {
      const filling = fillingOf(await readFile(path), path);
      if (filling !== null) found.push({ path, reason: filling });
    }
  }
  return found;
}

function refuse(inTheWay: readonly InTheWay[], root: string): never {
  const lines = inTheWay.map(({ path, reason }) => `  ${relative(root, path)} – ${reason}`);
  throw new UserError(
    [
      'Tidak ada yang ditulis, karena berkas ini sudah berisi:',
      ...lines,
      `Pilih folder lain, atau pakai --force: berkas lama dipindahkan ke folder ${archiveFolder}.`,
    ].join('\n'),
  );
}

/** Moves files into arsip/<time>, keeping their folders; returns that folder, null if there was nothing to move. */
async function archive(inTheWay: readonly InTheWay[], root: string): Promise<string | null> {
  if (inTheWay.length === 0) return null;
  const stamp = new Date().toISOString().slice(0, 19).replace(/[:T]/g, '-');
  await mkdir(join(root, archiveFolder), { recursive: true });
  const folder = await makeNewFolder(join(root, archiveFolder, stamp));
  for (const { path } of inTheWay) {
    const copy = join(folder, relative(root, path));
    await mkdir(dirname(copy), { recursive: true });
    await rename(path, copy);
  }
  return folder;
}

/** Makes the folder, or `name-2`, `name-3`, … where it exists: nothing archived is ever overwritten. */
async function makeNewFolder(path: string, attempt = 1): Promise<string> {
  const folder = attempt === 1 ? path : `${path}-${attempt}`;
  try {
    await mkdir(folder);
    return folder;
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'EEXIST') throw error;
    return makeNewFolder(path, attempt + 1);
  }
}

interface Outcome {
  readonly root: string;
  readonly cwd: string;
  readonly isNew: boolean;
  /** The OPD are those of the template, not the region's own. */
  readonly isUsual: boolean;
  /** Where older files went. */
  readonly archived: string | null;
}

function describe(
  project: Project,
  instrument: Instrument,
  { root, cwd, isNew, isUsual, archived }: Outcome,
): string {
  const shown = (path: string) => relative(cwd, path) || '.';
  const taking = project.opd.filter(({ indicators }) => indicators.length > 0);
  const held = new Set(project.opd.flatMap(({ indicators }) => indicators));
  const without = instrument.indicators.flatMap(({ id }) => (held.has(id) ? [] : [id]));
  const { years } = instrument;
  const isOutside = project.year < years.from || project.year > years.to;
  return [
    `${clean(project.region)} · ${project.year} · ${instrument.name}`,
    ...(archived ? [`Berkas lama dipindahkan ke ${shown(archived)}`] : []),
    `${isNew ? 'Dibuat' : 'Dipakai'}  ${shown(join(root, projectFile))}`,
    `Dibuat  ${taking.length} kertas kerja di ${shown(join(root, workbookFolder))}`,
    ...taking.map(
      ({ code, name, indicators }) => `        ${code}: ${clean(name)} (${indicators.length} indikator)`,
    ),
    `Dibuat  folder bukti di ${shown(join(root, evidenceFolder))}`,
    ...(without.length > 0
      ? [`Perhatian: belum ada OPD untuk indikator ${formatIds(without, instrument.indicators)}.`]
      : []),
    ...(isOutside
      ? [`Perhatian: ${instrument.name} dipakai untuk ${years.from}–${years.to}. ${years.note}`]
      : []),
    '',
    ...(isUsual
      ? ['Pembagian indikator ini kebiasaan umum; sesuaikan di spbe.yaml, lalu jalankan lagi "spbe init".']
      : []),
    'Berikutnya: kirim kertas kerja ke OPD, simpan yang kembali di folder yang sama, lalu "spbe check".',
    '',
  ].join('\n');
}
