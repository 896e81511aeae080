import type { Fraction } from 'fraction.js';
import { afterAll, describe, expect, it } from 'vitest';
import { randomFrom } from '../../fixtures/hostile/case.js';
import { roundHalfUp, type Score, score } from '../../src/assessment/score.ts';
import { loadInstrument } from '../../src/instrument/load.ts';
import { decimal, type Regulation, regulations, roundedHundredths, secondScore } from './second-score.ts';

/** Of all instruments together. V8 counts what runs ten times as slowly as it runs it. */
const cases = process.env['NODE_V8_COVERAGE'] ? 9_000 : 100_000;
const seed = 59_2020;

type Random = (below: number) => number;
/** Hundredths by indicator. */
type Sheet = Map<string, number>;

/** What is filled in: each way finds other mistakes. */
const ways: readonly ((regulation: Regulation, random: Random) => Sheet)[] = [
  complete,
  (regulation, random) => leaveOut(complete(regulation, random), 1 + random(4), random),
  (regulation, random) => decimals(complete({ ...regulation, decimals: 2 }, random), random),
  allEqual,
  nearEdge,
  nearEdge,
];

describe.each(regulations)('$id', (regulation) => {
  const random = randomFrom(seed);
  const seen = { near: 0, onEdge: 0, byYear: 0, halves: 0, predicates: new Set<string>() };

  it(`agrees with a second implementation in ${Math.ceil(cases / regulations.length)} cases`, async () => {
    const instrument = await loadInstrument(regulation.id);
    for (let number = 0; number * regulations.length < cases; number++) {
      const sheet = ways[number % ways.length]?.(regulation, random) ?? new Map();
      const year = [undefined, ...regulation.years][random(regulation.years.length + 1)];
      const levels = new Map([...sheet].map(([id, level]) => [id, level / 100]));
      const first = score(instrument, levels, year);
      const second = secondScore(regulation, sheet, year);
      const wrong = differences(first, second);
      if (wrong.length > 0) {
        expect.fail(`Case ${number}, year ${year}: ${wrong.join('; ')}\n${JSON.stringify([...levels])}`);
      }
      const { denominator, index } = second;
      const beyond = index * 100n - BigInt(second.near?.[0] ?? 0) * denominator;
      if (second.near) seen.near++;
      if (beyond === 0n) seen.onEdge++;
      if (beyond < 0n && second.predicate === second.near?.[2]) seen.byYear++;
      if ((index * 200n) % denominator === 0n && (index * 100n) % denominator !== 0n) seen.halves++;
      seen.predicates.add(second.predicate);
    }
  }, 120_000);

  // Else the cases would not try what they are for.
  afterAll(() => {
    expect(seen.predicates.size).toBe(5);
    expect(seen.near).toBeGreaterThan(cases / 40);
    expect(seen.onEdge).toBeGreaterThan(cases / 1000);
    expect(seen.halves).toBeGreaterThan(0);
    expect(seen.byYear > cases / 1000).toBe(regulation.roundedYears.length > 0);
  });
});

function differences(first: Score, second: ReturnType<typeof secondScore>): string[] {
  const { denominator } = second;
  const wrong: string[] = [];
  const compare = (what: string, found: unknown, expected: unknown) => {
    if (found !== expected) wrong.push(`${what} is ${found}, not ${expected}`);
  };
  const compareExact = (what: string, found: Fraction | undefined, parts: bigint) => {
    if (found?.equals(0) && parts === 0n) return;
    if (!found || found.s * found.n * denominator !== parts * found.d) {
      wrong.push(`${what} is ${found?.toFraction()}, not ${parts}/${denominator}`);
    }
  };
  compareExact('index', first.index, second.index);
  compareExact('lowest', first.range.low, second.index);
  compareExact('highest', first.range.high, second.highest);
  compare('shown', first.shown, second.shown);
  compare('predicate', first.band.name, second.predicate);
  compare('unanswered', first.unanswered.join(), second.unanswered.join());
  compare('groups', first.groups.length, second.groups.size);
  for (const { group, index } of first.groups) {
    const parts = second.groups.get(group.id) ?? -1n;
    compareExact(group.id, index, parts);
    compare(`${group.id} shown`, roundHalfUp(index, 2), decimal(roundedHundredths(parts, denominator)));
  }
  compare('indicators', first.indicators.length, second.lost.size);
  for (const { id, lost } of first.indicators)
    compareExact(`lost by ${id}`, lost, second.lost.get(id) ?? -1n);
  const { edge, below, above } = first.nearEdge ?? {};
  compare('near', edge && [edge.mul(100).toString(), below, above].join(), second.near?.join());
  return wrong;
}

function complete({ aspects, lowest, highest, decimals }: Regulation, random: Random): Sheet {
  const step = decimals === 0 ? 100 : 1;
  // Levels of one sheet lie about one middle, or all indices would.
  const middle = lowest + random(highest - lowest + 1);
  const ids = Object.values(aspects).flatMap((parts) => parts.map(([id]) => id));
  return new Map(
    ids.map((id) => {
      const level = random(3) === 0 ? lowest + random(highest - lowest + 1) : middle + random(301) - 150;
      return [id, Math.min(highest, Math.max(lowest, Math.round(level / step) * step))];
    }),
  );
}

/** About one in so many stays blank; all of them, now and then. */
function leaveOut(sheet: Sheet, many: number, random: Random): Sheet {
  return new Map([...sheet].filter(() => random(many + 1) !== 0 && many > 0));
}

/** Also an assessor's values for instruments of whole levels. */
function decimals(sheet: Sheet, random: Random): Sheet {
  return random(2) === 0 ? sheet : leaveOut(sheet, 5, random);
}

function allEqual({ aspects, lowest, highest }: Regulation, random: Random): Sheet {
  const levels = Array.from({ length: (highest - lowest) / 100 + 1 }, (_, more) => lowest + 100 * more);
  const level = levels[random(levels.length)] ?? lowest;
  const ids = Object.values(aspects).flatMap((parts) => parts.map(([id]) => id));
  return new Map(
    ids.slice(0, random(3) === 0 ? random(ids.length + 1) : ids.length).map((id) => [id, level]),
  );
}

/** Brings the index of a random sheet as near to an edge, or to a half hundredth, as the levels allow. */
function nearEdge(regulation: Regulation, random: Random): Sheet {
  const { aspects, lowest, highest, decimals, edges } = regulation;
  const sheet = complete(regulation, random);
  const weights = Object.values(aspects).flat();
  const step = decimals === 0 ? 100 : 1;
  // In three-millionths of the index, as weight × level: an edge, or half a hundredth beside it.
  const goal = 30_000 * (edges[random(4)] ?? 0) + 15_000 * ([0, 0, -1, 1][random(4)] ?? 0);
  let left = goal - weights.reduce((sum, [id, weight]) => sum + Number(weight) * (sheet.get(id) ?? 0), 0);
  for (let turn = 0; turn < 3 * weights.length && left !== 0; turn++) {
    const [id, weight] = weights[random(weights.length)] ?? ['', 1n];
    const old = sheet.get(id) ?? lowest;
    const wanted = Math.round((old + left / Number(weight)) / step) * step;
    const level = Math.min(highest, Math.max(lowest, wanted));
    sheet.set(id, level);
    left -= Number(weight) * (level - old);
  }
  return sheet;
}
