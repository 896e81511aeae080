import { zipSync } from 'fflate';
import { describe, expect, test } from 'vitest';
import { openZip } from '../../../src/archive/unzip.ts';
import { recordDocument } from '../../../src/contract/record.ts';
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

describe('the seal of a document', () => {
  test('is read back as it was, whatever is in it', async () => {
    const document = await fullDocument();
    if (document.seal === null) throw new Error('The fixture is sealed');
    const seal = { ...document.seal, note: 'a < b & "c" \u202e \u0000 é 😀 ]]>' };
    const json = readSealFromDocx(await reportDocx({ ...document, seal }));
    expect(recordDocument.parse(JSON.parse(json ?? ''))).toEqual(seal);
  });

  test('is printed in short, with the way to check it', async () => {
    const text = docxText(await reportDocx(await fullDocument()));
    expect(text).toContain('Segel 0123456789ab:');
    expect(text).toContain('spbe verify laporan.docx');
  });

  test('is missing where the report has none', async () => {
    const bytes = await reportDocx({ ...(await fullDocument()), seal: null, sealShort: null });
    expect(readSealFromDocx(bytes)).toBeNull();
    expect(docxText(bytes)).not.toContain('Segel');
  });

  test('is found under a prefix and another name of its part, as editors write it', async () => {
    const bytes = await reportDocx(await fullDocument());
    const prefixed = change(bytes, item, (text) =>
      text
        .replace('<seal xmlns="urn:spbe:seal">', '<ns0:seal xmlns:ns0="urn:spbe:seal">')
        .replace('</seal>', '</ns0:seal>'),
    );
    expect(readSealFromDocx(prefixed)).toBe(readSealFromDocx(bytes));
  });

  test('is not taken from custom XML of others', async () => {
    const bytes = await reportDocx(await fullDocument());
    const foreign = change(bytes, item, (text) => text.replace('urn:spbe:seal', 'urn:lain'));
    expect(readSealFromDocx(foreign)).toBeNull();
  });

  test('a DOCTYPE and a broken package are refused', async () => {
    const bytes = await reportDocx(await fullDocument());
    const declared = change(bytes, item, (text) => text.replace('<seal', '<!DOCTYPE seal><seal'));
    expect(() => readSealFromDocx(declared)).toThrow('DOCTYPE');
    expect(() => readSealFromDocx(bytes.slice(0, 5000))).toThrow(/rusak/);
    expect(() => readSealFromDocx(new Uint8Array(0))).toThrow();
  });
});
