import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { readdir, readFile, utimes } from 'node:fs/promises';
import { join } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { build } from 'rolldown';
import { expect, test } from 'vitest';
import { removeAbandoned, writeNew } from '../../src/project/write-new.ts';
import { makeFolder } from '../cli/spbe.ts';

/** Writes one file after another, as fast as it can, and says when it begins. */
const endless = `
  const { writeNew } = await import(process.argv[1]);
  const body = JSON.stringify({ text: 'x'.repeat(200_000), end: true });
  process.stdout.write('go');
  for (let count = 0; ; count++) await writeNew(process.argv[2], 'catatan', body);
`;

test('whatever moment a writer is killed at, every file is whole, and the ones before it stand', async () => {
  const box = await makeFolder();
  const built = await buildWriter(join(box, 'write-new.mjs'));
  const folder = join(box, 'riwayat');
  let before: string[] = [];
  for (const delay of [0, 1, 2, 3, 5, 7, 11, 13, 17, 23, 29, 37]) {
    const child = spawn(process.execPath, ['--input-type=module', '-e', endless, built, folder], {
      stdio: ['ignore', 'pipe', 'inherit'],
    });
    await once(child.stdout, 'data');
    await new Promise((resolve) => setTimeout(resolve, delay));
    child.kill('SIGKILL');
    await once(child, 'exit');
    const names = (await readdir(folder).catch(() => [])).filter((name) => name.endsWith('.json'));
    for (const name of names) {
      expect(JSON.parse(await readFile(join(folder, name), 'utf8'))).toMatchObject({ end: true });
    }
    expect(names).toEqual(expect.arrayContaining(before));
    before = names;
  }
  expect(before.length).toBeGreaterThan(0);
});

/** Node 20 cannot run TypeScript. */
async function buildWriter(file: string): Promise<string> {
  const input = fileURLToPath(new URL('../../src/project/write-new.ts', import.meta.url));
  await build({ input, platform: 'node', logLevel: 'silent', output: { file } });
  return pathToFileURL(file).href;
}

test('two that want one name both get their file', async () => {
  const folder = join(await makeFolder(), 'riwayat');
  const texts = ['{"a":1}', '{"b":2}', '{"c":3}'];
  const names = await Promise.all(texts.map((text) => writeNew(folder, 'sama', text)));
  expect(names.toSorted()).toEqual(['sama-2.json', 'sama-3.json', 'sama.json']);
  expect(await Promise.all(names.map((name) => readFile(join(folder, name), 'utf8')))).toEqual(texts);
  expect((await readdir(folder)).toSorted()).toEqual(names.toSorted());
});

test('what a killed run left behind is removed once nobody can still be writing it', async () => {
  const folder = await makeFolder({ '.lama.tmp': '{', '.baru.tmp': '{', 'catatan.json': '{}', 'x.tmp': '{' });
  const now = new Date('2026-11-21T10:00:00Z');
  for (const name of ['.lama.tmp', 'catatan.json', 'x.tmp']) {
    await utimes(join(folder, name), now, new Date('2026-11-21T08:59:00Z'));
  }
  await utimes(join(folder, '.baru.tmp'), now, new Date('2026-11-21T09:01:00Z'));
  await removeAbandoned(folder, now);
  expect((await readdir(folder)).toSorted()).toEqual(['.baru.tmp', 'catatan.json', 'x.tmp']);
});
