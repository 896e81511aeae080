import { deflateRawSync } from 'node:zlib';
import { describe, expect, it } from 'vitest';
import { crc32 } from '../../src/archive/crc32.ts';
import { packedEntry, rawZip } from '../archive/raw-zip.ts';
import { makePdf } from './make-pdf.ts';
import { factsOf, makeFolder } from './project-folder.ts';

const examine = async (name: string, content: string | Uint8Array) =>
  factsOf(makeFolder({ [`bukti/dinkes/${name}`]: content }), name);

const relationships = (main: string) =>
  `<Relationships xmlns="x"><Relationship Id="a" Type="http://x/officeDocument" Target="${main}"/></Relationships>`;

function office(main: string, parts: Readonly<Record<string, string>>): Uint8Array {
  const all = { '[Content_Types].xml': '<Types/>', '_rels/.rels': relationships(main), ...parts };
  return rawZip(Object.entries(all).map(([name, text]) => packedEntry(name, text)));
}

const document = (...lines: string[]) =>
  `<w:document xmlns:w="w"><w:body>${lines.map((line) => `<w:p><w:r><w:t>${line}</w:t></w:r></w:p>`).join('')}</w:body></w:document>`;

describe('a PDF', () => {
  it('tells its pages, title, text, dates, numbers', async () => {
    const bytes = await makePdf({
      title: 'Peraturan Bupati tentang Arsitektur SPBE',
      pages: [
        ['PERATURAN BUPATI', 'NOMOR 12 TAHUN 2023', 'TENTANG ARSITEKTUR SPBE'],
        ...Array.from({ length: 18 }, () => ['isi']),
        ['Ditetapkan pada tanggal 17 Agustus 2023', 'ttd.', 'https://jdih.contoh.go.id'],
      ],
    });
    expect(await examine('perbup.pdf', bytes)).toEqual({
      path: 'bukti/dinkes/perbup.pdf',
      size: bytes.length,
      sha256: expect.stringMatching(/^[\da-f]{64}$/),
      type: 'pdf',
      image: null,
      nameMatchesType: true,
      state: 'good',
      pages: 20,
      hasText: true,
      title: 'Peraturan Bupati tentang Arsitektur SPBE',
      excerpt: expect.stringMatching(/^PERATURAN BUPATI NOMOR 12 TAHUN 2023 TENTANG ARSITEKTUR SPBE isi isi/),
      dates: ['2023-08-17'],
      numbers: ['12 TAHUN 2023'],
      signs: { draft: false, final: false, signature: true, url: true },
      words: [],
      firstSeen: '2026-11-21',
      changedSinceAccepted: false,
    });
  });

  it('without text is a scan, also with the mark of a scanning program', async () => {
    const blank = await makePdf({ pages: [[], []] });
    expect(await examine('a.pdf', blank)).toMatchObject({ state: 'good', pages: 2, hasText: false });
    const marked = await makePdf({ pages: [['Scanned by CamScanner'], ['Dipindai dengan CamScanner']] });
    expect(await examine('b.pdf', marked)).toMatchObject({ hasText: false, excerpt: '' });
  });

  it('with a password is encrypted; cut off it is damaged', async () => {
    const locked = await makePdf({ pages: [['rahasia']], password: 'x' });
    expect(await examine('a.pdf', locked)).toMatchObject({ type: 'pdf', state: 'encrypted', hasText: null });
    const bytes = await makePdf({ pages: [['isi']] });
    expect(await examine('b.pdf', bytes.subarray(0, 300))).toMatchObject({ type: 'pdf', state: 'damaged' });
  });

  it('with a filled field for a signature is signed', async () => {
    const bytes = await makePdf({ pages: [['Keputusan Kepala Dinas']] });
    expect((await examine('a.pdf', bytes)).signs.signature).toBe(false);
    const signed = Buffer.concat([bytes, Buffer.from('\n% /ByteRange [0 1 2 3]\n%%EOF')]);
    expect((await examine('b.pdf', signed)).signs.signature).toBe(true);
  });

  it('that is called a draft says where', async () => {
    const bytes = await makePdf({ title: 'Konsep SK', pages: [['RANCANGAN PERATURAN BUPATI']] });
    const { signs, words } = await examine('SK_DraftTim_final2.pdf', bytes);
    expect(signs).toMatchObject({ draft: true, final: true });
    expect(words).toEqual([
      { sign: 'draft', word: 'draft', where: 'name' },
      { sign: 'final', word: 'final', where: 'name' },
      { sign: 'draft', word: 'konsep', where: 'title' },
      { sign: 'draft', word: 'rancangan', where: 'heading' },
    ]);
  });
});

