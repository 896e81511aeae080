import { parseDocumentKind } from '../instrument/document-kinds.ts';
import { type Problem, sortProblems } from '../problem.ts';
import { problem } from '../problem-kinds.ts';
import { dayOf } from './evidence-rules/day-of.ts';
import { evidenceRules } from './evidence-rules/index.ts';
import { referenceDay } from './evidence-rules/reference-day.ts';
import type { EvidenceContext, EvidenceRule, Finding, ListedDocument } from './evidence-rules/rule.ts';
import { groupBy } from './group-by.ts';
import { type LossReason, mildest } from './loss-reason.ts';
import { claimedLevels } from './merge.ts';
import { findProven, type Loss, lossByReason, type ProvenIndicator } from './proven.ts';
import type { RuleSettings, Waiver } from './rule-settings.ts';
import { parseVerdict } from './verdict.ts';

/**
 * listed: not looked at (no project folder). checked: nothing speaks against it. doubtful: the machine found an error.
 * accepted, revise, refused: the internal assessor's word.
 */
export type DocumentStatus = 'listed' | 'checked' | 'doubtful' | 'accepted' | 'revise' | 'refused';

export interface ReviewedDocument extends ListedDocument {
  readonly status: DocumentStatus;
  /** Why it does not count for its level; null if it does. */
  readonly refusedFor: LossReason | null;
  readonly problems: readonly Problem[];
}

/** What the evidence of a region carries. */
export interface Review {
  readonly documents: readonly ReviewedDocument[];
  /** All findings on the evidence, and those on the waivers; in file, sheet, row, column order. */
  readonly problems: readonly Problem[];
  readonly proven: readonly ProvenIndicator[];
  /** From the claimed to the proven index, exactly. */
  readonly losses: readonly Loss[];
}

interface Judged extends Finding {
  readonly reason: LossReason | null;
}

/**
 * Judges the evidence by every rule, with the region's own severities and waivers, and finds the levels that it proves.
 * A document counts unless an error with a reason speaks against it; where the assessor accepted it, only what is wrong
 * with the file itself does.
 */
export function reviewEvidence(
  context: EvidenceContext,
  settings: RuleSettings,
  rules: readonly EvidenceRule[] = evidenceRules,
): Review {
  const { largestFile } = settings;
  const seen = largestFile === undefined ? context : { ...context, largestFile };
  const used = new Set<Waiver>();
  const waive = (found: readonly Judged[]) => applyWaivers(found, context, settings.waivers, used);
  const judged = waive(rules.flatMap((rule) => judge(rule, seen, settings)));
  const findings = groupBy(judged, ({ document }) => document);
  const documents = context.documents.map((one, position) =>
    reviewDocument(one, findings.get(position) ?? []),
  );
  const { assessment, criteria } = context;
  const proven = findProven({
    instrument: assessment.instrument,
    criteria: criteria.byIndicator,
    coverage: criteria.about.coverage.rule,
    claimed: claimedLevels(assessment.answers),
    reference: referenceDay(context),
    documents: documents.map(({ evidence, refusedFor }) => ({
      indicator: evidence.indicator,
      level: evidence.level,
      kind: parseDocumentKind(evidence.kind),
      date: parseVerdict(evidence.verdict) === 'accepted' ? null : dayOf(evidence),
      refusedFor,
    })),
    lacking: new Set([...assessment.checklist].flatMap(([item, isThere]) => (isThere ? [] : [item]))),
  });
  const unproven = waive(judgeLevels(proven, context, settings));
  return {
    documents,
    problems: sortProblems([
      ...[...judged, ...unproven].map((one) => one.problem),
      ...describeWaivers(settings.waivers, used, context.date),
    ]),
    proven,
    losses: lossByReason(assessment.instrument, proven),
  };
}

