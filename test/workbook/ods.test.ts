import { zipSync } from 'fflate';
import { describe, expect, it } from 'vitest';
import { number, odsOf, odsParts, row, table, text } from './make-ods.ts';
import { partsOf, zipParts } from './make-xlsx.ts';
import { cellsOf, opened, refused, textsOf } from './opened.ts';

const one = row(text('isi'));
const textOf = (cell: string) => cellsOf(opened(odsOf(row(cell))))[0]?.text;
const paragraphs = (inside: string) =>
  textOf(`<table:table-cell office:value-type="string">${inside}</table:table-cell>`);
const cellOf = (attributes: string, shown = '') =>
  cellsOf(
    opened(odsOf(row(`<table:table-cell ${attributes}><text:p>${shown}</text:p></table:table-cell>`))),
  )[0];

describe('values', () => {
  it.each([
    ['office:value-type="float" office:value="3"', '3', 'number'],
    ['office:value-type="float" office:value="3.0000000000000004"', '3', 'number'],
    ['office:value-type="percentage" office:value="0.5"', '0.5', 'number'],
    ['office:value-type="currency" office:currency="IDR" office:value="1234.50"', '1234.5', 'number'],
    ['office:value-type="date" office:date-value="2024-08-17"', '2024-08-17', 'date'],
    ['office:value-type="date" office:date-value="2024-08-17T09:30:00"', '2024-08-17T09:30', 'date'],
    ['office:value-type="date" office:date-value="2024-08-17T00:00:00.000000000"', '2024-08-17', 'date'],
    ['office:value-type="time" office:time-value="PT09H30M00S"', '09:30', 'date'],
    ['office:value-type="time" office:time-value="PT30H00M05.5S"', '30:00:05', 'date'],
    ['office:value-type="boolean" office:boolean-value="true"', 'TRUE', 'boolean'],
    ['office:value-type="boolean" office:boolean-value="false"', 'FALSE', 'boolean'],
    ['office:value-type="string" office:string-value="a&#10;b"', 'a\nb', 'text'],
    ['office:value-type="string"', 'terlihat', 'text'],
    ['office:value-type="float" office:value="banyak"', 'terlihat', 'text'],
    ['office:value-type="float"', 'terlihat', 'text'],
    ['', 'terlihat', 'text'],
    ['office:value-type="string" office:string-value="" calcext:value-type="error"', 'terlihat', 'error'],
  ])('%s', (attributes, expected, kind) => {
    expect(cellOf(attributes, 'terlihat')).toMatchObject({ text: expected, kind, formula: false });
  });

  it('takes the stored result of a formula, and keeps a formula without one', () => {
    const formula = 'table:formula="of:=[.A1]*2"';
    expect(cellOf(`${formula} office:value-type="float" office:value="6"`)).toMatchObject({
      text: '6',
      formula: true,
    });
    expect(cellOf(formula)).toMatchObject({ text: '', formula: true });
    expect(cellOf(`${formula} office:value-type="float" office:value="0"`, '#DIV/0!')).toMatchObject({
      text: '#DIV/0!',
      kind: 'error',
    });
    expect(
      cellOf('table:formula="of:=TRUE()" office:value-type="boolean" office:boolean-value="true"'),
    ).toMatchObject({ text: 'TRUE', formula: false });
  });

  it('leaves out cells that have only a style', () => {
    expect(textsOf(opened(odsOf(row(`<table:table-cell table:style-name="ce1"/>${text('b')}`))))).toEqual([
      'B1=b',
    ]);
  });
});

