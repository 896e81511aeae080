import { strToU8, zipSync } from 'fflate';
import { expect, test } from 'vitest';
import { fileLimit } from '../../src/workbook/open.ts';
import { partsOf, rels, zipParts } from './make-xlsx.ts';
import { opened, refused, textsOf } from './opened.ts';

const workbook = zipParts(partsOf('<row><c><v>3</v></c></row>'));
const latin1 = (text: string) => Buffer.from(text, 'latin1');
const ole = (stream: string) =>
  Buffer.concat([
    latin1('\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1'),
    Buffer.alloc(600),
    Buffer.from(stream, 'utf16le'),
    Buffer.alloc(64),
  ]);
const office = (part: string) =>
  zipParts({
    '[Content_Types].xml': '<Types/>',
    '_rels/.rels': rels(['a', 'officeDocument', part]),
    [part]: '<a/>',
  });
const openDocument = (kind: string) =>
  zipParts({ mimetype: `application/vnd.oasis.opendocument.${kind}`, 'content.xml': '<a/>' });

test.each(['uji.xlsx', 'uji.xlsm', 'uji.csv', 'uji.xls', 'uji', 'UJI.PDF'])(
  'opens a workbook called %s',
  (name) => {
    expect(textsOf(opened(workbook, name))).toEqual(['A1=3']);
  },
);

test('opens a workbook whose package has no relationships of its own', () => {
  const { '_rels/.rels': _, ...parts } = partsOf('<row><c><v>3</v></c></row>');
  expect(textsOf(opened(zipParts(parts)))).toEqual(['A1=3']);
});

test.each([
  ['an empty file', new Uint8Array(), 'empty', 'kosong'],
  ['an old .xls', ole('Workbook'), 'xls', '.xlsx'],
  ['an older .xls', ole('Book'), 'xls', '.xlsx'],
  ['a workbook with a password', ole('EncryptedPackage'), 'encrypted', 'kata sandi'],
  ['an old Word file', ole('WordDocument'), 'other-office', 'Word'],
  ['an old PowerPoint file', ole('PowerPoint Document'), 'other-office', 'PowerPoint'],
  ['another OLE file', ole('lain'), 'xls', '.xls'],
  ['a .docx', office('word/document.xml'), 'other-office', 'Word'],
  ['a .pptx', office('ppt/presentation.xml'), 'other-office', 'PowerPoint'],
  ['an .xlsb', office('xl/workbook.bin'), 'xlsb', '.xlsb'],
  ['an .odt', openDocument('text'), 'other-office', 'Word'],
  ['a zip of workbooks', zipSync({ 'a.xlsx': workbook }), 'archive', 'Ekstrak'],
  ['an empty zip', zipSync({}), 'archive', 'Ekstrak'],
  ['a rar', latin1('Rar!\x1a\x07\x00'), 'archive', 'Ekstrak'],
  [
    'a package without workbook',
    zipParts({ '[Content_Types].xml': '<Types/>' }),
    'damaged',
    'tidak ditemukan',
  ],
  ['a pdf', latin1('%PDF-1.7\n'), 'pdf', 'PDF'],
  ['a png', latin1('\x89PNG\r\n\x1a\n'), 'image', 'gambar'],
  ['a jpeg', latin1('\xff\xd8\xff\xe0'), 'image', 'gambar'],
  ['a webp', latin1('RIFF\x01\x02\x03\x04WEBPVP8 '), 'image', 'gambar'],
  ['html', strToU8('\n<html xmlns:o="urn:schemas-microsoft-com:office:office"><table>'), 'html', 'HTML'],
  ['html with a doctype', strToU8('\uFEFF<!DOCTYPE HTML PUBLIC "-//W3C">'), 'html', 'HTML'],
  ['a bare table', strToU8('<table border=1><tr><td>1</td></tr></table>'), 'html', 'HTML'],
  ['html in UTF-16', Buffer.from('\uFEFF<html><body>', 'utf16le'), 'html', 'HTML'],
  [
    'xml of Excel 2003',
    strToU8('<?xml version="1.0"?><?mso-application progid="Excel.Sheet"?><Workbook/>'),
    'xml-2003',
    'Excel 2003',
  ],
  ['rtf', strToU8('{\\rtf1}'), 'other-office', 'Word'],
  ['plain text', strToU8('halo'), 'not-spreadsheet', '.xlsx'],
  ['only PK', strToU8('PK'), 'damaged', 'terpotong'],
  ['a truncated workbook', workbook.subarray(0, 500), 'damaged', 'terpotong'],
  ['zeros', new Uint8Array(5000), 'not-spreadsheet', '.xlsx'],
  ['an enormous file', new Uint8Array(fileLimit + 1), 'too-large', '50 MB'],
] as const)('refuses %s and says what to do', (_, bytes, reason, words) => {
  const unreadable = refused(bytes, 'uji.xlsx');
  expect(unreadable.reason).toBe(reason);
  expect(unreadable.message).toContain(words);
  expect(unreadable.message).toMatch(/^[A-Z].*\.$/);
  expect(unreadable.message).not.toContain('uji.xlsx');
});

test.each(['%PDF-1.7', '<html>', '\x89PNG'])('does not take %j for csv, whatever its name', (text) => {
  expect(refused(latin1(text), 'uji.csv').reason).not.toBe('bad-csv');
});
