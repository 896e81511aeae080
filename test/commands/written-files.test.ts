import { copyFile, mkdir, readdir, readFile, truncate, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, it, test } from 'vitest';
import { cannotRead } from '../../src/commands/cannot-read.ts';
import { cannotWrite } from '../../src/commands/finish.ts';
import { freeName } from '../../src/commands/free-name.ts';
import { csv, project } from '../cli/recorded-project.ts';
import { makeFolder } from '../cli/spbe.ts';
import { twoOffices } from '../cli/two-offices.ts';
import { fillIn, load, makeWorkbook, save } from '../workbook/make-workbook.ts';
import { runHere } from './run-here.ts';

async function refusal(args: readonly string[], cwd: string): Promise<string> {
  const { stdout, stderr, code } = await runHere(args, cwd);
  expect({ stdout, code }).toEqual({ stdout: '', code: 2 });
  return stderr.trimEnd();
}

/** A workbook with a fault in one indicator, and a document for the other one. */
async function faulty(code = 'diskominfo', first = '1', second = '12'): Promise<Uint8Array> {
  const book = await load(await makeWorkbook([first, second], { opd: { code, name: `Dinas ${code}` } }));
  fillIn(book, {
    answers: { [first]: ['tiga'], [second]: [3, 'Peta Rencana ditetapkan.', null, ''] },
    documents: [
      [second, 3, 'Peta Rencana', '5 Tahun 2024', '2024-03-04', 'https://jdih.go.id/5', '', 'Rencana', 'Ya'],
    ],
  });
  return save(book);
}

test('names for the files of OPD: what their codes leave, never the same twice', () => {
  const taken = new Set(['surat-opd.txt']);
  const names = ['Dinas  Kesehatan', 'dinas-kesehatan', '../..', '!'].map((code) =>
    freeName('surat-%.txt', code, taken),
  );
  expect(names).toEqual([
    'surat-dinas-kesehatan.txt',
    'surat-dinas-kesehatan-2.txt',
    'surat-opd-2.txt',
    'surat-opd-3.txt',
  ]);
});

describe('what the system says', () => {
  const error = (code: string) => Object.assign(new Error(`${code}: too much`), { code });

  it('of a file that cannot be read', () => {
    const messages = ['EBUSY', 'EMFILE'].map((code) => cannotRead('a.xlsx', error(code)).message);
    expect([...messages, cannotRead('a.xlsx', new Error('apa')).message]).toEqual([
      '"a.xlsx" sedang dipakai program lain. Tutup dulu di Excel.',
      '"a.xlsx" tidak dapat dibaca (EMFILE).',
      '"a.xlsx" tidak dapat dibaca (Error: apa).',
    ]);
  });

  it('of a file that cannot be written', async () => {
    const cwd = await project();
    expect(await refusal(['score', 'tingkat.csv', '-f', 'csv', '-o', 'tingkat.csv/x.csv'], cwd)).toBe(
      '"tingkat.csv/x.csv" tidak dapat ditulis – foldernya tidak ada. Buat foldernya dulu.',
    );
    const long = `${'x'.repeat(300)}.csv`;
    expect(await refusal(['score', 'tingkat.csv', '-f', 'csv', '-o', long], cwd)).toBe(
      `"${long}" tidak dapat ditulis – namanya terlalu panjang. Pendekkan.`,
    );
    expect(cannotWrite('a.csv', error('EMFILE')).message).toBe(
      '"a.csv" tidak dapat ditulis – Error: EMFILE: too much.',
    );
  });
});

describe('the screen', () => {
  it('is 100 columns wide where nobody says, and coloured where that is forced', async () => {
    const cwd = await project();
    const score = async (env: Record<string, string | undefined>) =>
      (await runHere(['score', 'tingkat.csv'], cwd, env)).stdout;
    const widest = (text: string) => Math.max(...text.split('\n').map(({ length }) => length));
    expect(widest(await score({ COLUMNS: '80' }))).toBeLessThanOrEqual(80);
    const wide = await score({ COLUMNS: undefined });
    expect(widest(wide)).toBeGreaterThan(80);
    expect(widest(wide)).toBeLessThanOrEqual(100);
    const coloured = (text: string) => text.includes('\u001b[');
    expect(coloured(await score({ NO_COLOR: undefined, FORCE_COLOR: '1' }))).toBe(true);
    expect(coloured(await score({ NO_COLOR: undefined, FORCE_COLOR: '0' }))).toBe(false);
    expect(coloured(await score({ NO_COLOR: '1', FORCE_COLOR: '1' }))).toBe(false);
  });
});

