import { link, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { expect, test, vi } from 'vitest';
import { writeNew } from '../../src/project/write-new.ts';
import { makeFolder } from '../cli/spbe.ts';

vi.mock('node:fs/promises', async (original) => {
  const real = await original<typeof import('node:fs/promises')>();
  return { ...real, link: vi.fn(real.link) };
});

const failing = (code: string) => vi.mocked(link).mockRejectedValue(Object.assign(new Error(code), { code }));

test('a disk without links, such as a USB stick, gets new files too, and none over another', async () => {
  failing('EPERM');
  const folder = join(await makeFolder(), 'riwayat');
  expect(await writeNew(folder, 'a', 'satu')).toBe('a.json');
  expect(await writeNew(folder, 'a', 'dua')).toBe('a-2.json');
  expect(
    await Promise.all(['a.json', 'a-2.json'].map((name) => readFile(join(folder, name), 'utf8'))),
  ).toEqual(['satu', 'dua']);
});

test('any other refusal of the system is passed on', async () => {
  failing('EIO');
  await expect(writeNew(join(await makeFolder(), 'riwayat'), 'a', 'satu')).rejects.toThrow('EIO');
});
