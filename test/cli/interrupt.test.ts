import { spawn } from 'node:child_process';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { describe, expect, test } from 'vitest';
import { eachDocument } from '../../src/contract/score-each.ts';
import { makeWorkbook } from '../workbook/make-workbook.ts';
import { makeFolder, plainEnvironment } from './spbe.ts';

const bin = fileURLToPath(new URL('../../bin/spbe.js', import.meta.url));

/** Runs it in the folder and stops it with Ctrl-C as soon as it says this. */
async function interruptAt(said: string, args: readonly string[], cwd: string, threads: string) {
  const env = { ...plainEnvironment, SPBE_THREADS: threads };
  const child = spawn(process.execPath, [bin, '--verbose', ...args], {
    ...{ cwd, env, stdio: ['ignore', 'pipe', 'pipe'] },
  });
  const shown = { stdout: '', stderr: '' };
  child.stdout?.on('data', (part) => {
    shown.stdout += part;
  });
  child.stderr?.on('data', (part) => {
    shown.stderr += part;
    // Once: a second one ends it at once.
    if (!child.killed && shown.stderr.includes(said)) child.kill('SIGINT');
  });
  const code = await new Promise((resolve) => child.on('close', resolve));
  return { ...shown, code, last: shown.stderr.split('\n').at(-2) };
}

const names = Array.from({ length: 300 }, (_, index) => `${index}.xlsx`);
const makeMany = async () => {
  const book = await makeWorkbook(['1', '2']);
  return makeFolder(Object.fromEntries(names.map((name) => [name, book])));
};

// Windows knows no such signal between programs.
describe.skipIf(process.platform === 'win32').each(['1', '2'])('Ctrl-C, with %s threads', (threads) => {
  test('while many files are read: a sentence, nothing written, 130', async () => {
    const cwd = await makeMany();
    const args = ['score', '.', '-f', 'json', '-o', 'hasil.json'];
    const { code, stdout, last } = await interruptAt('Membaca 10/300', args, cwd, threads);
    expect({ code, stdout }).toEqual({ code: 130, stdout: '' });
    expect(last).toMatch(
      /^Dihentikan – \d+ dari 300 berkas dibaca, belum ada hasil yang ditulis – jalankan lagi/,
    );
    expect(readdirSync(cwd).toSorted()).toEqual(names.toSorted());
  });

  test.each([['-o', 'hasil.ndjson'], []])(
    'while each is scored by itself: the results so far, each of them whole, 130 (%s %s)',
    async (...output) => {
      const cwd = await makeMany();
      const args = ['score', '--each', '.', '-f', 'ndjson', ...output];
      const { code, stdout, last } = await interruptAt('Menilai 10/300', args, cwd, threads);
      const [, done] = /^Dihentikan – (\d+) dari 300 berkas dinilai, hasilnya utuh/.exec(last ?? '') ?? [];
      const lines = output[1] === undefined ? stdout : readFileSync(join(cwd, output[1]), 'utf8');
      const regions = lines
        .split('\n')
        .slice(0, -1)
        .map((line) => JSON.parse(line).region);
      expect(regions.length).toBeGreaterThanOrEqual(10);
      expect({ code, regions: regions.length }).toEqual({ code: 130, regions: Number(done) });
      expect(readdirSync(cwd)).toHaveLength(names.length + (output[1] === undefined ? 0 : 1));
    },
  );

  test('while each is scored by itself, for a list: of those so far, which says that it is not all', async () => {
    const args = ['score', '--each', '.', '-f', 'json'];
    const { code, stdout } = await interruptAt('Menilai 10/300', args, await makeMany(), threads);
    const { found, interrupted, results } = eachDocument.parse(JSON.parse(stdout));
    expect({ code, found, interrupted }).toEqual({ code: 130, found: 300, interrupted: true });
    expect(results.length).toBeGreaterThanOrEqual(10);
    expect(results.length).toBeLessThan(300);
  });
});
