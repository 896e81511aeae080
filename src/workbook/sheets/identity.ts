import type { Workbook } from 'exceljs';
import { metaOf, type WorkbookSpec } from '../contents.ts';
import { columnOf, givenIdentity, identityRows, identityTable, metaPrefix } from '../layout.ts';
import { addHeader, addTitle, fill, font, protect, setPrint, thinBorder, tint } from './style.ts';

/** Identitas: who filled the workbook; agency, office and year are given. */
export async function addIdentity(workbook: Workbook, spec: WorkbookSpec): Promise<void> {
  const { region, year, opd } = spec;
  const sheet = workbook.addWorksheet(identityTable.sheet, {
    views: [{ state: 'frozen', ySplit: 5, activeCell: `C${6 + givenIdentity.size}`, showGridLines: false }],
  });
  const given: Record<string, string | number> = { region, opd: opd.name, year };
  const first = addHeader(sheet, identityTable, 4);
  addTitle(sheet, 'Identitas', 'Isi kotak kuning.', columnOf(identityTable, 'label'));
  identityRows.forEach(({ id, label }, index) => {
    const row = sheet.getRow(first + index);
    row.height = 5 + 15 * Math.max(1, Math.ceil(String(given[id] ?? '').length / 62));
    row.getCell(columnOf(identityTable, 'id')).value = id;
    const name = row.getCell(columnOf(identityTable, 'label'));
    name.value = label;
    name.font = font({ bold: true });
    name.alignment = { vertical: 'middle' };
    const value = row.getCell(columnOf(identityTable, 'value'));
    const isGiven = givenIdentity.has(id);
    value.value = given[id] ?? null;
    value.font = font();
    value.fill = fill(isGiven ? tint.given : tint.input);
    value.alignment = { horizontal: 'left', vertical: 'middle', wrapText: true };
    value.protection = { locked: isGiven };
    // Text format keeps the leading zeros of NIP and telephone numbers.
    value.numFmt = id === 'date' ? '[$-421]d mmmm yyyy' : id === 'year' ? '0' : '@';
    for (const cell of [name, value]) cell.border = thinBorder;
  });
  Object.entries(metaOf(spec)).forEach(([key, value], index) => {
    const row = sheet.getRow(first + identityRows.length + index);
    row.getCell(columnOf(identityTable, 'id')).value = `${metaPrefix}${key}`;
    row.getCell(columnOf(identityTable, 'value')).value = value;
    row.hidden = true;
  });
  setPrint(sheet, 'portrait', `Identitas · ${opd.name} · ${year}`);
  await protect(sheet);
}
