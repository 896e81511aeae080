import { readXml } from '../archive/xml.ts';

/** How a number is shown: `time` has hours or seconds but neither year nor day. */
export type NumberFormat = 'number' | 'date' | 'time';

/** Number formats of the cell styles, by the index that a cell's `s` names. */
export function readStyles(bytes: Uint8Array, part: string): NumberFormat[] {
  const custom = new Map<string, NumberFormat>();
  const styles: NumberFormat[] = [];
  let inCellStyles = false;
  readXml(bytes, part, {
    open(name, attributes, depth) {
      if (depth === 2) inCellStyles = name === 'cellXfs';
      else if (depth !== 3) return;
      else if (name === 'numFmt') {
        custom.set(attributes['numFmtId'] ?? '', classifyFormat(attributes['formatCode'] ?? ''));
      } else if (name === 'xf' && inCellStyles) {
        const id = attributes['numFmtId'] ?? '0';
        styles.push(custom.get(id) ?? builtinFormat(Number(id)));
      }
    },
  });
  return styles;
}

/** Formats without a code in the file; 27–36 and 50–58 are dates in East Asian editions only, and unused in others. */
function builtinFormat(id: number): NumberFormat {
  if ((id >= 18 && id <= 21) || (id >= 45 && id <= 47)) return 'time';
  const isDate = (id >= 14 && id <= 22) || (id >= 27 && id <= 36) || (id >= 50 && id <= 58);
  return isDate ? 'date' : 'number';
}

/**
 * Whether a number format shows a date or a time: it has y, m, d, h or s outside of quotes, brackets and escapes.
 * A lone `m` is a month. Durations such as `[h]:mm` count as time by the minutes outside of the brackets.
 */
export function classifyFormat(code: string): NumberFormat {
  const bare = code.replace(/"[^"]*"?|\[[^\]]*\]?|[\\_*]./g, '').toLowerCase();
  if (bare === 'general') return 'number';
  if (/[yd]/.test(bare)) return 'date';
  if (/[hs]/.test(bare) || /\[(h+|m+|s+)\]/i.test(code)) return 'time';
  return bare.includes('m') ? 'date' : 'number';
}
