import { expect, test } from 'vitest';
import { openZip } from '../../src/archive/unzip.ts';
import { isMarkable } from '../../src/workbook/markable.ts';
import { readSavedAt } from '../../src/workbook/saved-at.ts';
import { makeWorkbook } from './make-workbook.ts';
import { partsOf, rels, worksheet, zipParts } from './make-xlsx.ts';
import { cellsOf, opened } from './opened.ts';

/* What other programs leave out or get wrong, and what can be read all the same. */

const cell = '<row r="1"><c r="A1" t="inlineStr"><is><t>isi</t></is></c></row>';

function withSheet(after: string, more: Readonly<Record<string, string>> = {}): Uint8Array {
  return zipParts({ ...partsOf(''), 'xl/worksheets/sheet1.xml': worksheet(cell, after), ...more });
}

test.each([
  ['a merge without its cells', '<mergeCells><mergeCell/><mergeCell ref="A1:Z"/></mergeCells>'],
  ['a link without its cell', '<hyperlinks><hyperlink location="Bukti!A1"/></hyperlinks>'],
  ['a link that leads nowhere', '<hyperlinks><hyperlink ref="A1" r:id="rId9"/></hyperlinks>'],
  ['a link from beyond the sheet', '<hyperlinks><hyperlink ref="ZZZ1" location="Bukti!A1"/></hyperlinks>'],
])('%s is passed over', (_, after) => {
  expect(cellsOf(opened(withSheet(after)))).toMatchObject([{ address: 'A1', text: 'isi' }]);
  expect(cellsOf(opened(withSheet(after)))[0]?.link).toBeUndefined();
});

test('a number format without a number or a code is none', () => {
  const styles =
    '<styleSheet><numFmts><numFmt/><numFmt numFmtId="164"/></numFmts><cellXfs><xf/><xf numFmtId="164"/><xf numFmtId="14"/></cellXfs></styleSheet>';
  const row = [0, 1, 2].map((style, at) => `<c r="${'ABC'[at]}1" s="${style}"><v>45000</v></c>`).join('');
  const bytes = zipParts({ ...partsOf(`<row r="1">${row}</row>`), 'xl/styles.xml': styles });
  expect(cellsOf(opened(bytes)).map(({ text, kind }) => `${text} ${kind}`)).toEqual([
    '45000 number',
    '45000 number',
    '2023-03-15 date',
  ]);
});

test('when a workbook was saved is known only if it says so in a way that can be read', () => {
  const core = 'docProps/core.xml';
  const savedAt = (xml: string) => {
    const relationships = rels(
      ['rId1', 'officeDocument', 'xl/workbook.xml'],
      ['rId2', 'core-properties', core],
    );
    return readSavedAt(openZip(zipParts({ ...partsOf(''), '_rels/.rels': relationships, [core]: xml })));
  };
  const modified = (text: string) => savedAt(`<cp><modified>${text}</modified></cp>`);
  expect(modified('2025-03-02T08:00:00Z')).toBe('2025-03-02T08:00:00.000Z');
  expect(modified('2025-03-02T08:00:00+07:00')).toBe('2025-03-02T01:00:00.000Z');
  // Without a zone it is taken for UTC, so that it says the same everywhere.
  expect(modified('2025-03-02T08:00:00')).toBe('2025-03-02T08:00:00.000Z');
  expect(modified('kemarin')).toBeUndefined();
  expect(modified('2025-13-02T08:00:00Z')).toBeUndefined();
  expect(savedAt('<cp><date>2025-03-02T08:00:00Z</date></cp>')).toBeUndefined();
  // Broken, but nothing of the answers.
  expect(savedAt('<cp><modified>')).toBeUndefined();
});

test('only what exceljs can open within reason is marked', async () => {
  expect(isMarkable(await makeWorkbook(['1']))).toBe(true);
  expect(isMarkable(withSheet('<mergeCells><mergeCell ref="A1:B2"/><mergeCell/></mergeCells>'))).toBe(true);
  expect(isMarkable(withSheet('<dataValidations><dataValidation/></dataValidations>'))).toBe(true);
  // Cells of ranges: whole columns, off the sheet, and columns that no sheet has.
  expect(isMarkable(withSheet('<mergeCells><mergeCell ref="A1:A300000"/></mergeCells>'))).toBe(true);
  expect(isMarkable(withSheet('<mergeCells><mergeCell ref="A1:A300001"/></mergeCells>'))).toBe(false);
  expect(isMarkable(withSheet('<mergeCells><mergeCell ref="A1:ZZZ1"/></mergeCells>'))).toBe(false);
  expect(
    isMarkable(withSheet('<dataValidations><dataValidation sqref="A1:C200000 E1:E9"/></dataValidations>')),
  ).toBe(false);
  expect(isMarkable(withSheet('<cols><col min="1" max="16384"/></cols>'))).toBe(true);
  expect(isMarkable(withSheet('<cols><col min="1" max="16385"/></cols>'))).toBe(false);
  const names = (range: string) => ({
    'xl/workbook.xml': `<workbook><sheets><sheet name="Satu"/></sheets><definedNames><definedName>${range}</definedName></definedNames></workbook>`,
  });
  expect(isMarkable(withSheet('', names('Satu!$A$1:$B$2')))).toBe(true);
  expect(isMarkable(withSheet('', names('Satu!$A$1:$XFD$1048576')))).toBe(false);
  // Parts that unpack to more than 20 MB, and one whose XML is cut off.
  expect(isMarkable(withSheet('', { 'xl/media/a.txt': 'x'.repeat(20 * 1024 * 1024) }))).toBe(false);
  expect(isMarkable(withSheet('', { 'xl/workbook.xml': '<workbook>' }))).toBe(false);
  expect(isMarkable(new Uint8Array([1, 2, 3]))).toBe(false);
});
