import { describe, expect, test } from 'vitest';
import type { Cell, Row, Sheet } from '../../src/workbook/book.ts';
import { markOf, type Table } from '../../src/workbook/layout.ts';
import {
  cleanText,
  describeTooLong,
  type FoundTable,
  fieldAt,
  findByHeader,
  findOwnTable,
  findTable,
  linkAt,
  shownAt,
} from '../../src/workbook/tables.ts';
import { bookOf } from './book-of.ts';

type Rows = readonly (readonly string[])[];

const table = {
  id: 'trial',
  sheet: 'Nilai',
  telling: ['number', 'level'],
  columns: [
    { key: 'number', header: 'No', width: 0, words: ['no', 'nomor'] },
    { key: 'level', header: 'Tingkat', width: 0, words: ['tingkat', 'nilai'] },
    { key: 'note', header: 'Catatan', width: 0, words: ['catatan'] },
  ],
} as const satisfies Table;
const marks = ['number', 'level', 'note'].map((key) => markOf(table, key));
const header = ['No', 'Tingkat', 'Catatan'];
const body = ['12', '3', 'periksa'];

/** Sheet, columns and the texts of the rows. */
function plain(found: FoundTable | null) {
  return (
    found && {
      sheet: found.sheet.name,
      columns: Object.fromEntries(found.columns),
      rows: found.rows.map(({ number, cells }) => `${number}: ${cells.map(({ text }) => text).join(' ')}`),
      guessed: found.guessed.join(' '),
      copies: found.copies.map(({ name }) => name),
    }
  );
}

const find = (sheets: Readonly<Record<string, Rows>>) => plain(findTable(bookOf(sheets), table));
const findOwn = (sheets: Readonly<Record<string, Rows>>) => plain(findOwnTable(bookOf(sheets), table));
const columns = { number: 1, level: 2, note: 3 };
const byMarks = { sheet: 'Nilai', columns, rows: ['3: 12 3 periksa'], guessed: '', copies: [] };

describe('by its marks', () => {
  test('a table is found, without its header', () => {
    expect(find({ Nilai: [marks, header, body] })).toEqual(byMarks);
    expect(find({ Lain: [header, body], X: [marks, header, body] })).toEqual({ ...byMarks, sheet: 'X' });
  });

  test('rows moved above the header are rows; one word of the header is no header', () => {
    const rows = [marks, body, header, ['No', '5', 'x'], [' No ', 'Tingkat\u00a0', 'lain'], ['', 'Tingkat']];
    expect(find({ Nilai: rows })?.rows).toEqual(['2: 12 3 periksa', '4: No 5 x', '6: Tingkat']);
    expect(find({ Nilai: [marks, ['Tingkat', 'No', 'x']] })?.rows).toHaveLength(1);
    expect(find({ Nilai: [marks, ['', '', '', 'No', 'Tingkat']] })?.rows).toHaveLength(1);
  });

  test('two marks are enough', () => {
    const found = find({ Nilai: [marks.slice(0, 2), ['12', '3']] });
    expect(found).toMatchObject({ columns: { number: 1, level: 2 }, guessed: '' });
  });

  test('the first mark of a column counts; one mark alone is none', () => {
    const twice = [[...marks, marks[0] ?? ''], body];
    expect(find({ Nilai: twice })?.columns).toEqual(columns);
    expect(find({ X: [[marks[0] ?? ''], body] })).toBeNull();
    expect(find({ X: [[marks[0] ?? '', '_spbe.other.level'], body] })).toBeNull();
    expect(find({ X: [[marks[0] ?? '', marks[0] ?? ''], body] })).toBeNull();
  });

  test('the sheet with its own name goes before its copies, or else the first', () => {
    const rows = [marks, body];
    expect(find({ A: rows, ' nilai ': rows, B: rows })).toMatchObject({
      sheet: ' nilai ',
      copies: ['A', 'B'],
    });
    expect(find({ A: rows, B: rows })).toMatchObject({ sheet: 'A', copies: ['B'] });
  });
});

