import type { RecordDocument } from '../contract/record.ts';
import { addContentType } from '../workbook/charts/content-type.ts';
import { type Parts, setText } from '../workbook/charts/package-parts.ts';
import { addRelationship } from '../workbook/charts/relationship.ts';

/** Where the seal lies: custom XML is what Word and LibreOffice keep unread when somebody edits and saves the document. */
export const sealNamespace = 'urn:spbe:seal';
export const sealElement = 'seal';
/** Stands around the index that everybody reads: a changed figure beside an unchanged seal is found out. */
export const indexBookmark = 'IndeksSpbe';
const part = 'customXml/item1.xml';
const propertiesPart = 'customXml/itemProps1.xml';

/** Says which custom XML this is; the same in every document, as the schema is. */
const storeId = '{5B0E9C54-6B0C-4B49-9B7C-59202059BE01}';

const declaration = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n';
const datastore = 'http://schemas.openxmlformats.org/officeDocument/2006/customXml';

/** Lays the seal into the document. */
export function addSeal(parts: Parts, seal: RecordDocument): void {
  setText(
    parts,
    part,
    `${declaration}<${sealElement} xmlns="${sealNamespace}">${plainJson(seal)}</${sealElement}>`,
  );
  setText(
    parts,
    propertiesPart,
    `${declaration}<ds:datastoreItem ds:itemID="${storeId}" xmlns:ds="${datastore}"><ds:schemaRefs><ds:schemaRef ds:uri="${sealNamespace}"/></ds:schemaRefs></ds:datastoreItem>`,
  );
  addContentType(
    parts,
    propertiesPart,
    'application/vnd.openxmlformats-officedocument.customXmlProperties+xml',
  );
  addRelationship(parts, 'word/document.xml', 'customXml', part);
  addRelationship(parts, part, 'customXmlProps', propertiesPart);
}

/** JSON in letters that no editor changes: all others, and those that mean something in XML, are written as escapes. */
function plainJson(value: unknown): string {
  return JSON.stringify(value).replace(
    /[^ -~]|[<>&]/g,
    (sign) => `\\u${sign.charCodeAt(0).toString(16).padStart(4, '0')}`,
  );
}
