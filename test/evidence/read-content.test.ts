import { describe, expect, it } from 'vitest';
import type { DocumentType } from '../../src/assessment/facts.ts';
import { readContent } from '../../src/evidence/read-content.ts';
import { packedEntry, rawZip } from '../archive/raw-zip.ts';
import { rawPdf, streamBody } from './make-pdf.ts';

/** What the content of these bytes tells, without the thread in which it is read otherwise. */
function read(content: string | Uint8Array, type: DocumentType) {
  const bytes = Buffer.from(content);
  const source = {
    size: bytes.length,
    read: (start: number, end: number) => new Uint8Array(bytes.subarray(start, end)),
  };
  return readContent(source, { fd: 0, type, name: 'a', hasSignature: false });
}

const zip = (parts: Readonly<Record<string, string>>) =>
  rawZip(Object.entries(parts).map(([name, text]) => packedEntry(name, text)));

const relationship = (attributes: string) => `<Relationships><Relationship ${attributes}/></Relationships>`;

/** An office document of which the package says only where its main part lies. */
const office = (main: string, parts: Readonly<Record<string, string>>) =>
  zip({
    '[Content_Types].xml': '<Types/>',
    '_rels/.rels': relationship(`Id="a" Type="x/officeDocument" Target="${main}"`),
    ...parts,
  });

const paragraph = (text: string) => `<w:p><w:r><w:t>${text}</w:t></w:r></w:p>`;
const word = (inside: string) => `<w:document xmlns:w="w"><w:body>${inside}</w:body></w:document>`;
const main = 'word/document.xml';

describe('a docx', () => {
  it('is read with its headers and footers in the order of their numbers', async () => {
    const parts = Object.fromEntries(
      ['header2', 'footer2', 'header10', 'header'].map((name) => [
        `word/${name}.xml`,
        word(paragraph(`${name}.`)),
      ]),
    );
    const { excerpt } = await read(office(main, { [main]: word(paragraph('Isi.')), ...parts }), 'docx');
    expect(excerpt).toBe('Isi. header. footer2. header2. header10.');
  });

  it('hides what was deleted and codes of fields; blanks and watermarks without text are none', async () => {
    const text = `${paragraph('Keputusan<w:delText>lama</w:delText>')}<w:instrText>PAGE</w:instrText><v:textpath xmlns:v="v"/><w:tab/>${paragraph('Bupati')}`;
    expect(await read(office(main, { [main]: word(text) }), 'docx')).toMatchObject({
      excerpt: 'Keputusan Bupati',
      words: [],
    });
  });

  it('longer than anybody reads is cut, and the parts after it are left out', async () => {
    const long = paragraph('Tahun 2024 '.repeat(200_000));
    const parts = { [main]: word(long), 'word/header1.xml': word(paragraph('KONSEP')) };
    expect(await read(office(main, parts), 'docx')).toMatchObject({ state: 'good', words: [] });
    const short = { ...parts, [main]: word(paragraph('isi')) };
    expect(await read(office(main, short), 'docx')).toMatchObject({ words: [{ word: 'konsep' }] });
  });

  it('with a part that asks for a password is encrypted', async () => {
    const bytes = rawZip([
      packedEntry('[Content_Types].xml', '<Types/>'),
      packedEntry('_rels/.rels', relationship(`Id="a" Type="x/officeDocument" Target="${main}"`)),
      { ...packedEntry(main, word('')), flags: 1 },
    ]);
    expect(await read(bytes, 'docx')).toMatchObject({ type: 'docx', state: 'encrypted', hasText: null });
  });
});

describe('an xlsx', () => {
  it('without shared texts is read sheet by sheet; a sheet without a name is none', async () => {
    const cell = (text: string) => `<s><is><t>${text}</t></is></s>`;
    const bytes = office('xl/workbook.xml', {
      'xl/workbook.xml': '<workbook><sheet/><sheet name="Data"/></workbook>',
      'xl/worksheets/sheet10.xml': cell('ketiga'),
      'xl/worksheets/sheet2.xml': cell('kedua'),
      'xl/worksheets/sheet1.xml': cell('pertama'),
    });
    expect(await read(bytes, 'xlsx')).toMatchObject({ excerpt: 'Data pertama kedua ketiga' });
  });

  it('of the binary kind is known, but has no text', async () => {
    const bytes = office('xl/workbook.bin', { 'xl/workbook.bin': '\u0001' });
    expect(await read(bytes, 'xlsx')).toMatchObject({ type: 'xlsx', state: 'good', hasText: null });
  });
});

