import { beforeAll, describe, expect, test } from 'vitest';
import type { ReportDocument } from '../../../src/contract/report.ts';
import { draw } from '../../../src/reporters/full-report/html/charts/draw.ts';
import { gantt } from '../../../src/reporters/full-report/html/charts/gantt.ts';
import { ownBin, rangeOf } from '../../../src/reporters/full-report/html/charts/peer-histogram.ts';
import type { MakeSection } from '../../../src/reporters/full-report/html/section.ts';
import { appendix } from '../../../src/reporters/full-report/html/sections/appendix.ts';
import { decisionsWithin } from '../../../src/reporters/full-report/html/sections/decisions.ts';
import { details } from '../../../src/reporters/full-report/html/sections/details.ts';
import { groups, topFigure } from '../../../src/reporters/full-report/html/sections/groups.ts';
import { indicatorTable } from '../../../src/reporters/full-report/html/sections/indicator-table.ts';
import { opd } from '../../../src/reporters/full-report/html/sections/opd.ts';
import { opening } from '../../../src/reporters/full-report/html/sections/opening.ts';
import { peers } from '../../../src/reporters/full-report/html/sections/peers.ts';
import { plan } from '../../../src/reporters/full-report/html/sections/plan.ts';
import { problems } from '../../../src/reporters/full-report/html/sections/problems.ts';
import { proof } from '../../../src/reporters/full-report/html/sections/proof.ts';
import { trend } from '../../../src/reporters/full-report/html/sections/trend.ts';
import { forOpd } from '../../../src/reporters/full-report/narrow.ts';
import { readSealFromHtml } from '../../../src/reporters/full-report/read-html-seal.ts';
import { kotaReport, mojokertoReport, withEverything } from './report-samples.ts';

let full: ReportDocument;
let mojokerto: ReportDocument;
beforeAll(async () => {
  full = withEverything(await kotaReport());
  mojokerto = await mojokertoReport();
}, 60_000);

/** What a section says, without its drawings and tags. */
function textOf(make: MakeSection, document: ReportDocument): string {
  const section = make(document);
  if (section === null) throw new Error('nothing to show');
  return plain(section.body.markup);
}

function plain(markup: string): string {
  return markup
    .replace(/<svg[\s\S]*?<\/svg>/g, '')
    .replace(/<[^>]*>/g, ' ')
    .replace(/\s+/g, ' ')
    .trim();
}

/** The first indicator, with some parts otherwise. */
function withFirst(more: Partial<ReportDocument['indicators'][number]>): ReportDocument {
  const [first, ...others] = full.indicators;
  if (!first) throw new Error('no indicator');
  return { ...full, indicators: [{ ...first, ...more }, ...others] };
}

test('an OPD that holds nothing gets no empty lists', () => {
  const nothing = { ...full, indicators: [], groups: [] };
  for (const make of [appendix, details, indicatorTable, groups]) expect(make(nothing)).toBeNull();
});

describe('one OPD', () => {
  const own = () => {
    const document = forOpd(full, 'diskominfo');
    if (document === null) throw new Error('not known');
    return document;
  };

  test('is asked, and reads that the values are those of the whole region', () => {
    const asked = { kind: 'fill', opd: 'diskominfo', indicators: ['1'], points: 0.1, isUpTo: true } as const;
    const titleOf = (document: ReportDocument) =>
      decisionsWithin(300)({ ...document, decisions: [{ ...asked, indicators: ['1'] }] })?.title;
    expect(titleOf(own())).toBe('Yang diminta');
    expect(titleOf(full)).toBe('Keputusan yang diperlukan');
    expect(decisionsWithin(300)({ ...own(), decisions: [] })).toBeNull();
    expect(textOf(groups, own())).toMatch(/^Nilai di bawah ini milik daerah seluruhnya\./);
    expect(indicatorTable(own())?.title).toBe('Indikator OPD ini');
  });

  test('sees its part of a path over the years, and nothing of the others', () => {
    const [first] = mojokerto.plan?.path?.[0]?.steps ?? [];
    const [office] = full.opd;
    const [held] = office?.indicators ?? [];
    if (!first || !office || !held) throw new Error('no step');
    const document = forOpd(
      { ...mojokerto, opd: [{ ...office, indicators: [{ ...held, id: first.indicator }] }] },
      'diskominfo',
    );
    const steps = document?.plan?.path?.flatMap((year) => year.steps) ?? [];
    expect(new Set(steps.map(({ indicator }) => indicator))).toEqual(new Set([first.indicator]));
    const tasks = document?.plan?.path?.flatMap(({ schedule }) => schedule?.tasks ?? []) ?? [];
    expect(tasks.length).toBeGreaterThan(0);
    expect(tasks.every(({ indicator }) => indicator === first.indicator)).toBe(true);
  });
});

