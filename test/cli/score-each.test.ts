import { spawn } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { readdir, readFile, rename } from 'node:fs/promises';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { describe, expect, test } from 'vitest';
import { eachDocument } from '../../src/contract/score-each.ts';
import { fillIn, load, makeWorkbook, save } from '../workbook/make-workbook.ts';
import { makeProject } from './evidence-project.ts';
import { fixtures, makeFolder, plainEnvironment, spbe, transcripts } from './spbe.ts';

const bin = fileURLToPath(new URL('../../bin/spbe.js', import.meta.url));
const levels = readFileSync(join(fixtures, 'kota-bandar-lampung-2024/levels.csv'), 'utf8');

const workbook = async (region: string, level: number) => {
  const ids = ['1', '12'];
  const book = await load(await makeWorkbook(ids, { region }));
  fillIn(book, { answers: Object.fromEntries(ids.map((id) => [id, [level, 'Fakta.']])) });
  return save(book);
};

/** Two files of regions, a csv, one file that is none, an empty project; and files that nobody means. */
async function makeMany(): Promise<string> {
  return makeFolder({
    'kiriman/gresik.xlsx': await workbook('Kabupaten Gresik', 3),
    'kiriman/jatim/tuban.xlsx': await workbook('Kabupaten Tuban', 4),
    'kiriman/jatim/rusak.xlsx': 'bukan kertas kerja',
    'kiriman/jatim/~$tuban.xlsx': 'x',
    'kiriman/.lama/tuban.xlsx': 'x',
    'kiriman/kosong/spbe.yaml':
      'formatVersion: 1\nregion: Kabupaten Kosong\nkind: kabupaten\nyear: 2024\ninstrument: permenpanrb-59-2020\nopd:\n  - { code: dinas, name: Dinas, indicators: [1] }\n',
    'levels.csv': levels,
  });
}

const paths = ['levels.csv', 'kiriman'];
const day = ['--date', '2025-12-31'];