describe('an office document', () => {
  it('docx: text, watermark, title, pages', async () => {
    const bytes = office('word/document.xml', {
      'word/document.xml': document('Keputusan Nomor: 188.45/ 123 /HK/2024', 'tanggal 5-3-2024'),
      'word/header1.xml': '<w:hdr xmlns:w="w"><v:textpath xmlns:v="v" string="DRAFT"/></w:hdr>',
      'docProps/core.xml': '<c:p xmlns:c="c" xmlns:d="d"><d:title>SK Tim</d:title></c:p>',
      'docProps/app.xml': '<Properties><Pages>7</Pages></Properties>',
    });
    expect(await examine('sk.docx', bytes)).toMatchObject({
      ...{ type: 'docx', state: 'good', pages: 7, hasText: true, title: 'SK Tim', nameMatchesType: true },
      ...{ numbers: ['188.45/123/HK/2024'], dates: ['2024-03-05'] },
      words: [{ sign: 'draft', word: 'draft', where: 'heading' }],
    });
  });

  it.each([
    ['a.docx', 'word/document.xml', { 'word/document.xml': document() }, 'docx', false],
    ['a.xlsx', 'xl/workbook.xml', { 'xl/workbook.xml': '<workbook/>' }, 'xlsx', null],
    [
      'a.pptx',
      'ppt/presentation.xml',
      {
        'ppt/slides/slide1.xml': '<p:sld xmlns:p="p"><a:t xmlns:a="a">Paparan hasil reviu SPBE</a:t></p:sld>',
      },
      'pptx',
      true,
    ],
  ] as const)('%s', async (name, main, parts, type, hasText) => {
    expect(await examine(name, office(main, parts))).toMatchObject({ type, hasText, nameMatchesType: true });
  });

  it('xlsx: texts of the cells, wherever they are kept', async () => {
    const workbook = '<workbook><sheets><sheet name="Aplikasi"/></sheets></workbook>';
    const cells = {
      'xl/worksheets/sheet1.xml': '<s><c><v>9</v></c><c><is><t>Daftar 5 Mei 2024</t></is></c></s>',
    };
    const shared = { 'xl/sharedStrings.xml': '<sst><si><t>Daftar</t></si><si><t>layanan</t></si></sst>' };
    const inline = office('xl/workbook.xml', { 'xl/workbook.xml': workbook, ...cells });
    expect(await examine('a.xlsx', inline)).toMatchObject({
      excerpt: 'Aplikasi Daftar 5 Mei 2024',
      hasText: true,
    });
    const both = office('xl/workbook.xml', { 'xl/workbook.xml': workbook, ...cells, ...shared });
    expect(await examine('b.xlsx', both)).toMatchObject({ excerpt: 'Aplikasi Daftar layanan' });
  });

  it('odt: text, title, pages; with a password', async () => {
    const mime = { name: 'mimetype', method: 0, ...storedMime };
    const content = packedEntry(
      'content.xml',
      '<o:document-content xmlns:o="o" xmlns:t="t"><t:p>Notulen rapat <t:span>koordinasi</t:span></t:p></o:document-content>',
    );
    const meta = packedEntry(
      'meta.xml',
      '<m xmlns:meta="m" xmlns:d="d"><d:title>Notulen</d:title><meta:document-statistic meta:page-count="3"/></m>',
    );
    expect(await examine('a.odt', rawZip([mime, content, meta]))).toMatchObject({
      ...{ type: 'odt', state: 'good', pages: 3, title: 'Notulen', excerpt: 'Notulen rapat koordinasi' },
    });
    const locked = packedEntry('META-INF/manifest.xml', '<manifest><encryption-data/></manifest>');
    expect(await examine('b.odt', rawZip([mime, content, locked]))).toMatchObject({
      state: 'encrypted',
      excerpt: '',
    });
  });

  it('with a password lies in an old container; an old document is only known by type', async () => {
    const ole = (stream: string) => {
      const bytes = Buffer.alloc(2048);
      bytes.write('\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1', 'latin1');
      bytes.writeUInt16LE(9, 30);
      bytes.writeUInt32LE(1, 48);
      bytes.write(stream, 1024, 'utf16le');
      return bytes;
    };
    expect(await examine('a.docx', ole('EncryptedPackage'))).toMatchObject({
      ...{ type: 'doc', state: 'encrypted', nameMatchesType: true },
    });
    expect(await examine('b.doc', ole('WordDocument'))).toMatchObject({
      type: 'doc',
      state: 'good',
      hasText: null,
    });
  });

  it('that is a bomb, cut off, or nested too deep is told apart', async () => {
    const bomb = { name: 'word/document.xml', packed: deflateRawSync(Buffer.alloc(90_000_000, 32)) };
    const start = ['[Content_Types].xml', '_rels/.rels'].map((name) =>
      packedEntry(name, name === '_rels/.rels' ? relationships('word/document.xml') : '<Types/>'),
    );
    expect(await examine('a.docx', rawZip([...start, bomb]))).toMatchObject({
      type: 'docx',
      state: 'too-complex',
    });
    const whole = office('word/document.xml', { 'word/document.xml': document('isi') });
    expect(await examine('b.docx', whole.subarray(0, -40))).toMatchObject({ type: 'docx', state: 'damaged' });
    const deep = office('word/document.xml', { 'word/document.xml': '<a>'.repeat(100_000) });
    expect(await examine('c.docx', deep)).toMatchObject({ type: 'docx', state: 'damaged' });
  });
});

const storedMime = (() => {
  const packed = Buffer.from('application/vnd.oasis.opendocument.text');
  return { packed, claimed: packed.length, crc: crc32(packed) };
})();

