import { expect, test } from 'vitest';
import { cellsOf, opened, refused, textsOf } from './opened.ts';

const csv = (text: string, encoding: BufferEncoding = 'utf8') => Buffer.from(text, encoding);
const texts = (bytes: Uint8Array, name = 'uji.csv') => textsOf(opened(bytes, name));

test.each([
  ['comma', 'no,nama,nilai\n1,"Dinas A, B",3\n'],
  ['semicolon', 'no;nama;nilai\n1;Dinas A, B;3\n'],
  ['tab', 'no\tnama\tnilai\n1\tDinas A, B\t3\n'],
  ['bar', 'no|nama|nilai\n1|Dinas A, B|3\n'],
  ['a first line sep=', 'sep=;\r\nno;nama;nilai\r\n1;Dinas A, B;3\r\n'],
  ['a quoted first line sep=', '"sep=^"\nno^nama^nilai\n1^Dinas A, B^3'],
])('finds the delimiter: %s', (_, text) => {
  expect(texts(csv(text))).toEqual(['A1=no', 'B1=nama', 'C1=nilai', 'A2=1', 'B2=Dinas A, B', 'C2=3']);
});

test('takes the semicolon where decimals have a comma, header or not', () => {
  expect(texts(csv('1;2,5\n2;3,5\n'))).toEqual(['A1=1', 'B1=2,5', 'A2=2', 'B2=3,5']);
  expect(texts(csv('Nilai, Kota X;\nno;nilai\n1;2,5\n'))).toEqual([
    'A1=Nilai, Kota X',
    'A2=no',
    'B2=nilai',
    'A3=1',
    'B3=2,5',
  ]);
});

test('numbers rows as Excel does: blank lines count, lines within a field do not', () => {
  const text = 'no,nama\r\n\r\n1,"Dinas\r\nKominfo ""A"""\r\n,\r\n2,b';
  expect(texts(csv(text))).toEqual(['A1=no', 'B1=nama', 'A3=1', 'B3=Dinas\r\nKominfo "A"', 'A5=2', 'B5=b']);
});

test('leaves every value as text, untouched', () => {
  const cells = cellsOf(opened(csv('0012, 3 ,TRUE,2024-08-17,=1+2\n'), 'uji.csv'));
  expect(cells.map(({ text }) => text)).toEqual(['0012', ' 3 ', 'TRUE', '2024-08-17', '=1+2']);
  expect(cells.every(({ kind, formula }) => kind === 'text' && !formula)).toBe(true);
});

test.each([
  ['UTF-8', csv('a,é\n')],
  ['UTF-8 with a mark', csv('\uFEFFa,é\n')],
  ['UTF-16LE', csv('\uFEFFa,é\n', 'utf16le')],
  ['UTF-16BE', csv('\uFEFFa,é\n', 'utf16le').swap16()],
  ['windows-1252', csv('a,é\n', 'latin1')],
])('reads %s', (_, bytes) => {
  expect(texts(bytes)).toEqual(['A1=a', 'B1=é']);
});

test.each(['uji.CSV', 'uji.tsv', 'uji.txt'])('reads plain text called %s', (name) => {
  const { sheets } = opened(csv('a;b'), name);
  expect(sheets).toHaveLength(1);
  expect(sheets[0]).toMatchObject({ name: '', hidden: false });
});

test.each([
  ['a,b\n"c\nd,1\n2,3\n', 2],
  ['a,b\n\n1,"c"d\n', 3],
  ['a,b\n1,c"d\n', 2],
  ['sep=;\na;b\n"c', 3],
  ['a,"b\nb"\n"c', 3],
])('names the line of a quote without its pair: %j', (text, line) => {
  const { reason, message } = refused(csv(text), 'uji.csv');
  expect(reason).toBe('bad-csv');
  expect(message).toContain(`baris ${line} `);
});

test.each([
  ['', 'empty'],
  ['\uFEFF', 'empty'],
  [' \n\n', 'empty'],
  ['a\0b', 'not-spreadsheet'],
  [`${','.repeat(20_000)}a`, 'too-large'],
])('refuses what holds no table: case %#', (text, reason) => {
  expect(refused(csv(text), 'uji.csv').reason).toBe(reason);
});

test('refuses text that is not called csv', () => {
  expect(refused(csv('a,b'), 'uji.xlsx').reason).toBe('not-spreadsheet');
});
