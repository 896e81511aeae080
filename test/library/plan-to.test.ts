import { beforeAll, describe, expect, it } from 'vitest';
import { type Instrument, loadInstrument, planTo, UserError } from '../../src/index.ts';

let instrument: Instrument;
/** All indicators at level 3. */
let levels: ReadonlyMap<string, number>;

beforeAll(async () => {
  instrument = await loadInstrument('permenpanrb-59-2020');
  levels = new Map(instrument.indicators.map(({ id }) => [id, 3]));
});

describe('planTo', () => {
  it('finds proven steps to a predicate', async () => {
    const gap = await planTo(instrument, levels, 'sangat baik');
    expect(gap).toMatchObject({ status: 'planned', optimal: true });
    expect(gap.from.shown).toBe('3.00');
    expect(gap.reached.index.compare(3.5)).toBeGreaterThanOrEqual(0);
    expect(new Map(gap.steps.map(({ indicator, to }) => [indicator, to]))).toEqual(new Map(gap.plan));
  });

  it('takes a domain besides the index, and says what is there already', async () => {
    const gap = await planTo(instrument, levels, ['3.0', 'D2=3.5']);
    const domain = gap.reached.groups.find(({ group }) => group.id === 'D2');
    expect(domain?.index.compare(3.5)).toBeGreaterThanOrEqual(0);
    expect((await planTo(instrument, levels, '3.0')).status).toBe('reached');
  });

  it('follows costs, floor and owners', async () => {
    const gap = await planTo(instrument, new Map([...levels, ['1', 1]]), '3.1', {
      costOf: (indicator) => (indicator === '2' ? 0 : 1),
      opdOf: new Map([['2', 'diskominfo']]),
      floor: { level: 2, exempt: new Set() },
    });
    expect(gap.plan.get('1')).toBeGreaterThanOrEqual(2);
    expect(gap.steps[0]).toMatchObject({ indicator: '2', to: 5, cost: 0, opd: 'diskominfo' });
  });

  it('names the predicate as the Ministry did in that year', async () => {
    const raised = Array.from({ length: 27 }, (_, at): [string, number] => [String(at + 1), 4]);
    const close = new Map([...levels, ...raised, ['1', 5]]);
    const names = [2023, 2024].map(async (year) => {
      const { from } = await planTo(instrument, close, '4.0', { year });
      return [from.shown, from.band.name];
    });
    // 3.498: predicates went by the rounded index in 2023, by the exact one in 2024.
    expect(await Promise.all(names)).toEqual([
      ['3.50', 'Sangat Baik'],
      ['3.50', 'Baik'],
    ]);
  });

  it('shows nothing of how the question was put', async () => {
    const gap = await planTo(instrument, levels, '3.1');
    expect(Object.keys(gap).filter((key) => ['question', 'quarters', 'conflict'].includes(key))).toEqual([]);
  });

  it.each([['5.5'], ['bagus sekali'], ['2027=3.6'], ['X9=3']])('refuses %s in words', async (target) => {
    await expect(planTo(instrument, levels, target)).rejects.toThrow(UserError);
  });
});
