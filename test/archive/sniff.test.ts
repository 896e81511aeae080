import { expect, it } from 'vitest';
import { refusalOf } from '../../src/archive/refusal.ts';
import { sniff } from '../../src/archive/sniff.ts';

it.each([
  ['<?xml version="1.0"?><?mso-application progid="Excel.Sheet"?><Workbook/>', 'xml-2003'],
  ['<html xmlns:x="urn:schemas-microsoft-com:office:spreadsheet"><table>', 'html'],
  [
    '\ufeff <html xmlns:o="urn:schemas-microsoft-com:office:office"><meta name=ProgId content=Excel.Sheet>',
    'html',
  ],
  ['<table><tr><td>1</td></tr></table>', 'html'],
  ['<daftar/>', 'unknown'],
])('%j is %s, whatever program wrote it', (text, kind) => {
  expect(sniff(Buffer.from(text))).toBe(kind);
});

it('an error that is no refusal is none', () => {
  expect(refusalOf(new Error('lain'))).toBeNull();
});
