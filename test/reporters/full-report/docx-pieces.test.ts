import { beforeAll, describe, expect, test } from 'vitest';
import type { ReportDocument } from '../../../src/contract/report.ts';
import { forOpd } from '../../../src/reporters/full-report/narrow.ts';
import { memoDocx } from '../../../src/word/letters/memo-docx.ts';
import { minutesDocx } from '../../../src/word/letters/minutes-docx.ts';
import type { Piece } from '../../../src/word/piece.ts';
import { actionPlan } from '../../../src/word/report/action-plan.ts';
import { indicatorDetails } from '../../../src/word/report/indicator-details.ts';
import { leadersPage } from '../../../src/word/report/leaders-page.ts';
import { opdReport } from '../../../src/word/report/opd-report.ts';
import { radar } from '../../../src/word/report/radar.ts';
import { recommendations } from '../../../src/word/report/recommendations.ts';
import { results } from '../../../src/word/report/results.ts';
import { summary } from '../../../src/word/report/summary.ts';
import { docxText } from './docx-text.ts';
import { kotaReport, mojokertoReport, withEverything } from './report-samples.ts';

let full: ReportDocument;
let mojokerto: ReportDocument;
beforeAll(async () => {
  full = withEverything(await kotaReport());
  mojokerto = await mojokertoReport();
}, 60_000);

/** Headings with `#`, rows between `|`, everything else as its text. */
function textOf(pieces: readonly Piece[]): string {
  const cellOf = (cell: string | readonly string[]) => [cell].flat().join(' / ');
  return pieces
    .flatMap((piece): string[] => {
      if (piece.kind === 'heading') return [`# ${piece.text}`];
      if (piece.kind === 'text') return [piece.text];
      if (piece.kind === 'list') return piece.items.map((item) => `- ${item}`);
      if (piece.kind === 'particulars')
        return piece.rows.map(({ label, texts }) => `${label}: ${cellOf(texts)}`);
      if (piece.kind !== 'table') return [`[${piece.kind}]`];
      return [piece.columns.map(({ header }) => header), ...piece.rows.map(({ cells }) => cells)].map(
        (cells) => `| ${cells.map(cellOf).join(' | ')} |`,
      );
    })
    .join('\n');
}

function own(document: ReportDocument = full): ReportDocument {
  const narrowed = forOpd(document, 'diskominfo');
  if (narrowed === null) throw new Error('not known');
  return narrowed;
}

/** All indicators at the top, proven; nothing planned. */
const perfect = (): ReportDocument => ({
  ...full,
  decisions: [],
  plan: null,
  groups: full.groups.map((group) => ({ ...group, weak: [] })),
  indicators: full.indicators.map((one) => ({
    ...one,
    ...{
      level: 5,
      claimed: 5,
      lost: 0,
      next: 0,
      nextCriterion: null,
      nextEvidence: [],
      unproven: null,
      opd: null,
    },
  })),
});

