import type { Assessment } from '../assessment/merge.ts';
import type { Score } from '../assessment/score.ts';
import type { RegionStanding, Standing } from '../assessment/standing.ts';
import { formatIds } from '../instrument/id-list.ts';
import { settlementBlocks } from './conflict-range.ts';
import { formatNumber, roundedNumber } from './number.ts';
import { problemSummary } from './problems.ts';
import type { Block, Report } from './report.ts';
import { toStatusDocument } from './status-document.ts';
import { cautionOf, describeSubject, fileNotes } from './subject.ts';

/** How far all OPD are, and where the points lie that the index still lacks: one screen. */
export function reportStatus(assessment: Assessment, score: Score, region: RegionStanding): Report {
  const { instrument } = assessment;
  const { decimals } = instrument.rounding;
  return {
    document: toStatusDocument(assessment, score, region, region.standings),
    blocks: [
      {
        kind: 'title',
        text: `${describeSubject(assessment)} – kemajuan pengisian`,
        subtitle: `${instrument.indexName} sementara ${formatNumber(score.index, decimals)} (${score.band.name}) · ${instrument.name}`,
      },
      ...cautionOf(instrument),
      ...fileNotes(assessment),
      ...settlementBlocks(assessment),
      ...opdTable(region),
      ...remarks(assessment, score, region),
      ...problemSummary(assessment.problems),
    ],
    records: {
      columns: [
        ...['opd', 'nama', 'ada_berkas', 'indikator', 'terisi', 'berbukti', 'diperiksa_asesor'],
        ...['kesalahan', 'peringatan', 'poin_dapat_diraih'],
      ],
      rows: region.standings.map(
        ({ opd, isPresent, indicators, filled, evidenced, assessed, problems, toWin }) => [
          opd.code,
          opd.name,
          isPresent ? 'ya' : 'tidak',
          indicators.length,
          filled,
          evidenced,
          assessed,
          problems.error,
          problems.warning,
          roundedNumber(toWin, 4),
        ],
      ),
    },
  };
}

function opdTable({ standings }: RegionStanding): Block[] {
  const most = standings[0]?.toWin;
  return [
    { kind: 'section', text: 'OPD menurut poin indeks yang masih dapat diraih' },
    {
      kind: 'table',
      columns: [
        { header: 'OPD', flexible: true },
        { header: 'Terisi', align: 'right' },
        { header: 'Berbukti', align: 'right' },
        { header: 'Diperiksa', align: 'right' },
        { header: 'Masalah', align: 'right' },
        { header: 'Poin', align: 'right' },
        { header: '', optional: true },
      ],
      rows: standings.map((one) => [
        { text: one.opd.name, ...(one.isPresent ? {} : { tone: 'soft' as const }) },
        one.isPresent
          ? share(one.filled, one.indicators.length)
          : { text: 'belum ada berkas', tone: 'caution' as const },
        share(one.evidenced, one.indicators.length),
        share(one.assessed, one.indicators.length),
        problemCell(one),
        { text: formatNumber(one.toWin, 4) },
        { text: '', bar: most && most.compare(0) > 0 ? one.toWin.div(most).valueOf() : 0 },
      ]),
    },
  ];
}

function share(part: number, whole: number) {
  const tone = part === whole ? ('good' as const) : ('plain' as const);
  return { text: `${part}/${whole}`, tone };
}

function problemCell({ problems }: Standing) {
  const { error, warning } = problems;
  if (error > 0) return { text: `✖ ${error}`, tone: 'bad' as const };
  return warning > 0 ? { text: `! ${warning}`, tone: 'caution' as const } : { text: '–' };
}

function remarks(
  { instrument }: Assessment,
  score: Score,
  { standings, unheld, toWin }: RegionStanding,
): Block[] {
  const filled = instrument.indicators.length - score.unanswered.length;
  const present = standings.filter(({ isPresent }) => isPresent).length;
  const shared = standings.some(({ indicators }) => indicators.some(({ sharedBy }) => sharedBy > 1));
  return [
    {
      kind: 'paragraph',
      text: `${filled} dari ${instrument.indicators.length} indikator bertingkat; berkas ${present} dari ${standings.length} OPD ada. Masih dapat diraih ${formatNumber(toWin, 4)} poin indeks.`,
    },
    ...(unheld.indicators.length > 0
      ? [
          {
            kind: 'paragraph' as const,
            text: `Tanpa OPD: indikator ${formatIds(unheld.indicators, instrument.indicators)}, ${formatNumber(unheld.toWin, 4)} poin.`,
            tone: 'caution' as const,
          },
        ]
      : []),
    {
      kind: 'paragraph',
      text: `Poin = bobot × (tingkat ${instrument.scale.max} − tingkat sekarang) ÷ 100, dihitung pada OPD pengampu.${
        shared ? ' Indikator yang dipegang beberapa OPD tanpa pengampu dibagi rata di antara mereka.' : ''
      } Rinci satu OPD: spbe status --opd <kode>.`,
      tone: 'soft',
    },
  ];
}
