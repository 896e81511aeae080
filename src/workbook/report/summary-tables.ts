import type { CellValue } from 'exceljs';
import type { ReportDocument } from '../../contract/report.ts';
import { exactFigure, signedFigure } from '../../reporters/full-report/figures.ts';
import {
  basisWords,
  dearest,
  dearestLosses,
  decisionWithGain,
  lossWord,
} from '../../reporters/full-report/sentences.ts';
import { rounded } from '../sheets/dashboard-formulas.ts';
import { font, ink } from '../sheets/style.ts';
import { arithmeticOf } from './arithmetic.ts';
import { groupsOf } from './group-sheet.ts';
import { indicatorRange } from './indicator-sheet.ts';
import { addParagraphs, addSection, type Cursor } from './paragraphs.ts';
import { addTable, decimalFormat, points, type ReportColumn, shownColumns } from './report-sheet.ts';

interface Result {
  readonly what: string;
  readonly index: CellValue;
  readonly predicate: string | null;
  readonly note: string;
}

/** The index, and what may be set beside it. */
export function addResults(at: Cursor, document: ReportDocument): void {
  const { decimals } = document;
  const columns: ReportColumn<Result>[] = [
    { header: 'Ukuran', width: 46, value: ({ what }) => what },
    {
      header: 'Indeks',
      width: 14,
      align: 'center',
      format: decimalFormat(decimals),
      value: ({ index }) => index,
    },
    { header: 'Predikat', width: 22, align: 'center', value: ({ predicate }) => predicate },
    { header: 'Keterangan', width: 84, value: ({ note }) => note },
  ];
  const rows = resultsOf(document);
  addTable(at.sheet, at.row, columns, rows);
  const headline = at.sheet.getRow(at.row + 1);
  headline.height = 28;
  for (const column of [1, 2, 3, 4]) {
    const cell = headline.getCell(column);
    const large =
      column === 4 ? font() : font({ size: column === 1 ? 12 : 18, bold: true, color: { argb: ink.dark } });
    cell.style = { ...cell.style, font: large, alignment: { ...cell.alignment, vertical: 'middle' } };
  }
  at.row += rows.length + 2;
}

function resultsOf(document: ReportDocument): Result[] {
  const { score, plan, past, peers, decimals } = document;
  const against = (index: number) => `${signedFigure(index - score.index, decimals)} terhadap indeks di atas`;
  const { proven, assessed } = score;
  return [
    {
      what: `${document.indexName} ${basisWords(document)}`,
      index: liveIndex(document),
      predicate: score.predicate,
      note: `Nilai eksak ${exactFigure(score.indexExact)}`,
    },
    ...(proven
      ? [
          {
            what: 'Didukung bukti',
            index: proven.index,
            predicate: proven.predicate,
            note: against(proven.index),
          },
        ]
      : []),
    ...(assessed.index === null || document.stage !== 'self'
      ? []
      : [
          {
            what: 'Menurut asesor internal',
            ...{ index: assessed.index, predicate: assessed.predicate, note: against(assessed.index) },
          },
        ]),
    ...(plan?.status === 'planned'
      ? [
          {
            what: 'Setelah rencana',
            ...{
              index: plan.reached.index,
              predicate: plan.reached.predicate,
              note: against(plan.reached.index),
            },
          },
        ]
      : []),
    ...(past
      ? [
          {
            what: `Hasil ${past.year}`,
            ...{ index: past.index, predicate: past.predicate },
            note: past.isComparable ? past.source : `${past.source}; instrumen lain, tidak sebanding`,
          },
        ]
      : []),
    ...(peers
      ? [
          {
            what: `Median ${peers.kind} ${peers.year}`,
            index: peers.median,
            predicate: null,
            note: peers.source,
          },
        ]
      : []),
  ];
}

/** Follows the levels in Indikator, where all of them are there. */
function liveIndex(document: ReportDocument): CellValue {
  const { audience, score } = document;
  if (audience !== 'koordinator') return score.index;
  const sum = (key: string) => `SUM(${indicatorRange(document, key)})`;
  return { formula: rounded(arithmeticOf(document), sum('points'), sum('units')), result: score.index };
}

/** Where the region stands by domain, in figures and bars. */
export function addGroups(at: Cursor, document: ReportDocument): void {
  const { decimals, scale } = document;
  const domains = groupsOf(document, 'domain');
  const rows = domains.length > 0 ? domains : groupsOf(document, 'aspect');
  const columns: ReportColumn<(typeof rows)[number]>[] = [
    { header: domains.length > 0 ? 'Domain' : 'Aspek', width: 46, value: (one) => one.name },
    {
      header: 'Nilai',
      width: 14,
      align: 'center',
      format: decimalFormat(decimals),
      value: ({ index }) => index,
    },
    {
      header: 'Gambaran',
      isBar: true,
      width: 22,
      value: ({ index }) => '█'.repeat(Math.round((index * 20) / scale.max)),
    },
  ];
  at.row++;
  addTable(at.sheet, at.row, columns, rows);
  at.row += rows.length + 1;
}

const mostNamed = { koordinator: 10, pimpinan: 5, opd: 10 } as const;

/** The indicators that take most from the index. */
export function addDearest(at: Cursor, document: ReportDocument): void {
  const rows = dearest(document, mostNamed[document.audience]);
  if (rows.length === 0) return;
  const columns: ReportColumn<(typeof rows)[number]>[] = [
    { header: 'Indikator', width: 46, value: ({ id, shortName }) => `${id} ${shortName}` },
    {
      ...{ header: 'Tingkat', width: 14, align: 'center', format: decimalFormat(document.scale.decimals) },
      value: ({ level }) => level ?? 'kosong',
    },
    { header: 'Poin hilang', width: 22, align: 'center', format: points, value: ({ lost }) => lost },
    { header: 'OPD', width: 84, optional: true, value: ({ opd }) => opd?.name ?? null },
  ];
  addSection(at, 'Yang paling menahan indeks');
  addTable(at.sheet, at.row, shownColumns(columns, rows), rows);
  at.row += rows.length + 1;
}

/** What a leader, or the OPD, is asked for. */
export function addDecisions(at: Cursor, document: ReportDocument): void {
  const { decisions, addressee } = document;
  if (decisions.length === 0) return;
  addSection(at, addressee ? 'Yang diminta' : 'Keputusan yang diperlukan');
  addParagraphs(
    at,
    decisions.map((one, index) => `${index + 1}. ${decisionWithGain(document, one)}`),
  );
}

/** @returns row of the first loss; null if nothing is lost, or the report is that of one OPD */
export function addLosses(at: Cursor, document: ReportDocument): number | null {
  const losses = document.addressee ? [] : dearestLosses(document);
  if (losses.length === 0) return null;
  const columns: ReportColumn<(typeof losses)[number]>[] = [
    { header: 'Sebab', width: 46, value: ({ reason }) => lossWord(reason) },
    { header: 'Poin', width: 14, align: 'center', format: points, value: (one) => one.points },
    { header: 'Banyaknya', width: 22, align: 'center', value: ({ indicators }) => indicators.length },
    { header: 'Indikator', width: 84, value: ({ indicators }) => indicators.join(', ') },
  ];
  addSection(at, 'Mengapa belum terbukti');
  addTable(at.sheet, at.row, columns, losses);
  const first = at.row + 1;
  at.row += losses.length + 1;
  return first;
}
