import type ExcelJS from 'exceljs';
import { unzipSync } from 'fflate';
import { describe, expect, test } from 'vitest';
import {
  answersTable,
  columnOf,
  criteriaTable,
  givenIdentity,
  identityRows,
  identityTable,
  metaKeys,
} from '../../src/workbook/layout.ts';
import { criteriaRows } from '../../src/workbook/sheets/criteria.ts';
import { writeWorkbook } from '../../src/workbook/write.ts';
import { instrument, load, sheetOf, specOf } from './make-workbook.ts';

const ids = instrument.indicators.map(({ id }) => id);
const few = ['3', '12', '47'];
const specs = { whole: specOf(ids), part: specOf(few) };
const bytes = { whole: await writeWorkbook(specs.whole), part: await writeWorkbook(specs.part) };
const books = { whole: await load(bytes.whole), part: await load(bytes.part) };

describe.each(['whole', 'part'] as const)('protection (%s)', (kind) => {
  const book = books[kind];

  test('inputs can be typed in, all else is locked', () => {
    const answers = sheetOf(book, 'Penilaian');
    const inputs = answersTable.columns.flatMap((column, index) => ('input' in column ? [index + 1] : []));
    const rows = kind === 'whole' ? ids.length : few.length;
    answers.eachRow((row, number) => {
      row.eachCell({ includeEmpty: true }, (cell, column) => {
        const isInput = number >= 6 && number < 6 + rows && inputs.includes(column);
        expect([cell.address, cell.protection?.locked === false]).toEqual([cell.address, isInput]);
      });
    });
    const identity = sheetOf(book, 'Identitas');
    identityRows.forEach(({ id }, index) => {
      expect([id, identity.getCell(6 + index, 3).protection?.locked === false]).toEqual([
        id,
        !givenIdentity.has(id),
      ]);
    });
    const kriteria = sheetOf(book, 'Kriteria');
    const { last } = criteriaRows(specs[kind]);
    kriteria.eachRow((row, number) => {
      row.eachCell({ includeEmpty: true }, (cell, column) => {
        // Only beside an item of evidence, not beside a criterion.
        const isItem = /-[a-z]$/.test(kriteria.getCell(number, columnOf(criteriaTable, 'id')).text);
        const isInput = isItem && number >= 6 && number <= last && column === columnOf(criteriaTable, 'have');
        expect([cell.address, cell.protection?.locked === false]).toEqual([cell.address, isInput]);
      });
    });
    for (const name of ['Petunjuk', 'Dasbor']) {
      sheetOf(book, name).eachRow((row) => {
        row.eachCell((cell) => expect(cell.protection?.locked).not.toBe(false));
      });
    }
  });

  test('is on for every visible sheet, without a password, and lets people sort, filter and resize', () => {
    for (const { name, state } of book.worksheets) {
      const text = xml(bytes[kind], partOf(book, name));
      const found = /<sheetProtection [^>]*>/.exec(text)?.[0] ?? '';
      if (state !== 'visible') continue;
      expect(found).toContain('sheet="1"');
      expect(found).not.toMatch(/password|hashValue|saltValue|algorithmName/);
      // In the file 0 means: not locked.
      for (const allowed of ['sort', 'autoFilter', 'formatColumns', 'formatRows']) {
        expect(found).toContain(`${allowed}="0"`);
      }
    }
  });
});

