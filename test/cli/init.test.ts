import { createHash } from 'node:crypto';
import { cp, mkdir, mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join, relative } from 'node:path';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import type { InitOptions } from '../../src/commands/init.ts';
import { initProject } from '../../src/commands/init-project.ts';
import { UserError } from '../../src/problem.ts';
import { fillIn, load, save } from '../workbook/make-workbook.ts';
import { makeFolder, spbe, transcript } from './spbe.ts';

const opdList =
  'kode;nama;indikator\r\nbappeda;Badan Perencanaan;11-14, 32\r\ndiskominfo;Dinas Kominfo;1 s/d 10 & 15\r\n';
const region = ['--region', 'Kabupaten Contoh', '--year', '2025'];
const workbook = 'proyek/kertas-kerja/bappeda-badan-perencanaan.xlsx';

/** A project made once and copied: making workbooks takes time. */
let made: string;
beforeAll(async () => {
  made = await mkdtemp(join(tmpdir(), 'spbe-'));
  await writeFile(join(made, 'opd.csv'), opdList);
  await initProject('proyek', withList, made);
});
afterAll(() => rm(made, { recursive: true }));
const withProject = () => cp(made, cwd, { recursive: true });

let cwd: string;
beforeEach(async () => {
  cwd = await makeFolder({ 'opd.csv': opdList });
});

/** Without a process of its own: the same function that the command calls. */
const init = (options: InitOptions = {}) => initProject('proyek', options, cwd);
const particulars = { region: 'Kabupaten Contoh', year: '2025' } as const;
const withList = { ...particulars, opd: 'opd.csv' } as const;
const initProyek = (...more: string[]) => ['init', 'proyek', ...region, '--opd', 'opd.csv', ...more];

describe('a new project', () => {
  test('is made of the usual OPD of a kabupaten', async () => {
    const text = await transcript([['init', 'proyek', ...region]], { cwd });
    await expect(`${text}\n${(await filesIn(cwd)).join('\n')}\n`).toMatchFileSnapshot(
      'transcripts/init-kabupaten.md',
    );
  });

  test('is made of a list of OPD, with ranges of indicators', async () => {
    const text = await transcript([initProyek()], { cwd });
    await expect(text).toMatchFileSnapshot('transcripts/init-opd.md');
    expect(await filesIn(cwd)).toEqual([
      'opd.csv',
      'proyek/bukti/bappeda/',
      'proyek/bukti/diskominfo/',
      workbook,
      'proyek/kertas-kerja/diskominfo-dinas-kominfo.xlsx',
      'proyek/spbe.yaml',
    ]);
    await expect(await readFile(join(cwd, 'proyek/spbe.yaml'), 'utf8')).toMatchFileSnapshot(
      'transcripts/init-opd-spbe.yaml.md',
    );
  });

  test('--single is one workbook with all indicators; it can be scored at once', async () => {
    expect(await init({ ...particulars, single: true })).toContain('semua: Semua OPD (47 indikator)');
    const { stdout, code } = await spbe(['score', 'proyek', '--format', 'json'], { cwd });
    expect(JSON.parse(stdout)).toMatchObject({ region: 'Kabupaten Contoh', year: 2025, index: 1 });
    expect(code).toBe(0);
  });

  test('can be used from within its folder, and remembers its target', async () => {
    await init({ ...withList, target: 'sangat baik' });
    const { stdout, code } = await spbe(['gap', '--format', 'json'], { cwd: join(cwd, 'proyek') });
    expect(JSON.parse(stdout)).toMatchObject({ region: 'Kabupaten Contoh', target: { indexExact: '3.5' } });
    expect(code).toBe(0);
  });
});

