import { describe, expect, test } from 'vitest';
import { loadInstrument } from '../../src/instrument/load.ts';
import { readOpdList } from '../../src/workbook/read-opd.ts';
import { bookOf } from './book-of.ts';

type Rows = readonly (readonly string[])[];

const instrument = await loadInstrument('permenpanrb-59-2020');
const older = await loadInstrument('permenpanrb-5-2018');
const header = ['kode', 'nama', 'indikator'];

function read(rows: Rows, of = instrument) {
  return readOpdList(bookOf({ '': rows }), 'opd.csv', of);
}

function indicatorsOf(list: string, of = instrument) {
  const { opd, faults } = read([header, ['a', 'Dinas A', list]], of);
  return { ids: opd[0]?.indicators.join(' '), faults };
}

describe('columns', () => {
  const one = { code: 'kominfo', name: 'Dinas Kominfo', indicators: ['3'] };

  test.each([
    [['kode', 'nama', 'indikator']],
    [['Kode OPD', 'Nama OPD', 'Nomor Indikator']],
    [['CODE', 'Perangkat Daerah', 'indicators']],
    [['Singkatan', 'Unit  Kerja', 'Indikator yang dijawab']],
    [['code', 'OPD', 'indikator']],
    [['code', 'name', 'indikator']],
  ])('%j', (words) => {
    expect(read([words, ['kominfo', 'Dinas Kominfo', '3']])).toEqual({ opd: [one], faults: [] });
  });

  test('the sheet that has them is read, wherever it stands', () => {
    const book = bookOf({
      Catatan: [['Daftar OPD'], ['kode', 'nama'], ['a', 'Dinas A']],
      OPD: [header, ['kominfo', 'Dinas Kominfo', '3']],
    });
    expect(readOpdList(book, 'opd.xlsx', instrument)).toEqual({ opd: [one], faults: [] });
  });

  test.each<[string, Rows]>([
    ['no heading', [['kominfo', 'Dinas Kominfo', '3']]],
    [
      'no column of names',
      [
        ['kode', 'indikator'],
        ['kominfo', '3'],
      ],
    ],
    [
      'no column of indicators',
      [
        ['kode', 'nama'],
        ['kominfo', 'Dinas Kominfo'],
      ],
    ],
    ['nothing at all', []],
  ])('%s: the headings to write are named', (_, rows) => {
    expect(read(rows)).toEqual({
      opd: [],
      faults: ['opd.csv: judul kolom tidak dikenali. Tulis "kode,nama,indikator" di baris pertama.'],
    });
  });
});

describe('rows', () => {
  test.each([
    ['Dinas Komunikasi & Informatika', 'dinas-komunikasi-informatika'],
    ['  Bappéda (Baru) ', 'bappeda-baru'],
    ['--RSUD 2--', 'rsud-2'],
    [`${'a'.repeat(39)} b`, 'a'.repeat(39)],
  ])('without a code one is made of the name: %j', (name, code) => {
    expect(read([header, ['', name, '3']])).toEqual({
      opd: [{ code, name: name.trim(), indicators: ['3'] }],
      faults: [],
    });
  });

  test('a code without a name is the name as well; blank rows and a code alone are passed over', () => {
    const rows = [header, ['DINKES', '', '3'], [], ['x', '', ''], ['', 'Dinas B', '']];
    expect(read(rows)).toEqual({
      opd: [
        { code: 'dinkes', name: 'DINKES', indicators: ['3'] },
        { code: 'dinas-b', name: 'Dinas B', indicators: [] },
      ],
      faults: [],
    });
  });

  test('every fault is told at its cell', () => {
    const rows = [
      header,
      ['a', 'Dinas A', '1'],
      ['A', 'Dinas lain', '2'],
      ['', '', '3'],
      ['b', '???', '48, x 4'],
      ['', '!', '5'],
    ];
    expect(read(rows).faults).toEqual([
      'opd.csv › B3: kode "a" sudah dipakai di B2. Beri kode lain.',
      'opd.csv › B4: OPD tanpa kode dan nama. Isi keduanya.',
      'opd.csv › C5: indikator "48", "x" tidak dikenal di PermenPANRB 59/2020.',
      'opd.csv › B6: OPD tanpa kode dan nama. Isi keduanya.',
    ]);
  });

  test('of a list with nothing but faults only these are told', () => {
    expect(read([header, ['', '!', '5']]).faults).toHaveLength(1);
  });

  test('a list without a row is no list', () => {
    expect(read([header])).toEqual({ opd: [], faults: ['opd.csv: tidak ada satu pun OPD di dalamnya.'] });
  });

  test('a list without end is not read', () => {
    const rows = Array.from({ length: 10_001 }, (_, index) => [`k${index}`, 'Dinas', '1']);
    expect(read([header, ...rows]).opd).toEqual([]);
    expect(read([header, ...rows]).faults[0]).toMatch(/^opd\.csv: Tabel berisi lebih dari 10\.000 baris/);
  });
});

describe('indicators', () => {
  test.each([
    ['1-3', '1 2 3'],
    ['3 - 5; 1', '1 3 4 5'],
    ['46–47', '46 47'],
    ['1—2', '1 2'],
    ['1 s.d. 3', '1 2 3'],
    ['1 s/d 3', '1 2 3'],
    ['1 S.D 3', '1 2 3'],
    ['1 sd 3', '1 2 3'],
    ['1 sampai  dengan 3', '1 2 3'],
    ['1 s / d 3', '1 2 3'],
    ['1s.d.3', '1 2 3'],
    ['1  -  3', '1 2 3'],
    ['1 sampai 3 dan 5', '1 2 3 5'],
    ['5-5', '5'],
    ['47 & 9/8', '8 9 47'],
    ['2\n1', '1 2'],
    ['02, 2, 1-2', '1 2'],
    ['', ''],
  ])('%j', (list, ids) => {
    expect(indicatorsOf(list)).toEqual({ ids, faults: [] });
  });

  test.each([
    ['5-3', '5-3'],
    ['46-48', '46-48'],
    ['0-2', '0-2'],
    ['1-2-3', '1-2-3'],
    ['x1-2', 'x1-2'],
  ])('%j is no range', (list, token) => {
    expect(indicatorsOf(list)).toEqual({
      ids: '',
      faults: [`opd.csv › C2: indikator "${token}" tidak dikenal di PermenPANRB 59/2020.`],
    });
  });

  test('35-1 of the instrument of 2018 is one indicator', () => {
    expect(indicatorsOf('35-1, 35 – 1', older)).toEqual({ ids: '35-1', faults: [] });
    expect(indicatorsOf('33-34', older).ids).toBe('33 34');
    expect(indicatorsOf('33-35', older).faults).toHaveLength(1);
  });

  test('a list of thousands of characters is not looked into', () => {
    expect(indicatorsOf('1,'.repeat(1000)).ids).toBe('1');
    expect(indicatorsOf(`1,${'1,'.repeat(1000)}`)).toEqual({
      ids: '',
      faults: ['opd.csv › C2: indikator "1,1,1,1,1,1,1,1,1,1,…" tidak dikenal di PermenPANRB 59/2020.'],
    });
  });
});
