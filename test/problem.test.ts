import { expect, it } from 'vitest';
import { listFaults } from '../src/problem.ts';

it('faults are listed one a line, short, and not all of many', () => {
  const faults = ['a\nb', 'x'.repeat(400), ...Array.from({ length: 20 }, (_, at) => `k${at}`)];
  const lines = listFaults(faults).split('\n');
  expect(lines[0]).toBe('  a b');
  expect(lines[1]).toBe(`  ${'x'.repeat(300)}…`);
  expect(lines).toHaveLength(21);
  expect(lines[20]).toBe('  … dan 2 kesalahan lagi');
});
