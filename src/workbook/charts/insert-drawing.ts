import { type Parts, setText, textOf } from './package-parts.ts';
import { officeRelationships } from './relationship.ts';

/** What follows `drawing` in CT_Worksheet (ECMA-376 part 1, 18.3.1.99). */
const after = new Set([
  ...[
    'legacyDrawing',
    'legacyDrawingHF',
    'drawingHF',
    'picture',
    'oleObjects',
    'controls',
    'webPublishItems',
  ],
  ...['tableParts', 'extLst'],
]);

const tags = /<(\/?)([\w:.-]+)(?:[^>"']|"[^"]*"|'[^']*')*?(\/?)>/g;

/** Relationship id of the sheet's drawing, if it has one. */
export function drawingOf(parts: Parts, sheet: string): string | undefined {
  for (const { name, tag } of topElements(textOf(parts, sheet))) {
    if (name === 'drawing') return /\sr:id="([^"]+)"/.exec(tag)?.[1];
  }
  return undefined;
}

/** Puts `<drawing>` where the schema wants it: Excel refuses a sheet whose elements are in any other order. */
export function insertDrawing(parts: Parts, sheet: string, id: string): void {
  const text = textOf(parts, sheet);
  if (!text.includes(`xmlns:r="${officeRelationships}"`)) throw new Error(`${sheet} does not declare r:`);
  const next = topElements(text).find(({ name }) => after.has(name))?.at ?? text.lastIndexOf('</worksheet>');
  if (next < 0) throw new Error(`${sheet} has no </worksheet>`);
  setText(parts, sheet, `${text.slice(0, next)}<drawing r:id="${id}"/>${text.slice(next)}`);
}

/** The children of the root that come after the cells. */
function topElements(text: string): { name: string; tag: string; at: number }[] {
  const cells = /<\/sheetData>|<sheetData\/>/.exec(text);
  if (cells === null) throw new Error('A sheet has no sheetData');
  const found: { name: string; tag: string; at: number }[] = [];
  let depth = 0;
  tags.lastIndex = 0;
  for (const match of text.slice(cells.index + cells[0].length).matchAll(tags)) {
    const [tag, close, name = '', empty] = match;
    if (!close && depth === 0) found.push({ name, tag, at: cells.index + cells[0].length + match.index });
    if (close) depth--;
    else if (!empty) depth++;
  }
  return found;
}
