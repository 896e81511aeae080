import { readFile, truncate, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, it, test } from 'vitest';
import { csv, project } from '../cli/recorded-project.ts';
import { makeFolder } from '../cli/spbe.ts';
import { runHere } from './run-here.ts';

/** What one line of stderr says when it cannot be done. */
async function refusal(args: readonly string[], cwd: string): Promise<string> {
  const { stdout, stderr, code } = await runHere(args, cwd);
  expect({ stdout, code }).toEqual({ stdout: '', code: 2 });
  return stderr.trimEnd();
}

async function imported(...stages: readonly (readonly [string, string, string])[]): Promise<string> {
  const cwd = await project({ 'lain.csv': csv({ 1: 4, 11: 1 }) });
  for (const [file, stage, year] of stages) {
    const { code } = await runHere(['external', 'import', file, '--stage', stage, '--year', year], cwd);
    expect(code).toBe(0);
  }
  return cwd;
}

describe('spbe stages', () => {
  it('compares the results of a year that is not that of the workbooks', async () => {
    const cwd = await imported(['tingkat.csv', 'mandiri', '2023'], ['lain.csv', 'akhir', '2023']);
    const { stdout, code } = await runHere(['stages', '--year', '2023', '-f', 'json'], cwd);
    expect(code).toBe(0);
    expect(JSON.parse(stdout)).toMatchObject({
      region: 'Kabupaten Contoh',
      year: 2023,
      stages: [{ stage: 'self' }, { stage: 'final' }],
    });
  });

  it('says how many results it lacks, and of which year', async () => {
    const cwd = await imported(['tingkat.csv', 'akhir', '2023']);
    const rest =
      'jadi belum ada yang dapat dibandingkan. Isi kolom Tingkat asesor di kertas kerja, atau simpan hasil luar dengan "spbe external import".';
    expect(await refusal(['stages', '--year', '2023'], cwd)).toBe(
      `Baru ada hasil satu tahap untuk tahun 2023, ${rest}`,
    );
    expect(await refusal(['stages', '--year', '2024'], cwd)).toBe(
      `Belum ada hasil untuk tahun 2024, ${rest}`,
    );
    const alone = await makeFolder({ 'tingkat.csv': csv({}) });
    expect(await refusal(['stages', 'tingkat.csv'], alone)).toBe(`Baru ada hasil satu tahap, ${rest}`);
    expect(await refusal(['stages', '--year', '23'], cwd)).toBe(
      'Tahun "23" tidak sah. Tulis misalnya --year 2024.',
    );
  });

  it('needs sums of all aspects where there are no levels', async () => {
    const cwd = await imported(['tingkat.csv', 'akhir', '2023']);
    const path = join(cwd, 'hasil-luar/2023-akhir.json');
    const content = JSON.parse(await readFile(path, 'utf8'));
    await writeFile(path, JSON.stringify({ ...content, levels: [] }));
    expect(await refusal(['stages', '--year', '2023'], cwd)).toBe(
      'hasil-luar/2023-akhir.json tidak memuat tingkat indikator maupun semua aspek, jadi tidak dapat dibandingkan. Impor hasil yang lebih lengkap, atau hapus berkas itu.',
    );
  });
});

describe('a stored result that is damaged stops what would use it', () => {
  const file = 'hasil-luar/2023-akhir.json';

  test.each([
    [
      'with a field of another kind',
      { year: 'dua' },
      `${file} rusak (year). Impor ulang hasilnya dengan "spbe external import".`,
    ],
    [
      'with a level that is none',
      { levels: [{ id: '1', level: 7, reason: '', opd: '', at: { file: 'a.csv' } }] },
      `${file} tidak cocok dengan PermenPANRB 59/2020. Impor ulang hasilnya.`,
    ],
    [
      'with an aspect that is none',
      { groups: { X9: { value: '1', decimals: 2, at: { file: 'a.csv' } } } },
      `${file} tidak cocok dengan PermenPANRB 59/2020. Impor ulang hasilnya.`,
    ],
  ])('%s', async (_, change, message) => {
    const cwd = await imported(['tingkat.csv', 'akhir', '2023'], ['tingkat.csv', 'mandiri', '2023']);
    const content = JSON.parse(await readFile(join(cwd, file), 'utf8'));
    await writeFile(join(cwd, file), JSON.stringify({ ...content, ...change }));
    expect(await refusal(['stages', '--year', '2023'], cwd)).toBe(message);
  });

  test('larger than any, or in a folder that is none', async () => {
    const cwd = await imported(['tingkat.csv', 'akhir', '2023']);
    await truncate(join(cwd, file), 2 * 1024 * 1024);
    expect(await refusal(['stages', '--year', '2023'], cwd)).toBe(
      `${file} lebih besar dari 1 MB. Impor ulang hasilnya.`,
    );
    const blocked = await project({ 'hasil-luar': 'berkas' });
    expect(await refusal(['stages', '--year', '2023'], blocked)).toBe(
      'Folder hasil-luar tidak dapat dibaca (ENOTDIR). Periksa izinnya.',
    );
  });
});

