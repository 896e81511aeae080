import type { Evaluation } from '../../assessment/evaluate.ts';
import type { Assessment } from '../../assessment/merge.ts';
import type { RegionStanding } from '../../assessment/standing.ts';
import type { RecordDocument } from '../../contract/record.ts';
import type { ReportDocument } from '../../contract/report.ts';
import type { Criteria } from '../../instrument/load-criteria.ts';
import { type LeaderDecision, listDecisions } from '../../plan/decisions.ts';
import type { GapResult } from '../../plan/gap-result.ts';
import { toGapDocument } from '../gap-document.ts';
import { exactText, roundedNumber } from '../number.ts';
import { countBySeverity } from '../problems.ts';
import { type Basis, toScoreDocument } from '../score-document.ts';
import { toStatusDocument } from '../status-document.ts';
import { openDocument } from '../subject.ts';
import { listGroups } from './groups.ts';
import { listIndicators } from './indicators.ts';

/** What a report is made from. */
export interface Findings {
  readonly assessment: Assessment;
  readonly evaluation: Evaluation;
  readonly scored: Basis;
  readonly criteria: Criteria;
  readonly region: RegionStanding;
  /** null where no target is known. */
  readonly plan: GapResult | null;
  readonly past: Past | null;
  readonly trend: ReportDocument['trend'];
  readonly peers: PeerFindings | null;
  readonly seal: Seal | null;
  /** ISO day of the report. */
  readonly date: string;
  /** ISO day of spbe.yaml on which workbooks are taken back; null if it names none. */
  readonly closing: string | null;
}

/** What a report was computed from, and the short form that is printed. */
export interface Seal {
  readonly record: RecordDocument;
  readonly short: string;
}

/** An earlier result, with its parts as far as they are known and may stand beside ours. */
export type Past = NonNullable<ReportDocument['past']> & {
  readonly groups: ReadonlyMap<string, number>;
  readonly levels: ReadonlyMap<string, number>;
};

export type PeerFindings = NonNullable<ReportDocument['peers']> & {
  /** Mean by group id. */
  readonly groups: ReadonlyMap<string, number>;
};

/** All that a report for people shows, by the contract of `spbe report --format json`; for the whole region. */
export function composeReport(findings: Findings): ReportDocument {
  const { assessment, evaluation, scored, region, plan, date, seal, trend } = findings;
  const { instrument, problems } = assessment;
  const { scale, rounding } = instrument;
  const whole = toScoreDocument(assessment, evaluation, scored);
  const { totals, unheld, opd } = toStatusDocument(assessment, scored.score, region, region.standings);
  return {
    ...openDocument(assessment),
    audience: 'koordinator',
    addressee: null,
    date,
    closing: findings.closing,
    instrumentName: instrument.name,
    indexName: instrument.indexName,
    scale: { min: scale.min, max: scale.max, floor: scale.floor, decimals: scale.decimals },
    decimals: rounding.decimals,
    bands: instrument.bands.map(({ name, from, to }) => ({ name, from: exactText(from), to: exactText(to) })),
    sources: instrument.sources.map(({ title, note }) => ({ title, note })),
    basis: whole.basis,
    stage: whole.stage,
    score: {
      index: whole.index,
      indexExact: whole.indexExact,
      predicate: whole.predicate,
      nearEdge: whole.nearEdge,
      range: whole.range,
      carried: whole.carried,
      unanswered: whole.unanswered,
      proven: whole.proven,
      assessed: whole.assessed,
      conflictRange: whole.conflictRange,
    },
    groups: listGroups(findings),
    indicators: listIndicators(findings),
    standing: { totals, unheld },
    opd,
    plan: plan && planOf(assessment, plan),
    decisions: listDecisions(assessment, evaluation, scored.score, plan?.gap ?? null).map(toDecision),
    past: findings.past && pastOf(findings.past),
    trend,
    peers: findings.peers && peersOf(findings.peers),
    counts: countBySeverity(problems),
    problems: problems.map((one) => ({ ...one, at: { ...one.at } })),
    seal: seal?.record ?? null,
    sealShort: seal?.short ?? null,
  };
}

function planOf(assessment: Assessment, plan: GapResult): ReportDocument['plan'] {
  const {
    schemaVersion: _version,
    instrument: _instrument,
    caution: _caution,
    region: _region,
    year: _year,
    notes: _notes,
    losses: _losses,
    unanswered: _unanswered,
    problems: _problems,
    ...own
  } = toGapDocument(assessment, plan);
  return own;
}

function toDecision({ points, indicators, ...rest }: LeaderDecision): ReportDocument['decisions'][number] {
  return { ...rest, indicators: [...indicators], points: roundedNumber(points, 4) };
}

function pastOf({ groups: _groups, levels: _levels, ...shown }: Past): ReportDocument['past'] {
  return shown;
}

function peersOf({ groups: _groups, ...shown }: PeerFindings): ReportDocument['peers'] {
  return shown;
}