describe('texts', () => {
  it.each([
    ['<text:p>satu</text:p><text:p>dua</text:p>', 'satu\ndua'],
    ['<text:p>te<text:span text:style-name="T1">b<text:span>al</text:span></text:span>!</text:p>', 'tebal!'],
    ['<text:p>a <text:s/>b<text:s text:c="3"/>c</text:p>', 'a  b   c'],
    ['<text:p><text:s/>depan</text:p>', ' depan'],
    ['<text:p>a  b   c </text:p><text:p> d</text:p>', 'a  b   c \n d'],
    ['<text:p>\n</text:p><text:p>a</text:p>', '\na'],
    ['<text:p>a<text:tab/>b<text:line-break/>c</text:p>', 'a\tb\nc'],
    ['<text:p>\n      baris\n      panjang\n    </text:p>', 'baris panjang'],
    ['<text:p>a &amp; b &lt;c&gt; &#x2013;</text:p>', 'a & b <c> –'],
    [
      '<office:annotation><dc:date>2024</dc:date><text:p>rahasia</text:p></office:annotation><text:p>ada</text:p>',
      'ada',
    ],
    ['<text:p>a<office:annotation><text:p>rahasia</text:p></office:annotation>b</text:p>', 'ab'],
    [
      '<draw:frame><draw:text-box><text:p>gambar</text:p></draw:text-box></draw:frame><text:p>ada</text:p>',
      'ada',
    ],
    ['<text:p>hari <text:date>17</text:date></text:p>', 'hari 17'],
    ['<text:p>bel\u009b</text:p>', 'bel'],
  ])('%s', (inside, expected) => {
    expect(paragraphs(inside)).toBe(expected);
  });

  it('reads links of texts and of formulas; relative ones start beside the file', () => {
    const link = (href: string) =>
      cellsOf(opened(odsOf(row(text(`<text:a xlink:href="${href}">unduh</text:a>`)))))[0];
    expect(link('https://contoh.go.id/?a=1&amp;b=2')).toMatchObject({
      text: 'unduh',
      link: 'https://contoh.go.id/?a=1&b=2',
    });
    expect(link('../bukti/12.pdf')?.link).toBe('bukti/12.pdf');
    expect(link('../../bukti/12.pdf')?.link).toBe('../bukti/12.pdf');
    expect(
      cellOf('table:formula="of:=HYPERLINK(&quot;https://contoh.go.id&quot;;&quot;Unduh&quot;)"', 'Unduh'),
    ).toMatchObject({ text: 'Unduh', link: 'https://contoh.go.id', formula: true });
  });
});

describe('places', () => {
  const blank = (columns: number) => `<table:table-cell table:number-columns-repeated="${columns}"/>`;

  it('keeps true addresses over repeated cells, covered ones, groups of rows and a million blank rows', () => {
    const rows = [
      `<table:table-column table:number-columns-repeated="16384"/>`,
      `<table:table-header-rows>${row([text('a'), '<table:covered-table-cell/>', text('c'), blank(16381)].join(''))}</table:table-header-rows>`,
      row(blank(16384), 'table:number-rows-repeated="8"'),
      `<table:table-row-group><table:table-row-group>${row(blank(3) + number(7, 'table:number-columns-repeated="2"'), 'table:number-rows-repeated="2" table:visibility="collapse"')}</table:table-row-group></table:table-row-group>`,
      row(blank(16384), 'table:number-rows-repeated="1048563"'),
      row(text('dasar')),
    ].join('');
    expect(textsOf(opened(odsOf(rows)))).toEqual([
      'A1=a',
      'C1=c',
      ...['D10=7', 'E10=7', 'D11=7', 'E11=7'],
      'A1048575=dasar',
    ]);
  });

  it('reads what lies under a merged cell, as it does in xlsx', () => {
    const covered = '<table:covered-table-cell office:value-type="float" office:value="2"/>';
    expect(textsOf(opened(odsOf(row(number(1) + covered))))).toEqual(['A1=1', 'B1=2']);
  });

  it('does not read shapes, nor a table inside a cell', () => {
    const shapes = `<table:shapes><draw:frame><table:table>${row(text('bentuk'))}</table:table></draw:frame></table:shapes>`;
    const inner = `<table:table-cell>${table('dalam', row(text('dalam')))}</table:table-cell>`;
    expect(textsOf(opened(odsOf(shapes + row(inner + text('luar')))))).toEqual(['B1=luar']);
  });
});

describe('sheets', () => {
  it('knows hidden ones by their style, and leaves out copies of other files', () => {
    const style = (name: string, display: boolean) =>
      `<style:style style:name="${name}" style:family="table"><style:table-properties table:display="${display}"/></style:style>`;
    const book = opened(
      zipParts(
        odsParts(
          table('Satu &amp; dua', one, 'table:style-name="ta1"') +
            table('_spbe', one, 'table:style-name="ta2"') +
            table("'file:///lain.ods'#$A", `<table:table-source xlink:href="lain.ods"/>${one}`) +
            table('Kosong', ''),
          style('ta1', true) + style('ta2', false),
        ),
      ),
    );
    expect(book.sheets.map(({ name, hidden, rows }) => [name, hidden, rows.length])).toEqual([
      ['Satu & dua', false, 1],
      ['_spbe', true, 1],
      ['Kosong', false, 0],
    ]);
  });

  it.each(['uji.ods', 'uji.xlsx', 'uji'])('opens one called %s', (name) => {
    expect(textsOf(opened(odsOf(one), name))).toEqual(['A1=isi']);
  });

  it('opens one without the entry mimetype, and a template', () => {
    const { mimetype, ...parts } = odsParts(table('Satu', one));
    expect(textsOf(opened(zipParts(parts)))).toEqual(['A1=isi']);
    expect(textsOf(opened(zipParts({ ...parts, mimetype: `${mimetype}-template` })))).toEqual(['A1=isi']);
  });

  it('reads xlsx first where a file is both', () => {
    const both = { ...odsParts(table('Satu', one)), ...partsOf('<row><c><v>3</v></c></row>') };
    expect(textsOf(opened(zipParts(both)))).toEqual(['A1=3']);
  });
});

