import { Fraction } from 'fraction.js';
import { formatIds } from '../instrument/id-list.ts';
import type { Criteria } from '../instrument/load-criteria.ts';
import type { CapacityOf, Constraint, Requirement } from '../plan/constraint.ts';
import type { Underway } from '../plan/estimate.ts';
import type { Gap, GapOptions } from '../plan/gap.ts';
import type { GapResult } from '../plan/gap-result.ts';
import { findMissingEvidence } from '../plan/missing-evidence.ts';
import { type Month, quarterOf } from '../plan/month.ts';
import { climbedRungs, listLadders, type Rung } from '../plan/rungs.ts';
import { type Schedule, scheduleSteps } from '../plan/schedule.ts';
import { listSoftOrders } from '../plan/soft-order.ts';
import type { Work, WorkOf } from '../plan/work.ts';
import { UserError } from '../problem.ts';
import type { GapRequest } from './gap-request.ts';
import { type PlanInputs, readWork } from './plan-inputs.ts';

/** How the plans of a request are made, whatever the year. */
export interface GapSetting {
  /** Indicators that no least level holds for. */
  readonly exempt: ReadonlySet<string>;
  /** @param closing last month of work; null = no deadline */
  /** @param before schedules of the years before: a quarter's capacity is used but once */
  optionsFor(start: Month, closing: Month | null, isLast: boolean, before?: readonly Schedule[]): GapOptions;
  scheduleOf(gap: Gap, start: Month, closing: Month | null, before?: readonly Schedule[]): Schedule;
  /** What is said of every plan of this request. */
  about(
    gap: Gap,
  ): Pick<
    GapResult,
    'aim' | 'groups' | 'floor' | 'budget' | 'until' | 'kept' | 'days' | 'rupiah' | 'assumption'
  >;
}

/** Where no closing is known, the shortest time is looked for within so many months. */
const longestSearch = 240;

/** @throws UserError if the request needs durations or prices that nobody gave */
export async function makeSetting(inputs: PlanInputs, request: GapRequest): Promise<GapSetting> {
  const { assessment, opdOf } = inputs;
  const { criteria, workOf, underway } = await readWork(inputs, request.start);
  const needs = needsOf(request);
  assertWork(inputs, workOf, needs);
  const requires = listRequires(criteria);
  const kept = listKept(inputs);
  const capacityOf = makeCapacity(request);
  const usesWork = needs.work || needs.rupiah;
  const exempt = new Set(kept.flatMap((one) => (one.exempt ? one.indicator : [])));
  return {
    exempt,
    optionsFor: (start, closing, isLast, before = []) => ({
      ...(assessment.year === null ? {} : { year: assessment.year }),
      opdOf,
      workOf,
      requires,
      ...(isLast ? { groups: request.targets.groups } : {}),
      ...(isLast && request.floor !== null ? { floor: { level: request.floor, exempt } } : {}),
      costOf: costFor(request, workOf),
      objective: objectiveFor(request),
      limits: listLimits(inputs, request, kept, underway, start, closing, leftOf(capacityOf, before)),
    }),
    scheduleOf: (gap, start, closing, before = []) =>
      scheduleSteps({
        rungs: climbedRungs(gap.question.ladders, gap.plan),
        requires,
        soft: listSoftOrders(criteria, climbedRungs(gap.question.ladders, gap.plan)),
        start,
        closing,
        opdOf,
        capacityOf: leftOf(capacityOf, before),
        quarters: gap.quarters,
        evidenceOf: (indicator, level) =>
          findMissingEvidence(
            criteria.byIndicator.get(indicator),
            level,
            (item) => assessment.checklist.get(item) === true,
          ).items,
      }),
    about: (gap) => {
      const rungs = climbedRungs(gap.question.ladders, gap.plan);
      return {
        aim: request.aim,
        groups: request.targets.groups,
        floor: request.floor,
        budget: request.budget,
        until: request.until,
        kept,
        days: usesWork ? addUp(rungs, ({ days }) => days) : null,
        rupiah: usesWork ? addUp(rungs, ({ rupiah }) => rupiah) : null,
        assumption: usesWork ? describeSource(inputs, criteria) : null,
      };
    },
  };
}

interface Needs {
  readonly work: boolean;
  readonly rupiah: boolean;
}

function needsOf({ isScheduled, aim, budget }: GapRequest): Needs {
  return {
    work: isScheduled || aim === 'effort' || aim === 'time' || budget?.measure === 'days',
    rupiah: aim === 'cost' || budget?.measure === 'rupiah',
  };
}

