import { Fraction } from 'fraction.js';
import { describe, expect, test } from 'vitest';
import { findPeerGroups } from '../../src/assessment/peer-groups.ts';
import { standAmong } from '../../src/assessment/peers.ts';
import { stepsThatReach } from '../../src/assessment/region-result.ts';
import { bandOf, score } from '../../src/assessment/score.ts';
import { compareDocument } from '../../src/contract/compare.ts';
import type { PublishedResult } from '../../src/instrument/benchmarks.ts';
import { loadInstrument } from '../../src/instrument/load.ts';
import { type Comparison, reportComparison } from '../../src/reporters/compare.ts';
import { peerBlocks } from '../../src/reporters/peers.ts';
import { shown } from './small-assessment.ts';

const instrument = await loadInstrument('permenpanrb-59-2020');

const printed = (name: string, index: string, domains: PublishedResult['domains'] = []): PublishedResult => ({
  ...{ year: 2024, type: 'kota', name: `Pemerintah Kota ${name}`, index, predicate: 'Baik' },
  domains: domains.length === 0 ? [index, index, index, index] : domains,
});

interface Case {
  readonly index: string;
  readonly rows: readonly PublishedResult[];
  readonly chosen?: readonly PublishedResult[];
  readonly domains?: readonly (string | null)[];
  readonly more?: Partial<Comparison>;
}

function comparisonOf({ index, rows, chosen = [], domains, more = {} }: Case): Comparison {
  const own = new Fraction(index);
  const groups = findPeerGroups(
    {
      ...{ index: own, kind: 'kota', published: null, province: null },
      domains: domains?.map((text) => (text === null ? null : new Fraction(text))) ?? null,
    },
    rows,
    [],
    chosen,
  );
  return {
    ...{ instrument, region: 'Kota Contoh', year: 2025, notes: [], evidence: [], problems: [] },
    own: { source: 'given', index: own, predicate: bandOf(instrument, own).name, result: null },
    ...{ kind: 'kota', reason: null, exchange: null, regions: [], higher: [] },
    published: { year: 2024, row: null, groups, steps: [], missing: null },
    ...more,
  };
}

const rows = [
  printed('Atas', '5.00', ['5.00', null, '5.00', '5.00']),
  printed('Sama', '3.00'),
  printed('Bawah', '1.20'),
];

test('where a given index stands: above, beside, below, in every domain that is known', () => {
  const compared = comparisonOf({ index: '3', rows, domains: ['5.00', null, '1.00', '3.00'] });
  expect(shown(peerBlocks(compared))).toMatchInlineSnapshot(`
    "Kelompok    Nilai  Peringkat  Di bawahnya  Rata-rata    Kuartil  Median  Tertinggi
    Semua kota   3,00   2 dari 4    1 (33,3%)       3,07  2,10–4,00    3,00       5,00
    Peringkat 2 ditempati bersama 1 lainnya: Kota Sama. Nilai sama berarti peringkat sama, dan peringkat
    sesudahnya terlewati (1-2-2-4). "Di bawahnya" menghitung yang nilainya lebih rendah.

    Domain, di antara semua kota
    Domain                   Nilai  Peringkat  Di bawahnya  Rata-rata    Kuartil  Median  Tertinggi
    Kebijakan Internal SPBE   5,00   1 dari 4    2 (66,7%)       3,07  2,10–4,00    3,00       5,00
    Tata Kelola SPBE             –
    Manajemen SPBE            1,00   4 dari 4     0 (0,0%)       3,07  2,10–4,00    3,00       5,00
    Layanan SPBE              3,00   2 dari 4    1 (33,3%)       3,07  2,10–4,00    3,00       5,00
    – = tidak terbaca dalam hasil terbit.

    Terdekat di atas
    Instansi   Nilai  Selisih dari daerah ini
    Kota Atas   5,00                    +2,00
    Yang terdekat sudah di nilai tertinggi (5,00): hanya dapat disamai.

    Sebaran semua kota, hasil 2024
    Nilai      Banyaknya
    1,00–1,25  ████████████████████ 1
    1,25–1,50  ░░░░░░░░░░░░░░░░░░░░ 0
    1,50–1,75  ░░░░░░░░░░░░░░░░░░░░ 0
    1,75–2,00  ░░░░░░░░░░░░░░░░░░░░ 0
    2,00–2,25  ░░░░░░░░░░░░░░░░░░░░ 0
    2,25–2,50  ░░░░░░░░░░░░░░░░░░░░ 0
    2,50–2,75  ░░░░░░░░░░░░░░░░░░░░ 0
    2,75–3,00  ░░░░░░░░░░░░░░░░░░░░ 0
    3,00–3,25  ████████████████████ 1  ◄ daerah ini
    3,25–3,50  ░░░░░░░░░░░░░░░░░░░░ 0
    3,50–3,75  ░░░░░░░░░░░░░░░░░░░░ 0
    3,75–4,00  ░░░░░░░░░░░░░░░░░░░░ 0
    4,00–4,25  ░░░░░░░░░░░░░░░░░░░░ 0
    4,25–4,50  ░░░░░░░░░░░░░░░░░░░░ 0
    4,50–4,75  ░░░░░░░░░░░░░░░░░░░░ 0
    4,75–5,00  ████████████████████ 1
    3 hasil, rata-rata 3,07. Batas bawah termasuk dalam kelasnya, batas atas tidak."
  `);
  const { published } = compareDocument.parse(reportComparison(compared).document);
  expect(published?.domains.map(({ id, rank, of }) => [id, rank, of])).toEqual([
    ['D1', 1, 4],
    ['D3', 4, 4],
    ['D4', 2, 4],
  ]);
  expect(published?.own).toBeNull();
  const { records } = reportComparison(compared);
  expect(records.rows.map((row) => row.slice(0, 5))).toEqual([
    ['indeks', 'kota', 3, 2, 4],
    ['D1', 'kota', 5, 1, 4],
    ['D3', 'kota', 1, 4, 4],
    ['D4', 'kota', 3, 2, 4],
  ]);
});

