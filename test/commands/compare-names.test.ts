import { execFileSync } from 'node:child_process';
import { join } from 'node:path';
import { describe, expect, it, test } from 'vitest';
import { makeQuestionnaire } from '../../fixtures/kuesioner-2018/make.js';
import { csv } from '../cli/recorded-project.ts';
import { makeFolder } from '../cli/spbe.ts';
import { twoOffices } from '../cli/two-offices.ts';
import { exchangeOf } from '../exchange-samples.ts';
import { runHere } from './run-here.ts';

async function compare(cwd: string, ...args: string[]) {
  const { stdout, stderr } = await runHere(['compare', ...args, '-f', 'json'], cwd);
  expect(stderr).toBe('');
  return JSON.parse(stdout);
}

async function refusal(cwd: string, ...args: string[]): Promise<string> {
  const { stdout, stderr, code } = await runHere(['compare', ...args], cwd);
  expect({ stdout, code }).toEqual({ stdout: '', code: 2 });
  return stderr.trimEnd();
}

describe('an index without files', () => {
  it('is ranked by its kind also where nothing was published of it', async () => {
    const { region, year, published } = await compare(
      await makeFolder(),
      ...['--region', 'Kabupaten Antah Berantah', '--index', '4,32'],
    );
    expect({ region, year, own: published.own }).toEqual({
      region: 'Kabupaten Antah Berantah',
      year: null,
      own: null,
    });
  });

  test.each([
    ['a word', ['--index', 'baik'], 'Indeks "baik" tidak sah. Tulis 1 sampai 5, misalnya --index 4.32.'],
    [
      'beyond the scale',
      ['--index', '5.1'],
      'Indeks "5.1" tidak sah. Tulis 1 sampai 5, misalnya --index 4.32.',
    ],
    ['below it', ['--index', '0.9'], 'Indeks "0.9" tidak sah. Tulis 1 sampai 5, misalnya --index 4.32.'],
  ])('is refused if it is %s', async (_, args, message) => {
    expect(await refusal(await makeFolder(), '--region', 'Kota Madiun', ...args)).toBe(message);
  });

  it('is refused where nobody knows what it is to be compared with', async () => {
    expect(await refusal(await makeFolder(), '--region', 'Antah Berantah', '--index', '4')).toMatch(
      /^"Antah Berantah" tidak ada di hasil terbit 2024, dan jenisnya tidak diketahui\. /,
    );
  });
});

describe('a published result', () => {
  const comma = 'Kementerian Koordinator Bidang Politik, Hukum dan Keamanan';

  it('may miss a domain, and be compared with one whose name holds a comma', async () => {
    const { published } = await compare(
      await makeFolder(),
      ...['--region', 'Kementerian Pertanian', '--with', comma.toLowerCase()],
    );
    expect(published.domains.map(({ id }: { id: string }) => id)).toEqual(['D2', 'D3', 'D4']);
    expect(published.groups.map(({ name }: { name: string }) => name)).toEqual(['kementerian', comma]);
  });
});

test('several regions may be named at once, with blanks between the commas', async () => {
  const { published } = await compare(
    await makeFolder(),
    ...['--region', 'Kota Mojokerto', '--with', 'Kota Madiun, ,Kab. Gresik'],
  );
  const names = published.groups.map(({ name }: { name: string }) => name);
  expect(names).toContain('Pemerintah Kota Madiun, Pemerintah Kab. Gresik');
});

describe('regions by their files', () => {
  it('may be a project and a csv', async () => {
    const { regions } = await compare(
      await makeFolder({ 'levels.csv': csv({}) }),
      ...[await twoOffices(), 'levels.csv', '--fail-on', 'never'],
    );
    expect(regions.map(({ label }: { label: string }) => label)).toEqual(['Kabupaten Contoh', 'levels.csv']);
  });

  it('are not compared across instruments', async () => {
    const cwd = await makeFolder({
      'kuesioner.xlsx': await makeQuestionnaire({ 1: 5 }, { agency: 'Kota Denpasar' }),
      'levels.csv': csv({}),
    });
    expect(await refusal(cwd, 'kuesioner.xlsx', 'levels.csv')).toBe(
      'Daerah-daerah ini memakai instrumen yang berbeda – PermenPANRB 5/2018 dan PermenPANRB 59/2020 – indeksnya tidak dapat dibandingkan.',
    );
  });
});

describe('files that regions give one another', () => {
  const gresik = JSON.stringify(exchangeOf('Kab. Gresik'));

  it('need not name the region, nor its kind; other files beside them are passed over', async () => {
    const unnamed = JSON.stringify({ ...exchangeOf('Kab. Gresik'), region: null, kind: null });
    const cwd = await makeFolder({
      'levels.csv': csv({}),
      'tukar/a.json': gresik,
      'tukar/b.json': unnamed,
      'tukar/c.json': '{"content":"spbe-exchange"}',
      'tukar/catatan.txt': '',
    });
    const { regions, problems } = await compare(
      cwd,
      ...['levels.csv', '--exchange', 'tukar', '--region', 'Kota Madiun', '--fail-on', 'never'],
    );
    expect(regions.map(({ label }: { label: string }) => label)).toEqual([
      ...['Kota Madiun', 'Kab. Gresik', 'Tanpa nama 1 (daerah)'],
    ]);
    expect(problems).toMatchObject([
      { at: { file: join('tukar', 'c.json') }, message: expect.stringContaining('(schemaVersion)') },
    ]);
  });

  it.runIf(process.platform !== 'win32')('are left out if they are no files', async () => {
    const cwd = await makeFolder({ 'levels.csv': csv({}), 'a.json': gresik });
    execFileSync('mkfifo', [join(cwd, 'pipa.json')]);
    const { problems } = await compare(
      cwd,
      ...['levels.csv', '--exchange', 'a.json', '--exchange', 'pipa.json', '--region', 'Kota Madiun'],
    );
    expect(problems).toMatchObject([
      { code: 'exchange-unusable', at: { file: 'pipa.json' }, message: expect.stringContaining('ENOTFILE') },
    ]);
  });

  it('are refused where there are none, or more than regions', async () => {
    const many = Object.fromEntries(Array.from({ length: 601 }, (_, at) => [`banyak/${at}.json`, '']));
    const cwd = await makeFolder({ 'levels.csv': csv({}), 'kosong/a.txt': '', ...many });
    expect(await refusal(cwd, 'levels.csv', '--exchange', 'kosong')).toBe(
      'Tidak ada berkas pertukaran (.json) di folder "kosong". Simpan berkas dari daerah lain di sana.',
    );
    expect(await refusal(cwd, 'levels.csv', '--exchange', 'banyak')).toBe(
      'Ada 601 berkas pertukaran; paling banyak 600. Sebutkan lebih sedikit.',
    );
  });
});
