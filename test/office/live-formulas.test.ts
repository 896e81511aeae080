import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import ExcelJS from 'exceljs';
import fc from 'fast-check';
import { Fraction } from 'fraction.js';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { exact, roundHalfUp, score } from '../../src/assessment/score.ts';
import type { Group, Indicator, Instrument } from '../../src/instrument/instrument.ts';
import type { Sheet } from '../../src/workbook/book.ts';
import type { WorkbookSpec } from '../../src/workbook/contents.ts';
import { answersTable, columnOf, criteriaTable, documentsTable } from '../../src/workbook/layout.ts';
import { writeWorkbook } from '../../src/workbook/write.ts';
import { opened } from '../workbook/opened.ts';
import { openLibreOffice } from './libre-office.ts';
import { makeBlank } from './parts.ts';
import { instruments, specOf } from './sample.ts';

/* What Penilaian shows beside the level, and what Dasbor lists, computed by a real spreadsheet program. */

type Level = number | string;

/** What an officer typed. */
interface Filling {
  readonly label: string;
  readonly spec: WorkbookSpec;
  readonly rows: ReadonlyMap<string, { level?: Level; fact?: string; analysis?: string; documents?: number }>;
  /** Kriteria: by item. */
  readonly ticks: ReadonlyMap<string, string>;
}

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
    sheets = await compute([steps, first]);
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
    const sheets = await compute(fillings, sorted ? reverseCriteria : undefined);
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
    sheets = await compute(fillings);
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
  const [sheet] = await compute([{ label: '', spec, rows, ticks: new Map() }]);
  expect(sheet?.dashboard.rows.some(({ cells }) => cells[0]?.text === 'Domain')).toBe(false);
  expect(columnText(sheet, spec, 'criterion')).toEqual([
    'Bunyi kriteria belum tersedia; lihat bukti yang diminta di lembar Kriteria.',
    '',
    '',
  ]);
});

interface Computed {
  readonly answers: Sheet;
  readonly dashboard: Sheet;
}

/** Typed with exceljs, every stored result spoiled, computed by LibreOffice. */
async function compute(
  fillings: readonly Filling[],
  change: (workbook: ExcelJS.Workbook) => void = () => {},
): Promise<Computed[]> {
  const blanks = new Map<WorkbookSpec, Uint8Array>();
  const files: string[] = [];
  for (const [index, filling] of fillings.entries()) {
    const { spec } = filling;
    const blank = blanks.get(spec) ?? (await writeWorkbook(spec));
    blanks.set(spec, blank);
    const workbook = new ExcelJS.Workbook();
    await workbook.xlsx.load(blank.slice().buffer);
    fillIn(workbook, filling);
    change(workbook);
    const path = join(office.folder, `rumus-${index}.xlsx`);
    const typed = new Uint8Array(await workbook.xlsx.writeBuffer());
    writeFileSync(path, makeBlank(typed).fill(new Map()));
    files.push(path);
  }
  return (await office.convert(files, 'xlsx')).map((path) => {
    const { sheets } = opened(readFileSync(path));
    const named = (wanted: string) => sheets.find(({ name }) => name === wanted);
    const [answers, dashboard] = [named('Penilaian'), named('Dasbor')];
    if (!answers || !dashboard) throw new Error('No Penilaian or no Dasbor');
    return { answers, dashboard };
  });
}

function fillIn(workbook: ExcelJS.Workbook, { spec, rows, ticks }: Filling): void {
  const sheetOf = (name: string) => {
    const sheet = workbook.getWorksheet(name);
    if (!sheet) throw new Error(`No sheet ${name}`);
    return sheet;
  };
  const [answers, documents, criteria] = [sheetOf('Penilaian'), sheetOf('Bukti'), sheetOf('Kriteria')];
  let next = 6;
  for (const [id, { level, fact, analysis, documents: count = 0 }] of rows) {
    const row = 6 + spec.indicators.indexOf(id);
    answers.getCell(row, columnOf(answersTable, 'level')).value = level ?? null;
    answers.getCell(row, columnOf(answersTable, 'fact')).value = fact ?? null;
    answers.getCell(row, columnOf(answersTable, 'analysis')).value = analysis ?? null;
    for (let made = 0; made < count; made++) {
      const cell = documents.getCell(next++, columnOf(documentsTable, 'indicator'));
      cell.value = /^\d+$/.test(id) ? Number(id) : id;
    }
  }
  criteria.eachRow((row) => {
    const word = ticks.get(row.getCell(columnOf(criteriaTable, 'id')).text);
    if (word !== undefined) row.getCell(columnOf(criteriaTable, 'have')).value = word;
  });
}

