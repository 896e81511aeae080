import { Fraction } from 'fraction.js';
import { describe, expect, test } from 'vitest';
import { findTrend, type Known, type Trend, type YearResult } from '../../src/assessment/trend.ts';
import { trendDocument } from '../../src/contract/trend.ts';
import { listInstruments, loadInstrument } from '../../src/instrument/load.ts';
import { reportTrend } from '../../src/reporters/trend.ts';
import { sayStatement } from '../../src/reporters/trend-words.ts';
import { smallInstrument } from '../plan/small-instrument.ts';
import { shown } from './small-assessment.ts';

const packs = await Promise.all((await listInstruments()).map(loadInstrument));
const flat = {
  ...smallInstrument([1, 1]),
  // As 8/2026: aspects at the top.
  groups: smallInstrument([1, 1])
    .groups.filter(({ kind }) => kind === 'aspect')
    .map((group) => ({ ...group, parent: null })),
};
const instruments = new Map([...packs, flat].map((one) => [one.id, one]));

const known = (text: string, decimals: number | null = 2): Known => ({ value: new Fraction(text), decimals });

function resultOf(year: number, index: string, more: Partial<YearResult> = {}): YearResult {
  return {
    ...{ year, kind: 'final', instrument: 'permenpanrb-59-2020', index: known(index), groups: new Map() },
    ...{ predicate: null, blanks: 0, source: `LHE ${year}` },
    ...more,
  };
}

const domains = (...texts: string[]) =>
  new Map(texts.map((text, at): [string, Known] => [`D${at + 1}`, known(text)]));

function traced(results: readonly YearResult[], targets: readonly [string, number | null][] = []) {
  const list = targets.map(([text, year]) => ({
    index: new Fraction(text),
    label: text.replace('.', ','),
    year,
  }));
  const trend = findTrend(results, {
    ...{ instruments, crosswalks: [], targets: { instrument: 'permenpanrb-59-2020', list } },
  });
  return { region: 'Kab. Contoh', trend, instruments, leftOut: [], problems: [] };
}

const said = ({ statements }: Trend) => statements.map((one) => sayStatement(one, instruments));

describe('what can be read off', () => {
  test('a change whose domains are not known in one year, or not the same ones', () => {
    const { trend } = traced([
      resultOf(2022, '2.00'),
      resultOf(2023, '2.50', { groups: domains('2.00') }),
      resultOf(2024, '2.70', { groups: new Map([['D4', known('3.00')]]) }),
      resultOf(2025, '2.70'),
    ]);
    expect(
      said(trend)
        .filter((text) => text.includes('→'))
        .slice(0, 3),
    ).toEqual([
      '2022 → 2023: naik 0,50 (2,00 → 2,50). Nilai domain 2022 tidak diketahui, jadi asalnya tidak dapat dirinci.',
      '2023 → 2024: naik 0,20 (2,50 → 2,70). Domain yang diketahui di kedua tahun itu tidak sama, jadi asalnya tidak dapat dirinci.',
      expect.stringMatching(/^(Predikat|2024 → 2025: tidak bergerak, tetap 2,70\.$)/),
    ]);
    expect(said(trend)).toContain('2024 → 2025: tidak bergerak, tetap 2,70.');
  });

  test('a change in which no domain moves visibly', () => {
    const groups = domains('2.00', '2.00', '2.00', '2.00');
    const { trend } = traced([resultOf(2023, '2.00', { groups }), resultOf(2024, '2.00', { groups })]);
    expect(said(trend)).toContain(
      '2023 → 2024: tidak bergerak, tetap 2,00. Tidak ada domain yang bergerak berarti.',
    );
  });

  test('targets: reached, passed, missed, and not certain since only the rounded index is known', () => {
    const words = (index: Known, target: string, year: number | null = null) =>
      said(traced([resultOf(2024, '1', { index })], [[target, year]]).trend).at(-1);
    expect(words(known('3.50', null), '3.5')).toBe('Target 3,5: tercapai (3,50 pada 2024, eksternal).');
    expect(words(known('3.75', null), '3.5', 2024)).toBe(
      'Target 2024 (3,5): tercapai, lebih 0,25 (3,75 pada 2024, eksternal).',
    );
    expect(words(known('3.25', null), '3.5')).toBe('Target 3,5: kurang 0,25 (3,25 pada 2024, eksternal).');
    expect(words(known('3.50'), '3.5')).toBe(
      'Target 3,5: belum pasti tercapai, karena hanya indeks yang dibulatkan diketahui (3,50 pada 2024, eksternal).',
    );
  });

  test('a statement on an instrument that is not there is a bug', () => {
    const { trend } = traced([resultOf(2024, '3.00')]);
    const [single] = trend.statements;
    if (!single) throw new Error('nothing said');
    expect(() => sayStatement(single, new Map())).toThrow('No instrument permenpanrb-59-2020');
  });
});

