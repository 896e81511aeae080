import { describe, expect, test } from 'vitest';
import { loadInstrument } from '../../src/instrument/load.ts';
import { parseStepId, stepId } from '../../src/plan/action-plan.ts';
import { parseActionPlan } from '../../src/plan/parse-action-plan.ts';
import type { StatedPlan, StatedRow } from '../../src/plan/stated-plan.ts';

const instrument = await loadInstrument('permenpanrb-59-2020');
const decimal = { ...instrument, scale: { ...instrument.scale, decimals: 2 } };
const keys = ['id', 'opd', 'end', 'status', 'finished', 'note'] as const;
type Texts = Readonly<Partial<Record<(typeof keys)[number], string>>>;

/** The n-th row stands in row n of the sheet, its columns from A. */
function rowsOf(rows: readonly Texts[]): StatedRow[] {
  return rows.map((row, index) => {
    const field = (key: (typeof keys)[number]) => ({
      text: row[key] ?? '',
      at: { file: 'rencana.xlsx', sheet: 'Langkah', address: `${'ABCDEF'[keys.indexOf(key)]}${index + 1}` },
    });
    return {
      ...{ id: field('id'), opd: field('opd'), end: field('end') },
      ...{ status: field('status'), finished: field('finished'), note: field('note') },
    };
  });
}

function parse(rows: readonly Texts[], more: Partial<StatedPlan> = {}, of = instrument) {
  const about = { instrument: instrument.id, region: 'Kabupaten Contoh', year: 2025, targetLabel: '2,60' };
  const at = { file: 'rencana.xlsx', sheet: 'Langkah' };
  const particulars = { target: '13/5', levels: '12=1 13=2', steps: '12-L2 12-L3 13-L3' };
  return parseActionPlan({ ...about, at, ...particulars, ...more, rows: rowsOf(rows) }, of);
}

function problemsOf(rows: readonly Texts[]) {
  return parse(rows)?.problems.map(({ code, at, details }) => ({
    ...{ code, at: at.address ?? '' },
    details: Object.values(details).join(' | '),
  }));
}

const usual: readonly Texts[] = [
  {
    ...{ id: '12-L2', opd: 'Diskominfo', end: '2025-06-30', status: 'Selesai', finished: '2 Mei 2025' },
    note: 'SK terbit.',
  },
  { id: '12-L3', opd: 'Diskominfo', end: '2025-12-31', status: 'berjalan' },
  { id: '13-L3', opd: 'Bappeda', status: 'Batal' },
];

test('steps, levels and target as stated', () => {
  const plan = parse(usual);
  expect(plan).toEqual({
    levels: new Map([
      ['12', 1],
      ['13', 2],
    ]),
    target: expect.anything(),
    steps: [
      {
        ...{ id: '12-L2', indicator: '12', to: 2, opd: 'Diskominfo', end: '2025-06-30', status: 'done' },
        ...{ finished: '2025-05-02', note: 'SK terbit.' },
      },
      {
        ...{ id: '12-L3', indicator: '12', to: 3, opd: 'Diskominfo', end: '2025-12-31', status: 'running' },
        ...{ finished: null, note: '' },
      },
      {
        ...{ id: '13-L3', indicator: '13', to: 3, opd: 'Bappeda', end: null, status: 'cancelled' },
        ...{ finished: null, note: '' },
      },
    ],
    problems: [],
  });
  expect(plan?.target?.toFraction()).toBe('13/5');
  expect(parse(usual, { target: '' })?.target).toBeNull();
  expect(parse(usual, { target: '3' })?.target?.toFraction()).toBe('3');
});

test('rows may be sorted: the steps keep the plan’s order', () => {
  expect(parse(usual.toReversed())).toEqual(parse(usual));
});

describe('hidden particulars that contradict themselves are no plan', () => {
  test.each<[string, Partial<StatedPlan>]>([
    ['an unknown indicator', { levels: '48=1' }],
    ['an indicator twice', { levels: '12=1 13=2 14=1 14=1' }],
    ['a level off the scale', { levels: '12=1 13=2 14=6' }],
    ['a level below the scale', { levels: '12=1 13=2 14=0' }],
    ['a level with decimals where there are none', { levels: '12=1 13=2 14=1.5' }],
    ['a level that is none', { levels: '12=1 13=2 14=x' }],
    ['something before it', { levels: '.12=1 13=2' }],
    ['something behind it', { levels: '12=1, 13=2' }],
    ['no step', { steps: '' }],
    ['an unknown step', { steps: '12-L2 48-L2' }],
    ['a step twice', { steps: '12-L2 12-L2' }],
    ['a hole', { steps: '12-L3' }],
    ['a hole further up', { steps: '12-L2 12-L4' }],
    ['a step that is behind', { steps: '13-L2' }],
    ['a target that is no number', { target: 'x' }],
    ['a target below zero', { target: '-3' }],
    ['a target through zero', { target: '3/0' }],
    ['a target of many digits', { target: '1234567890' }],
    ['a target of many digits below', { target: '1/12345678901' }],
    ['a target and more', { target: '3/5 ' }],
  ])('%s', (_, more) => {
    expect(parse([], more)).toBeNull();
  });

  test('blanks between them mean nothing; every indicator may climb to the top', () => {
    const steps = ' 12-L2  12-L3 12-L4 12-L5 ';
    expect(parse([], { levels: ' 12=1  13=2 ', steps })?.steps.map(({ id }) => id)).toEqual(
      steps.trim().split(/ +/),
    );
    expect(parse([], { levels: '12=1 13=2 14=5' })?.levels.get('14')).toBe(5);
    expect(parse([], { levels: '', steps: '12-L2', target: '123456789/1234567890' })).not.toBeNull();
  });

  test('decimals as far as the scale has them', () => {
    expect(parse([], { levels: '12=2.25', steps: '12-L3' }, decimal)?.levels.get('12')).toBe(2.25);
    expect(parse([], { levels: '12=2.125', steps: '12-L3' }, decimal)).toBeNull();
  });
});

