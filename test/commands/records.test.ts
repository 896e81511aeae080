import { readdir, readFile, rename, rm, symlink, truncate, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, it, test, vi } from 'vitest';
import { localTime } from '../../src/commands/local-time.ts';
import { stageOfRecord } from '../../src/commands/stage-of-record.ts';
import type { RecordDocument } from '../../src/contract/record.ts';
import { csv, project } from '../cli/recorded-project.ts';
import { makeFolder } from '../cli/spbe.ts';
import { runHere } from './run-here.ts';

/** A project with one record, changed so. */
async function recorded(
  change: (record: RecordDocument) => object = () => ({}),
  files: Readonly<Record<string, string>> = {},
): Promise<{ readonly cwd: string; readonly path: string }> {
  const cwd = await project(files);
  expect(await runHere(['score', 'tingkat.csv', '--record'], cwd)).toMatchObject({ code: 0 });
  const path = await newest(cwd);
  const content: RecordDocument = JSON.parse(await readFile(path, 'utf8'));
  await writeFile(path, JSON.stringify({ ...content, ...change(content) }));
  return { cwd, path };
}

async function newest(cwd: string): Promise<string> {
  const [name = ''] = (await readdir(join(cwd, 'riwayat'))).toSorted().slice(-1);
  return join(cwd, 'riwayat', name);
}

async function refusal(args: readonly string[], cwd: string): Promise<string> {
  const { stdout, stderr, code } = await runHere(args, cwd);
  expect({ stdout, code }).toEqual({ stdout: '', code: 2 });
  return stderr.trimEnd();
}

describe('a record is refused', () => {
  test.runIf(process.platform !== 'win32')('of files whose names no other system has', async () => {
    const cwd = await project({ 'a\\b.csv': csv({}) });
    expect(await refusal(['score', 'a\\b.csv', '--record'], cwd)).toBe(
      'Hasil tidak dapat dicatat – ada nama berkas dengan tanda yang tidak lazim – ganti namanya, lalu ulangi.',
    );
  });

  test('with a note that is a letter', async () => {
    const cwd = await project();
    expect(await refusal(['score', 'tingkat.csv', '--record', '--note', 'x'.repeat(1_001)], cwd)).toBe(
      'Isi --note paling panjang 1000 huruf. Ringkaskan.',
    );
  });

  test('where its folder is none', async () => {
    const cwd = await project({ riwayat: 'berkas' });
    expect(await refusal(['score', 'tingkat.csv', '--record'], cwd)).toMatch(
      /^"riwayat" tidak dapat ditulis – /,
    );
    expect(await refusal(['history'], cwd)).toBe(
      'Folder riwayat tidak dapat dibaca (ENOTDIR). Periksa izinnya.',
    );
    await rm(join(cwd, 'riwayat'));
    await symlink('riwayat', join(cwd, 'riwayat'));
    expect(await refusal(['score', 'tingkat.csv', '--record'], cwd)).toMatch(
      /^"riwayat" tidak dapat ditulis – /,
    );
  });
});

describe('a record is named', () => {
  it('from the last backwards, of those that are whole', async () => {
    const { cwd, path } = await recorded();
    const rest = 'lihat dengan "spbe history", atau buat dengan "spbe score --record".';
    expect(await refusal(['verify', 'terakhir-1'], cwd)).toBe(
      `Tidak ada catatan "terakhir-1" – di riwayat/ ada 1 catatan – ${rest}`,
    );
    await truncate(path, 2 * 1024 * 1024);
    expect(await refusal(['verify', 'terakhir'], cwd)).toBe(
      `Tidak ada catatan "terakhir" – di riwayat/ ada 0 catatan, dan 1 yang rusak – ${rest}`,
    );
    const { stdout } = await runHere(['history', '-f', 'json'], cwd);
    expect(JSON.parse(stdout).problems).toMatchObject([
      { code: 'record-damaged', message: expect.stringContaining('lebih besar dari 1 MB') },
    ]);
  });

  it('in a project only', async () => {
    const cwd = await makeFolder({ 'lain/a.txt': '' });
    const rest = 'Riwayat disimpan di folder proyek; masuk ke sana, atau sebut foldernya.';
    for (const args of [['history'], ['verify', 'terakhir'], ['report', '--record', 'terakhir']]) {
      expect(await refusal(args, cwd)).toBe(`Tidak ada spbe.yaml di folder ini. ${rest}`);
    }
    expect(await refusal(['history', 'lain'], cwd)).toBe(`Tidak ada spbe.yaml di "lain". ${rest}`);
    // Named twice, in two ways: the other one is meant.
    expect(await refusal(['optimism', await project(), 'lain', './lain'], cwd)).toContain('di "./lain"');
  });
});

