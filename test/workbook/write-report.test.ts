import { beforeAll, describe, expect, test } from 'vitest';
import type { ReportDocument } from '../../src/contract/report.ts';
import { forLeaders } from '../../src/reporters/full-report/narrow.ts';
import type { Cell } from '../../src/workbook/book.ts';
import { readSealFromWorkbook } from '../../src/workbook/report/read-seal.ts';
import { writeReport } from '../../src/workbook/write-report.ts';
import { partsOf } from '../office/parts.ts';
import { bandarLampung, reportOf } from '../report-document.ts';
import { cellsOf, opened } from './opened.ts';

let document: ReportDocument;
beforeAll(async () => {
  document = await reportOf(bandarLampung);
}, 60_000);

/** The report with other words for the first indicators. */
function changed(change: Partial<ReportDocument['indicators'][number]>): ReportDocument {
  const [first, ...rest] = document.indicators;
  if (!first) throw new Error('No indicator');
  return { ...document, indicators: [{ ...first, ...change }, ...rest] };
}

async function sheetOf(report: ReportDocument, name: string): Promise<Cell[]> {
  const book = opened(await writeReport(report));
  return cellsOf(
    book,
    book.sheets.findIndex((one) => one.name === name),
  );
}

describe('the report as a workbook', () => {
  test('has a sheet for each matter, and none for what is not known', async () => {
    const { sheets } = opened(await writeReport(document));
    const visible = sheets.flatMap(({ name, hidden }) => (hidden ? [] : [name]));
    expect(visible).toEqual([
      ...['Ringkasan', 'Domain dan Aspek', 'Indikator', 'Uraian', 'Rencana', 'Jadwal', 'Metode'],
    ]);
  });

  test('the same document gives the same bytes', async () => {
    expect(await writeReport(document)).toEqual(await writeReport(structuredClone(document)));
  });

  test('figures are numbers, whose formulas hold our results', async () => {
    const cells = await sheetOf(document, 'Ringkasan');
    expect(cells.find(({ address }) => address === 'B5')).toMatchObject({
      text: '2.98',
      kind: 'number',
      formula: true,
    });
    const rows = await sheetOf(document, 'Indikator');
    const levels = rows.filter(({ address }) => /^F\d+$/.test(address)).slice(1);
    expect(levels.map(({ text, kind }) => [Number(text), kind])).toEqual(
      document.indicators.map(({ level }) => [level, 'number']),
    );
    const days = (await sheetOf(document, 'Jadwal')).filter(({ kind }) => kind === 'date');
    const tasks = document.plan?.schedule?.tasks ?? [];
    expect(tasks.length).toBeGreaterThan(0);
    expect(days.map(({ text }) => text)).toEqual(tasks.flatMap(({ start, end }) => [start, end]));
  });

  test('words of an officer stay words, whatever they begin with', async () => {
    const nasty = [
      '=1+1',
      '+1',
      '-1',
      '@SUM(A1)',
      "=cmd|' /C calc'!A0",
      '_x0041_',
      '<script>alert(1)</script>&amp;',
    ];
    for (const facts of nasty) {
      const cells = await sheetOf(changed({ facts, shortName: facts }), 'Uraian');
      expect(cells.filter(({ text }) => text === facts)).toMatchObject([{ kind: 'text', formula: false }]);
    }
    const names = await sheetOf(changed({ shortName: '=1+1' }), 'Indikator');
    expect(names.find(({ address }) => address === 'B5')).toMatchObject({ text: '=1+1', formula: false });
  });

  test('controls and signs that turn the writing round are gone, long texts are cut, and say so', async () => {
    const cells = await sheetOf(changed({ facts: `a\u0007b\u202ec\n${'x😀'.repeat(5000)}` }), 'Uraian');
    const [found] = cells.filter(({ text }) => text.startsWith('abc'));
    expect(found?.text).toMatch(/^abc\n(x😀)+x?… \(dipotong\)$/u);
    expect(found?.text.length).toBeLessThanOrEqual(1500);
  });

  test('a document with a date that is none keeps its words', async () => {
    const at = { file: 'a.xlsx', sheet: 'Bukti', address: 'D5' };
    const one = {
      title: 'SK',
      number: '1',
      location: 'sk.pdf',
      level: 2,
      status: 'doubtful',
      problems: ['Kabur'],
      at,
    } as const;
    const documents = [
      { ...one, problems: ['Kabur'], date: '2024-02-29' },
      { ...one, problems: [], date: 'akhir tahun lalu' },
    ];
    const cells = await sheetOf(changed({ documents }), 'Bukti');
    expect(cells.filter(({ address }) => /^E[56]$/.test(address))).toMatchObject([
      { text: '2024-02-29', kind: 'date' },
      { text: 'akhir tahun lalu', kind: 'text' },
    ]);
    expect(cells.map(({ text }) => text)).toContain('diragukan');
  });

  test('leaders get one sheet on one page, and the seal', async () => {
    const bytes = await writeReport(forLeaders(document));
    const { sheets } = opened(bytes);
    expect(sheets.map(({ name, hidden }) => [name, hidden])).toEqual([
      ['Ringkasan', false],
      ['_spbe-segel', true],
    ]);
    expect(partsOf(bytes).get('xl/worksheets/sheet1.xml')).toMatch(/<pageSetup [^>]*fitToHeight="1"/);
  });

  test('earlier years and others of its kind are shown once they are known', async () => {
    const known: ReportDocument = {
      ...document,
      past: {
        year: 2023,
        index: 2.5,
        predicate: 'Cukup',
        instrument: 'permenpanrb-59-2020',
        source: 'LHE 2023',
        isComparable: true,
      },
      groups: document.groups.map((one) => ({ ...one, past: 2.25 })),
      trend: {
        segments: [
          {
            instrument: 'PermenPANRB 59/2020',
            points: [{ year: 2023, index: 2.5, predicate: 'Cukup', kind: 'hasil luar', source: 'LHE' }],
          },
        ],
        statements: ['Naik 0,48 dari 2023.'],
      },
      peers: {
        ...{
          year: 2024,
          kind: 'kota',
          count: 90,
          rank: 41,
          tied: 1,
          percentile: 55,
          least: 1.2,
          lowerQuartile: 2,
        },
        ...{
          median: 2.9,
          upperQuartile: 3.4,
          most: 4.4,
          mean: 2.8,
          histogram: [],
          source: 'KemenPANRB 2024',
        },
        above: [{ name: 'Kota Contoh', index: 3.01 }],
      },
    };
    const texts = (await sheetOf(known, 'Perbandingan')).map(({ text }) => text);
    expect(texts).toEqual(
      expect.arrayContaining(['Naik 0,48 dari 2023.', 'Tepat di atas: Kota Contoh', '3.01', '2023']),
    );
    const charts = [...partsOf(await writeReport(known))].filter(([part]) => part.startsWith('xl/charts/'));
    expect(charts.find(([, xml]) => xml.includes('radarChart'))?.[1]).toContain('<c:v>Sebelumnya</c:v>');
    expect((await sheetOf(document, 'Ringkasan')).map(({ text }) => text)).not.toContain('Hasil 2023');
    expect((await sheetOf(known, 'Ringkasan')).map(({ text }) => text)).toContain('Hasil 2023');
  });

  test('carries its seal, in pieces that no cell is too small for', async () => {
    const { seal } = document;
    if (seal === null) throw new Error('No seal');
    const inputs = Array.from({ length: 1500 }, (_, index) => ({
      path: `bukti/_x0041_ ${' '.repeat(index % 50)}${index}.pdf`,
      size: index,
      sha256: 'c'.repeat(64),
    }));
    const large = { ...document, seal: { ...seal, inputs, note: '_x000D_ "é😀"\n' } };
    const found = readSealFromWorkbook(await writeReport(large), 'laporan.xlsx');
    expect(JSON.parse(found?.json ?? '')).toEqual(large.seal);
    expect(found?.shownIndex).toBe('2.98');
    expect(readSealFromWorkbook(await writeReport({ ...document, seal: null }), 'laporan.xlsx')).toBeNull();
  });
});
