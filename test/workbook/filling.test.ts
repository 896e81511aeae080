import type ExcelJS from 'exceljs';
import { expect, test } from 'vitest';
import { fillingOf } from '../../src/workbook/filling.ts';
import {
  answersTable,
  columnOf,
  documentsTable,
  identityTable,
  type KeyOf,
} from '../../src/workbook/layout.ts';
import { haveCell, load, makeWorkbook, save, sheetOf } from './make-workbook.ts';

const empty = await makeWorkbook(['3', '12', '47']);

test('an untouched workbook may be overwritten, also after a program saved it', async () => {
  expect(fillingOf(empty, 'a.xlsx')).toBeNull();
  expect(fillingOf(await save(await load(empty)), 'a.xlsx')).toBeNull();
});

const answer = (key: KeyOf<typeof answersTable>) => (workbook: ExcelJS.Workbook) =>
  sheetOf(workbook, 'Penilaian').getCell(7, columnOf(answersTable, key));
const document = (key: KeyOf<typeof documentsTable>) => (workbook: ExcelJS.Workbook) =>
  sheetOf(workbook, 'Bukti').getCell(20, columnOf(documentsTable, key));

test.each<[string, (workbook: ExcelJS.Workbook) => ExcelJS.Cell, string]>([
  ...answersTable.columns.flatMap((column): [string, ReturnType<typeof answer>, string][] =>
    'input' in column ? [[`Penilaian, ${column.header}`, answer(column.key), '1 indikator sudah diisi']] : [],
  ),
  ...documentsTable.columns.map(({ key, header }): [string, ReturnType<typeof document>, string] => [
    `Bukti, ${header}`,
    document(key),
    '1 bukti sudah diisi',
  ]),
  ['Kriteria, Sudah ada?', (workbook) => haveCell(workbook, '12-L4-b'), '1 butir Kriteria sudah diisi'],
  [
    'Identitas, Nama kepala OPD',
    (workbook) => sheetOf(workbook, 'Identitas').getCell(9, columnOf(identityTable, 'value')),
    'identitas sudah diisi',
  ],
])('only %s filled: kept', async (_, cellOf, reason) => {
  const workbook = await load(empty);
  cellOf(workbook).value = 'Belum';
  expect(fillingOf(await save(workbook), 'a.xlsx')).toBe(reason);
});

test('a lost or copied sheet, or no workbook of ours: kept', async () => {
  const workbook = await load(empty);
  workbook.removeWorksheet(sheetOf(workbook, 'Bukti').id);
  expect(fillingOf(await save(workbook), 'a.xlsx')).toBe('susunannya sudah diubah');
  for (const name of ['_spbe', 'Identitas']) workbook.removeWorksheet(sheetOf(workbook, name).id);
  expect(fillingOf(await save(workbook), 'a.xlsx')).toBe('berkas lain, bukan kertas kerja kosong');
  expect(fillingOf(new Uint8Array([1, 2, 3]), 'a.xlsx')).toBe('berkas lain, tidak dapat dibaca');
});

test('the hidden sheet alone lost: still seen to be untouched', async () => {
  const workbook = await load(empty);
  workbook.removeWorksheet(sheetOf(workbook, '_spbe').id);
  expect(fillingOf(await save(workbook), 'a.xlsx')).toBeNull();
});
