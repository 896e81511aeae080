import fc from 'fast-check';
import { SaxesParser } from 'saxes';
import { describe, expect, test } from 'vitest';
import { openZip } from '../../../src/archive/unzip.ts';
import { readXml } from '../../../src/archive/xml.ts';
import { forLeaders, forOpd } from '../../../src/reporters/full-report/narrow.ts';
import { memoDocx } from '../../../src/word/letters/memo-docx.ts';
import { minutesDocx } from '../../../src/word/letters/minutes-docx.ts';
import { reportDocx } from '../../../src/word/report/report-docx.ts';
import { safeText } from '../../../src/word/safe-text.ts';
import { docxText } from './docx-text.ts';
import { poisoned } from './poisoned.ts';

async function allDocuments(text: string): Promise<Uint8Array[]> {
  const document = await poisoned(text);
  const own = forOpd(document, 'dinas-a');
  if (own === null) throw new Error('The document has that OPD');
  return Promise.all([
    reportDocx(document),
    reportDocx(forLeaders(document)),
    reportDocx(own),
    minutesDocx(document),
    memoDocx(own),
  ]);
}

function expectSound(bytes: Uint8Array): void {
  const zip = openZip(bytes);
  for (const name of zip.names) {
    const parser = new SaxesParser({ xmlns: true });
    parser.on('error', (error) => {
      throw new Error(`${name}: ${error.message}`);
    });
    parser.write(Buffer.from(zip.read(name)).toString('utf8')).close();
  }
}

/** Names of elements, and the instructions of fields. */
function skeleton(bytes: Uint8Array): { tags: Set<string>; instructions: string[] } {
  const tags = new Set<string>();
  const instructions: string[] = [];
  let isInstruction = false;
  readXml(openZip(bytes).read('word/document.xml'), 'word/document.xml', {
    open(name, attributes) {
      tags.add(name);
      if (name === 'fldSimple') instructions.push(attributes['w:instr'] ?? '');
      isInstruction = name === 'instrText';
    },
    text(text) {
      if (isInstruction) instructions.push(text);
    },
    close() {
      isInstruction = false;
    },
  });
  return { tags, instructions };
}

const evil = [
  ['an element', '</w:t></w:r><w:r><w:instrText>DDEAUTO c:\\\\x</w:instrText></w:r><w:t>'],
  ['ampersands and quotes', `& &amp; &#0; " ' <![CDATA[ ]]> <!-- --> <?xml?>`],
  ['a field', '{ HYPERLINK "http://jahat.example" } =HYPERLINK("http://jahat.example") INCLUDETEXT'],
  ['a link', 'https://jahat.example/unduh file:///etc/passwd javascript:alert(1)'],
  ['controls', 'a\u0000b\u0007c\u001b[31md\u0085e\u2028f\nbaris\tkedua'],
  ['what XML cannot hold', 'a\uFFFEb\uFFFFc\uD800d\uDC00e'],
  ['changes of direction', 'laporan\u202Efdp.exe\u2066x\u2069 \u200Bnol\uFEFF'],
  ['10,000 characters', 'panjang '.repeat(1250)],
  ['10,000 characters without a blank', 'x'.repeat(10_000)],
  ['nothing', ''],
] as const;

describe.each(evil)('%s in every text', (_, text) => {
  test('leaves well-formed documents with nothing that acts', async () => {
    const plain = skeleton(await reportDocx(await poisoned('biasa')));
    const [report, ...others] = await allDocuments(text);
    for (const bytes of [report, ...others]) {
      if (bytes === undefined) continue;
      expectSound(bytes);
      expect(docxText(bytes).replaceAll('\n', '')).not.toMatch(
        /[\p{Cc}\u200b\u202a-\u202e\u2066-\u2069\ufeff]/u,
      );
    }
    const { tags, instructions } = skeleton(report as Uint8Array);
    expect([...tags].filter((tag) => !plain.tags.has(tag))).toEqual([]);
    expect(instructions).toEqual(plain.instructions);
  });
});

test('any text at all leaves a well-formed document', async () => {
  const unit = fc.string({ unit: 'binary', maxLength: 40 });
  await fc.assert(
    fc.asyncProperty(unit, async (text) => {
      expectSound(await reportDocx(forLeaders(await poisoned(text))));
    }),
    { numRuns: 30 },
  );
});

describe('safeText', () => {
  test('cuts what is too long, says so, and cuts no character in two', () => {
    expect(safeText('a'.repeat(1500))).toBe('a'.repeat(1500));
    expect(safeText('a'.repeat(1501))).toBe(`${'a'.repeat(1500)} … (dipotong)`);
    expect(safeText('😀😀😀', 2)).toBe('😀😀 … (dipotong)');
  });

  test('gives what XML can hold, whatever it gets', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), (text) => {
        expect(safeText(text)).toMatch(/^[\u0020-\uD7FF\uE000-\uFFFD\u{10000}-\u{10FFFF}]*$/u);
      }),
    );
  });
});
