import type { Levels } from '../assessment/score.ts';
import type { Instrument } from '../instrument/instrument.ts';
import { findGap, type GapOptions, type Gap as WholeGap } from '../plan/gap.ts';
import { parseTargets } from '../plan/parse-targets.ts';
import { UserError } from '../problem.ts';

/** The distance to a target and the cheapest plan that closes it. Gains are exact index points. */
export type Gap = Omit<WholeGap, 'question' | 'quarters' | 'conflict'>;

/** What the plan has to keep to, and what a level step costs (1 if nobody says). */
export type PlanOptions = Pick<GapOptions, 'year' | 'costOf' | 'opdOf' | 'floor'>;

/**
 * Finds the cheapest level steps that reach a target. A target counts as reached when the exact index, not the rounded one,
 * is at least the target.
 * @param levels today's levels by indicator id; a blank indicator counts, and starts, at the floor level
 * @param target an index (`4.0`) or a predicate (`sangat baik`), a domain or aspect (`D2=3.0`), or several of these, of
 *   which at most one is for the whole index
 * @returns `status` says whether there is anything to do, `optimal` whether it is proven that no plan is cheaper
 * @throws UserError if the target is not understood; Error if a level is off the scale or a cost is negative
 * @example
 * const gap = await planTo(instrument, levels, 'sangat baik', { year: 2024 });
 * for (const { indicator, from, to } of gap.steps) console.log(`${indicator}: ${from} → ${to}`);
 */
export async function planTo(
  instrument: Instrument,
  levels: Levels,
  target: string | readonly string[],
  options: PlanOptions = {},
): Promise<Gap> {
  const { index, groups, byYear } = parseTargets(typeof target === 'string' ? [target] : target, instrument);
  if (byYear.length > 0) {
    throw new UserError('Target per tahun tidak diterima planTo. Tulis targetnya tanpa tahun, misalnya 3.6.');
  }
  const { year, costOf, opdOf, floor } = options;
  const found = await findGap(instrument, levels, index, {
    ...(year === undefined ? {} : { year }),
    ...(costOf === undefined ? {} : { costOf }),
    ...(opdOf === undefined ? {} : { opdOf }),
    ...(floor === undefined ? {} : { floor }),
    groups,
    // Without limits there is always a plan.
    explain: false,
  });
  const { question, quarters, conflict, ...gap } = found;
  return gap;
}
