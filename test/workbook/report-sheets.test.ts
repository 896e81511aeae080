import { beforeAll, describe, expect, test } from 'vitest';
import type { ReportDocument } from '../../src/contract/report.ts';
import { forLeaders } from '../../src/reporters/full-report/narrow.ts';
import { writeReport } from '../../src/workbook/write-report.ts';
import { partsOf } from '../office/parts.ts';
import { bandarLampung, reportOf } from '../report-document.ts';
import { opened } from './opened.ts';

/* Reports that lack what most have, or have what most lack. */
let document: ReportDocument;
beforeAll(async () => {
  document = await reportOf(bandarLampung);
}, 60_000);

/** The rows of a sheet as text, `|` between cells; null if there is no such sheet. */
async function rowsOf(report: ReportDocument, name: string): Promise<string[] | null> {
  const book = opened(await writeReport(report));
  const sheet = book.sheets.find((one) => one.name === name);
  return sheet?.rows.map(({ cells }) => cells.map(({ text }) => text).join(' | ')) ?? null;
}

async function chartTitles(report: ReportDocument): Promise<string[]> {
  const parts = [...partsOf(await writeReport(report))].filter(([part]) => /^xl\/charts\/chart\d/.test(part));
  return parts.map(([, xml]) => /<c:title>.*?<a:t>([^<]*)/s.exec(xml)?.[1] ?? '');
}

const trend: ReportDocument['trend'] = {
  segments: [
    {
      instrument: 'PermenPANRB 5/2018',
      points: [{ year: 2020, index: 2.5, predicate: 'Cukup', kind: 'hasil luar', source: 'LHE' }],
    },
  ],
  statements: ['Baru satu tahun yang diketahui.'],
};
const peers: ReportDocument['peers'] = {
  ...{ year: 2024, kind: 'kota', count: 90, rank: 41, tied: 1, percentile: 55, least: 1.2, lowerQuartile: 2 },
  ...{ median: 2.9, upperQuartile: 3.4, most: 4.4, mean: 2.8, histogram: [], source: 'KemenPANRB 2024' },
  above: [],
};

describe('Perbandingan', () => {
  test('shows years without peers, and peers without years', async () => {
    const years = await rowsOf({ ...document, trend }, 'Perbandingan');
    expect(years).toContain('PermenPANRB 5/2018 | 2020 | 2.5 | Cukup | hasil luar: LHE');
    expect(years?.join()).not.toContain('Di antara yang sejenis');
    const others = await rowsOf({ ...document, peers }, 'Perbandingan');
    expect(others).toContain('Kuartil atas | 3.4');
    expect(others?.join()).not.toContain('Dari tahun ke tahun');
    expect(await rowsOf(document, 'Perbandingan')).toBeNull();
  });

  test('a result under another instrument is said to be no measure', async () => {
    const past = {
      ...{ year: 2020, index: 2.5, predicate: null, instrument: 'permenpanrb-5-2018' },
      ...{ source: 'LHE 2020', isComparable: false },
    };
    expect(await rowsOf({ ...document, past, peers }, 'Ringkasan')).toEqual(
      expect.arrayContaining([
        'Hasil 2020 | 2.5 | LHE 2020; instrumen lain, tidak sebanding',
        'Median kota 2024 | 2.9 | KemenPANRB 2024',
      ]),
    );
  });
});

describe('domains and aspects', () => {
  test('an instrument without domains has its aspects in the table, on the page for leaders and in the bars', async () => {
    const groups = document.groups.filter(({ kind }) => kind === 'aspect').slice(0, 2);
    const small = { ...document, groups: groups.map((one) => ({ ...one, parent: null })) };
    const [, , , header, ...rows] = (await rowsOf(small, 'Domain dan Aspek')) ?? [];
    expect(header).toMatch(/^Aspek \| /);
    expect(rows).toHaveLength(2);
    const [first] = groups;
    expect(await rowsOf(forLeaders(small), 'Ringkasan')).toEqual(
      expect.arrayContaining([
        'Aspek | Nilai | Gambaran',
        `${first?.name} | ${first?.index} | ${'█'.repeat(Math.round((first?.index ?? 0) * 4))}`,
      ]),
    );
    // Two aspects make no radar.
    expect(await chartTitles(small)).toEqual(['Nilai per aspek']);
    expect(await chartTitles(document)).toEqual(['Nilai per aspek', 'Nilai per domain']);
  });

  test('without any there is nothing to draw', async () => {
    const indicators = document.indicators.map((one) => ({ ...one, group: 'X' }));
    expect(await chartTitles({ ...document, indicators, groups: [] })).toEqual([]);
  });

  test('values known of some groups only are in the table, not in the charts', async () => {
    const groups = document.groups.map((one) => ({ ...one, past: one.id === 'A1' ? 2.2 : null }));
    const parts = [...partsOf(await writeReport({ ...document, groups }))];
    const charts = parts.filter(([part]) => part.startsWith('xl/charts/')).map(([, xml]) => xml);
    expect(charts.join()).not.toContain('Sebelumnya');
    expect((await rowsOf({ ...document, groups }, 'Domain dan Aspek'))?.join()).toContain('Sebelumnya');
  });
});

