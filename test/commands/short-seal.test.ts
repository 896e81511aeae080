import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { shortSeal } from '../../src/commands/short-seal.ts';
import type { RecordDocument } from '../../src/contract/record.ts';

const record: RecordDocument = {
  schemaVersion: 1,
  command: 'score',
  options: { stage: 'self', date: '2026-11-22' },
  paths: ['tingkat.csv'],
  at: '2026-11-22T00:00:00Z',
  tool: '0.1.0',
  note: null,
  region: 'Kabupaten Contoh',
  year: 2026,
  instrument: { id: 'permenpanrb-59-2020', sha256: 'a'.repeat(64) },
  inputs: [{ path: 'tingkat.csv', size: 12, sha256: 'b'.repeat(64) }],
  index: 2,
  indexExact: '2',
  predicate: 'Cukup',
  proven: null,
  groups: [{ id: 'D1', index: 2, indexExact: '2' }],
  indicators: [
    { id: '1', level: 2, opd: null, at: { file: 'tingkat.csv', address: 'B2' } },
    { id: '2', level: null, opd: null, at: null },
  ],
  problems: { error: 0, warning: 0, info: 0 },
};

describe('the short form of a seal', () => {
  test('is the beginning of the sha256 of the JSON with sorted keys', () => {
    // sha256sum of the canonical text, made with Python's json.dumps(sort_keys=True, separators=(',', ':')).
    expect(shortSeal(record)).toBe('5158e597c185');
  });

  test('does not change with the order of keys, and changes with any value', () => {
    fc.assert(
      fc.property(fc.constantFrom(...(Object.keys(record) as (keyof RecordDocument)[])), (key) => {
        const { [key]: value, ...rest } = record;
        expect(shortSeal({ ...rest, [key]: value } as RecordDocument)).toBe(shortSeal(record));
        expect(shortSeal({ ...rest, [key]: 'lain' } as unknown as RecordDocument)).not.toBe(
          shortSeal(record),
        );
      }),
    );
  });

  test('tells the order of the indicators', () => {
    expect(shortSeal({ ...record, indicators: record.indicators.toReversed() })).not.toBe(shortSeal(record));
  });
});
