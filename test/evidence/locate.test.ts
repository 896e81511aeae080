import { mkdirSync, symlinkSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { find, locateOne, makeFolder, put, row } from './project-folder.ts';

const files = {
  'bukti/dinkes/SK Tim SPBE.pdf': 'a',
  'bukti/dinkes/AREA I/1.i.a SK TIM NOV 2022.pdf': 'b',
  'bukti/dinkes/dua/Laporan.docx': 'c',
  'bukti/dinkes/dua/Laporan.pdf': 'd',
  'bukti/bersama/Perbup 12.pdf': 'e',
  'bukti/diskominfo/Sama.pdf': 'f',
  'bukti/bpkad/Sama.pdf': 'g',
  'lampiran/Renstra.pdf': 'h',
};

describe('a path as people write it', () => {
  it.each([
    ['SK Tim SPBE.pdf', 'SK Tim SPBE.pdf', 'path'],
    ['  "SK Tim SPBE.pdf" ', 'SK Tim SPBE.pdf', 'path'],
    ['“SK Tim SPBE.pdf”', 'SK Tim SPBE.pdf', 'path'],
    ['./SK Tim SPBE.pdf', 'SK Tim SPBE.pdf', 'path'],
    ['dua/../SK Tim SPBE.pdf', 'SK Tim SPBE.pdf', 'path'],
    ['bukti/dinkes/SK Tim SPBE.pdf', 'SK Tim SPBE.pdf', 'path'],
    ['dinkes\\SK Tim SPBE.pdf', 'SK Tim SPBE.pdf', 'path'],
    ['sk tim spbe.PDF', 'SK Tim SPBE.pdf', 'case'],
    ['SK  Tim SPBE.pdf', 'SK Tim SPBE.pdf', 'case'],
    ['area i\\1.i.a sk tim nov 2022.pdf', 'AREA I/1.i.a SK TIM NOV 2022.pdf', 'case'],
    ['SK Tim SPBE', 'SK Tim SPBE.pdf', 'extension'],
    ['AREA I\\1.i.a SK TIM NOV 2022', 'AREA I/1.i.a SK TIM NOV 2022.pdf', 'extension'],
    ['D:\\SPBE 2026\\dinkes\\SK Tim SPBE.pdf', 'SK Tim SPBE.pdf', 'name'],
    ['\\\\server\\bagi\\AREA I\\1.i.a SK TIM NOV 2022.pdf', 'AREA I/1.i.a SK TIM NOV 2022.pdf', 'name'],
    ['file:///C:/Users/ani/SK%20Tim%20SPBE.pdf', 'SK Tim SPBE.pdf', 'name'],
    ['/home/ani/dua/Laporan.docx', 'dua/Laporan.docx', 'name'],
    ['folder lama/SK Tim SPBE.pdf', 'SK Tim SPBE.pdf', 'name'],
  ])('%s', async (text, path, foundBy) => {
    const located = await locateOne(makeFolder(files), text);
    expect(located).toMatchObject({ kind: 'file', facts: { path: `bukti/dinkes/${path}` }, foundBy });
  });

  it('also in the folders of others, and elsewhere in the project', async () => {
    const root = makeFolder(files);
    const { facts } = await find(root, [
      row('bersama/Perbup 12.pdf'),
      row('Perbup 12.pdf'),
      row('lampiran/Renstra.pdf'),
      row(join(root, 'lampiran/Renstra.pdf')),
      row('Sama.pdf', { opd: 'bpkad' }),
      row('lain/Sama.pdf', { opd: 'bpkad' }),
    ]);
    expect(facts.located).toMatchObject([
      { facts: { path: 'bukti/bersama/Perbup 12.pdf' }, foundBy: 'path' },
      { facts: { path: 'bukti/bersama/Perbup 12.pdf' }, foundBy: 'name' },
      { facts: { path: 'lampiran/Renstra.pdf' }, foundBy: 'path' },
      { facts: { path: 'lampiran/Renstra.pdf' }, foundBy: 'path' },
      { facts: { path: 'bukti/bpkad/Sama.pdf' }, foundBy: 'path' },
      { facts: { path: 'bukti/bpkad/Sama.pdf' }, foundBy: 'name' },
    ]);
  });

  it('with decomposed letters, on either side', async () => {
    const root = makeFolder({
      ['bukti/dinkes/Résumé.pdf'.normalize('NFD')]: 'a',
      'bukti/dinkes/Café.pdf': 'b',
    });
    expect(await locateOne(root, 'Résumé.pdf'.normalize('NFC'))).toMatchObject({
      kind: 'file',
      foundBy: 'path',
    });
    expect(await locateOne(root, 'Café.pdf'.normalize('NFD'))).toMatchObject({
      kind: 'file',
      foundBy: 'path',
    });
  });

  it.each([
    ['', { kind: 'unnamed' }],
    [' - ', { kind: 'unnamed' }],
    ['dua', { kind: 'folder', path: 'bukti/dinkes/dua', files: 2 }],
    ['DUA\\', { kind: 'folder', path: 'bukti/dinkes/dua', files: 2 }],
    ['bukti', { kind: 'folder', path: 'bukti', files: 7 }],
    ['../..', { kind: 'folder', path: '', files: 8 }],
    ['lampiran', { kind: 'folder', path: 'lampiran', files: 1 }],
    [
      'dua/Laporan',
      {
        kind: 'ambiguous',
        candidates: ['dua/Laporan.docx', 'dua/Laporan.pdf'].map((x) => `bukti/dinkes/${x}`),
      },
    ],
    ['Sama.pdf', { kind: 'ambiguous', candidates: ['bukti/bpkad/Sama.pdf', 'bukti/diskominfo/Sama.pdf'] }],
    ['SK Tim SPB.pdf', { kind: 'missing', nearest: 'bukti/dinkes/SK Tim SPBE.pdf' }],
    ['SK_Tim_SPBE.doc', { kind: 'missing', nearest: 'bukti/dinkes/SK Tim SPBE.pdf' }],
    ['Berita acara.pdf', { kind: 'missing', nearest: null }],
    [
      'https://jdih.contoh.go.id/perbup-12',
      { kind: 'link', url: 'https://jdih.contoh.go.id/perbup-12', form: 'good' },
    ],
  ])('%j is %j', async (text, located) => {
    expect(await locateOne(makeFolder(files), text)).toEqual(located);
  });
});

describe('what leads out of the project is never read', () => {
  const hidden = 'rahasia di luar';

  it.each([
    '../../../etc/passwd',
    '..\\..\\..\\..\\Windows\\win.ini',
    'dua/../../../../luar.txt',
    '/etc/passwd',
    '/dev/zero',
    'C:\\Windows\\win.ini',
    '\\\\?\\C:\\rahasia.txt',
    '\\\\server\\c$\\rahasia.txt',
    'file:///etc/passwd',
    '~/rahasia.txt',
    '%USERPROFILE%\\rahasia.txt',
  ])('%s', async (text) => {
    expect(await locateOne(makeFolder(files), text)).toEqual({ kind: 'outside' });
  });

  it('links to files and folders, chains and circles of links', async () => {
    const outside = makeFolder({ 'rahasia.txt': hidden, 'bukti/rahasia.txt': hidden });
    const root = makeFolder({ 'bukti/dinkes/asli.txt': 'asli', 'lain/b.txt': 'b' });
    const link = (target: string, name: string) => symlinkSync(target, join(root, 'bukti/dinkes', name));
    link(join(outside, 'rahasia.txt'), 'a.txt');
    link('a.txt', 'rantai.txt');
    link(outside, 'folder');
    link('/dev/zero', 'nol');
    link('lingkar.txt', 'lingkar.txt');
    link('..', 'naik');
    link('tidak-ada', 'putus.txt');
    link('asli.txt', 'dalam.txt');
    link('../../lain', 'lain');
    const texts = ['a.txt', 'A.TXT', 'rantai.txt', 'folder', 'folder/rahasia.txt', 'nol', 'lingkar.txt'];
    const { facts } = await find(
      root,
      [...texts, 'putus.txt', 'dalam.txt', 'lain/b.txt', 'naik/dinkes/asli.txt'].map((text) => row(text)),
    );
    expect(facts.located.map(({ kind }) => kind)).toEqual([
      ...['outside', 'outside', 'outside', 'outside', 'outside', 'outside', 'not-regular'],
      ...['missing', 'file', 'file', 'file'],
    ]);
    expect(facts.located[8]).toMatchObject({ facts: { path: 'bukti/dinkes/dalam.txt', excerpt: 'asli' } });
    expect(facts.located[9]).toMatchObject({ facts: { path: 'lain/b.txt' } });
    expect(facts.lying.map(({ path }) => path)).toEqual(
      ['asli.txt', 'dalam.txt'].map((name) => `bukti/dinkes/${name}`),
    );
    expect(JSON.stringify(facts)).not.toContain(hidden);
  });

  it('an evidence folder that is itself a link', async () => {
    const outside = makeFolder({ 'bukti/a.txt': hidden });
    const root = makeFolder();
    symlinkSync(join(outside, 'bukti'), join(root, 'keluar'));
    const { facts } = await find(root, [row('a.txt'), row('keluar/a.txt')], { folder: 'keluar' });
    expect(facts).toEqual({ located: [{ kind: 'outside' }, { kind: 'outside' }], lying: [] });
  });

  it.runIf(process.platform !== 'win32')('a pipe', async () => {
    const root = makeFolder();
    mkdirSync(join(root, 'bukti/dinkes'));
    const { execFileSync } = await import('node:child_process');
    execFileSync('mkfifo', [join(root, 'bukti/dinkes/pipa.pdf')]);
    expect(await locateOne(root, 'pipa.pdf')).toEqual({ kind: 'not-regular' });
    expect(await locateOne(root, 'pipa')).toEqual({ kind: 'not-regular' });
    symlinkSync('pipa.pdf', join(root, 'bukti/dinkes/tautan.pdf'));
    expect(await locateOne(root, 'tautan.pdf')).toEqual({ kind: 'not-regular' });
    execFileSync('mkfifo', [join(root, 'pipa-lain')]);
    expect(await locateOne(root, 'pipa-lain')).toEqual({ kind: 'not-regular' });
    symlinkSync('lingkar', join(root, 'lingkar'));
    expect(await locateOne(root, 'lingkar')).toEqual({ kind: 'not-regular' });
  });

  it.runIf(process.platform !== 'win32')(
    'names with line breaks, escapes and right-to-left marks',
    async () => {
      const name = 'a\nb\u001b[31m\u202egpj.pdf';
      const root = makeFolder();
      put(root, `bukti/dinkes/${name}`, 'a');
      expect(await locateOne(root, name)).toMatchObject({
        kind: 'file',
        facts: { path: `bukti/dinkes/${name}` },
      });
      expect(await locateOne(root, 'a\0b')).toEqual({ kind: 'missing', nearest: null });
      expect(await locateOne(root, 'x'.repeat(9_000))).toEqual({ kind: 'missing', nearest: null });
      expect(await locateOne(root, 'asli.txt:aliran')).toEqual({ kind: 'missing', nearest: null });
    },
  );
});

it('examines nothing without a project', async () => {
  const { facts } = await find(null, [row('SK.pdf'), row('https://a.go.id')]);
  expect(facts).toEqual({ located: [{ kind: 'unexamined' }, { kind: 'unexamined' }], lying: [] });
});

it('lists what lies in the folder, without what systems leave behind', async () => {
  const root = makeFolder({
    ...{ 'bukti/b.pdf': 'bb', 'bukti/dinkes/a.pdf': 'a', 'bukti/.gitkeep': '', 'bukti/Thumbs.db': 'x' },
    ...{ 'bukti/~$Laporan.docx': 'x', 'bukti/dinkes/desktop.ini': 'x', 'bukti/.DS_Store': 'x' },
  });
  await find(root, [row('a.pdf')]);
  expect((await find(root, [])).facts.lying).toEqual([
    { path: 'bukti/b.pdf', size: 2 },
    { path: 'bukti/dinkes/a.pdf', size: 1 },
  ]);
});
