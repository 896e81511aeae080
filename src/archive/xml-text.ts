const named: Readonly<Record<string, string | undefined>> = {
  amp: '&',
  lt: '<',
  gt: '>',
  quot: '"',
  apos: "'",
};

/** Characters that XML 1.0 forbids, however they are written. */
// biome-ignore lint/suspicious/noControlCharactersInRegex: finding them is the purpose
export const forbidden = /[\0-\x08\x0b\x0c\x0e-\x1f\ufffe\uffff]/;

/** What the text of an element says; null if it is not well-formed. */
export function decodeText(written: string): string | null {
  if (written.includes(']]>') || forbidden.test(written)) return null;
  return decodeReferences(written.replace(/\r\n?/g, '\n'));
}

/** What the value of an attribute says: blanks of every kind count as spaces; null if it is not well-formed. */
export function decodeValue(written: string): string | null {
  if (forbidden.test(written)) return null;
  return decodeReferences(written.replace(/\r\n|[\t\n\r]/g, ' '));
}

function decodeReferences(text: string): string | null {
  let decoded = '';
  let from = 0;
  for (let at = text.indexOf('&'); at >= 0; at = text.indexOf('&', from)) {
    const end = text.indexOf(';', at);
    const sign = end < 0 ? null : decodeReference(text.slice(at + 1, end));
    if (sign === null) return null;
    decoded += text.slice(from, at) + sign;
    from = end + 1;
  }
  return decoded + text.slice(from);
}

function decodeReference(name: string): string | null {
  if (!name.startsWith('#')) return Object.hasOwn(named, name) ? (named[name] ?? null) : null;
  const [, hex, decimal] = /^#(?:x([\da-fA-F]+)|(\d+))$/.exec(name) ?? [];
  if (hex === undefined && decimal === undefined) return null;
  const code = hex === undefined ? Number(decimal) : Number.parseInt(hex, 16);
  const isSurrogate = code >= 0xd800 && code <= 0xdfff;
  if (code > 0x10ffff || isSurrogate) return null;
  const sign = String.fromCodePoint(code);
  return forbidden.test(sign) ? null : sign;
}
