import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { readWorkbook } from '../../src/workbook/read.ts';
import { opened } from './opened.ts';
import { contentsOf } from './read-back.ts';

/* Workbooks of older layouts are read for ever: one filled workbook a version, none of them made anew. */

describe.each([1])('a workbook of format %i', (version) => {
  const folder = new URL(`../../fixtures/format-${version}/`, import.meta.url);
  const typed = JSON.parse(readFileSync(new URL('isian.json', folder), 'utf8'));
  const book = opened(readFileSync(new URL('kertas-kerja.xlsx', folder)));
  const read = readWorkbook(book, 'a.xlsx');

  test('is read exactly, and without a word', () => {
    expect(read.problems).toEqual([]);
    expect(contentsOf(read)).toEqual({
      answers: typed.answers,
      documents: typed.documents,
      identity: typed.identity,
      checklist: typed.checklist,
    });
    expect(read.submission?.meta).toEqual({ ...typed.meta, workbookId: expect.stringMatching(/.{8}/) });
  });

  test('gives the places where things stand', () => {
    const { answers, documents, checklist } = read.submission ?? expect.fail('not read');
    const cells = new Map(
      book.sheets.flatMap(({ name, rows }) =>
        rows.flatMap((row) => row.cells.map((cell) => [`${name}!${cell.address}`, cell.text] as const)),
      ),
    );
    const fields = [...answers, ...documents].flatMap((row) => Object.values({ ...row }));
    const filled = [...fields, ...checklist.values()].filter(({ text }) => text !== '');
    expect(filled.length).toBeGreaterThan(50);
    for (const { text, at } of filled) expect(cells.get(`${at.sheet}!${at.address}`)).toBe(text);
  });
});
