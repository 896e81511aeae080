import { expect, test } from 'vitest';
import { dateCell } from '../../src/workbook/date-cell.ts';

test.each(['2024-02-29', '1900-03-01', '2024-12-31'])('%s is a day', (text) => {
  expect(dateCell(text)).toEqual(new Date(`${text}T00:00:00Z`));
});

test.each(['2024-02-31', '2023-02-29', '2024-13-01', '1900-02-28', '2024-2-9', '29 Februari 2024', ''])(
  '%j stays as it is written',
  (text) => expect(dateCell(text)).toBe(text),
);
