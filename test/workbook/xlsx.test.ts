import { strToU8 } from 'fflate';
import { expect, test } from 'vitest';
import { partsOf, rels, worksheet, zipParts } from './make-xlsx.ts';
import { cellsOf, opened, textsOf } from './opened.ts';

const inline = (text: string) => `<c t="inlineStr"><is><t>${text}</t></is></c>`;

test('counts the position of cells and rows without an address', () => {
  const data = `<row>${inline('a')}<c r="C1"><v>1</v></c>${inline('d')}</row><row r="5">${inline('e')}</row><row>${inline('f')}</row>`;
  expect(textsOf(opened(zipParts(partsOf(data))))).toEqual(['A1=a', 'C1=1', 'D1=d', 'A5=e', 'A6=f']);
});

test('leaves out cells and rows that have only a style', () => {
  const data = '<row r="1"><c r="A1" s="1"/></row><row r="2"><c r="B2"><v>2</v></c><c r="C2" t="s"/></row>';
  const [sheet] = opened(zipParts(partsOf(data))).sheets;
  expect(sheet?.rows).toEqual([
    {
      number: 2,
      cells: [{ address: 'B2', row: 2, column: 2, text: '2', kind: 'number', formula: false }],
    },
  ]);
});

test('joins rich text and skips phonetic readings, shared and inline', () => {
  const parts = partsOf(
    '<row><c t="s"><v>0</v></c><c t="inlineStr"><is><r><t>te</t></r><rPh sb="0"><t>x</t></rPh><r><t>bal</t></r></is></c></row>',
  );
  parts['xl/sharedStrings.xml'] =
    '<sst><si><r><t xml:space="preserve">biasa </t></r><r><rPr><b/></rPr><t>tebal</t></r><rPh sb="0" eb="1"><t>x</t></rPh></si></sst>';
  expect(textsOf(opened(zipParts(parts)))).toEqual(['A1=biasa tebal', 'B1=tebal']);
});

test('decodes entities, escapes and CDATA, and keeps white space', () => {
  const parts = partsOf('<row><c t="s"><v>0</v></c><c t="s"><v>1</v></c><c t="s"><v>2</v></c></row>');
  parts['xl/sharedStrings.xml'] =
    '<sst><si><t> a &amp; b &#x41; </t></si><si><t>satu_x000A_dua</t></si><si><t><![CDATA[<3>]]></t></si></sst>';
  expect(textsOf(opened(zipParts(parts)))).toEqual(['A1= a & b A ', 'B1=satu\ndua', 'C1=<3>']);
});

test('reads formulas by their stored result, and says when there is none', () => {
  const data = `<row><c><f>1+2</f><v>3</v></c><c t="str"><f>A1&amp;"x"</f><v>3x</v></c><c><f>1+2</f></c>
    <c t="str"><f t="shared" si="0"/><v>y</v></c><c t="b"><f aca="false">TRUE()</f><v>1</v></c><c t="e"><f>#REF!+1</f><v>#REF!</v></c></row>`;
  const cells = cellsOf(opened(zipParts(partsOf(data))));
  expect(cells.map(({ text, formula }) => [text, formula])).toEqual([
    ['3', true],
    ['3x', true],
    ['', true],
    ['y', true],
    ['TRUE', false],
    ['#REF!', true],
  ]);
});

test('reads any namespace prefix, and the strict namespaces', () => {
  const parts = partsOf('');
  const strict = 'http://purl.oclc.org/ooxml';
  parts['_rels/.rels'] =
    `<p:Relationships xmlns:p="x"><p:Relationship Id="a" Type="${strict}/officeDocument/relationships/officeDocument" Target="xl/workbook.xml"/></p:Relationships>`;
  parts['xl/workbook.xml'] =
    `<x:workbook xmlns:x="${strict}/spreadsheetml/main" xmlns:rel="y"><x:workbookPr date1904="true"/><x:sheets><x:sheet name="S" sheetId="1" rel:id="rId1"/></x:sheets></x:workbook>`;
  parts['xl/_rels/workbook.xml.rels'] =
    `<Relationships><Relationship Id="rId1" Type="${strict}/officeDocument/relationships/worksheet" Target="worksheets/sheet1.xml"/></Relationships>`;
  parts['xl/worksheets/sheet1.xml'] =
    '<x:worksheet xmlns:x="z"><x:sheetData><x:row r="2"><x:c r="B2"><x:v>7</x:v></x:c><x:c r="C2" t="d"><x:v>2024-08-17T09:30:00</x:v></x:c></x:row></x:sheetData></x:worksheet>';
  const book = opened(zipParts(parts));
  expect(book.sheets[0]?.name).toBe('S');
  expect(textsOf(book)).toEqual(['B2=7', 'C2=2024-08-17T09:30']);
});

