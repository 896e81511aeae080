/** Not seen, but obeyed by a terminal or an editor: controls, zero-width signs, changes of writing direction. */
const unseen =
  /[\p{Cc}\u00ad\u061c\u180e\u200b-\u200f\u2028-\u202e\u2060-\u206f\ufeff\ufff9-\ufffb\u{e0000}-\u{e007f}]/gu;

/**
 * Makes text from a workbook or a file name safe to show: no terminal escapes, no control characters, no
 * right-to-left tricks, one line.
 */
export function clean(text: string): string {
  return text
    .replace(/[\t\r\n\u2028\u2029]+/g, ' ')
    .replace(unseen, '')
    .replace(/\p{Cs}/gu, '\ufffd');
}

/** `clean`, line by line: for messages that have several. */
export function cleanLines(text: string): string {
  return text.split('\n').map(clean).join('\n');
}

/** A line break in a json text is of its layout; passed over here, it costs no call and no copy of the text. */
const unseenInJson = new RegExp(`(?!\\n)${unseen.source}`, unseen.flags);

/** Writes the same signs of a json text as escapes: the value stays what it was. Line breaks of the layout stay too. */
export function escapeUnseen(json: string): string {
  return json.replace(unseenInJson, (sign) => sign.replace(/[\s\S]/g, escapeUnit));
}

function escapeUnit(unit: string): string {
  return `\\u${unit.charCodeAt(0).toString(16).padStart(4, '0')}`;
}
