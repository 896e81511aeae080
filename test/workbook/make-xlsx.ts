import { strToU8, zipSync } from 'fflate';

const main = 'http://schemas.openxmlformats.org/spreadsheetml/2006/main';
const relationships = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';
const packageRelationships = 'http://schemas.openxmlformats.org/package/2006/relationships';

/** Content of a rels part: rows of id, last word of the type, target, and whether it leaves the package. */
export function rels(...rows: readonly (readonly [string, string, string, boolean?])[]): string {
  const lines = rows.map(
    ([id, kind, target, external]) =>
      `<Relationship Id="${id}" Type="${relationships}/${kind}" Target="${target}"${external ? ' TargetMode="External"' : ''}/>`,
  );
  return `<Relationships xmlns="${packageRelationships}">${lines.join('')}</Relationships>`;
}

/** A worksheet part with this inside `sheetData`, and this after it. */
export function worksheet(data: string, after = ''): string {
  return `<?xml version="1.0" encoding="UTF-8"?><worksheet xmlns="${main}" xmlns:r="${relationships}"><sheetData>${data}</sheetData>${after}</worksheet>`;
}

/** Parts of a workbook with one sheet `Satu`; `sheetData` is what stands in it. */
export function partsOf(sheetData: string): Record<string, string> {
  return {
    '[Content_Types].xml': '<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"/>',
    '_rels/.rels': rels(['rId1', 'officeDocument', 'xl/workbook.xml']),
    'xl/workbook.xml': `<workbook xmlns="${main}" xmlns:r="${relationships}"><sheets><sheet name="Satu" sheetId="1" r:id="rId1"/></sheets></workbook>`,
    'xl/_rels/workbook.xml.rels': rels(
      ['rId1', 'worksheet', 'worksheets/sheet1.xml'],
      ['rId2', 'sharedStrings', 'sharedStrings.xml'],
      ['rId3', 'styles', 'styles.xml'],
    ),
    'xl/worksheets/sheet1.xml': worksheet(sheetData),
  };
}

/** Zips the parts, without packing them: the tests make thousands. */
export function zipParts(parts: Readonly<Record<string, string | Uint8Array>>): Uint8Array {
  const entries = Object.entries(parts).map(([name, part]) => [
    name,
    typeof part === 'string' ? strToU8(part) : part,
  ]);
  return zipSync(Object.fromEntries(entries), { level: 0 });
}
