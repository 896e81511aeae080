import ExcelJS from 'exceljs';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { cellsOf, opened, textsOf } from './opened.ts';

async function bytesOf(workbook: ExcelJS.Workbook): Promise<Uint8Array> {
  return new Uint8Array(await workbook.xlsx.writeBuffer());
}

function bookWith(fill: (sheet: ExcelJS.Worksheet) => void): Promise<Uint8Array> {
  const workbook = new ExcelJS.Workbook();
  fill(workbook.addWorksheet('Penilaian'));
  return bytesOf(workbook);
}

test('reads every kind of value that exceljs writes', async () => {
  const bytes = await bookWith((sheet) => {
    sheet.getCell('A1').value = ' Dinas Kominfo ';
    sheet.getCell('B1').value = 2.5;
    sheet.getCell('C1').value = true;
    sheet.getCell('D1').value = { error: '#REF!' };
    sheet.getCell('E1').value = { richText: [{ text: 'biasa ' }, { font: { bold: true }, text: 'tebal' }] };
    sheet.getCell('F17').value = { formula: '1+2', result: 3 };
    sheet.getCell('G17').value = { formula: 'A1&"x"', result: 'ax' };
    sheet.getCell('H17').value = { text: 'Unduh', hyperlink: 'https://contoh.go.id/a?b=1&c=2' };
    sheet.getCell('I17').value = { formula: 'HYPERLINK("https://b.id","b")', result: 'b' };
    sheet.getCell('J17').font = { bold: true };
    sheet.getCell('A400').value = 'jauh\ndi bawah';
  });
  const seen = cellsOf(opened(bytes)).map(({ address, kind, text, formula, link }) => [
    address,
    kind,
    text,
    formula,
    link,
  ]);
  expect(seen).toEqual([
    ['A1', 'text', ' Dinas Kominfo ', false, undefined],
    ['B1', 'number', '2.5', false, undefined],
    ['C1', 'boolean', 'TRUE', false, undefined],
    ['D1', 'error', '#REF!', false, undefined],
    ['E1', 'text', 'biasa tebal', false, undefined],
    ['F17', 'number', '3', true, undefined],
    ['G17', 'text', 'ax', true, undefined],
    ['H17', 'text', 'Unduh', false, 'https://contoh.go.id/a?b=1&c=2'],
    ['I17', 'text', 'b', true, 'https://b.id'],
    ['A400', 'text', 'jauh\ndi bawah', false, undefined],
  ]);
});

test.each([false, true])('reads dates and times, date1904 %s', async (date1904) => {
  const workbook = new ExcelJS.Workbook();
  workbook.properties.date1904 = date1904;
  const sheet = workbook.addWorksheet('Tanggal');
  sheet.getCell('A1').value = new Date('2024-08-17');
  sheet.getCell('A2').value = new Date('2024-08-17T09:30:00Z');
  sheet.getCell('A3').value = new Date('2026-11-21');
  sheet.getCell('A3').numFmt = '[$-421]dd mmmm yyyy;@';
  sheet.getCell('A4').value = 45_521;
  const texts = textsOf(opened(await bytesOf(workbook)));
  expect(texts).toEqual(['A1=2024-08-17', 'A2=2024-08-17T09:30', 'A3=2026-11-21', 'A4=45521']);
});

test('keeps order, names and state of the sheets', async () => {
  const workbook = new ExcelJS.Workbook();
  workbook.addWorksheet('Petunjuk & "Isi"').getCell('A1').value = 'a';
  workbook.addWorksheet('daftar', { state: 'hidden' });
  workbook.addWorksheet('kunci', { state: 'veryHidden' });
  const { sheets } = opened(await bytesOf(workbook));
  expect(sheets.map(({ name, hidden }) => [name, hidden])).toEqual([
    ['Petunjuk & "Isi"', false],
    ['daftar', true],
    ['kunci', true],
  ]);
});

test('reads the master of merged cells only, and cells beside lists of allowed values', async () => {
  const bytes = await bookWith((sheet) => {
    sheet.mergeCells('A1:C2');
    sheet.getCell('A1').value = 'judul';
    sheet.getCell('B5').value = 'Ya';
    sheet.getCell('B5').dataValidation = { type: 'list', allowBlank: true, formulae: ['"Ya,Tidak"'] };
    sheet.getCell('B6').value = { formula: 'COUNTA(B5)' };
  });
  expect(textsOf(opened(bytes))).toEqual(['A1=judul', 'B5=Ya', 'B6=']);
});

test('reads any texts and numbers back as they were written', async () => {
  const text = fc.string({ unit: 'grapheme', minLength: 1, maxLength: 40 }).filter(isPlain);
  const number = fc
    .double({ noNaN: true, noDefaultInfinity: true })
    .map((value) => Number(value.toPrecision(15)));
  const cell = fc.record({
    row: fc.integer({ min: 1, max: 60 }),
    column: fc.integer({ min: 1, max: 30 }),
    value: fc.oneof(text, number),
  });
  const cells = fc.uniqueArray(cell, { selector: ({ row, column }) => `${row} ${column}`, maxLength: 30 });
  await fc.assert(
    fc.asyncProperty(cells, async (written) => {
      const bytes = await bookWith((sheet) => {
        for (const { row, column, value } of written) sheet.getCell(row, column).value = value;
      });
      const read = cellsOf(opened(bytes));
      const expected = [...written].sort((a, b) => a.row - b.row || a.column - b.column);
      expect(read.map(({ row, column }) => [row, column])).toEqual(
        expected.map(({ row, column }) => [row, column]),
      );
      for (const [index, { value }] of expected.entries()) {
        const found = read[index];
        if (typeof value === 'string') expect(found).toMatchObject({ kind: 'text', text: value });
        else expect(Number(found?.text)).toBe(value === 0 ? 0 : value);
      }
    }),
    { numRuns: 40 },
  );
});

/** exceljs neither escapes `_xHHHH_` nor writes what XML cannot hold. */
function isPlain(text: string): boolean {
  // biome-ignore lint/suspicious/noControlCharactersInRegex: leaving them out is the purpose
  return !/[\0-\x1f\x7f-\x9f\ufffe\uffff]|_x/.test(text);
}
