import { refuse, refuseDamaged } from '../archive/refusal.ts';
import { type Relationship, readRelationships, resolveTarget } from '../archive/relationships.ts';
import type { Zip } from '../archive/unzip.ts';
import { attributeOf, readXml } from '../archive/xml.ts';
import type { Book, Sheet } from './book.ts';
import { createBudget } from './budget.ts';
import { decodeEscapes } from './plain-text.ts';
import { readSharedStrings } from './shared-strings.ts';
import { readSheet } from './sheet-xml.ts';
import { readStyles } from './styles.ts';

const sheetLimit = 1_000;
/** Excel allows 31. */
const longestSheetName = 200;

/**
 * Name of the part that holds the workbook: the one the package points at, whatever its name.
 * @returns null if the package has no such part
 */
export function findWorkbookPart(zip: Zip): string | null {
  for (const { kind, target } of readRelationships(zip, '').values()) {
    if (kind === 'officeDocument') return resolveTarget('', target);
  }
  return zip.has('xl/workbook.xml') ? 'xl/workbook.xml' : null;
}

/**
 * Reads a workbook in SpreadsheetML (xlsx, xlsm, xltx), transitional or strict; chart sheets are left out.
 * @param part name of the workbook part
 * @throws refusal if any needed part is missing or damaged, or a limit is passed
 */
export function readXlsx(zip: Zip, part: string): Book {
  const workbook = readWorkbook(zip.read(part), part);
  const relationships = readRelationships(zip, part);
  const parts = [...relationships.values()].filter(({ external }) => !external);
  const partOf = (kind: string) => {
    const found = parts.find((relationship) => relationship.kind === kind);
    return found === undefined ? null : resolveTarget(part, found.target);
  };
  const strings = partOf('sharedStrings');
  const styles = partOf('styles');
  const context = {
    // Some programs keep the relationship of a part they did not write.
    strings: strings !== null && zip.has(strings) ? readSharedStrings(zip.read(strings), strings) : [],
    styles: styles !== null && zip.has(styles) ? readStyles(zip.read(styles), styles) : [],
    date1904: workbook.date1904,
    budget: createBudget(),
  };
  const sheets: Sheet[] = [];
  for (const { name, hidden, id } of workbook.sheets) {
    const target = worksheetPart(relationships.get(id), name, part);
    if (target === null) continue;
    const own = { ...context, relationships: readRelationships(zip, target) };
    sheets.push({ name, hidden, ...readSheet(zip.read(target), target, own) });
  }
  if (sheets.length === 0) refuseDamaged('tidak ada satu lembar kerja pun di dalamnya');
  return workbook.date1904 ? { sheets, date1904: true } : { sheets };
}

/** Part of a worksheet; null for chart, macro and dialog sheets, which hold no cells. */
function worksheetPart(relationship: Relationship | undefined, sheet: string, from: string): string | null {
  if (relationship === undefined) return refuseDamaged(`lembar "${sheet}" tidak ditemukan`);
  return relationship.kind === 'worksheet' ? resolveTarget(from, relationship.target) : null;
}

interface Workbook {
  readonly date1904: boolean;
  readonly sheets: readonly { name: string; hidden: boolean; id: string }[];
}

function readWorkbook(bytes: Uint8Array, part: string): Workbook {
  const sheets: { name: string; hidden: boolean; id: string }[] = [];
  let date1904 = false;
  let inSheets = false;
  readXml(bytes, part, {
    open(name, attributes, depth) {
      if (depth === 2) inSheets = name === 'sheets';
      if (depth === 2 && name === 'workbookPr') date1904 = /^(1|true)$/.test(attributes['date1904'] ?? '');
      if (depth !== 3 || !inSheets || name !== 'sheet') return;
      if (sheets.length === sheetLimit) {
        refuse(
          'too-large',
          `Buku kerja berisi lebih dari ${sheetLimit} lembar. Hapus lembar yang tidak diperlukan.`,
        );
      }
      const state = attributes['state'];
      sheets.push({
        name: decodeEscapes((attributes['name'] ?? '').slice(0, longestSheetName)),
        hidden: state === 'hidden' || state === 'veryHidden',
        id: attributeOf(attributes, 'id') ?? '',
      });
    },
  });
  return { date1904, sheets };
}
