import fc from 'fast-check';
import { expect, test } from 'vitest';
import { sheetName } from '../../src/workbook/sheet-name.ts';

const nasty = fc.string({
  unit: fc.constantFrom(..."[]:*?/\\' aAbBİß=+@\n\u0007😀"),
  maxLength: 60,
});

test('200 OPD of whatever name get sheets that every program accepts, each its own', () => {
  fc.assert(
    fc.property(fc.array(nasty, { minLength: 200, maxLength: 200 }), (wanted) => {
      const taken = new Set(['ringkasan', 'langkah', 'gantt', '_spbe']);
      const names = wanted.map((name) => sheetName(name, taken));
      expect(taken.size).toBe(204);
      for (const name of names) {
        expect(name).toMatch(/^(?!')[^[\]:*?/\\\p{Cc}]{1,31}(?<!')$/su);
        expect(name.length).toBeLessThanOrEqual(31);
        expect(name).not.toMatch(/\p{Cs}/u);
        expect(name.trim()).toBe(name);
      }
    }),
    { numRuns: 30 },
  );
});

test.each([
  ['Inspektorat', 'Inspektorat'],
  ['Dinas Komunikasi, Informatika, Statistik', 'Dinas Komunikasi, Informatika,…'],
  ['A/B [x]: *', 'A B x'],
  ['History', 'History (2)'],
  ["'?'", 'OPD'],
])('%s → %s', (wanted, name) => {
  expect(sheetName(wanted, new Set())).toBe(name);
});
