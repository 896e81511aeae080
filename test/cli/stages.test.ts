import { readFileSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { Fraction } from 'fraction.js';
import { describe, expect, test } from 'vitest';
import type { StagesDocument } from '../../src/contract/stages.ts';
import { readOfficial } from '../official-results.ts';
import { fillIn, load, makeWorkbook, save } from '../workbook/make-workbook.ts';
import { fixtures, makeFolder, spbe, transcript, transcripts } from './spbe.ts';

const yaml = (year: number, region = 'Kementerian PPPA') =>
  `formatVersion: 1\nregion: ${region}\nkind: kementerian\nyear: ${year}\ninstrument: permenpanrb-59-2020\nopd:\n  - {code: pusdatin, name: Pusat Data dan Informasi, indicators: [1]}\n`;
const fixture = (path: string) => readFileSync(join(fixtures, path), 'utf8');

/** A project with the two results of the Ministry for Women's Empowerment, as one would import them. */
async function pppa(year = 2024): Promise<string> {
  const cwd = await makeFolder({
    'spbe.yaml': yaml(year),
    'mandiri.csv': fixture('kementerian-pppa-2024/mandiri.csv'),
    'akhir.csv': fixture('kementerian-pppa-2024/akhir.csv'),
  });
  for (const stage of ['mandiri', 'akhir']) {
    const args = ['external', 'import', `${stage}.csv`, '--stage', stage, '--year', '2024'];
    expect(await spbe(args, { cwd })).toMatchObject({ code: 0, stderr: '' });
  }
  return cwd;
}

describe('Kementerian PPPA 2024, self against external', () => {
  test('the fixtures are the official levels and sums', () => {
    for (const [file, id] of [
      ['mandiri', '59-kemenpppa-2024-self'],
      ['akhir', '59-kemenpppa-2024'],
    ]) {
      const { levels, published } = readOfficial().find((one) => one.id === id) ?? {};
      const rows = [
        ...Object.entries(levels ?? {}),
        ...(published?.aspects ?? []).map((value, index) => [`A${index + 1}`, value]),
        ...(published?.domains ?? []).map((value, index) => [`D${index + 1}`, value]),
        ['indeks', published?.index],
      ];
      expect(fixture(`kementerian-pppa-2024/${file}.csv`)).toBe(
        `indikator,nilai\n${rows.map((row) => row.join(',')).join('\n')}\n`,
      );
    }
  });

  test('4.41 → 3.63, explained per indicator and per aspect, adding up exactly', async () => {
    const { stdout, code } = await spbe(['stages', '--format', 'json'], { cwd: await pppa() });
    expect(code).toBe(0);
    const { stages, steps, problems }: StagesDocument = JSON.parse(stdout);
    expect(stages.map(({ stage, index, indexExact }) => [stage, index, indexExact])).toEqual([
      ['self', 4.41, '4.406'],
      ['final', 3.63, '3.6285'],
    ]);
    expect(problems).toEqual([]);
    const [step] = steps;
    expect(step?.differenceExact).toBe('-0.7775');
    expect(sum(step?.indicators?.map(({ pointsExact }) => pointsExact))).toBe('-0.7775');
    expect(sum(step?.aspects.map(({ pointsExact }) => pointsExact))).toBe('-0.7775');
    // By hand from the two tables: 26 indicators were lowered, none raised.
    const [self, final] = ['59-kemenpppa-2024-self', '59-kemenpppa-2024'].map(
      (id) => readOfficial().find((one) => one.id === id)?.levels ?? {},
    );
    const changed = Object.keys(self ?? {}).filter((id) => self?.[id] !== final?.[id]);
    expect(step?.indicators?.map(({ id, from, to }) => [id, from, to])).toEqual(
      changed.map((id) => [id, self?.[id], final?.[id]]),
    );
    expect(changed).toHaveLength(26);
  });

  test('in every format, and wide', async () => {
    const cwd = await pppa();
    for (const [format, text] of await transcripts(['stages'], { cwd })) {
      await expect(text).toMatchFileSnapshot(`transcripts/stages-pppa-${format}.md`);
    }
    const wide = await spbe(['stages'], { cwd, columns: 120 });
    await expect(wide.stdout).toMatchFileSnapshot('transcripts/stages-pppa-wide.md');
    expect(Math.max(...wide.stdout.split('\n').map((line) => line.length))).toBeLessThanOrEqual(120);
  });

  test('score --stage needs workbooks of the year', async () => {
    const { stderr, code } = await spbe(['score', '--stage', 'akhir'], { cwd: await pppa() });
    expect(code).toBe(2);
    expect(stderr).toContain('Tidak ada kertas kerja');
  });
});

describe('a workbook with an assessor’s levels, and an external result that states two of three', () => {
  const make = async () => {
    const book = await load(await makeWorkbook(['1', '2', '11'], { year: 2024, region: 'Kementerian PPPA' }));
    fillIn(book, {
      answers: {
        1: [4, 'Fakta.', '', 'Analisis.', 3, 'Belum ditetapkan'],
        2: [3, 'Fakta.'],
        11: [3, 'Fakta.'],
      },
      documents: [
        [1, 4, 'SK'],
        [2, 3, 'SK'],
        [11, 3, 'SK'],
      ],
    });
    const cwd = await makeFolder({
      'spbe.yaml': yaml(2024),
      'kertas-kerja/a.xlsx': await save(book),
      'hasil.csv': 'kode;nilai;alasan\nI1;2;Dokumen tidak berlaku\n11;4;\n',
    });
    const { code } = await spbe(['external', 'import', 'hasil.csv', '--stage', 'interviu'], { cwd });
    expect(code).toBe(0);
    return cwd;
  };

  test('what a stage does not speak of keeps the level of the stage before', async () => {
    const cwd = await make();
    const { stdout } = await spbe(['stages', '--format', 'json', '--fail-on', 'never'], { cwd });
    const { stages, steps, indicators }: StagesDocument = JSON.parse(stdout);
    expect(stages.map(({ stage }) => stage)).toEqual(['self', 'assessor', 'interview']);
    const levelsOf = (id: string) => indicators.find((one) => one.id === id)?.levels;
    expect([levelsOf('1'), levelsOf('2'), levelsOf('11'), levelsOf('3')]).toEqual([
      [4, 3, 2],
      [3, 3, 3],
      [3, 3, 4],
      [null, null, null],
    ]);
    expect(steps.map(({ from, to }) => [from, to])).toEqual([
      ['self', 'assessor'],
      ['assessor', 'interview'],
      ['self', 'interview'],
    ]);
    // Indicator 1 weighs 1.3 %, indicator 11 2.5 %.
    expect(steps.map(({ differenceExact }) => differenceExact)).toEqual(['-0.013', '0.012', '-0.001']);
    expect(stages[1]?.carried).toEqual(['2', '11']);
    expect(steps[0]?.indicators?.[0]?.reason).toBe('Belum ditetapkan');
    await expect(await transcript([['stages']], { cwd })).toMatchFileSnapshot('transcripts/stages-three.md');
  });

  test('score --stage gives the same index as stages', async () => {
    const cwd = await make();
    const { stdout } = await spbe(['stages', '--format', 'json'], { cwd });
    const { stages }: StagesDocument = JSON.parse(stdout);
    for (const [word, basis, position] of [
      ['mandiri', 'claimed', 0],
      ['asesor', 'assessed', 1],
      ['interviu', 'external', 2],
    ] as const) {
      const ran = await spbe(['score', '--stage', word, '--format', 'json'], { cwd });
      const { indexExact, basis: found, carried } = JSON.parse(ran.stdout);
      expect([found, indexExact]).toEqual([basis, stages[position]?.indexExact]);
      expect(carried).toEqual(stages[position]?.carried);
    }
    const missing = await spbe(['score', '--stage', 'akhir'], { cwd });
    expect([missing.code, missing.stderr]).toEqual([
      2,
      'Belum ada hasil tahap akhir; yang ada: mandiri, asesor, interviu. Impor dengan "spbe external import <berkas> --stage akhir".\n',
    ]);
  });

  test('an imported claim gives way to filled workbooks, and is named', async () => {
    const cwd = await make();
    await spbe(['external', 'import', 'hasil.csv', '--stage', 'mandiri'], { cwd });
    const { stdout } = await spbe(['stages'], { cwd });
    expect(stdout.replace(/\s+/g, ' ')).toContain('hasil-luar/2024-mandiri.json tidak dipakai');
  });
});

describe('external import', () => {
  const cwdWith = (files: Record<string, string>) => makeFolder({ 'spbe.yaml': yaml(2025), ...files });

  test('the portal’s sample contradicts itself: its domains, not its index', async () => {
    const cwd = await cwdWith({ 'tauval.json': fixture('portal/tauval.json') });
    for (const [format, text] of await transcripts(
      ['external', 'import', 'tauval.json', '--stage', 'akhir'],
      { cwd },
    )) {
      await expect(text).toMatchFileSnapshot(`transcripts/external-portal-${format}.md`);
    }
    const stored = JSON.parse(await readFile(join(cwd, 'hasil-luar/2025-akhir.json'), 'utf8'));
    expect(stored).toMatchObject({ year: 2025, stage: 'final', institution: 'Institution Z', levels: [] });
    expect(stored.groups.A6.value).toBe('2.6666666667');
  });

  test('its aspects are compared with a claim, the index by their weights', async () => {
    const cwd = await cwdWith({
      'tauval.json': fixture('portal/tauval.json'),
      'mandiri.csv': fixture('kementerian-pppa-2024/mandiri.csv'),
    });
    await spbe(['external', 'import', 'tauval.json', '--stage', 'akhir'], { cwd });
    await spbe(['external', 'import', 'mandiri.csv', '--stage', 'mandiri'], { cwd });
    const { stdout } = await spbe(['stages', '--format', 'json'], { cwd });
    const { stages, steps, problems }: StagesDocument = JSON.parse(stdout);
    // A2006 is 8/3 rounded to ten decimals, so the exact sum lies 4.5 % of a third of 10⁻¹⁰ above 4.2125.
    expect(stages[1]?.index).toBe(4.21);
    expect(steps[0]?.indicators).toBeNull();
    expect(sum(steps[0]?.aspects.map(({ pointsExact }) => pointsExact))).toBe(steps[0]?.differenceExact);
    expect(problems.map(({ code }) => code)).toEqual(Array(4).fill('external-sum-differs'));
  });

  test('everything that is wrong at once, and then nothing is kept', async () => {
    const cwd = await cwdWith({
      'salah.csv': 'indikator,nilai\n1,tiga\n2,7\nA2009,3\n3,3\n3,4\nD1,9\n',
      'kosong.csv': 'apa,ini\n1,2\n',
      'indeks.csv': 'indikator,nilai\nindeks,3.5\n',
      'dua.json': '[{"nama_instansi": "A", "nilai": {}}, {"nama_instansi": "B", "nilai": {}}]',
      'lain.json': '{"hasil": 3}',
      'tua.json': '{"tahun": "2023", "nilai": {"A1": "3"}}',
    });
    const run = (file: string, ...more: string[]) => [
      'external',
      'import',
      file,
      '--stage',
      'akhir',
      ...more,
    ];
    const text = await transcript(
      [
        ...['salah.csv', 'kosong.csv', 'indeks.csv', 'dua.json', 'lain.json', 'tak-ada.csv'].map((file) =>
          run(file),
        ),
        run('tua.json', '--year', '2024'),
        run('salah.csv', '--year', 'dua ribu'),
        ['external', 'import', 'salah.csv'],
        ['external', 'import', 'salah.csv', '--stage', 'final'],
      ],
      { cwd },
    );
    expect(text).not.toContain('Disimpan');
    await expect(text).toMatchFileSnapshot('transcripts/external-faults.md');
    await expect(readFile(join(cwd, 'hasil-luar/2025-akhir.json'))).rejects.toThrow('ENOENT');
  });
});

describe('optimism', () => {
  test('without data it says so', async () => {
    const cwd = await makeFolder({ 'spbe.yaml': yaml(2025) });
    await expect(await transcript([['optimism']], { cwd })).toMatchFileSnapshot(
      'transcripts/optimism-none.md',
    );
  });

  test('of one result, in every format: no range', async () => {
    const cwd = await pppa(2025);
    await spbe(['external', 'import', 'akhir.csv', '--stage', 'mandiri', '--year', '2025'], { cwd });
    for (const [format, text] of await transcripts(['optimism'], { cwd })) {
      await expect(text).toMatchFileSnapshot(`transcripts/optimism-pppa-${format}.md`);
    }
  });

  test('of two regions: mean and range, and how little it rests on', async () => {
    const cwd = await pppa(2025);
    await spbe(['external', 'import', 'akhir.csv', '--stage', 'mandiri', '--year', '2025'], { cwd });
    // Claimed as published, and accepted whole.
    const other = await makeFolder({
      'spbe.yaml': yaml(2024, 'Lain'),
      'a.csv': fixture('kementerian-pppa-2024/akhir.csv'),
    });
    for (const stage of ['mandiri', 'akhir']) {
      await spbe(['external', 'import', 'a.csv', '--stage', stage], { cwd: other });
    }
    const { stdout } = await spbe(['optimism', '.', other, '--format', 'json'], { cwd });
    const { basis, expected } = JSON.parse(stdout);
    expect(basis).toEqual({ results: 2, regions: 2, years: [2024] });
    // 3.6285 less half of 0.7775; between all of it and nothing.
    expect(expected).toEqual({
      year: 2025,
      claimedExact: '3.6285',
      meanExact: '3.23975',
      range: { lowExact: '2.851', highExact: '3.6285' },
    });
    const { stdout: shown } = await spbe(['optimism', '.', other], { cwd });
    expect(shown.replace(/\s+/g, ' ')).toContain(
      'sekitar 3,2 bila dipotong seperti rata-rata 2 hasil itu; antara 2,9 dan 3,6',
    );
  });
});

function sum(values: readonly string[] | undefined): string {
  return (values ?? []).reduce((total, value) => total.add(value), new Fraction(0)).toString();
}
