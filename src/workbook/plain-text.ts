const escapePattern = /_x([0-9a-f]{4})_/gi;
// biome-ignore lint/suspicious/noControlCharactersInRegex: finding them is the purpose
const controlPattern = /[\0-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f]/g;

/**
 * Text of a spreadsheet cell as a person sees it: `_x000D_` escapes of SpreadsheetML decoded.
 * @returns text free of control characters other than tab and line break
 */
export function decodeEscapes(text: string): string {
  // Most texts hold no escape; looking for two characters is far cheaper than the pattern.
  const decoded = text.includes('_x')
    ? text.replace(escapePattern, (_, code: string) => String.fromCharCode(Number.parseInt(code, 16)))
    : text;
  return dropControls(decoded);
}

/**
 * Leaves out control characters other than tab and line break: nobody sees them in a cell, and a terminal would
 * obey them when a report quotes the cell.
 */
export function dropControls(text: string): string {
  return detach(text.replace(controlPattern, ''));
}

/** A copy: what is cut from a part of many megabytes keeps all of them in memory, and a few such texts are enough. */
function detach(text: string): string {
  return ` ${text}`.slice(1);
}
