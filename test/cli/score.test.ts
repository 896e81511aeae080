import { readFile, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { evaluate } from '../../src/assessment/evaluate.ts';
import { claimedLevels } from '../../src/assessment/merge.ts';
import { readInputs } from '../../src/commands/inputs.ts';
import { findGap } from '../../src/plan/gap.ts';
import { parseTarget } from '../../src/plan/target.ts';
import { reportGap } from '../../src/reporters/gap.ts';
import { render, textFormats } from '../../src/reporters/index.ts';
import { reportScore } from '../../src/reporters/score.ts';
import { plainResult } from '../plan/plain-result.ts';
import { fixtures, makeFolder, spbe, transcript, transcripts } from './spbe.ts';

const levels = 'kota-bandar-lampung-2024/levels.csv';
const illustration = 'kabupaten-mojokerto/levels.csv';
const note = 'ilustrasi, bukan hasil resmi per indikator';

describe('Kota Bandar Lampung 2024, as published', () => {
  test('in every format', async () => {
    for (const [format, text] of await transcripts(['score', levels])) {
      await expect(text).toMatchFileSnapshot(`transcripts/score-bandar-lampung-${format}.md`);
    }
  });
});

describe('the illustration of Kabupaten Mojokerto', () => {
  test('is marked as one, once, right under the title', async () => {
    const text = await transcript([['score', illustration]]);
    expect(text.match(/Catatan berkas: /g)).toHaveLength(1);
    await expect(text).toMatchFileSnapshot('transcripts/score-mojokerto-table.md');
  });

  test('carries the mark in every format, of score and of gap', async () => {
    const { assessment, report: scored } = await read(illustration, fixtures);
    const { instrument, answers } = assessment;
    const gap = await findGap(instrument, claimedLevels(answers), parseTarget('2', instrument));
    const reports = [scored, reportGap(assessment, plainResult(gap))];
    for (const report of reports) {
      for (const format of textFormats) {
        expect(render(report, format, plain)).toContain(note);
      }
    }
  });
});

describe('csv', () => {
  test.each([levels, illustration])(
    'of %s can be read back: the same index, levels and note',
    async (file) => {
      const first = await read(file, fixtures);
      const cwd = await makeFolder({ 'ulang.csv': render(first.report, 'csv', plain) });
      const again = await read('ulang.csv', cwd);
      expect(again.result).toEqual(first.result);
      expect(again.assessment.notes).toEqual(first.assessment.notes);
      expect(again.assessment.problems).toEqual([]);
    },
  );

  test('of blanks can be read back: they stay blank', async () => {
    const cwd = await makeFolder({ 'a.csv': 'indikator;tingkat\n1;3\n2;\n3;n/a\n' });
    await writeFile(join(cwd, 'b.csv'), render((await read('a.csv', cwd)).report, 'csv', plain));
    const { result } = await read('b.csv', cwd);
    expect(result.unanswered).toHaveLength(46);
    expect(result.indicators[0]?.level).toBe(3);
  });

  test('ends its lines as Excel does, and disarms what Excel would run as a formula', async () => {
    const cwd = await makeFolder({ 'a.csv': 'indikator,tingkat,catatan\n1,3,"=HYPERLINK(""http://x"")"\n' });
    const text = render((await read('a.csv', cwd)).report, 'csv', plain);
    expect(text.split('\r\n')).toHaveLength(49);
    expect(text).toContain(`"'=HYPERLINK(""http://x"")"`);
  });
});

const plain = { width: 200, colour: false };

/** What `spbe score` makes of a file, before it is printed. */
async function read(file: string, cwd: string) {
  const { assessment } = await readInputs([file], { cwd, strict: true });
  const evaluation = evaluate(assessment, null);
  return { assessment, result: evaluation.claimed, report: reportScore(assessment, evaluation) };
}

describe('xlsx', () => {
  test('goes to a file, never to the screen', async () => {
    const cwd = await makeFolder({ 'a.csv': 'indikator,tingkat\n1,3\n' });
    const refused = await spbe(['score', 'a.csv', '-f', 'xlsx'], { cwd });
    expect(refused).toEqual({ code: 2, stdout: '', stderr: expect.stringContaining('-o laporan.xlsx') });
    const written = await spbe(['score', 'a.csv', '-f', 'xlsx', '-o', 'hasil.xlsx'], { cwd });
    expect(written).toEqual({ code: 0, stdout: '', stderr: '' });
    expect((await readFile(join(cwd, 'hasil.xlsx'))).subarray(0, 2).toString()).toBe('PK');
  });
});

describe('what people save as csv', () => {
  test.each([
    ['semicolons and decimal commas', 'Indikator;Tingkat\r\n1;3,0\r\n2;4\r\n'],
    ['tabs', 'no\tnilai\n1\t3\n2\t4\n'],
    ['a title above, blank lines between', 'Isian Kabupaten Contoh\n\nindikator,tingkat\n\n1,3\n\n2,4\n'],
    ['other columns, another order', 'nama,tingkat kematangan,nomor\nA,3,1\nB,IV,2\n'],
    ['a byte order mark', '\ufeffindikator,tingkat\n1,3\n2,4\n'],
    ['the hint of Excel', 'sep=;\nindikator;tingkat\n1;3\n2;4\n'],
  ])('%s', async (_, content) => {
    const cwd = await makeFolder({ 'a.csv': content });
    const { assessment } = await readInputs(['a.csv'], { cwd, strict: true });
    expect(['1', '2', '3'].map((id) => assessment.answers.get(id)?.level)).toEqual([3, 4, undefined]);
  });
});

test('blanks: the index is shown with its range, and exit code 0 unless asked', async () => {
  const cwd = await makeFolder({ 'a.csv': 'indikator,tingkat\n1,3\n2,\n3,n/a\n' });
  const text = await transcript(
    [
      ['score', 'a.csv'],
      ['score', 'a.csv', '--fail-on', 'warning'],
    ],
    { cwd },
  );
  await expect(text).toMatchFileSnapshot('transcripts/score-blanks.md');
});

test('near the edge of a predicate it says so', async () => {
  // Exactly 1.7975: Kurang, and Cukup if it were rounded first.
  const levelOf = (indicator: number) => (indicator < 32 || indicator > 41 ? 1 : indicator === 41 ? 3 : 4);
  const rows = Array.from({ length: 47 }, (_, index) => `${index + 1},${levelOf(index + 1)}`);
  const cwd = await makeFolder({ 'a.csv': ['indikator,tingkat', ...rows].join('\n') });
  const { stdout } = await spbe(['score', 'a.csv'], { cwd });
  expect(stdout).toMatch(/1,80 +KURANG/);
  expect(stdout.replace(/\s+/g, ' ')).toContain(
    'Dekat batas predikat: eksak 1,7975, batas Kurang/Cukup 1,80.',
  );
});

test('--output writes the report whole, uncoloured, and nothing to the screen', async () => {
  const cwd = await makeFolder();
  const file = join(cwd, 'laporan.md');
  const shown = await spbe(['score', levels, '--format', 'md']);
  const written = await spbe(['score', levels, '--format', 'md', '--output', file]);
  expect(written).toEqual({ stdout: '', stderr: '', code: 0 });
  expect(await readFile(file, 'utf8')).toBe(shown.stdout);
});

describe('a csv, which names no instrument', () => {
  const instrumentOf = async (args: readonly string[], cwd: string) =>
    JSON.parse((await spbe([...args, '--format', 'json'], { cwd })).stdout).instrument;

  test.each([['score'], ['check'], ['sensitivity'], ['gap', '-t', '2']])(
    'is meant for that of the project around it: %s',
    async (...command) => {
      const project = 'kabupaten-mojokerto-2018';
      const inside = await instrumentOf([...command, 'levels.csv'], join(fixtures, project));
      const outside = await instrumentOf([...command, `${project}/levels.csv`], fixtures);
      expect([inside, outside]).toEqual(['permenpanrb-5-2018', 'permenpanrb-59-2020']);
    },
  );

  test('a result recorded or sealed there says it, so that it can be verified anywhere', async () => {
    const [levelsOf2018, yaml] = await Promise.all(
      ['levels.csv', 'spbe.yaml'].map((name) =>
        readFile(join(fixtures, 'kabupaten-mojokerto-2018', name), 'utf8'),
      ),
    );
    const cwd = await makeFolder({ 'levels.csv': levelsOf2018 ?? '', 'spbe.yaml': yaml ?? '' });
    await spbe(['report', 'levels.csv', '-f', 'html', '-o', 'laporan.html'], { cwd });
    await rm(join(cwd, 'spbe.yaml'));
    const { stdout } = await spbe(['verify', 'laporan.html', '-f', 'json'], { cwd });
    const differences = [{ kind: 'file-missing', what: 'spbe.yaml' }];
    expect(JSON.parse(stdout)).toMatchObject({ sameResult: true, differences });
  });
});
