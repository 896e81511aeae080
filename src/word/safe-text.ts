import { clean } from '../reporters/clean.ts';

const longest = 1500;
const cutMark = ' … (dipotong)';

/**
 * Text of any origin as it may stand in a document: one line, nothing unseen, nothing that XML cannot hold, and no
 * longer than a reader bears; the whole stands in the workbook.
 */
export function safeText(text: string, limit = longest): string {
  // Characters beyond the first plane take two units; none is cut in two.
  const safe = [...clean(text).replace(/[\ufffe\uffff]/g, '')];
  return safe.length <= limit ? safe.join('') : `${safe.slice(0, limit).join('').trimEnd()}${cutMark}`;
}
