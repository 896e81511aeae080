import { resolve } from 'node:path';
import { Fraction } from 'fraction.js';
import { comparableName, findInstitutions } from '../assessment/institution-name.ts';
import type { TrendTarget, YearResult } from '../assessment/trend.ts';
import { parseYearResults } from '../assessment/year-results.ts';
import { type AnnouncedResult, loadAnnounced } from '../instrument/announced.ts';
import { loadPublishedResults } from '../instrument/benchmarks.ts';
import { defaultInstrument } from '../instrument/default-instrument.ts';
import type { Instrument } from '../instrument/instrument.ts';
import { listInstruments, loadInstrument } from '../instrument/load.ts';
import { nearInstitutions } from '../instrument/near-institutions.ts';
import { parseTargets } from '../plan/parse-targets.ts';
import { listFaults, type Problem, sortProblems, UserError } from '../problem.ts';
import { findProject } from '../project/find.ts';
import type { Project } from '../project/project.ts';
import { projectFile } from '../project/project-folder.ts';
import { readRegular } from '../project/read-regular.ts';
import { clean } from '../reporters/clean.ts';
import { openBook } from '../workbook/open.ts';
import { readYearResults } from '../workbook/read-year-results.ts';
import { cannotRead } from './cannot-read.ts';
import { targetTexts } from './gap-request.ts';
import { resultsOfProject } from './project-results.ts';
import { noProject } from './read-history.ts';

export interface TrendOptions {
  /** Tables of results. */
  readonly csv: readonly string[];
  /** Whose published results to take; null: those of the projects' region, if it is among them. */
  readonly region: string | null;
  /** As after --target; null: that of spbe.yaml. */
  readonly target: string | null;
}

export interface TrendSources {
  readonly region: string | null;
  readonly results: readonly YearResult[];
  readonly targets: { readonly instrument: string; readonly list: readonly TrendTarget[] };
  readonly instruments: ReadonlyMap<string, Instrument>;
  /** What was found and could not be used, in sentences. */
  readonly leftOut: readonly string[];
  readonly problems: readonly Problem[];
}

const sizeLimit = 10 * 1024 * 1024;
const mostShown = 8;

/**
 * Everything that is known of one region's index over the years. Of equally exact values for the same year the source
 * named first here counts: the project (records, imported results, workbooks, `history`), tables, published results.
 * @throws UserError if there is nothing to read, the folders are of several regions, or a name fits none or several
 */
export async function readTrend(
  folders: readonly string[],
  options: TrendOptions,
  cwd: string,
): Promise<TrendSources> {
  const packs = await Promise.all((await listInstruments()).map(loadInstrument));
  const instruments = new Map(packs.map((one) => [one.id, one]));
  const projects = await findProjects(folders, options, cwd);
  const problems: Problem[] = [];
  const results: YearResult[] = [];
  const leftOut: string[] = [];
  for (const project of projects) {
    const found = await resultsOfProject(project, instruments);
    results.push(...found.results);
    problems.push(...found.problems);
    leftOut.push(...found.leftOut);
  }
  for (const file of options.csv) {
    const read = await readTable(file, packs, cwd);
    results.push(...read.results);
    problems.push(...read.problems);
  }
  const own = projects[0]?.project ?? null;
  const announced = await findAnnounced(options.region, own?.region ?? null);
  results.push(...announced.map(toYearResult));
  if (results.length === 0 && problems.length === 0) throw nothing(projects.length > 0);
  const instrument = own?.instrument ?? lastInstrument(results) ?? defaultInstrument;
  return {
    region: own?.region ?? announced[0]?.name.replace(/^Pemerintah /, '') ?? null,
    results,
    targets: { instrument, list: readTargets(options.target, own, instruments.get(instrument)) },
    instruments,
    leftOut,
    problems: sortProblems(problems),
  };
}

interface Found {
  readonly root: string;
  readonly shown: string;
  readonly project: Project;
}

/** The folders given; without any the project here, if there is one, unless another region is asked for. */
async function findProjects(
  folders: readonly string[],
  { csv, region }: TrendOptions,
  cwd: string,
): Promise<Found[]> {
  if (folders.length === 0) {
    const here = await findProject(cwd, '.');
    if (here === null && csv.length === 0 && region === null) throw noSource();
    if (here === null || (region !== null && !isSame(here.region, region))) return [];
    return [{ root: cwd, shown: '.', project: here }];
  }
  const found = await Promise.all(
    [...new Map(folders.map((one) => [resolve(cwd, one), one]))].map(async ([root, shown]) => {
      const project = await findProject(root, shown);
      if (project === null) throw notAProject(shown);
      return { root, shown, project };
    }),
  );
  const names = [...found.map(({ project }) => project.region), ...(region === null ? [] : [region])];
  const [first = '', ...others] = names;
  const other = others.find((name) => !isSame(name, first));
  if (other !== undefined) {
    throw new UserError(
      `Tren adalah milik satu daerah – yang disebut ${clean(first)} dan ${clean(other)} – sebutkan satu daerah saja.`,
    );
  }
  return found.sort((a, b) => a.project.year - b.project.year);
}

