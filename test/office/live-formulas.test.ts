import { Fraction } from 'fraction.js';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { roundHalfUp, score } from '../../src/assessment/score.ts';
import type { Group } from '../../src/instrument/instrument.ts';
import type { WorkbookSpec } from '../../src/workbook/contents.ts';
import {
  type Computed,
  columnText,
  compute,
  type Filling,
  reverseCriteria,
  rowsOf,
  tableOf,
} from './computed-sheets.ts';
import {
  allItems,
  allLevels,
  chosen,
  criterionOf,
  inside,
  levelsOf,
  makeFillings,
  meanOf,
  missingOf,
  nameOf,
  pack,
  statusOf,
  validLevel,
  weightOf,
} from './expected-rows.ts';
import { openLibreOffice } from './libre-office.ts';
import { instruments, specOf } from './sample.ts';

/* What Penilaian shows beside the level, and what Dasbor lists, computed by a real spreadsheet program. */

const office = openLibreOffice();
afterAll(() => office.close());

const six = specOf(pack('permenpanrb-59-2020'), ['3', '12', '21', '29', '36', '45'], {});
const wholes = instruments.map((one) =>
  specOf(
    one,
    one.indicators.map(({ id }) => id),
    { year: 2026 },
  ),
);
const someOf2018 = specOf(pack('permenpanrb-5-2018'), ['1', '9', '34', '35-1', '35-2', '35-3'], {
  year: 2018,
});

describe('beside the level', () => {
  const facts = { fact: 'Fakta.', analysis: 'Analisis.' };
  const complete = new Map(allItems(six).map(({ id }) => [id, 'Ya']));
  const steps: Filling = {
    label: 'one indicator at each step',
    spec: six,
    rows: new Map([
      ['12', { level: 'tiga', ...facts, documents: 1 }],
      ['21', { level: 3, fact: 'Fakta.', documents: 1 }],
      ['29', { level: 3, ...facts }],
      ['36', { level: 3, ...facts, documents: 2 }],
      ['45', { level: 3, ...facts, documents: 1 }],
    ]),
    ticks: new Map([...complete].filter(([id]) => id.startsWith('45-'))),
  };
  const first: Filling = {
    ...steps,
    label: 'all steps open at once: the first is named',
    rows: new Map([
      ['3', { ...facts, documents: 1 }],
      ['12', { level: 6 }],
      ['21', { level: 3 }],
      ['29', { level: 3, analysis: 'Analisis.' }],
      ['36', { level: 1 }],
      ['45', { level: 2.5, ...facts, documents: 1 }],
    ]),
    ticks: complete,
  };
  let sheets: Computed[] = [];
  beforeAll(async () => {
    sheets = await compute(office, [steps, first]);
  });

  it('the status is the next thing to do', () => {
    expect(columnText(sheets[0], six, 'status')).toEqual([
      ...[
        'Belum diisi',
        'Periksa tingkat',
        'Penjelasan kosong',
        'Bukti belum ada',
        'Butir kurang',
        'Lengkap',
      ],
    ]);
    expect(columnText(sheets[1], six, 'status')).toEqual([
      ...['Belum diisi', 'Periksa tingkat', 'Penjelasan kosong', 'Penjelasan kosong', 'Lengkap'],
      'Periksa tingkat',
    ]);
  });

  it('documents are counted, items missing are counted only where there is a level', () => {
    expect(columnText(sheets[0], six, 'documents')).toEqual(['0', '1', '1', '0', '2', '1']);
    const missing = columnText(sheets[0], six, 'missing');
    expect([missing[0], missing[1], missing[5]]).toEqual(['', '', '0']);
    expect(Number(missing[4])).toBeGreaterThan(0);
  });
});

describe('Kriteria', () => {
  // A level that asks for something in any case, and for one of several things.
  const [indicator, level] = allLevels(six).find(
    ([, { evidence }]) =>
      evidence.some(({ required, anyOf }) => required && anyOf === undefined) &&
      evidence.filter(({ required, anyOf }) => required && anyOf !== undefined).length > 1,
  ) ?? ['', { level: 0, evidence: [] }];
  const required = level.evidence.filter((item) => item.required);
  const single = required.filter(({ anyOf }) => anyOf === undefined).map(({ id }) => id);
  const alternatives = required
    .filter(({ anyOf }) => anyOf !== undefined)
    .map(({ id, anyOf }) => ({ id, anyOf }));
  const groups = new Set(alternatives.map(({ anyOf }) => anyOf)).size;
  const tick = (ids: readonly string[], word = 'Ya') => new Map(ids.map((id) => [id, word]));
  const last = alternatives.at(-1)?.id ?? '';
  const cases: [string, ReadonlyMap<string, string>, number][] = [
    [
      'nothing ticked: each single item, and each group of alternatives once',
      tick([]),
      single.length + groups,
    ],
    [
      'Belum is no tick',
      tick(
        required.map(({ id }) => id),
        'Belum',
      ),
      single.length + groups,
    ],
    ['one alternative, the last: its group is there', tick([last]), single.length + groups - 1],
    ['all alternatives: no more than that', tick(alternatives.map(({ id }) => id)), single.length],
    ['all single items', tick(single), groups],
    ['all of both', tick(required.map(({ id }) => id)), 0],
    [
      'what is not required, and other levels, count for nothing',
      tick(allItems(six).flatMap(({ id }) => (required.some((item) => item.id === id) ? [] : [id]))),
      single.length + groups,
    ],
  ];

  it('has such a level', () =>
    expect([indicator, single.length > 0, groups > 0]).toEqual([indicator, true, true]));

  it.each([false, true])('counts what is missing (rows sorted: %s)', async (sorted) => {
    const fillings = cases.map(([label, ticks]) => ({
      ...{ label, spec: six, ticks },
      rows: new Map([[indicator, { level: level.level }]]),
    }));
    const sheets = await compute(office, fillings, sorted ? reverseCriteria : undefined);
    const row = six.indicators.indexOf(indicator);
    const counted = sheets.map((sheet, index) => [
      cases[index]?.[0],
      Number(columnText(sheet, six, 'missing')[row]),
    ]);
    expect(counted).toEqual(cases.map(([label, , count]) => [label, count]));
  });
});