describe('the details of an indicator', () => {
  const decision = { level: 2, reason: 'rapat', by: 'Sekda', date: '2026-05-04' };
  const said = (more: Partial<ReportDocument['indicators'][number]>) => textOf(details, withFirst(more));
  const settled = () => full.indicators[0]?.settled ?? null;

  test('say what was decided, or who answered what', () => {
    const one = settled();
    if (!one) throw new Error('not settled');
    expect(said({ settled: { ...one, decision } })).toContain('Ditetapkan tingkat 2 oleh Sekda: rapat');
    const unopened = said({
      settled: { ...one, open: false, answers: one.answers.map((answer) => ({ ...answer, opd: null })) },
    });
    expect(unopened).toContain('tanpa OPD: 3 (a.xlsx, Penilaian, F6)');
    expect(unopened).not.toContain('belum ada keputusan');
    expect(said({ settled: one })).toContain('OPD menjawab berbeda dan belum ada keputusan: ');
    expect(said({ settled: { ...one, answers: one.answers.slice(0, 1) } })).not.toContain('Asal tingkat');
  });

  test('name the level that was filled in where another one counts', () => {
    expect(said({ level: 3, claimed: 4, proven: null, assessed: null, past: null, planned: null })).toContain(
      'Tingkat 3; diisi 4 ',
    );
  });

  test('list a document as far as it is known', () => {
    const [document] = full.indicators[0]?.documents ?? [];
    if (!document) throw new Error('no document');
    const text = said({ documents: [{ ...document, title: '', number: '', date: 'kemarin', level: null }] });
    expect(text).toContain('(tanpa judul) diragukan kemarin · bukti/perwal.pdf');
    expect(said({ documents: [document] })).toContain(
      'nomor 12 Tahun 2023 · 2 Mei 2023 · tingkat 3 · bukti/perwal.pdf',
    );
  });
});

describe('charts', () => {
  test('where an instrument has no domains the aspects stand for them', () => {
    const flat = {
      ...full,
      groups: full.groups.filter(({ kind }) => kind === 'aspect').map((one) => ({ ...one, parent: null })),
    };
    expect(groups(flat)?.body.markup).not.toContain('Batang nilai');
    expect(topFigure(flat, ['index']).markup).toContain('Batang nilai 8 aspek. Terendah ');
    const few = { ...full, groups: full.groups.filter(({ kind }) => kind === 'domain') };
    expect(groups(few)?.body.markup).toContain('Batang nilai 4 domain. Terendah ');
    expect(groups(few)?.body.markup).not.toContain('Jaring laba-laba');
  });

  test('a value that some domains lack leaves a gap, not a zero', () => {
    const [first, ...others] = full.groups;
    if (!first) throw new Error('no group');
    const { markup } = topFigure({ ...full, groups: [{ ...first, past: null }, ...others] }, [
      'index',
      'past',
    ]);
    const [drawing = ''] = /<svg[\s\S]*?<\/svg>/.exec(markup) ?? [];
    expect(drawing.match(/>1,50</g)).toHaveLength(others.filter(({ kind }) => kind === 'domain').length);
    expect(drawing).not.toContain('>0,00<');
  });

  test('a schedule has a row an indicator; its steps say their level', () => {
    const task = (indicator: string, to: number, start: string, end: string) => ({
      ...{ indicator, from: to - 1, to, opd: null, start, end, months: 1, personDays: 1, rupiah: null },
      ...{ gainExact: '0', delayPriceExact: '0', evidence: [] },
    });
    const { markup } = draw(
      gantt({
        id: 'jadwal',
        climbs: [
          {
            indicator: '1',
            tasks: [task('1', 2, '2026-01-01', '2026-02-28'), task('1', 3, '2026-04-01', '2026-05-31')],
          },
          { indicator: '2', tasks: [task('2', 4, '2026-02-01', '2026-02-28')] },
        ],
        nameOf: (id) => `Indikator ${id}`,
        start: 2026 * 12,
        end: 2026 * 12 + 6,
      }),
    );
    for (const text of ['Indikator 1', 'Indikator 2', '2', '3', '4']) expect(markup).toContain(`>${text}<`);
  });

  test('the column of the peers in which we stand', () => {
    const bins = [1, 2, 3, 4].map((from) => ({ from, to: from + 1, count: from }));
    expect([0.5, 1, 1.99, 2, 5, 5.1].map((index) => ownBin(bins, index))).toEqual([-1, 0, 0, 1, 3, -1]);
    expect(ownBin([], 2)).toBe(-1);
    expect([rangeOf({ from: 2.25, to: 2.5, count: 1 }), rangeOf({ from: 2, to: 2.5, count: 1 })]).toEqual([
      ...['2,25–2,50', '2,0–2,5'],
    ]);
  });

  test('two lines of one instrument are told apart', () => {
    const segments = full.trend?.segments.map((one) => ({ ...one, instrument: 'PermenPANRB 59/2020' })) ?? [];
    const body = trend({ ...full, trend: { segments, statements: [] } })?.body.markup ?? '';
    expect(body).toContain('>PermenPANRB 59/2020 (2)<');
  });
});

