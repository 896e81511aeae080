import { dropControls } from '../archive/drop-controls.ts';

const escapePattern = /_x([0-9a-f]{4})_/gi;

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
