import type ExcelJS from 'exceljs';
import { unzipSync } from 'fflate';
import { Fraction } from 'fraction.js';
import { describe, expect, test } from 'vitest';
import { type Levels, roundHalfUp, score } from '../../src/assessment/score.ts';
import { weightUnits } from '../../src/instrument/weight-units.ts';
import { columnName } from '../../src/workbook/address.ts';
import { answersTable, columnOf, type KeyOf } from '../../src/workbook/layout.ts';
import { writeWorkbook } from '../../src/workbook/write.ts';
import { instrument, load, sheetOf, specOf } from './make-workbook.ts';

const ids = instrument.indicators.map(({ id }) => id);
const few = ['3', '12', '47'];
const specs = { whole: specOf(ids), part: specOf(few) };
const bytes = { whole: await writeWorkbook(specs.whole), part: await writeWorkbook(specs.part) };
const books = { whole: await load(bytes.whole), part: await load(bytes.part) };
const { units, whole } = weightUnits(instrument);
const top = instrument.scale.max;

describe('the index on Dasbor', () => {
  const sheet = sheetOf(books.whole, 'Dasbor');
  const shown = compile(formulaOf(sheet.getCell('B4')), ids.length);
  const predicate = compile(formulaOf(sheet.getCell('C4')), ids.length);

  test('is the index that spbe score shows, and so is the predicate, for any levels', () => {
    let halves = 0;
    for (const levels of randomLevels(2000)) {
      const { index, shown: text, band } = score(instrument, levels, 2025);
      if (index.mul(10_000).mod(100).equals(50)) halves++;
      const sums = sumsOf(levels, ids);
      expect(shown(sums)).toBe(Number(text));
      expect(predicate(sums)).toBe(band.name);
    }
    // Random levels meet an exact half of a hundredth often enough to prove the rounding.
    expect(halves).toBeGreaterThan(5);
  });

  test.each([
    // Exact index, and the index shown: half a hundredth goes up, less than that does not.
    ['2.625', '2.63'],
    ['2.675', '2.68'],
    ['1.005', '1.01'],
    ['4.335', '4.34'],
    ['2.9795', '2.98'],
    ['3.4945', '3.49'],
    ['1.0049', '1.00'],
    ['5', '5.00'],
  ])('%s is shown as %s', (exact, text) => {
    const index = new Fraction(exact);
    const points = index.mul(whole).valueOf();
    const sums = { points, units: whole, group: { points: 0, units: 0 } };
    expect(shown(sums)).toBe(Number(text));
    expect(roundHalfUp(index, 2)).toBe(text);
  });

  test.each([
    ['1.7999', 'Kurang'],
    ['1.8', 'Cukup'],
    ['2.5999', 'Cukup'],
    ['2.6', 'Baik'],
    ['3.4985', 'Baik'],
    ['3.5', 'Sangat Baik'],
    ['4.2', 'Memuaskan'],
    ['5', 'Memuaskan'],
  ])('%s is %s, by the exact index', (exact, name) => {
    const points = new Fraction(exact).mul(whole).valueOf();
    expect(predicate({ points, units: whole, group: { points: 0, units: 0 } })).toBe(name);
  });

  test('follows the rounded index in a year whose published predicates do', async () => {
    const old = sheetOf(await load(await writeWorkbook({ ...specs.whole, year: 2023 })), 'Dasbor');
    const rule = compile(formulaOf(old.getCell('C4')), ids.length);
    const points = new Fraction('3.4985').mul(whole).valueOf();
    expect(rule({ points, units: whole, group: { points: 0, units: 0 } })).toBe('Sangat Baik');
  });

  test('domains and aspects, too', () => {
    const rows = groupRows(sheet);
    expect(rows.map(({ name }) => name)).toHaveLength(instrument.groups.length);
    for (const levels of randomLevels(200)) {
      const { groups } = score(instrument, levels);
      for (const { name, id, formula } of rows) {
        const own = idsOf(id);
        const sums = { points: 0, units: 0, group: sumsOf(levels, own) };
        const expected = groups.find(({ group }) => group.name === name)?.index ?? new Fraction(0);
        expect(formula(sums)).toBe(Number(roundHalfUp(expected, 2)));
      }
    }
  });
});

