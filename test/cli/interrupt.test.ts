import { spawn } from 'node:child_process';
import { readdirSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { expect, test } from 'vitest';
import { makeWorkbook } from '../workbook/make-workbook.ts';
import { makeFolder, plainEnvironment } from './spbe.ts';

const bin = fileURLToPath(new URL('../../bin/spbe.js', import.meta.url));

// Windows knows no such signal between programs.
test.skipIf(process.platform === 'win32').each(['1', '2'])(
  'Ctrl-C while many files are read, with %s threads: a sentence, nothing written, 130',
  async (threads) => {
    const book = await makeWorkbook(['1', '2']);
    const names = Array.from({ length: 300 }, (_, index) => `${index}.xlsx`);
    const cwd = await makeFolder(Object.fromEntries(names.map((name) => [name, book])));
    const args = [bin, '--verbose', 'score', '.', '-f', 'json', '-o', 'hasil.json'];
    const env = { ...plainEnvironment, SPBE_THREADS: threads };
    const child = spawn(process.execPath, args, { cwd, env, stdio: ['ignore', 'pipe', 'pipe'] });
    const shown = { stdout: '', stderr: '' };
    child.stdout.on('data', (part) => {
      shown.stdout += part;
    });
    child.stderr.on('data', (part) => {
      shown.stderr += part;
      // Once: a second one ends it at once.
      if (!child.killed && shown.stderr.includes('Membaca 10/300')) child.kill('SIGINT');
    });
    const code = await new Promise((resolve) => child.on('close', resolve));
    expect({ code, stdout: shown.stdout }).toEqual({ code: 130, stdout: '' });
    expect(shown.stderr.split('\n').at(-2)).toMatch(
      /^Dihentikan – \d+ dari 300 berkas dibaca, belum ada hasil yang ditulis – jalankan lagi/,
    );
    expect(readdirSync(cwd).toSorted()).toEqual(names.toSorted());
  },
);