describe('the rest of the workbook', () => {
  const book = books.whole;

  test('has its sheets in the order of work; the particulars are hidden for good', () => {
    expect(book.worksheets.map(({ name, state }) => `${name} ${state}`)).toEqual([
      'Petunjuk visible',
      'Identitas visible',
      'Penilaian visible',
      'Bukti visible',
      'Kriteria visible',
      'Dasbor visible',
      '_spbe veryHidden',
    ]);
  });

  test('the filters take the hidden columns along, so that sorting keeps rows whole', () => {
    expect(xml(bytes.whole, partOf(book, 'Penilaian'))).toContain('<autoFilter ref="A5:W52"');
    const { last } = criteriaRows(specs.whole);
    expect(xml(bytes.whole, partOf(book, 'Kriteria'))).toContain(`<autoFilter ref="A5:J${last}"`);
    expect(xml(bytes.part, partOf(books.part, 'Bukti'))).toContain('<autoFilter ref="A5:K65"');
  });

  test('the particulars stand in hidden rows of Identitas, too', () => {
    const [identity, meta] = [sheetOf(book, 'Identitas'), sheetOf(book, '_spbe')];
    metaKeys.forEach((key, index) => {
      const row = identity.getRow(6 + identityRows.length + index);
      const [id, value] = [row.getCell(1), row.getCell(columnOf(identityTable, 'value'))];
      expect([key, row.hidden, id.value, value.value]).toEqual([
        key,
        true,
        `meta.${key}`,
        meta.getCell(index + 2, 2).value,
      ]);
      expect(value.protection?.locked).not.toBe(false);
    });
  });

  test('levels, indicators and dates are chosen from what is allowed', () => {
    const answers = xml(bytes.whole, partOf(book, 'Penilaian'));
    expect(validation(answers, 'F6:F52')).toMatch(/type="list".*"1,2,3,4,5"/s);
    expect(validation(answers, 'P6:P52')).toMatch(/type="list".*"1,2,3,4,5"/s);
    const documents = xml(bytes.part, partOf(books.part, 'Bukti'));
    expect(validation(documents, 'A6:A65')).toMatch(/type="list".*"3,12,47"/s);
    expect(validation(documents, 'B6:B65')).toContain('1,2,3,4,5');
    expect(validation(documents, 'C6:C65')).toMatch(/type="list".*"Kebijakan,SK atau surat tugas,/s);
    expect(validation(documents, 'F6:F65')).toContain('type="date"');
    expect(validation(documents, 'I6:I65')).toMatch(/type="list".*"Ya,Belum"/s);
    expect(validation(documents, 'J6:J65')).toMatch(/type="list".*"Diterima,Perbaiki,Ditolak"/s);
    const criteria = xml(bytes.part, partOf(books.part, 'Kriteria'));
    const { last } = criteriaRows(specs.part);
    expect(validation(criteria, `H6:H${last}`)).toMatch(/type="list".*"Ya,Belum"/s);
  });

  test('no list is longer than the 255 characters that Excel takes', () => {
    for (const name of ['Penilaian', 'Bukti', 'Kriteria']) {
      for (const [, list = ''] of xml(bytes.whole, partOf(book, name)).matchAll(
        /<formula1>(.*?)<\/formula1>/g,
      )) {
        expect(list.length).toBeLessThanOrEqual(257);
      }
    }
  });

  test('prints on A4, fitted to the width, with headings on every page', () => {
    for (const name of ['Petunjuk', 'Identitas', 'Penilaian', 'Bukti', 'Kriteria', 'Dasbor']) {
      const { pageSetup, headerFooter } = sheetOf(book, name);
      // Penilaian is two pages wide, with the indicator's name on both; Dasbor is one page, charts and all.
      const fitToWidth = name === 'Penilaian' ? 2 : 1;
      const fitToHeight = name === 'Dasbor' ? 1 : 0;
      expect(pageSetup).toMatchObject({ paperSize: 9, fitToPage: true, fitToWidth, fitToHeight });
      expect(headerFooter.oddFooter).toMatch(/Dinas Komunikasi && Informatika.*Halaman &P dari &N$/);
    }
    expect(sheetOf(book, 'Penilaian').pageSetup).toMatchObject({
      orientation: 'landscape',
      printTitlesRow: '5:5',
      printTitlesColumn: 'A:C',
    });
    expect(sheetOf(book, 'Kriteria').pageSetup).toMatchObject({
      orientation: 'portrait',
      printTitlesRow: '5:5',
    });
    expect(sheetOf(book, 'Bukti').pageSetup).toMatchObject({
      orientation: 'landscape',
      printTitlesRow: '5:5',
    });
  });

  test('uses plain formulas of old: no INDIRECT, no array formulas, nothing newer than Excel 2007', () => {
    const known = new Set(
      (
        'AND CHOOSE COUNT COUNTIF COUNTIFS IF IFERROR INDEX INT ISNUMBER LARGE MATCH OR REPT ROUND SUM SUMIF ' +
        'SUMPRODUCT'
      ).split(' '),
    );
    for (const { name } of book.worksheets) {
      const text = xml(bytes.whole, partOf(book, name));
      expect(text).not.toMatch(/<f [^>]*t="array"/);
      for (const [, formula = ''] of text.matchAll(/<f>(.*?)<\/f>/g)) {
        for (const [, used = ''] of formula.matchAll(/([A-Z_][A-Z0-9_.]*)\(/g)) expect(known).toContain(used);
      }
    }
  });

  test('says where it comes from, and nothing of the machine', () => {
    expect(book.creator).toBe('spbe');
    expect(book.created.toISOString()).toBe('2025-01-02T03:04:05.000Z');
    const texts = Object.entries(unzipSync(bytes.whole)).map(([, part]) => Buffer.from(part).toString());
    expect(texts.join('')).not.toMatch(/\/(home|root|tmp|Users)\//);
  });
});

function xml(workbook: Uint8Array, part: string): string {
  return Buffer.from(unzipSync(workbook)[part] ?? [])
    .toString()
    .replaceAll('&quot;', '"');
}

function partOf(book: ExcelJS.Workbook, name: string): string {
  return `xl/worksheets/sheet${sheetOf(book, name).id}.xml`;
}

function validation(sheet: string, range: string): string {
  return (
    new RegExp(`<dataValidation [^>]*sqref="${range}"[^>]*>.*?</dataValidation>`, 's').exec(sheet)?.[0] ?? ''
  );
}
