import type { Workbook } from 'exceljs';
import type { ReportDocument } from '../../contract/report.ts';
import { asNumber } from '../sheets/answers.ts';
import { addTableSheet, type ReportColumn, shownColumns } from './report-sheet.ts';

type Indicator = ReportDocument['indicators'][number];

/** Uraian: what the levels ask for, and what the OPD wrote. */
export function addTextSheet(workbook: Workbook, document: ReportDocument): void {
  const list = (items: readonly string[]) => items.map((text) => `• ${text}`).join('\n');
  const columns: ReportColumn<Indicator>[] = [
    { header: 'No', width: 6, align: 'center', value: ({ id }) => asNumber(id) },
    { header: 'Indikator', width: 24, value: ({ name }) => name },
    { header: 'Tingkat', width: 8, align: 'center', value: ({ level }) => level },
    { header: 'Kriteria tingkat ini', width: 34, optional: true, value: ({ criterion }) => criterion },
    {
      header: 'Kriteria tingkat berikutnya',
      width: 34,
      optional: true,
      value: ({ nextCriterion }) => nextCriterion,
    },
    {
      header: 'Bukti yang belum terbukti',
      width: 34,
      optional: true,
      value: ({ unproven }) => list(unproven?.missing ?? []),
    },
    {
      header: 'Bukti untuk tingkat berikutnya',
      width: 40,
      optional: true,
      value: ({ nextEvidence }) => list(nextEvidence),
    },
    { header: 'Fakta menurut OPD', width: 44, optional: true, value: ({ facts }) => facts },
    { header: 'Analisis menurut OPD', width: 44, optional: true, value: ({ analysis }) => analysis },
  ];
  const note =
    'Kriteria dan bukti dengan kata-kata kami; teks resminya di peraturan. Fakta dan analisis seperti ditulis OPD.';
  addTableSheet(
    workbook,
    document,
    { name: 'Uraian', title: 'Uraian per indikator', note, frozen: 2 },
    shownColumns(columns, document.indicators),
    document.indicators,
  );
}
