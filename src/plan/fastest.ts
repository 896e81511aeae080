import { leastMonths, linkSteps } from './chain.ts';
import { constraintOf } from './constraint.ts';
import { type Found, findPlan, hasPlan } from './find-plan.ts';
import type { Month } from './month.ts';
import type { Question } from './program.ts';

/** Where an OPD's capacity makes a plan longer than its longest chain of steps, this is the last resort. */
const longestPlan = 240;

/**
 * The earliest month by whose end the question's targets can be met, and the cheapest plan that does so.
 * Being possible by a month means being possible by every later one, so the months are searched by halves.
 * @param start first month of work
 * @returns null if no deadline is late enough
 */
export async function findFastest(
  question: Question,
  start: Month,
): Promise<{ readonly end: Month; readonly found: Found } | null> {
  const by = (months: number): Question => ({
    ...question,
    constraints: [
      ...question.constraints.filter(({ kind }) => kind !== 'deadline'),
      { kind: 'deadline', start, end: start + months - 1 },
    ],
  });
  const deadline = constraintOf(question.constraints, 'deadline');
  const months = listMonths(question, deadline ? deadline.end - start + 1 : longestPlan);
  let low = 0;
  let high = months.length - 1;
  if (high < 0 || (await hasPlan(by(months[high] ?? 0))) !== true) return null;
  while (low < high) {
    const middle = Math.floor((low + high) / 2);
    if ((await hasPlan(by(months[middle] ?? 0))) === true) high = middle;
    else low = middle + 1;
  }
  const least = months[low] ?? 0;
  return { end: start + least - 1, found: await findPlan(by(least)) };
}

/** The lengths that a plan can have; where capacities make steps wait, any. */
function listMonths({ ladders, constraints, requires }: Question, most: number): number[] {
  const ends = [...new Set(leastMonths(linkSteps(ladders, requires), null).values())];
  const lengths = constraintOf(constraints, 'capacity')
    ? Array.from({ length: most }, (_, index) => index + 1)
    : ends.toSorted((a, b) => a - b);
  return lengths.filter((months) => months <= most);
}
