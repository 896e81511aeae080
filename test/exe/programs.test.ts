import { cpSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { isBuiltin } from 'node:module';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { dropSignature } from '../../build/drop-signature.js';
import { fillWorkbook } from '../../fixtures/fill-workbook.js';
import { pdf } from '../../fixtures/kabupaten-bukti/content.js';
import { spbe } from '../cli/spbe.ts';
import { runProgram, type System, startWine, stopWine } from './run-program.ts';

const root = mkdtempSync(join(tmpdir(), 'spbe-programs-'));
/** Blanks, a dot, a dash and a letter that no code page of old knows all together. */
const name = 'Kab. Contoh – ujian ñ';
const init = ['init', name, '--region', 'Kabupaten Contoh', '--kind', 'kabupaten', '--year', '2025'];

beforeAll(async () => {
  startWine();
  await make('node', async (place) => (await spbe(init, { cwd: place })).code);
  await fill(project('node'));
  for (const system of ['linux', 'win32'] as const) {
    await make(system, (place) => runProgram(system, init, place).code);
  }
}, 300_000);

afterAll(() => {
  stopWine();
  rmSync(root, { recursive: true, force: true });
});

describe.each(['linux', 'win32'] as const)('the program for %s', (system) => {
  it('knows its version', () => {
    const { version } = JSON.parse(readFileSync('package.json', 'utf8'));
    expect(runProgram(system, ['--version'], root)).toEqual({ code: 0, stdout: `${version}\n`, stderr: '' });
  });

  it('holds a Node of the same version for all systems, and whole packs', () => {
    const { stdout } = runProgram(system, ['doctor', '--format', 'json'], project(system));
    const texts = new Map(JSON.parse(stdout).findings.map(({ id, text }: Finding) => [id, text]));
    expect(texts.get('node')).toBe(`Node 20.20.2 di ${system} x64.`);
    expect(texts.get('instruments')).toMatch(/^3 instrumen utuh/);
  });

  it('makes the same project as the package', () => {
    const made = listFiles(join(root, `${system}-fresh`));
    expect(made.filter((path) => path.endsWith('.xlsx')).length).toBeGreaterThan(10);
    expect(made).toEqual(listFiles(join(root, 'node-fresh')));
    const settings = (who: string) => readFileSync(join(root, `${who}-fresh`, 'spbe.yaml'), 'utf8');
    expect(settings(system)).toBe(settings('node'));
  });

  // The thread that reads documents, the solver and the benchmarks are each found in a way of their own.
  for (const args of [
    ['check', '-f', 'json'],
    ['score'],
    ['score', '-f', 'json'],
    ['evidence', '-f', 'json'],
    ['gap', '--target', '3.0'],
    ['gap', '--target', '3.0', '-f', 'json'],
    ['compare', '--index', '2.98', '--region', 'Kabupaten Mojokerto', '-f', 'json'],
    ['explain', 'manajemen risiko'],
    ['salah'],
  ]) {
    it(`says what the package says: ${args.join(' ')}`, async () => {
      const own = runProgram(system, args, project(system));
      const expected = await spbe(args, { cwd: project('node') });
      expect(own.stdout + own.stderr).not.toBe('');
      expect(slashed(own)).toEqual(slashed(expected));
    });
  }

  it('says the same when it reads in threads', () => {
    const args = ['score', '-f', 'json'];
    const inThreads = runProgram(system, args, project(system), { SPBE_THREADS: '2' });
    expect(inThreads).toEqual(runProgram(system, args, project(system)));
  });

  it.each(['html', 'xlsx'])('writes a report that it can verify: %s', (format) => {
    const file = `laporan ñ.${format}`;
    const made = runProgram(system, report(format, file), project(system));
    expect(made).toMatchObject({ code: 0, stderr: '' });
    const verified = runProgram(system, ['verify', file], project(system));
    expect(verified).toMatchObject({ code: 0, stderr: '' });
  });
});

describe('the program for Linux', () => {
  it.each(['html', 'docx', 'xlsx'])(
    'writes the same report as the package, byte by byte: %s',
    async (format) => {
      const file = `sama.${format}`;
      runProgram('linux', report(format, file), project('linux'));
      await spbe(report(format, file), { cwd: project('node') });
      const [own, expected] = (['linux', 'node'] as const).map((who) =>
        readFileSync(join(project(who), file)),
      );
      expect(own?.equals(expected ?? Buffer.of())).toBe(true);
    },
  );
});

describe('the scripts within', () => {
  it('come with the licences of all packages and of Node, and without the package that names none', () => {
    const notice = readFileSync('exe/third-party.txt', 'utf8');
    for (const held of ['commander', 'exceljs', 'highs', 'unpdf', 'node'])
      expect(notice).toMatch(new RegExp(`^${held} \\d+\\.\\d+\\.\\d+`, 'm'));
    expect(notice).not.toMatch(/^(buffers|unzipper) /m);
    expect(readFileSync('exe/spbe').includes(notice)).toBe(true);
  });

  it.each(['spbe', 'content-worker', 'thread'])('need nothing but what is built into Node: %s', (part) => {
    const code = readFileSync(`exe/parts/${part}.cjs`, 'utf8');
    const needed = [...code.matchAll(/\brequire\("([^"]+)"\)/g)].map(([, needed = '']) => needed);
    expect(needed).toContain('node:fs');
    expect(needed.filter((needed) => !isBuiltin(needed))).toEqual([]);
  });
});

describe('the program for Windows', () => {
  it('bears no signature of Node, which would not fit any more', () => {
    const program = readFileSync('exe/spbe.exe');
    expect(dropSignature(program)).toBe(program);
  });

  it('takes paths with backslashes: relative, whole, and in the long form', () => {
    const [workbook = ''] = readdirSync(join(project('win32'), 'kertas-kerja'));
    const whole = `Z:${project('win32').replaceAll('/', '\\')}`;
    const places = [`kertas-kerja\\${workbook}`, `${whole}\\kertas-kerja\\${workbook}`];
    const score = (place: string) => {
      const { code, stdout, stderr } = runProgram('win32', ['score', place, '-f', 'json'], project('win32'));
      return { code, stderr, index: code === 2 ? null : JSON.parse(stdout).index };
    };
    const [first, ...others] = [...places, `\\\\?\\${whole}\\kertas-kerja\\${workbook}`].map(score);
    expect(first?.index).not.toBeNull();
    for (const other of others) expect(other.index).toEqual(first?.index);
  });
});

interface Finding {
  readonly id: string;
  readonly text: string;
}

function project(who: System | 'node'): string {
  return join(root, who, name);
}

/** A new project, kept as it was made; then the same filled files for everybody. */
async function make(who: System | 'node', start: (place: string) => Promise<number | null> | number | null) {
  const place = join(root, who);
  mkdirSync(place);
  const code = await start(place);
  if (code !== 0) throw new Error(`init ends with ${code}`);
  cpSync(project(who), join(root, `${who}-fresh`), { recursive: true });
  if (who !== 'node') cpSync(project('node'), project(who), { recursive: true });
}

async function fill(folder: string): Promise<void> {
  const heading = 'Laporan Penerapan SPBE Tahun 2025';
  const bytes = await pdf([[heading, 'Ditetapkan pada tanggal 3 Maret 2025']]);
  writeFileSync(join(folder, 'bukti', 'laporan.pdf'), bytes);
  const levels = new Map(Array.from({ length: 47 }, (_, index) => [String(index + 1), 1 + (index % 3)]));
  for (const workbook of readdirSync(join(folder, 'kertas-kerja'))) {
    await fillWorkbook(join(folder, 'kertas-kerja', workbook), levels, {
      fact: 'Laporan disusun setiap tahun – lihat ñ.',
      analysis: 'Sesuai kriteria.',
      title: heading,
      location: 'laporan.pdf',
    });
  }
}

function report(format: string, file: string): string[] {
  return [
    'report',
    '--audience',
    'koordinator',
    '-t',
    '3.0',
    '--date',
    '2025-11-21',
    '-f',
    format,
    '-o',
    file,
  ];
}

/** Windows shows paths with backslashes. */
function slashed({ code, stdout, stderr }: { code: number | null; stdout: string; stderr: string }) {
  return { code, stdout: stdout.replace(/\\+/g, '/'), stderr: stderr.replace(/\\+/g, '/') };
}

function listFiles(folder: string): string[] {
  return readdirSync(folder, { recursive: true, encoding: 'utf8' }).sort();
}