describe('the points of a row', () => {
  const sheet = sheetOf(books.whole, 'Penilaian');
  const cell = sheet.getCell(6, columnOf(answersTable, 'points'));
  const address = (key: KeyOf<typeof answersTable>) => `$${columnName(columnOf(answersTable, key))}6`;
  const rule = formulaOf(cell).replaceAll(address('level'), 'level').replaceAll(address('units'), '130');
  const pointsAt = evaluate(rule, ['level']);

  test.each([
    [1, 130],
    [5, 650],
    // As spbe reads them: blank, off the scale, not whole and text count as the floor.
    [null, 130],
    [0, 130],
    [6, 130],
    [2.5, 130],
    ['tiga', 130],
  ])('at level %j are %i', (level, points) => {
    expect(pointsAt([level])).toBe(points);
  });

  test('stand on the weight of their indicator, as a whole number', () => {
    ids.forEach((id, index) => {
      expect(sheet.getCell(6 + index, columnOf(answersTable, 'units')).value).toBe(units.get(id));
    });
    expect([...units.values()].reduce((sum, one) => sum + one, 0)).toBe(whole);
    expect([...units.values()].every(Number.isInteger)).toBe(true);
  });
});

describe('stored results, for programs that do not compute', () => {
  test('are those of an empty workbook', () => {
    const blank = score(instrument, new Map(), 2025);
    const sheet = sheetOf(books.whole, 'Dasbor');
    expect(sheet.getCell('B4').result).toBe(Number(blank.shown));
    expect(sheet.getCell('C4').result).toBe(blank.band.name);
    expect([sheet.getCell('B6').result, sheet.getCell('B7').result]).toEqual([0, 0]);
    const { firstLoss, losses } = lossRows(sheet);
    const heaviest = blank.indicators.toSorted((a, b) => b.lost.compare(a.lost)).slice(0, 5);
    expect(losses).toEqual(
      heaviest.map(({ id, lost }) => [nameOf(id), Number(id), 'kosong', lost.valueOf(), 'Belum diisi']),
    );
    expect(headsOf(sheet).at(-1)?.row).toBe(firstLoss - 1);
    for (const { name, row } of groupRows(sheet)) {
      const { index } = blank.groups.find(({ group }) => group.name === name) ?? {};
      expect(sheet.getCell(row, 3).result).toBe(Number(index?.valueOf()));
      expect(sheet.getCell(row, 5).result).toBe('████');
    }
  });

  test('are asked to be computed anew on opening', () => {
    const workbook = Buffer.from(unzipSync(bytes.whole)['xl/workbook.xml'] ?? []).toString();
    expect(workbook).toMatch(/<calcPr [^>]*fullCalcOnLoad="1"/);
  });
});

describe('a workbook of some indicators', () => {
  const sheet = sheetOf(books.part, 'Dasbor');
  const held = few.reduce(
    (sum, id) => sum.add(instrument.indicators.find((one) => one.id === id)?.weight ?? 0),
    new Fraction(0),
  );

  test('shows no predicate, and calls its figure an average of its own', () => {
    expect(sheet.getCell('A4').text).toContain('OPD ini');
    expect(sheet.getCell('C4').value).toBeNull();
  });

  test('shows how many points of the region’s index it holds', () => {
    const label = sheet.getCell('A8').text;
    expect(label).toBe('Poin indeks daerah yang dipegang OPD ini');
    const atTop = held.mul(top).div(100).valueOf();
    expect(sheet.getCell('B8').result).toBeCloseTo(atTop, 10);
    expect(evaluate(formulaOf(sheet.getCell('B8')), [])([])).toBeCloseTo(atTop, 10);
    expect(sheet.getCell('B9').result).toBeCloseTo(held.div(100).valueOf(), 10);
  });

  test('shows the weights it holds, by domain and aspect, and leaves out the others', () => {
    const rows = groupRows(sheet).map(({ row, name }) => `${name}: ${sheet.getCell(row, 2).value}`);
    const names = (...wanted: string[]) =>
      wanted.map((id) => instrument.groups.find((group) => group.id === id)?.name);
    const [d1, d2, d4] = names('D1', 'D2', 'D4');
    const [a1, a2, a8] = names('A1', 'A2', 'A8');
    // First the domains, then, in a table of their own, the aspects.
    expect(rows).toEqual([
      ...[`${d1}: 1.3`, `${d2}: 2.5`, `${d4}: 3`],
      ...[`${a1}: 1.3`, `${a2}: 2.5`, `${a8}: 3`],
    ]);
    expect(headsOf(sheet).map(({ row, text }) => `${row} ${text}`)).toEqual([
      '12 Domain',
      '17 Aspek',
      '22 Yang paling menahan indeks',
    ]);
  });
});

interface Sums {
  readonly points: number;
  readonly units: number;
}

/** Points and weights of these indicators, as the hidden columns hold them. */
function sumsOf(levels: Levels, wanted: readonly string[]): Sums & { group: Sums } {
  const of = (id: string) => units.get(id) ?? 0;
  const sums = {
    points: wanted.reduce((sum, id) => sum + of(id) * (levels.get(id) ?? instrument.scale.floor), 0),
    units: wanted.reduce((sum, id) => sum + of(id), 0),
  };
  return { ...sums, group: sums };
}