describe('lists', () => {
  test('where everything is at the top nothing holds the index back', async () => {
    const indicators = document.indicators.map((one) => ({ ...one, level: 5, lost: 0, lostExact: '0' }));
    const rows = await rowsOf({ ...document, indicators, decisions: [] }, 'Ringkasan');
    expect(rows?.join()).not.toContain('Yang paling menahan indeks');
    expect((await rowsOf(document, 'Ringkasan'))?.join()).toContain('Yang paling menahan indeks');
    const drawn = await rowsOf({ ...document, indicators }, 'Indikator');
    expect(drawn?.[4]).toContain('█████');
  });

  test('OPD whose workbook is there, and not; what was excused, and by whom', async () => {
    const office = {
      ...{ name: 'Dinas Contoh', assigned: 3, filled: 2, evidenced: 1, assessed: 0 },
      ...{ problems: { error: 1, warning: 2, info: 0 }, pointsToWin: 0.5, pointsToWinExact: '0.5' },
      indicators: [],
    };
    const opd = [
      { ...office, code: 'a', present: true },
      { ...office, code: 'b', present: false },
    ];
    const found = { code: 'level-missing', message: 'Tingkat kosong.', at: { file: 'a.xlsx' } } as const;
    const problems: ReportDocument['problems'] = [
      { ...found, severity: 'error', details: { indicator: '12' } },
      {
        ...{ ...found, severity: 'info', details: {} },
        waiver: { reason: 'Belum ada dinas', by: 'Sekda', until: '2026-12-31' },
      },
    ];
    const full = { ...document, opd, problems };
    expect((await rowsOf(full, 'OPD'))?.slice(-2)).toEqual([
      'a | Dinas Contoh | ada | 3 | 2 | 1 | 0 | 1 | 2 | 0.5',
      'b | Dinas Contoh | belum | 3 | 2 | 1 | 0 | 1 | 2 | 0.5',
    ]);
    expect((await rowsOf(full, 'Masalah'))?.slice(-2)).toEqual([
      'kesalahan | 12 | Tingkat kosong. | a.xlsx | level-missing',
      'dikecualikan | Tingkat kosong. | a.xlsx | level-missing | Belum ada dinas (Sekda)',
    ]);
  });

  test('Metode without sources has no heading for them', async () => {
    expect(await rowsOf(document, 'Metode')).toContain('Sumber');
    expect(await rowsOf({ ...document, sources: [] }, 'Metode')).not.toContain('Sumber');
  });

  test('an indicator whose OPD disagree says so', async () => {
    const [first, ...others] = document.indicators;
    if (!first?.settled) throw new Error('No settled indicator');
    const indicators = [{ ...first, settled: { ...first.settled, open: true } }, ...others];
    expect((await rowsOf({ ...document, indicators }, 'Indikator'))?.[4]).toContain('Jawaban OPD berbeda');
  });
});

describe('a plan for several years', () => {
  test('names the year of every step and task', async () => {
    const { plan } = document;
    if (!plan?.schedule || !plan.target) throw new Error('No schedule');
    const { target } = plan;
    const [step] = plan.steps;
    const [task] = plan.schedule.tasks;
    if (!step || !task) throw new Error('No step');
    const first = {
      ...plan,
      target,
      year: 2027,
      steps: [step],
      schedule: { ...plan.schedule, tasks: [task] },
    };
    const second = { ...first, year: 2028, schedule: null };
    const report = { ...document, plan: { ...plan, path: [first, second] } };
    const steps = (await rowsOf(report, 'Rencana'))?.slice(-3) ?? [];
    expect(steps[0]).toMatch(/^Tahun \| No \| Indikator/);
    expect(steps.slice(1).map((row) => row.slice(0, 4 + 3 + step.indicator.length))).toEqual([
      `2027 | ${step.indicator}`,
      `2028 | ${step.indicator}`,
    ]);
    // Only the first year has a schedule.
    const tasks = (await rowsOf(report, 'Jadwal'))?.slice(-2) ?? [];
    expect(tasks[0]).toMatch(/^Tahun \| No/);
    expect(tasks[1]).toMatch(new RegExp(`^2027 \\| ${task.indicator} \\|`));
  });

  test('without steps there is no sheet of them', async () => {
    const { plan } = document;
    if (!plan) throw new Error('No plan');
    const none = { ...document, plan: { ...plan, status: 'impossible' as const, steps: [], schedule: null } };
    expect(await rowsOf(none, 'Rencana')).toBeNull();
    expect(await rowsOf(none, 'Jadwal')).toBeNull();
    expect(await rowsOf({ ...document, plan: null }, 'Rencana')).toBeNull();
  });

  test('what nobody estimated is not called an estimate', async () => {
    const { plan } = document;
    if (!plan) throw new Error('No plan');
    const rows = await rowsOf({ ...document, plan: { ...plan, assumption: null } }, 'Jadwal');
    expect(rows).toContain('Satu baris satu langkah tingkat.');
  });
});
