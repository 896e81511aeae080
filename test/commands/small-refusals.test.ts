import { mkdir, readdir, readFile, rm, symlink, truncate, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, it, test } from 'vitest';
import { csv, project, yaml } from '../cli/recorded-project.ts';
import { makeFolder } from '../cli/spbe.ts';
import { twoOffices } from '../cli/two-offices.ts';
import { load, makeWorkbook, save } from '../workbook/make-workbook.ts';
import { runHere, sitDown } from './run-here.ts';

async function refusal(args: readonly string[], cwd: string): Promise<string> {
  const { stdout, stderr, code } = await runHere(args, cwd);
  expect({ stdout, code }).toEqual({ stdout: '', code: 2 });
  return stderr.trimEnd();
}

describe('a csv, which names no OPD and no year,', () => {
  it('has none to choose from', async () => {
    const cwd = await makeFolder({ 'tingkat.csv': csv({}) });
    const message = 'OPD "dinkes" tidak dikenal. Yang ada: (tidak ada).';
    expect(await refusal(['status', 'tingkat.csv', '--opd', 'dinkes'], cwd)).toBe(message);
    expect(await refusal(['report', 'tingkat.csv', '--opd', 'dinkes'], cwd)).toBe(message);
    expect((await runHere(['status', 'tingkat.csv', '-f', 'json'], cwd)).code).toBe(0);
  });

  it('has no stage but the claim', async () => {
    expect(await refusal(['score', 'tingkat.csv', '--stage', 'asesor'], await project())).toBe(
      'Belum ada hasil tahap asesor; yang ada: mandiri. Isi kolom Tingkat asesor di kertas kerja.',
    );
  });
});

test('a day that there is not is refused', async () => {
  expect(await refusal(['score', 'tingkat.csv', '--date', '2025-02-30'], await project())).toContain(
    '2025-02-30',
  );
});

test('a screen is not watched every other moment', async () => {
  const cwd = await project();
  sitDown();
  for (const pause of ['1', '1.5', 'sering']) {
    expect(await refusal(['status', '--watch', pause], cwd)).toMatch(
      /^--watch perlu bilangan bulat dari \d+ sampai 86400 detik, misalnya --watch 60\.$/,
    );
  }
});

describe('spbe simulate', () => {
  it('takes levels from a file, unless something in it is wrong', async () => {
    const cwd = await project({
      'coba.csv': 'indikator,tingkat\n1,4\n',
      'salah.csv': 'indikator,tingkat\n1,9\n',
    });
    const { stdout, code } = await runHere(
      ['simulate', 'tingkat.csv', '--from', 'coba.csv', '-f', 'json'],
      cwd,
    );
    expect(code).toBe(0);
    expect(stdout).toContain('"2.026"');
    expect(await refusal(['simulate', 'tingkat.csv', '--from', 'salah.csv'], cwd)).toMatch(/^salah\.csv: /);
  });
});

describe('a report that is verified', () => {
  test.each([
    [
      'without figures',
      'a.json',
      JSON.stringify({ seal: {} }),
      'isinya tidak sesuai susunannya (schemaVersion)',
    ],
    [
      'with a figure of its own',
      'a.json',
      JSON.stringify({ seal: {}, score: 3 }),
      'isinya tidak sesuai susunannya (schemaVersion)',
    ],
    [
      'with a seal larger than any',
      'a.json',
      JSON.stringify({ seal: 'x'.repeat(5_000_000) }),
      'lebih besar dari 4 MB',
    ],
  ])('%s has no seal that could be used', async (_, name, content, why) => {
    expect(await refusal(['verify', name], await makeFolder({ [name]: content }))).toBe(
      `Segel di ${name} tidak dapat dipakai – ${why} – pakai salinan laporan yang masih utuh.`,
    );
  });

  test('is not larger than any', async () => {
    const cwd = await makeFolder({ 'a.html': '' });
    await truncate(join(cwd, 'a.html'), 51 * 1024 * 1024);
    expect(await refusal(['verify', 'a.html'], cwd)).toBe(
      'a.html lebih besar dari 50 MB – bukan laporan dari "spbe report".',
    );
  });
});

