import ExcelJS from 'exceljs';
import { beforeEach, describe, expect, it, vi } from 'vitest';
import { askMissing } from '../../src/commands/ask-missing.ts';
import { loadInstrument } from '../../src/instrument/load.ts';
import { makeFolder } from '../cli/spbe.ts';
import { twoOffices } from '../cli/two-offices.ts';
import { save } from '../workbook/make-workbook.ts';
import { runHere, sitDown } from './run-here.ts';

interface Question {
  readonly message: string;
  readonly options?: readonly { readonly value: unknown; readonly label: string }[];
  readonly validate?: (text: string | undefined) => string | undefined;
}

const asked = vi.hoisted(() => ({ answers: [] as unknown[], seen: [] as string[] }));

/** A person who gives `asked.answers`, one a question: a label to choose, a text to write, a symbol for Ctrl-C. */
vi.mock('@clack/prompts', () => {
  const ask = async ({ message, options, validate }: Question) => {
    const labels = options?.map(({ label }) => label) ?? [];
    asked.seen.push([message, ...labels].join(' | '));
    for (;;) {
      const answer = asked.answers.shift();
      const fault = typeof answer === 'string' ? validate?.(answer) : undefined;
      if (fault === undefined) return options?.find(({ label }) => label === answer)?.value ?? answer;
      asked.seen.push(fault);
    }
  };
  const isCancel = (answer: unknown) => typeof answer === 'symbol';
  const intro = (text: string) => asked.seen.push(text);
  return { text: ask, select: ask, confirm: ask, isCancel, intro };
});

/** Lets a person sit there who answers so. */
function answering(...answers: unknown[]): void {
  sitDown();
  asked.answers = answers;
}

beforeEach(() => {
  asked.seen = [];
});

const stop = Symbol('Ctrl-C');

describe('a new project', () => {
  it('asks for all that is missing, until it makes sense', async () => {
    answering(' ', 'Instansi Contoh', 'kabupaten', '', '99', '2017', '2025');
    expect(await askMissing({})).toEqual({ region: 'Instansi Contoh', kind: 'kabupaten', year: 2025 });
    expect(asked.seen).toEqual([
      'Nama instansi',
      'Tulis nama instansinya.',
      'Jenis instansi (↑ ↓ memilih) | kabupaten | kota | provinsi | kementerian',
      'Tahun penilaian',
      ...Array(3).fill('Tulis tahun dari 2018 sampai 2100.'),
    ]);
  });

  it('asks for no more than that', async () => {
    answering('2024');
    expect(await askMissing({ region: 'Kota Contoh' })).toEqual({
      region: 'Kota Contoh',
      kind: 'kota',
      year: 2024,
    });
    expect(asked.seen).toEqual(['Tahun penilaian']);
  });

  it('asks nothing on a build server', async () => {
    answering();
    vi.stubEnv('CI', 'true');
    await expect(askMissing({})).rejects.toThrow('Belum disebut: --region "Kabupaten …", --kind');
    vi.unstubAllEnvs();
  });

  it('is not begun if the person stops', async () => {
    answering(stop);
    const cwd = await makeFolder();
    expect(await runHere(['init'], cwd)).toEqual({
      code: 2,
      stdout: '',
      stderr: 'Dibatalkan. Tidak ada yang ditulis.\n',
    });
  });
});

describe('a name that several institutions bear', () => {
  it('is settled by asking', async () => {
    answering('Kota Mojokerto');
    const { stdout, code } = await runHere(
      ['compare', '--region', 'Mojokerto', '-f', 'json'],
      await makeFolder(),
    );
    expect(asked.seen).toEqual(['"Mojokerto" yang mana? | Kab. Mojokerto | Kota Mojokerto']);
    expect({ code, region: JSON.parse(stdout).region }).toEqual({
      code: 0,
      region: 'Pemerintah Kota Mojokerto',
    });
  });
});

describe('a sheet of somebody', () => {
  it('is shown before it is read', async () => {
    const { indicators } = await loadInstrument('permenpanrb-59-2020');
    const book = new ExcelJS.Workbook();
    book
      .addWorksheet('Nilai 2024')
      .addRows([['No', 'Indikator', 'Nilai'], ...indicators.map(({ id, name }) => [Number(id), name, 3])]);
    const cwd = await makeFolder({ 'lembar.xlsx': await save(book) });
    answering(true);
    const { stdout, code } = await runHere(['score', 'lembar.xlsx', '-f', 'json'], cwd);
    expect(asked.seen).toMatchInlineSnapshot(`
      [
        "lembar.xlsx: lembar "Nilai 2024" memuat 47 dari 47 indikator PermenPANRB 59/2020.
      Dibaca: No=indikator,Nilai=tingkat. Baris pertama: 1: 3; 2: 3; 3: 3.
      Benar begitu?",
      ]
    `);
    expect([JSON.parse(stdout).index, code]).toEqual([3, 0]);
    answering(false);
    expect(await runHere(['score', 'lembar.xlsx'], cwd)).toMatchObject({
      code: 2,
      stderr: expect.stringContaining('--map "No=indikator,Nilai=tingkat"'),
    });
  });
});

describe('spbe alone, as a double click starts it', () => {
  it('offers to begin where there is no project', async () => {
    answering('Lihat semua perintah');
    const { code, stdout } = await runHere([], await makeFolder());
    expect(asked.seen).toMatchInlineSnapshot(`
      [
        "spbe · penilaian mandiri SPBE, luring",
        "Apa yang ingin dikerjakan? (↑ ↓ memilih, Enter menjalankan) | Mulai proyek baru di folder ini | Periksa apakah komputer ini siap | Lihat semua perintah",
      ]
    `);
    expect(stdout).toContain('Perintah:');
    expect(code).toBe(0);
  });

  it('offers what is done most in a project, and does it', async () => {
    answering('Hitung indeks');
    const { code, stdout } = await runHere([], await twoOffices());
    expect(asked.seen).toMatchInlineSnapshot(`
      [
        "spbe · Kabupaten Contoh 2025",
        "Apa yang ingin dikerjakan? (↑ ↓ memilih, Enter menjalankan) | Kemajuan per OPD | Periksa semua kertas kerja | Hitung indeks | Ringkasan satu halaman untuk pimpinan | Lihat semua perintah",
      ]
    `);
    expect(stdout).toContain('Domain dan aspek');
    expect(code).toBe(1);
  });

  it('does nothing if the person stops', async () => {
    answering(stop);
    expect(await runHere([], await makeFolder())).toEqual({ code: 0, stdout: '', stderr: '' });
  });
});
