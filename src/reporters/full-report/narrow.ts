import type { ReportDocument } from '../../contract/report.ts';
import { countBySeverity } from '../problems.ts';

/** The one page for leaders holds the same figures; only what is shown differs. */
export function forLeaders(document: ReportDocument): ReportDocument {
  return { ...document, audience: 'pimpinan' };
}

/**
 * What concerns one OPD: the indicators it was given, its steps and its problems. The region's index stays, as the
 * reason for the work; what other OPD wrote, and the files they sent, do not; so of the seal, which names
 * them all, only the short form is left.
 * @returns null if the OPD is not known
 */
export function forOpd(document: ReportDocument, code: string): ReportDocument | null {
  const own = document.opd.find((one) => one.code === code);
  if (own === undefined) return null;
  const held = new Set(own.indicators.map(({ id }) => id));
  const isOwn = ({ indicator }: { readonly indicator: string }) => held.has(indicator);
  const { plan } = document;
  const files = filesOf(document, code);
  const indicators = document.indicators
    .filter(({ id }) => held.has(id))
    .map((one) => ({
      ...one,
      ...(one.opd?.code === code ? {} : { facts: '', analysis: null }),
      at: one.at && files.has(one.at.file) ? one.at : null,
      settled: one.settled && {
        ...one.settled,
        answers: one.settled.answers.filter(({ opd }) => opd === code),
      },
      documents: one.documents.filter(({ at }) => files.has(at.file)),
    }));
  const problems = document.problems.filter(
    ({ at, details: { indicator, opd } }) =>
      opd === code ||
      (opd === undefined && files.has(at.file) && (indicator === undefined || held.has(String(indicator)))),
  );
  const aspects = new Set(indicators.map(({ group }) => group));
  const groups = document.groups.filter(
    ({ id, kind }) =>
      aspects.has(id) ||
      (kind === 'domain' &&
        document.groups.some(({ parent, id: aspect }) => parent === id && aspects.has(aspect))),
  );
  const only = (ids: readonly string[]) => ids.filter((id) => held.has(id));
  return {
    ...document,
    audience: 'opd',
    addressee: { code, name: own.name },
    groups: groups.map((one) => ({ ...one, strong: only(one.strong), weak: only(one.weak) })),
    indicators,
    opd: [own],
    decisions: document.decisions.filter(({ opd }) => opd === code),
    plan: plan && {
      ...plan,
      steps: plan.steps.filter(isOwn),
      alternatives: [],
      schedule: plan.schedule && { ...plan.schedule, tasks: plan.schedule.tasks.filter(isOwn) },
      path:
        plan.path?.map((year) => ({
          ...year,
          steps: year.steps.filter(isOwn),
          schedule: year.schedule && { ...year.schedule, tasks: year.schedule.tasks.filter(isOwn) },
        })) ?? null,
      byOpd: plan.byOpd.filter(({ opd }) => opd === code),
    },
    problems,
    counts: countBySeverity(problems),
    seal: null,
  };
}

/** Files in which an OPD answered. */
function filesOf({ indicators }: ReportDocument, code: string): ReadonlySet<string> {
  return new Set(
    indicators.flatMap(({ settled }) =>
      (settled?.answers ?? []).flatMap(({ opd, at }) => (opd === code ? [at.file] : [])),
    ),
  );
}
