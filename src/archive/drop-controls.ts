// biome-ignore lint/suspicious/noControlCharactersInRegex: finding them is the purpose
const controlPattern = /[\0-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f]/g;

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