describe('spbe trend', () => {
  it('names the cells that are blank', async () => {
    const table =
      'tahun,indeks,instrumen\n,3.1,permenpanrb-59-2020\n2023,,permenpanrb-59-2020\n1990,3.1,\n2099,3.1,\n';
    const cwd = await makeFolder({ 'a.csv': table });
    const { stdout, stderr } = await runHere(['trend', '--csv', 'a.csv', '-f', 'json'], cwd);
    const { problems } = JSON.parse(stdout || stderr);
    const messages = problems.map(({ message }: { message: string }) =>
      message.split(' – ').slice(0, 2).join(' – '),
    );
    expect(messages).toMatchInlineSnapshot(`
      [
        "Tahun tidak sah, jadi baris ini tidak dipakai – selnya kosong",
        "Indeks tidak sah – selnya kosong",
        "Tahun tidak sah, jadi baris ini tidak dipakai – tertulis "1990"",
        "Instrumen tidak dikenal, jadi baris ini tidak dipakai – selnya kosong, dan tidak ada instrumen untuk tahun itu",
      ]
    `);
  });

  it('is not read from a table larger than any', async () => {
    const cwd = await makeFolder({ 'a.csv': '' });
    await truncate(join(cwd, 'a.csv'), 11 * 1024 * 1024);
    expect(await refusal(['trend', '--csv', 'a.csv'], cwd)).toBe(
      '"a.csv" lebih besar dari 10 MB. Sisakan tabelnya saja.',
    );
  });

  it('takes sums for as exact as they were written, and leaves out what it does not know', async () => {
    const values = Object.fromEntries(Array.from({ length: 8 }, (_, at) => [`A200${at + 1}`, '2.30']));
    const cwd = await project({ 'hasil.json': JSON.stringify({ tahun: 2024, nilai: values }) });
    await runHere(['external', 'import', 'hasil.json', '--stage', 'akhir'], cwd);
    await runHere(['external', 'import', 'tingkat.csv', '--stage', 'akhir', '--year', '2022'], cwd);
    const path = join(cwd, 'hasil-luar/2022-akhir.json');
    const stored = await readFile(path, 'utf8');
    await writeFile(path, stored.replace('permenpanrb-59-2020', 'permenpanrb-1-1999'));
    const { stdout } = await runHere(['trend', '-f', 'json'], cwd);
    const { segments, leftOut } = JSON.parse(stdout);
    expect(segments[0].points).toMatchObject([{ year: 2024, index: 2.3 }]);
    expect(leftOut).toEqual(['hasil-luar/2022-akhir.json: instrumen permenpanrb-1-1999 tidak dikenal.']);
  });
});

describe('a record', () => {
  const recorded = async () => {
    const cwd = await project();
    await runHere(['score', 'tingkat.csv', '--record'], cwd);
    const [name = ''] = await readdir(join(cwd, 'riwayat'));
    return { cwd, name, path: join(cwd, 'riwayat', name) };
  };

  it('is found by its whole name, also where another begins so', async () => {
    const { cwd, name, path } = await recorded();
    await writeFile(`${path}.json`, await readFile(path));
    expect((await runHere(['verify', name, '-f', 'json'], cwd)).code).toBe(0);
    expect(await refusal(['verify', name.slice(0, 10)], cwd)).toContain('ada 2 yang berawalan itu');
  });

  it('of another instrument than that of spbe.yaml is reported by its own', async () => {
    const { cwd } = await recorded();
    await writeFile(join(cwd, 'spbe.yaml'), yaml.replace('59-2020', '5-2018'));
    const { stdout } = await runHere(['report', '--record', 'terakhir', '-f', 'json'], cwd);
    expect(JSON.parse(stdout)).toMatchObject({
      instrument: 'permenpanrb-59-2020',
      region: 'Kabupaten Contoh',
    });
  });

  it('of a stage that nobody knows is not reported as a claim', async () => {
    const { cwd, path } = await recorded();
    const content = JSON.parse(await readFile(path, 'utf8'));
    await writeFile(path, JSON.stringify({ ...content, options: { stage: 'tahap-7' } }));
    expect(await refusal(['report', '--record', 'terakhir'], cwd)).toBe(
      'Tahap "tahap-7" pada catatan itu tidak dikenal.',
    );
    await writeFile(path, JSON.stringify({ ...content, options: {} }));
    const { stdout } = await runHere(['trend', '-f', 'json'], cwd);
    expect(JSON.parse(stdout).segments[0].points).toMatchObject([{ year: 2025, index: 2 }]);
  });
});