describe('a project that is there already', () => {
  test('and not filled yet is simply made again', async () => {
    await withProject();
    expect(await init()).toContain('Dipakai  proyek/spbe.yaml');
    expect(await filesIn(cwd)).toHaveLength(6);
  });

  test('and filled in is left as it is, to the last byte; --force archives it', async () => {
    await withProject();
    const book = await load(await readFile(join(cwd, workbook)));
    fillIn(book, { answers: { 12: [3, 'Fakta.'], 13: [null, null, 'menunggu SK'] } });
    await writeFile(join(cwd, workbook), await save(book));
    const before = await hashesIn(cwd);

    const refused = await transcript([['init', 'proyek'], initProyek()], { cwd });
    expect(await hashesIn(cwd)).toEqual(before);
    await expect(refused).toMatchFileSnapshot('transcripts/init-refused.md');

    const forced = await transcript([['init', 'proyek', '--force']], { cwd });
    await expect(forced.replace(timePattern, '<waktu>')).toMatchFileSnapshot('transcripts/init-forced.md');
    const archived = (await filesIn(cwd)).filter((file) => file.startsWith('proyek/arsip/'));
    expect(archived.map((file) => file.replace(timePattern, '<waktu>'))).toEqual([
      'proyek/arsip/<waktu>/kertas-kerja/bappeda-badan-perencanaan.xlsx',
    ]);
    const after = await hashesIn(cwd);
    expect(after[archived[0] ?? '']).toBe(before[workbook]);
    expect(after[workbook]).not.toBe(before[workbook]);
    expect(after['proyek/spbe.yaml']).toBe(before['proyek/spbe.yaml']);
  });

  test('--force twice within a second loses nothing', async () => {
    await withProject();
    await init({ ...withList, target: '3', force: true });
    await init({ ...withList, target: '4', force: true });
    const projects = (await filesIn(cwd)).filter((file) => file.endsWith('spbe.yaml'));
    const targets = projects.map(
      async (file) => /^target:.*$/m.exec(await readFile(join(cwd, file), 'utf8'))?.[0],
    );
    expect((await Promise.all(targets)).toSorted()).toEqual(['target: "3"', 'target: "4"', undefined]);
  });

  test.each<[string, (book: Awaited<ReturnType<typeof load>>) => void]>([
    ['a note', (book) => fillIn(book, { answers: { 12: [null, null, 'menunggu SK'] } })],
    ['a document', (book) => fillIn(book, { documents: [[12, null, 'SK']] })],
    ['a name in Identitas', (book) => book.getWorksheet('Identitas')?.getCell('C10') && setName(book)],
    ['a copied sheet, whatever stands in it', (book) => copyAnswers(book)],
  ])('%s alone counts as filled in', async (_, change) => {
    await withProject();
    const book = await load(await readFile(join(cwd, workbook)));
    change(book);
    await writeFile(join(cwd, workbook), await save(book));
    const before = await hashesIn(cwd);
    await expect(init()).rejects.toThrow('kertas-kerja/bappeda-badan-perencanaan.xlsx – ');
    expect(await hashesIn(cwd)).toEqual(before);
  });

  test('a file that is none of ours is never overwritten', async () => {
    await mkdir(join(cwd, 'proyek/kertas-kerja'), { recursive: true });
    await writeFile(join(cwd, workbook), 'catatan pribadi');
    await expect(init(withList)).rejects.toThrow('berkas lain');
    expect(await readFile(join(cwd, workbook), 'utf8')).toBe('catatan pribadi');
    expect(await filesIn(cwd)).toEqual(['opd.csv', workbook]);
  });
});

