import { readRelationships, resolveTarget } from '../archive/relationships.ts';
import { openZip, type Zip } from '../archive/unzip.ts';
import { type attributeOf, readXml } from '../archive/xml.ts';
import { sealElement, sealNamespace } from './seal-part.ts';

/** As long as a record may be (project/records.ts), with room for escapes. */
const longest = 4 * 1024 * 1024;

/**
 * The seal of a document that `spbe report` made, as JSON text; anybody may have changed it since.
 * @returns null if the document carries none
 * @throws refusal (archive/refusal.ts) if the bytes are no docx, or damaged, or pass a limit
 */
export function readSealFromDocx(bytes: Uint8Array): string | null {
  const zip = openZip(bytes);
  const main = 'word/document.xml';
  for (const { kind, target, external } of readRelationships(zip, main).values()) {
    const part = resolveTarget(main, target);
    if (kind !== 'customXml' || external || !zip.has(part)) continue;
    const found = readSealPart(zip, part);
    if (found !== null) return found;
  }
  return null;
}

/** Custom XML may be of any program; ours is known by its namespace. */
function readSealPart(zip: Zip, part: string): string | null {
  let isSeal = false;
  const pieces: string[] = [];
  let length = 0;
  readXml(zip.read(part), part, {
    open(name, attributes, depth) {
      if (depth === 1) isSeal = name === sealElement && namespaceOf(attributes) === sealNamespace;
    },
    text(text) {
      if (!isSeal) return;
      length += text.length;
      if (length <= longest) pieces.push(text);
    },
  });
  return isSeal && length <= longest ? pieces.join('') : null;
}

/** Editors may give the namespace a prefix. */
function namespaceOf(attributes: Parameters<typeof attributeOf>[0]): string | undefined {
  if (attributes['xmlns'] !== undefined) return attributes['xmlns'];
  const name = Object.keys(attributes).find(
    (key) => key.startsWith('xmlns:') && attributes[key] === sealNamespace,
  );
  return name === undefined ? undefined : attributes[name];
}
