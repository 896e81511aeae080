import fc from 'fast-check';
import { Fraction } from 'fraction.js';
import { describe, expect, test } from 'vitest';
import * as plan from '../../fixtures/kabupaten-42/plan.js';
import { rangeOfConflicts } from '../../src/assessment/conflict-range.ts';
import { claimedLevels, mergeSubmissions } from '../../src/assessment/merge.ts';
import type { MergePolicy, MergeRule } from '../../src/assessment/merge-policy.ts';
import { score } from '../../src/assessment/score.ts';
import type { Submission } from '../../src/assessment/submission.ts';
import { loadInstrument } from '../../src/instrument/load.ts';
import { makeSubmission } from './make-submission.ts';

const instrument = await loadInstrument('permenpanrb-59-2020');
const at = { file: 'spbe.yaml' };

/** By hand: what each group of indicators weighs (hundredths of a per cent) and the levels that must count. */
const byHand = [
  { weight: 130, levels: [3, 3, 2, 4, 4, 3, 2, 2, 3, 2] }, // 28 × 130 =  3640; 5: its lead; 8: the lowest
  { weight: 250, levels: [2, 3, 4, 3, 3, 2, 3, 2, 3, 4] }, // 29 × 250 =  7250; 12: lead blank; 15: decided; 18: lead
  { weight: 150, levels: [3, 4, 2, 3, 3, 2, 4, 1, 3, 2, 1] }, // 28 × 150 =  4200; 25: two versions; 28, 31: blank
  { weight: 275, levels: [3, 1, 2, 4, 3, 2, 3, 3, 4, 2] }, // 27 × 275 =  7425; 33: not understood
  { weight: 300, levels: [3, 4, 2, 3, 4, 2] }, // 18 × 300 =  5400; 47: the lowest of three
];
const total = 27_915;
/** 8: 2–4, 12: 3–5, 25: 3–4, 47: 2–5, so 2 × 130 + 2 × 250 + 1 × 150 + 3 × 300 more at most. */
const highest = 29_725;

const policy = (rule: MergeRule = 'lead'): MergePolicy => ({
  rule,
  leads: new Map(Object.entries(plan.leads)),
  weights: new Map(Object.entries(plan.weights).map(([code, weight]) => [code, new Fraction(weight)])),
  decisions: new Map(plan.decisions.map((one) => [one.indicator, { ...one, at }])),
  assigned: plan.opd,
});

const files: Submission[] = plan.versions.map(({ name, opd, savedAt, answers }) => {
  const stated = answers.filter(([, level]) => /^[2-5]$/.test(level));
  const words = (id: string, level: string) => plan.wordsOf(opd, id, level);
  return {
    ...makeSubmission({
      file: name,
      meta: {
        region: plan.region,
        year: plan.year,
        opd: { code: opd, name: plan.opd.find(({ code }) => code === opd)?.name ?? opd },
        workbookId: opd,
      },
      answers: answers.map(([id, level]) => [id, level, /^[2-5]$/.test(level) ? words(id, level).fact : '']),
      documents: stated.map(([id, level]) => [id, level, words(id, level).title, words(id, level).location]),
    }),
    modified: savedAt,
  };
});
const stranger = makeSubmission({
  file: 'kota-lain.xlsx',
  meta: { region: 'Kota Lain' },
  answers: [['1', '5']],
});

function merge(submissions: readonly Submission[], rule?: MergeRule) {
  const subject = { region: plan.region, year: plan.year };
  return mergeSubmissions(submissions, instrument, subject, at, policy(rule));
}

