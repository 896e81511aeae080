const longest = 31;
/** Excel keeps this name for itself. */
const reserved = 'history';

/**
 * A name that every spreadsheet program accepts for a sheet: at most 31 characters, none of `[]:*?/\`, no apostrophe at
 * either end, and unlike all names given before, whatever their case.
 * @param taken names given before; the new one is added, in lower case
 */
export function sheetName(wanted: string, taken: Set<string>): string {
  const plain = wanted
    .replace(/[[\]:*?/\\\p{Cc}]+/gu, ' ')
    .replace(/\s+/g, ' ')
    .replace(/^[\s']+|[\s']+$/g, '');
  for (let attempt = 1; ; attempt++) {
    const suffix = attempt === 1 ? '' : ` (${attempt})`;
    const name = cut(plain === '' ? 'OPD' : plain, longest - suffix.length) + suffix;
    const key = name.toLowerCase();
    if (key !== reserved && !taken.has(key)) {
      taken.add(key);
      return name;
    }
  }
}

/** Counted as Excel does, in UTF-16 units; no sign is cut in two. */
function cut(text: string, most: number): string {
  if (text.length <= most) return text;
  let short = '';
  for (const sign of text) {
    if (short.length + sign.length >= most) break;
    short += sign;
  }
  return `${short.trimEnd()}…`;
}
