import fc from 'fast-check';
import { SaxesParser } from 'saxes';
import { describe, expect, test } from 'vitest';
import { refusalOf } from '../../src/archive/refusal.ts';
import { type Attributes, readXml } from '../../src/archive/xml.ts';

type Event = readonly [kind: string, ...particulars: unknown[]];

/** What the reader tells, texts that follow each other joined; null if it refuses. */
function read(bytes: Uint8Array): Event[] | null {
  const events: Event[] = [];
  try {
    readXml(bytes, 'uji.xml', {
      open: (name, attributes, depth) => events.push(['open', name, plain(attributes), depth]),
      text: (text) => addText(events, text),
      close: (name, depth) => events.push(['close', name, depth]),
    });
  } catch (error) {
    if (refusalOf(error) === null) throw error;
    return null;
  }
  return events;
}

/** The same by saxes, which keeps to the standard. */
function readBySaxes(text: string): Event[] | null {
  const events: Event[] = [];
  const parser = new SaxesParser({ xmlns: false });
  const local = (name: string) => name.slice(name.indexOf(':') + 1);
  let depth = 0;
  parser.on('error', (error) => {
    throw error;
  });
  parser.on('doctype', () => {
    throw new Error('DOCTYPE');
  });
  parser.on('opentag', ({ name, attributes }) => {
    depth++;
    if (depth > 64) throw new Error('Too deep');
    events.push(['open', local(name), plain(attributes), depth]);
  });
  const onText = (piece: string) => {
    if (depth > 0) addText(events, piece);
  };
  parser.on('text', onText);
  parser.on('cdata', onText);
  parser.on('closetag', ({ name }) => {
    events.push(['close', local(name), depth]);
    depth--;
  });
  try {
    parser.write(text).close();
  } catch {
    return null;
  }
  return events;
}

function addText(events: Event[], text: string): void {
  const last = events.at(-1);
  if (text === '') return;
  if (last?.[0] === 'text') events[events.length - 1] = ['text', `${last[1]}${text}`];
  else events.push(['text', text]);
}

/** Entries, as no test can tell objects apart by a `__proto__` of their own. */
function plain(attributes: Attributes): [string, string | undefined][] {
  return Object.entries(attributes);
}

function bytesOf(text: string): Buffer {
  return Buffer.from(text);
}

const name = fc.constantFrom('a', 'row', 'x:c', 'sí', '_-.9', '__proto__', 'r', 'constructor');
const blank = fc.constantFrom(' ', '\n', '\t', '\r\n', '  ', '\r');
const written = fc
  .array(
    fc.constantFrom(
      'x',
      ' ',
      '3',
      'é',
      '日',
      '😀',
      '\n',
      '\r\n',
      '\r',
      '\t',
      '&amp;',
      '&lt;',
      '&#10;',
      '&#x1F600;',
      '&quot;',
      '&apos;',
      '&#65;',
      ']',
      ']]',
      '>',
      '<',
      '&',
      '&x;',
      ';',
      '"',
      "'",
      '\u0085',
      '\u00a0',
      '\u0007',
      '\ufffe',
      '&#7;',
      '&#xD800;',
      '&#X41;',
      '&#x00000000041;',
    ),
    { maxLength: 6 },
  )
  .map((parts) => parts.join(''));
const sound = fc.stringMatching(/^[ -%'-;=?-Z^-~é日]{0,8}$/).map((text) => text.replaceAll('"', ''));
const attribute = fc
  .tuple(blank, name, fc.oneof({ weight: 4, arbitrary: sound }, written), fc.constantFrom('"', '"', '"', "'"))
  .map(([before, key, value, quote]) => `${before}${key}=${quote}${value}${quote}`);
const attributes = fc.array(attribute, { maxLength: 3 }).map((list) => list.join(''));
const aside = fc.constantFrom(
  '<!-- a -->',
  '<?pi x?>',
  '<![CDATA[a<b&]]>',
  '<!---->',
  '<?xml version="1.0"?>',
  '<!-- a--b -->',
  '<![CDATA[]]>',
  '<!x>',
  '<?a?>',
);
const { element } = fc.letrec<{ element: string; content: string }>((tie) => ({
  element: fc.oneof(
    { maxDepth: 4, depthSize: 'small' },
    fc.tuple(name, attributes).map(([tag, own]) => `<${tag}${own}/>`),
    fc
      .tuple(name, attributes, tie('content'), fc.constantFrom('', '', ' '))
      .map(([tag, own, inner, end]) => `<${tag}${own}${end}>${inner}</${tag}${end}>`),
  ),
  content: fc
    .array(
      fc.oneof({ weight: 4, arbitrary: sound }, { weight: 4, arbitrary: tie('element') }, written, {
        weight: 1,
        arbitrary: aside,
      }),
      { maxLength: 4 },
    )
    .map((parts) => parts.join('')),
}));
const declared = fc.constantFrom(
  '',
  '<?xml version="1.0" encoding="UTF-8"?>',
  '<?xml version="1.0" standalone="yes"?>\n',
  '\ufeff',
);
const around = fc.constantFrom('', '', '', '\n', '<!-- a -->', ' x', '<?pi?>', '\u00a0');
const document = fc.tuple(declared, element, around).map((parts) => parts.join(''));

/** A document with one thing taken out, doubled or put in somewhere. */
const broken = fc
  .tuple(
    document,
    fc.nat(),
    fc.nat(3),
    fc.constantFrom('', '<', '>', '/', '"', '&', ' ', '=', '</a>', 'x', '!', '?', '\0'),
  )
  .map(([text, where, length, put]) => {
    const at = where % (text.length + 1);
    // Half a character is none in bytes.
    return bytesOf(text.slice(0, at) + put + text.slice(at + length)).toString();
  });

describe('the same as saxes', () => {
  test('for documents', () => {
    fc.assert(
      fc.property(document, (text) => {
        expect(read(bytesOf(text))).toEqual(readBySaxes(text));
      }),
      { numRuns: 3000 },
    );
  });

  test('for broken ones', () => {
    fc.assert(
      fc.property(broken, (text) => {
        // saxes is handed text, so it minds no encoding; and takes `<?x?y?>` for an instruction, which it is not.
        fc.pre(!/^<\?xml[^>]*encoding="(?!UTF-8")|<\?[\w-]*\?[^>]/.test(text));
        expect(read(bytesOf(text))).toEqual(readBySaxes(text));
      }),
      { numRuns: 5000 },
    );
  });

  test('wherever the pieces end in which a long part is read', () => {
    fc.assert(
      fc.property(fc.array(element, { minLength: 1, maxLength: 5 }), fc.nat(40), (elements, shift) => {
        const before = `<a>${' '.repeat(64 * 1024 - shift)}`;
        const text = `${before}${elements.join('')}</a>`;
        expect(read(bytesOf(text))).toEqual(readBySaxes(text));
      }),
      { numRuns: 300 },
    );
  });
});
