import XLSX from '@e965/xlsx';
import { expect, test } from 'vitest';
import { readWorkbook } from '../../src/workbook/read.ts';
import { opened } from './opened.ts';
import { completeWorkbook, contentsOf, fullContents } from './read-back.ts';

/* A web page or a script that uses SheetJS reads the workbook and writes it: styles, and with them dates, are lost. */

const original = await completeWorkbook();
const before = readWorkbook(opened(original), 'a.xlsx');

test('the original holds all that was typed', () => {
  expect(before.problems).toEqual([]);
  expect(contentsOf(before)).toEqual(fullContents);
});

test.each([
  ['xlsx', {}],
  ['xlsx', { cellDates: true }],
  ['xlsx', { cellStyles: true, cellNF: true }],
  ['ods', {}],
  ['ods', { cellDates: true }],
] as const)('written as %s (%j): everything is still read', (bookType, options) => {
  const workbook = XLSX.read(original, { type: 'array', ...options });
  const bytes = XLSX.write(workbook, { type: 'buffer', bookType, ...options });
  const read = readWorkbook(opened(bytes, `a.${bookType}`), 'a.xlsx');
  expect(read.problems).toEqual([]);
  expect(contentsOf(read)).toEqual(contentsOf(before));
  expect(read.submission?.meta).toEqual(before.submission?.meta);
  const placesOf = ({ submission }: typeof read) => submission?.answers.map(({ level }) => level.at);
  expect(placesOf(read)).toEqual(placesOf(before));
});
