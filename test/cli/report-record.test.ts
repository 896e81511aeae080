import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { csv, project, record, threeRecords } from './recorded-project.ts';
import { spbe } from './spbe.ts';

const report = (cwd: string, ...more: string[]) =>
  spbe(['report', '--date', '2026-11-22', '-f', 'json', ...more], { cwd });

test('a record is reported as it was, whatever the files say now', async () => {
  const cwd = await threeRecords();
  const then = JSON.parse((await report(cwd, '--record', 'terakhir-2')).stdout);
  expect(then).toMatchObject({
    region: 'Kabupaten Contoh',
    year: 2025,
    score: { index: 2, indexExact: '2', proven: null },
    seal: { indexExact: '2', note: 'sebelum rapat' },
    notes: [expect.stringContaining('3 November 2025 09.05. Keterangannya: sebelum rapat.')],
  });
  const last = JSON.parse((await report(cwd, '--record', 'terakhir', '--target', '2.5')).stdout);
  const levels = new Map(last.indicators.map((one: { id: string; level: number }) => [one.id, one.level]));
  expect([levels.get('1'), levels.get('11'), levels.get('12')]).toEqual([4, 1, 3]);
  expect(last.plan.from.indexExact).toBe(last.score.indexExact);
});

test('its seal is the record itself', async () => {
  const cwd = await project();
  await record(cwd);
  await spbe(['report', '--record', 'terakhir', '-f', 'html', '-o', 'laporan.html'], { cwd });
  expect((await spbe(['verify', 'laporan.html'], { cwd })).code).toBe(0);
  await writeFile(join(cwd, 'tingkat.csv'), csv({ 3: 5 }));
  expect((await spbe(['verify', 'laporan.html'], { cwd })).code).toBe(1);
});

test('what cannot be reported is refused', async () => {
  const cwd = await project();
  await record(cwd);
  const refusals = [
    [['--record', 'nihil'], 'Catatan "nihil" tidak dapat ditentukan'],
    [['--record', 'terakhir', 'tingkat.csv'], 'Hapus jalur, --instrument, dan --map'],
    [['--record', 'terakhir-7'], 'Tidak ada catatan "terakhir-7"'],
  ] as const;
  for (const [args, reason] of refusals) {
    const { stderr, code } = await report(cwd, ...args);
    expect([stderr.includes(reason), code]).toEqual([true, 2]);
  }
});

test('a record whose levels do not give its index is refused', async () => {
  const cwd = await project();
  await record(cwd);
  const { stdout } = await report(cwd, '--record', 'terakhir');
  const { seal } = JSON.parse(stdout);
  const changed = { ...seal, indexExact: '3', index: 3 };
  await writeFile(join(cwd, 'riwayat', 'zzz-score-0.json'), JSON.stringify(changed));
  const { stderr, code } = await report(cwd, '--record', 'zzz');
  expect(stderr).toContain('tingkatnya kini memberi 2, sedangkan tertulis 3');
  expect(code).toBe(2);
});
