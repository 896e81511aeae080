import { type SmallCase, weigh } from './small-case.ts';

/** What is compared, the most important first; smaller is better. */
export type Outcome = readonly number[];

/** The best end levels by trying all of them; null if none keeps to the constraints. */
export function bruteForce(
  item: SmallCase,
): { readonly outcome: Outcome; readonly all: readonly Outcome[] } | null {
  const all: Outcome[] = [];
  const ends = item.levels.map(() => 0);
  const visit = (position: number): void => {
    const level = item.levels[position];
    if (level === undefined) {
      const outcome = judge(item, ends);
      if (outcome) all.push(outcome);
      return;
    }
    for (let end = level; end <= 5; end++) {
      ends[position] = end;
      visit(position + 1);
    }
  };
  visit(0);
  all.sort((a, b) => a.map((one, i) => one - (b[i] ?? 0)).find((one) => one !== 0) ?? 0);
  const [outcome] = all;
  return outcome ? { outcome, all } : null;
}

/** The outcome of a plan by its end levels; null if it breaks a constraint. */
export function judge(item: SmallCase, ends: readonly number[]): Outcome | null {
  const { on, parts, levels, objective } = item;
  const points = weigh(parts, ends);
  const steps = levels.flatMap((from, i) =>
    Array.from({ length: (ends[i] ?? from) - from }, (_, k) => ({ i, to: from + k + 1 })),
  );
  const sum = (table: readonly (readonly number[])[]) =>
    steps.reduce((total, { i, to }) => total + (table[i]?.[to - 2] ?? 0), 0);
  const own = weigh(
    parts.map((part, i) => (i % 2 === 0 ? part : 0)),
    ends,
  );
  const [running, until] = item.underway;
  const { of, level, needs, needed } = item.requires;
  const broken =
    (objective !== 'index' && points < item.goal) ||
    (on.includes('group') && own < item.groupGoal) ||
    (on.includes('floor') && ends.some((end, i) => end < item.floor && !item.exempt.includes(i))) ||
    (on.includes('underway') && (ends[running] ?? 0) < until && (levels[running] ?? 5) < until) ||
    (on.includes('frozen') && item.frozen.some((i) => ends[i] !== levels[i])) ||
    (on.includes('budget') && sum(item.days) > item.budget) ||
    (on.includes('requires') &&
      (levels[of] ?? 5) < level &&
      (ends[of] ?? 0) >= level &&
      (ends[needs] ?? 0) < needed);
  if (broken) return null;
  const time = on.includes('deadline') ? shortest(item, ends) : 0;
  if (time === null) return null;
  const cost = sum(item.costs);
  const climbed = steps.reduce((total, { to }) => total + to, 0);
  const raised = new Set(steps.map(({ i }) => i));
  const opd = new Set([...raised].map((i) => item.opd[i]));
  const ties = [steps.length, climbed, -points];
  const byObjective = {
    cost: [cost, ...ties],
    opd: [opd.size, ...ties],
    indicators: [raised.size, ...ties],
    time: [time, cost, ...ties],
    index: [-points, cost, steps.length, climbed],
  };
  return byObjective[objective];
}

/** Fewest months in which the steps can be done, tried month by month; null if more than the horizon. */
function shortest(item: SmallCase, ends: readonly number[]): number | null {
  for (let months = 0; months <= item.horizon; months++) {
    if (fits(item, ends, months)) return months;
  }
  return null;
}

/** Whether ends can be found for all steps by trying every month for each, ladder by ladder. */
function fits(item: SmallCase, ends: readonly number[], horizon: number): boolean {
  const { levels, months, on, requires } = item;
  const hasNeed = on.includes('requires');
  const order = levels
    .map((_, i) => i)
    .toSorted((a, b) => (hasNeed ? Number(b === requires.needs) - Number(a === requires.needs) : a - b));
  const steps = order.flatMap((i) =>
    Array.from({ length: (ends[i] ?? 0) - (levels[i] ?? 0) }, (_, k) => ({
      i,
      to: (levels[i] ?? 0) + k + 1,
    })),
  );
  const done = new Map<string, number>();
  const loads = new Map<string, number>();
  const place = (index: number): boolean => {
    const step = steps[index];
    if (!step) return true;
    const { i, to } = step;
    const before = done.get(`${i} ${to - 1}`) ?? -1;
    const awaited =
      hasNeed && requires.of === i && requires.level === to
        ? (done.get(`${requires.needs} ${requires.needed}`) ?? -1)
        : -1;
    const first = Math.max(before, awaited) + (months[i]?.[to - 2] ?? 0);
    for (let month = first; month < horizon; month++) {
      const load = `${item.opd[i]} ${Math.floor((item.start + month) / 3)}`;
      const used = loads.get(load) ?? 0;
      if (on.includes('capacity') && used >= item.capacity) continue;
      loads.set(load, used + 1);
      done.set(`${i} ${to}`, month);
      if (place(index + 1)) return true;
      loads.set(load, used);
      done.delete(`${i} ${to}`);
    }
    return false;
  };
  return place(0);
}
