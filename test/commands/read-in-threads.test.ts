import { mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { mkdir } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { basename, join } from 'node:path';
import fc from 'fast-check';
import { afterAll, afterEach, beforeAll, describe, expect, it, vi } from 'vitest';
import { hostileCases, placeCase } from '../../fixtures/hostile/make.js';
import { makeQuestionnaire } from '../../fixtures/kuesioner-2018/make.js';
import { type InputOptions, type Inputs, readInputs } from '../../src/commands/inputs.ts';
import { parseMapOption } from '../../src/commands/map-option.ts';
import type { Found } from '../../src/commands/read-file.ts';
import { openThreadPool } from '../../src/commands/thread-pool.ts';
import { makeWorkbook } from '../workbook/make-workbook.ts';

const root = mkdtempSync(join(tmpdir(), 'spbe-utas-'));
const corpus = join(root, 'korpus');
const ids = Array.from({ length: 47 }, (_, index) => String(index + 1));
let book: Uint8Array;

/** Every kind of file: workbooks, the questionnaire, csv, a sheet of somebody's own, and all that is damaged or hostile. */
beforeAll(async () => {
  await mkdir(corpus);
  book = await makeWorkbook(ids);
  // Names of some hostile files are the danger; those that cannot lie in a folder are tried elsewhere.
  for (const one of hostileCases(book).filter(({ alone }) => !alone)) placeCase(one, corpus);
  writeFileSync(
    join(corpus, 'kuesioner.xlsx'),
    await makeQuestionnaire({ 1: 5 }, { agency: 'Kota Denpasar' }),
  );
  for (const name of ['a', 'b', 'c', 'd']) writeFileSync(join(corpus, `${name}.xlsx`), book);
}, 120_000);
afterAll(() => rmSync(root, { recursive: true }));
afterEach(() => vi.unstubAllEnvs());

const files = () =>
  readdirSync(corpus, { recursive: true, withFileTypes: true }).flatMap((entry) =>
    entry.isDirectory() ? [] : [join(entry.parentPath, entry.name)],
  );

async function readWith(
  threads: number,
  paths: readonly string[],
  options: Partial<InputOptions> = {},
): Promise<{ readonly inputs: Inputs | string; readonly seen: readonly string[] }> {
  vi.stubEnv('SPBE_THREADS', String(threads));
  const seen: string[] = [];
  const onFile = (file: string, position: number, total: number) =>
    seen.push(`${basename(file)} ${position}/${total}`);
  const inputs = await readInputs(paths, { cwd: root, strict: false, onFile, ...options }).catch(String);
  return { inputs, seen };
}

function written(inputs: Inputs | string): string {
  if (typeof inputs === 'string') return inputs;
  return JSON.stringify([inputs.submissions, inputs.assessment.problems, [...inputs.assessment.answers]]);
}

describe('many files, read in threads', () => {
  it('give the same as one after the other, down to the last problem', async () => {
    const [one, two] = [await readWith(1, files()), await readWith(2, files())];
    expect(one.inputs).toHaveProperty('submissions.length');
    expect(one.seen.length).toBeGreaterThan(100);
    expect(two).toEqual(one);
    // Not only equal: in the same order of keys, so that what is written is the same, too.
    expect(written(two.inputs)).toBe(written(one.inputs));
  }, 120_000);

  it('give the same for any of them, and any number of threads', async () => {
    const some = fc.shuffledSubarray(files(), { minLength: 2, maxLength: 12 });
    await fc.assert(
      fc.asyncProperty(some, fc.integer({ min: 2, max: 4 }), fc.boolean(), async (paths, threads, strict) => {
        const one = await readWith(1, paths, { strict });
        const several = await readWith(threads, paths, { strict });
        expect(several.inputs).toEqual(one.inputs);
      }),
      { numRuns: 12 },
    );
  }, 240_000);

  it('are read again where a sheet is of somebody’s own making', async () => {
    const paths = files().filter((path) => /^[a-d]\.xlsx$/.test(basename(path)));
    const csv = join(root, 'sendiri.csv');
    writeFileSync(csv, 'Urut;Skor\n1;4\n2;3\n');
    const map = await parseMapOption('Urut=indicator,Skor=level');
    const [one, two] = [
      await readWith(1, [...paths, csv], { map }),
      await readWith(2, [...paths, csv], { map }),
    ];
    expect(one.inputs).toHaveProperty('submissions.length');
    expect(two).toEqual(one);
  });
});

describe('a thread', () => {
  const found = (name: string): Found => ({ path: join(root, name), name, named: false });

  it('that runs out of memory is told of, and another one goes on', async () => {
    const row = (number: number) =>
      Array.from({ length: 32 }, (_, column) => `t${number}x${column}`).join(';');
    writeFileSync(
      join(root, 'besar.csv'),
      Array.from({ length: 15_000 }, (_, number) => row(number)).join('\n'),
    );
    writeFileSync(join(root, 'biasa.xlsx'), book);
    const pool = openThreadPool(1, 24);
    try {
      const names = ['biasa.xlsx', 'besar.csv', 'biasa.xlsx'];
      const reads = await Promise.all(names.map((name) => pool.run('read', found(name), false)));
      expect(reads.map((read) => (typeof read === 'string' ? read : 'read'))).toEqual([
        'read',
        'failed',
        'read',
      ]);
    } finally {
      await pool.close();
    }
  }, 60_000);

  it('leaves to the main one a file that is not there and was named', async () => {
    const pool = openThreadPool(1);
    try {
      expect(await pool.run('read', { ...found('tiada.xlsx'), named: true }, false)).toBe('failed');
    } finally {
      await pool.close();
    }
  });
});

it.each(['0', '-1', 'banyak', '2.5', '100'])('SPBE_THREADS=%s is refused', async (threads) => {
  vi.stubEnv('SPBE_THREADS', threads);
  const read = readInputs([corpus], { cwd: root, strict: false });
  await expect(read).rejects.toThrow(`SPBE_THREADS bukan jumlah utas – tertulis "${threads}"`);
});
