import { readdirSync, readFileSync } from 'node:fs';
import fc from 'fast-check';
import { unzipSync } from 'fflate';
import { expect, test } from 'vitest';
import { usualText } from '../../src/archive/usual-xml.ts';
import { createBudget } from '../../src/workbook/budget.ts';
import { openBook } from '../../src/workbook/open.ts';
import { scanCells } from '../../src/workbook/scan-cells.ts';
import { partsOf, worksheet, zipParts } from './make-xlsx.ts';

/** A comment takes a part out of the usual form, and changes nothing that it holds. */
const asUnusual = (xml: string) => `${xml}<!-- lain -->`;

const common = { strings: ['nol', 'satu', 'dua'], styles: [], date1904: false } as const;
const isScanned = (xml: string) =>
  scanCells(Buffer.from(xml), { ...common, budget: createBudget() }) !== null;

const often = <T>(usual: T, ...rest: readonly T[]) =>
  fc.oneof({ weight: 12, arbitrary: fc.constant(usual) }, fc.constantFrom(...rest));
const text = fc.oneof(
  { weight: 4, arbitrary: fc.constantFrom('0', '1', '2', '2.5', '', ' 3 ', 'teks', '44927') },
  fc.constantFrom(
    'a &amp; b',
    '&lt;x&gt;',
    '&#65;',
    '&#183; &#xB7;',
    '&#x1F600;',
    '&#10;',
    '&#xD800;',
    '&#1114112;',
    '&#65534;',
    '&#;',
    '&#x;',
    '&#65 ',
    '&tak;',
    '&constructor;',
    '&amp',
    'a\r\nb',
    'a ]]> b',
    '\u0001',
    'é € 😀',
    '_x0041_',
    '9',
    '>',
  ),
);
const formula = fc.oneof(
  { weight: 8, arbitrary: fc.constant('') },
  fc.constantFrom(
    ...[
      '<f>A1&amp;"x"</f>',
      '<f/>',
      '<f aca="false">SUM(A1)</f>',
      '<f t="shared" ref="A1:A2" si="0">A1</f>',
      '<f t="shared" si="0"/>',
    ],
    ...[
      '<f>HYPERLINK("https://a.id/?a=1&amp;b=2","x")</f>',
      '<f>#N/A</f>',
      '<f t="a" t="b">1</f>',
      '<f x>1</f>',
      '<f><!-- x -->1</f>',
    ],
  ),
);
const cell = fc
  .record({
    gap: often('', ' ', '\n', 'x', '<d/>'),
    skip: often(0, 1, 2, 300, -1, -2),
    row: often(0, 1),
    style: often(' s="1"', '', ' s="x"', ' s="1" s="2"', " s='1'", ' cm="1"'),
    type: fc.constantFrom('', ' t="s"', ' t="str"', ' t="b"', ' t="e"', ' t="d"', ' t="n"', ' t="inlineStr"'),
    formula,
    value: text,
    shape: often('v', 'is', 'none', 'empty', 'v/', 'is-rich', 'open'),
  })
  .map((one) => ({ ...one, formula: one.shape === 'none' ? '' : one.formula }));
const row = fc.record({
  gap: often('', '\n'),
  skip: often(1, 2, 0, 2_000_000),
  attributes: often(
    '',
    ' ht="15" customHeight="1"',
    ' spans="1:3" x14ac:dyDescent="0.25"',
    ' ht="1" ht="2"',
    ' hidden',
    ' r="7"',
  ),
  cells: fc.array(cell, { maxLength: 6 }),
});

type RowParts = typeof row extends fc.Arbitrary<infer T> ? T : never;

/** What stands in `sheetData`. */
function write(rows: readonly RowParts[]): string {
  let number = 0;
  return rows
    .map(({ gap, skip, attributes, cells }) => {
      number += skip;
      let column = 0;
      const written = cells.map((one) => {
        column = Math.max(1, column + 1 + one.skip);
        const letters =
          column > 26
            ? `${String.fromCharCode(64 + Math.min(26, Math.floor((column - 1) / 26)))}A`
            : String.fromCharCode(64 + column);
        const head = `${one.gap}<c r="${letters}${number + one.row}"${one.style}${one.type}`;
        const inside = {
          v: `<v>${one.value}</v>`,
          is: `<is><t>${one.value}</t></is>`,
          'is-rich': `<is><r><t>${one.value}</t></r></is>`,
          'v/': '<v/>',
          empty: '',
          none: '',
          open: '<v>',
        }[one.shape];
        return one.shape === 'none' ? `${head}/>` : `${head}>${one.formula}${inside}</c>`;
      });
      return `${gap}<row r="${number}"${attributes}>${written.join('')}</row>`;
    })
    .join('');
}

