import { dropControls } from '../archive/drop-controls.ts';
import type { Relationship } from '../archive/relationships.ts';
import { type Attributes, attributeOf } from '../archive/xml.ts';
import { parseAddress, toAddress } from './address.ts';

/** Cells of links over ranges that get their link, a sheet; later ones get none. */
const rangeCellLimit = 100_000;

/** Collects the links of one sheet: address → target. */
export interface SheetLinks {
  /** Takes in one `hyperlink` element. */
  add(attributes: Attributes): void;
  readonly byAddress: ReadonlyMap<string, string>;
}

/** @param relationships those of the sheet, where targets outside the workbook stand */
export function collectLinks(relationships: ReadonlyMap<string, Relationship>): SheetLinks {
  const byAddress = new Map<string, string>();
  let left = rangeCellLimit;
  return {
    byAddress,
    add(attributes) {
      const target = targetOf(attributes, relationships);
      const [first, last] = (attributes['ref'] ?? '').split(':').map(parseAddress);
      if (target === '' || !first) return;
      if (!last) {
        byAddress.set(toAddress(first.row, first.column), target);
        return;
      }
      for (let row = first.row; row <= last.row && left > 0; row++) {
        for (let column = first.column; column <= last.column && left > 0; column++, left--) {
          byAddress.set(toAddress(row, column), target);
        }
      }
    },
  };
}

function targetOf(attributes: Attributes, relationships: ReadonlyMap<string, Relationship>): string {
  const id = attributeOf(attributes, 'id');
  const target = id === undefined ? '' : (relationships.get(id)?.target ?? '');
  const location = attributes['location'] ?? '';
  return dropControls(location === '' ? target : `${target}#${location}`);
}

/** Target of a formula such as `HYPERLINK("https://…","Unduh")`; null if it has none, or computes it. */
export function linkOfFormula(formula: string): string | null {
  // Longer than Excel allows; a pattern with alternatives would exhaust the stack on a text of megabytes.
  if (formula.length > 8192) return null;
  const literal = /^\s*=?\s*HYPERLINK\s*\(\s*"((?:[^"]|"")*)"\s*[,;)]/i.exec(formula)?.[1];
  return literal === undefined ? null : dropControls(literal.replaceAll('""', '"'));
}