describe('spbe external import refuses', () => {
  const line = (file: string, ...more: string[]) => ['external', 'import', file, '--stage', 'akhir', ...more];

  test.each<[string, string[], string | RegExp]>([
    ['a file that is not there', line('x.csv'), '"x.csv" tidak ditemukan. Periksa ejaan nama dan foldernya.'],
    ['a folder', line('folder'), /^"folder" tidak dapat dibaca \(\w+\)\.$/],
    ['what it cannot open', line('gambar.xlsx'), /^gambar\.xlsx: /],
    [
      'an agency for a table',
      line('tingkat.csv', '--agency', 'A'),
      '--agency hanya berlaku untuk json. Hapus --agency.',
    ],
    [
      'a year that cannot be',
      line('tingkat.csv', '--year', '1999'),
      'Tahun "1999" tidak sah. Tulis misalnya --year 2024.',
    ],
    [
      'a year of the file that cannot be',
      line('1900.json'),
      'Tahun "1900" tidak sah. Tulis misalnya --year 2024.',
    ],
    [
      'json of another form',
      line('lain.json'),
      'lain.json tidak berbentuk hasil aplikasi evaluasi ([0].nilai). Yang dikenal: {"nilai": {"A2001": "5.0000000000", …}}, satu atau daftar.',
    ],
    [
      'a list without anybody',
      line('kosong.json'),
      'kosong.json memuat 0 instansi. Sebut satu dengan --agency, nama atau kodenya.',
    ],
    [
      'a list of several',
      line('banyak.json', '--agency', 'tidak ada'),
      'banyak.json memuat 7 instansi (Kota A, 17, ?, Kota A, 17, …). Sebut satu dengan --agency, nama atau kodenya.',
    ],
  ])('%s', async (_, args, message) => {
    const values = { nilai: { A2001: '3' } };
    const three = [{ nama_instansi: 'Kota A', ...values }, { kode: 17, ...values }, values];
    const cwd = await project({
      'folder/a.txt': '',
      'gambar.xlsx': 'bukan',
      '1900.json': JSON.stringify({ tahun: 1900, ...values }),
      'lain.json': '{"indeks": 3}',
      'kosong.json': '[]',
      'banyak.json': JSON.stringify([...three, ...three, values]),
    });
    expect(await refusal(args, cwd)).toEqual(
      typeof message === 'string' ? message : expect.stringMatching(message),
    );
  });

  test('a file too large, and anything outside of a project', async () => {
    const cwd = await project({ 'besar.csv': '' });
    await truncate(join(cwd, 'besar.csv'), 11 * 1024 * 1024);
    expect(await refusal(line('besar.csv'), cwd)).toBe(
      '"besar.csv" lebih besar dari 10 MB. Ambil hanya hasil instansi ini.',
    );
    expect(await refusal(line('a.csv'), await makeFolder({ 'a.csv': csv({}) }))).toMatch(
      /^Hasil luar disimpan di folder proyek, dan di sini tidak ada spbe\.yaml\./,
    );
  });

  test('a folder for it that leads out of the project', async () => {
    const { symlink } = await import('node:fs/promises');
    const cwd = await project();
    await symlink(await makeFolder(), join(cwd, 'hasil-luar'));
    expect(await refusal(line('tingkat.csv'), cwd)).toBe(
      'Folder hasil-luar menunjuk ke luar proyek. Ganti dengan folder biasa.',
    );
  });
});

test('the institution of a list is found by its code or name, whatever the case', async () => {
  const entry = (more: object) => ({ nilai: Object.fromEntries(aspects), ...more });
  const aspects = Array.from({ length: 8 }, (_, at) => [`A200${at + 1}`, '3.0000000000']);
  const cwd = await project({
    'hasil.json': JSON.stringify([entry({ kode: 17, tahun: '2024' }), entry({ nama_instansi: 'Kota B' })]),
  });
  const line = ['external', 'import', 'hasil.json', '--stage', 'akhir', '-f', 'json', '--agency'];
  expect(JSON.parse((await runHere([...line, '17'], cwd)).stdout)).toMatchObject({
    ...{ institution: null, year: 2024, stored: 'hasil-luar/2024-akhir.json', indexExact: '3' },
  });
  // Without a year of its own it is that of the project.
  expect(JSON.parse((await runHere([...line, 'KOTA b'], cwd)).stdout)).toMatchObject({
    ...{ institution: 'Kota B', year: 2025 },
  });
});
