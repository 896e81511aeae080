import { createHash } from 'node:crypto';
import { mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, onTestFinished, test } from 'vitest';
import { spbe } from './spbe.ts';

async function project(): Promise<string> {
  const folder = await mkdtemp(join(tmpdir(), 'spbe-mark-'));
  onTestFinished(() => rm(folder, { recursive: true }));
  await writeFile(
    join(folder, 'opd.csv'),
    'kode,nama,indikator\ndinkes,Dinas Kesehatan,45\nbkpsdm,BKPSDM,36 41\n',
  );
  const made = await spbe(['init', '.', '--region', 'Kota X', '--year', '2024', '--opd', 'opd.csv'], {
    cwd: folder,
  });
  expect(made.code).toBe(0);
  return folder;
}

async function hashes(folder: string): Promise<Record<string, string>> {
  const names = await readdir(folder);
  const entries = names.toSorted().map(async (name): Promise<[string, string]> => {
    const bytes = await readFile(join(folder, name));
    return [name, createHash('sha256').update(bytes).digest('hex')];
  });
  return Object.fromEntries(await Promise.all(entries));
}

test('check --mark writes a copy of each faulty workbook and leaves the originals alone', async () => {
  const folder = await project();
  const before = await hashes(join(folder, 'kertas-kerja'));
  const { stderr, code } = await spbe(['check', '--mark'], { cwd: folder });
  expect(code).toBe(0);
  expect(stderr).toContain('Lembar perbaikan: lembar-perbaikan/bkpsdm-bkpsdm-perbaikan.xlsx (2 tanda)');
  expect(await readdir(join(folder, 'lembar-perbaikan'))).toEqual([
    'bkpsdm-bkpsdm-perbaikan.xlsx',
    'dinkes-dinas-kesehatan-perbaikan.xlsx',
  ]);
  expect(await hashes(join(folder, 'kertas-kerja'))).toEqual(before);
  const again = await spbe(['check', 'lembar-perbaikan', '--format', 'json'], { cwd: folder });
  expect(JSON.parse(again.stdout).counts).toEqual({ error: 0, warning: 4, info: 0 });
});

test('check --mark of several files speaks of no file that is none', async () => {
  const folder = await project();
  const files = ['bkpsdm-bkpsdm.xlsx', 'dinkes-dinas-kesehatan.xlsx'].map((name) => `kertas-kerja/${name}`);
  const { stdout, stderr } = await spbe(['check', ...files, '--mark'], { cwd: folder });
  expect(stdout).toContain('Tidak ada berkas yang memuat indikator 1–35');
  expect(stderr.trim().split('\n')).toEqual([
    'Lembar perbaikan: lembar-perbaikan/bkpsdm-bkpsdm-perbaikan.xlsx (2 tanda)',
    'Lembar perbaikan: lembar-perbaikan/dinkes-dinas-kesehatan-perbaikan.xlsx (1 tanda)',
  ]);
});

test('check --strict takes warnings for errors', async () => {
  const folder = await project();
  expect((await spbe(['check', '--strict'], { cwd: folder })).code).toBe(1);
});
