import type { Cell, Workbook, Worksheet } from 'exceljs';
import ExcelWorkbook from 'exceljs/lib/doc/workbook.js';
import type { Problem, Severity } from '../problem.ts';
import { parseAddress } from './address.ts';
import { repack, unpack } from './charts/package-parts.ts';
import { linkInside } from './inner-links.ts';
import { fill, font, ink, setPrint, thinBorder, tint } from './sheets/style.ts';

/** First sheet of a marked copy. */
export const repairSheet = 'Perbaikan';

const colours: Record<Severity, string> = { error: 'FFF8C9C4', warning: 'FFFFE29A', info: 'FFDCE6F4' };
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
  const earlier = workbook.getWorksheet(repairSheet);
  const over = new Set(earlier ? listedMessages(earlier) : []);
  for (const { message } of problems) over.delete(message);
  if (earlier) workbook.removeWorksheet(earlier.id);
  for (const one of problems) markCell(workbook, one, over);
  addList(workbook, problems);
  const parts = unpack(
    new Uint8Array(await workbook.xlsx.writeBuffer({ zip: { compression: 'STORE' } } as object)),
  );
  linkInside(parts);
  return repack(parts);
}

/** @param over what an earlier marking said, and no longer holds: all else in a comment is an officer's own */
function markCell(workbook: Workbook, { at, severity, message }: Problem, over: ReadonlySet<string>): void {
  const cell = findCell(workbook, at.sheet, at.address);
  if (!cell) return;
  const kept = noteText(cell)
    .split('\n\n')
    .filter((part) => part !== '' && part !== message && !over.has(part));
  // Cells that exceljs read share their styles: to change one in place would colour all that look alike.
  cell.style = { ...cell.style, fill: fill(colours[severity]) };
  cell.note = {
    texts: [{ text: [...kept, message].join('\n\n') }],
    protection: { locked: 'False', lockText: 'False' },
  };
}

/** exceljs's types leave out that a cell may have none. */
function noteText(cell: Pick<Partial<Cell>, 'note'>): string {
  const { note } = cell;
  return typeof note === 'string' ? note : (note?.texts?.map(({ text }) => text).join('') ?? '');
}

function findCell(workbook: Workbook, sheet: string | undefined, address: string | undefined): Cell | null {
  const found = sheet === undefined ? undefined : workbook.getWorksheet(sheet);
  return found && address !== undefined && parseAddress(address) ? found.getCell(address) : null;
}

/** The messages on the list of an earlier marking. */
function listedMessages(list: Worksheet): string[] {
  const messages: string[] = [];
  list.getColumn(4).eachCell(({ text }) => void messages.push(text));
  return messages;
}

/** The list comes first, since the officer reads it first. */
function addList(workbook: Workbook, problems: readonly Problem[]): void {
  const sheet = workbook.addWorksheet(repairSheet, {
    views: [{ state: 'frozen', ySplit: 5, showGridLines: false }],
  });
  sheet.columns = [{ width: 6 }, { width: 20 }, { width: 14 }, { width: 90 }, { width: 16 }];
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
  problems.forEach((one, index) => {
    addLine(workbook, sheet, one, index);
  });
  setPrint(sheet, 'landscape', 'Lembar perbaikan', 5);
  moveFirst(workbook, sheet.id);
}

function addLine(
  workbook: Workbook,
  sheet: Worksheet,
  { at, severity, message }: Problem,
  index: number,
): void {
  const row = sheet.getRow(6 + index);
  const place = [at.sheet, at.address].filter((part) => part !== undefined).join('!') || 'seluruh berkas';
  const isThere = findCell(workbook, at.sheet, at.address) !== null;
  const quoted = `'${(at.sheet ?? '').replaceAll("'", "''")}'`;
  row.getCell(1).value = index + 1;
  row.getCell(2).value = isThere ? { text: place, hyperlink: `#${quoted}!${at.address}` } : place;
  row.getCell(3).value = words[severity];
  row.getCell(4).value = message;
  for (let column = 1; column <= 5; column++) {
    const cell = row.getCell(column);
    cell.border = thinBorder;
    cell.font = font(column === 2 && isThere ? { underline: true, color: { argb: 'FF1155CC' } } : {});
    cell.alignment = { vertical: 'top', wrapText: true, horizontal: column === 1 ? 'center' : 'left' };
  }
  row.getCell(3).fill = fill(colours[severity]);
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
