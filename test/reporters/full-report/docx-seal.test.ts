import { zipSync } from 'fflate';
import { describe, expect, test } from 'vitest';
import { openZip } from '../../../src/archive/unzip.ts';
import { recordDocument } from '../../../src/contract/record.ts';
import { forLeaders } from '../../../src/reporters/full-report/narrow.ts';
import { readSealFromDocx } from '../../../src/word/read-seal.ts';
import { reportDocx } from '../../../src/word/report/report-docx.ts';
import { docxText } from './docx-text.ts';
import { fullDocument } from './report-documents.ts';

/** The package with one part changed. */
function change(bytes: Uint8Array, name: string, edit: (text: string) => string): Uint8Array {
  const zip = openZip(bytes);
  const text = new TextEncoder();
  const parts = [...zip.names].map((part): [string, Uint8Array] => {
    const content = Buffer.from(zip.read(part)).toString('utf8');
    return [part, text.encode(part === name ? edit(content) : content)];
  });
  return zipSync(Object.fromEntries(parts));
}

const item = 'customxml/item1.xml';

function read(bytes: Uint8Array) {
  return readSealFromDocx(bytes, 'laporan.docx');
}

describe('the seal of a document', () => {
  test('is read back as it was, whatever is in it', async () => {
    const document = await fullDocument();
    if (document.seal === null) throw new Error('The fixture is sealed');
    const seal = { ...document.seal, note: 'a < b & "c" \u202e \u0000 é 😀 ]]>' };
    for (const one of [document, forLeaders(document)]) {
      const found = read(await reportDocx({ ...one, seal }));
      expect(recordDocument.parse(JSON.parse(found?.json ?? ''))).toEqual(seal);
      expect(found?.shownIndex).toBe('2.98');
    }
  });

  test('is printed in short, with the way to check it', async () => {
    const text = docxText(await reportDocx(await fullDocument()));
    expect(text).toContain('Segel 0123456789ab:');
    expect(text).toContain('spbe verify laporan.docx');
  });

  test('is missing where the report has none', async () => {
    const bytes = await reportDocx({ ...(await fullDocument()), seal: null, sealShort: null });
    expect(read(bytes)).toBeNull();
    expect(docxText(bytes)).not.toContain('Segel');
  });

  test('is found under a prefix and another name of its part, as editors write it', async () => {
    const bytes = await reportDocx(await fullDocument());
    const prefixed = change(bytes, item, (text) =>
      text
        .replace('<seal xmlns="urn:spbe:seal">', '<ns0:seal xmlns:ns0="urn:spbe:seal">')
        .replace('</seal>', '</ns0:seal>'),
    );
    expect(read(prefixed)).toEqual(read(bytes));
  });

  test('is not taken from custom XML of others', async () => {
    const bytes = await reportDocx(await fullDocument());
    const foreign = change(bytes, item, (text) => text.replace('urn:spbe:seal', 'urn:lain'));
    expect(read(foreign)).toBeNull();
  });

  test('tells the index that somebody wrote over the one that was sealed', async () => {
    const bytes = await reportDocx(await fullDocument());
    const raised = change(bytes, 'word/document.xml', (text) => text.replace('>2,98<', '>3,98<'));
    expect(read(raised)?.shownIndex).toBe('3.98');
    const unmarked = change(bytes, 'word/document.xml', (text) => text.replace('IndeksSpbe', 'Lain'));
    expect(read(unmarked)).toEqual({ json: read(bytes)?.json, shownIndex: null });
  });

  test('a DOCTYPE and a broken package are refused', async () => {
    const bytes = await reportDocx(await fullDocument());
    const declared = change(bytes, item, (text) => text.replace('<seal', '<!DOCTYPE seal><seal'));
    expect(() => read(declared)).toThrow(/laporan\.docx tidak dapat dibaca sebagai laporan – .*DOCTYPE/);
    expect(() => read(bytes.slice(0, 5000))).toThrow(/rusak/);
    expect(() => read(new Uint8Array(0))).toThrow();
  });
});
