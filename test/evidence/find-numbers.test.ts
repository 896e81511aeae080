import { expect, it } from 'vitest';
import { findNumbers } from '../../src/evidence/find-numbers.ts';

it.each([
  ['PERATURAN BUPATI KUDUS NOMOR 12 TAHUN 2023 TENTANG', ['12 TAHUN 2023']],
  ['Nomor : 188.45/ 123 /HK/2024.', ['188.45/123/HK/2024']],
  ['Nomor: B/12/KOMINFO/2024', ['B/12/KOMINFO/2024']],
  ['No. 5 Kepala Dinas; No 6 Sekretaris', []],
  ['SE No. 3/SE/2024 dan No 4 Tahun 2022', ['3/SE/2024', '4 Tahun 2022']],
  ['surat 800/1234/Org/2023 perihal', ['800/1234/Org/2023']],
  ['rapat 12/08/2024', []],
  ['nomor telepon yang dihubungi', []],
])('%j', (text, numbers) => {
  expect(findNumbers(text, 20)).toEqual(numbers);
});

it('gives each once, and no more than asked', () => {
  expect(findNumbers('Nomor 1/A/2024, Nomor 1 / A / 2024, Nomor 2/A/2024, Nomor 3/A/2024', 2)).toEqual([
    '1/A/2024',
    '2/A/2024',
  ]);
});
