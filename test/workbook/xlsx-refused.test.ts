import { describe, expect, test } from 'vitest';
import { partsOf, rels, worksheet, zipParts } from './make-xlsx.ts';
import { cellsOf, opened, refused } from './opened.ts';

const inline = (text: string) => `<c t="inlineStr"><is><t>${text}</t></is></c>`;

describe('refuses as damaged', () => {
  const data = (row: string) => zipParts(partsOf(row));
  const without = (name: string) => {
    const { [name]: _, ...parts } = partsOf('');
    return zipParts(parts);
  };
  const nameless = zipParts({
    ...partsOf(''),
    'xl/workbook.xml': '<workbook><sheets><sheet/></sheets></workbook>',
  });
  const deep = `${'<a>'.repeat(70)}${'</a>'.repeat(70)}`;
  const laughs =
    '<!DOCTYPE sst [<!ENTITY a "ha"><!ENTITY b "&a;&a;&a;&a;&a;&a;&a;&a;&a;&a;">]><sst><si><t>&b;</t></si></sst>';

  test.each([
    ['a DOCTYPE', zipParts({ ...partsOf(''), 'xl/sharedStrings.xml': laughs }), 'DOCTYPE'],
    ['an unknown entity', data(`<row>${inline('&lol;')}</row>`), 'XML'],
    ['XML nested too deep', data(deep), 'bersarang'],
    ['a text without end', data(`<row>${inline(' '.repeat(5_000_000))}</row>`), 'terlalu panjang'],
    [
      'chart sheets only',
      zipParts({ ...partsOf(''), 'xl/_rels/workbook.xml.rels': rels(['rId1', 'chartsheet', 'a.xml']) }),
      'lembar',
    ],
    ['XML cut off', zipParts({ ...partsOf(''), 'xl/workbook.xml': '<workbook><sheets>' }), 'XML'],
    [
      'bytes that are no UTF-8',
      zipParts({ ...partsOf(''), 'xl/workbook.xml': Buffer.from('<a>\xff</a>', 'latin1') }),
      'UTF-8',
    ],
    [
      'an encoding nobody knows',
      zipParts({ ...partsOf(''), 'xl/workbook.xml': '<?xml version="1.0" encoding="x-9"?><a/>' }),
      'penyandian',
    ],
    ['a missing sheet part', without('xl/worksheets/sheet1.xml'), 'tidak ada'],
    ['a missing workbook', without('xl/workbook.xml'), 'tidak ada'],
    ['a missing list of sheets', zipParts({ ...partsOf(''), 'xl/workbook.xml': '<workbook/>' }), 'lembar'],
    ['a sheet without relationship', without('xl/_rels/workbook.xml.rels'), 'lembar "Satu"'],
    ['a shared text that is not there', data('<row><c t="s"><v>0</v></c></row>'), 'teks nomor 0'],
    ['rows out of order', data('<row r="2"/><row r="1"/>'), 'baris 1'],
    ['a row twice', data('<row r="2"/><row r="2"/>'), 'baris 2'],
    ['a row beyond the sheet', data('<row r="1048577"/>'), 'baris 1048577'],
    ['a row that is no number', data('<row r="x"/>'), 'baris x'],
    ['cells out of order', data('<row><c r="B1"/><c r="A1"/></row>'), 'sel A1'],
    ['a cell of another row', data('<row><c r="A2"/></row>'), 'sel A2'],
    ['a nameless cell beyond the sheet', data('<row r="7"><c r="XFD7"/><c/></row>'), 'sel XFE di baris 7'],
    ['a nameless row beyond the sheet', data('<row r="1048576"/><row/>'), 'baris 1048577'],
    ['a sheet without a part', nameless, 'lembar ""'],
    ['a cell beyond the sheet', data('<row><c r="XFE1"/></row>'), 'sel XFE1'],
  ])('%s', (_, bytes, words) => {
    const { reason, message } = refused(bytes);
    expect(reason).toBe('damaged');
    expect(message).toContain(words);
  });
});

test('refuses a short text that would fill memory by standing in every cell', () => {
  const parts = partsOf(`<row>${'<c t="s"><v>0</v></c>'.repeat(200)}</row>`);
  parts['xl/sharedStrings.xml'] = `<sst><si><t>${'x'.repeat(1_000_000)}</t></si></sst>`;
  expect(refused(zipParts(parts)).reason).toBe('too-large');
});

test('spends little on links over huge ranges', () => {
  const parts = partsOf('');
  const link = '<hyperlink ref="A1:XFD1048576" location="Satu!A1"/>';
  parts['xl/worksheets/sheet1.xml'] = worksheet(
    `<row>${inline('a')}</row>`,
    `<hyperlinks>${link.repeat(1000)}</hyperlinks>`,
  );
  expect(cellsOf(opened(zipParts(parts)))[0]?.link).toBe('#Satu!A1');
});

test('quotes little of a damaged file, and nothing that a terminal would obey', () => {
  const row = `<row r="${'&#x9b;x'.repeat(100_000)}"/>`;
  expect(refused(zipParts(partsOf(row))).message).toMatch(/^[^\x9b]{1,400}$/);
});

test('is not upset by a formula of megabytes', () => {
  const data = `<row><c><f>HYPERLINK("${'a'.repeat(4_000_000)}")</f><v>1</v></c></row>`;
  expect(cellsOf(opened(zipParts(partsOf(data))))[0]).toMatchObject({ text: '1', formula: true });
});
