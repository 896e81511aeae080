import { expect, test } from 'vitest';
import { decodeEscapes } from '../../src/workbook/plain-text.ts';

test.each([
  ['a_x000D_b', 'a\rb'],
  ['_x005F_x000D_', '_x000D_'],
  ['_xD83D__xDE00_', '😀'],
  ['kode_xyz_', 'kode_xyz_'],
  ['_x00e9_', 'é'],
  ['a_x001B_[31mb', 'a[31mb'],
])('%s is %j', (text, decoded) => {
  expect(decodeEscapes(text)).toBe(decoded);
});