/** A level that its documents do not carry, at the cell that claims it; where there are none at all another rule says so. */
function judgeLevels(
  proven: readonly ProvenIndicator[],
  { assessment }: EvidenceContext,
  { severities }: RuleSettings,
): Judged[] {
  const set = severities.get('level-unproven');
  if (set === 'off') return [];
  return proven.flatMap(({ id, claimed, proven: level, stopsAt, missing, reason }): Judged[] => {
    const answer = assessment.answers.get(id);
    if (!answer || stopsAt === null || reason === 'no-evidence') return [];
    const [first, ...others] = missing;
    const lacking =
      (first?.text ?? `dokumen untuk tingkat ${stopsAt}`) +
      (others.length > 0 ? ` (dan ${others.length} butir lain)` : '');
    const found = problem('level-unproven', answer.at, {
      indicator: id,
      claimed,
      proven: level,
      stopsAt,
      lacking,
    });
    return [{ problem: { ...found, severity: set ?? found.severity }, document: null, reason }];
  });
}

function judge(rule: EvidenceRule, context: EvidenceContext, { severities }: RuleSettings): Judged[] {
  const set = severities.get(rule.code);
  if (set === 'off') return [];
  return rule.find(context).map(({ problem: found, document }) => {
    const accepted =
      document !== null && parseVerdict(context.documents[document]?.evidence.verdict ?? '') === 'accepted';
    const isOverruled = accepted && rule.reason !== 'file';
    const severity = isOverruled ? 'info' : (set ?? found.severity);
    return { problem: { ...found, severity }, document, reason: rule.reason };
  });
}

function reviewDocument(document: ListedDocument, findings: readonly Judged[]): ReviewedDocument {
  const against = findings.flatMap(({ reason, problem: { severity } }) =>
    severity === 'error' && reason !== null ? [reason] : [],
  );
  const verdict = parseVerdict(document.evidence.verdict);
  const isLookedAt = document.located.kind !== 'unexamined';
  return {
    ...document,
    status: verdict ?? (against.length > 0 ? 'doubtful' : isLookedAt ? 'checked' : 'listed'),
    refusedFor: mildest(against),
    problems: findings.map((one) => one.problem),
  };
}

/** Takes what a waiver lets pass out of the reckoning, and says so. */
function applyWaivers(
  found: readonly Judged[],
  context: EvidenceContext,
  waivers: readonly Waiver[],
  used: Set<Waiver>,
): Judged[] {
  return found.map((one) => {
    const fitting = waivers.filter((waiver) => fits(waiver, one, context));
    for (const waiver of fitting) used.add(waiver);
    const valid = fitting.find(({ until }) => context.date <= until);
    if (!valid) return one;
    const { reason, by, until } = valid;
    return { ...one, problem: { ...one.problem, severity: 'info' as const, waiver: { reason, by, until } } };
  });
}

/** An expired or needless waiver is itself a problem. */
function describeWaivers(waivers: readonly Waiver[], used: ReadonlySet<Waiver>, date: string): Problem[] {
  return waivers.flatMap((waiver): Problem[] => {
    const { code, at, until, by } = waiver;
    if (until < date) return [problem('waiver-expired', at, { code, until, by })];
    return used.has(waiver) ? [] : [problem('waiver-unused', at, { code })];
  });
}

function fits(waiver: Waiver, { problem: found, document }: Judged, context: EvidenceContext): boolean {
  if (waiver.code !== found.code) return false;
  const evidence = document === null ? undefined : context.documents[document]?.evidence;
  if (waiver.indicator !== null && waiver.indicator !== String(found.details['indicator'])) return false;
  const opd = evidence?.opd ?? found.details['opd'] ?? answeredBy(found, context);
  if (waiver.opd !== null && waiver.opd !== opd) return false;
  const wanted = waiver.document?.toLowerCase();
  if (wanted === undefined) return true;
  return [evidence?.location, evidence?.title, found.at.file].some((name) => name?.toLowerCase() === wanted);
}

/** In a rekapitulasi each answer has an OPD of its own, so the file alone does not tell. */
function answeredBy({ details, at }: Problem, { assessment }: EvidenceContext): string | undefined {
  const { answers, opdOfFile } = assessment;
  return answers.get(String(details['indicator']))?.opd ?? opdOfFile.get(at.file);
}
