import { Fraction } from 'fraction.js';
import { parseDate } from '../assessment/parse-date.ts';
import type { Levels } from '../assessment/score.ts';
import type { Field } from '../assessment/submission.ts';
import type { Instrument } from '../instrument/instrument.ts';
import { formatPlace, type Problem } from '../problem.ts';
import { problem } from '../problem-kinds.ts';
import { parseStepId, stepId } from './action-plan.ts';
import type { StatedStep } from './progress.ts';
import { listLadders } from './rungs.ts';
import type { StatedPlan, StatedRow } from './stated-plan.ts';
import { parseStepStatus } from './step-status.ts';

export interface ParsedPlan {
  readonly levels: Levels;
  readonly target: Fraction | null;
  /** In the plan's order. */
  readonly steps: readonly StatedStep[];
  readonly problems: readonly Problem[];
}

/**
 * Understands what an action plan states. A status or date that is none counts as if nothing stood there; a row that is
 * no step, or a step's second row, does not count; a step without a row is open.
 * @returns null if its hidden particulars contradict themselves
 */
export function parseActionPlan(plan: StatedPlan, instrument: Instrument): ParsedPlan | null {
  const levels = parseLevels(plan.levels, instrument);
  const ids = plan.steps.split(' ').filter((id) => id !== '');
  if (levels === null || !areSteps(ids, instrument, levels)) return null;
  if (plan.target !== '' && !/^\d{1,9}(\/[1-9]\d{0,9})?$/.test(plan.target)) return null;
  const problems: Problem[] = [];
  const rows = findRows(plan.rows, new Set(ids), problems);
  const steps = ids.map((id) => toStep(id, rows.get(id), problems));
  for (const id of ids.filter((one) => !rows.has(one))) {
    problems.push(problem('plan-step-missing', plan.at, { step: nameStep(id) }));
  }
  return {
    levels,
    target: plan.target === '' ? null : new Fraction(plan.target),
    steps,
    problems: [...problems, ...findSkipping(steps, rows)],
  };
}

function parseLevels(text: string, { indicators, scale }: Instrument): Levels | null {
  const known = new Set(indicators.map(({ id }) => id));
  const levels = new Map<string, number>();
  for (const part of text.split(' ').filter((one) => one !== '')) {
    const [, id = '', digits = '', decimals = ''] = /^([\w-]+)=(\d(?:\.(\d+))?)$/.exec(part) ?? [];
    const level = Number(digits);
    const isLevel = level >= scale.min && level <= scale.max;
    if (!known.has(id) || levels.has(id) || !isLevel || decimals.length > scale.decimals) return null;
    levels.set(id, level);
  }
  return levels;
}

/** Whether they lead up from the levels without a hole. */
function areSteps(ids: readonly string[], instrument: Instrument, levels: Levels): boolean {
  const all = new Set(ids);
  const ladders = listLadders(instrument, levels, () => 1).map((ladder) => ladder.map(stepId));
  const climbed = ladders.flatMap((ladder) => {
    const end = ladder.findIndex((id) => !all.has(id));
    return end < 0 ? ladder : ladder.slice(0, end);
  });
  return ids.length > 0 && climbed.length === ids.length;
}

function findRows(
  rows: readonly StatedRow[],
  known: ReadonlySet<string>,
  problems: Problem[],
): ReadonlyMap<string, StatedRow> {
  const found = new Map<string, StatedRow>();
  for (const row of rows) {
    const id = row.id.text;
    const first = found.get(id);
    const isEmpty = [row.id, row.status, row.finished, row.note].every(({ text }) => text === '');
    if (first) {
      const details = { step: nameStep(id), first: formatPlace({ ...first.status.at, file: '' }) };
      problems.push(problem('plan-step-repeated', row.status.at, details));
    } else if (known.has(id)) found.set(id, row);
    else if (!isEmpty) problems.push(problem('plan-step-unknown', row.status.at, { found: id }));
  }
  return found;
}

function toStep(id: string, row: StatedRow | undefined, problems: Problem[]): StatedStep {
  const parsed = parseStepId(id) ?? { indicator: id, to: 0 };
  const step = nameStep(id);
  const status = row ? parseStepStatus(row.status.text) : 'open';
  if (row && status === null) {
    problems.push(problem('plan-status-unknown', row.status.at, { step, found: row.status.text }));
  }
  const dayOf = (field: Field | undefined): string | null => {
    if (!field) return null;
    const date = parseDate(field.text);
    if (date.kind === 'day') return date.iso;
    if (date.kind !== 'blank') {
      problems.push(problem('plan-date-invalid', field.at, { step, found: field.text }));
    }
    return null;
  };
  return {
    id,
    ...parsed,
    opd: row?.opd.text ?? '',
    end: dayOf(row?.end),
    status: status ?? 'open',
    finished: dayOf(row?.finished),
    note: row?.note.text ?? '',
  };
}

/** Steps that are done while one below them is not. */
function findSkipping(steps: readonly StatedStep[], rows: ReadonlyMap<string, StatedRow>): Problem[] {
  return steps.flatMap((step) => {
    const at = rows.get(step.id)?.status.at;
    const below = steps
      .filter(
        ({ indicator, to, status }) => indicator === step.indicator && to < step.to && status !== 'done',
      )
      .map(({ to }) => `tingkat ${to}`);
    if (step.status !== 'done' || below.length === 0 || !at) return [];
    return problem('plan-step-skipped', at, { step: nameStep(step.id), below: below.join(', ') });
  });
}

/** `indikator 12 ke tingkat 3` */
function nameStep(id: string): string {
  const { indicator, to } = parseStepId(id) ?? { indicator: id, to: '' };
  return `indikator ${indicator} ke tingkat ${to}`;
}