test('what is not known is a dash, and what nobody shares is not said', () => {
  const known = full.trend;
  if (!known || !full.peers) throw new Error('no trend');
  const segments = known.segments.map((one) => ({
    ...one,
    points: one.points.map((point) => ({ ...point, predicate: null })),
  }));
  expect(textOf(trend, { ...full, trend: { ...known, segments } })).toContain('2019 1,55 – hasil resmi');
  expect(textOf(peers, { ...full, peers: { ...full.peers, above: [] } })).not.toContain('Terdekat di atas');
});

test('a single OPD needs no chart, many are cut to the first', () => {
  const [first] = full.opd;
  if (!first) throw new Error('no OPD');
  const count = (all: ReportDocument['opd']) =>
    opd({ ...full, opd: all })?.body.markup.match(/<svg/g)?.length ?? 0;
  expect(count([first])).toBe(0);
  const many = Array.from({ length: 13 }, (_, at) => ({ ...first, code: `o${at}`, name: `OPD ${at}` }));
  expect(count(many)).toBe(1);
  const { markup } = opd({ ...full, opd: many })?.body ?? { markup: '' };
  expect(markup).toContain('Poin menurut OPD (12 teratas dari 13)');
  expect(markup).toContain('Batang poin yang masih dapat diraih; terbanyak OPD 0, 0,3000 poin.');
});

test('a region at the top holds nothing down', () => {
  const { markup } = opening(
    { ...full, indicators: full.indicators.map((one) => ({ ...one, lost: 0 })) },
    { named: 5, notes: 1, name: 50, sentence: 200 },
  );
  expect(markup).not.toContain('Yang paling menahan indeks');
});

test('more problems than a page bears are counted', () => {
  const [one] = full.problems;
  if (!one) throw new Error('no problem');
  const many = Array.from({ length: 301 }, () => one);
  expect(textOf(problems, { ...full, problems: many })).toContain(
    'Di sini 300 yang terberat; semuanya: spbe check.',
  );
});

test('everything proven: the index, and no list of causes', () => {
  const { proven } = full.score;
  if (!proven) throw new Error('not proven');
  const all = {
    ...full,
    score: { ...full.score, proven: { ...proven, losses: [] } },
    indicators: full.indicators.map((one) => ({ ...one, unproven: null })),
  };
  expect(textOf(proof, all)).toBe('Seluruh tingkat yang diisi didukung bukti: indeks terbukti 2,50.');
});

test('a plan without months has no schedule; steps without an OPD say so', () => {
  const text = textOf(plan, { ...full, plan: full.plan && { ...full.plan, schedule: null } });
  expect(text).toContain('belum ditetapkan');
  expect(text).not.toContain('Jadwal');
  expect(textOf(plan, { ...mojokerto, plan: mojokerto.plan && { ...mojokerto.plan, steps: [] } })).toContain(
    'Jadwal 2021',
  );
});

test('the seal of a page that shows no index, or another one', () => {
  const sealed = (rest: string) => `<script type="application/json" id="spbe-seal">{}</script>${rest}`;
  expect(readSealFromHtml(sealed(''))).toEqual({ json: '{}', shownIndex: null });
  expect(readSealFromHtml(sealed('<p class="figure" data-index="2.98">2,98</p>'))?.shownIndex).toBe('2.98');
});