describe('what cannot be made', () => {
  test('is said in full, and nothing is written', async () => {
    await writeFile(
      join(cwd, 'salah.csv'),
      'kode,nama,indikator\nbappeda,Bappeda,"1-5, 99"\nBappeda,Badan Lain,6\n,,7\n???,???,8\ndinkes,Dinkes,sepuluh\n',
    );
    await writeFile(join(cwd, 'tanpa-judul.csv'), 'a,b\n1,2\n');
    await writeFile(join(cwd, 'bertemu.csv'), 'kode,nama,indikator\na,b c,1\na-b,c,2\n');
    const before = await hashesIn(cwd);
    const commands: InitOptions[] = [
      { region: 'Kabupaten Contoh' },
      { region: 'Instansi Contoh', year: '2025' },
      { region: 'Kabupaten Contoh', year: '25' },
      { ...particulars, target: 'bagus' },
      { ...particulars, instrument: 'lain' },
      { ...particulars, opd: 'salah.csv' },
      { ...particulars, opd: 'tanpa-judul.csv' },
      { ...particulars, opd: 'bertemu.csv' },
      { ...particulars, opd: 'tidak-ada.csv' },
      { ...withList, single: true },
    ];
    const messages: string[] = [];
    for (const options of commands) {
      const said = await init(options).catch((error: unknown) => error);
      expect(said).toBeInstanceOf(UserError);
      messages.push(`${JSON.stringify(options)}\n${(said as UserError).message}\n`);
    }
    const text = await transcript(
      [
        ['init', 'proyek'],
        ['init', 'proyek', ...region, '--kind', 'desa'],
      ],
      { cwd },
    );
    expect(text.match(/Exit code: 2/g)).toHaveLength(2);
    expect(await hashesIn(cwd)).toEqual(before);
    await expect([text, ...messages].join('\n')).toMatchFileSnapshot('transcripts/init-faults.md');
  });

  test('codes and names with tricks stay inside the folder', async () => {
    const tricks = [
      'kode;nama;indikator',
      '../../../luar;Luar;1',
      '..\\..\\windows;C:\\Windows\\system32;2',
      '/etc/passwd;/etc/shadow;3',
      '"a\nb";"Nama\nbaris";4',
      '.;..;5',
      `${'x'.repeat(300)};${'y'.repeat(150)};6`,
      'reboot;$(reboot) `id` ~;7',
    ];
    await writeFile(join(cwd, 'trik.csv'), tricks.join('\n'));
    const withTricks = { ...particulars, opd: 'trik.csv' };
    await expect(initProject('dalam/proyek', withTricks, cwd)).rejects.toThrow('tanpa kode dan nama');
    expect(await filesIn(cwd)).toEqual(['opd.csv', 'trik.csv']);
    await writeFile(join(cwd, 'trik.csv'), tricks.filter((line) => !line.startsWith('.;')).join('\n'));
    await initProject('dalam/proyek', withTricks, cwd);
    expect((await filesIn(cwd)).filter((file) => !file.startsWith('dalam/proyek/'))).toEqual([
      'opd.csv',
      'trik.csv',
    ]);
    const inside = await filesIn(join(cwd, 'dalam/proyek'));
    expect(inside).toHaveLength(1 + 2 * 6);
    for (const file of inside) expect(file).toMatch(/^[a-z0-9./-]{1,130}$/);
  });

  test.each(['../luar', '/etc', 'a/b', 'A', '..', ''])('code %j in spbe.yaml is refused', async (code) => {
    const folder = await makeFolder({
      'spbe.yaml': [
        'formatVersion: 1',
        'region: Kabupaten Contoh',
        'kind: kabupaten',
        'year: 2025',
        'instrument: permenpanrb-59-2020',
        `opd: [{ code: "${code}", name: Dinas, indicators: [1] }]`,
      ].join('\n'),
    });
    await expect(initProject('.', {}, folder)).rejects.toThrow('opd[0].code');
    expect(await filesIn(folder)).toEqual(['spbe.yaml']);
  });
});

const timePattern = /\d{4}-\d\d-\d\d-\d\d-\d\d-\d\d/g;

function setName(book: Awaited<ReturnType<typeof load>>): void {
  const cell = book.getWorksheet('Identitas')?.getCell('C10');
  if (cell) cell.value = 'Budi';
}

function copyAnswers(book: Awaited<ReturnType<typeof load>>): void {
  const copy = book.addWorksheet('Salinan');
  book.getWorksheet('Penilaian')?.eachRow((row) => {
    row.eachCell(({ address, value }) => {
      copy.getCell(address).value = value;
    });
  });
}

/** Files below a folder, and folders without any. */
async function filesIn(folder: string): Promise<string[]> {
  const entries = await readdir(folder, { recursive: true, withFileTypes: true });
  const paths = entries.map((entry) => ({
    entry,
    path: relative(folder, join(entry.parentPath, entry.name)).replaceAll('\\', '/'),
  }));
  return paths
    .filter(({ entry, path }) => entry.isFile() || !paths.some((other) => other.path.startsWith(`${path}/`)))
    .map(({ entry, path }) => (entry.isFile() ? path : `${path}/`))
    .sort();
}

async function hashesIn(folder: string): Promise<Record<string, string>> {
  const files = (await filesIn(folder)).filter((file) => !file.endsWith('/'));
  const hashes = files.map(
    async (file): Promise<[string, string]> => [
      file,
      createHash('sha256')
        .update(await readFile(join(folder, file)))
        .digest('hex'),
    ],
  );
  return Object.fromEntries(await Promise.all(hashes));
}
