import { createHash } from 'node:crypto';
import { mkdir, readdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { unzipSync } from 'fflate';
import { describe, expect, test } from 'vitest';
import { packageManifest } from '../../src/contract/package.ts';
import { planProject } from './evidence-project.ts';
import { makeFolder, spbe } from './spbe.ts';

const day = ['--date', '2025-12-31'];

describe('spbe package', () => {
  test('copies what counts under official names, with a manifest, the explanation to paste and what is missing', async () => {
    const { cwd } = await planProject();
    const { stdout, code } = await spbe(['package', '-o', 'paket', ...day], { cwd });
    expect(stdout).toContain('1 berkas, 1 tautan');
    expect(code).toBeLessThan(2);
    const files = await readdir(join(cwd, 'paket'), { recursive: true });
    expect(files.sort()).toEqual([
      '12',
      join('12', '12.a.Peta-Rencana-SPBE-2024.pdf'),
      join('12', 'penjelasan.txt'),
      'baca-dulu.md',
      'daftar-isi.csv',
      'manifest.json',
    ]);
    const manifest = packageManifest.parse(
      JSON.parse(await readFile(join(cwd, 'paket/manifest.json'), 'utf8')),
    );
    const [first, second] = manifest.indicators.find(({ id }) => id === '12')?.documents ?? [];
    const copy = await readFile(join(cwd, 'paket/12/12.a.Peta-Rencana-SPBE-2024.pdf'));
    expect(first).toMatchObject({
      target: '12/12.a.Peta-Rencana-SPBE-2024.pdf',
      source: 'bukti/dinkom/Peta Rencana.pdf',
      sha256: createHash('sha256').update(copy).digest('hex'),
      page: '3',
      level: 3,
    });
    expect(second).toMatchObject({ target: null, source: 'https://jdih.contoh.go.id/5-2024' });
    expect(copy).toEqual(await readFile(join(cwd, 'bukti/dinkom/Peta Rencana.pdf')));
    const explanation = await readFile(join(cwd, 'paket/12/penjelasan.txt'), 'utf8');
    expect(explanation).toMatch(/FAKTA\nPeta Rencana SPBE, Nomor 5[^\n]+\n\nANALISIS\n.+\n\nTAUTAN\nhttps:/);
  });

  test('--zip holds the same files, the same bytes each time', async () => {
    const { cwd } = await planProject();
    await spbe(['package', '-o', 'a', '--zip', ...day], { cwd });
    await spbe(['package', '-o', 'b', '--zip', ...day], { cwd });
    const [a, b] = await Promise.all(['a.zip', 'b.zip'].map((name) => readFile(join(cwd, name))));
    expect(a?.equals(b ?? Buffer.alloc(0))).toBe(true);
    expect(Object.keys(unzipSync(a ?? Buffer.alloc(0)))).toContain('12/12.a.Peta-Rencana-SPBE-2024.pdf');
  });

  test('never writes over anything, and leaves nothing half made', async () => {
    const { cwd } = await planProject();
    await mkdir(join(cwd, 'paket'));
    await writeFile(join(cwd, 'paket/milik-saya.txt'), 'x');
    const { code, stderr } = await spbe(['package', '-o', 'paket', ...day], { cwd });
    expect(code).toBe(2);
    expect(stderr).toContain('"paket" sudah berisi');
    expect(await readdir(join(cwd, 'paket'))).toEqual(['milik-saya.txt']);
    expect((await readdir(cwd)).filter((name) => name.includes('sedang-dibuat'))).toEqual([]);
  });

  test('needs a project', async () => {
    const cwd = await makeFolder({ 'a.csv': 'indikator,tingkat\n1,3\n' });
    const { code, stderr } = await spbe(['package', 'a.csv', '-o', 'paket'], { cwd });
    expect(code).toBe(2);
    expect(stderr).toContain('hanya dapat dibuat dari proyek');
  });
});
