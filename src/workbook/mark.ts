import type { Workbook, Worksheet } from 'exceljs';
import ExcelWorkbook from 'exceljs/lib/doc/workbook.js';
import type { Problem, Severity } from '../problem.ts';
import { repack, unpack } from './charts/package-parts.ts';
import { linkInside } from './inner-links.ts';
import {
  colourOf,
  commentOf,
  findCell,
  firstListed,
  listedColumns,
  markColours,
  repairSheet,
  setColour,
  setComment,
} from './marked-cell.ts';
import { fill, font, ink, setPrint, thinBorder, tint } from './sheets/style.ts';
import { unmark } from './unmark.ts';

const words: Record<Severity, string> = { error: 'Kesalahan', warning: 'Peringatan', info: 'Catatan' };

/**
 * Makes the *lembar perbaikan* of a workbook: a copy with every faulty cell coloured, the message as its comment, and a
 * first sheet that lists them with links. The copy is still the workbook: it is filled and read like the original.
 * @param bytes an xlsx file; charts on it are lost and must be added again
 * @param problems those of this file
 * @throws Error if exceljs cannot load the file
 */
export async function markWorkbook(bytes: Uint8Array, problems: readonly Problem[]): Promise<Uint8Array> {
  const workbook = new ExcelWorkbook();
  await workbook.xlsx.load(bytes.slice().buffer);
  // A marked copy that is marked again starts afresh.
  unmark(workbook);
  const listed = problems.map((problem) => ({ problem, colour: colourAt(workbook, problem) }));
  for (const one of problems) markCell(workbook, one);
  addList(workbook, listed);
  const parts = unpack(
    new Uint8Array(await workbook.xlsx.writeBuffer({ zip: { compression: 'STORE' } } as object)),
  );
  linkInside(parts);
  return repack(parts);
}

/** Colour of the cell before it is marked. */
function colourAt(workbook: Workbook, { at }: Problem): string | undefined {
  const cell = findCell(workbook, at.sheet, at.address);
  return cell ? colourOf(cell) : undefined;
}

function markCell(workbook: Workbook, { at, severity, message }: Problem): void {
  const cell = findCell(workbook, at.sheet, at.address);
  if (!cell) return;
  setColour(cell, markColours[severity]);
  setComment(cell, [...commentOf(cell).filter((paragraph) => paragraph !== message), message]);
}

interface Listed {
  readonly problem: Problem;
  /** Of its cell before it was marked, as of `colourOf`. */
  readonly colour: string | undefined;
}

/** The list comes first, since the officer reads it first. */
function addList(workbook: Workbook, listed: readonly Listed[]): void {
  const sheet = workbook.addWorksheet(repairSheet, {
    views: [{ state: 'frozen', ySplit: 5, showGridLines: false }],
  });
  sheet.columns = [
    { width: 6 },
    { width: 20 },
    { width: 14 },
    { width: 90 },
    { width: 16 },
    { hidden: true },
  ];
  sheet.getCell('A1').value = 'Lembar perbaikan';
  sheet.getCell('A1').font = font({ size: 16, bold: true, color: { argb: ink.dark } });
  sheet.getCell('A2').value =
    'Klik tempatnya, perbaiki di sana, lalu pilih Sudah. Setelah semua selesai, simpan dan kirim berkas ini kembali.';
  sheet.getCell('A3').value =
    'Sel yang ditandai berwarna: merah kesalahan, kuning peringatan, biru catatan; alasannya ada di komentar sel.';
  for (const address of ['A2', 'A3']) sheet.getCell(address).font = font({ color: { argb: ink.soft } });
  ['No', 'Tempat', 'Jenis', 'Masalah dan perbaikannya', 'Sudah diperbaiki?'].forEach((text, index) => {
    const cell = sheet.getRow(5).getCell(index + 1);
    cell.value = text;
    cell.font = font({ bold: true, color: { argb: 'FFFFFFFF' } });
    cell.fill = fill(tint.head);
    cell.border = thinBorder;
    cell.alignment = { vertical: 'middle', horizontal: 'center', wrapText: true };
  });
  sheet.getRow(5).height = 30;
  listed.forEach((one, index) => {
    addLine(workbook, sheet, one, firstListed + index);
  });
  setPrint(sheet, 'landscape', 'Lembar perbaikan', 5);
  moveFirst(workbook, sheet.id);
}

function addLine(
  workbook: Workbook,
  sheet: Worksheet,
  { problem: { at, severity, message }, colour }: Listed,
  number: number,
): void {
  const row = sheet.getRow(number);
  const place = [at.sheet, at.address].filter((part) => part !== undefined).join('!') || 'seluruh berkas';
  const isThere = findCell(workbook, at.sheet, at.address) !== null;
  const quoted = `'${(at.sheet ?? '').replaceAll("'", "''")}'`;
  row.getCell(1).value = number - firstListed + 1;
  row.getCell(listedColumns.place).value = isThere
    ? { text: place, hyperlink: `#${quoted}!${at.address}` }
    : place;
  row.getCell(3).value = words[severity];
  row.getCell(listedColumns.message).value = message;
  row.getCell(listedColumns.colour).value = colour ?? null;
  for (let column = 1; column <= 5; column++) {
    const cell = row.getCell(column);
    cell.border = thinBorder;
    cell.font = font(column === 2 && isThere ? { underline: true, color: { argb: 'FF1155CC' } } : {});
    cell.alignment = { vertical: 'top', wrapText: true, horizontal: column === 1 ? 'center' : 'left' };
  }
  row.getCell(3).fill = fill(markColours[severity]);
  row.getCell(5).fill = fill(tint.input);
  row.height = 15 * Math.max(1, Math.ceil(message.length / 92)) + 4;
}

/** exceljs orders sheets by `orderNo`, which its types leave out. */
function moveFirst(workbook: Workbook, id: number): void {
  for (const sheet of workbook.worksheets) {
    const ordered = sheet as unknown as { orderNo: number };
    ordered.orderNo = sheet.id === id ? 0 : ordered.orderNo + 1;
  }
  workbook.views = [
    { x: 0, y: 0, width: 20_000, height: 12_000, firstSheet: 0, activeTab: 0, visibility: 'visible' },
  ];
}