/** A formula of Dasbor as a function of the sums it refers to. */
function compile(formula: string, rows: number): (sums: Sums & { group: Sums }) => unknown {
  const letter = (key: KeyOf<typeof answersTable>) => columnName(columnOf(answersTable, key));
  const range = (...keys: KeyOf<typeof answersTable>[]) => {
    const letters = `[${keys.map(letter).join('')}]`;
    return `Penilaian!\\$${letters}\\$6:\\$${letters}\\$${5 + rows}`;
  };
  const text = formula
    .replace(new RegExp(`SUM\\(${range('points')}\\)`, 'g'), 'points')
    .replace(new RegExp(`SUM\\(${range('units')}\\)`, 'g'), 'units')
    .replace(
      new RegExp(`SUMIF\\(${range('group', 'domain')},"[^"]+",${range('points')}\\)`, 'g'),
      'groupPoints',
    )
    .replace(
      new RegExp(`SUMIF\\(${range('group', 'domain')},"[^"]+",${range('units')}\\)`, 'g'),
      'groupUnits',
    );
  const run = evaluate(text, ['points', 'units', 'groupPoints', 'groupUnits']);
  return ({ points, units: own, group }) => run([points, own, group.points, group.units]);
}

/** Computes a formula with the binary floats that spreadsheet programs use. */
function evaluate(formula: string, names: readonly string[]): (values: readonly unknown[]) => unknown {
  expect(formula).not.toMatch(/[$!]/);
  const code = formula.replace(/(?<![<>=])=(?!=)/g, '===');
  const functions = {
    INT: Math.floor,
    IF: (condition: boolean, yes: unknown, no: unknown) => (condition ? yes : no),
    AND: (...conditions: boolean[]) => conditions.every((one) => one),
    ISNUMBER: (value: unknown) => typeof value === 'number',
  };
  const run = new Function(...Object.keys(functions), ...names, `return ${code};`);
  return (values) => run(...Object.values(functions), ...values);
}

function formulaOf(cell: ExcelJS.Cell): string {
  expect(cell.formula).toBeTruthy();
  return cell.formula;
}

/** Stored results of the five rows beneath "Yang paling menahan indeks". */
function lossRows(sheet: ExcelJS.Worksheet) {
  const firstLoss = (headsOf(sheet).at(-1)?.row ?? 0) + 1;
  const losses = [0, 1, 2, 3, 4].map((index) =>
    [1, 2, 3, 4, 5].map((column) => sheet.getCell(firstLoss + index, column).result),
  );
  return { firstLoss, losses };
}

function nameOf(id: string): string | undefined {
  return instrument.indicators.find((indicator) => indicator.id === id)?.shortName;
}

/** Rows with the headings of the tables. */
function headsOf(sheet: ExcelJS.Worksheet) {
  const heads: { row: number; text: string }[] = [];
  sheet.eachRow((cells, row) => {
    const { text } = cells.getCell(1);
    if (/^(Domain|Aspek|Yang paling menahan indeks)$/.test(text)) heads.push({ row, text });
  });
  return heads;
}

/** The tables of domains and of aspects: from row 13 on. */
function groupRows(sheet: ExcelJS.Worksheet) {
  const rows: { row: number; name: string; id: string; formula: ReturnType<typeof compile> }[] = [];
  for (let row = 13; row <= sheet.rowCount; row++) {
    if (!/SUMIF/.test(sheet.getCell(row, 3).formula ?? '')) continue;
    const formula = formulaOf(sheet.getCell(row, 3));
    const id = /"([^"]+)"/.exec(formula)?.[1] ?? '';
    const rowsOfAnswers = Number(/\$(\d+)\)/.exec(formula)?.[1]) - 5;
    rows.push({ row, name: sheet.getCell(row, 1).text, id, formula: compile(formula, rowsOfAnswers) });
  }
  return rows;
}

/** Indicators of a domain or an aspect. */
function idsOf(group: string): string[] {
  const inside = new Set(
    instrument.groups.flatMap(({ id, parent }) => (id === group || parent === group ? [id] : [])),
  );
  return instrument.indicators.flatMap((one) => (inside.has(one.group) ? [one.id] : []));
}

/** The same levels on every run: a small linear generator. A tenth of them blank. */
function* randomLevels(count: number): Generator<Levels> {
  let seed = 20241121;
  const next = (below: number) => {
    seed = (Math.imul(seed, 1664525) + 1013904223) >>> 0;
    return Math.floor((seed / 2 ** 32) * below);
  };
  for (let made = 0; made < count; made++) {
    yield new Map(ids.flatMap((id): [string, number][] => (next(10) === 0 ? [] : [[id, 1 + next(5)]])));
  }
}
