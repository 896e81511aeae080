import { execFile } from 'node:child_process';
import { mkdir, readdir, readFile, rm, symlink, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { describe, expect, test } from 'vitest';
import { type RecordDocument, recordDocument } from '../../src/contract/record.ts';
import type { VerifyDocument } from '../../src/contract/verify.ts';
import { readRecords } from '../../src/project/records.ts';
import { fillIn, load, makeWorkbook, save } from '../workbook/make-workbook.ts';
import { csv, project, record, threeRecords, yaml } from './recorded-project.ts';
import { makeFolder, plainEnvironment, spbe, transcripts } from './spbe.ts';

describe('score --record', () => {
  test('keeps what was computed, from what, with what', async () => {
    const cwd = await project();
    const { stdout, stderr, code } = await record(cwd, '--note', 'pertama');
    expect(code).toBe(0);
    expect(stdout).toBe((await spbe(['score', 'tingkat.csv', '--format', 'csv'], { cwd })).stdout);
    const file = /^Dicatat: (riwayat\/\S+\.json)\n$/.exec(stderr)?.[1] ?? '';
    expect(file).toMatch(/^riwayat\/\d{4}-\d\d-\d\dT\d\d-\d\d-\d\d-\d{3}Z-score-[0-9a-f]{8}\.json$/);
    const content: RecordDocument = JSON.parse(await readFile(join(cwd, file), 'utf8'));
    expect(recordDocument.safeParse(content).error).toBeUndefined();
    expect(content).toMatchObject({
      command: 'score',
      options: { stage: 'self' },
      paths: ['tingkat.csv'],
      note: 'pertama',
      index: 2,
      indexExact: '2',
      predicate: 'Cukup',
      problems: { error: 0, warning: 0, info: 0 },
    });
    expect(content.inputs.map(({ path, size }) => [path, size])).toEqual([
      ['spbe.yaml', yaml.length],
      ['tingkat.csv', csv({}).length],
    ]);
    expect(content.indicators).toHaveLength(47);
    expect(content.indicators[11]).toEqual({
      ...{ id: '12', level: 2, opd: null },
      at: { file: 'tingkat.csv', address: 'B13' },
    });
  });

  test('from outside: places and paths are those of the project', async () => {
    const book = await load(await makeWorkbook(['1']));
    fillIn(book, { answers: { 1: [3, 'Fakta.'] }, documents: [[1, 3, 'SK']] });
    const cwd = await makeFolder({ 'p/spbe.yaml': yaml, 'p/kertas-kerja/a.xlsx': await save(book) });
    await spbe(['score', 'p', '--record'], { cwd });
    const { records } = await readRecords(join(cwd, 'p'));
    const [{ record: content } = { record: null }] = records;
    expect(content?.paths).toEqual(['.']);
    expect(content?.inputs.map(({ path }) => path)).toEqual(['kertas-kerja/a.xlsx', 'spbe.yaml']);
    expect(content?.indicators[0]?.at).toMatchObject({ file: 'kertas-kerja/a.xlsx', sheet: 'Penilaian' });
    expect((await spbe(['verify'], { cwd: join(cwd, 'p') })).code).toBe(0);
  });

  test('is refused where no record could be trusted', async () => {
    const outside = await makeFolder({ 'tingkat.csv': csv({}) });
    const cwd = await project();
    await symlink(join(outside, 'tingkat.csv'), join(cwd, 'tautan.csv'));
    const refused = [
      await spbe(['score', 'tingkat.csv', '--record'], { cwd: outside }),
      await spbe(['score', join(outside, 'tingkat.csv'), '--record'], { cwd }),
      await spbe(['score', 'tautan.csv', '--record'], { cwd }),
      await spbe(['score', 'tingkat.csv', '--note', 'x'], { cwd }),
      await record(cwd, '--note', 'x'.repeat(1001)),
    ];
    expect(refused.map(({ code }) => code)).toEqual([2, 2, 2, 2, 2]);
    expect(refused.map(({ stderr }) => stderr)).toEqual([
      expect.stringMatching(/^Riwayat disimpan di folder proyek, dan di sini tidak ada spbe\.yaml/),
      expect.stringMatching(/^"\.\.\/\S+\/tingkat\.csv" di luar folder proyek/),
      expect.stringMatching(/^"tautan\.csv" di luar folder proyek/),
      '--note hanya berlaku bersama --record. Tambahkan --record.\n',
      'Isi --note paling panjang 1000 huruf. Ringkaskan.\n',
    ]);
    await expect(readdir(join(cwd, 'riwayat'))).rejects.toThrow('ENOENT');
  });

  test('follows no link out of the project', async () => {
    const cwd = await project();
    const elsewhere = await makeFolder();
    await symlink(elsewhere, join(cwd, 'riwayat'));
    const { code, stderr } = await record(cwd);
    expect([code, stderr]).toEqual([
      2,
      'Folder riwayat menunjuk ke luar proyek. Ganti dengan folder biasa.\n',
    ]);
    expect(await readdir(elsewhere)).toEqual([]);
  });

  test('several at once leave several records', async () => {
    const cwd = await project();
    const runs = await Promise.all([record(cwd), record(cwd), record(cwd), record(cwd)]);
    expect(runs.map(({ code }) => code)).toEqual([0, 0, 0, 0]);
    const { records, problems } = await readRecords(cwd);
    expect([records.length, problems]).toEqual([4, []]);
    expect(new Set(records.map(({ name }) => `Dicatat: riwayat/${name}\n`))).toEqual(
      new Set(runs.map(({ stderr }) => stderr)),
    );
  });

  test('killed at any moment: what lies there is whole, and history shows it', async () => {
    const cwd = await project();
    await record(cwd);
    const bin = fileURLToPath(new URL('../../bin/spbe.js', import.meta.url));
    for (const delay of [60, 120, 160, 200, 240, 280, 320, 380]) {
      await new Promise((resolve) => {
        const args = [bin, 'score', 'tingkat.csv', '--record'];
        execFile(
          process.execPath,
          args,
          { cwd, env: plainEnvironment, timeout: delay, killSignal: 'SIGKILL' },
          resolve,
        );
      });
      const { records, problems } = await readRecords(cwd);
      expect(problems).toEqual([]);
      expect(records.length).toBeGreaterThan(0);
    }
    expect((await spbe(['verify'], { cwd })).code).toBe(0);
  });
});

describe('history', () => {
  test('in every format; a damaged record is named and is not fatal', async () => {
    const cwd = await threeRecords();
    await writeFile(
      join(cwd, 'riwayat', '2025-11-15T00-00-00-000Z-score-ffffffff.json'),
      '{"schemaVersion": 1,',
    );
    await writeFile(join(cwd, 'riwayat', '.sisa.tmp'), '{');
    for (const [format, text] of await transcripts(['history'], { cwd })) {
      await expect(text).toMatchFileSnapshot(`transcripts/history-${format}.md`);
    }
    expect((await spbe(['history', '--fail-on', 'warning'], { cwd })).code).toBe(1);
  });

  test('a record that no number can be made of is damaged, and the others stand', async () => {
    const cwd = await threeRecords();
    const folder = join(cwd, 'riwayat');
    const [name = ''] = await readdir(folder);
    const content: RecordDocument = JSON.parse(await readFile(join(folder, name), 'utf8'));
    const spoilt: Record<string, unknown>[] = [
      { indexExact: '1/0' },
      { at: 'kemarin' },
      { schemaVersion: 2 },
      { inputs: [{ path: 'a.csv', size: -1, sha256: 'x' }] },
      { extra: true },
    ];
    for (const [index, one] of spoilt.entries()) {
      await writeFile(join(folder, `rusak-${index}.json`), JSON.stringify({ ...content, ...one }));
    }
    const { stdout, code } = await spbe(['history', '--format', 'json'], { cwd });
    const { records, problems } = JSON.parse(stdout);
    expect([code, records.length, problems.length]).toEqual([0, 3, spoilt.length]);
  });

  test('without records, and without a project', async () => {
    const cwd = await project();
    expect((await spbe(['history'], { cwd })).stdout).toContain('Belum ada catatan. Tambahkan --record');
    const { code, stderr } = await spbe(['history', 'tak-ada'], { cwd });
    expect([code, stderr]).toEqual([2, expect.stringContaining('Tidak ada spbe.yaml di "tak-ada".')]);
  });
});

describe('verify', () => {
  const verify = async (cwd: string, ...names: string[]): Promise<[number, VerifyDocument]> => {
    const { code, stdout } = await spbe(['verify', ...names, '--format', 'json'], { cwd });
    return [code, JSON.parse(stdout)];
  };

  test('same, and by every way to name a record', async () => {
    const cwd = await threeRecords();
    const names = [
      ...[[], ['terakhir'], ['2025-11-21']],
      ['riwayat/2025-11-21T10-15-00-000Z-score-0a1b2c3d.json'],
    ];
    for (const verified of await Promise.all(names.map((name) => verify(cwd, ...name)))) {
      expect(verified).toMatchObject([0, { same: true, sameResult: true, differences: [] }]);
    }
    const unclear = ['2025', '1999', 'terakhir-3', 'tak/ada.json'];
    const refused = await Promise.all(unclear.map((name) => spbe(['verify', name], { cwd })));
    expect(refused.map(({ code }) => code)).toEqual([2, 2, 2, 2]);
  });

  test('a changed file, another result: everything that differs, in every format', async () => {
    const cwd = await threeRecords();
    for (const [format, text] of await transcripts(['verify', 'terakhir-1'], { cwd })) {
      expect(text).toContain('Exit code: 1');
      await expect(text).toMatchFileSnapshot(`transcripts/verify-${format}.md`);
    }
  });

  test('a file changed without another result; a file gone', async () => {
    const cwd = await project();
    await record(cwd);
    await writeFile(join(cwd, 'spbe.yaml'), `${yaml}# komentar\n`);
    expect(await verify(cwd)).toMatchObject([
      1,
      { same: false, sameResult: true, differences: [{ kind: 'file-changed', what: 'spbe.yaml' }] },
    ]);
    await rm(join(cwd, 'tingkat.csv'));
    expect(await verify(cwd)).toMatchObject([
      1,
      {
        same: false,
        sameResult: null,
        differences: [{ kind: 'file-missing', what: 'tingkat.csv', now: null }],
      },
    ]);
  });

  test('a workbook that came later is new; another pack is named', async () => {
    const book = async (id: string) => {
      const one = await load(await makeWorkbook([id], { opd: { code: `dinas-${id}`, name: 'Dinas' } }));
      fillIn(one, { answers: { [id]: [3, 'Fakta.'] }, documents: [[id, 3, 'SK']] });
      return save(one);
    };
    const cwd = await project({ 'kertas-kerja/a.xlsx': await book('1') });
    await spbe(['score', '--record', '--fail-on', 'never'], { cwd });
    await writeFile(join(cwd, 'kertas-kerja/b.xlsx'), await book('11'));
    const [code, { differences }] = await verify(cwd);
    expect(code).toBe(1);
    expect(differences[0]).toMatchObject({ kind: 'file-new', what: 'kertas-kerja/b.xlsx', recorded: null });
    expect(differences).toContainEqual({ kind: 'result', what: 'indicators.11', recorded: null, now: '3' });
    await rm(join(cwd, 'kertas-kerja/b.xlsx'));
    const [{ name } = { name: '' }] = (await readRecords(cwd)).records;
    const path = join(cwd, 'riwayat', name);
    const content: RecordDocument = JSON.parse(await readFile(path, 'utf8'));
    const instrument = { ...content.instrument, sha256: '0'.repeat(64) };
    await writeFile(path, JSON.stringify({ ...content, instrument, tool: '0.0.9' }));
    expect(await verify(cwd)).toMatchObject([
      1,
      { sameResult: true, tool: { recorded: '0.0.9' }, differences: [{ kind: 'instrument' }] },
    ]);
  });

  test('a record that leads out of the project is damaged', async () => {
    const cwd = await threeRecords();
    const folder = join(cwd, 'riwayat');
    const [name = ''] = await readdir(folder);
    const content: RecordDocument = JSON.parse(await readFile(join(folder, name), 'utf8'));
    await mkdir(join(cwd, 'lain'));
    const paths = ['../rahasia.csv', '/etc/passwd', 'a/../../b', 'C:/x', 'a\\..\\b'];
    const runs = paths.map(async (path, index) => {
      await writeFile(join(cwd, `lain/${index}.json`), JSON.stringify({ ...content, paths: [path] }));
      return spbe(['verify', `lain/${index}.json`], { cwd });
    });
    for (const { code, stderr } of await Promise.all(runs)) {
      expect([code, stderr]).toEqual([2, expect.stringContaining('bukan catatan riwayat yang utuh')]);
    }
  });
});
