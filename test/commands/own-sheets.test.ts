import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import ExcelJS from 'exceljs';
import { afterAll, describe, expect, it } from 'vitest';
import { makeQuestionnaire } from '../../fixtures/kuesioner-2018/make.js';
import { claimedLevels } from '../../src/assessment/merge.ts';
import { type InputOptions, readInputs } from '../../src/commands/inputs.ts';
import { parseMapOption } from '../../src/commands/map-option.ts';
import { loadInstrument } from '../../src/instrument/load.ts';

const instrument = await loadInstrument('permenpanrb-59-2020');
const cwd = mkdtempSync(join(tmpdir(), 'spbe-own-'));
afterAll(() => rmSync(cwd, { recursive: true }));

const workbook = new ExcelJS.Workbook();
workbook
  .addWorksheet('Nilai 2024')
  .addRows([
    ['No', 'Indikator', 'Nilai'],
    ...instrument.indicators.map(({ id, name }) => [Number(id), name, 3]),
  ]);
await workbook.xlsx.writeFile(join(cwd, 'lembar.xlsx'));
writeFileSync(join(cwd, 'kuesioner.xlsx'), await makeQuestionnaire({ 1: 5 }, { agency: 'Kota Denpasar' }));
writeFileSync(join(cwd, 'tingkat.csv'), 'Urut;Skor\n1;4\n');

const read = async (path: string, options: Partial<InputOptions> = {}) =>
  (await readInputs([path], { cwd, strict: true, ...options })).assessment;

describe('a sheet of the region', () => {
  it('is read by the columns named', async () => {
    const { answers, problems } = await read('lembar.xlsx', {
      map: await parseMapOption('No=indicator,Nilai=level'),
    });
    expect(claimedLevels(answers).size).toBe(47);
    expect(answers.get('47')?.at).toEqual({ file: 'lembar.xlsx', sheet: 'Nilai 2024', address: 'C48' });
    expect(problems).toEqual([]);
  });

  it('is refused without them, with the very option to add', async () => {
    const option = '--map "No=indikator,Nilai=tingkat"';
    await expect(read('lembar.xlsx')).rejects.toThrow(option);
    const { problems, answers } = await read('lembar.xlsx', { strict: false });
    expect(problems).toMatchObject([{ code: 'map-needed', message: expect.stringContaining(option) }]);
    expect(answers.size).toBe(0);
  });

  it('is shown to a person, and read only if he agrees', async () => {
    const offers: unknown[] = [];
    const confirm = (answer: boolean) => async (offer: unknown) => {
      offers.push(offer);
      return answer;
    };
    expect((await read('lembar.xlsx', { confirm: confirm(true) })).answers.size).toBe(47);
    expect(offers).toMatchObject([
      {
        file: 'lembar.xlsx',
        suggestion: {
          sheet: 'Nilai 2024',
          count: 47,
          sample: [
            ['1', '3'],
            ['2', '3'],
            ['3', '3'],
          ],
        },
      },
    ]);
    await expect(read('lembar.xlsx', { confirm: confirm(false) })).rejects.toThrow('--map');
  });

  it('may be a csv with headings of its own', async () => {
    const map = await parseMapOption('Urut=indikator,Skor=tingkat');
    expect(claimedLevels((await read('tingkat.csv', { map })).answers)).toEqual(new Map([['1', 4]]));
  });

  it.each([
    ['an option that says nothing', 'lembar.xlsx', 'Nilai', 'tidak dipahami'],
    ['headings that are not there', 'lembar.xlsx', 'Nomor=indikator,Nilai=tingkat', 'tidak cocok'],
    ['an option that nothing needs', 'kuesioner.xlsx', 'No=indikator,Nilai=tingkat', 'tidak terpakai'],
  ])('refuses %s', async (_, file, map, words) => {
    await expect((async () => read(file, { map: await parseMapOption(map) }))()).rejects.toThrow(words);
  });
});

describe('the questionnaire of 2018', () => {
  it('brings its instrument and its agency', async () => {
    const { instrument: used, region, year, answers } = await read('kuesioner.xlsx');
    expect([used.id, region, year]).toEqual(['permenpanrb-5-2018', 'Kota Denpasar', null]);
    expect(answers.get('1')?.level).toBe(5);
    expect(claimedLevels(answers).size).toBe(37);
  });

  it('is no file of another instrument', async () => {
    await expect(read('kuesioner.xlsx', { instrument: instrument.id })).rejects.toThrow(
      'bukan permenpanrb-59-2020',
    );
  });
});
