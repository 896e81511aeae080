import { decodeText, decodeValue, forbidden } from './xml-text.ts';

export type Attributes = Readonly<Record<string, string | undefined>>;

/** What a reader of one XML part wants to hear. Names come without their prefix. */
export interface XmlListener {
  /** @param depth 1 for the root */
  readonly open: (name: string, attributes: Attributes, depth: number) => void;
  readonly text?: (text: string) => void;
  readonly close?: (name: string, depth: number) => void;
}

/** How the scanner ends for good; none of them returns. */
export interface XmlFaults {
  readonly malformed: () => never;
  readonly doctype: () => never;
  readonly tooDeep: () => never;
}

export interface XmlScanner {
  /**
   * Tells the listener all that is complete in `text`.
   * @returns what is not complete yet: to be put before the next piece
   */
  write(text: string): string;
  /** The last piece has been written. @param rest what `write` returned last */
  end(rest: string): void;
}

const depthLimit = 64;
const tab = 9;
const lineFeed = 10;
const carriageReturn = 13;
const space = 32;
const bang = 33;
const quote = 34;
const ampersand = 38;
const apostrophe = 39;
const slash = 47;
const less = 60;
const equals = 61;
const greater = 62;
const question = 63;
const closingBracket = 93;

/** By character code below 128: 2 may begin a name, 1 may go on. What lies above may do both. */
const nameSigns = Uint8Array.from({ length: 128 }, (_, code) => {
  const sign = String.fromCharCode(code);
  return /[a-z_:]/i.test(sign) ? 2 : /[\d.-]/.test(sign) ? 1 : 0;
});

const xmlDeclaration =
  /^<\?xml\s+version\s*=\s*(["'])1\.\d+\1(?:\s+encoding\s*=\s*(["'])[a-z][\w.-]*\2)?(?:\s+standalone\s*=\s*(["'])(?:yes|no)\3)?\s*\?>$/i;

/** Not `{}`: what a file calls an attribute must not meet what objects inherit. Faster than an object without prototype. */
const bare: object = Object.create(null);
const none: Attributes = Object.create(bare);

/**
 * Reads XML 1.0 piece by piece. Own code, as the kept parsers take some three times as long (docs/decisions.md): it knows no
 * DOCTYPE and no namespaces, and refuses what is not well-formed as `saxes` does.
 */
