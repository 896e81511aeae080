import { Fraction } from 'fraction.js';
import { findInstitutions, kindOfName, shortInstitutionName } from '../assessment/institution-name.ts';
import type { Assessment } from '../assessment/merge.ts';
import { standAmong } from '../assessment/peers.ts';
import { findTrend, type Trend, type TrendPoint, type YearResult } from '../assessment/trend.ts';
import type { ReportDocument } from '../contract/report.ts';
import { loadPublishedResults, type PublishedResult } from '../instrument/benchmarks.ts';
import { loadCrosswalks } from '../instrument/crosswalk.ts';
import type { Instrument } from '../instrument/instrument.ts';
import { listInstruments, loadInstrument } from '../instrument/load.ts';
import type { Project } from '../project/project.ts';
import { readRecords, recordFolder } from '../project/records.ts';
import type { Past, PeerFindings } from '../reporters/full-report/compose.ts';
import { pastOf, peersOf, trendOf } from '../reporters/full-report/context.ts';
import { resultsOfProject } from './project-results.ts';
import { findAnnounced, toYearResult } from './read-trend.ts';
import type { ScoredStage } from './score-stage.ts';

/** What a result is set beside: earlier years, and others of its kind. */
export interface ReportContext {
  readonly past: Past | null;
  readonly trend: ReportDocument['trend'];
  readonly peers: PeerFindings | null;
}

/**
 * What is known besides the assessment itself: records, imported results and `history` of the project, and what was
 * published of this region and of others. Nothing where the region has no name, or one that may be another's.
 */
export async function findReportContext(
  assessment: Assessment,
  own: { readonly project: Project | null; readonly root: string | null },
  scored: ScoredStage,
): Promise<ReportContext> {
  const { region, year } = assessment;
  if (region === null) return { past: null, trend: null, peers: null };
  const packs = await Promise.all((await listInstruments()).map(loadInstrument));
  const instruments = new Map(packs.map((one) => [one.id, one]));
  const all = await yearResults(assessment, own, scored, instruments);
  // A report of an earlier year tells what was known of the years up to it.
  const results = all.filter((one) => year === null || one.year <= year);
  const trend = findTrend(results, {
    instruments,
    targets: { instrument: assessment.instrument.id, list: [] },
    crosswalks: await loadCrosswalks(),
  });
  const before = year === null ? null : newestBefore(trend, year);
  return {
    past: before && pastOf(before, assessment.instrument, await levelsOf(before, own.root)),
    trend: trendOf(trend, instruments),
    peers: await findPeers(assessment, scored),
  };
}

async function yearResults(
  assessment: Assessment,
  { project, root }: { readonly project: Project | null; readonly root: string | null },
  { stage, score }: ScoredStage,
  instruments: ReadonlyMap<string, Instrument>,
): Promise<YearResult[]> {
  const { region, year, instrument } = assessment;
  const stored =
    project && root ? (await resultsOfProject({ root, project }, instruments, assessment)).results : [];
  const known = stored.some((one) => one.year === year && one.kind === stage);
  const exact = (value: typeof score.index) => ({ value, decimals: null });
  const now: YearResult[] =
    year === null || known
      ? []
      : [
          {
            year,
            kind: stage,
            instrument: instrument.id,
            index: exact(score.index),
            groups: new Map(score.groups.map(({ group, index }) => [group.id, exact(index)])),
            predicate: score.band.name,
            blanks: score.unanswered.length,
            source: 'laporan ini',
          },
        ];
  const announced = await findAnnounced(null, region);
  return [...stored, ...now, ...announced.map(toYearResult)];
}

/** Of several results of one year what came from outside stands above the own claim. */
function newestBefore({ segments }: Trend, year: number): TrendPoint | null {
  const earlier = segments.flatMap(({ points }) => points.filter((point) => point.year < year));
  const last = Math.max(...earlier.map((point) => point.year));
  const measures = ['external', 'internal', 'claim'] as const;
  return (
    measures.flatMap((measure) =>
      earlier.filter((point) => point.year === last && point.measure === measure),
    )[0] ?? null
  );
}

/** Levels by indicator; only a record holds them. */
async function levelsOf({ source }: TrendPoint, root: string | null): Promise<ReadonlyMap<string, number>> {
  if (root === null || !source.startsWith(`${recordFolder}/`)) return new Map();
  const { records } = await readRecords(root);
  const found = records.find(({ name }) => source.startsWith(`${recordFolder}/${name}`));
  return new Map(
    found?.record.indicators.flatMap(({ id, level }): [string, number][] =>
      level === null ? [] : [[id, level]],
    ),
  );
}

/** The instrument of the published results; an index of another one cannot be ranked among them. */
const publishedInstrument = 'permenpanrb-59-2020';

async function findPeers(
  { region, instrument, year }: Assessment,
  { score }: ScoredStage,
): Promise<PeerFindings | null> {
  if (region === null || instrument.id !== publishedInstrument) return null;
  const published = await loadPublishedResults();
  const kind = kindOfName(region);
  const alike = published.filter(({ type }) => type === kind);
  const years = [...new Set(alike.map((one) => one.year))].sort((a, b) => a - b);
  const chosen = years.findLast((one) => year === null || one <= year) ?? years[0];
  if (kind === null || chosen === undefined) return null;
  const rows = alike.filter((one) => one.year === chosen);
  const own = findInstitutions(region, rows)[0];
  const self = own ? shortInstitutionName(own.name) : null;
  const standing = standAmong(score.index, rows.map(toPeer), self);
  return peersOf(standing, { kind, year: chosen, rows, instrument });
}

function toPeer({ name, index }: PublishedResult) {
  return { name: shortInstitutionName(name), value: new Fraction(index) };
}
