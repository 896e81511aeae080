import { expect, test } from 'vitest';
import { fileName } from '../../src/assessment/file-name.ts';
import { parseYes } from '../../src/assessment/parse-yes.ts';
import { parseVerdict } from '../../src/assessment/verdict.ts';

test.each(['Ya', 'ya', 'Sudah', 'y', 'V', 'x', '✓', 'TRUE'])('%j says yes', (text) => {
  expect(parseYes(text)).toBe(true);
});

test.each(['Belum', 'tidak', 'T', 'FALSE'])('%j says no', (text) => {
  expect(parseYes(text)).toBe(false);
});

test.each(['', '?', 'ya, sebagian', 'saya', 'belum tahu', 'masih belum', 'ditidakkan'])(
  '%j says neither',
  (text) => {
    expect(parseYes(text)).toBeNull();
  },
);

test.each([
  ['Diterima', 'accepted'],
  [' terima ', 'accepted'],
  ['SESUAI', 'accepted'],
  ['ok', 'accepted'],
  ['valid', 'accepted'],
  ['Perbaiki', 'revise'],
  ['perbaikan', 'revise'],
  ['revisi', 'revise'],
  ['Perlu \n perbaikan', 'revise'],
  ['perlu revisi', 'revise'],
  ['Ditolak', 'refused'],
  ['tolak', 'refused'],
  ['tidak  sesuai', 'refused'],
  ['tidak diterima', 'refused'],
  ['tidak\u00a0valid', 'refused'],
  ['', null],
  ['nanti', null],
  ['tidak', null],
])('the assessor’s %j is %s', (text, verdict) => {
  expect(parseVerdict(text)).toBe(verdict);
});

test.each(['a.xlsx', 'bukti/a.xlsx', 'kertas-kerja/opd/2025/a.xlsx', 'C:\\SPBE\\2025\\a.xlsx'])(
  'the name of the file %s is its last part',
  (path) => {
    expect(fileName(path)).toBe('a.xlsx');
  },
);
