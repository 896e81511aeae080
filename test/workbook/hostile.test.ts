import ExcelJS from 'exceljs';
import fc from 'fast-check';
import { unzipSync } from 'fflate';
import { beforeAll, expect, test } from 'vitest';
import { openBook } from '../../src/workbook/open.ts';
import { zipParts } from './make-xlsx.ts';

/** Raised by hand now and then, to look for more. */
const runs = 300;

let workbook: Uint8Array;
beforeAll(async () => {
  const book = new ExcelJS.Workbook();
  const sheet = book.addWorksheet('Penilaian');
  sheet.addRow(['no', 'nama', new Date('2026-11-21'), true]);
  sheet.getCell('B2').value = { text: 'Unduh', hyperlink: 'https://contoh.go.id' };
  sheet.getCell('C3').value = { formula: '1+2', result: 3 };
  sheet.getCell('D4').value = { richText: [{ text: 'a' }, { text: 'b' }] };
  book.addWorksheet('daftar', { state: 'hidden' }).getCell('A1').value = 4.5;
  workbook = new Uint8Array(await book.xlsx.writeBuffer());
});

/** The answer is a book or a message, never an exception: a call that throws fails the test. */
function expectAnswer(bytes: Uint8Array, name: string): void {
  const result = openBook(bytes, name);
  if ('unreadable' in result) expect(result.unreadable.message).not.toBe('');
  else expect(result.book.sheets.length).toBeGreaterThan(0);
}

const flips = fc.array(fc.tuple(fc.double({ min: 0, max: 1, maxExcluded: true, noNaN: true }), fc.nat(255)), {
  minLength: 1,
  maxLength: 8,
});

function flip(bytes: Uint8Array, changes: readonly (readonly [number, number])[]): Uint8Array {
  const changed = bytes.slice();
  for (const [place, value] of changes) changed[Math.floor(place * changed.length)] = value;
  return changed;
}

test('answers for a workbook cut off anywhere', () => {
  for (let length = 0; length < workbook.length; length += 7) {
    const result = openBook(workbook.subarray(0, length), 'uji.xlsx');
    expect('unreadable' in result && result.unreadable.reason).toMatch(/^(damaged|empty|not-spreadsheet)$/);
  }
});

test('answers for a workbook with any bytes changed', () => {
  fc.assert(
    fc.property(flips, (changes) => expectAnswer(flip(workbook, changes), 'uji.xlsx')),
    { numRuns: runs },
  );
});

test('answers for a workbook with any bytes of its directory changed', () => {
  const start = Buffer.from(workbook).indexOf('PK\x01\x02');
  fc.assert(
    fc.property(flips, (changes) => {
      const directory = flip(workbook.subarray(start), changes);
      expectAnswer(Buffer.concat([workbook.subarray(0, start), directory]), 'uji.xlsx');
    }),
    { numRuns: runs },
  );
});

test('answers for a workbook with any bytes of its XML changed', () => {
  const parts = unzipSync(workbook);
  const name = fc.constantFrom(...Object.keys(parts));
  fc.assert(
    fc.property(name, flips, (name, changes) => {
      const part = parts[name] ?? new Uint8Array();
      expectAnswer(zipParts({ ...parts, [name]: flip(part, changes) }), 'uji.xlsx');
    }),
    { numRuns: runs },
  );
});

test('answers for a workbook whose XML has words and numbers exchanged', () => {
  const parts = unzipSync(workbook);
  const name = fc.constantFrom(...Object.keys(parts));
  const values = [
    '',
    '0',
    '-1',
    '1e999',
    '99999999999999999999',
    'NaN',
    '../../..',
    '/',
    '%',
    '__proto__',
    'constructor',
    's',
  ];
  const change = fc.tuple(fc.nat(200), fc.constantFrom(...values));
  fc.assert(
    fc.property(name, fc.array(change, { minLength: 1, maxLength: 4 }), (name, changes) => {
      let text = Buffer.from(parts[name] ?? []).toString();
      for (const [which, value] of changes) {
        let at = 0;
        text = text.replace(/"[^"]*"|(?<=>)[^<>]+(?=<)/g, (old) => {
          if (at++ !== which) return old;
          return old.startsWith('"') ? `"${value}"` : value;
        });
      }
      expectAnswer(zipParts({ ...parts, [name]: text }), 'uji.xlsx');
    }),
    { numRuns: runs },
  );
});

test('answers for any bytes, alone or after a known beginning', () => {
  const beginnings = ['', 'PK\x03\x04', 'PK\x05\x06', '<?xml', '\xd0\xcf\x11\xe0', '\xff\xfe', 'a;b\n"'];
  const beginning = fc.constantFrom(...beginnings).map((text) => Buffer.from(text, 'latin1'));
  const names = fc.constantFrom('uji.xlsx', 'uji.csv', 'uji');
  fc.assert(
    fc.property(beginning, fc.uint8Array({ maxLength: 200 }), names, (start, rest, name) =>
      expectAnswer(Buffer.concat([start, rest]), name),
    ),
    { numRuns: runs },
  );
});
