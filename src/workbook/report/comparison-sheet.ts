import type { Workbook } from 'exceljs';
import type { ReportDocument } from '../../contract/report.ts';
import { peersSentence } from '../../reporters/full-report/sentences.ts';
import { addTitle, setPrint } from '../sheets/style.ts';
import { addParagraphs, addSection, type Cursor } from './paragraphs.ts';
import { addTable, decimalFormat, type ReportColumn, subjectOf } from './report-sheet.ts';

const widths = [44, 14, 20, 24, 60];

/** Perbandingan: the years before, and the others of the same kind; no sheet where neither is known. */
export function addComparisonSheet(workbook: Workbook, document: ReportDocument): void {
  const { trend, peers } = document;
  if (trend === null && peers === null) return;
  const sheet = workbook.addWorksheet('Perbandingan', { views: [{ showGridLines: false }] });
  sheet.columns = widths.map((width) => ({ width }));
  addTitle(sheet, 'Perbandingan', subjectOf(document));
  const at: Cursor = { sheet, columns: widths.length, width: 150, row: 3 };
  if (trend) addTrend(at, document, trend);
  if (peers) addPeers(at, document, peers);
  setPrint(sheet, 'landscape', `Perbandingan · ${subjectOf(document)}`);
}

type Trend = NonNullable<ReportDocument['trend']>;
type Result = Trend['segments'][number]['points'][number] & { readonly instrument: string };

function addTrend(at: Cursor, { decimals }: ReportDocument, { segments, statements }: Trend): void {
  addSection(at, 'Dari tahun ke tahun');
  addParagraphs(at, statements);
  const rows = segments.flatMap(({ instrument, points }): Result[] =>
    points.map((one) => ({ ...one, instrument })),
  );
  const columns: ReportColumn<Result>[] = [
    { header: 'Instrumen', width: 44, value: ({ instrument }) => instrument },
    { header: 'Tahun', width: 14, align: 'center', value: ({ year }) => year },
    {
      header: 'Indeks',
      width: 20,
      align: 'center',
      format: decimalFormat(decimals),
      value: ({ index }) => index,
    },
    { header: 'Predikat', width: 24, value: ({ predicate }) => predicate },
    { header: 'Sumber', width: 60, value: ({ kind, source }) => `${kind}: ${source}` },
  ];
  addTable(at.sheet, at.row, columns, rows);
  at.row += rows.length + 1;
}

type Peers = NonNullable<ReportDocument['peers']>;

function addPeers(at: Cursor, document: ReportDocument, peers: Peers): void {
  const format = decimalFormat(document.decimals);
  const rows: (readonly [string, number])[] = [
    ...([
      ['Terendah', peers.least],
      ['Kuartil bawah', peers.lowerQuartile],
      ['Median', peers.median],
    ] as const),
    ...([
      ['Rata-rata', peers.mean],
      ['Kuartil atas', peers.upperQuartile],
      ['Tertinggi', peers.most],
    ] as const),
    ...peers.above.map(({ name, index }) => [`Tepat di atas: ${name}`, index] as const),
  ];
  addSection(at, 'Di antara yang sejenis');
  addParagraphs(at, [peersSentence(document) ?? '']);
  const columns: ReportColumn<(typeof rows)[number]>[] = [
    { header: 'Ukuran', width: 44, value: ([name]) => name },
    { header: 'Indeks', width: 14, align: 'center', format, value: ([, index]) => index },
  ];
  addTable(at.sheet, at.row, columns, rows);
  at.row += rows.length + 1;
}
