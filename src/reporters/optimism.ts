import { Fraction } from 'fraction.js';
import type { Expected, Optimism } from '../assessment/optimism.ts';
import { stageWords } from '../assessment/stage.ts';
import type { OptimismDocument } from '../contract/optimism.ts';
import type { Instrument } from '../instrument/instrument.ts';
import { nameIndicators } from './name-indicators.ts';
import { nameOpd } from './name-opd.ts';
import { exactText, formatChange, formatNumber, roundedChange } from './number.ts';
import type { Block, Cell, Report } from './report.ts';
import { cautionOf } from './subject.ts';

interface Sources {
  readonly leftOut: readonly string[];
  readonly opdNames: ReadonlyMap<string, string>;
}

const mostIndicators = 10;
/** A guess deserves no more. */
const guessDecimals = 1;

/** How far external results lie from the claims, and what this year's claim may come to. */
export function reportOptimism(instrument: Instrument, optimism: Optimism, sources: Sources): Report {
  const { results, expected } = optimism;
  return {
    document: toDocument(instrument, optimism, sources),
    blocks: [
      { kind: 'title', text: 'Selisih klaim dengan hasil luar', subtitle: instrument.name },
      ...cautionOf(instrument),
      ...(results.length === 0 ? [noData] : [resultTable(instrument, optimism), basisOf(optimism)]),
      ...(expected ? expectation(instrument, expected, results.length) : []),
      ...(results.length === 0 ? [] : gapTables(instrument, optimism, sources)),
      ...sources.leftOut.map(
        (file): Block => ({
          kind: 'paragraph',
          text: `${file} tidak ikut: instrumennya lain.`,
          tone: 'caution',
        }),
      ),
    ],
    records: toRecords(instrument, optimism),
  };
}

const noData: Block = {
  kind: 'paragraph',
  text: 'Belum ada data: tidak ada tahun yang klaim dan hasil luarnya sama-sama diketahui, jadi tidak ada yang dapat diperkirakan. Simpan keduanya dengan "spbe external import <berkas> --stage mandiri --year <tahun>" dan "--stage akhir".',
  tone: 'caution',
};

function resultTable({ rounding }: Instrument, { results }: Optimism): Block {
  const { decimals } = rounding;
  return {
    kind: 'table',
    columns: [
      { header: 'Instansi', flexible: true },
      { header: 'Tahun' },
      { header: 'Klaim', align: 'right' },
      { header: 'Hasil luar', align: 'right' },
      { header: 'Tahap' },
      { header: 'Selisih', align: 'right' },
    ],
    rows: results.map(({ region, year, claim, external, gap }) => [
      { text: region },
      { text: String(year) },
      { text: formatNumber(claim.index, decimals) },
      { text: formatNumber(external.index, decimals) },
      { text: stageWords[external.stage] },
      { text: formatChange(gap, decimals), tone: 'strong' },
    ]),
  };
}

function basisOf({ results, regions }: Optimism): Block {
  const years = new Set(results.map(({ year }) => year)).size;
  return {
    kind: 'paragraph',
    text: `Dasarnya hanya ${results.length} hasil: ${years} tahun, ${regions} instansi. Ini pengalaman yang lalu, bukan ramalan; penilai, pedoman dan bukti dapat berbeda.`,
    tone: 'caution',
  };
}

function expectation(
  { rounding }: Instrument,
  { year, claim, mean, range }: Expected,
  count: number,
): Block[] {
  const guess = (value: Expected['mean']) => formatNumber(value, guessDecimals);
  const spread = range
    ? `antara ${guess(range.low)} dan ${guess(range.high)} bila dipotong sebanyak yang terbesar dan yang terkecil`
    : 'rentangnya tidak dapat dibuat dari satu hasil';
  return [
    { kind: 'section', text: `Perkiraan hasil${year === null ? '' : ` ${year}`}` },
    {
      kind: 'paragraph',
      text: `Klaim ${formatNumber(claim, rounding.decimals)} menjadi sekitar ${guess(mean)} bila dipotong seperti ${count === 1 ? 'hasil itu' : `rata-rata ${count} hasil itu`}; ${spread}.`,
      tone: 'strong',
    },
  ];
}

