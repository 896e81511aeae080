import { type Parts, setText, textOf } from './charts/package-parts.ts';

const ours = /<hyperlink ref="([A-Z]+\d+)" r:id="(\w+)" location="#([^"]*)"\/>/g;

/**
 * Links to cells of the same file, the way the schema has them (CT_Hyperlink: a location without `#` and without a
 * relationship). exceljs writes them as links to outside, too, which Excel may warn of or open in a new window.
 */
export function linkInside(parts: Parts): void {
  for (const name of [...parts.keys()].filter((one) => /^xl\/worksheets\/[^/]+\.xml$/.test(one))) {
    const text = textOf(parts, name);
    const ids = [...text.matchAll(ours)].map(([, , id]) => id);
    if (ids.length === 0) continue;
    setText(parts, name, text.replace(ours, '<hyperlink ref="$1" location="$3"/>'));
    const relationships = name.replace('worksheets/', 'worksheets/_rels/').concat('.rels');
    const left = textOf(parts, relationships).replace(/<Relationship Id="(\w+)"[^>]*\/>/g, (tag, id) =>
      ids.includes(id) ? '' : tag,
    );
    setText(parts, relationships, left);
  }
}
