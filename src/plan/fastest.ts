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
  const lengths = listMonths(question, deadline ? deadline.end - start + 1 : longestPlan);
  let least = lengths.at(-1);
  if (least === undefined || (await hasPlan(by(least))) !== true) return null;
  let open = lengths.slice(0, -1);
  for (let middle = middleOf(open); middle !== undefined; middle = middleOf(open)) {
    const tried = middle;
    if ((await hasPlan(by(tried))) === true) {
      least = tried;
      open = open.filter((months) => months < tried);
    } else open = open.filter((months) => months > tried);
  }
  return { end: start + least - 1, found: await findPlan(by(least)) };
}

function middleOf(sorted: readonly number[]): number | undefined {
  return sorted[Math.floor(sorted.length / 2)];
}

/** The lengths that a plan can have; where capacities make steps wait, any. */
function listMonths({ ladders, constraints, requires }: Question, most: number): number[] {
  const ends = [...new Set(leastMonths(linkSteps(ladders, requires), null).values())];
  const lengths = constraintOf(constraints, 'capacity')
    ? Array.from({ length: most }, (_, index) => index + 1)
    : ends.toSorted((a, b) => a - b);
  return lengths.filter((months) => months <= most);
}
