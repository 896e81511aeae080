import fc from 'fast-check';
import { expect, test } from 'vitest';
import { crc32, crc32ByTable } from '../../src/archive/crc32.ts';

test('the sum is that of the standard', () => {
  expect(crc32ByTable(Buffer.from('123456789'))).toBe(0xcbf43926);
});

test('Node and the table agree', () => {
  fc.assert(fc.property(fc.uint8Array(), (bytes) => crc32(bytes) === crc32ByTable(bytes)));
});
