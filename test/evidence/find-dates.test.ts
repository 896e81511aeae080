import { expect, it } from 'vitest';
import { findDates } from '../../src/evidence/find-dates.ts';

it.each([
  ['Ditetapkan di Kudus, 17 Agustus 2025.', ['2025-08-17']],
  ['1 Nopember 2024 dan 2 NOVEMBER 2024 dan 3 Nov. 2024', ['2024-11-01', '2024-11-02', '2024-11-03']],
  ['17-08-2025, 7/8/2025, 07.08.2025', ['2025-08-17', '2025-08-07']],
  ['2025-08-17T10:00', []],
  ['tanggal 2025-08-17', ['2025-08-17']],
  ['29 Februari 2024, 29 Februari 2023, 31-04-2024, 08/17/2025', ['2024-02-29']],
  ['tahun 1899: 1-1-1899; 12 Tahun 2023; 1.2.3.2024', []],
  ['5  Mei\n2024', ['2024-05-05']],
  ['31 Desember 20245', []],
])('%j', (text, dates) => {
  expect(findDates(text, 20)).toEqual(dates);
});

it('gives each once, in order, and no more than asked', () => {
  expect(findDates('3 Mei 2024, 1 Mei 2024, 3-5-2024, 2 Mei 2024', 2)).toEqual(['2024-05-03', '2024-05-01']);
});
