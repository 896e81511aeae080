import { createHash } from 'node:crypto';
import { readFileSync, symlinkSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { copyDocument } from '../../src/evidence/copy-document.ts';
import { UserError } from '../../src/problem.ts';
import { makeFolder } from './project-folder.ts';

const text = 'Peraturan Bupati';
const sha256 = createHash('sha256').update(text).digest('hex');

describe('copyDocument', () => {
  it('copies what was judged, byte for byte', async () => {
    const root = makeFolder({ 'bukti/a.pdf': text });
    await copyDocument(root, 'bukti/a.pdf', sha256, join(root, 'salinan.pdf'));
    expect(readFileSync(join(root, 'salinan.pdf'), 'utf8')).toBe(text);
  });

  it('refuses a document that is another one by now', async () => {
    const root = makeFolder({ 'bukti/a.pdf': `${text} Perubahan` });
    const copied = copyDocument(root, 'bukti/a.pdf', sha256, join(root, 'salinan.pdf'));
    await expect(copied).rejects.toThrow(UserError);
    await expect(copied).rejects.toThrow('berubah selagi paket dibuat');
  });

  it.each(['a link put in its place', 'a folder', 'nothing'])('refuses %s', async (what) => {
    const root = makeFolder({ 'rahasia.txt': text });
    if (what.startsWith('a link')) symlinkSync(join(root, 'rahasia.txt'), join(root, 'bukti/a.pdf'));
    const path = what === 'a folder' ? 'bukti' : 'bukti/a.pdf';
    const copied = copyDocument(root, path, sha256, join(root, 'salinan.pdf'));
    await expect(copied).rejects.toThrow(UserError);
  });

  it('never writes over a file', async () => {
    const root = makeFolder({ 'bukti/a.pdf': text, 'salinan.pdf': 'lama' });
    const copied = copyDocument(root, 'bukti/a.pdf', sha256, join(root, 'salinan.pdf'));
    await expect(copied).rejects.toMatchObject({ code: 'EEXIST' });
    expect(readFileSync(join(root, 'salinan.pdf'), 'utf8')).toBe('lama');
  });
});
