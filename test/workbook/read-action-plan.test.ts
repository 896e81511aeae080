import { describe, expect, test } from 'vitest';
import { actionMetaTable, actionTable } from '../../src/workbook/action-plan-layout.ts';
import { markOf } from '../../src/workbook/layout.ts';
import { readActionPlan } from '../../src/workbook/read-action-plan.ts';
import { bookOf } from './book-of.ts';

const keys = ['id', 'opd', 'end', 'status', 'finished', 'note'] as const;
const meta: readonly (readonly [string, string])[] = [
  ['kind', 'rencana-aksi'],
  ['formatVersion', '1'],
  ['instrument', 'permenpanrb-59-2020'],
  ['region', 'Kabupaten Contoh'],
  ['year', '2025'],
  ['target', '2.6'],
  ['targetLabel', '2,60'],
  ['levels', '12=1 13=2.5'],
  ['steps', '12-L2 12-L3'],
];
const rows = [
  ['12-L2', 'Diskominfo', '2025-06-30', 'Selesai', '2025-05-02', 'SK terbit.'],
  ['12-L3', 'Bappeda', '2025-12-31', 'Belum', '', ''],
];

interface Parts {
  readonly pairs?: readonly (readonly [string, string])[];
  readonly columns?: readonly (typeof keys)[number][];
  readonly marked?: boolean;
  readonly steps?: readonly (readonly string[])[];
}

function read({ pairs = meta, columns = keys, marked = true, steps = rows }: Parts) {
  const marks = actionMetaTable.columns.map(({ key }) => markOf(actionMetaTable, key));
  const texts = steps.map((row) => columns.map((key) => row[keys.indexOf(key)] ?? ''));
  const book = bookOf({
    Ringkasan: [['Rencana aksi']],
    ...(marked ? { Langkah: [columns.map((key) => markOf(actionTable, key)), ...texts] } : {}),
    _spbe: [marks, ...pairs],
  });
  return readActionPlan(book, 'rencana.xlsx');
}

function withMeta(key: string, value: string): Parts {
  return { pairs: meta.map(([one, text]) => [one, one === key ? value : text]) };
}

describe('an action plan of ours', () => {
  const stated = {
    ...{ instrument: 'permenpanrb-59-2020', region: 'Kabupaten Contoh', year: 2025, target: '2.6' },
    ...{ targetLabel: '2,60', levels: '12=1 13=2.5', steps: '12-L2 12-L3' },
    at: { file: 'rencana.xlsx', sheet: 'Langkah' },
  };

  test.each([
    ['as written', keys],
    ['with its columns moved', keys.toReversed()],
  ])('%s: its particulars and every step with its place', (_, columns) => {
    const { plan, problems } = read({ columns });
    expect(plan).toMatchObject(stated);
    expect(problems).toEqual([]);
    expect(plan.rows.map((row) => keys.map((key) => row[key].text))).toEqual(rows);
    const place = `${'ABCDEF'[columns.indexOf('status')]}3`;
    expect(plan.rows[1]?.status.at).toEqual({ file: 'rencana.xlsx', sheet: 'Langkah', address: place });
  });

  test('says which columns were lost', () => {
    const { plan, problems } = read({ columns: ['id', 'opd', 'end', 'finished', 'note'] });
    expect(plan.rows[0]?.status).toEqual({ text: '', at: { file: 'rencana.xlsx', sheet: 'Langkah' } });
    expect(problems.map(({ code, details }) => `${code} ${details['column']}`)).toContain(
      'column-missing Status',
    );
  });

  test.each([
    ['', null],
    ['nanti', null],
    ['2025.5', null],
    ['0', null],
    ['-1', null],
    ['1', 1],
  ])('its year %j is %j', (text, year) => {
    expect(read(withMeta('year', text)).plan.year).toBe(year);
  });

  test('the first of a repeated particular counts, and an empty key none', () => {
    const pairs = [['', 'x'], ...meta, ['region', 'Kota Lain']] as const;
    expect(read({ pairs }).plan).toMatchObject(stated);
  });

  test('a particular is no longer than spbe writes it; levels and steps are as long as they are', () => {
    const long = 'a'.repeat(201);
    for (const key of ['instrument', 'region', 'target', 'targetLabel'] as const) {
      expect(read(withMeta(key, long)).plan[key]).toBe('a'.repeat(200));
    }
    for (const key of ['levels', 'steps'] as const) expect(read(withMeta(key, long)).plan[key]).toBe(long);
  });

  test('what it does not say is empty', () => {
    expect(read({ pairs: meta.slice(0, 1) }).plan).toMatchObject({
      ...{ instrument: '', region: '', year: null, target: '', targetLabel: '', levels: '', steps: '' },
    });
  });
});

test.each<[string, Parts, string]>([
  ['nothing told', { pairs: [] }, 'bukan rencana aksi dari "spbe gap --plan"'],
  ['a workbook of an OPD', withMeta('kind', 'kertas-kerja'), 'bukan rencana aksi dari "spbe gap --plan"'],
  ['a newer one', withMeta('formatVersion', '2'), 'dibuat dengan spbe yang lebih baru'],
  ['Langkah deleted', { marked: false }, 'lembar Langkah atau tanda pengenalnya hilang'],
  [
    'its hidden ids deleted',
    { columns: ['opd', 'end', 'status'] },
    'lembar Langkah atau tanda pengenalnya hilang',
  ],
  [
    'steps without end',
    { steps: Array.from({ length: 10_001 }, () => ['12-L2', 'a']) },
    'Lembar Langkah berisi lebih dari 10.000 baris',
  ],
])('is refused: %s', (_, parts, words) => {
  expect(() => read(parts)).toThrow(words);
});