describe('spbe verify', () => {
  const verify = async (cwd: string) => {
    const { stdout, code } = await runHere(['verify', 'terakhir', '-f', 'json'], cwd);
    return { ...JSON.parse(stdout), code };
  };

  it('cannot compute at a stage that nobody knows', async () => {
    const { cwd } = await recorded(({ options }) => ({ options: { ...options, stage: 'tahap-7' } }));
    expect(await verify(cwd)).toMatchObject({
      ...{ code: 1, same: false, sameResult: null },
      reason: 'Tahap "tahap-7" pada catatan itu tidak dikenal.',
    });
  });

  it('takes a record without stage and date for one of the claim', async () => {
    const { cwd } = await recorded(() => ({ options: {} }));
    expect(await verify(cwd)).toMatchObject({ sameResult: true, reason: null });
  });

  it('reads by the columns of that day, and says so if the pack is gone', async () => {
    const cwd = await project({ 'skor.csv': csv({ 1: 4 }).replace('indikator,tingkat', 'Urut,Skor') });
    const map = 'Urut=indikator,Skor=tingkat';
    expect(await runHere(['score', 'skor.csv', '--map', map, '--record'], cwd)).toMatchObject({ code: 0 });
    expect(await verify(cwd)).toMatchObject({ code: 0, same: true });
    const path = await newest(cwd);
    const content: RecordDocument = JSON.parse(await readFile(path, 'utf8'));
    const instrument = { ...content.instrument, id: 'permenpanrb-1-1999' };
    await writeFile(path, JSON.stringify({ ...content, instrument }));
    expect((await verify(cwd)).differences).toContainEqual({
      ...{ kind: 'instrument', what: 'permenpanrb-1-1999', now: null },
      recorded: content.instrument.sha256,
    });
  });
});

describe('spbe diff', () => {
  const diff = (args: readonly string[], cwd: string) => runHere(['diff', ...args, '-f', 'json'], cwd);

  it('takes a bare name for the file that lies here', async () => {
    const { cwd, path } = await recorded();
    await rename(path, join(cwd, 'lama.json'));
    await writeFile(join(cwd, 'tingkat.csv'), csv({ 1: 4 }));
    const { stdout, code } = await diff(['lama.json', 'tingkat.csv'], cwd);
    expect(code).toBe(0);
    expect(JSON.parse(stdout)).toMatchObject({
      before: { kind: 'record', label: 'lama.json' },
      after: { kind: 'files', label: 'tingkat.csv' },
      differenceExact: '0.026',
    });
  });

  it('refuses a record that its instrument does not fit', async () => {
    const { cwd, path } = await recorded(({ indicators }) => ({
      indicators: indicators.map((one) => (one.id === '3' ? { ...one, level: 9 } : one)),
    }));
    expect(await refusal(['diff', 'terakhir', 'tingkat.csv'], cwd)).toBe(
      `riwayat/${path.split(/[\\/]/).pop()} tidak cocok dengan PermenPANRB 59/2020.`,
    );
  });

  it('says that a record stated another index than its levels give now', async () => {
    const { cwd } = await recorded(() => ({ index: 3, indexExact: '3' }));
    const { stdout } = await runHere(['diff', 'terakhir', 'tingkat.csv'], cwd);
    expect(stdout.replace(/\s+/g, ' ')).toContain(
      'indeks yang tercatat 3, sedangkan tingkatnya kini memberi 2. Periksa dengan spbe verify.',
    );
  });
});

describe('a record of another year', () => {
  const lastYear = ({ indicators }: RecordDocument) => ({
    year: 2024,
    indicators: indicators.map((one) => (one.id === '47' ? { ...one, level: null } : one)),
  });

  it('is what a report compares with, indicator by indicator', async () => {
    const { cwd } = await recorded(lastYear);
    await writeFile(join(cwd, 'tingkat.csv'), csv({ 1: 4 }));
    await runHere(['score', 'tingkat.csv', '--record'], cwd);
    const { stdout } = await runHere(['report', '--record', 'terakhir', '-f', 'json'], cwd);
    const { past, indicators } = JSON.parse(stdout);
    expect(past).toMatchObject({ year: 2024, index: 2, isComparable: true });
    const levels = indicators.map(({ level, past: was }: { level: number; past: number }) => [level, was]);
    expect([levels[0], levels[1], levels[46]]).toEqual([
      [4, 2],
      [2, 2],
      [2, null],
    ]);
  });

  it('at a stage that nobody knows is no part of a trend', async () => {
    const { cwd } = await recorded((record) => ({
      ...lastYear(record),
      options: { ...record.options, stage: 'tahap-7' },
    }));
    const { stdout, stderr, code } = await runHere(['trend', '-f', 'json'], cwd);
    expect({ code, stdout }).toEqual({ code: 2, stdout: '' });
    expect(stderr).toContain('Belum ada hasil untuk tren.');
  });
});

test('the stage of a record is that of the claim where it has none, and may be a word', () => {
  expect(
    [{}, { stage: 'asesor' }, { stage: 'final' }, { stage: 'x' }].map((options) =>
      stageOfRecord({ options }),
    ),
  ).toEqual(['self', 'assessor', 'final', undefined]);
});

test('a moment is written with the offset of the machine, west as well as east', () => {
  const moment = new Date('2026-01-05T10:00:00Z');
  const zones = ['Asia/Jakarta', 'America/St_Johns', 'UTC'].map((zone) => {
    vi.stubEnv('TZ', zone);
    return localTime(moment);
  });
  vi.unstubAllEnvs();
  expect(zones).toEqual([
    '2026-01-05T17:00:00.000+07:00',
    '2026-01-05T06:30:00.000-03:30',
    '2026-01-05T10:00:00.000+00:00',
  ]);
});