test('a region at the top is told so, without empty tables', () => {
  expect(textOf(summary(perfect()))).not.toMatch(/^#/m);
  expect(textOf(recommendations(perfect()))).toBe(
    'Tidak ada indikator yang lemah, belum terbukti, atau masuk rencana.',
  );
  expect(textOf(leadersPage(perfect()))).not.toMatch(/# (Keputusan|Hasil)/);
  expect(
    textOf(opdReport({ ...perfect(), addressee: { code: 'a', name: 'A' } }, { code: 'a', name: 'A' })),
  ).not.toContain('# Rekomendasi');
});

describe('the plan', () => {
  test('is asked for where there is no target', () => {
    expect(textOf(actionPlan({ ...full, plan: null }))).toBe(
      'Belum ada target, jadi belum ada rencana. Sebutkan target di spbe.yaml atau dengan --target.',
    );
  });

  test('year by year, also through a year without steps, with what it rests on', () => {
    const path = mojokerto.plan?.path?.map((one, at) => (at === 0 ? { ...one, steps: [] } : one)) ?? null;
    const text = textOf(
      actionPlan({
        ...mojokerto,
        plan: mojokerto.plan && { ...mojokerto.plan, path, assumption: 'Perkiraan.' },
      }),
    );
    expect(text).toMatch(
      /\nPerkiraan\.\n# Tahun 2021, target [^\n]+\nTidak ada langkah pada tahun ini\.\n# Tahun 2022/,
    );
    expect(text).toContain('Batas penyelesaian 31 Oktober 2023.');
  });

  test('names an OPD where one is known, and says where nobody is', () => {
    const [first, ...others] = full.plan?.steps ?? [];
    if (!first || !full.plan) throw new Error('no steps');
    const steps = [{ ...first, opd: 'diskominfo' }, ...others];
    const rows = textOf(actionPlan({ ...full, plan: { ...full.plan, steps } })).split('\n');
    expect(rows.find((row) => row.startsWith(`| ${first.indicator} |`))).toMatch(
      /\| Dinas Komunikasi dan Informatika \|$/,
    );
    expect(rows.filter((row) => row.endsWith('| belum ditetapkan |')).length).toBe(others.length);
    expect(textOf(actionPlan({ ...full, plan: { ...full.plan, steps: others } }))).not.toContain(
      '| Poin | OPD |',
    );
  });
});

describe('the details of an indicator', () => {
  const said = (more: Partial<ReportDocument['indicators'][number]>) => {
    const [first, ...others] = full.indicators;
    if (!first) throw new Error('no indicator');
    const text = textOf(indicatorDetails({ ...full, indicators: [{ ...first, ...more }, ...others] }));
    return text.slice(text.indexOf('# 1 '), text.indexOf('# 2 '));
  };

  test('tell what was filled in, used, proven and planned', () => {
    const levels = { level: 3, claimed: 4, proven: 1, assessed: 3, past: 2, planned: 3, lost: 0.026 };
    expect(said(levels)).toContain(
      'Tingkat: diisi 4, dipakai 3, terbukti 1, asesor internal 3, sebelumnya 2; 0,0260 poin hilang',
    );
    const blank = {
      level: null,
      claimed: null,
      proven: null,
      assessed: null,
      past: null,
      planned: 4,
      lost: 0.1,
    };
    expect(said(blank)).toContain('Tingkat: belum diisi, rencana 4; 0,1000 poin hilang');
  });

  test('list a document as far as it is known', () => {
    const [document] = full.indicators[0]?.documents ?? [];
    if (!document) throw new Error('no document');
    const bare = {
      ...document,
      title: '',
      location: '',
      number: '',
      date: 'kemarin',
      level: null,
      problems: [],
    };
    expect(said({ documents: [bare] })).toContain('| (tanpa judul) | kemarin |  | diragukan |');
    expect(said({ documents: [document] })).toContain('| 12 Tahun 2023 / 2 Mei 2023 | 3 | diragukan |');
  });
});

describe('the figures', () => {
  test('fewer than three aspects make no radar, and a line that some aspects lack is left out', () => {
    const groups = full.groups.filter(({ kind }) => kind === 'aspect');
    expect(radar({ ...full, groups: groups.slice(0, 2) })).toEqual([]);
    expect(radar(own())).toEqual([]);
    const [first, ...others] = groups;
    if (!first) throw new Error('no aspect');
    const [drawn] = radar({ ...full, groups: [{ ...first, past: null }, ...others] });
    expect(drawn?.kind === 'chart' && drawn.chart.series.map(({ name }) => name)).toEqual([
      ...['Nilai', 'Terbukti', 'Rencana'],
    ]);
  });

  test('the years without a predicate, and peers of whom nobody is above', () => {
    const { trend, peers } = full;
    if (!trend || !peers) throw new Error('no trend');
    const segments = trend.segments.map((one) => ({
      ...one,
      points: one.points.map((point) => ({ ...point, predicate: null })),
    }));
    const text = textOf(results({ ...full, trend: { ...trend, segments }, peers: { ...peers, above: [] } }));
    expect(text).toContain('| 2019 | 1,55 | – | hasil resmi | PermenPANRB 5/2018; Laporan |');
    expect(text).not.toContain('Tepat di atas');
    expect(textOf(results(full))).toContain('Tepat di atas: Kota Sebelah 3,01.');
  });
});

describe('letters', () => {
  test('a memo needs the report of one OPD', () => {
    expect(() => memoDocx(full)).toThrow('A nota dinas is made from the report of one OPD');
  });

  test('asks for the step with its day, or only for what is missing', async () => {
    const memoOf = async (more: Partial<ReportDocument>) => docxText(await memoDocx({ ...own(), ...more }));
    const { shortName } = full.indicators[0] ?? { shortName: '' };
    expect(await memoOf({ plan: null })).toContain(`| 1 | ${shortName} | 3 | – | • Peraturan Wali Kota |`);
    const [step] = full.plan?.steps ?? [];
    if (!step || !full.plan) throw new Error('no step');
    const own1 = { ...step, indicator: '1', to: 4 };
    const text = await memoOf({ plan: { ...full.plan, steps: [own1], schedule: null } });
    expect(text).toMatch(/\| 1 \| [^|]+ \| 3 ke 4 \| – \| • Peraturan Wali Kota \/ • /);
  });

  test('stands without a seal where there is none', async () => {
    const text = docxText(await minutesDocx({ ...full, sealShort: null, year: null }));
    expect(text).toContain('BERITA ACARA');
    expect(text).not.toContain('Segel');
  });
});
