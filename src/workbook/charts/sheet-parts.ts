import { attributeOf, readXml } from '../../archive/xml.ts';
import type { Parts } from './package-parts.ts';
import { relationshipsOf } from './relationship.ts';

const part = 'xl/workbook.xml';

/** The part of every sheet, by the sheet's name. */
export function sheetParts(parts: Parts): Map<string, string> {
  const bytes = parts.get(part);
  if (bytes === undefined) throw new Error(`The package has no part ${part}`);
  const targets = relationshipsOf(parts, part);
  const sheets = new Map<string, string>();
  readXml(bytes, part, {
    open(tag, attributes) {
      if (tag !== 'sheet') return;
      const name = attributeOf(attributes, 'name');
      const target = targets.get(attributeOf(attributes, 'id') ?? '');
      if (name === undefined || target === undefined)
        throw new Error(`${part} has a sheet without name or part`);
      sheets.set(name, target);
    },
  });
  return sheets;
}
