import fc from 'fast-check';
import { expect, test } from 'vitest';
import { columnName, lastColumn, lastRow, parseAddress, toAddress } from '../../src/workbook/address.ts';

test.each([
  [1, 'A'],
  [26, 'Z'],
  [27, 'AA'],
  [702, 'ZZ'],
  [703, 'AAA'],
  [16_384, 'XFD'],
])('column %i is %s', (column, name) => {
  expect(columnName(column)).toBe(name);
});

test('reads back every address it writes', () => {
  const row = fc.integer({ min: 1, max: lastRow });
  const column = fc.integer({ min: 1, max: lastColumn });
  fc.assert(
    fc.property(row, column, (row, column) => {
      expect(parseAddress(toAddress(row, column))).toEqual({ row, column });
    }),
  );
});

test.each(['f17', '$F$17', 'F$17', '$F17'])('reads %s', (address) => {
  expect(parseAddress(address)).toEqual({ row: 17, column: 6 });
});

test.each(['', 'F', '17', 'F0', 'F017', 'XFE1', 'A1048577', 'A-1', 'A1:B2', 'Ä1', '@1', '$', 'A1.5', 'A 1'])(
  'finds no address in "%s"',
  (address) => {
    expect(parseAddress(address)).toBeNull();
  },
);
