import { strToU8 } from 'fflate';
import { expect, test } from 'vitest';
import { classifyFormat, readStyles } from '../../src/workbook/styles.ts';

test.each(['yyyy-mm-dd', 'd/m/yy', '[$-421]dd mmmm yyyy;@', 'mmm', 'dddd', '[Red]d" hari"', 'd\\ h:mm'])(
  '%s shows a date',
  (code) => {
    expect(classifyFormat(code)).toBe('date');
  },
);

test.each(['h:mm', '[h]:mm:ss', 'mm:ss.0', 'hh:mm AM/PM', '[mm]'])('%s shows a time', (code) => {
  expect(classifyFormat(code)).toBe('time');
});

test.each([
  'General',
  '0.00',
  '#,##0\\ "hari"',
  '[Red]0',
  '0 "d/m/y"',
  '0\\d',
  '0_d',
  '0*y',
  '0.00E+00',
  '@',
  '[<1]0%;0',
  '"Rp"#,##0',
  '0 "belum ditutup dmy',
])('%s shows a number', (code) => {
  expect(classifyFormat(code)).toBe('number');
});

test('takes formats of cell styles only, custom ones before built-in', () => {
  const xml = `<styleSheet><numFmts><numFmt numFmtId="164" formatCode="dd/mm/yyyy"/></numFmts>
    <cellStyleXfs><xf numFmtId="14"/></cellStyleXfs>
    <cellXfs><xf numFmtId="0"/><xf numFmtId="164"><alignment/></xf><xf numFmtId="14"/><xf numFmtId="20"/><xf/></cellXfs>
    <dxfs><dxf><numFmt numFmtId="2" formatCode="d"/></dxf></dxfs></styleSheet>`;
  expect(readStyles(strToU8(xml), 'gaya')).toEqual(['number', 'date', 'date', 'time', 'number']);
});