test('what the patterns cut up is what the reader of XML reads, made at random', () => {
  let scanned = 0;
  const strings = '<sst><si><t>nol</t></si><si><t>satu</t></si><si><t>dua</t></si></sst>';
  fc.assert(
    fc.property(fc.array(row, { maxLength: 5 }), (rows) => {
      const data = write(rows);
      const sheet = worksheet(data, '<mergeCells><mergeCell ref="A1:A3"/></mergeCells>');
      const open = (xml: string) =>
        openBook(
          zipParts({ ...partsOf(''), 'xl/sharedStrings.xml': strings, 'xl/worksheets/sheet1.xml': xml }),
          'x',
        );
      if (isRead(sheet)) scanned++;
      expect(open(sheet)).toEqual(open(asUnusual(sheet)));
    }),
    { numRuns: 2000 },
  );
  // Enough of both: what is in the usual form, and what departs from it.
  expect(scanned).toBeGreaterThan(200);
  expect(scanned).toBeLessThan(1700);
});

function isRead(xml: string): boolean {
  try {
    return isScanned(xml);
  } catch {
    return true;
  }
}

const si = fc.oneof(
  { weight: 6, arbitrary: text.map((one) => `<si><t>${one}</t></si>`) },
  text.map((one) => `<si><t xml:space="preserve">${one}</t></si>`),
  fc
    .tuple(text, text)
    .map(
      ([a, b]) =>
        `<si><r><rPr><b/><sz val="11"/></rPr><t>${a}</t></r><r><t xml:space="preserve">${b}</t></r></si>`,
    ),
  fc.constantFrom(
    '<si/>',
    '<si></si>',
    '<si><t/></si>',
    '<si><t>a</t><rPh sb="0" eb="1"><t>b</t></rPh></si>',
    '<si><t>a</t></si> ',
    '<si><r><t/></r></si>',
    '<si><t>a</si>',
  ),
);

test('shared texts come out alike, made at random', () => {
  fc.assert(
    fc.property(fc.array(si, { minLength: 1, maxLength: 6 }), (items) => {
      const cells = items.map(
        (_, index) => `<row r="${index + 1}"><c r="A${index + 1}" t="s"><v>${index}</v></c></row>`,
      );
      const xml = `<sst count="6" uniqueCount="6">${items.join('')}</sst>`;
      const open = (shared: string) =>
        openBook(zipParts({ ...partsOf(cells.join('')), 'xl/sharedStrings.xml': shared }), 'x');
      expect(open(xml)).toEqual(open(asUnusual(xml)));
    }),
    { numRuns: 2000 },
  );
});

test.each([
  ['no declaration', (xml: string) => xml.replace(/^<\?xml[^>]*>/, '')],
  ['a mark of byte order', (xml: string) => `\ufeff${xml}`],
  ['a line break behind the declaration, as Excel writes it', (xml: string) => xml.replace('?>', '?>\r\n')],
])('knows the usual form with %s', (_, change) => {
  expect(isScanned(change(worksheet('<row r="1"><c r="A1"><v>1</v></c></row>')))).toBe(true);
});

test.each([
  ['another encoding', worksheet('').replace('UTF-8', 'ISO-8859-1')],
  ['a comment', asUnusual(worksheet(''))],
  ['a document type', worksheet('').replace('?>', '?><!DOCTYPE worksheet>')],
  ['a second sheetData', worksheet('', '<sheetData></sheetData>')],
  ['sheetData with an attribute', worksheet('').replace('<sheetData>', '<sheetData a="1">')],
  ['another prefix', worksheet('').replaceAll('sheetData', 'x:sheetData')],
  ['a row without its number', worksheet('<row></row>')],
  ['columns beyond the last', worksheet('<row r="1"><c r="XFE1"><v>1</v></c></row>')],
])('leaves %s to the reader of XML', (_, xml) => {
  expect(isScanned(xml)).toBe(false);
});

test('cells in a sheetData that stands deeper are none', () => {
  const xml = worksheet('').replace(
    /<sheetData>.*<\/sheetData>/,
    '<a><sheetData><row r="1"><c r="A1"><v>1</v></c></row></sheetData></a>',
  );
  const open = (sheet: string) =>
    openBook(zipParts({ ...partsOf(''), 'xl/worksheets/sheet1.xml': sheet }), 'x');
  expect(open(xml)).toEqual(open(asUnusual(xml)));
  expect(open(xml)).toMatchObject({ book: { sheets: [{ rows: [] }] } });
});

test('a part longer than 4 MiB, or of other bytes than UTF-8, is not read at once', () => {
  expect(usualText(Buffer.alloc(4 * 1024 * 1024 + 1, 'a'))).toBeNull();
  expect(usualText(Buffer.alloc(4 * 1024 * 1024, 'a'))).not.toBeNull();
  expect(usualText(Buffer.from([0x61, 0xff]))).toBeNull();
});

test('a real workbook is read by the patterns, but for nothing', () => {
  const folder = new URL('../../fixtures/format-1/', import.meta.url);
  const [name = ''] = readdirSync(folder).filter((one) => one.endsWith('.xlsx'));
  const parts = Object.entries(unzipSync(readFileSync(new URL(name, folder))));
  const sheets = parts.filter(([part]) => part.startsWith('xl/worksheets/sheet'));
  expect(sheets.length).toBeGreaterThan(4);
  // Whatever text is asked for by its number.
  const strings = new Proxy<string[]>([], { get: () => 'x' });
  for (const [, bytes] of sheets) {
    expect(scanCells(bytes, { ...common, strings, budget: createBudget() })).not.toBeNull();
  }
});
