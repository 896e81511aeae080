import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { loadInstrument, readWorkbook, score } from '../../src/index.ts';
import { load, makeWorkbook, save } from '../workbook/make-workbook.ts';

const fixture = (path: string) => readFileSync(new URL(`../../fixtures/${path}`, import.meta.url));
const text = (lines: string) => new TextEncoder().encode(lines);

describe('a csv', () => {
  it('gives the levels that the published index follows from', async () => {
    const levels = fixture('kota-bandar-lampung-2024/levels.csv');
    const read = await readWorkbook(levels, 'levels.csv');
    expect(read).toMatchObject({ isRead: true, region: null, year: null, opd: null, evidence: [] });
    expect(read.levels.size).toBe(47);
    expect(score(read.instrument, read.levels, 2024).shown).toBe('2.98');
  });

  it('names what it does not understand, and goes on', async () => {
    const { levels, problems } = await readWorkbook(text('indikator,tingkat\n1,3\n2,9\n99,1\n'), 'a.csv');
    expect([...levels]).toEqual([['1', 3]]);
    expect(problems.map(({ code, at }) => [code, at.address])).toEqual([
      ['level-invalid', 'B3'],
      ['indicator-unknown', 'A4'],
    ]);
  });

  it('is read by the instrument asked for', async () => {
    const instrument = await loadInstrument('permenpanrb-5-2018');
    const read = await readWorkbook(text('indikator,tingkat\n35-1,2\n'), 'a.csv', { instrument });
    expect([...read.levels]).toEqual([['35-1', 2]]);
    expect(read.instrument).toBe(instrument);
  });
});

describe('a workbook', () => {
  it('tells what it is about, its answers and its evidence', async () => {
    const read = await readWorkbook(fixture('format-1/kertas-kerja.xlsx'), 'kertas-kerja.xlsx');
    expect(read).toMatchObject({ isRead: true, instrument: { id: 'permenpanrb-59-2020' } });
    const [[id, level] = ['', 0]] = read.levels;
    expect(read.answers.get(id)).toMatchObject({ indicator: id, level, at: { sheet: 'Penilaian' } });
    expect(read.evidence[0]).toMatchObject({ at: { sheet: 'Bukti' } });
    expect([read.region, read.year, read.opd]).not.toContain(null);
  });

  it('is refused, not misread, by another instrument', async () => {
    const instrument = await loadInstrument('permenpanrb-5-2018');
    const bytes = fixture('format-1/kertas-kerja.xlsx');
    const { isRead, levels, problems } = await readWorkbook(bytes, 'a.xlsx', { instrument });
    expect({ isRead, levels: levels.size }).toEqual({ isRead: false, levels: 0 });
    expect(problems.map(({ code }) => code)).toContain('instrument-mismatch');
  });

  it('that is none becomes a problem', async () => {
    const { isRead, levels, problems } = await readWorkbook(text('%PDF-1.7'), 'a.xlsx');
    expect({ isRead, levels: levels.size }).toEqual({ isRead: false, levels: 0 });
    expect(problems).toMatchObject([{ code: 'file-unreadable', severity: 'error', at: { file: 'a.xlsx' } }]);
  });

  it('of notes is a problem, whatever the instrument', async () => {
    const own = await load(await makeWorkbook(['1']));
    for (const { name } of own.worksheets.slice()) own.removeWorksheet(name);
    own.addWorksheet('Nilai').addRows([
      ['No', 'Catatan'],
      ['1', 'rapat'],
    ]);
    const bytes = await save(own);
    for (const options of [{}, { instrument: await loadInstrument('permenpanrb-5-2018') }]) {
      const { isRead, problems } = await readWorkbook(bytes, 'a.xlsx', options);
      expect({ isRead, codes: problems.map(({ code }) => code) }).toEqual({
        isRead: false,
        codes: ['not-a-workbook'],
      });
    }
  });
});
