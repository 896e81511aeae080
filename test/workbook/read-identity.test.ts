import { describe, expect, test } from 'vitest';
import { identityTable, markOf, metaTable, type Table } from '../../src/workbook/layout.ts';
import { readIdentity, readMeta } from '../../src/workbook/read-identity.ts';
import { bookOf } from './book-of.ts';

type Pairs = readonly (readonly [string, string])[];

const meta: Pairs = [
  ['formatVersion', '1'],
  ['instrument', 'permenpanrb-59-2020'],
  ['region', 'Kabupaten Contoh'],
  ['year', '2025'],
  ['opdCode', 'kominfo'],
  ['opdName', 'Dinas Kominfo'],
  ['workbookId', 'uji'],
  ['indicators', '3 12  47 '],
];
const parsed = {
  ...{ formatVersion: 1, instrument: 'permenpanrb-59-2020', region: 'Kabupaten Contoh', year: 2025 },
  ...{ opd: { code: 'kominfo', name: 'Dinas Kominfo' }, workbookId: 'uji', indicators: ['3', '12', '47'] },
};
const person: Pairs = [
  ['head', 'Budi'],
  ['nip', '1980'],
];

/** Key and value of each row, beneath their marks. */
function rowsOf(table: Table, pairs: Pairs) {
  return [['id', 'value'].map((key) => markOf(table, key)), ...pairs];
}

const hidden = (pairs: Pairs): Pairs => pairs.map(([key, value]) => [`meta.${key}`, value]);
const metaOf = (pairs: Pairs) => readMeta(bookOf({ _spbe: rowsOf(metaTable, pairs) }));
const metaWith = (key: string, value: string) =>
  metaOf(meta.map(([one, text]) => [one, one === key ? value : text]));

describe('the particulars of a workbook', () => {
  test('stand on a sheet of their own', () => {
    expect(metaOf(meta)).toEqual(parsed);
  });

  test('stand in hidden rows of Identitas where that sheet is lost or spoilt', () => {
    const identity = rowsOf(identityTable, [...person, ...hidden(meta)]);
    expect(readMeta(bookOf({ Identitas: identity }))).toEqual(parsed);
    const spoilt = rowsOf(metaTable, meta.slice(1));
    expect(readMeta(bookOf({ Identitas: identity, _spbe: spoilt }))).toEqual(parsed);
    const other = rowsOf(metaTable, [['region', 'Kota Lain'], ...meta.toSpliced(2, 1)]);
    expect(readMeta(bookOf({ Identitas: identity, _spbe: other }))?.region).toBe('Kota Lain');
  });

  test.each([
    ['formatVersion', ['', '0', '-1', '1.5', 'x']],
    ['year', ['', '0', '-2025', '2025.5', 'dua ribu']],
    ['instrument', ['']],
    ['region', ['']],
  ])('without its %s it is no workbook of ours', (key, values) => {
    for (const value of values) expect(metaWith(key, value)).toBeNull();
    expect(metaOf(meta.filter(([one]) => one !== key))).toBeNull();
  });

  test.each(['opdCode', 'opdName', 'workbookId', 'indicators'])('without its %s it still is one', (key) => {
    const found = metaOf(meta.filter(([one]) => one !== key));
    const rest = { opdCode: found?.opd.code, opdName: found?.opd.name, workbookId: found?.workbookId };
    expect({ ...rest, indicators: found?.indicators.join(' ') }).toMatchObject({ [key]: '' });
    expect(found?.region).toBe('Kabupaten Contoh');
  });

  test('are no longer than spbe writes them, but for the list of indicators', () => {
    expect(metaWith('region', 'a'.repeat(201))?.region).toBe('a'.repeat(200));
    const ids = Array.from({ length: 100 }, (_, index) => `i${index}`);
    expect(metaWith('indicators', ids.join(' '))?.indicators).toEqual(ids);
  });

  test('the first of a repeated one counts, and an empty key none', () => {
    expect(metaOf([['', 'x'], ...meta, ['region', 'Kota Lain']])).toEqual(parsed);
  });

  test('a book without any is none of ours', () => {
    expect(readMeta(bookOf({ Sheet1: [['No', 'Tingkat']] }))).toBeNull();
  });
});

describe('Identitas', () => {
  const identityOf = (sheets: Parameters<typeof bookOf>[0]) =>
    Object.fromEntries(readIdentity(bookOf(sheets)));
  const labels = [
    ['Instansi', 'Kabupaten Contoh'],
    ['', 'OPD / unit kerja', ' Dinas Kominfo '],
    ['Tahun penilaian', '2025'],
  ];
  const seen = { region: 'Kabupaten Contoh', opd: 'Dinas Kominfo', year: '2025' };

  test('is read by its keys, without the hidden particulars', () => {
    expect(identityOf({ Identitas: rowsOf(identityTable, [['', 'x'], ...person, ...hidden(meta)]) })).toEqual(
      {
        head: 'Budi',
        nip: '1980',
      },
    );
  });

  test('is read by its labels where the keys are lost, on whichever sheet has three of them', () => {
    const two = labels.slice(0, 2).with(0, ['Instansi', 'Kota Lain']);
    expect(identityOf({ Catatan: two, Sampul: [['Kertas kerja'], ...labels] })).toEqual(seen);
    expect(identityOf({ Catatan: two })).toEqual({});
    expect(identityOf({ Sampul: [...labels, ['Nama kepala OPD']] })).toEqual({ ...seen, head: '' });
  });

  test('is looked for among the first 200 rows of a sheet', () => {
    const above = (count: number) => Array.from({ length: count }, () => ['x']);
    expect(identityOf({ Sampul: [...above(197), ...labels] })).toEqual(seen);
    expect(identityOf({ Sampul: [...above(198), ...labels] })).toEqual({});
  });
});
