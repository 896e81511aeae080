import { constants, deflateRawSync } from 'node:zlib';
import { strToU8, zipSync } from 'fflate';
import { describe, expect, test } from 'vitest';
import { crc32 } from '../../src/archive/crc32.ts';
import { openZip, partLimit, totalLimit } from '../../src/archive/unzip.ts';
import { entryLimit } from '../../src/archive/zip-directory.ts';
import { partsOf, worksheet, zipParts } from '../workbook/make-xlsx.ts';
import { opened, refused } from '../workbook/opened.ts';
import { packedEntry, type RawEntry, rawZip } from './raw-zip.ts';

const mebibyte = 1024 * 1024;
const textOf = (bytes: Uint8Array, name: string) => Buffer.from(openZip(bytes).read(name)).toString();

/** Deflated zeros of this many MiB, made without ever holding them. */
function zeros(mebibytes: number): Buffer {
  const piece = deflateRawSync(Buffer.alloc(mebibyte), { finishFlush: constants.Z_FULL_FLUSH });
  const pieces = Array.from({ length: mebibytes }, () => piece);
  return Buffer.concat([...pieces, deflateRawSync(Buffer.alloc(0))]);
}

/** A workbook whose sheet is this entry. */
function workbookWith(sheet: Omit<RawEntry, 'name'>): Uint8Array {
  const { 'xl/worksheets/sheet1.xml': _, ...parts } = partsOf('');
  const entries = Object.entries(parts).map(([name, text]) => packedEntry(name, text));
  return rawZip([...entries, { ...sheet, name: 'xl/worksheets/sheet1.xml' }]);
}

test('reads stored and deflated entries, and finds names in any case and with backslashes', () => {
  const bytes = zipSync({ 'A/b.xml': [strToU8('satu'), { level: 0 }], 'A\\c.xml': strToU8('dua') });
  expect(textOf(bytes, 'a/B.xml')).toBe('satu');
  expect(textOf(bytes, 'a/c.xml')).toBe('dua');
});

test('reads a zip with bytes before and after it', () => {
  const bytes = Buffer.concat([
    Buffer.from('PK awalan'),
    zipSync({ a: strToU8('isi') }),
    Buffer.from('akhiran'),
  ]);
  expect(textOf(bytes, 'a')).toBe('isi');
});

test('reads sizes and offsets of zip64', () => {
  const plain = Buffer.from(rawZip([packedEntry('a', 'isi')]));
  const directory = plain.lastIndexOf('PK\x01\x02');
  const end = plain.lastIndexOf('PK\x05\x06');
  const extra = Buffer.alloc(28);
  extra.writeUInt16LE(1, 0);
  extra.writeUInt16LE(24, 2);
  extra.writeBigUInt64LE(3n, 4);
  extra.writeBigUInt64LE(BigInt(plain.readUInt32LE(directory + 20)), 12);
  const entry = Buffer.concat([plain.subarray(directory, end), extra]);
  entry.writeUInt32LE(0xffffffff, 20);
  entry.writeUInt32LE(0xffffffff, 24);
  entry.writeUInt32LE(0xffffffff, 42);
  entry.writeUInt16LE(28, 30);
  const end64 = Buffer.alloc(56);
  end64.write('PK\x06\x06', 'latin1');
  end64.writeBigUInt64LE(1n, 32);
  end64.writeBigUInt64LE(BigInt(entry.length), 40);
  end64.writeBigUInt64LE(BigInt(directory), 48);
  const locator = Buffer.alloc(20);
  locator.write('PK\x06\x07', 'latin1');
  const ending = Buffer.from(plain.subarray(end)).fill(0xff, 8, 20);
  expect(textOf(Buffer.concat([plain.subarray(0, directory), entry, end64, locator, ending]), 'a')).toBe(
    'isi',
  );
});

/** A zip of one part whose directory says this at a place of its entry, or of its end. */
function lying(at: number, claim: number, record = 'PK\x01\x02'): Uint8Array {
  const bytes = Buffer.from(rawZip([packedEntry('a', '1')]));
  const place = bytes.lastIndexOf(record, undefined, 'latin1') + at;
  if (claim > 0xffff) bytes.writeUInt32LE(claim, place);
  else bytes.writeUInt16LE(claim, place);
  return bytes;
}