describe('by its headings', () => {
  const byHeader = { ...byMarks, rows: ['2: 12 3 periksa'], guessed: 'number level note' };

  test('a sheet of its name needs two words; any other the very headings that tell it', () => {
    expect(find({ Nilai: [['Nomor', 'Nilai', 'Catatan'], body] })).toEqual(byHeader);
    expect(find({ Lain: [header, body] })).toEqual({ ...byHeader, sheet: 'Lain' });
    expect(find({ Lain: [['Nomor', 'Nilai', 'Catatan'], body] })).toBeNull();
    expect(find({ Lain: [['Nomor', 'Tingkat', 'Catatan'], body] })).toBeNull();
    expect(find({ Lain: [['x'], body], Nilai: [['Tingkat'], body] })).toBeNull();
  });

  test('marks go before headings; nothing but marks or telling headings makes it its own', () => {
    expect(find({ Nilai: [header, body], X: [marks, header, body] })).toEqual({ ...byMarks, sheet: 'X' });
    expect(findOwn({ Nilai: [['Nomor', 'Nilai'], body] })).toBeNull();
    expect(findOwn({ Lain: [header, body], Nilai: [header, body] })).toMatchObject({
      ...{ sheet: 'Nilai', copies: ['Lain'] },
    });
  });

  test('a table that nothing tells is never its own', () => {
    const { telling: _, ...untold } = table;
    expect(findOwnTable(bookOf({ Lain: [header, body] }), untold)).toBeNull();
  });

  test('the row that names most counts, the first among equals, within 40', () => {
    const [sheet] = bookOf({ X: [['No', 'Nilai'], header, body, header] }).sheets;
    const found = sheet ? plain(findByHeader(sheet, table.columns)) : null;
    expect(found).toMatchObject({ columns, rows: ['3: 12 3 periksa', '4: No Tingkat Catatan'] });
    const below = (count: number) => [...Array.from({ length: count }, () => ['x']), header, body];
    expect(find({ Nilai: below(39) })).not.toBeNull();
    expect(find({ Nilai: below(40) })).toBeNull();
  });

  test('one cell names one column; two words are needed, blanks within them count once', () => {
    const same = [
      { key: 'a', header: '', width: 0, words: ['nilai akhir'] },
      { key: 'b', header: '', width: 0, words: ['nilai akhir'] },
      { key: 'c', header: '', width: 0, words: ['no'] },
      { key: 'd', header: '', width: 0 },
    ];
    const look = (...cells: string[]) => {
      const [sheet] = bookOf({ X: [cells] }).sheets;
      return sheet ? plain(findByHeader(sheet, same))?.columns : null;
    };
    expect(look('NO', ' Nilai \n  AKHIR ')).toEqual({ c: 1, a: 2 });
    expect(look('x', 'Nilai akhir')).toBeUndefined();
    expect(look('no', `nilai akhir${' '.repeat(189)}`)).toEqual({ c: 1, a: 2 });
    expect(look('no', `nilai akhir${' '.repeat(190)}`)).toBeUndefined();
  });
});

describe('a field', () => {
  const cell = (address: string, column: number, more: Partial<Cell> = {}): Cell => ({
    ...{ address, row: 2, column, text: ` ${address} `, kind: 'text', formula: false, ...more },
  });
  const upper = cell('A1', 1, { row: 1, link: ' https://contoh.go.id ' });
  const row: Row = { number: 2, cells: [cell('B2', 2, { link: ' ' }), cell('D2', 4, { link: 'sk.pdf' })] };
  const found = (name: string): FoundTable => {
    const merged = new Map([
      ['A2', upper],
      ['B2', upper],
    ]);
    const sheet: Sheet = { name, hidden: false, rows: [row], merged };
    const at = new Map(Object.entries({ a: 1, b: 2, c: 3, d: 4 }));
    return { sheet, columns: at, rows: [row], guessed: [], copies: [] };
  };
  const at = (address: string) => ({ file: 'f', sheet: 'S', address });

  test('has its text without padding, and its place even where nothing stands', () => {
    expect(fieldAt(found('S'), row, 'b', 'f')).toEqual({ text: 'B2', at: at('B2') });
    expect(fieldAt(found('S'), row, 'c', 'f')).toEqual({ text: '', at: at('C2') });
    expect(fieldAt(found('S'), row, 'lost', 'f')).toEqual({ text: '', at: { file: 'f', sheet: 'S' } });
    expect(fieldAt(found(''), row, 'b', 'f').at).toEqual({ file: 'f', address: 'B2' });
  });

  test('of a merged cell is what shows there, at the place of the upper one', () => {
    expect(shownAt(found('S'), row, 'a', 'f')).toEqual({ text: 'A1', at: at('A1') });
    expect(shownAt(found('S'), row, 'b', 'f')).toEqual({ text: 'B2', at: at('B2') });
    expect(shownAt(found('S'), row, 'c', 'f')).toEqual({ text: '', at: at('C2') });
    expect(shownAt(found('S'), row, 'lost', 'f').text).toBe('');
  });

  test('with a link is where that points', () => {
    expect(linkAt(found('S'), row, 'd', 'f')).toEqual({ text: 'sk.pdf', at: at('D2') });
    expect(linkAt(found('S'), row, 'a', 'f')).toEqual({ text: 'https://contoh.go.id', at: at('A1') });
    expect(linkAt(found('S'), row, 'b', 'f').text).toBe('B2');
    expect(linkAt(found('S'), row, 'c', 'f').text).toBe('');
  });

  test.each([
    ['\u00a0a\u2007b\u202fc\u200bd\ufeff', 'a b c d'],
    ['x'.repeat(32_767), 'x'.repeat(32_767)],
    [`3${' '.repeat(32_767)}x`, `3${' '.repeat(32_766)}…`],
  ])('is clean of every kind of blank, and no longer than Excel’s: case %#', (text, clean) => {
    expect(cleanText(cell('A1', 1, { text }))).toBe(clean);
  });

  test('tables up to 10.000 rows are read', () => {
    const rows = Array.from({ length: 10_000 }, () => row);
    expect(describeTooLong({ ...found('S'), rows })).toBeNull();
    expect(describeTooLong({ ...found('S'), rows: [...rows, row] })).toMatch(/^Lembar S berisi lebih dari/);
    expect(describeTooLong({ ...found(''), rows: [...rows, row] })).toMatch(/^Tabel berisi lebih dari/);
  });
});