describe('spbe check --mark', () => {
  it('marks what it can, under names of their own, and says what it cannot', async () => {
    const book = await faulty();
    const cwd = await makeFolder({ 'a/x.xlsx': book, 'b/X.xlsx': book, 'c.csv': 'indikator,tingkat\n1,9\n' });
    const { stderr } = await runHere(['check', 'a/x.xlsx', 'b/X.xlsx', 'c.csv', '--mark'], cwd);
    expect(stderr).toContain(
      'Tidak dapat ditandai: c.csv (bukan kertas kerja .xlsx yang dapat dibaca, atau terlalu besar)',
    );
    expect(await readdir(join(cwd, 'lembar-perbaikan'))).toEqual(['X-perbaikan-2.xlsx', 'x-perbaikan.xlsx']);
  });

  it('never over a copy that is read itself', async () => {
    const cwd = await makeFolder({
      'x.xlsx': await faulty(),
      'lembar-perbaikan/x-perbaikan.xlsx': await faulty(),
    });
    for (const paths of [['lembar-perbaikan'], ['x.xlsx', 'lembar-perbaikan']]) {
      const { stderr, code } = await runHere(['check', ...paths, '--mark'], cwd);
      expect(code).toBe(2);
      expect(stderr).toContain(
        `Lembar perbaikan akan menimpa ${join('lembar-perbaikan', 'x-perbaikan.xlsx')}. Pindahkan dulu berkas itu ke folder kertas-kerja.`,
      );
    }
  });
});

describe('spbe draft --into', () => {
  const day = ['--date', '2025-12-31'];

  it('writes what is blank, each file under a name of its own', async () => {
    const book = await faulty();
    const cwd = await makeFolder({ 'a/x.xlsx': book, 'b/x.xlsx': await faulty('bappeda', '2', '13') });
    const { stdout, stderr } = await runHere(
      ['draft', 'a/x.xlsx', 'b/x.xlsx', ...day, '--into', 'draf'],
      cwd,
    );
    expect(stderr).toBe('');
    expect(stdout.split('\n')).toEqual([
      `Draf: ${join('draf', 'x-draf.xlsx')} (1 sel)`,
      `Draf: ${join('draf', 'x-draf-2.xlsx')} (1 sel)`,
      '',
    ]);
  });

  it('leaves an analysis that stands there', async () => {
    const book = await load(await faulty());
    fillIn(book, { answers: { 12: [3, null, null, 'Analisis sendiri.'] } });
    const cwd = await makeFolder({ 'x.xlsx': await save(book) });
    const { stdout } = await runHere(['draft', 'x.xlsx', ...day, '--into', 'draf'], cwd);
    expect(stdout).toBe(`Draf: ${join('draf', 'x-draf.xlsx')} (1 sel)\n`);
    const texts: string[] = [];
    const copy = await load(await readFile(join(cwd, 'draf/x-draf.xlsx')));
    copy.getWorksheet('Penilaian')?.eachRow((row) => row.eachCell(({ text }) => texts.push(text)));
    expect(texts).toContain('Analisis sendiri.');
    expect(texts.filter((text) => text.startsWith('[DRAF'))).toHaveLength(1);
  });

  it('never over a draft that is read itself', async () => {
    const cwd = await makeFolder({
      'x.xlsx': await faulty(),
      'draf/x-draf.xlsx': await faulty('b', '2', '13'),
    });
    expect(await refusal(['draft', 'x.xlsx', 'draf', ...day, '--into', 'draf'], cwd)).toBe(
      `Draf akan menimpa ${join('draf', 'x-draf.xlsx')}. Sebut folder lain di --into.`,
    );
  });

  it('says so where there is nothing to write, or no list of evidence', async () => {
    const cwd = await makeFolder({ 'x.xlsx': await makeWorkbook(['1']), 'tingkat.csv': csv({}) });
    expect((await runHere(['draft', 'x.xlsx', ...day, '--into', 'draf'], cwd)).stdout).toBe(
      'Tidak ada yang ditulis: semua Fakta dan Analisis sudah terisi, atau belum ada bukti yang dihitung.\n',
    );
    expect(await refusal(['draft', 'tingkat.csv'], cwd)).toBe(
      'Berkas ini tidak memuat daftar bukti. Pakai kertas kerja yang dibuat dengan "spbe init".',
    );
  });
});