describe('refuses', () => {
  const parts = odsParts(table('Satu', one));
  const content = parts['content.xml'] ?? '';
  const withContent = (text: string) => zipParts({ ...parts, 'content.xml': text });
  const far = number(1, 'table:number-columns-repeated="1000"');

  it.each([
    [
      'a DOCTYPE',
      withContent(content.replace('?>', '?><!DOCTYPE a [<!ENTITY b "c">]>')),
      'damaged',
      'DOCTYPE',
    ],
    ['broken XML', withContent(content.slice(0, -30)), 'damaged', 'content.xml'],
    ['no content', zipParts({ mimetype: parts['mimetype'] ?? '' }), 'damaged', 'content.xml'],
    ['no sheet', zipParts(odsParts('')), 'damaged', 'lembar'],
    ['strange prefixes', withContent(content.replaceAll('table:', 't:')), 'damaged', 'bukan isi lembar'],
    [
      'a repetition of 0',
      odsOf(row(text('a', 'table:number-columns-repeated="0"'))),
      'damaged',
      'pengulangan',
    ],
    [
      'a negative repetition',
      odsOf(row(text('a'), 'table:number-rows-repeated="-3"')),
      'damaged',
      'pengulangan',
    ],
    [
      'content beyond the last column',
      odsOf(row(text('a', 'table:number-columns-repeated="16385"'))),
      'damaged',
      'luar batas',
    ],
    [
      'content beyond the last row',
      odsOf(row(text('a'), 'table:number-rows-repeated="1048577"')),
      'damaged',
      'luar batas',
    ],
    [
      'a thousand million cells',
      odsOf(row(far, 'table:number-rows-repeated="1000000"')),
      'too-large',
      'terlalu banyak sel',
    ],
    ['millions of spaces', odsOf(row(text('<text:s text:c="999999999"/>'))), 'damaged', 'terlalu panjang'],
    [
      'spaces in many pieces',
      odsOf(row(text('<text:s text:c="999999"/>'.repeat(20)))),
      'damaged',
      'terlalu panjang',
    ],
    [
      'deep nesting',
      odsOf(row(text('<text:span>'.repeat(80) + '</text:span>'.repeat(80)))),
      'damaged',
      'terlalu dalam',
    ],
    [
      'a thousand and one sheets',
      zipParts(odsParts(table('a', '').repeat(1001))),
      'too-large',
      '1000 lembar',
    ],
  ])('%s', (_, bytes, reason, words) => {
    const unreadable = refused(bytes, 'uji.ods');
    expect(unreadable.reason).toBe(reason);
    expect(unreadable.message).toContain(words);
  });

  it('a bomb, without unpacking it', () => {
    const bomb = zipSync({
      mimetype: Buffer.from(parts['mimetype'] ?? ''),
      'content.xml': new Uint8Array(2 ** 26),
    });
    expect(refused(bomb).reason).toBe('too-large');
  });

  it.each(['<manifest:encryption-data manifest:checksum="x"/>', '<encryption-data/>'])(
    'a password: %s',
    (data) => {
      const manifest = parts['META-INF/manifest.xml']?.replace('</', `${data}</`) ?? '';
      const doctype =
        '<!DOCTYPE manifest:manifest PUBLIC "-//OpenOffice.org//DTD Manifest 1.0//EN" "Manifest.dtd">';
      const unreadable = refused(
        zipParts({ ...parts, 'META-INF/manifest.xml': doctype + manifest, 'content.xml': 'acak' }),
      );
      expect(unreadable.reason).toBe('encrypted');
      expect(unreadable.message).toContain('kata sandi');
    },
  );

  it('a flat .fods', () => {
    const flat =
      '<?xml version="1.0"?><office:document office:mimetype="application/vnd.oasis.opendocument.spreadsheet"/>';
    expect(refused(Buffer.from(flat), 'uji.fods').reason).toBe('not-spreadsheet');
  });
});

it('tells which cell shows in those that are merged with it, down its first column', () => {
  const spanned = 'table:number-rows-spanned="3" table:number-columns-spanned="2"';
  const covered = '<table:covered-table-cell/>';
  const rows = [
    row(text('judul')),
    row(text('12', spanned) + covered + text('a')),
    row(covered + covered + text('b')),
    row(covered + covered + text('c')),
  ];
  const [sheet] = opened(odsOf(rows.join('')), 'a.ods').sheets;
  expect([...(sheet?.merged ?? [])].map(([address, { text: shown }]) => [address, shown])).toEqual([
    ['A3', '12'],
    ['A4', '12'],
  ]);
});