describe('what cannot be understood is told at its cell, and counts as if nothing stood there', () => {
  const missing = (step: string) => ({ code: 'plan-step-missing', at: '', details: step });

  test('a step whose row is gone', () => {
    expect(problemsOf(usual.slice(0, 2))).toEqual([missing('indikator 13 ke tingkat 3')]);
    expect(parse(usual.slice(0, 2))?.problems[0]?.at).toEqual({ file: 'rencana.xlsx', sheet: 'Langkah' });
    expect(parse(usual.slice(0, 2))?.steps[2]).toEqual({
      ...{
        id: '13-L3',
        indicator: '13',
        to: 3,
        opd: '',
        end: null,
        status: 'open',
        finished: null,
        note: '',
      },
    });
  });

  test('a second row of a step', () => {
    expect(problemsOf([...usual, { id: '12-L3', status: 'Selesai' }])).toEqual([
      { code: 'plan-step-repeated', at: 'D4', details: 'indikator 12 ke tingkat 3 | Langkah!D2' },
    ]);
    expect(parse([...usual, { id: '12-L3', status: 'Selesai' }])?.steps).toEqual(parse(usual)?.steps);
  });

  test.each<[Texts, boolean]>([
    [{ id: '12-L4', status: 'Selesai' }, true],
    [{ id: 'x' }, true],
    [{ status: 'Selesai' }, true],
    [{ finished: '2025-01-01' }, true],
    [{ note: 'Rapat' }, true],
    [{ opd: 'Diskominfo', end: '2025-01-01' }, false],
  ])('a row of no step, %j: told %j', (row, isTold) => {
    const told = [{ code: 'plan-step-unknown', at: 'D4', details: row.id ?? '' }];
    expect(problemsOf([...usual, row])).toEqual(isTold ? told : []);
  });

  test('a status and dates that are none', () => {
    const rows = usual.with(0, { id: '12-L2', status: 'hampir', end: 'akhir tahun', finished: '31/31/2025' });
    expect(problemsOf(rows)).toEqual([
      { code: 'plan-status-unknown', at: 'D1', details: 'indikator 12 ke tingkat 2 | hampir' },
      { code: 'plan-date-invalid', at: 'C1', details: 'indikator 12 ke tingkat 2 | akhir tahun' },
      { code: 'plan-date-invalid', at: 'E1', details: 'indikator 12 ke tingkat 2 | 31/31/2025' },
    ]);
    expect(parse(rows)?.steps[0]).toMatchObject({ status: 'open', end: null, finished: null });
  });

  test('a step that is done while one below it is not', () => {
    const steps = '12-L2 12-L3 12-L4 13-L3';
    const statuses = (...texts: string[]) =>
      parse(
        steps.split(' ').map((id, index) => ({ id, status: texts[index] ?? '' })),
        { steps },
      )?.problems.map(
        ({ code, at, details }) => `${code} ${at.address} ${details['step']}: ${details['below']}`,
      );
    expect(statuses('Selesai', 'Selesai', 'Selesai', 'Selesai')).toEqual([]);
    expect(statuses('Selesai', 'Berjalan', 'Belum', 'Selesai')).toEqual([]);
    expect(statuses('Berjalan', 'Batal', 'Selesai', 'Belum')).toEqual([
      'plan-step-skipped D3 indikator 12 ke tingkat 4: tingkat 2, tingkat 3',
    ]);
    expect(statuses('', 'Selesai', 'Selesai', '')).toEqual([
      'plan-step-skipped D2 indikator 12 ke tingkat 3: tingkat 2',
      'plan-step-skipped D3 indikator 12 ke tingkat 4: tingkat 2',
    ]);
  });
});

test.each([
  ['12-L3', '12', 3],
  ['35-1-L2', '35-1', 2],
])('%s is a step and comes back', (id, indicator, to) => {
  expect(parseStepId(id)).toEqual({ indicator, to });
  expect(stepId({ indicator, to })).toBe(id);
});

test.each(['', '12', '-L3', '12-L', '12-L33', '12-L3 ', '12-l3'])('%j is no step', (id) => {
  expect(parseStepId(id)).toBeNull();
});
