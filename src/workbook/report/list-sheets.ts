import type { Workbook } from 'exceljs';
import type { ReportDocument } from '../../contract/report.ts';
import { documentStatusWords } from '../../reporters/document-status-words.ts';
import { severityWords } from '../../reporters/problems.ts';
import { dateCell } from '../date-cell.ts';
import { dateFormat } from '../sheets/action-rows.ts';
import { asNumber } from '../sheets/answers.ts';
import { addTableSheet, points, type ReportColumn, shownColumns } from './report-sheet.ts';

type Listed = ReportDocument['indicators'][number]['documents'][number] & { readonly indicator: string };

/** Bukti: every listed document, what was found of it, and the cell that lists it. */
export function addDocumentSheet(workbook: Workbook, document: ReportDocument): void {
  const rows = document.indicators.flatMap(({ id, documents }): Listed[] =>
    documents.map((one) => ({ ...one, indicator: id })),
  );
  if (rows.length === 0) return;
  const columns: ReportColumn<Listed>[] = [
    { header: 'Indikator', width: 10, align: 'center', value: ({ indicator }) => asNumber(indicator) },
    { header: 'Tingkat', width: 9, align: 'center', value: ({ level }) => level },
    { header: 'Judul dokumen', width: 40, value: ({ title }) => title },
    { header: 'Nomor', width: 18, value: ({ number }) => number },
    {
      header: 'Tanggal',
      width: 14,
      align: 'center',
      format: dateFormat,
      value: ({ date }) => dateCell(date),
    },
    { header: 'Berkas atau tautan', width: 34, value: ({ location }) => location },
    { header: 'Keadaan', width: 15, align: 'center', value: ({ status }) => documentStatusWords[status] },
    { header: 'Masalah', width: 60, optional: true, value: ({ problems }) => problems.join('\n') },
    ...placeColumns<Listed>(),
  ];
  const note = 'Keadaan menurut pemeriksaan berkas dan daftar; penilaian resmi tetap pada asesor.';
  const about = { name: 'Bukti', title: 'Daftar bukti', note };
  addTableSheet(workbook, document, about, shownColumns(columns, rows), rows);
}

type Office = ReportDocument['opd'][number];

/** OPD: what each has done, and the points it can still win. */
export function addOpdSheet(workbook: Workbook, document: ReportDocument): void {
  if (document.opd.length === 0) return;
  const count = (header: string, pick: (one: Office) => number): ReportColumn<Office> => ({
    ...{ header, width: 12, align: 'center', value: pick },
  });
  const columns: ReportColumn<Office>[] = [
    { header: 'Kode', width: 14, value: ({ code }) => code },
    { header: 'OPD', width: 44, value: ({ name }) => name },
    {
      header: 'Kertas kerja',
      width: 12,
      align: 'center',
      value: ({ present }) => (present ? 'ada' : 'belum'),
    },
    count('Indikator', ({ assigned }) => assigned),
    count('Terisi', ({ filled }) => filled),
    count('Berbukti', ({ evidenced }) => evidenced),
    count('Dinilai asesor', ({ assessed }) => assessed),
    count('Kesalahan', ({ problems }) => problems.error),
    count('Peringatan', ({ problems }) => problems.warning),
    { ...count('Poin yang masih dapat diraih', ({ pointsToWin }) => pointsToWin), width: 16, format: points },
  ];
  const note = 'Poin dibagi rata bila beberapa OPD memikul satu indikator.';
  addTableSheet(workbook, document, { name: 'OPD', title: 'OPD', note, frozen: 2 }, columns, document.opd);
}

type Found = ReportDocument['problems'][number];

/** Masalah: everything that was found wrong, with its cell. */
export function addProblemSheet(workbook: Workbook, document: ReportDocument): void {
  const { problems } = document;
  if (problems.length === 0) return;
  const columns: ReportColumn<Found>[] = [
    {
      header: 'Jenis',
      width: 12,
      value: ({ severity, waiver }) => (waiver ? 'dikecualikan' : severityWords[severity]),
    },
    {
      ...{ header: 'Indikator', width: 10, align: 'center', optional: true },
      value: ({ details: { indicator } }) => (indicator === undefined ? null : asNumber(String(indicator))),
    },
    { header: 'Masalah', width: 90, value: ({ message }) => message },
    ...placeColumns<Found>(),
    { header: 'Kode', width: 26, value: ({ code }) => code },
    {
      ...{ header: 'Alasan pengecualian', width: 40, optional: true },
      value: ({ waiver }) => waiver && `${waiver.reason} (${waiver.by})`,
    },
  ];
  const note = 'Apa yang salah – apa yang ditemukan – apa yang dilakukan; di mana: berkas, lembar, sel.';
  addTableSheet(
    workbook,
    document,
    { name: 'Masalah', title: 'Masalah', note },
    shownColumns(columns, problems),
    problems,
  );
}

/** Where in the input something stands. */
function placeColumns<T extends Pick<Found, 'at'>>(): ReportColumn<T>[] {
  return [
    { header: 'Berkas kertas kerja', width: 34, value: ({ at }) => at.file },
    { header: 'Lembar', width: 12, optional: true, value: ({ at }) => at.sheet ?? null },
    { header: 'Sel', width: 7, align: 'center', optional: true, value: ({ at }) => at.address ?? null },
  ];
}