describe('an OpenDocument', () => {
  it('that does not count its pages has none', async () => {
    const bytes = zip({
      mimetype: 'application/vnd.oasis.opendocument.text',
      'content.xml': '<c><p>Berita acara</p></c>',
      'meta.xml': '<m><document-statistic word-count="2"/></m>',
    });
    expect(await read(bytes, 'odt')).toMatchObject({ type: 'odt', pages: null, excerpt: 'Berita acara' });
  });
});

describe('a zip', () => {
  it.each([
    ['whose main part nobody names', relationship('Id="a" Target="word/document.xml"')],
    ['of no known kind', relationship('Id="a" Type="x/officeDocument" Target="visio/document.xml"')],
    [
      'named like what every object has',
      relationship('Id="a" Type="x/officeDocument" Target="constructor/a"'),
    ],
  ])('%s is no office document', async (_, rels) => {
    const bytes = zip({ '[Content_Types].xml': '<Types/>', '_rels/.rels': rels });
    expect(await read(bytes, 'docx')).toMatchObject({ type: 'zip', state: 'good', hasText: null });
  });

  it('of more files than are counted is good as an archive, too complex as a document', async () => {
    const bytes = zip(Object.fromEntries(Array.from({ length: 2_001 }, (_, index) => [`foto/${index}`, ''])));
    expect(await read(bytes, 'zip')).toMatchObject({ type: 'zip', state: 'good' });
    expect(await read(bytes, 'docx')).toMatchObject({ type: 'docx', state: 'too-complex' });
  });
});

describe('a text', () => {
  it.each([
    ['UTF-16 as Windows writes it', Buffer.from('\ufeffRencana é', 'utf16le')],
    ['UTF-16 the other way round', Buffer.from('\ufeffRencana é', 'utf16le').swap16()],
    ['Windows-1252', Buffer.from('Rencana é dan isinya', 'latin1')],
    ['UTF-8 that is cut within a character', Buffer.from('Rencana é…').subarray(0, -1)],
  ])('%s is read as it was meant', async (_, bytes) => {
    const { excerpt } = await read(bytes, 'text');
    expect(excerpt).toMatch(/^Rencana é( dan isinya|\ufffd)?$/);
  });

  it.each([
    ['html', '<p>isi</p>'],
    ['html', '<title> </title><p>isi</p>'],
    ['eml', 'From: a@b.go.id\n\nisi'],
    ['rtf', '{\\rtf1 isi}'],
  ] as const)('%s without a title has none: %#', async (type, text) => {
    expect((await read(text, type)).title).toBeNull();
  });
});

it('a pdf longer than anybody reads is cut', async () => {
  const page = (content: number) =>
    `<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Contents ${content} 0 R /Resources << /Font << /F 7 0 R >> >> >>`;
  // Written over and over at one place: what lies outside of the page is no text.
  const write = (text: string, times: number) =>
    streamBody(Buffer.from(`BT /F 1 Tf ${`1 0 0 1 9 9 Tm (${text}) Tj `.repeat(times)} ET`));
  const pdf = (times: number) =>
    rawPdf(
      new Map<number, string | Buffer>([
        [1, '<< /Type /Catalog /Pages 2 0 R >>'],
        [2, '<< /Type /Pages /Kids [3 0 R 4 0 R] /Count 2 >>'],
        [3, page(5)],
        [4, page(6)],
        [5, write('Kata '.repeat(100), times)],
        [6, write('SALINAN sesuai dengan aslinya', 1)],
        [7, '<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica >>'],
      ]),
    );
  expect(await read(pdf(1), 'pdf')).toMatchObject({ state: 'good', pages: 2, signs: { signature: true } });
  expect(await read(pdf(4_100), 'pdf')).toMatchObject({
    state: 'good',
    pages: 2,
    signs: { signature: false },
  });
});

it('an old Office file without even a head is damaged', async () => {
  const bytes = Buffer.from('\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1', 'latin1');
  expect(await read(bytes, 'doc')).toMatchObject({ type: 'doc', state: 'damaged' });
});
