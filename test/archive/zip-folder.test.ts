import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { unzipSync } from 'fflate';
import { expect, it } from 'vitest';
import { zipFolder } from '../../src/archive/zip-folder.ts';
import { makeFolder } from '../cli/spbe.ts';

const files = { 'a.txt': 'isi', 'sub/besar.bin': Buffer.alloc(1_000_000, 'abc'), 'kosong.txt': '' };

it('holds every file, large ones too, the same bytes each time', async () => {
  const folder = await makeFolder(files);
  const zips = [join(folder, 'satu.zip'), join(folder, 'dua.zip')];
  for (const zip of zips) await zipFolder(folder, Object.keys(files), zip);
  const [one = Buffer.alloc(0), two] = await Promise.all(zips.map((zip) => readFile(zip)));
  expect(one.equals(two ?? Buffer.alloc(1))).toBe(true);
  const entries = unzipSync(one);
  expect(Object.keys(entries)).toEqual(Object.keys(files));
  for (const [name, content] of Object.entries(files)) {
    expect(Buffer.from(entries[name] ?? []).equals(Buffer.from(content))).toBe(true);
  }
});

it('tells what the system refuses, instead of waiting for ever', async () => {
  const folder = await makeFolder({ ...files, 'ada.zip': 'lama' });
  await expect(zipFolder(folder, Object.keys(files), join(folder, 'ada.zip'))).rejects.toThrow('EEXIST');
  await expect(zipFolder(folder, Object.keys(files), join(folder, 'x/y.zip'))).rejects.toThrow('ENOENT');
  await expect(zipFolder(folder, ['hilang.txt'], join(folder, 'b.zip'))).rejects.toThrow('ENOENT');
  expect(await readFile(join(folder, 'ada.zip'), 'utf8')).toBe('lama');
});