test('at the top of the scale nobody is higher, and the last class holds it', () => {
  const text = shown(peerBlocks(comparisonOf({ index: '5', rows })));
  expect(text).toContain('Tidak ada yang lebih tinggi.');
  expect(text).toMatch(/4,75–5,00 {2}█+░* 1 +◄ daerah ini/);
  expect(text).not.toContain('Domain, di antara');
});

test('chosen ones are sorted by value, then by name', () => {
  const chosen = [printed('B', '3.50'), printed('A', '3.50'), printed('C', '4.00')];
  const compared = comparisonOf({ index: '3', rows: [...rows, ...chosen], chosen });
  const blocks = peerBlocks(compared);
  const at = blocks.findIndex((block) => block.kind === 'section' && block.text === 'Yang dipilih');
  expect(shown(blocks.slice(at + 1, at + 2))).toMatchInlineSnapshot(`
    "Instansi  Nilai  Selisih dari daerah ini
    Kota C     4,00                    +1,00
    Kota A     3,50                    +0,50
    Kota B     3,50                    +0,50"
  `);
  expect(compareDocument.parse(reportComparison(compared).document).published?.groups).toMatchObject([
    { group: 'kind', name: 'kota' },
    {
      group: 'chosen',
      name: 'Pemerintah Kota B, Pemerintah Kota A, Pemerintah Kota C',
      rank: 4,
      distribution: { count: 3, min: 3.5, max: 4, median: 3.5 },
    },
  ]);
  expect(reportComparison(compared).records.rows.map(([kind, group]) => [kind, group])).toEqual([
    ['indeks', 'kota'],
    ['indeks', 'pilihan'],
  ]);
});

describe('many', () => {
  const many = Array.from({ length: 10 }, (_, at) => printed(`Nomor ${at}`, '3.00'));

  test('that share a rank are named up to eight', () => {
    expect(shown(peerBlocks(comparisonOf({ index: '3', rows: many })))).toContain('Nomor 7, dan 2 lagi.');
  });

  test('single steps that pass the next one are named up to eight', () => {
    const levels = new Map(instrument.indicators.map(({ id }) => [id, 2]));
    const steps = stepsThatReach(instrument, score(instrument, levels), new Fraction('2.015'));
    const compared = comparisonOf({ index: '2', rows: [printed('Atas', '2.01')] });
    const { published } = compared;
    if (published === null) throw new Error('not ranked');
    const text = shown(peerBlocks({ ...compared, published: { ...published, steps } }));
    expect(text.replace(/\s+/g, ' ')).toMatch(
      /sudah melewati yang terdekat \(indeks 2,02 atau lebih\): (\d+ \(2 → 3\), ){8}dan \d+ lainnya\./,
    );
    expect(steps.length).toBeGreaterThan(8);
  });

  test('own levels lead to a plan; a mere index does not', () => {
    const upTo = (source: 'files' | 'given') => {
      const compared = comparisonOf({ index: '3', rows: [printed('Atas', '3.20'), ...rows] });
      const { own } = compared;
      if (own === null) throw new Error('no own index');
      return shown(peerBlocks({ ...compared, own: { ...own, source } }));
    };
    expect(upTo('files')).toContain('indeks harus 3,21: spbe gap --target 3.21.');
    expect(upTo('given')).toContain('Untuk melewati yang terdekat, indeks harus 3,21.');
  });
});

test('alone, it stands first of one, without a spread', () => {
  const compared = comparisonOf({ index: '3', rows: [] });
  expect(shown(peerBlocks(compared))).toMatchInlineSnapshot(`
    "Kelompok    Nilai  Peringkat  Di bawahnya  Median
    Semua kota   3,00   1 dari 1            0
    Tidak ada yang bernilai sama. Nilai sama berarti peringkat sama, dan peringkat sesudahnya terlewati
    (1-2-2-4). "Di bawahnya" menghitung yang nilainya lebih rendah.
    Tidak ada yang lebih tinggi."
  `);
  expect(reportComparison(compared).records.rows).toEqual([
    ['indeks', 'kota', 3, 1, 1, 0, 0, null, null, null, null, null, null, null, null],
  ]);
  const { published } = compareDocument.parse(reportComparison(compared).document);
  expect(published?.groups[0]).toMatchObject({ percentile: null, next: null, distribution: null });
});

test('without published results only the exchange files rank it', () => {
  const exchange = standAmong(new Fraction(3), [{ name: 'Kab. Lain', value: new Fraction('3.5') }], null);
  const unranked = comparisonOf({
    index: '3',
    rows,
    more: { published: null, kind: null, reason: 'Instrumen lain.' },
  });
  expect(peerBlocks(unranked)).toEqual([]);
  expect(shown(peerBlocks({ ...unranked, exchange }))).toMatchInlineSnapshot(`
    "Kelompok           Nilai  Peringkat  Di bawahnya  Rata-rata    Kuartil  Median  Tertinggi
    Berkas pertukaran   3,00   2 dari 2     0 (0,0%)       3,50  3,50–3,50    3,50       3,50"
  `);
  expect(reportComparison({ ...unranked, exchange }).records.rows).toEqual([]);
  expect(shown(peerBlocks(comparisonOf({ index: '3', rows, more: { exchange } })))).toContain(
    'Berkas pertukaran',
  );
});
