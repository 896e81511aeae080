import { expect, test } from 'vitest';
import type { Problem } from '../../src/problem.ts';
import { type Cover, coverText } from '../../src/reporters/cover-text.ts';

const problem = (message: string, severity: Problem['severity'], address?: string): Problem => ({
  ...{ code: 'level-unknown', severity, message, details: {} },
  at: { file: 'a.xlsx', ...(address === undefined ? {} : { sheet: 'Penilaian', address }) },
});

const cover = (more: Partial<Cover>): string =>
  coverText({
    ...{ opd: 'Dinas Kominfo', region: null, year: null, copies: null, closing: null },
    problems: [problem('Tingkat belum diisi – kosong – isi 1 sampai 5.', 'error', 'F6')],
    ...more,
  });

test('the gravest come first, and the rest is counted', () => {
  const warnings = ['F6', 'F7', 'F8', 'F9', 'F10'].map((cell) =>
    problem(`Peringatan ${cell}.`, 'warning', cell),
  );
  const problems = [...warnings, problem('Berkas rusak.', 'error')];
  expect(
    cover({ problems, region: 'Kab. Contoh', year: 2026, copies: ['a-periksa.xlsx'], closing: '2026-12-04' }),
  ).toMatchInlineSnapshot(`
    "Yth. Kepala Dinas Kominfo

    Kertas kerja penilaian mandiri SPBE 2026 Kab. Contoh sudah kami periksa: 1 kesalahan, 5 peringatan.

    Yang paling penting:
    1. seluruh berkas: Berkas rusak.
    2. Penilaian!F6: Peringatan F6.
    3. Penilaian!F7: Peringatan F7.
    4. Penilaian!F8: Peringatan F8.
    5. Penilaian!F9: Peringatan F9.
    … dan 1 lagi, semuanya di lembar Perbaikan.

    Terlampir: a-periksa.xlsx. Sel yang bermasalah diberi warna dan komentar; daftarnya di lembar Perbaikan. Perbaiki langsung di berkas itu, lalu kirim kembali.
    Batas waktu: 4 Desember 2026.

    Terima kasih.
    Koordinator SPBE
    "
  `);
  expect(cover({ problems })).toContain('\n… dan 1 lagi.\n');
});

test('without copies the file itself is to be mended', () => {
  const plain = 'Mohon perbaiki di berkas aslinya, lalu kirim kembali.';
  expect(cover({}).split('\n').slice(4)).toEqual([
    'Yang perlu diperbaiki:',
    '1. Penilaian!F6: Tingkat belum diisi – kosong – isi 1 sampai 5.',
    '',
    plain,
    '',
    'Terima kasih.',
    'Koordinator SPBE',
    '',
  ]);
  expect(cover({ copies: [] })).toContain(`\nBerkasnya tidak dapat kami tandai. ${plain}\n`);
});

test('a message that would fill the letter is cut', () => {
  const line = cover({ problems: [problem('x'.repeat(401), 'error', 'F6')] }).split('\n')[5];
  expect(line).toBe(`1. Penilaian!F6: ${'x'.repeat(400)}…`);
});
