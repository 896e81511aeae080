import { posix } from 'node:path';
import { attributeOf, readXml } from '../../archive/xml.ts';
import { insertBefore, type Parts, setText } from './package-parts.ts';

const declaration = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n';
const namespace = 'http://schemas.openxmlformats.org/package/2006/relationships';

export const officeRelationships = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';

/** Makes one part point at another and returns the id by which it does. */
export function addRelationship(parts: Parts, from: string, kind: string, to: string): string {
  const part = relationshipsPart(from);
  if (!parts.has(part)) {
    setText(parts, part, `${declaration}<Relationships xmlns="${namespace}"></Relationships>`);
  }
  const taken = new Set(relationshipsOf(parts, from).keys());
  let number = 1;
  while (taken.has(`rId${number}`)) number++;
  const target = posix.relative(posix.dirname(from), to);
  const tag = `<Relationship Id="rId${number}" Type="${officeRelationships}/${kind}" Target="${target}"/>`;
  insertBefore(parts, part, '</Relationships>', tag);
  return `rId${number}`;
}

/** Names of the parts that a part points at, by relationship id. */
export function relationshipsOf(parts: Parts, from: string): Map<string, string> {
  const targets = new Map<string, string>();
  const part = relationshipsPart(from);
  const bytes = parts.get(part);
  if (bytes === undefined) return targets;
  readXml(bytes, part, {
    open(name, attributes) {
      const id = attributeOf(attributes, 'Id');
      const target = attributeOf(attributes, 'Target');
      if (name !== 'Relationship' || !id || !target) return;
      targets.set(id, target.startsWith('/') ? target.slice(1) : posix.join(posix.dirname(from), target));
    },
  });
  return targets;
}

function relationshipsPart(from: string): string {
  return `${posix.dirname(from)}/_rels/${posix.basename(from)}.rels`;
}
