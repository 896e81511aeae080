import type { Workbook } from 'exceljs';
import type { ReportDocument } from '../../contract/report.ts';
import { literal } from './cell-text.ts';
import { sealMark, sealSheet } from './seal-layout.ts';

/** What a cell holds at most is 32,767 signs; escapes need some more. */
const chunk = 16_000;

/**
 * The sealed record, hidden, for `spbe verify`: below the mark the cell of the index, then the JSON in pieces. A sheet outlives
 * the saving of every program, which parts that they do not know would not.
 */
export function addSealSheet(workbook: Workbook, { seal }: ReportDocument, headline: string): void {
  if (seal === null) return;
  const sheet = workbook.addWorksheet(sealSheet, { state: 'veryHidden' });
  const text = JSON.stringify(seal);
  const pieces = Array.from({ length: Math.ceil(text.length / chunk) }, (_, index) =>
    literal(text.slice(index * chunk, (index + 1) * chunk)),
  );
  [sealMark, headline, ...pieces].forEach((value, index) => {
    sheet.getCell(index + 1, 1).value = value;
  });
}