test.each([
  ['a part that is there twice', rawZip([packedEntry('a', '1'), packedEntry('A', '2')]), 'lebih dari satu'],
  ['a part whose content changed', rawZip([{ ...packedEntry('a', '1'), crc: 1 }]), 'berubah'],
  ['an unknown method', rawZip([{ ...packedEntry('a', '1'), method: 12 }]), 'pemampatan'],
  ['a broken stream', rawZip([{ name: 'a', packed: Buffer.from([7, 7, 7]) }]), 'tidak dapat dibuka'],
  ['a part that is cut off', lying(20, 0xffff), 'terpotong'],
  ['a part whose size is nowhere', lying(20, 0xffffffff), 'tidak tercatat'],
  ['a directory of names that are cut off', lying(28, 0xffff), 'terpotong'],
  ['a directory larger than the file', lying(12, 0xffff, 'PK\x05\x06'), 'tidak ditemukan'],
  ['a name that climbs out', rawZip([packedEntry('../a', '1')]), 'tidak ada'],
  ['a protected part', rawZip([{ ...packedEntry('a', '1'), flags: 1 }]), 'kata sandi'],
])('refuses %s', (_, bytes, words) => {
  expect(() => openZip(bytes).read('a')).toThrow(words);
});

test('ignores names that are absolute or climb out', () => {
  const names = ['/etc/passwd', 'C:\\x', 'xl/../../x', '..\\x', 'xl/..a'];
  const { names: kept } = openZip(rawZip(names.map((name) => packedEntry(name, ''))));
  expect([...kept]).toEqual(['xl/..a']);
});

test('refuses more entries than a workbook can need', () => {
  const many = Array.from({ length: entryLimit + 1 }, (_, index) => packedEntry(`${index}`, ''));
  expect(refused(rawZip(many)).reason).toBe('too-large');
});

test('stops at the limit for all parts together', () => {
  const packed = Buffer.alloc(partLimit);
  const zip = openZip(rawZip([{ name: 'a', method: 0, packed, crc: crc32(packed) }]));
  for (let read = 1; read <= totalLimit / partLimit; read++) expect(zip.read('a')).toHaveLength(partLimit);
  expect(() => zip.read('a')).toThrow('terlalu besar');
});

test('reads a large table that is empty but formatted', () => {
  const cells = (row: number) =>
    Array.from({ length: 12 }, (_, index) => `<c r="${String.fromCharCode(65 + index)}${row}" s="3"/>`).join(
      '',
    );
  const rows = Array.from(
    { length: 20_000 },
    (_, index) => `<row r="${index + 1}" ht="15">${cells(index + 1)}</row>`,
  );
  const part = worksheet(rows.join(''));
  expect(part.length).toBeGreaterThan(4 * mebibyte);
  expect(opened(zipParts({ ...partsOf(''), 'xl/worksheets/sheet1.xml': part })).sheets[0]?.rows).toEqual([]);
});

describe('a bomb', () => {
  test.each([
    ['of 2 GiB, honest about its size', zeros(2048), 2048 * mebibyte],
    ['of 2 GiB that claims 1 byte', zeros(2048), 1],
    ['of 2 GiB that claims 4 GiB', zeros(2048), 0xfffffffe],
    ['of 40 MiB, below the limit of a part but of absurd ratio', zeros(40), 40 * mebibyte],
  ])('%s is refused in little memory', (_, packed, claimed) => {
    const bytes = workbookWith({ packed, claimed });
    const before = process.memoryUsage().rss;
    expect(refused(bytes).reason).toBe('too-large');
    expect(process.memoryUsage().rss - before).toBeLessThan(300 * mebibyte);
  });

  test('that is stored and claims to be small is refused', () => {
    const packed = Buffer.alloc(partLimit + 1);
    expect(() => openZip(rawZip([{ name: 'a', method: 0, packed, claimed: 1 }])).read('a')).toThrow(
      'terlalu besar',
    );
  });
});