describe('spbe.yaml', () => {
  test.each([
    [
      yaml.replace(
        'indicators: [1, 2, 11]}',
        'indicators: [1]}\n  - {code: diskominfo, name: Lain, indicators: [2]}',
      ),
      'opd[1].code: "diskominfo" dipakai dua kali',
    ],
    [yaml.replace('year: 2025', 'year: dua'), 'year: seharusnya'],
  ])('with a fault is refused: %#', async (text, fault) => {
    expect(await refusal(['history'], await makeFolder({ 'spbe.yaml': text }))).toContain(fault);
  });

  test('that cannot be read says why', async () => {
    const cwd = await makeFolder();
    await mkdir(join(cwd, 'spbe.yaml'));
    expect(await refusal(['history'], cwd)).toBe(
      'spbe.yaml tidak dapat dibaca – itu folder, bukan berkas. Beri nama lain pada folder itu.',
    );
    await rm(join(cwd, 'spbe.yaml'), { recursive: true });
    await symlink('spbe.yaml', join(cwd, 'spbe.yaml'));
    expect(await refusal(['history'], cwd)).toBe('spbe.yaml tidak dapat dibaca – ELOOP.');
  });

  test('of an instrument whose indicators have no plain numbers keeps their names', async () => {
    const cwd = await makeFolder();
    const region = [
      '--region',
      'Kota Contoh',
      '--year',
      '2018',
      '--instrument',
      'permenpanrb-5-2018',
      '--single',
    ];
    expect(await runHere(['init', ...region], cwd)).toMatchObject({ code: 0, stderr: '' });
    expect(await readFile(join(cwd, 'spbe.yaml'), 'utf8')).toMatch(/ - 34\n +- 35-1\n/);
  });
});

test('optimism looks at the results of one instrument only', async () => {
  const other = await makeFolder({ 'spbe.yaml': yaml.replace('59-2020', '5-2018') });
  const { stdout } = await runHere(['optimism', await project(), other], await makeFolder());
  expect(stdout).toMatch(/^Selisih klaim dengan hasil luar\nPermenPANRB 59\/2020\n\nBelum ada data: /);
});

describe('workbooks', () => {
  test('of many regions are named, but not all of them', async () => {
    const foreign = await makeWorkbook(['1'], { region: 'Kabupaten Lain' });
    const many = Object.fromEntries(
      Array.from({ length: 22 }, (_, at) => [`kertas-kerja/${at}.xlsx`, foreign]),
    );
    const lines = (await refusal(['merge'], await project(many))).split('\n');
    expect(lines).toHaveLength(23);
    expect(lines[0]).toBe(
      'Berkas dari lebih dari satu daerah tidak digabung menjadi satu indeks. Bukan milik Kabupaten Contoh:',
    );
    expect(lines[21]).toBe('  … dan 2 berkas lagi');
  });

  test('without their dashboard are marked all the same', async () => {
    const book = await load(await makeWorkbook(['1']));
    book.removeWorksheet('Dasbor');
    const cwd = await makeFolder({ 'a.xlsx': await save(book) });
    const { stderr } = await runHere(['check', 'a.xlsx', '--mark'], cwd);
    expect(stderr).toContain(`Lembar perbaikan: ${join('lembar-perbaikan', 'a-perbaikan.xlsx')}`);
  });

  test('without evidence make a package that says what is missing', async () => {
    const args = ['package', '-o', 'paket', '--date', '2025-12-31', '--fail-on', 'never'];
    expect(await runHere(args, await twoOffices())).toMatchInlineSnapshot(`
      {
        "code": 0,
        "stderr": "",
        "stdout": "Paket: paket – 0 berkas, 0 tautan.
      2 dokumen tidak disertakan karena diragukan; lihat spbe check.
      3 indikator masih kurang bukti; lihat baca-dulu.md di dalam paket.
      ",
      }
    `);
  });

  test('of others do not answer for an indicator', async () => {
    const { stdout } = await runHere(['explain', '3', '-f', 'json'], await twoOffices());
    expect(JSON.parse(stdout).standing).toMatchInlineSnapshot(`
      {
        "at": null,
        "level": null,
        "opd": null,
        "settled": null,
      }
    `);
  });
});