describe('spbe score --each', () => {
  test('lists the results of all, and why some have none, in every format', async () => {
    const cwd = await makeMany();
    for (const [format, text] of await transcripts(['score', '--each', ...paths, ...day], { cwd })) {
      await expect(text).toMatchFileSnapshot(`transcripts/score-each-${format}.md`);
    }
  });

  test('says of each what spbe score says of it alone: in ndjson line by line, the very bytes', async () => {
    const cwd = await makeMany();
    const all = await spbe(['score', '--each', ...paths, ...day, '-f', 'ndjson'], { cwd });
    const alone = ['levels.csv', 'kiriman/gresik.xlsx', 'kiriman/jatim/tuban.xlsx'].map((path) =>
      spbe(['score', path, ...day, '-f', 'ndjson'], { cwd }),
    );
    const lines = (await Promise.all(alone)).map(({ stdout }) => stdout);
    expect(all.stdout).toBe(lines.join(''));
    expect(all.stderr).toContain('Tidak dapat dinilai: kiriman/jatim/rusak.xlsx – ');
    expect(all.code).toBe(1);
  });

  test('takes a project as one, with its evidence, and what lies here without a path', async () => {
    const { cwd } = await makeProject({ answers: { 12: [3, 'Fakta.'] } }, {});
    const alone = await spbe(['score', ...day, '-f', 'json'], { cwd });
    const each = await spbe(['score', '--each', ...day, '-f', 'json'], { cwd });
    const { results, found, refused } = eachDocument.parse(JSON.parse(each.stdout));
    const { index, indexExact, proven, region } = JSON.parse(alone.stdout);
    expect({ found, refused }).toEqual({ found: 1, refused: [] });
    expect(results).toMatchObject([
      { path: '.', region, index, indexExact, proven: { indexExact: proven.indexExact } },
    ]);
  });

  test('counts a path once, by its first name, however often it is named', async () => {
    const cwd = await makeMany();
    const args = ['score', '--each', './kiriman/gresik.xlsx', 'kiriman', 'kiriman/gresik.xlsx', '-f', 'json'];
    const { found, results } = eachDocument.parse(JSON.parse((await spbe(args, { cwd })).stdout));
    expect({ found, paths: results.map(({ path }) => path) }).toEqual({
      found: 4,
      paths: ['./kiriman/gresik.xlsx', 'kiriman/jatim/tuban.xlsx'],
    });
  });

  test('writes a file whole, and leaves nothing beside it', async () => {
    const cwd = await makeMany();
    await spbe(['score', '--each', ...paths, ...day, '-f', 'ndjson', '-o', 'hasil.ndjson'], { cwd });
    const { stdout } = await spbe(['score', '--each', ...paths, ...day, '-f', 'ndjson'], { cwd });
    expect(await readFile(join(cwd, 'hasil.ndjson'), 'utf8')).toBe(stdout);
    expect((await readdir(cwd)).toSorted()).toEqual(['hasil.ndjson', 'kiriman', 'levels.csv']);
  });

  test.each([
    [['kiriman/jatim', '--fail-on', 'never'], 0],
    [['kiriman/jatim', '--fail-on', 'error'], 1],
    [['levels.csv', '--fail-on', 'error'], 0],
    [['kiriman/gresik.xlsx', '--fail-on', 'warning'], 1],
  ])('%s: exit code %s', async (args, code) => {
    expect((await spbe(['score', '--each', ...args], { cwd: await makeMany() })).code).toBe(code);
  });

  test.each([
    [['tiada.xlsx'], '"tiada.xlsx" tidak ditemukan. Periksa ejaan nama dan foldernya.'],
    [
      ['kosong'],
      'Tidak ada kertas kerja (.xlsx) atau proyek di folder kosong. Sebutkan folder yang memuatnya.',
    ],
    [['a.csv', '--record'], '--record dan --note mencatat satu hasil. Jalankan tanpa --each di proyek itu.'],
    [
      ['a.csv', '--note', 'x'],
      '--record dan --note mencatat satu hasil. Jalankan tanpa --each di proyek itu.',
    ],
    [['a.csv', '--map', 'No='], 'Isi --map "No=" tidak dipahami.'],
    [['a.csv', '--instrument', 'lain'], 'Instrumen "lain" tidak dikenal.'],
    [['a.csv', '-f', 'ndjson', '-o', 'tiada/x'], '"tiada/x" tidak dapat ditulis – foldernya tidak ada.'],
    [['a.csv', '-f', 'ndjson', '-o', 'kosong'], '"kosong" tidak dapat ditulis – itu nama folder.'],
  ])('refuses %s, before anything is written', async (args, message) => {
    const cwd = await makeFolder({ 'a.csv': 'indikator,tingkat\n1,3\n', 'kosong/baca.txt': 'x' });
    const { stdout, stderr, code } = await spbe(['score', '--each', ...args], { cwd });
    expect({ stdout, code }).toEqual({ stdout: '', code: 2 });
    expect(stderr).toContain(message);
    expect((await readdir(cwd)).toSorted()).toEqual(['a.csv', 'kosong']);
  });

  test('ends quietly where the reader has seen enough', async () => {
    const names = Array.from({ length: 60 }, (_, index) => `${index}.csv`);
    const cwd = await makeFolder(Object.fromEntries(names.map((name) => [name, levels])));
    const child = spawn(process.execPath, [bin, 'score', '--each', ...names, '-f', 'ndjson'], {
      ...{ cwd, env: plainEnvironment, stdio: ['ignore', 'pipe', 'pipe'] },
    });
    let stderr = '';
    child.stderr?.on('data', (part) => {
      stderr += part;
    });
    child.stdout?.once('data', () => child.stdout?.destroy());
    const code = await new Promise((resolve) => child.on('close', resolve));
    expect({ stderr, code }).toEqual({ stderr: '', code: 0 });
  });

  test('tells no names of persons with --redact', async () => {
    const { cwd, workbook } = await makeProject({ answers: { 12: [3, 'Fakta.'] } }, {});
    await rename(join(cwd, workbook), join(cwd, 'Budi 198501012010011001.xlsx'));
    const path = 'Budi 198501012010011001.xlsx';
    for (const format of ['table', 'ndjson']) {
      const { stdout } = await spbe(['--redact', 'score', '--each', path, '-f', format], { cwd });
      expect(stdout).not.toContain('198501012010011001');
      expect(stdout).not.toBe('');
    }
  });
});