describe.each([
  ['six indicators', six, 14],
  ['six indicators of 5/2018', someOf2018, 6],
  ...wholes.map((spec): [string, WorkbookSpec, number] => [`all of ${spec.instrument.id}`, spec, 5]),
])('%s', (_, spec, count) => {
  const fillings = makeFillings(spec, count);
  let sheets: Computed[] = [];
  beforeAll(async () => {
    sheets = await compute(office, fillings);
  }, 180_000);
  const each = (check: (sheet: Computed, filling: Filling) => void) => {
    for (const [index, filling] of fillings.entries()) check(sheets[index] as Computed, filling);
  };

  it('shows the name and the criterion of the chosen level and of the next, in the words of the instrument', () => {
    each((sheet, filling) => {
      expect([filling.label, ...rowsOf(sheet, spec, ['levelName', 'criterion', 'nextCriterion'])]).toEqual([
        filling.label,
        ...chosen(spec).map((indicator) => {
          const level = validLevel(filling, indicator.id);
          if (level === null) return ['', '', ''];
          const { max } = spec.instrument.scale;
          const next = level >= max ? 'Sudah tingkat tertinggi.' : criterionOf(spec, indicator.id, level + 1);
          return [nameOf(spec.instrument, indicator, level), criterionOf(spec, indicator.id, level), next];
        }),
      ]);
    });
  });

  it('counts documents and missing items, and says what to do next', () => {
    each((sheet, filling) => {
      expect([filling.label, ...rowsOf(sheet, spec, ['documents', 'missing', 'status'])]).toEqual([
        filling.label,
        ...spec.indicators.map((id) => [
          String(filling.rows.get(id)?.documents ?? 0),
          missingOf(filling, id),
          statusOf(filling, id),
        ]),
      ]);
    });
  });

  it('lists on Dasbor the five largest losses of the score, in the order of the instrument where they are equal', () => {
    each((sheet, filling) => {
      const { indicators } = score(spec.instrument, levelsOf(filling));
      const held = indicators.filter(({ id }) => spec.indicators.includes(id));
      const expected = held.toSorted((a, b) => b.lost.compare(a.lost)).slice(0, 5);
      const table = tableOf(sheet, 'Yang paling menahan indeks', 5);
      expect([
        filling.label,
        ...table.map(([name, id, level, , status]) => [name, id, level, status]),
      ]).toEqual([
        filling.label,
        ...expected.map(({ id }) => [
          spec.instrument.indicators.find((one) => one.id === id)?.shortName,
          id,
          String(filling.rows.get(id)?.level ?? 'kosong'),
          statusOf(filling, id),
        ]),
      ]);
      for (const [index, { lost }] of expected.entries()) {
        expect(Number(table[index]?.[3])).toBeCloseTo(lost.valueOf(), 10);
      }
    });
  });

  it('shows on Dasbor every domain and aspect it holds, as the score has it', () => {
    each((sheet, filling) => {
      const levels = levelsOf(filling);
      const scored = new Map(
        score(spec.instrument, levels).groups.map(({ group, index }) => [group.id, index]),
      );
      const isWhole = spec.indicators.length === spec.instrument.indicators.length;
      for (const [heading, kind] of [
        ['Domain', 'domain'],
        ['Aspek', 'aspect'],
      ] as const) {
        const groups = spec.instrument.groups.filter(
          (group) => group.kind === kind && inside(spec, group).length > 0,
        );
        const index = (group: Group) =>
          isWhole ? (scored.get(group.id) ?? new Fraction(0)) : meanOf(spec, group, levels);
        const rows = tableOf(sheet, heading, groups.length).map(([name, weight, value]) => [
          name,
          Number(weight).toFixed(6),
          Number(value),
        ]);
        expect([filling.label, ...rows]).toEqual([
          filling.label,
          ...groups.map((group) => [
            group.name,
            weightOf(inside(spec, group)).valueOf().toFixed(6),
            Number(roundHalfUp(index(group), spec.instrument.rounding.decimals)),
          ]),
        ]);
      }
    });
  });
});

it('a pack without domains has no table of them, one without criteria says so', async () => {
  const spec = specOf(pack('permenpanrb-8-2026'), ['1', '2', '3'], { year: 2026 });
  const rows = new Map([['1', { level: 2.45 }]]);
  const [sheet] = await compute(office, [{ label: '', spec, rows, ticks: new Map() }]);
  expect(sheet?.dashboard.rows.some(({ cells }) => cells[0]?.text === 'Domain')).toBe(false);
  expect(columnText(sheet, spec, 'criterion')).toEqual([
    'Bunyi kriteria belum tersedia; lihat bukti yang diminta di lembar Kriteria.',
    '',
    '',
  ]);
});
