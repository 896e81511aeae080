import { copyFile, mkdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { Fraction } from 'fraction.js';
import { describe, expect, test } from 'vitest';
import type { TrendDocument } from '../../src/contract/trend.ts';
import { csv, project, record } from './recorded-project.ts';
import { fixtures, makeFolder, spbe, transcript, transcripts } from './spbe.ts';

const folder = join(fixtures, 'kota-mojokerto-tren');
const read = async (args: readonly string[], cwd = folder): Promise<TrendDocument> =>
  JSON.parse((await spbe(['trend', ...args, '--format', 'json'], { cwd })).stdout);
const flat = (text: string) => text.replace(/\s+/g, ' ');

describe('Kota Mojokerto 2,92 → 3,32 → 4,26 → 4,32', () => {
  test('in every format, and wide', async () => {
    for (const [format, text] of await transcripts(['trend'], { cwd: folder })) {
      await expect(text).toMatchFileSnapshot(`transcripts/trend-mojokerto-${format}.md`);
    }
    const wide = await spbe(['trend'], { cwd: folder, columns: 120 });
    await expect(wide.stdout).toMatchFileSnapshot('transcripts/trend-mojokerto-wide.md');
    for (const [columns, { stdout }] of [
      [80, await spbe(['trend'], { cwd: folder })] as const,
      [120, wide] as const,
    ]) {
      expect(Math.max(...stdout.split('\n').map((line) => line.length))).toBeLessThanOrEqual(columns);
    }
  });

  test('history in spbe.yaml, the table and the published results say the same', async () => {
    const all = await Promise.all([
      read([]),
      read(['--csv', 'kota-mojokerto.csv', '--region', 'Pemkot Mojokerto']),
      read(['--region', 'kota mojokerto'], fixtures),
      read(['--csv', 'kota-mojokerto-tren/kota-mojokerto.csv'], fixtures),
    ]);
    for (const { segments, problems } of all) {
      expect(problems).toEqual([]);
      expect(segments).toHaveLength(1);
      expect(segments[0]?.points.map(({ year, index }) => [year, index])).toEqual([
        ...[
          [2021, 2.92],
          [2022, 3.32],
          [2023, 4.26],
          [2024, 4.32],
        ],
      ]);
      expect(segments[0]?.changes[2]?.byTop?.parts.map(({ points }) => points)).toEqual([
        ...['0', '-0.05', '-0.09075', '0.1911'],
      ]);
    }
  });
});

test('Kota Gorontalo 2,59 and 2,59: does not move', async () => {
  await expect(
    await transcript([['trend', '--csv', 'kota-mojokerto-tren/kota-gorontalo.csv']]),
  ).toMatchFileSnapshot('transcripts/trend-gorontalo.md');
});

test('Kabupaten Mojokerto 1,55 with 5/2018: the line is broken, in every format', async () => {
  const args = ['trend', '--csv', 'kabupaten-mojokerto.csv', '--region', 'Kab. Mojokerto'];
  for (const [format, text] of await transcripts(args, { cwd: folder })) {
    await expect(text).toMatchFileSnapshot(`transcripts/trend-broken-${format}.md`);
  }
  const { segments } = await read(args.slice(1));
  expect(segments.map(({ instrument, points }) => [instrument, points.map(({ year }) => year)])).toEqual([
    ['permenpanrb-5-2018', [2019]],
    ['permenpanrb-59-2020', [2023, 2024]],
  ]);
});

describe('a project with records, imported results and history', () => {
  const make = async () => {
    const cwd = await project({
      'akhir.csv': await readFile(join(fixtures, 'kementerian-pppa-2024/akhir.csv'), 'utf8'),
      'akhir-2025.csv': csv({ 1: 4, 2: 1 }).replace('tingkat', 'nilai'),
    });
    await record(cwd);
    await writeFile(join(cwd, 'tingkat.csv'), csv({ 1: 4, 12: 3 }));
    await record(cwd);
    const yaml = await readFile(join(cwd, 'spbe.yaml'), 'utf8');
    await writeFile(
      join(cwd, 'spbe.yaml'),
      `${yaml}history:\n  - {year: 2023, index: 2.05, kind: self, source: kertas kerja 2023}\ntarget: {2026: 3.0}\n`,
    );
    for (const [file, year] of [
      ['akhir.csv', '2024'],
      ['akhir-2025.csv', '2025'],
    ] as const) {
      const args = ['external', 'import', file, '--stage', 'akhir', '--year', year];
      expect(await spbe(args, { cwd })).toMatchObject({ code: 0 });
    }
    return cwd;
  };

  test('claims and external results are two lines; exact ones add up exactly; the newest record counts', async () => {
    const cwd = await make();
    const { segments, statements } = await read([], cwd);
    expect(segments.map(({ measure, points }) => [measure, points.map(({ year }) => year)])).toEqual([
      ['external', [2024, 2025]],
      ['claim', [2023, 2025]],
    ]);
    const [external, claim] = segments;
    // All at 2 but indicator 1 (1.3 %) at 4 and 2 at 1: 2 + 0.026 − 0.013; the other by the fixture.
    expect(external?.points.map(({ value }) => value)).toEqual(['3.6285', '2.013']);
    const change = external?.changes[0];
    expect([change?.difference, change?.direction, change?.byTop?.isExact]).toEqual([
      '-1.6155',
      'fall',
      true,
    ]);
    for (const parts of [change?.byTop?.parts, change?.byAspect?.parts]) {
      const sum = (parts ?? []).reduce((total, { points }) => total.add(points), new Fraction(0));
      expect(sum.toString()).toBe('-1.6155');
    }
    // 2 + 0.026 + 0.025.
    expect(claim?.points[1]).toMatchObject({ value: '2.051', isExact: true });
    expect(claim?.points[1]?.source).toMatch(
      /^riwayat\/.*\(terbaru dari 2 catatan; tahun menurut spbe.yaml\)$/,
    );
    expect(statements.map(({ kind }) => kind)).toContain('measures-apart');
  });

  test('as a person reads it', async () => {
    const { stdout } = await spbe(['trend'], { cwd: await make() });
    const text = flat(stdout);
    expect(text).toContain('2024 → 2025: turun 1,62 (3,63 → 2,01). Asalnya: turun di');
    expect(text).toContain('Nilai 2024 tidak diketahui; perubahan 2023 → 2025 terjadi dalam 2 tahun.');
    expect(text).toContain('2023 → 2025: tidak bergerak, tetap 2,05.');
    expect(text).toContain('Ada 2 garis terpisah: hasil eksternal, klaim sendiri.');
    expect(text).toContain('Target 2026 (3,00): kurang 0,99 (2,01 pada 2025, eksternal).');
    expect(text).toContain('Semua nilai eksak; jumlah poin domain tepat sama dengan perubahan indeks.');
  });

  test('two projects of one region are one trend, in any order', async () => {
    const [older, newer] = [await make(), await make()];
    const yaml = await readFile(join(older, 'spbe.yaml'), 'utf8');
    await writeFile(join(older, 'spbe.yaml'), yaml.replace('year: 2025', 'year: 2024'));
    const both = await Promise.all([read([older, newer]), read([newer, older])]);
    expect(both[0]).toEqual(both[1]);
  });
});

test('everything that is wrong in a table at once; what is right is shown', async () => {
  const cwd = await makeFolder({
    'salah.csv':
      'tahun,indeks,instrumen,jenis,D1,D4\n24,3.5,,,,\n2021,baik,,,,\n2022,0.5,,,,\n2023,3.1,95/2018,,,\n2023,3.1,,sementara,,\n2019,2.5,,,6,1\n2024,3.2,,,,\n2016,1.0,,,,\n',
    'kosong.csv': 'apa,ini\n1,2\n',
    'beda.csv': 'tahun,indeks,D1,D2,D3,D4\n2024,4.32,5,3.8,3,4\n2024,4.30,5,3.8,3,4.88\n',
    'hanya-judul.csv': 'tahun,indeks\n',
    'rusak.csv': 'tahun,indeks\n2024,"3\n',
  });
  const table = (file: string) => ['trend', '--csv', file];
  const text = await transcript(
    [...['salah.csv', 'kosong.csv', 'beda.csv', 'hanya-judul.csv', 'rusak.csv', 'tak-ada.csv'].map(table)],
    { cwd },
  );
  await expect(text).toMatchFileSnapshot('transcripts/trend-faults.md');
});

test('what cannot be started', async () => {
  const text = await transcript(
    [
      ['trend'],
      ['trend', 'tak-ada'],
      ['trend', 'kota-mojokerto-tren/kota-mojokerto.csv'],
      ['trend', '--region', 'Mojokerto'],
      ['trend', '--region', 'Kota Mojokrto'],
      ['trend', '--region', 'Zzz'],
      ['trend', 'kota-mojokerto-tren', '--region', 'Kab. Mojokerto'],
      ['trend', 'kota-mojokerto-tren', 'kabupaten-mojokerto-2018'],
      ['trend', '--region', 'Kota Mojokerto', '--target', 'sangat bagus'],
    ],
    { cwd: fixtures },
  );
  await expect(text).toMatchFileSnapshot('transcripts/trend-refused.md');
});

test('a fault in history is named at its entry, and a broken one stops the project', async () => {
  const yaml = await readFile(join(folder, 'spbe.yaml'), 'utf8');
  const cwd = await makeFolder({
    'spbe.yaml': yaml.replace('index: 2.92', 'index: 2.92, instrument: 95/2018'),
    'rusak/spbe.yaml': yaml.replace('kind: published', 'kind: eksternal').replace('3.32', '7'),
  });
  const { stdout, code } = await spbe(['trend'], { cwd });
  expect(code).toBe(1);
  expect(flat(stdout)).toContain('spbe.yaml › history[0] ✖ kesalahan Instrumen tidak dikenal');
  const broken = await spbe(['trend', 'rusak'], { cwd });
  expect([broken.code, broken.stderr]).toEqual([2, expect.stringContaining('history[0].kind')]);
  expect(broken.stderr).toContain('history[1].index');
});

test('a damaged record is named and the others stand', async () => {
  const cwd = await project();
  await record(cwd);
  await mkdir(join(cwd, 'riwayat'), { recursive: true });
  await copyFile(join(folder, 'README.md'), join(cwd, 'riwayat/rusak.json'));
  const { problems, segments } = await read([], cwd);
  expect(problems.map(({ code }) => code)).toEqual(['record-damaged']);
  expect(segments[0]?.points).toHaveLength(1);
});

test('the workbook of the report has a sheet to read and one to calculate with', async () => {
  const cwd = await makeFolder();
  const args = ['trend', '--region', 'Kota Mojokerto', '--format', 'xlsx', '-o', 'tren.xlsx'];
  expect(await spbe(args, { cwd })).toEqual({ stdout: '', stderr: '', code: 0 });
  const { openBook } = await import('../../src/workbook/open.ts');
  const opened = openBook(await readFile(join(cwd, 'tren.xlsx')), 'tren.xlsx');
  const sheets = 'book' in opened ? opened.book.sheets : [];
  expect(sheets.map(({ name }) => name)).toEqual(['Laporan', 'Data']);
  const rows = sheets[1]?.rows.map(({ cells }) => cells.map(({ text }) => text)) ?? [];
  expect(rows.find((row) => row.includes('2024') && row.includes('D4'))).toContain('4.88');
});