describe('42 OPD', () => {
  const assessment = merge([...files, stranger]);
  const levels = claimedLevels(assessment.answers);

  test('the table adds up', () => {
    const units = byHand.reduce(
      (sum, { weight, levels: own }) => sum + weight * own.reduce((a, b) => a + b),
      0,
    );
    expect(units).toBe(total);
    expect(byHand.flatMap(({ levels: own }) => own)).toHaveLength(47);
  });

  test('each level, and the index, are those worked out by hand', () => {
    const used = instrument.indicators.map(({ id }) => levels.get(id) ?? 1);
    expect(used).toEqual(byHand.flatMap(({ levels: own }) => own));
    const { index, shown, band } = score(instrument, levels, plan.year);
    expect(index.toFraction()).toBe(new Fraction(total, 10_000).toFraction());
    expect([shown, band.name]).toEqual(['2.79', 'Baik']);
  });

  test('the range while four conflicts are open', () => {
    const range = rangeOfConflicts(instrument, assessment.settlements);
    expect(range?.open).toEqual(['8', '12', '25', '47']);
    expect(range?.low.equals(new Fraction(total, 10_000))).toBe(true);
    expect(range?.high.equals(new Fraction(highest, 10_000))).toBe(true);
  });

  test.each([
    ['2', 'agreed', 'opd-02'],
    ['5', 'lead', 'opd-05'],
    ['8', 'lowest', 'opd-13'],
    ['12', 'lowest', 'opd-14'],
    ['15', 'decision', 'opd-15'],
    ['18', 'lead', 'opd-18'],
    ['25', 'lowest', 'opd-25'],
    ['31', 'blank', 'opd-31'],
    ['47', 'lowest', 'opd-18'],
  ])('indicator %s rests on: %s, %s', (id, basis, opd) => {
    expect(assessment.settlements.get(id)).toMatchObject({ basis, carrier: { opd } });
  });

  test('every kind of disagreement is told, at its file', () => {
    const told = assessment.problems
      .filter(({ code }) => /^(answer|workbook|region)-/.test(code))
      .map(({ code, at: place, details }) => `${code} ${place.file} ${details['indicator'] ?? ''}`.trim());
    expect(told).toEqual([
      'region-mismatch kota-lain.xlsx',
      'answer-conflict opd-05.xlsx 47',
      'answer-conflict opd-08.xlsx 8',
      'answer-overruled opd-12.xlsx 5',
      'answer-conflict opd-13.xlsx 8',
      'answer-conflict opd-14.xlsx 12',
      'answer-overruled opd-15.xlsx 15',
      'answer-conflict opd-16.xlsx 12',
      'answer-overruled opd-17.xlsx 15',
      'answer-conflict opd-18.xlsx 47',
      'answer-conflict opd-19.xlsx 47',
      'workbook-superseded opd-20.xlsx',
      'workbook-superseded opd-22 (lama).xlsx',
      'answer-conflict opd-25 (lama).xlsx 25',
      'workbook-duplicate opd-25.xlsx',
      'answer-conflict opd-25.xlsx 25',
      'answer-overruled opd-30.xlsx 18',
      'answer-unassigned opd-30.xlsx 18',
      'workbook-missing spbe.yaml',
    ]);
  });

  test('of the missing workbook is said what it holds: indicator 28, 4 × 1.5 % of the index', () => {
    const missing = assessment.problems.find(({ code }) => code === 'workbook-missing');
    expect(missing?.details).toEqual({
      opd: 'opd-28',
      name: 'Kecamatan 3',
      indicators: '28',
      points: '0.0600',
    });
  });

  test.each<[MergeRule, Record<string, number>]>([
    ['lowest', { 5: 2, 8: 2, 12: 3, 15: 3, 18: 2, 25: 3, 47: 2 }],
    ['median', { 5: 2, 8: 2, 12: 3, 15: 3, 18: 2, 25: 3, 47: 3 }],
    // opd-18 weighs 3. 18: (3 × 2 + 5) ÷ 4 = 2.75; 47: (3 + 3 × 2 + 5) ÷ 5 = 2.8
    ['weighted', { 5: 3, 8: 3, 12: 4, 15: 3, 18: 2, 25: 3, 47: 2 }],
  ])('under %s', (rule, expected) => {
    const merged = claimedLevels(merge(files, rule).answers);
    expect(Object.fromEntries(Object.keys(expected).map((id) => [id, merged.get(id)]))).toEqual(expected);
  });
});

test('neither the order of the files nor copies of them matter', () => {
  const expected = asText(merge(files));
  const copies = fc.subarray(files, { maxLength: 5 });
  const shuffled = fc.shuffledSubarray(files, { minLength: files.length, maxLength: files.length });
  fc.assert(
    fc.property(shuffled, copies, (order, extra) => {
      // A copy's name sorts after its original, so that the original stays.
      const again = extra.map((one) => copyOf(one));
      expect(asText(merge([...order, ...again]))).toBe(expected);
    }),
    { numRuns: 20 },
  );
});

function copyOf(one: Submission): Submission {
  return JSON.parse(
    JSON.stringify(one, mapsAsEntries).replaceAll(`"${one.file}"`, `"z ${one.file}"`),
    entriesAsMaps,
  );
}

function mapsAsEntries(_: string, value: unknown): unknown {
  return value instanceof Map ? { map: [...value] } : value;
}

function entriesAsMaps(_: string, value: { map?: [string, never][] } | null): unknown {
  return Array.isArray(value?.map) ? new Map(value.map) : value;
}

/** What a merge found; copies that were left out are not part of it. */
function asText({ answers, settlements, evidence, problems }: ReturnType<typeof merge>): string {
  const told = problems.filter(({ code }) => code !== 'workbook-superseded');
  return JSON.stringify([[...answers], [...settlements], evidence, told]);
}
