import fc from 'fast-check';
import { expect, it } from 'vitest';
import { indexNames } from '../../src/evidence/nearest.ts';

const names = indexNames([
  ['SK Tim SPBE 2024.pdf', 'a'],
  ['SK Tim SPBE 2025.pdf', 'b'],
  ['Laporan Reviu.docx', 'c'],
]);

it.each([
  ['SK_Tim_SPBE_2024.docx', 'a'],
  ['sk tm spbe 2025', 'b'],
  ['SK Tim SPBE 2026.pdf', 'a'],
  ['Laporan Revieu.docx', 'c'],
  ['Notulen Rapat.pdf', null],
  ['', null],
])('%j: %s', (name, value) => {
  expect(names.nearest(name)).toBe(value);
});

it('finds every name from which one letter is gone', () => {
  const long = fc.stringMatching(/^[a-z]{8,30}$/);
  fc.assert(
    fc.property(long, fc.nat(), (name, at) => {
      const shorter = name.slice(0, at % name.length) + name.slice((at % name.length) + 1);
      expect(indexNames([[name, name]]).nearest(shorter)).toBe(name);
    }),
  );
});
