import type { Workbook } from 'exceljs';
import type { ReportDocument } from '../../contract/report.ts';
import { methodSentences } from '../../reporters/full-report/sentences.ts';
import { addTitle, setPrint } from '../sheets/style.ts';
import { addParagraphs, addSection, type Cursor } from './paragraphs.ts';
import { addTable, type ReportColumn, subjectOf } from './report-sheet.ts';

type Input = NonNullable<ReportDocument['seal']>['inputs'][number];

const widths = [80, 14, 70];

/** Metode: how the figures come about, the sources, and what the report was computed from. */
export function addMethodSheet(workbook: Workbook, document: ReportDocument): void {
  const sheet = workbook.addWorksheet('Metode', { views: [{ showGridLines: false }] });
  sheet.columns = widths.map((width) => ({ width }));
  addTitle(sheet, 'Cara menghitung dan sumber', subjectOf(document));
  const at: Cursor = { sheet, columns: widths.length, width: 160, row: 4 };
  addParagraphs(at, methodSentences(document));
  if (document.sources.length > 0) addSection(at, 'Sumber');
  addParagraphs(
    at,
    document.sources.map(({ title, note }) => [title, note].filter((part) => part !== '').join(' – ')),
  );
  addSeal(at, document);
  setPrint(sheet, 'landscape', `Metode · ${subjectOf(document)}`);
}

function addSeal(at: Cursor, { seal, sealShort }: ReportDocument): void {
  if (sealShort === null) return;
  addSection(at, `Segel ${sealShort}`);
  if (seal === null) {
    addParagraphs(at, [
      'Segel lengkapnya ada di laporan koordinator; nomor di atas sama bila keduanya dari satu perhitungan.',
    ]);
    return;
  }
  addParagraphs(at, [
    `Dihitung dengan spbe ${seal.tool} dari ${seal.inputs.length} berkas di bawah ini. "spbe verify" dengan nama berkas laporan ini memeriksa apakah berkas-berkas itu masih memberi hasil yang sama.`,
  ]);
  const columns: ReportColumn<Input>[] = [
    { header: 'Berkas', width: 80, value: ({ path }) => path },
    { header: 'Ukuran (bita)', width: 14, align: 'right', format: '#,##0', value: ({ size }) => size },
    { header: 'SHA-256', width: 70, value: ({ sha256 }) => sha256 },
  ];
  addTable(at.sheet, at.row, columns, seal.inputs);
}