describe('other files', () => {
  it.each([
    ['a.pdf', '', 'empty', 'empty', true],
    ['a.pdf', '<!doctype html><title>Masuk</title>', 'html', 'good', false],
    ['a.txt', 'Notulen tanggal 1 Maret 2024', 'text', 'good', true],
    ['a.eml', 'From: a@b.go.id\r\nSubject: Undangan\r\n\r\nisi', 'eml', 'good', true],
    ['a.zip', rawZip([packedEntry('foto/a.txt', 'x')]), 'zip', 'good', true],
    ['a.docx', rawZip([packedEntry('word/a.txt', 'x')]), 'zip', 'good', false],
    ['a.rar', Buffer.from('Rar!\x1a\x07\0'), 'zip', 'good', true],
    ['a.mp4', Buffer.from('\0\0\0\x18ftypisom', 'latin1'), 'video', 'good', true],
    ['a.avi', Buffer.from('RIFF\0\0\0\0AVI LIST', 'latin1'), 'video', 'good', true],
    ['a.wav', Buffer.from('RIFF\0\0\0\0WAVEfmt ', 'latin1'), 'unknown', 'good', true],
    ['a.zip', rawZip([{ name: 'a', packed: Buffer.from('xl/') }]), 'zip', 'good', true],
    ['a.txt', Buffer.from('\ufeffNotulen', 'utf16le'), 'text', 'good', true],
    ['a.txt', Buffer.from('\ufeffNotulen', 'utf16le').swap16(), 'text', 'good', true],
    ['a.pdf', Buffer.from([1, 2, 3, 0, 255]), 'unknown', 'good', false],
    ['a.dat', Buffer.from([1, 2, 3, 0, 255]), 'unknown', 'good', true],
    ['a.rtf', '{\\rtf1 {\\info{\\title Surat}}\\b SURAT TUGAS\\par Nomor 800/12/2024}', 'rtf', 'good', true],
  ] as const)('%s: %#', async (name, content, type, state, nameMatchesType) => {
    expect(await examine(name, content)).toMatchObject({ type, state, nameMatchesType });
  });

  it('an archive with a password is encrypted', async () => {
    const entry = { ...packedEntry('a.txt', 'rahasia'), flags: 1 };
    expect(await examine('a.zip', rawZip([entry]))).toMatchObject({ type: 'zip', state: 'encrypted' });
  });

  it('reads html, mail and rtf as text', async () => {
    const html = '<title>Berita</title><script>let a = "17 Mei 2020"</script><p>Tanggal 2 Juni 2024</p>';
    expect(await examine('a.html', `<html>${html}`)).toMatchObject({
      title: 'Berita',
      dates: ['2024-06-02'],
    });
    expect(await examine('a.eml', 'From: a\nSubject: Rapat\n\n5 Juli 2024')).toMatchObject({
      ...{ title: 'Rapat', dates: ['2024-07-05'] },
    });
    const rtf = '{\\rtf1 {\\info{\\title Surat}}\\b SURAT TUGAS\\par Nomor 800/12/2024}';
    expect(await examine('a.rtf', rtf)).toMatchObject({ title: 'Surat', numbers: ['800/12/2024'] });
  });

  it('keeps what a file says short and harmless', async () => {
    const facts = await examine('a.txt', `\u001b[31m${'kata 1 Mei 2024 Nomor 1/A/2024 '.repeat(9_000)}😀`);
    expect(facts.excerpt.length).toBe(1_500);
    expect(facts.excerpt.startsWith('[31mkata')).toBe(true);
    expect([facts.dates.length, facts.numbers.length]).toEqual([1, 1]);
  });
});

describe('an image', () => {
  const png = Buffer.alloc(33);
  png.write('\x89PNG\r\n\x1a\n\0\0\0\x0dIHDR', 'latin1');
  png.writeUInt32BE(1366, 16);
  png.writeUInt32BE(768, 20);
  const jpeg = Buffer.from('ffd8ffe000044a46ffc0000b080300050003012200ffd9', 'hex');

  it.each([
    ['a.png', png, { format: 'png', width: 1366, height: 768 }],
    ['a.jpg', jpeg, { format: 'jpeg', width: 1280, height: 768 }],
    ['a.gif', Buffer.from('GIF89a\x10\0\x20\0', 'latin1'), { format: 'gif', width: 16, height: 32 }],
    ['a.tif', Buffer.from('II*\0\0\0', 'latin1'), { format: 'tiff', width: null, height: null }],
  ] as const)('%s', async (name, bytes, image) => {
    expect(await examine(name, bytes)).toMatchObject({
      ...{ type: 'image', image, hasText: false, state: 'good', nameMatchesType: true },
    });
  });

  it('cut off is damaged; under another name does not fit', async () => {
    expect(await examine('a.png', png.subarray(0, 18))).toMatchObject({ type: 'image', state: 'damaged' });
    expect(await examine('a.jpg', png)).toMatchObject({ nameMatchesType: false, image: { format: 'png' } });
    expect(await examine('a.pdf', jpeg)).toMatchObject({ nameMatchesType: false, type: 'image' });
  });
});