function assertWork({ assessment, levels }: PlanInputs, workOf: WorkOf, needs: Needs): void {
  const { instrument } = assessment;
  const rungs = listLadders(instrument, levels, () => 1, workOf).flat();
  const name = (missing: readonly Rung[]) =>
    formatIds([...new Set(missing.map(({ indicator }) => indicator))], instrument.indicators);
  const unknown = rungs.filter(({ work }) => work === null);
  if ((needs.work || needs.rupiah) && unknown.length > 0) {
    throw new UserError(
      `Lama dan beban kerja belum diketahui untuk indikator ${name(unknown)} – ${instrument.name} tidak memuat perkiraan. Tulis plan.steps di spbe.yaml, misalnya: steps: [{level: 2, months: 4, personDays: 40}, …].`,
    );
  }
  const unpriced = rungs.filter(({ work }) => work?.rupiah === null);
  if (needs.rupiah && unpriced.length > 0) {
    throw new UserError(
      `Biaya belum diketahui untuk indikator ${name(unpriced)}. Tulis plan.dayRate (rupiah per hari kerja) atau plan.indicators.<nomor> dengan cost di spbe.yaml.`,
    );
  }
}

/** Only what names another indicator: the level below is the ladder's own matter. */
function listRequires({ byIndicator }: Criteria): Requirement[] {
  return [...byIndicator.values()].flatMap(({ id, levels }) =>
    levels.flatMap(({ level, requires }) =>
      requires.filter(({ indicator }) => indicator !== id).map((needs) => ({ indicator: id, level, needs })),
    ),
  );
}

function listKept({ project }: PlanInputs): GapResult['kept'] {
  const { frozen = [], excluded = [] } = project?.plan ?? {};
  return [
    ...frozen.map((one) => ({ ...one, exempt: false })),
    ...excluded.map((one) => ({ ...one, exempt: true })),
  ];
}

/** The capacity that is left after these schedules. */
function leftOf(capacityOf: CapacityOf, schedules: readonly Schedule[]): CapacityOf {
  const tasks = schedules.flatMap((one) => one.tasks);
  return (opd, quarter) => {
    const most = capacityOf(opd, quarter);
    const used = tasks.filter((task) => task.opd === opd && quarterOf(task.end) === quarter).length;
    return most === null ? null : Math.max(0, most - used);
  };
}

function makeCapacity({ capacity }: GapRequest): CapacityOf {
  if (capacity === null) return () => null;
  if (typeof capacity === 'number') return () => capacity;
  return (opd) => capacity[opd] ?? capacity['default'] ?? null;
}

function costFor({ aim }: GapRequest, workOf: WorkOf): NonNullable<GapOptions['costOf']> {
  const part = (pick: (work: Work) => Fraction | null) => (id: string, level: number) => {
    const work = workOf(id, level);
    return (work && pick(work)) ?? 0;
  };
  if (aim === 'effort') return part(({ days }) => days);
  return aim === 'cost' ? part(({ rupiah }) => rupiah) : () => 1;
}

function objectiveFor({ aim }: GapRequest): NonNullable<GapOptions['objective']> {
  return aim === 'steps' || aim === 'effort' ? 'cost' : aim;
}

function listLimits(
  { levels, assessment }: PlanInputs,
  { aim, budget, capacity }: GapRequest,
  kept: GapResult['kept'],
  underway: readonly Underway[],
  start: Month,
  closing: Month | null,
  capacityOf: CapacityOf,
): Constraint[] {
  const { floor } = assessment.instrument.scale;
  const begun = underway.filter(({ indicator, to }) => (levels.get(indicator) ?? floor) < to);
  const end = closing ?? (aim === 'time' ? start + longestSearch - 1 : null);
  return [
    ...(kept.length > 0
      ? [{ kind: 'frozen', indicators: new Set(kept.map(({ indicator }) => indicator)) } as const]
      : []),
    ...(begun.length > 0
      ? [{ kind: 'underway', to: new Map(begun.map(({ indicator, to }) => [indicator, to])) } as const]
      : []),
    ...(budget ? [{ kind: 'budget', ...budget } as const] : []),
    ...(end === null ? [] : [{ kind: 'deadline', start, end } as const]),
    ...(capacity === null ? [] : [{ kind: 'capacity', ofOpd: capacityOf } as const]),
  ];
}

function addUp(rungs: readonly Rung[], part: (work: Work) => Fraction | null): Fraction | null {
  let sum = new Fraction(0);
  for (const { work } of rungs) {
    const value = work && part(work);
    if (!value) return null;
    sum = sum.add(value);
  }
  return sum;
}

function describeSource({ project, assessment }: PlanInputs, { about }: Criteria): string {
  const own = project?.plan;
  const isOwn = own?.steps || own?.patterns || own?.indicators;
  const pack =
    about.assumptions.patterns.length > 0 ? [`perkiraan bawaan ${assessment.instrument.name}`] : [];
  const said = [...(isOwn ? ['spbe.yaml'] : []), ...pack].join(' dan ');
  return `Lama dan hari kerja adalah perkiraan (${said}), bukan dari peraturan; bukti yang sudah "Ya" di Kriteria mengurangi hari kerjanya.`;
}