/** The rows of Kriteria the other way round, as a spreadsheet program sorts them: with their own formulas. */
function reverseCriteria(workbook: ExcelJS.Workbook): void {
  const sheet = workbook.getWorksheet('Kriteria');
  if (!sheet) throw new Error('No Kriteria');
  const rows = Array.from({ length: sheet.rowCount - 5 }, (_, index) => index + 6);
  const cells = rows.map((row) =>
    criteriaTable.columns.map((_, index) => sheet.getCell(row, index + 1).value),
  );
  for (const [index, values] of cells.toReversed().entries()) {
    const [from, to] = [rows.at(-1 - index) ?? 0, index + 6];
    for (const [at, value] of values.entries()) {
      const moved =
        typeof value === 'object' && value !== null && 'formula' in value
          ? {
              ...value,
              formula: value.formula.replaceAll(new RegExp(`(\\$[A-Z]+)${from}(?!\\d)`, 'g'), `$1${to}`),
            }
          : value;
      sheet.getCell(to, at + 1).value = moved;
    }
  }
}

type Key = Parameters<typeof columnOf<typeof answersTable>>[1];

function columnText(computed: Computed | undefined, spec: WorkbookSpec, key: Key): string[] {
  return rowsOf(computed, spec, [key]).map(([text]) => text ?? '');
}

/** Texts of these columns of Penilaian, one row an indicator. */
function rowsOf(computed: Computed | undefined, spec: WorkbookSpec, keys: readonly Key[]): string[][] {
  return spec.indicators.map((_, index) =>
    keys.map((key) => textAt(computed?.answers, 6 + index, columnOf(answersTable, key))),
  );
}

/** Texts of the five columns beneath a heading of Dasbor. */
function tableOf({ dashboard }: Computed, heading: string, count: number): string[][] {
  const head = dashboard.rows.find(({ cells }) => cells[0]?.column === 1 && cells[0].text === heading);
  if (!head) {
    if (count === 0) return [];
    throw new Error(`No table ${heading}`);
  }
  return Array.from({ length: count }, (_, index) =>
    [1, 2, 3, 4, 5].map((column) => textAt(dashboard, head.number + 1 + index, column)),
  );
}

function textAt(sheet: Sheet | undefined, row: number, column: number): string {
  const cells = sheet?.rows.find(({ number }) => number === row)?.cells;
  return cells?.find((cell) => cell.column === column)?.text ?? '';
}

/* The same, said another way: from the instrument and what was typed. */

function pack(id: string): Instrument {
  const found = instruments.find((one) => one.id === id);
  if (!found) throw new Error(`No instrument ${id}`);
  return found;
}

function chosen({ instrument, indicators }: WorkbookSpec): Indicator[] {
  return instrument.indicators.filter(({ id }) => indicators.includes(id));
}

function allLevels({ criteria, indicators }: WorkbookSpec) {
  return indicators.flatMap((id) =>
    (criteria.byIndicator.get(id)?.levels ?? []).map((level) => [id, level] as const),
  );
}

function allItems(spec: WorkbookSpec) {
  return allLevels(spec).flatMap(([, { evidence }]) => evidence);
}

/** A level of the scale, with no more decimals than it has; null for all else. */
function validLevel({ spec, rows }: Filling, id: string): number | null {
  const { min, max, decimals } = spec.instrument.scale;
  const level = rows.get(id)?.level;
  if (typeof level !== 'number' || level < min || level > max) return null;
  return Number(level.toFixed(decimals)) === level ? level : null;
}

function levelsOf(filling: Filling): Map<string, number> {
  return new Map(
    filling.spec.indicators.flatMap((id): [string, number][] => {
      const level = validLevel(filling, id);
      return level === null ? [] : [[id, level]];
    }),
  );
}

function atLevel({ criteria }: WorkbookSpec, id: string, level: number) {
  return criteria.byIndicator.get(id)?.levels.find((one) => one.level === Math.floor(level));
}

function criterionOf(spec: WorkbookSpec, id: string, level: number): string {
  const found = atLevel(spec, id, level);
  if (!found) return '';
  return found.criterion ?? 'Bunyi kriteria belum tersedia; lihat bukti yang diminta di lembar Kriteria.';
}

function nameOf({ capabilities }: Instrument, { capability }: Indicator, level: number): string {
  const levels = capabilities.get(capability)?.levels ?? [];
  return levels.find((one) => one.level === Math.floor(level))?.name ?? '';
}

