import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { isoOrText, parseDate } from '../../src/assessment/parse-date.ts';

describe('a day', () => {
  test.each([
    '17 Agustus 2025',
    ' 17  agustus\u00a02025 ',
    '17 Agt 2025',
    '17 Agu. 2025',
    '17 Aug 2025',
    '17-Agt-25',
    '17-Aug-2025',
    '17/8/25',
    '17/08/2025',
    '17-08-2025',
    '17.8.2025',
    '17 / 8 / 2025',
    '17 8 2025',
    '２０２５-08-17',
    '2025-08-17',
    '2025/8/17',
    '2025-08-17T09:30',
    '2025-08-17T09:30:15',
    '17/08/2025 09.30',
    '17 Agustus 2025 pukul 09.30 WIB',
    'Minggu, 17 Agustus 2025',
    'minggu 17/8/2025',
    'Tanggal 17 Agustus 2025',
    'tgl. 17-8-2025',
    'Tgl : 17 Agustus 2025',
    'tanggal:17/8/2025',
    'tgl 17/8/2025',
    '17/8/2025, 09:30',
    '17/8/2025,09.30.15wita',
    '17/8/2025 pukul 9.30 WIT',
    '17Agustus 2025',
    '17 - Agustus - 2025',
    '17 Agustus, 2025',
    'Minggu / 17-8-2025',
    `17/8/2025${' '.repeat(51)}`,
  ])('%j is 17 August 2025', (text) => {
    expect(parseDate(text)).toEqual({ kind: 'day', iso: '2025-08-17' });
  });

  test.each([
    ['7/8/2025', '2025-08-07'],
    ['08/07/25', '2025-07-08'],
    ['29 Februari 2024', '2024-02-29'],
    ['1 Pebruari 2023', '2023-02-01'],
    ['10 Nopember 2024', '2024-11-10'],
    ['1/1/99', '1999-01-01'],
    ['1/1/69', '2069-01-01'],
    ['31 Mei 2024', '2024-05-31'],
    ["Jum'at, 16 Agustus 2024", '2024-08-16'],
    ['Jumat, 16 Agustus 2024', '2024-08-16'],
    ['Jum’at, 16 Agustus 2024', '2024-08-16'],
    ['Jum`at 16/8/2024', '2024-08-16'],
    ['1/1/70', '1970-01-01'],
    ['1 Januari 00', '2000-01-01'],
    ['17/8/1945', '1945-08-17'],
  ])('%j is %s: the day stands before the month', (text, iso) => {
    expect(parseDate(text)).toEqual({ kind: 'day', iso });
  });

  test('of any year is read back from every way to write it', () => {
    const names = 'Januari Februari Maret April Mei Juni Juli Agustus September Oktober November Desember';
    const days = fc.date({
      min: new Date('1945-01-01'),
      max: new Date('2099-12-31'),
      noInvalidDate: true,
    });
    fc.assert(
      fc.property(days, (date) => {
        const iso = date.toISOString().slice(0, 10);
        const [year, month, day] = iso.split('-').map(Number) as [number, number, number];
        const written = [
          iso,
          `${day}/${month}/${year}`,
          `${iso.slice(8)}-${iso.slice(5, 7)}-${year}`,
          `${day} ${names.split(' ')[month - 1]} ${year}`,
        ];
        for (const text of written) expect(parseDate(text)).toEqual({ kind: 'day', iso });
      }),
    );
  });
});

test.each([
  ['Agustus 2025', { kind: 'month', iso: '2025-08' }],
  ['Agt-25', { kind: 'month', iso: '2025-08' }],
  ['08/2025', { kind: 'month', iso: '2025-08' }],
  ['8-2025', { kind: 'month', iso: '2025-08' }],
  ['2025-08', { kind: 'month', iso: '2025-08' }],
  ['2025', { kind: 'year', iso: '2025' }],
  ['Tahun 2025', { kind: 'year', iso: '2025' }],
])('%j is no more than it says', (text, expected) => {
  expect(parseDate(text)).toEqual(expected);
});

test.each(['', ' ', '\u00a0', '-', '–', 'n/a', 'belum ada'])('%j is no date at all', (text) => {
  expect(parseDate(text)).toEqual({ kind: 'blank' });
});

describe('never a guess:', () => {
  test.each([
    '8/17/25',
    '08/17/2025',
    '31 Februari 2025',
    '29/2/2025',
    '31 Juni 2025',
    '32/13/2025',
    '0/8/2025',
    '17/0/2025',
    '1905-07-17',
    '1900-01-00',
    '2025-17-08',
    '17 Agustus',
    'Agustus',
    '17/8',
    '08/25',
    '17 Agustos 2025',
    'Senin, 17 Agustus 2025',
    'Senin, Agustus 2025',
    '17-20 Agustus 2025',
    '17 Agustus 225',
    '17 Agustus 20255',
    '45886',
    '0',
    '9999',
    'tahun lalu',
    'besok',
    '#REF!',
    'TRUE',
    `17 Agustus 2025${' '.repeat(40)}dan seterusnya`,
    ' '.repeat(30_000),
    `17/8/2025${' '.repeat(52)}`,
    '12025-08-17',
    '2025-08-171',
    '117/8/2025',
    '17/8/20251',
    '17Agustus2025',
    '17//8/2025',
    '17xAgustus 2025',
    '17 Agustus x 2025',
    '20255',
    'tahun 20255',
    '1944',
    '2100',
    'Minggu, 2025',
    'Minggu, 31 Februari 2025',
    '17/8/2025 09.30 lebih',
    '17/8/2025 9.3',
    'x tanggal 17/8/2025',
  ])('%j is invalid', (text) => {
    expect(parseDate(text)).toEqual({ kind: 'invalid' });
  });
});

test('json and csv hold the ISO form of what is understood, else the text', () => {
  const written = ['17 Agustus 2025', 'Agustus 2025', 'Tahun 2025', 'besok', ''];
  expect(written.map((date) => isoOrText({ date, dated: parseDate(date) }))).toEqual([
    ...['2025-08-17', '2025-08', '2025', 'besok', ''],
  ]);
});
