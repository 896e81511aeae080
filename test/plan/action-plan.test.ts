import { Fraction } from 'fraction.js';
import { describe, expect, test } from 'vitest';
import { type Assessment, mergeSubmissions } from '../../src/assessment/merge.ts';
import { score } from '../../src/assessment/score.ts';
import { loadInstrument } from '../../src/instrument/load.ts';
import { toActionPlan } from '../../src/plan/action-plan.ts';
import { findGap } from '../../src/plan/gap.ts';
import type { GapResult } from '../../src/plan/gap-result.ts';
import type { Schedule, Task } from '../../src/plan/schedule.ts';
import { makeSubmission } from '../assessment/make-submission.ts';
import { plainResult } from './plain-result.ts';

const instrument = await loadInstrument('permenpanrb-59-2020');
const levels = new Map(instrument.indicators.map(({ id }) => [id, 1]));
const target = { index: new Fraction('1.1'), label: '1,10' };
const gap = await findGap(instrument, levels, target);
const submission = makeSubmission({ file: 'masuk\\2025/dinas.xlsx', answers: [['12', '1']] });
const assessment = mergeSubmissions([submission], instrument, { region: null, year: null }, null);

function task(indicator: string, to: number, opd: string | null): Task {
  const work = { months: 2, days: new Fraction(5), rupiah: null };
  const points = { gain: new Fraction(1), delayPrice: new Fraction(1) };
  return { indicator, from: to - 1, to, opd, start: 24_000, end: 24_001, work, ...points, evidence: [] };
}

function scheduleOf(...tasks: Task[]): Schedule {
  return { start: 24_000, end: 24_001, closing: null, tasks, unkept: [] };
}

function plan(more: Partial<GapResult>, of: Assessment = assessment) {
  return toActionPlan(of, levels, { ...plainResult(gap), ...more }, '1,10');
}

const schedule = scheduleOf(task('12', 2, 'diskominfo'), task('48', 2, 'lain'), task('13', 2, null));

describe('a plan to be handed out', () => {
  test('names its steps, their indicators and OPD; what has no name goes by its code', () => {
    const { indicators } = instrument;
    const named = (id: string) => indicators.find((one) => one.id === id);
    const steps = plan({ schedule })?.steps.map(({ id, name, shortName, opdName }) => [
      ...[id, name, shortName, opdName],
    ]);
    expect(steps).toEqual([
      ['12-L2', named('12')?.name, named('12')?.shortName, 'Dinas Kominfo'],
      ['48-L2', '48', '48', 'lain'],
      ['13-L2', named('13')?.name, named('13')?.shortName, null],
    ]);
    expect(plan({ schedule })?.steps[0]).toMatchObject(task('12', 2, 'diskominfo'));
  });

  test('says for whom it is, from where to where, and what it takes', () => {
    const [days, rupiah, assumption] = [new Fraction(40), new Fraction(9e6), 'perkiraan'];
    expect(plan({ schedule, days, rupiah, assumption })).toMatchObject({
      ...{ instrument, region: 'Kabupaten Contoh', year: 2025, levels, target: target.index },
      ...{ targetLabel: '1,10', days, rupiah, assumption, from: gap.from, reached: gap.reached },
    });
    expect(plan({ schedule, gap: { ...gap, target: null } })?.target).toBeNull();
  });

  test('without a region the names of the files stand for it, without their folders', () => {
    const files = ['masuk\\2025/dinas.xlsx', 'lain.xlsx'];
    expect(plan({ schedule }, { ...assessment, region: null, files })?.region).toBe('dinas.xlsx, lain.xlsx');
  });

  test('of a path over years every year’s steps stand in it', () => {
    const year = (one: Schedule | null) => ({ year: 2026, target, levels, options: {}, gap, schedule: one });
    const path = [year(scheduleOf(task('12', 2, null))), year(null), year(scheduleOf(task('12', 3, null)))];
    expect(plan({ path })?.steps.map(({ id }) => id)).toEqual(['12-L2', '12-L3']);
  });

  test('is none where there is nothing to do, or no way', () => {
    expect(plan({ schedule: scheduleOf() })).toBeNull();
    expect(plan({})).toBeNull();
    expect(plan({ schedule, gap: { ...gap, status: 'impossible' } })).toBeNull();
    expect(
      plan({ schedule, gap: { ...gap, status: 'reached', reached: score(instrument, levels) } }),
    ).toBeNull();
  });
});
