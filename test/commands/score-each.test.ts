import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { afterEach, describe, expect, it, vi } from 'vitest';
import { hostileCases, placeCase } from '../../fixtures/hostile/make.js';
import { listEach } from '../../src/commands/list-each.ts';
import { scoreEach } from '../../src/commands/score-each.ts';
import { makeFolder } from '../cli/spbe.ts';
import { makeWorkbook } from '../workbook/make-workbook.ts';

afterEach(() => vi.unstubAllEnvs());

async function collect<T>(items: AsyncIterable<T>): Promise<T[]> {
  const all: T[] = [];
  for await (const one of items) all.push(one);
  return all;
}

/** With one thread and with three. */
async function both<T>(make: () => AsyncIterable<T>): Promise<[T[], T[]]> {
  vi.stubEnv('SPBE_THREADS', '1');
  const one = await collect(make());
  vi.stubEnv('SPBE_THREADS', '3');
  return [one, await collect(make())];
}

describe('each of many scored by itself', () => {
  it('gives the same in threads as without, also of what is damaged or hostile', async () => {
    const root = await makeFolder();
    const book = await makeWorkbook(['1', '2', '12']);
    for (const one of hostileCases(book).filter(({ alone }) => !alone)) placeCase(one, root);
    await mkdir(join(root, 'proyek'));
    await writeFile(join(root, 'proyek', 'spbe.yaml'), 'formatVersion: 7\n');
    await writeFile(join(root, 'baik.xlsx'), book);
    const each = await listEach([root], root);
    const how = { cwd: root, stage: 'self', date: '2025-12-31' } as const;
    const [one, three] = await both(() => scoreEach(each, how));
    expect(three).toEqual(one);
    expect(JSON.stringify(three)).toBe(JSON.stringify(one));
    expect(one.map(({ path }) => path)).toEqual(each.map(({ path }) => path));
    const scored = one.filter(({ alone }) => 'document' in alone);
    expect(scored.length).toBeGreaterThan(20);
    expect(one.length - scored.length).toBeGreaterThan(20);
  }, 240_000);
});
