import { Fraction } from 'fraction.js';
import { kindOfName, mayBeSame, shortInstitutionName } from '../assessment/institution-name.ts';
import { type Peer, standAmong } from '../assessment/peers.ts';
import { findHigher, type RegionResult } from '../assessment/region-result.ts';
import { publishedInstrument } from '../instrument/benchmarks.ts';
import { loadInstrument } from '../instrument/load.ts';
import { type Problem, sortProblems, UserError } from '../problem.ts';
import { clean } from '../reporters/clean.ts';
import type { Comparison } from '../reporters/compare.ts';
import type { CompareOptions } from './compare.ts';
import { writeOutput } from './finish.ts';
import { makeExchange } from './make-exchange.ts';
import { remark } from './noise.ts';
import { type OwnIndex, ownFromName, rankPublished } from './rank-published.ts';
import { readExchange } from './read-exchange.ts';
import { type ReadRegion, readRegions } from './read-regions.ts';
import { scoreStage } from './score-stage.ts';
import { stageOf } from './stage-option.ts';

/**
 * One region among the published results and those of exchange files; or several regions side by side.
 * @throws UserError if the options do not fit together, a name is not known, or there is nothing to compare with
 */
export async function compareRegions(paths: readonly string[], options: CompareOptions): Promise<Comparison> {
  refuseUseless(options);
  if (paths.length === 0 && (options.region !== undefined || options.index !== undefined)) {
    return await compareNamed(options);
  }
  const read = await readRegions(paths, options);
  const instrument = oneInstrument(read);
  const problems = read.flatMap(({ assessment }) => assessment.problems);
  const results: RegionResult[] = [];
  for (const one of read) results.push(await toResult(one, options, read.length === 1));
  const shared = {
    instrument,
    notes: [...new Set(read.flatMap(({ assessment }) => assessment.notes))],
    evidence: read.flatMap(({ assessment }) => assessment.evidence),
  };
  const [only] = results;
  if (only === undefined || results.length > 1) {
    refuseForSeveral(options);
    const more = await readExchange(options.exchange ?? [], instrument, results, process.cwd());
    return sideBySide(shared, [...results, ...more.regions], [...problems, ...more.problems]);
  }
  const own: OwnIndex = {
    source: 'files',
    index: only.score.index,
    predicate: only.score.band.name,
    name: only.region,
    kind: only.kind,
    result: only,
  };
  const more = await readExchange(options.exchange ?? [], instrument, results, process.cwd());
  const ranked = await rankPublished(own, instrument, options);
  const others = more.regions;
  if (options.export !== undefined) {
    await writeExchange(
      options.export,
      { ...only, kind: ranked.kind },
      options.anonymous === true,
      instrument,
    );
  }
  return {
    ...shared,
    ...ranked,
    region: only.region,
    year: only.year,
    exchange: others.length === 0 ? null : standAmong(own.index, others.map(toPeer), null),
    regions: others.length === 0 ? [] : [only, ...others],
    higher: findHigher(instrument, only, others),
    problems: sortProblems([...problems, ...more.problems]),
  };
}

/** An index without levels: given with --index, or that of a published region itself. */
async function compareNamed(options: CompareOptions): Promise<Comparison> {
  const useless = (['exchange', 'export', 'map'] as const).find((option) => options[option] !== undefined);
  if (useless) {
    throw new UserError(`--${useless} perlu kertas kerja atau csv daerah ini. Sebutkan jalurnya.`);
  }
  const instrument = await loadInstrument(options.instrument ?? publishedInstrument);
  const own = await ownFromName(options, instrument);
  const ranked = await rankPublished(own, instrument, options);
  return {
    ...{ instrument, notes: [], evidence: [], exchange: null, regions: [], higher: [], problems: [] },
    ...ranked,
    region: own.name,
    year: own.source === 'published' ? (ranked.published?.year ?? null) : null,
  };
}

function refuseUseless({ anonymous, export: file }: CompareOptions): void {
  if (anonymous && file === undefined) {
    throw new UserError(
      '--anonymous hanya berlaku bersama --export. Tambahkan misalnya --export tukar.json.',
    );
  }
}

function refuseForSeveral(options: CompareOptions): void {
  const names = ['region', 'index', 'with', 'year', 'export'] as const;
  const useless = names.find((option) => options[option] !== undefined);
  if (useless === undefined) return;
  throw new UserError(
    `--${useless} hanya untuk satu daerah; jalur ini berisi beberapa. Sebutkan berkas satu daerah saja.`,
  );
}

function oneInstrument(read: readonly ReadRegion[]) {
  const instruments = new Map(
    read.map(({ assessment }) => [assessment.instrument.id, assessment.instrument]),
  );
  const [first] = instruments.values();
  if (first === undefined) throw new UserError('Tidak ada kertas kerja yang dapat dibaca.');
  if (instruments.size === 1) return first;
  const names = [...instruments.values()].map(({ name }) => name).join(' dan ');
  throw new UserError(
    `Daerah-daerah ini memakai instrumen yang berbeda – ${names} – indeksnya tidak dapat dibandingkan.`,
  );
}

/** @param isOnly whether --region may say whose it is */
async function toResult(read: ReadRegion, options: CompareOptions, isOnly: boolean): Promise<RegionResult> {
  const { assessment, project, paths } = read;
  const { stage, score } = await scoreStage(read, stageOf(options.stage));
  const asked = isOnly ? options.region : undefined;
  if (asked !== undefined && assessment.region !== null && !mayBeSame(asked, assessment.region)) {
    throw new UserError(
      `Kertas kerja milik ${clean(assessment.region)}, bukan ${clean(asked)}. Hapus --region, atau pilih kertas kerja yang cocok.`,
    );
  }
  const region = asked ?? assessment.region;
  return {
    label: region === null ? paths.join(', ') : shortInstitutionName(region),
    region,
    kind: region === null ? null : (kindOfName(region) ?? project?.kind ?? null),
    year: assessment.year,
    stage,
    source: 'files',
    score,
  };
}

function sideBySide(
  shared: Pick<Comparison, 'instrument' | 'notes' | 'evidence'>,
  regions: readonly RegionResult[],
  problems: readonly Problem[],
): Comparison {
  return {
    ...shared,
    region: null,
    year: null,
    own: null,
    kind: null,
    published: null,
    reason: null,
    exchange: null,
    regions,
    higher: [],
    problems: sortProblems(problems),
  };
}

/** By the index as it is shown: so are the published ones, and what is shown alike must not be ranked apart. */
function toPeer({ label, score }: RegionResult): Peer {
  return { name: label, value: new Fraction(score.shown) };
}

async function writeExchange(
  path: string,
  result: RegionResult,
  isAnonymous: boolean,
  instrument: Comparison['instrument'],
): Promise<void> {
  const content = makeExchange(result, instrument, isAnonymous);
  await writeOutput(path, `${JSON.stringify(content, null, 2)}\n`);
  await remark(`Ditulis: ${path}`);
}
