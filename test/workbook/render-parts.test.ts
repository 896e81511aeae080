import ExcelJS from 'exceljs';
import { strFromU8 } from 'fflate';
import { expect, test } from 'vitest';
import { type Parts, unpack } from '../../src/workbook/charts/package-parts.ts';
import { renderParts } from '../../src/workbook/charts/render-parts.ts';

/** One of everything that our sheets are made of. */
function makeBook(): ExcelJS.Workbook {
  const book = new ExcelJS.Workbook();
  book.creator = 'spbe';
  book.created = book.modified = new Date('2025-01-02T03:04:05Z');
  const sheet = book.addWorksheet('Satu', { views: [{ state: 'frozen', ySplit: 1 }] });
  const day = new Date('2025-02-03T00:00:00Z');
  sheet.addRow(['teks', 3, day, true, null, 2.5, 'teks']);
  sheet.addRow([
    { formula: 'A1', result: 'teks' },
    { formula: 'B1', result: 3 },
    { formula: 'C1', result: day },
  ]);
  sheet.addRow([{ formula: 'B1' }, { richText: [{ text: 'a', font: { bold: true } }, { text: 'b' }] }]);
  sheet.addRow([{ text: 'tautan', hyperlink: 'https://contoh.go.id' }, { error: '#N/A' }]);
  const style = { font: { bold: true }, border: { top: { style: 'thin' } } } as const;
  for (const address of ['A6', 'B6', 'C6']) sheet.getCell(address).style = { ...style };
  sheet.getCell('A6').value = 1;
  sheet.getCell('B6').value = day;
  sheet.getCell('C6').value = 'c';
  sheet.getCell('D6').fill = { type: 'pattern', pattern: 'solid', fgColor: { argb: 'FF00FF00' } };
  sheet.getCell('A7').numFmt = '0.00';
  sheet.getCell('A7').value = day;
  sheet.getCell('B7').note = 'catatan';
  sheet.mergeCells('A8:C9');
  sheet.getCell('A8').value = 'gabung';
  sheet.getColumn(5).style = { alignment: { wrapText: true } };
  sheet.getColumn(5).width = 30;
  sheet.getRow(10).font = { italic: true };
  sheet.getCell('E10').value = day;
  sheet.getCell('F10').value = 4;
  sheet.getCell('A11').dataValidation = { type: 'list', allowBlank: true, formulae: ['"a,b"'] };
  sheet.addConditionalFormatting({
    ref: 'A1:A5',
    rules: [{ type: 'expression', priority: 1, formulae: ['A1=1'], style: { font: { bold: true } } }],
  });
  sheet.autoFilter = 'A1:C1';
  sheet.pageSetup.printTitlesRow = '1:1';
  book.addWorksheet('Dua', { state: 'veryHidden' }).addRow(['teks', day, 7]);
  return book;
}

function textsOf(parts: Parts): Record<string, string> {
  return Object.fromEntries([...parts].toSorted().map(([name, bytes]) => [name, strFromU8(bytes)]));
}

test('the parts are those that exceljs packs', async () => {
  const packed = unpack(new Uint8Array(await makeBook().xlsx.writeBuffer()));
  expect(textsOf(await renderParts(makeBook()))).toEqual(textsOf(packed));
});

test('a picture is refused, as it would be lost', async () => {
  const book = makeBook();
  book.addImage({ base64: 'AAAA', extension: 'png' });
  await expect(renderParts(book)).rejects.toThrow('Pictures');
});