describe('spbe send-back', () => {
  it('into this folder, from another, with each older one kept', async () => {
    const source = await twoOffices();
    const here = await makeFolder();
    const { stdout } = await runHere(['send-back', source, '-o', '.'], here);
    expect(stdout).toMatch(/\nSemua di \.: \d surat dan daftar\.csv\.\n$/);
    for (const expected of [
      ['kirim-balik'],
      ['kirim-balik', 'kirim-balik-lama'],
      ['kirim-balik', 'kirim-balik-lama', 'kirim-balik-lama-2'],
    ]) {
      expect((await runHere(['send-back', '--force'], source)).code).toBe(0);
      expect((await readdir(source)).filter((name) => name.startsWith('kirim'))).toEqual(expected);
    }
  });
});

describe('spbe update', () => {
  it('leaves what is no workbook of an OPD, and says why', async () => {
    const cwd = await makeFolder({
      'a/diskominfo.xlsx': await faulty(),
      'b/Diskominfo.xlsx': await faulty('bappeda'),
      'besar.xlsx': '',
      'rusak.xlsx': 'bukan',
    });
    await truncate(join(cwd, 'besar.xlsx'), 51 * 1024 * 1024);
    await runHere(['merge', 'a/diskominfo.xlsx', '-o', 'rekapitulasi.xlsx'], cwd);
    const plain = await load(await makeWorkbook(['1']));
    for (const { name } of plain.worksheets.slice()) plain.removeWorksheet(name);
    plain.addWorksheet('Catatan').getCell('A1').value = 'rapat';
    await writeFile(join(cwd, 'lain.xlsx'), await save(plain));
    const files = [
      'a/diskominfo.xlsx',
      'b/Diskominfo.xlsx',
      'besar.xlsx',
      'lain.xlsx',
      'rekapitulasi.xlsx',
      'rusak.xlsx',
    ];
    const { stdout } = await runHere(['update', ...files, '-f', 'json'], cwd);
    const { files: updated } = JSON.parse(stdout);
    expect(
      updated.map(({ from, to, reason }: Record<string, string | null>) => [from, to ?? reason]),
    ).toMatchInlineSnapshot(`
      [
        [
          "a/diskominfo.xlsx",
          "kertas-kerja-baru/diskominfo.xlsx",
        ],
        [
          "b/Diskominfo.xlsx",
          "kertas-kerja-baru/Diskominfo-2.xlsx",
        ],
        [
          "besar.xlsx",
          "tidak dapat dibaca, atau lebih besar dari 50 MB",
        ],
        [
          "lain.xlsx",
          "Bukan kertas kerja spbe – tidak ada tanda pengenal di lembar "Catatan" – kirim berkas yang dibuat dengan "spbe init", atau simpan ulang dari berkas aslinya.",
        ],
        [
          "rekapitulasi.xlsx",
          "rekapitulasi dibuat ulang dengan "spbe merge"",
        ],
        [
          "rusak.xlsx",
          "Berkas bukan buku kerja Excel (.xlsx), bukan OpenDocument (.ods) dan bukan csv. Kirim buku kerja Excel (.xlsx) yang asli.",
        ],
      ]
    `);
  });
});

describe('spbe package', () => {
  it('is refused where something stands in the way, or the name is too long', async () => {
    const cwd = await twoOffices();
    await mkdir(join(cwd, 'lain'));
    await copyFile(join(cwd, 'spbe.yaml'), join(cwd, 'paket.zip'));
    expect(await refusal(['package', '-o', 'paket', '--zip'], cwd)).toBe(
      '"paket.zip" sudah berisi. Pindahkan dulu, atau sebut nama lain dengan -o.',
    );
    expect(await refusal(['package', '-o', 'spbe.yaml'], cwd)).toMatch(
      /^".*spbe\.yaml" bukan folder\. Sebut folder lain dengan -o\.$/,
    );
    const long = 'x'.repeat(240);
    const { stderr, code } = await runHere(['package', '-o', long], cwd);
    expect({ code, stderr }).toEqual({
      code: 2,
      stderr: `"${long}" tidak dapat ditulis – namanya terlalu panjang. Pendekkan.\n`,
    });
    expect(await readFile(join(cwd, 'paket.zip'))).toEqual(await readFile(join(cwd, 'spbe.yaml')));
  });
});
