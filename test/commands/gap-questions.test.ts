import { truncate } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, it, test } from 'vitest';
import { targetTexts } from '../../src/commands/gap-request.ts';
import { csv, project, yaml } from '../cli/recorded-project.ts';
import { makeFolder } from '../cli/spbe.ts';
import { runHere } from './run-here.ts';

const gap = (cwd: string, ...args: string[]) => runHere(['gap', 'tingkat.csv', ...args], cwd);

async function refusal(cwd: string, ...args: string[]): Promise<string> {
  const { stdout, stderr, code } = await gap(cwd, ...args);
  expect({ stdout, code }).toEqual({ stdout: '', code: 2 });
  return stderr.trimEnd();
}

const withPlan = (plan: string) => project({ 'spbe.yaml': `${yaml}plan:\n${plan}` });

describe('spbe gap refuses', () => {
  test.each<[string, string[], string]>([
    [
      'a confidence for a path',
      ['--target', '2026=2.5', '--risk', '0.1', '--confidence', '0.9'],
      '--confidence berlaku untuk satu target; hapus target per tahun, atau hapus --confidence.',
    ],
    [
      'a risk for a path',
      ['--target', '2026=2.5', '--risk', '0.1'],
      '--risk menghitung peluang target bertahan; sebutkan satu target, bukan jalur per tahun.',
    ],
    [
      'a confidence without an index',
      ['--floor', '3', '--risk', '0.1', '--confidence', '0.9'],
      '--confidence perlu target indeks, misalnya --target 3.5.',
    ],
    ['a floor that is a word', ['--floor', 'tiga'], 'Tingkat minimal "tiga" tidak ada. Tulis 2 sampai 5.'],
    ['a floor that everybody has', ['--floor', '1'], 'Tingkat minimal "1" tidak ada. Tulis 2 sampai 5.'],
    [
      'no work at all',
      ['--target', '2.5', '--capacity', '0'],
      'Kapasitas "0" tidak dimengerti. Tulis jumlah langkah per triwulan, misalnya 3.',
    ],
    [
      'a day that there is not',
      ['--target', '2.5', '--until', '2026-02-30'],
      'Tanggal --until "2026-02-30" tidak ada. Tulis tahun-bulan-hari, misalnya 2026-09-15.',
    ],
    [
      'a day in another order',
      ['--target', '2.5', '--start', '30-02-2026'],
      'Tanggal --start "30-02-2026" tidak ada. Tulis tahun-bulan-hari, misalnya 2026-09-15.',
    ],
  ])('%s', async (_, args, message) => {
    expect(await refusal(await project(), ...args)).toBe(message);
  });

  test('a cost that is no money', async () => {
    const cwd = await withPlan('  dayRate: 20 langkah\n');
    expect(await refusal(cwd, '--target', '2.5', '--schedule')).toBe(
      'Tarif per hari "20 langkah" di spbe.yaml bukan jumlah rupiah.',
    );
  });

  test('a schedule where nobody knows how long a step takes', async () => {
    const cwd = await makeFolder({ 'lama.csv': 'indikator,tingkat\n1,2\n' });
    const args = ['lama.csv', '--instrument', 'permenpanrb-5-2018', '--target', '2.5', '--schedule'];
    const { stderr, code } = await runHere(['gap', ...args], cwd);
    expect(code).toBe(2);
    expect(stderr).toMatch(
      /^Lama dan beban kerja belum diketahui untuk indikator .+ – PermenPANRB 5\/2018 tidak memuat perkiraan\. Tulis plan\.steps di spbe\.yaml, misalnya: /,
    );
  });

  test('patterns that the instrument does not have', async () => {
    const cwd = await project({
      'spbe.yaml': `${yaml.replace('59-2020', '5-2018')}plan:\n  patterns:\n    kebijakan: [{level: 2, months: 3}]\n`,
      'lama.csv': 'indikator,tingkat\n1,2\n',
    });
    const { stderr, code } = await runHere(['gap', 'lama.csv', '--target', '2.5', '--schedule'], cwd);
    expect({ stderr, code }).toEqual({
      stderr:
        'spbe.yaml tidak cocok dengan PermenPANRB 5/2018:\n  plan.patterns: "kebijakan" tidak dikenal; ada: tidak satu pun\n',
      code: 2,
    });
  });
});

