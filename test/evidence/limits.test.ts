import { closeSync, openSync, truncateSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it, onTestFinished } from 'vitest';
import { openContentReader } from '../../src/evidence/content-reader.ts';
import { openExaminer } from '../../src/evidence/examine.ts';
import { indexFolder, isWithin } from '../../src/evidence/folder-index.ts';
import { packedEntry, rawZip } from '../archive/raw-zip.ts';
import { makePdf } from './make-pdf.ts';
import { makeFolder } from './project-folder.ts';

const mebibyte = 1024 * 1024;

function examiner(limits?: { timeLimit: number }) {
  const opened = openExaminer(limits);
  onTestFinished(() => opened.close());
  return opened;
}

it('a document that takes longer than allowed is too complex, and still known by its hash', async () => {
  const root = makeFolder({ 'bukti/a.pdf': await makePdf({ pages: [['isi dokumen yang panjang']] }) });
  const file = join(root, 'bukti/a.pdf');
  const { facts: slow } = await examiner({ timeLimit: 0 }).examine(file);
  expect(slow).toMatchObject({ type: 'pdf', state: 'too-complex', pages: null, excerpt: '' });
  const { facts } = await examiner().examine(file);
  expect(facts).toMatchObject({ state: 'good', sha256: slow.sha256 });
});

it('beyond the limits of size nothing but the beginning is looked at', async () => {
  const root = makeFolder();
  const docx = rawZip([packedEntry('word/document.xml', 'x'), packedEntry('[Content_Types].xml', 'x')]);
  const zip = rawZip([packedEntry('foto/a.jpg', 'x')]);
  const sizes = [
    ['a.pdf', Buffer.from('%PDF-1.7\n'), 201, 'pdf', 'too-large'],
    ['a.docx', docx, 65, 'docx', 'too-large'],
    ['a.zip', zip, 65, 'zip', 'good'],
  ] as const;
  for (const [name, start, megabytes, type, state] of sizes) {
    const file = join(root, 'bukti', name);
    writeFileSync(file, start);
    truncateSync(file, megabytes * mebibyte);
    const { facts } = await examiner().examine(file);
    expect(facts).toMatchObject({ type, state, size: megabytes * mebibyte, hasText: null });
    expect(facts.sha256).toMatch(/^[\da-f]{64}$/);
  }
});

it('a bug of the reader is told as one, and the next document is read', async () => {
  const reader = openContentReader();
  onTestFinished(() => reader.close());
  const task = { type: 'text', name: 'a.txt', hasSignature: false } as const;
  await expect(reader.read({ ...task, fd: 100_000 })).rejects.toThrow('EBADF');
  const fd = openSync(join(makeFolder({ 'bukti/a.txt': 'isi' }), 'bukti/a.txt'), 'r');
  onTestFinished(() => closeSync(fd));
  expect(await reader.read({ ...task, fd })).toMatchObject({ excerpt: 'isi' });
});

it('folders deeper than anybody makes them are not entered', async () => {
  const path = (depth: number) => `bukti/${'a/'.repeat(depth)}x.txt`;
  const root = makeFolder({ [path(40)]: '', [path(41)]: '' });
  expect((await indexFolder(root, 'bukti')).files.map((one) => one.path)).toEqual([path(40)]);
});

it('what lies in the root of a disk lies within it', () => {
  expect([isWithin('/', '/a'), isWithin('/a', '/a'), isWithin('/a', '/ab')]).toEqual([true, true, false]);
});

it('what the system does not give is unreadable, not an error', async () => {
  const root = makeFolder();
  for (const name of ['tidak-ada.pdf', 'bukti']) {
    const { facts, stamp } = await examiner().examine(join(root, name));
    expect([facts.state, facts.sha256, stamp]).toEqual(['unreadable', '', '']);
  }
});
