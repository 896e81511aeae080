import type { Workbook, Worksheet } from 'exceljs';
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

/**
 * Takes an earlier marking out of a workbook, if there is one: the list, the messages in comments and the colours of the cells, as far
 * as they are still those of the marking. What officers wrote or coloured since stays.
 */
export function unmark(workbook: Workbook): void {
  const list = workbook.getWorksheet(repairSheet);
  if (!list) return;
  for (let row = firstListed; row <= list.rowCount; row++) unmarkCell(workbook, list, row);
  workbook.removeWorksheet(list.id);
}

function unmarkCell(workbook: Workbook, list: Worksheet, row: number): void {
  const [place, message, before] = [listedColumns.place, listedColumns.message, listedColumns.colour].map(
    (column) => list.getCell(row, column).text,
  );
  const [, sheet, address] = /^(.*)!([^!]*)$/.exec(place ?? '') ?? [];
  const cell = findCell(workbook, sheet, address);
  if (!cell) return;
  setComment(
    cell,
    commentOf(cell).filter((paragraph) => paragraph !== message),
  );
  const isMarked = Object.values(markColours).some((colour) => colour === colourOf(cell));
  if (isMarked && before !== undefined) setColour(cell, before);
}