test('two predicates are possible at the edge of a band, and both are named', () => {
  const { blocks, document } = reportTrend(
    traced([resultOf(2023, '2.00'), resultOf(2024, '2.60'), resultOf(2025, '3.50')]),
  );
  const text = shown(blocks).replace(/\s+/g, ' ');
  expect(text).toContain('2025 3,50');
  const points = trendDocument.parse(document).segments.flatMap((one) => one.points);
  const open = points.filter(({ otherPredicate }) => otherPredicate !== null);
  expect(open.length).toBeGreaterThan(0);
  for (const { predicate, otherPredicate } of open)
    expect(text).toContain(`${predicate} / ${otherPredicate}?`);
});

test('aspects at the top, all exact: the parts are the change', () => {
  const at = (year: number, one: string, two: string, index: string) =>
    resultOf(year, '1', {
      ...{ instrument: 'small', kind: 'self', index: known(index, null) },
      groups: new Map([
        ['A1', known(one, null)],
        ['A2', known(two, null)],
      ]),
    });
  const { blocks, records } = reportTrend(traced([at(2024, '2', '3', '2.5'), at(2025, '3', '2', '2.5')]));
  expect(shown(blocks)).toMatchInlineSnapshot(`
    "Tren indeks · Kab. Contoh
    2 nilai, 2024–2025

    Yang terbaca
      • 2024 → 2025: tidak bergerak, tetap 2,50. Asalnya: naik di A1 (+0,50); turun di A2 (−0,50).

    Klaim sendiri · Kecil
    Tahun  Indeks                        Perubahan  Predikat  Jenis    Sumber
    2024     2,50  ██████████░░░░░░░░░░             Kurang    mandiri  LHE 2024
    2025     2,50  ██████████░░░░░░░░░░      tetap  Kurang    mandiri  LHE 2025

    2024 → 2025 menurut aspek · klaim sendiri
    Aspek             Bobot  2024  2025  Poin indeks
    A1                50,00  2,00  3,00      +0,5000
    A2                50,00  3,00  2,00      −0,5000
    Perubahan indeks                          0,0000
    Poin = bobot × perubahan nilai ÷ 100. Semua nilai eksak; jumlah poin aspek tepat sama dengan
    perubahan indeks."
  `);
  expect(records.rows.slice(3)).toEqual([
    ...[
      [
        1,
        'klaim sendiri',
        'small',
        2025,
        'mandiri',
        'indeks',
        'Indeks',
        2.5,
        '2.5',
        'ya',
        'Kurang',
        0,
        0,
        0,
        'LHE 2025',
      ],
    ],
    ...[[1, 'klaim sendiri', 'small', 2025, 'mandiri', 'A1', 'A1', 3, '3', 'ya', null, 1, 0.5, 0, null]],
    ...[[1, 'klaim sendiri', 'small', 2025, 'mandiri', 'A2', 'A2', 2, '2', 'ya', null, -1, -0.5, 0, null]],
  ]);
});

test('sources that agree are named together; a single year is no trend', () => {
  const { blocks } = reportTrend({
    ...traced([resultOf(2024, '2.60'), resultOf(2024, '2.60', { source: 'berita' })]),
    region: null,
    leftOut: ['lain.csv: instrumen lain'],
  });
  expect(shown(blocks)).toMatchInlineSnapshot(`
    "Tren indeks
    1 nilai, 2024

    Yang terbaca
      • 2024: 2,60 adalah satu-satunya nilai (eksternal) dengan PermenPANRB 59/2020, jadi belum ada
        tren.

    Hasil eksternal · PermenPANRB 59/2020
    Tahun  Indeks                        Perubahan  Predikat       Jenis      Sumber
    2024     2,60  ██████████░░░░░░░░░░             Baik / Cukup?  eksternal  LHE 2024; sama: berita
    Tidak dipakai: lain.csv: instrumen lain"
  `);
});

test('nothing known is said in one line', () => {
  expect(shown(reportTrend(traced([])).blocks)).toBe('Tren indeks · Kab. Contoh\nBelum ada nilai');
});