function isSame(a: string, b: string): boolean {
  return comparableName(a) === comparableName(b);
}

function notAProject(shown: string): UserError {
  const isTable = /\.(csv|xlsx|ods|tsv|txt)$/i.test(shown);
  if (!isTable) return noProject(shown);
  return new UserError(
    `"${clean(shown)}" bukan folder proyek. Tabel hasil per tahun disebut dengan --csv ${clean(shown)}.`,
  );
}

async function readTable(
  file: string,
  packs: readonly Instrument[],
  cwd: string,
): Promise<ReturnType<typeof parseYearResults>> {
  const bytes = await readRegular(resolve(cwd, file), sizeLimit).catch((cause: unknown) => {
    throw cannotRead(file, cause);
  });
  if (bytes === null) throw new UserError(`"${clean(file)}" lebih besar dari 10 MB. Sisakan tabelnya saja.`);
  const opened = openBook(bytes, file);
  if ('unreadable' in opened) throw new UserError(`${clean(file)}: ${opened.unreadable.message}`);
  const { rows, problems } = readYearResults(opened.book, file);
  const parsed = parseYearResults(rows, packs);
  return { results: parsed.results, problems: [...problems, ...parsed.problems] };
}

/**
 * @param asked null: the results of `own`, if just one institution has that name
 * @throws UserError if what was asked for fits none or several
 */
export async function findAnnounced(asked: string | null, own: string | null): Promise<AnnouncedResult[]> {
  const wanted = asked ?? own;
  if (wanted === null) return [];
  const published = await loadPublishedResults();
  const fitting = findInstitutions(wanted, published).map(({ name }) => name);
  const different = [...new Map(fitting.map((name) => [comparableName(name), name])).values()];
  const [only] = different;
  if (only !== undefined && different.length === 1) {
    return (await loadAnnounced()).filter(({ name }) => isSame(name, only));
  }
  if (asked === null) return [];
  if (different.length > 1) {
    throw new UserError(
      `"${clean(asked)}" dapat berarti ${different.length} instansi. Sebutkan salah satu:\n${listFaults(different.slice(0, mostShown))}`,
    );
  }
  const near = nearInstitutions(
    asked,
    published.map(({ name }) => name),
    3,
  );
  const hint =
    near.length === 0 ? 'Tulis misalnya --region "Kota Mojokerto".' : `Maksud Anda ${near.join(', ')}?`;
  throw new UserError(`Tidak ada hasil yang diumumkan untuk "${clean(asked)}". ${hint}`);
}

/** As printed: two decimals. */
export function toYearResult({
  year,
  instrument,
  index,
  groups,
  predicate,
  source,
}: AnnouncedResult): YearResult {
  const known = (text: string) => ({
    value: new Fraction(text),
    decimals: text.replace(/^[^.]*\.?/, '').length,
  });
  return {
    ...{ year, kind: 'published', instrument, predicate, blanks: 0, source },
    index: known(index),
    groups: new Map(Object.entries(groups).map(([id, text]) => [id, known(text)])),
  };
}

function lastInstrument(results: readonly YearResult[]): string | undefined {
  return results.toSorted((a, b) => a.year - b.year).at(-1)?.instrument;
}

/** Only what is to be reached by the index: the trend says nothing of how a domain will be reached. */
function readTargets(
  asked: string | null,
  project: Project | null,
  instrument: Instrument | undefined,
): TrendTarget[] {
  if (instrument === undefined) return [];
  const texts = asked === null ? targetTexts(project?.target).texts : [asked];
  const { index, byYear } = parseTargets(texts, instrument);
  return [
    ...(index ? [{ ...index, year: null }] : []),
    ...byYear.map(({ year, target }) => ({ ...target, year })),
  ];
}

function noSource(): UserError {
  return new UserError(
    `Tidak ada ${projectFile} di folder ini. Sebutkan folder proyek, tabel hasil dengan --csv, atau daerah dengan --region "Kota Mojokerto".`,
  );
}

function nothing(hasProject: boolean): UserError {
  return new UserError(
    hasProject
      ? 'Belum ada hasil untuk tren. Catat dengan "spbe score --record", impor dengan "spbe external import", tulis history di spbe.yaml, atau sebut tabel dengan --csv.'
      : 'Tidak ada hasil di tabel itu. Isi sedikitnya satu tahun dan indeksnya.',
  );
}
