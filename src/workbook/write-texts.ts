import exceljs from 'exceljs';
import type { Place } from '../problem.ts';

/**
 * A copy of a workbook with these texts in their cells; charts on it are lost and must be added again.
 * @throws Error if exceljs cannot load the file
 */
export async function writeTexts(
  bytes: Uint8Array,
  texts: readonly { readonly at: Place; readonly text: string }[],
): Promise<Uint8Array> {
  const workbook = new exceljs.Workbook();
  await workbook.xlsx.load(bytes.slice().buffer);
  for (const { at, text } of texts) {
    const sheet = at.sheet === undefined ? undefined : workbook.getWorksheet(at.sheet);
    if (sheet && at.address !== undefined) sheet.getCell(at.address).value = text;
  }
  return new Uint8Array(await workbook.xlsx.writeBuffer());
}