export function createScanner(listener: XmlListener, { malformed, doctype, tooDeep }: XmlFaults): XmlScanner {
  /** Names of the open elements, as written and without prefix; above `depth` those of earlier ones. */
  const names: string[] = [];
  const locals: string[] = [];
  /** The last name of the first, the second … attribute: neighbours have the same, and a known name is found faster. */
  const attributeNames: string[] = [];
  let depth = 0;
  let isBegun = false;
  let hasRoot = false;
  let text = '';
  /** Character codes of `text`, then 0: to look up a number in a row of numbers is far cheaper than in a string. */
  let codes = new Uint16Array(0);

  function take(next: string): void {
    if (next.includes('\0')) malformed();
    text = next;
    // With room to spare: what is left over of a piece makes the next one a little longer.
    if (codes.length <= next.length) codes = new Uint16Array(Math.ceil(next.length * 1.25) + 1);
    Buffer.from(codes.buffer).write(next, 'utf16le');
    codes[next.length] = 0;
  }

  /** First position after a name; that of the 0 if the text ends before. */
  function endOfName(start: number): number {
    let at = start;
    for (; ; at++) {
      const code = codes[at] as number;
      const sign = code < 128 ? (nameSigns[code] as number) : code < 0xfffe ? 2 : 0;
      if (sign === 0 || (sign === 1 && at === start)) break;
    }
    return at === start && codes[at] !== 0 ? malformed() : at;
  }

  function skipSpaces(start: number): number {
    let at = start;
    while (isSpace(codes[at] as number)) at++;
    return at;
  }

  /** Whether these characters stand at `start`. */
  function isAt(start: number, sought: string): boolean {
    for (let index = 0; index < sought.length; index++) {
      if (codes[start + index] !== sought.charCodeAt(index)) return false;
    }
    return true;
  }

  function begin(start: number, end: number, attributes: Attributes): void {
    if (depth === 0 && hasRoot) malformed();
    if (depth === depthLimit) tooDeep();
    hasRoot = true;
    // Neighbours are mostly of one name.
    if (names[depth]?.length !== end - start || !isAt(start, names[depth] as string)) {
      const name = text.slice(start, end);
      names[depth] = name;
      locals[depth] = name.slice(name.indexOf(':') + 1);
    }
    listener.open(locals[depth] as string, attributes, ++depth);
  }

  function finish(): void {
    listener.close?.(locals[depth - 1] as string, depth);
    depth--;
  }

  /** Each of these reads what begins at `start`, and returns where it ends; -1 if the text ends before. */
  function openTag(start: number): number {
    const nameEnd = endOfName(start + 1);
    let attributes: Record<string, string> | undefined;
    for (let at = nameEnd, index = 0; at >= 0; index++) {
      const next = skipSpaces(at);
      const code = codes[next];
      if (code === greater) {
        begin(start + 1, nameEnd, attributes ?? none);
        return next + 1;
      }
      if (code === 0) return -1;
      if (code === slash) {
        if (codes[next + 1] === 0) return -1;
        if (codes[next + 1] !== greater) malformed();
        begin(start + 1, nameEnd, attributes ?? none);
        finish();
        return next + 2;
      }
      if (next === at) malformed();
      attributes ??= Object.create(bare) as Record<string, string>;
      at = attribute(next, attributes, index);
    }
    return -1;
  }

  function attribute(start: number, attributes: Record<string, string>, index: number): number {
    const end = endOfName(start);
    let at = skipSpaces(end);
    if (codes[at] === 0) return -1;
    if (codes[at] !== equals) malformed();
    at = skipSpaces(at + 1);
    const mark = codes[at];
    if (mark === 0) return -1;
    if (mark !== quote && mark !== apostrophe) malformed();
    const first = at + 1;
    let isPlain = true;
    for (at = first; codes[at] !== mark; at++) {
      const code = codes[at] as number;
      if (code === less) malformed();
      if (code < space || code === ampersand || code > 0xfffd) {
        if (code === 0) return -1;
        isPlain = false;
      }
    }
    const name = nameOf(start, end, index);
    if (attributes[name] !== undefined) malformed();
    const value = text.slice(first, at);
    attributes[name] = isPlain ? value : (decodeValue(value) ?? malformed());
    return at + 1;
  }

  function nameOf(start: number, end: number, index: number): string {
    const last = attributeNames[index];
    if (last?.length === end - start && isAt(start, last)) return last;
    const name = text.slice(start, end);
    if (index < 16) attributeNames[index] = name;
    return name;
  }

  function closeTag(start: number): number {
    const name = depth === 0 ? malformed() : (names[depth - 1] as string);
    const first = start + 2;
    if (first + name.length >= text.length) return -1;
    if (!isAt(first, name)) malformed();
    const at = skipSpaces(first + name.length);
    if (codes[at] === 0) return -1;
    if (codes[at] !== greater) malformed();
    finish();
    return at + 1;
  }

  function comment(start: number): number {
    const end = text.indexOf('--', start + 4);
    if (end < 0 || end + 2 >= text.length) return -1;
    if (codes[end + 2] !== greater || forbidden.test(text.slice(start, end))) malformed();
    return end + 3;
  }

  function cdata(start: number): number {
    if (depth === 0) malformed();
    const end = text.indexOf(']]>', start + 9);
    if (end < 0) return -1;
    const content = text.slice(start + 9, end);
    if (forbidden.test(content)) malformed();
    if (content !== '') listener.text?.(content.replace(/\r\n?/g, '\n'));
    return end + 3;
  }

  function declaration(start: number): number {
    if (isAt(start, '<!--')) return comment(start);
    if (isAt(start, '<![CDATA[')) return cdata(start);
    if (isAt(start, '<!DOCTYPE')) doctype();
    const begun = text.slice(start);
    return ['<!--', '<![CDATA[', '<!DOCTYPE'].some((one) => one.startsWith(begun)) ? -1 : malformed();
  }

  function instruction(start: number): number {
    const nameEnd = endOfName(start + 2);
    const end = text.indexOf('?>', nameEnd);
    if (end < 0) return -1;
    if (end > nameEnd && !isSpace(codes[nameEnd] as number)) malformed();
    const written = text.slice(start, end + 2);
    if (!isBegun && start === 0 && xmlDeclaration.test(written)) return end + 2;
    if (/^<\?xml[\s?]/i.test(written) || forbidden.test(written)) malformed();
    return end + 2;
  }

  /** Up to the next tag, which must be there for the text to be told: an entity could be cut in two. */
  function characters(start: number): number {
    let at = start;
    let isPlain = true;
    let isBlank = true;
    for (; codes[at] !== less; at++) {
      const code = codes[at] as number;
      if (code > space) isBlank = false;
      if (code < space || code === ampersand || code === closingBracket || code > 0xfffd) {
        if (code === 0) return -1;
        isPlain = false;
      }
    }
    if (depth === 0) return isBlank ? at : malformed();
    const written = text.slice(start, at);
    const read = isPlain ? written : (decodeText(written) ?? malformed());
    listener.text?.(read);
    return at;
  }

  /** @returns where it ends, or -1 */
  function next(at: number): number {
    if (codes[at] !== less) return characters(at);
    switch (codes[at + 1]) {
      case slash:
        return closeTag(at);
      case bang:
        return declaration(at);
      case question:
        return instruction(at);
      case 0:
        return -1;
      default:
        return openTag(at);
    }
  }

  return {
    write(more) {
      take(more);
      let at = 0;
      while (at < text.length) {
        const end = next(at);
        if (end < 0) return text.slice(at);
        isBegun = true;
        at = end;
      }
      return '';
    },
    end(rest) {
      take(rest);
      if (skipSpaces(0) < rest.length || depth > 0 || !hasRoot) malformed();
    },
  };
}

function isSpace(code: number): boolean {
  return code === space || code === lineFeed || code === tab || code === carriageReturn;
}