test('follows relationships to parts of any name, relative and absolute', () => {
  const parts = {
    '_rels/.rels': rels(['a', 'officeDocument', '/buku/utama.xml']),
    'buku/utama.xml':
      '<workbook xmlns:r="r"><sheets><sheet name="Dua" r:id="b"/><sheet name="Grafik" r:id="c"/><sheet name="Satu" state="veryHidden" r:id="a"/></sheets></workbook>',
    'buku/_rels/utama.xml.rels': rels(
      ['a', 'worksheet', '/lain/lembar%201.xml'],
      ['b', 'worksheet', '../lain/./dua.xml'],
      ['c', 'chartsheet', 'grafik.xml'],
    ),
    'lain/lembar 1.xml': worksheet('<row><c><v>1</v></c></row>'),
    'lain/dua.xml': worksheet('<row><c><v>2</v></c></row>'),
  };
  const book = opened(zipParts(parts));
  expect(book.sheets.map(({ name, hidden, rows }) => [name, hidden, rows[0]?.cells[0]?.text])).toEqual([
    ['Dua', false, '2'],
    ['Satu', true, '1'],
  ]);
});

test('finds the links of cells: external, internal, over a range, and by formula', () => {
  const parts = partsOf(
    `<row>${inline('a')}${inline('b')}${inline('c')}${inline('d')}<c t="str"><f>HYPERLINK("https://e.id/""x""","e")</f><v>e</v></c><c t="str"><f>HYPERLINK(A1,"f")</f><v>f</v></c></row>`,
  );
  parts['xl/worksheets/sheet1.xml'] = worksheet(
    parts['xl/worksheets/sheet1.xml']?.match(/<row>.*<\/row>/)?.[0] ?? '',
    '<hyperlinks><hyperlink ref="A1" r:id="rId1"/><hyperlink ref="B1" location="Lain!A1"/><hyperlink ref="C1:D9" r:id="rId2" location="hal"/><hyperlink ref="rusak" r:id="rId1"/></hyperlinks>',
  );
  parts['xl/worksheets/_rels/sheet1.xml.rels'] = rels(
    ['rId1', 'hyperlink', 'https://a.id/?b=1&amp;c=2', true],
    ['rId2', 'hyperlink', 'Bukti%20Dukung/sk.pdf', true],
  );
  expect(cellsOf(opened(zipParts(parts))).map(({ link }) => link)).toEqual([
    'https://a.id/?b=1&c=2',
    '#Lain!A1',
    'Bukti%20Dukung/sk.pdf#hal',
    'Bukti%20Dukung/sk.pdf#hal',
    'https://e.id/"x"',
    undefined,
  ]);
});

test.each([
  ['UTF-16LE with a mark', 'utf16le', '\uFEFF'],
  ['UTF-16LE without', 'utf16le', ''],
  ['UTF-8 with a mark', 'utf8', '\uFEFF'],
] as const)('reads a part in %s', (_, encoding, mark) => {
  const text = `${mark}${worksheet(`<row>${inline('é – ✓ 😀')}</row>`)}`;
  const parts = { ...partsOf(''), 'xl/worksheets/sheet1.xml': Buffer.from(text, encoding) };
  expect(textsOf(opened(zipParts(parts)))).toEqual(['A1=é – ✓ 😀']);
});

test('reads UTF-16BE, declared windows-1252, and UTF-8 that is declared as UTF-16', () => {
  const text = `<?xml version="1.0" encoding="utf-16"?><worksheet><sheetData><row>${inline('é')}</row></sheetData></worksheet>`;
  const read = (part: Uint8Array) =>
    textsOf(opened(zipParts({ ...partsOf(''), 'xl/worksheets/sheet1.xml': part })));
  expect(read(Buffer.from(`\uFEFF${text}`, 'utf16le').swap16())).toEqual(['A1=é']);
  expect(read(Buffer.from(text.replace('utf-16', 'windows-1252'), 'latin1'))).toEqual(['A1=é']);
  expect(read(strToU8(text))).toEqual(['A1=é']);
});

test('keeps characters whole across the pieces in which a large part is read', () => {
  const data = Array.from({ length: 20_000 }, (_, index) => `<row>${inline(`${index} é😀`)}</row>`).join('');
  const cells = cellsOf(opened(zipParts(partsOf(data))));
  expect(cells).toHaveLength(20_000);
  expect(cells.every(({ text }, index) => text === `${index} é😀`)).toBe(true);
});

test('drops control characters that a terminal would obey', () => {
  expect(textsOf(opened(zipParts(partsOf(`<row>${inline('a_x001B_[31mb&#x9b;c')}</row>`))))).toEqual([
    'A1=a[31mbc',
  ]);
});
