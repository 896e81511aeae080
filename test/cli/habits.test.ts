import { spawn } from 'node:child_process';
import { chmod, mkdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { describe, expect, test } from 'vitest';
import { fixtures, makeFolder, plainEnvironment, spbe, transcript } from './spbe.ts';

const bin = fileURLToPath(new URL('../../bin/spbe.js', import.meta.url));
const levels = 'kota-bandar-lampung-2024/levels.csv';
const yaml = `formatVersion: 1
region: Kabupaten Contoh
kind: kabupaten
year: 2025
instrument: permenpanrb-59-2020
opd:
  - {code: bappeda, name: Bappeda, indicators: [2]}
  - {code: umum, name: Bagian Umum, indicators: []}
`;

/** Runs it with these bytes at standard input. */
function pipe(args: readonly string[], input: string | Uint8Array, cwd = fixtures) {
  return new Promise<{ stdout: string; stderr: string; code: number | null }>((resolve) => {
    const child = spawn(process.execPath, [bin, ...args], { cwd, env: plainEnvironment });
    const texts = { stdout: '', stderr: '' };
    child.stdout.on('data', (part) => {
      texts.stdout += part;
    });
    child.stderr.on('data', (part) => {
      texts.stderr += part;
    });
    child.on('close', (code) => resolve({ ...texts, code }));
    // The program may have seen enough before all is written.
    child.stdin.on('error', () => {});
    child.stdin.end(input);
  });
}

describe('near misses', () => {
  test.each([
    [['scor'], 'Perintah "scor" tidak dikenal. Maksudnya score? Lihat: spbe --help.\n'],
    [['gap', '--targe', '3'], 'Pilihan "--targe" tidak dikenal. Maksudnya --target? Lihat: spbe --help.\n'],
    [['xyzzy'], 'Perintah "xyzzy" tidak dikenal. Lihat: spbe --help.\n'],
  ])('%j', async (line, stderr) => {
    expect(await spbe(line)).toEqual({ stdout: '', stderr, code: 2 });
  });
});

describe('completion', () => {
  test.each(['bash', 'zsh', 'fish', 'powershell'])('a script for %s that asks the program', async (shell) => {
    const { stdout, stderr, code } = await spbe(['completion', shell]);
    expect({ stderr, code }).toEqual({ stderr: '', code: 0 });
    expect(stdout).toMatch(/spbe.* complete '?--/);
  });

  test('another shell is refused', async () => {
    const { stderr, code } = await spbe(['completion', 'cmd']);
    expect({ stderr, code }).toEqual({
      stderr: 'Shell "cmd" tidak dikenal. Pilih: bash, zsh, fish, powershell.\n',
      code: 2,
    });
  });

  test('commands, options and choices, a line each', async () => {
    const candidates = async (...words: string[]) =>
      (await spbe(['complete', '--', ...words])).stdout
        .split('\n')
        .flatMap((line) => line.split('\t')[0] || []);
    expect(await candidates('sc')).toEqual(['score', ':4']);
    expect(await candidates('gap', '--f')).toEqual(['--floor', '--format', '--fail-on', ':4']);
    expect(await candidates('gap', '--minimize', 'e')).toEqual(['effort', ':4']);
    expect(await candidates('')).toContain('doctor');
    expect(await candidates('')).not.toContain('complete');
  });
});

describe('standard input', () => {
  test('is read as csv where a path is "-"', async () => {
    const csv = await readFile(join(fixtures, levels));
    const { stdout, code } = await pipe(['score', '-', '-f', 'json'], csv);
    expect(code).toBe(0);
    expect(JSON.parse(stdout)).toMatchObject({
      index: 2.98,
      indicators: [{ at: { file: 'masukan-standar.csv' } }, ...Array(46).fill({})],
    });
  });

  test('what one command writes the next one reads', async () => {
    const { stdout } = await spbe(['score', levels, '-f', 'csv']);
    const { stdout: plan, code } = await pipe(['gap', '-', '-t', '3.5', '-f', 'json'], stdout);
    expect(code).toBe(0);
    expect(JSON.parse(plan).levelSteps).toBe(18);
  });

  test.each([
    ['nothing', '', 'Berkas kosong'],
    ['more than a file may have', new Uint8Array(51 * 1024 * 1024), 'Berkas lebih besar dari 50 MB'],
    ['no csv', '%PDF-1.4', 'Isi berkas sebenarnya PDF'],
  ])('of %s is refused', async (_, input, reason) => {
    const { stderr, code } = await pipe(['score', '-'], input);
    expect(stderr).toContain(`masukan-standar.csv: ${reason}`);
    expect(code).toBe(2);
  });

  test('cannot be recorded: nobody could compute it again', async () => {
    const cwd = await makeFolder({ 'spbe.yaml': yaml });
    const { stderr, code } = await pipe(['score', '-', '--record'], 'indikator,tingkat\n2,3\n', cwd);
    expect(stderr).toContain('jadi hasilnya tidak dapat dicatat');
    expect(code).toBe(2);
  });
});

describe('quiet and verbose', () => {
  test('--quiet keeps back what was written besides, not the result', async () => {
    const files = { 'levels.csv': await readFile(join(fixtures, levels)) };
    const line = ['gap', 'levels.csv', '-t', '3.5', '--start', '2026-01-01', '--plan', 'rencana.xlsx'];
    const loud = await spbe(line, { cwd: await makeFolder(files) });
    const quiet = await spbe([...line, '--quiet'], { cwd: await makeFolder(files) });
    expect(loud.stderr).toBe('Rencana aksi ditulis: rencana.xlsx\n');
    expect(quiet).toEqual({ ...loud, stderr: '' });
  });

  test('--quiet does not hide an error', async () => {
    const { stderr, code } = await spbe(['score', 'tidak-ada.xlsx', '-q']);
    expect(stderr).toContain('tidak-ada.xlsx');
    expect(code).toBe(2);
  });

  test('--verbose names each file as it is read', async () => {
    const { stderr, stdout } = await spbe(['score', levels, '--verbose']);
    expect(stderr).toMatch(/^\[\d+\.\d\d s] Membaca 1\/1: kota-bandar-lampung-2024\/levels\.csv\n$/);
    expect(stdout).toBe((await spbe(['score', levels])).stdout);
  });
});

describe('doctor', () => {
  const states = async (cwd: string) => {
    const { stdout, code } = await spbe(['doctor', '-f', 'json'], { cwd });
    const { findings } = JSON.parse(stdout) as { findings: { id: string; state: string; text: string }[] };
    return { code, of: new Map(findings.map((one) => [one.id, one])) };
  };

  test('an empty folder: the machine is looked at, and no project is no fault', async () => {
    const { code, of } = await states(await makeFolder());
    expect(code).toBe(0);
    expect(of.get('instruments')).toMatchObject({
      state: 'good',
      text: expect.stringContaining('3 instrumen'),
    });
    expect(of.get('project')).toMatchObject({ state: 'caution' });
  });

  test('a project: workbooks that lack, one that is open, records that are broken', async () => {
    const cwd = await makeFolder({
      'spbe.yaml': yaml,
      'kertas-kerja/~$bappeda.xlsx': 'x',
      'riwayat/rusak.json': '{',
    });
    const { code, of } = await states(cwd);
    expect(code).toBe(1);
    expect(of.get('project')?.text).toBe('spbe.yaml: Kabupaten Contoh 2025, permenpanrb-59-2020, 2 OPD.');
    expect(of.get('workbooks')).toMatchObject({
      state: 'caution',
      text: expect.stringContaining('0 kertas kerja untuk 1 OPD'),
    });
    expect(of.get('open-files')).toMatchObject({
      state: 'caution',
      text: expect.stringContaining('bappeda.xlsx'),
    });
    expect(of.get('evidence')).toMatchObject({ state: 'caution' });
    expect(of.get('records')).toMatchObject({
      state: 'bad',
      text: expect.stringContaining('riwayat/rusak.json'),
    });
  });

  test('a healthy project has nothing that is bad', async () => {
    const cwd = await makeFolder({ 'spbe.yaml': yaml, 'kertas-kerja/bappeda.xlsx': 'x', 'bukti/a.txt': '' });
    const { code, of } = await states(cwd);
    expect(code).toBe(0);
    expect(
      [...of.values()].filter(({ id }) => id !== 'font' && id !== 'space').map(({ state }) => state),
    ).toEqual(Array(of.size - 2).fill('good'));
  });

  test('a broken spbe.yaml is named with its place', async () => {
    const { code, of } = await states(await makeFolder({ 'spbe.yaml': 'formatVersion: 1\nregion: [' }));
    expect(code).toBe(1);
    expect(of.get('project')).toMatchObject({
      state: 'bad',
      text: expect.stringContaining('spbe.yaml baris 2'),
    });
  });

  test('a folder that nobody may write to', async () => {
    const cwd = await makeFolder();
    const folder = join(cwd, 'baca');
    await mkdir(folder);
    await chmod(folder, 0o555);
    // Root may write everywhere.
    const isRoot = process.getuid?.() === 0;
    const { of } = await states(folder);
    expect(of.get('folder')?.state).toBe(isRoot ? 'good' : 'bad');
  });

  test('as a table', async () => {
    const cwd = await makeFolder({ 'spbe.yaml': yaml });
    await writeFile(join(cwd, 'x'), '');
    const { stdout } = await spbe(['doctor'], { cwd });
    expect(stdout).toMatch(/^Proyek +✔ baik +spbe\.yaml: Kabupaten Contoh 2025/m);
  });
});

describe('formats for other programs', () => {
  test('ndjson is the json in one line', async () => {
    const { stdout } = await spbe(['score', levels, '-f', 'ndjson']);
    expect(stdout.trimEnd()).not.toContain('\n');
    expect(JSON.parse(stdout)).toEqual(JSON.parse((await spbe(['score', levels, '-f', 'json'])).stdout));
  });

  test('csv-excel: byte order mark, semicolons, decimal commas; read back it gives the same levels', async () => {
    const cwd = await makeFolder({ 'levels.csv': await readFile(join(fixtures, levels)) });
    await spbe(['score', 'levels.csv', '-f', 'csv-excel', '-o', 'untuk-excel.csv'], { cwd });
    const text = await readFile(join(cwd, 'untuk-excel.csv'), 'utf8');
    expect(text.startsWith('\ufeffindikator;tingkat;nama;bobot;')).toBe(true);
    expect(text.split('\r\n')[1]).toContain(';1,3;');
    const again = await spbe(['score', 'untuk-excel.csv', '-f', 'json'], { cwd });
    expect(JSON.parse(again.stdout)).toMatchObject({ index: 2.98, indexExact: '2.9795', problems: [] });
  });
});

test('every command shows examples, and each of them is a command that exists', async () => {
  const help = await transcript([['--help']]);
  const names = [...help.matchAll(/^ {2}([a-z][a-z-]*)(?: \[[a-z. ]+\])* {2,}/gm)].map(
    ([, name]) => name ?? '',
  );
  expect(names.length).toBeGreaterThan(20);
  for (const name of names.filter((one) => one !== 'help')) {
    const { stdout } = await spbe([name, '--help']);
    expect(stdout, name).toMatch(new RegExp(`Contoh:\\n  spbe ${name}\\b`));
  }
});