function missingOf(filling: Filling, id: string): string {
  const level = validLevel(filling, id);
  if (level === null) return '';
  if (level <= filling.spec.instrument.scale.floor) return '0';
  const required = (atLevel(filling.spec, id, level)?.evidence ?? []).filter((item) => item.required);
  const has = (item: { id: string }) => filling.ticks.get(item.id) === 'Ya';
  const single = required.filter((item) => item.anyOf === undefined && !has(item));
  const letters = new Set(required.flatMap(({ anyOf }) => anyOf ?? []));
  const groups = [...letters].filter(
    (letter) => !required.some((item) => item.anyOf === letter && has(item)),
  );
  return String(single.length + groups.length);
}

function statusOf(filling: Filling, id: string): string {
  const row = filling.rows.get(id) ?? {};
  const level = validLevel(filling, id);
  if (row.level === undefined) return 'Belum diisi';
  if (level === null) return 'Periksa tingkat';
  if (level <= filling.spec.instrument.scale.floor) return 'Lengkap';
  if (!row.fact || !row.analysis) return 'Penjelasan kosong';
  if (!row.documents) return 'Bukti belum ada';
  return missingOf(filling, id) === '0' ? 'Lengkap' : 'Butir kurang';
}

function inside({ instrument, indicators }: WorkbookSpec, group: Group): Indicator[] {
  const ids = instrument.groups.flatMap(({ id, parent }) =>
    id === group.id || parent === group.id ? [id] : [],
  );
  return instrument.indicators.filter((one) => ids.includes(one.group) && indicators.includes(one.id));
}

function weightOf(indicators: readonly Indicator[]): Fraction {
  return indicators.reduce((sum, { weight }) => sum.add(weight), new Fraction(0));
}

function meanOf(spec: WorkbookSpec, group: Group, levels: ReadonlyMap<string, number>): Fraction {
  const own = inside(spec, group);
  const level = (id: string) => exact(levels.get(id) ?? spec.instrument.scale.floor);
  return own
    .reduce((sum, { id, weight }) => sum.add(weight.mul(level(id))), new Fraction(0))
    .div(weightOf(own));
}

/** Empty; every level at the same height, so that many losses are equal; and fillings of all kinds. */
function makeFillings(spec: WorkbookSpec, random: number): Filling[] {
  const { min, max, decimals } = spec.instrument.scale;
  const steps = 10 ** decimals;
  const valid = fc
    .integer({ min: min * steps, max: max * steps })
    .map((one) => Number((one / steps).toFixed(decimals)));
  const odd = fc.constantFrom<Level | undefined>(
    undefined,
    'tiga',
    '3',
    max + 1,
    min - 1,
    decimals ? 2.125 : 2.5,
  );
  const words = fc.constantFrom<string | undefined>('Terisi.', 'Terisi.', 'Terisi.', undefined);
  const row = fc.record({
    level: fc.oneof({ weight: 6, arbitrary: valid }, { weight: 1, arbitrary: odd }),
    fact: words,
    analysis: words,
    documents: fc.constantFrom(0, 1, 1, 2),
  });
  const items = allItems(spec);
  const tick = fc.constantFrom<string | undefined>('Ya', 'Ya', 'Ya', 'Belum', undefined);
  const any = fc.record({
    rows: fc.tuple(...spec.indicators.map(() => row)),
    ticks: fc.array(tick, { minLength: items.length, maxLength: items.length }),
  });
  const made = fc.sample(any, { seed: 47, numRuns: random }).map(({ rows, ticks }, index) => ({
    label: `random ${index}`,
    spec,
    rows: new Map(
      spec.indicators.map((id, at) => {
        const { level, fact, analysis, documents } = rows[at] ?? {};
        return [
          id,
          {
            ...(level !== undefined && { level }),
            ...(fact !== undefined && { fact }),
            ...(analysis !== undefined && { analysis }),
            ...(documents !== undefined && { documents }),
          },
        ];
      }),
    ),
    ticks: new Map(
      items.flatMap(({ id }, at): [string, string][] => {
        const word = ticks[at];
        return word === undefined ? [] : [[id, word]];
      }),
    ),
  }));
  const flat = (level: number): Filling => ({
    ...{ label: `all at ${level}`, spec, ticks: new Map() },
    rows: new Map(spec.indicators.map((id) => [id, { level }])),
  });
  const empty: Filling = { label: 'empty', spec, rows: new Map(), ticks: new Map() };
  return [empty, flat(min), flat(max), flat(Math.floor((min + max) / 2)), ...made];
}
