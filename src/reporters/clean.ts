/**
 * Makes text from a workbook or a file name safe to show: no terminal escapes, no control characters, no
 * right-to-left tricks, one line.
 */
export function clean(text: string): string {
  return text
    .replace(/[\t\r\n\u2028\u2029]+/g, ' ')
    .replace(/[\p{Cc}\u200b-\u200f\u202a-\u202e\u2066-\u2069\ufeff]/gu, '')
    .replace(/\p{Cs}/gu, '\ufffd');
}

/** `clean`, line by line: for messages that have several. */
export function cleanLines(text: string): string {
  return text.split('\n').map(clean).join('\n');
}