describe('spbe gap --progress refuses', () => {
  test('what is no workbook, or too large for one', async () => {
    const cwd = await makeFolder({ 'catatan.xlsx': 'bukan', 'besar.xlsx': '' });
    await truncate(join(cwd, 'besar.xlsx'), 51 * 1024 * 1024);
    for (const [name, words] of [
      ['catatan.xlsx', /^catatan\.xlsx: /],
      ['besar.xlsx', /^besar\.xlsx: .*50 MB/],
    ] as const) {
      const { stderr, code } = await runHere(['gap', '--progress', name], cwd);
      expect(code).toBe(2);
      expect(stderr).toMatch(words);
    }
  });
});

describe('a plan', { timeout: 120_000 }, () => {
  const document = async (cwd: string, ...args: string[]) => {
    const { stdout, stderr } = await gap(cwd, ...args, '-f', 'json');
    expect(stderr).toBe('');
    return JSON.parse(stdout);
  };

  /** In which quarters the steps of the one OPD end. */
  const quartersOf = ({ tasks }: { tasks: readonly { opd: string | null; end: string }[] }) =>
    tasks
      .filter(({ opd }) => opd === 'diskominfo')
      .map(({ end }) => `${end.slice(0, 4)} ${Math.ceil(Number(end.slice(5, 7)) / 3)}`);

  it('keeps within what each OPD can do in a quarter; one that is not named can do all', async () => {
    const few = await document(await project(), '--floor', '3', '--capacity', '1', '--start', '2026-01-01');
    expect(quartersOf(few.schedule)).toHaveLength(3);
    expect(new Set(quartersOf(few.schedule)).size).toBe(3);
    const named = await withPlan('  capacity: {lain: 1}\n');
    const all = await document(named, '--floor', '3', '--schedule', '--start', '2026-01-01');
    expect(new Set(quartersOf(all.schedule)).size).toBeLessThan(3);
  });

  it('counts what is begun as done, also where nothing is answered yet', async () => {
    const cwd = await withPlan('  underway: [{indicator: 12, to: 3, end: 2026-03-31}]\n');
    const { writeFile } = await import('node:fs/promises');
    await writeFile(join(cwd, 'tingkat.csv'), csv({}).replace('\n12,2\n', '\n'));
    const { steps } = await document(cwd, '--target', '2.1', '--schedule', '--start', '2026-01-01');
    expect(JSON.stringify(steps)).toContain('"12"');
  });

  it('tells the chance to hold without being asked for one', async () => {
    const { robustness } = await document(await project(), '--target', '2.05', '--risk', '0.1');
    expect(robustness).toMatchObject({ confidence: null });
  });

  it('over the years is laid out only if that is asked for', async () => {
    const years = ['--target', '2026=2.05', '--target', '2027=2.1'];
    const cwd = await project();
    const plain = await document(cwd, ...years);
    expect(plain.path.map((one: { year: number; schedule: unknown }) => [one.year, one.schedule])).toEqual([
      [2026, null],
      [2027, null],
    ]);
    const laid = await document(cwd, ...years, '--schedule', '--start', '2026-01-01');
    const [first, second] = laid.path;
    expect(first.schedule.tasks.every(({ start }: { start: string }) => start < '2027')).toBe(true);
    expect(second.schedule.tasks.every(({ start }: { start: string }) => start >= '2027')).toBe(true);
  });
});

test('a target in spbe.yaml gives way to the search for the highest index', () => {
  expect(targetTexts(3.5)).toEqual({ texts: ['3.5'] });
  expect(targetTexts(3.5, true)).toEqual({ texts: [] });
  expect(targetTexts({ index: 3.5, D1: 3, '2027': 3, floor: 3 }, true)).toEqual({
    texts: ['D1=3'],
    floor: '3',
  });
});