function gapTables(instrument: Instrument, optimism: Optimism, { opdNames }: Sources): Block[] {
  const named = nameIndicators(instrument);
  const total = optimism.aspects.reduce((sum, { gap }) => sum.add(gap), new Fraction(0));
  const sumRow: Cell[] = [
    { text: 'Jumlah', tone: 'strong' },
    { text: formatChange(total, 4), tone: 'strong' },
  ];
  const lowered = optimism.indicators.filter(({ gap }) => gap.compare(0) < 0);
  const table = (headers: readonly string[], rows: readonly Cell[][]): Block => ({
    kind: 'table',
    columns: headers.map((header) =>
      /^(Poin|No|Diturunkan)/.test(header)
        ? { header, align: 'right' as const }
        : { header, flexible: true as const },
    ),
    rows,
  });
  return [
    { kind: 'section', text: 'Menurut aspek' },
    table(
      ['Aspek', 'Poin indeks'],
      [
        ...optimism.aspects.map(({ group, gap }) => [{ text: group.name }, { text: formatChange(gap, 4) }]),
        sumRow,
      ],
    ),
    ...(lowered.length === 0
      ? []
      : [
          { kind: 'section' as const, text: 'Indikator yang paling banyak dipotong' },
          table(
            ['No', 'Indikator', 'Poin indeks', 'Diturunkan'],
            lowered
              .slice(0, mostIndicators)
              .map(({ id, gap, lowered: times, of }) => [
                { text: id },
                { text: named(id).shortName },
                { text: formatChange(gap, 4) },
                { text: `${times} dari ${of}` },
              ]),
          ),
        ]),
    ...(optimism.opd.length === 0
      ? []
      : [
          { kind: 'section' as const, text: 'Menurut OPD' },
          table(
            ['OPD', 'Poin indeks'],
            optimism.opd.map(({ code, gap }) => [
              { text: nameOpd(opdNames, code) },
              { text: formatChange(gap, 4) },
            ]),
          ),
        ]),
  ];
}

function toDocument(
  instrument: Instrument,
  { results, regions, aspects, indicators, opd, expected }: Optimism,
  { leftOut }: Sources,
): OptimismDocument {
  return {
    schemaVersion: 1,
    instrument: instrument.id,
    caution: instrument.caution,
    basis: {
      results: results.length,
      regions,
      years: [...new Set(results.map(({ year }) => year))].sort(),
    },
    results: results.map(({ region, year, claim, external, gap }) => ({
      region,
      year,
      stage: external.stage,
      claimedExact: exactText(claim.index),
      externalExact: exactText(external.index),
      gapExact: exactText(gap),
    })),
    aspects: aspects.map(({ group, gap }) => ({ id: group.id, gapExact: exactText(gap) })),
    indicators: indicators.map(({ id, gap, lowered, of }) => ({ id, gapExact: exactText(gap), lowered, of })),
    opd: opd.map(({ code, gap }) => ({ opd: code, gapExact: exactText(gap) })),
    expected: expected && {
      year: expected.year,
      claimedExact: exactText(expected.claim),
      meanExact: exactText(expected.mean),
      range: expected.range && {
        lowExact: exactText(expected.range.low),
        highExact: exactText(expected.range.high),
      },
    },
    leftOut: [...leftOut],
  };
}

function toRecords(
  instrument: Instrument,
  { results, aspects, indicators, opd }: Optimism,
): Report['records'] {
  const named = nameIndicators(instrument);
  const points = (gap: Expected['mean']) => roundedChange(gap, 4);
  return {
    columns: ['jenis', 'kode', 'nama', 'poin'],
    rows: [
      ...results.map(({ region, year, gap }) => ['hasil', String(year), region, points(gap)]),
      ...aspects.map(({ group, gap }) => ['aspek', group.id, group.name, points(gap)]),
      ...indicators.map(({ id, gap }) => ['indikator', id, named(id).name, points(gap)]),
      ...opd.map(({ code, gap }) => ['opd', code, '', points(gap)]),
    ],
  };
}
