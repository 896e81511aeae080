import { mkdtemp, readdir, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import exceljs from 'exceljs';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { fillWorkbook } from '../../fixtures/fill-workbook.js';
import type { ExplainOptions } from '../../src/commands/explain.ts';
import { explain } from '../../src/commands/explain-what.ts';
import { initProject } from '../../src/commands/init-project.ts';
import { type ExplainDocument, explainDocument } from '../../src/contract/explain.ts';
import { listInstruments, loadInstrument } from '../../src/instrument/load.ts';
import { UserError } from '../../src/problem.ts';
import { type Format, render } from '../../src/reporters/index.ts';

const newest = { instrument: 'permenpanrb-8-2026' };
const oldest = { instrument: 'permenpanrb-5-2018' };
const root = await mkdtemp(join(tmpdir(), 'spbe-explain-'));
afterAll(() => rm(root, { recursive: true, force: true }));

type Options = Pick<ExplainOptions, 'instrument' | 'level' | 'index'>;

/** What a terminal of 80 columns shows, by default outside any project. */
async function show(what: string, options: Options = {}, format: Format = 'table', cwd = root) {
  return render(await explain(what, options, cwd), format, { width: 80, colour: false });
}

async function documentOf(what: string, options: Options = {}, cwd = root): Promise<ExplainDocument> {
  return explainDocument.parse(JSON.parse(await show(what, options, 'json', cwd)));
}

async function indicatorOf(what: string, options: Options = {}, cwd = root) {
  const document = await documentOf(what, options, cwd);
  if (document.kind !== 'indicator') throw new Error(`${what} is no indicator but a ${document.kind}`);
  return document;
}

/** The text without its line breaks, which depend on the width. */
function joined(text: string): string {
  return text.replace(/\s+/g, ' ');
}

describe.each(await listInstruments())('%s', async (instrument) => {
  const { indicators, caution, scale } = await loadInstrument(instrument);
  const ids = indicators.map(({ id }) => id);
  const ladder = Array.from({ length: scale.max - scale.min + 1 }, (_, index) => scale.min + index);

  it.each([...ids, 'index', 'SPBE', 'manajemen', 'srikandi', 'layanan publik digital terpadu'])(
    'explains %s within 80 columns, by the contract, with every level and its caution',
    async (what) => {
      const report = await explain(what, { instrument }, root);
      const [text = '', markdown = '', json = ''] = (['table', 'md', 'json'] as const).map((format) =>
        render(report, format, { width: 80, colour: false }),
      );
      expect(text.split('\n').filter((line) => line.length > 80)).toEqual([]);
      expect(text).not.toMatch(/undefined|null|NaN|\[object/);
      const document = explainDocument.parse(JSON.parse(json));
      expect(document.caution).toBe(caution);
      if (document.kind === 'indicator') expect(document.levels.map(({ level }) => level)).toEqual(ladder);
      expect(joined(text).includes(`Perhatian: ${caution}`)).toBe(caution !== null);
      expect(markdown.includes(`Perhatian: ${caution}`)).toBe(caution !== null);
    },
  );
});

describe('one indicator', () => {
  it('is found by number however it is written', async () => {
    const plain = await show('12');
    for (const what of [' 12 ', '012', '12.']) expect(await show(what)).toBe(plain);
  });

  it('carries a caution only where the official text is missing', async () => {
    expect(await show('12')).not.toContain('Perhatian:');
  });

  it('of 5/2018 is found by a number with parts', async () => {
    expect((await indicatorOf('35-2', oldest)).id).toBe('35-2');
  });

  it('with --level shows this level alone', async () => {
    const { levels } = await indicatorOf('12', { level: '3' });
    expect(levels.map(({ level }) => level)).toEqual([3]);
    const text = await show('12', { level: ' 3 ' });
    expect(text).toContain('Tingkat 3 – ');
    expect(text).not.toMatch(/^Tingkat [1245] /m);
  });

  it('with --level 0 shows the bottom of 5/2018', async () => {
    expect((await indicatorOf('1', { ...oldest, level: '0' })).levels).toHaveLength(1);
  });

  it.each(['0', '6', '-1', '2.5', 'tiga', '', '0x3', '1e0'])('refuses --level %j', async (level) => {
    await expect(explain('12', { level }, root)).rejects.toThrow(UserError);
    await expect(explain('12', { level }, root)).rejects.toThrow('Pilih 1 sampai 5.');
  });

  it.each(['index', 'manajemen risiko', 'SRIKANDI', '48'])(
    'refuses --level and --index for %j',
    async (what) => {
      for (const options of [{ level: '3' }, { index: '3' }]) {
        await expect(explain(what, options, root)).rejects.toThrow(UserError);
        await expect(explain(what, options, root)).rejects.toThrow('hanya untuk nomor indikator');
      }
    },
  );

  it('names what to try where nothing is found', async () => {
    await expect(explain('xyzzyqwv', {}, root)).rejects.toThrow(UserError);
    await expect(explain('xyzzyqwv', {}, root)).rejects.toThrow('Coba kata lain, atau nomor indikator.');
  });

  it('does not let the words of the user steer the terminal', async () => {
    const text = await show('manajemen\u001b[31m risiko');
    // biome-ignore lint/suspicious/noControlCharactersInRegex: the very sign that must not get through
    expect(text).not.toMatch(/\u001b/);
  });
});

describe('a term', () => {
  it('leads to the indicators that speak of it', async () => {
    expect(await documentOf('manajemen risiko')).toMatchObject({
      kind: 'term',
      term: 'manajemen risiko SPBE',
      indicators: [{ id: '21' }, { id: '22' }, { id: '8' }],
    });
    const text = joined(await show('Manajemen  Risiko'));
    expect(text).toContain('Indikator yang menyebutnya: 21 Manajemen Risiko');
    expect(text).toContain('Selengkapnya: spbe explain 21.');
  });

  it('is found by its other names, and misspelt', async () => {
    const { kind } = await documentOf('srikandi');
    expect(kind).toBe('term');
    const found = await documentOf('manajmen resiko');
    expect(found.kind === 'hits' && found.hits[0]?.name).toBe('21');
  });
});

describe('an index of another agency', () => {
  const bands = [
    'Nilai indeks  Tingkat',
    '0–12,5        1–1,5',
    '12,5–37,5     1,5–2,5',
    '75–100        4–5',
  ];

  it('is listed with its bands and its note', async () => {
    const text = await show('5', newest);
    expect(text).toContain('\nIndeks dari lembaga lain\n');
    for (const line of bands) expect(text).toContain(line);
    expect(joined(text)).toContain('SDI 68,75 menjadi 3,75.');
    const { externalIndex } = await indicatorOf('5', newest);
    expect(externalIndex).toMatchObject({ owner: 'Bappenas / Sekretariat SDI', conversion: 'linear' });
    expect(externalIndex?.bands[1]).toEqual({ from: '12.5', to: '37.5', levelFrom: '1.5', levelTo: '2.5' });
    expect(externalIndex?.converted).toBeNull();
  });

  it('with an open bottom says so', async () => {
    expect(await show('7', newest)).toContain('di bawah 1,8  1–1,5');
    expect((await indicatorOf('7', newest)).externalIndex?.bands[0]?.from).toBeNull();
  });

  it('is not there for other indicators', async () => {
    expect(await show('1', newest)).not.toContain('Indeks dari lembaga lain');
    expect((await indicatorOf('1', newest)).externalIndex).toBeNull();
  });

  it.each([
    ['5', '68.75', 'Indeks Satu Data Indonesia (SDI) 68,75 menjadi tingkat 3,75'],
    ['5', '68,75', 'Indeks Satu Data Indonesia (SDI) 68,75 menjadi tingkat 3,75'],
    ['5', ' 25 ', 'Indeks Satu Data Indonesia (SDI) 25 menjadi tingkat 2,00'],
    ['18', '100', 'Indeks SDI aspek interoperabilitas data 100 menjadi tingkat 5,00'],
    ['7', '2,3', 'Indeks Pembangunan Statistik (IPS) 2,3 menjadi tingkat antara 1,5 dan 2,5'],
  ])('of indicator %s with --index %j is one line', async (id, index, line) => {
    const text = await show(id, { ...newest, index });
    expect(text.split('\n')).toContain(line);
    expect(joined(text)).toContain('Perhatian: Naskah PermenPANRB 8/2026 belum tersedia');
    expect(text).not.toMatch(/^Tingkat \d/m);
  });

  it('stands converted in the json document, exactly', async () => {
    expect((await indicatorOf('5', { ...newest, index: '33,33' })).externalIndex?.converted).toEqual({
      value: '33.33',
      levelFrom: '2.3332',
      levelTo: '2.3332',
    });
    expect((await indicatorOf('7', { ...newest, index: '2,3' })).externalIndex?.converted).toEqual({
      value: '2.3',
      levelFrom: '1.5',
      levelTo: '2.5',
    });
  });

  it('stands converted in the csv', async () => {
    expect(await show('5', { ...newest, index: '68,75' }, 'csv')).toBe(
      'indikator,nilai_indeks,tingkat_dari,tingkat_sampai\r\n5,68.75,3.75,3.75\r\n',
    );
  });

  it.each([
    ['5', '100,01', 'Indeks Satu Data Indonesia (SDI) 100,01 tidak mungkin. Nilainya dari 0 sampai 100.'],
    ['7', '5,1', 'Indeks Pembangunan Statistik (IPS) 5,1 tidak mungkin. Nilainya sampai 5.'],
    ['5', 'tinggi', 'Nilai "tinggi" untuk --index bukan angka. Tulis misalnya 68,75.'],
    ['5', '-1', 'bukan angka'],
    ['5', '', 'bukan angka'],
    ['5', '1.234,5', 'bukan angka'],
    ['1', '50', 'tidak ditentukan oleh indeks lembaga lain'],
  ])('of indicator %s with --index %j is refused', async (id, index, message) => {
    await expect(explain(id, { ...newest, index }, root)).rejects.toThrow(UserError);
    await expect(explain(id, { ...newest, index }, root)).rejects.toThrow(message);
  });

  it('says which indicators have one, or that none has', async () => {
    await expect(explain('1', { ...newest, index: '50' }, root)).rejects.toThrow(
      'Yang ada: indikator 5–7, 10–12, 18.',
    );
    await expect(explain('1', { index: '50' }, root)).rejects.toThrow('Di instrumen ini tidak ada.');
  });

  it('does not go with --level', async () => {
    await expect(explain('5', { ...newest, index: '50', level: '3' }, root)).rejects.toThrow(UserError);
  });
});

describe('the region’s standing', () => {
  const kabupaten = join(root, 'kabupaten');
  const digital = join(root, 'digital');

  beforeAll(async () => {
    const answers = new Map([
      ...[1, 2, 3, 4, 5].map((level): [string, number] => [String(level + 9), level]),
    ]);
    await makeProject(kabupaten, {}, answers);
    await makeProject(digital, newest, new Map([['5', 3.75]]));
  }, 60_000);

  it('is told nowhere outside a project', async () => {
    expect(await show('12')).not.toContain('Daerah ini:');
    expect((await indicatorOf('12')).standing).toBeNull();
  });

  it('shows level, OPD, cell and what the next level is worth', async () => {
    const { standing } = await indicatorOf('12', {}, kabupaten);
    const [name] = await readdir(join(kabupaten, 'kertas-kerja'));
    expect(standing).toMatchObject({
      level: 3,
      opd: 'semua',
      at: { file: `kertas-kerja/${name}`, sheet: 'Penilaian' },
    });
    const address = standing?.at?.address ?? '';
    const text = joined(await show('12', {}, 'table', kabupaten));
    expect(text).toContain(
      `Daerah ini: tingkat 3 (semua, kertas-kerja/${name} › Penilaian!${address}). Naik ke tingkat 4 menambah 0,025 poin indeks; yang diminta ada di bawah.`,
    );
    expect(await valueAt(join(kabupaten, 'kertas-kerja', name ?? ''), address)).toBe(3);
  });

  it('says it at the top of the ladder, and of a blank', async () => {
    expect(joined(await show('14', {}, 'table', kabupaten))).toMatch(
      /Daerah ini: tingkat 5 \(.*\)\. Sudah di tingkat tertinggi; pertahankan buktinya\./,
    );
    expect(joined(await show('20', {}, 'table', kabupaten))).toMatch(
      /Daerah ini: belum bertingkat \(.*\)\. Naik ke tingkat 2 menambah 0,025 poin indeks/,
    );
    expect((await indicatorOf('20', {}, kabupaten)).standing).toMatchObject({ level: null });
  });

  it('with --level does not point at what is not shown', async () => {
    const text = await show('12', { level: '4' }, 'table', kabupaten);
    expect(joined(text)).toContain('Naik ke tingkat 4 menambah 0,025 poin indeks. ');
  });

  it('follows the project’s instrument, and keeps silent about another', async () => {
    const document = await indicatorOf('5', {}, digital);
    expect(document).toMatchObject({ instrument: newest.instrument, standing: { level: 3.75 } });
    expect(joined(await show('5', {}, 'table', digital))).toMatch(
      /Daerah ini: tingkat 3,75 \(.*\)\. Naik ke tingkat 4 menambah 0,0125 poin indeks/,
    );
    expect((await indicatorOf('5', oldest, digital)).standing).toBeNull();
  });

  it('survives a project without workbooks', async () => {
    await rm(join(digital, 'kertas-kerja'), { recursive: true });
    expect((await indicatorOf('5', {}, digital)).standing).toEqual({
      level: null,
      opd: null,
      at: null,
      settled: null,
    });
  });
});

async function makeProject(
  folder: string,
  options: { instrument?: string },
  levels: ReadonlyMap<string, number>,
): Promise<void> {
  const region = { region: 'Kabupaten Contoh', kind: 'kabupaten', year: '2024', single: true };
  await initProject(folder, { ...region, ...options }, root);
  const workbooks = join(folder, 'kertas-kerja');
  for (const name of await readdir(workbooks)) {
    const words = { fact: 'Fakta.', analysis: 'Analisis.', title: 'Dokumen', location: 'dokumen.pdf' };
    await fillWorkbook(join(workbooks, name), levels, words);
  }
}

async function valueAt(path: string, address: string): Promise<unknown> {
  const workbook = new exceljs.Workbook();
  await workbook.xlsx.readFile(path);
  return workbook.getWorksheet('Penilaian')?.getCell(address).value;
}
