import { dropControls } from '../archive/drop-controls.ts';
import { refuse, refuseDamaged } from '../archive/refusal.ts';
import type { Zip } from '../archive/unzip.ts';
import { type Attributes, readXml } from '../archive/xml.ts';
import type { Book, Sheet } from './book.ts';
import { createBudget } from './budget.ts';
import { collectSheet, type SheetCollector } from './ods-sheet.ts';

const part = 'content.xml';
const manifest = 'META-INF/manifest.xml';
const sheetLimit = 1_000;
/** Excel allows 31. */
const longestSheetName = 200;

/** Whether a package is an OpenDocument spreadsheet (ods, ots); some programs leave out the entry `mimetype`. */
export function isOpenSpreadsheet(zip: Zip): boolean {
  const named = ['mimetype', manifest].find((name) => zip.has(name));
  return named !== undefined && textOf(zip, named).includes('opendocument.spreadsheet');
}

/**
 * Reads a spreadsheet in OpenDocument format. Copies of other files' sheets, kept for links, are left out.
 * @throws refusal if it has a password, is damaged, or a limit is passed
 */
export function readOds(zip: Zip): Book {
  // Read as text: OpenOffice 2 wrote a DOCTYPE here, which the XML reader refuses.
  if (zip.has(manifest) && /<(?:[\w.-]+:)?encryption-data\b/.test(textOf(zip, manifest))) {
    refuse(
      'encrypted',
      'Berkas dilindungi kata sandi. Buka di LibreOffice, simpan salinannya tanpa kata sandi, lalu kirim salinan itu.',
    );
  }
  const budget = createBudget();
  const hiddenStyles = new Set<string>();
  const sheets: Sheet[] = [];
  let section = '';
  let style = '';
  let sheet: SheetCollector | null = null;
  let begun: Omit<Sheet, 'rows'> = { name: '', hidden: false };
  readXml(zip.read(part), part, {
    open(name, attributes, depth) {
      if (depth === 1) requireNamespaces(attributes);
      else if (depth === 2) section = name;
      else if (depth === 3 && section === 'body') section = name;
      else if (depth === 3) style = attributes['style:name'] ?? '';
      else if (depth === 4 && section === 'automatic-styles') {
        if (name === 'table-properties' && attributes['table:display'] === 'false') hiddenStyles.add(style);
      } else if (depth === 4 && section === 'spreadsheet' && name === 'table') {
        if (sheets.length === sheetLimit) refuseSheets();
        sheet = collectSheet(budget, part);
        begun = {
          name: dropControls((attributes['table:name'] ?? '').slice(0, longestSheetName)),
          hidden: hiddenStyles.has(attributes['table:style-name'] ?? ''),
        };
      } else sheet?.open(name, attributes, depth);
    },
    text: (piece) => sheet?.text(piece),
    close(name, depth) {
      if (sheet === null) return;
      if (depth > 4) sheet.close(name, depth);
      else {
        const merged = sheet.merged();
        const { rows } = sheet;
        if (!sheet.isLinkCopy()) sheets.push({ ...begun, rows, ...(merged.size === 0 ? {} : { merged }) });
        sheet = null;
      }
    },
  });
  if (sheets.length === 0) refuseDamaged('tidak ada satu lembar kerja pun di dalamnya');
  return { sheets };
}

/** Attributes are looked up by these prefixes, which every program uses: with others, rows would lose their places. */
const namespaces = ['office', 'table', 'text'] as const;

function requireNamespaces(root: Attributes): void {
  for (const prefix of namespaces) {
    if (root[`xmlns:${prefix}`] !== `urn:oasis:names:tc:opendocument:xmlns:${prefix}:1.0`) {
      refuseDamaged(`bagian ${part} bukan isi lembar kerja OpenDocument yang dikenal`);
    }
  }
}

function textOf(zip: Zip, name: string): string {
  return Buffer.from(zip.read(name)).toString('latin1');
}

function refuseSheets(): never {
  refuse(
    'too-large',
    `Buku kerja berisi lebih dari ${sheetLimit} lembar. Hapus lembar yang tidak diperlukan.`,
  );
}
