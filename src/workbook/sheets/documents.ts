import type { Style, Workbook, Worksheet } from 'exceljs';
import { documentKindWords } from '../../instrument/document-kinds.ts';
import { columnName } from '../address.ts';
import type { WorkbookSpec } from '../contents.ts';
import { columnOf, documentsTable, type KeyOf } from '../layout.ts';
import { addHeader, addTitle, fill, font, ink, protect, setPrint, thinBorder, tint } from './style.ts';
import { addValidation, levelsOf } from './validation.ts';

const markRow = 4;
const verdicts = ['Diterima', 'Perbaiki', 'Ditolak'] as const;
const rowsPerIndicator = 20;
const fewestRows = 60;

/** Rows of Bukti that may hold documents, 1-based and inclusive. */
export function documentRows({ indicators, documents = 0 }: WorkbookSpec): { first: number; last: number } {
  const first = markRow + 2;
  const rows = Math.max(fewestRows, rowsPerIndicator * indicators.length, documents + fewestRows);
  return { first, last: first + rows - 1 };
}

/** Bukti: one row a document; every cell unlocked, so that a protected sheet can still be sorted. */
export async function addDocuments(workbook: Workbook, spec: WorkbookSpec): Promise<void> {
  const { opd, region, year } = spec;
  const sheet = workbook.addWorksheet(documentsTable.sheet, {
    views: [{ state: 'frozen', ySplit: markRow + 1, activeCell: `A${markRow + 2}`, showGridLines: false }],
  });
  addHeader(sheet, documentsTable, markRow);
  addTitle(sheet, 'Bukti dukung', `${opd.name} · ${region} · ${year}`);
  sheet.getCell('A3').value =
    'Satu baris untuk satu dokumen. Tulis nama berkas di folder bukti OPD, atau tautan lengkap.';
  sheet.getCell('A3').font = font({ color: { argb: ink.soft } });
  const { first, last } = documentRows(spec);
  const styles = documentsTable.columns.map((column) => styleOf(column, spec));
  for (let row = first; row <= last; row++) {
    const cells = sheet.getRow(row);
    for (const [index, style] of styles.entries()) cells.getCell(index + 1).style = style;
  }
  addChoices(sheet, spec);
  sheet.autoFilter = {
    from: { row: markRow + 1, column: 1 },
    to: { row: last, column: documentsTable.columns.length },
  };
  setPrint(sheet, 'landscape', `Bukti · ${opd.name} · ${region} · ${year}`, markRow + 1);
  await protect(sheet);
}

function styleOf(
  { key, width }: (typeof documentsTable.columns)[number],
  spec: WorkbookSpec,
): Partial<Style> {
  return {
    border: thinBorder,
    fill: fill(isAssessor(key) ? tint.assessor : tint.input),
    font: font(),
    protection: { locked: false },
    alignment: { vertical: 'top', wrapText: true, horizontal: width <= 10 ? 'center' : 'left' },
    // Excel would turn an id such as 35-1 into a date.
    numFmt: key === 'indicator' && hasTextIds(spec) ? '@' : formats[key],
  };
}

function hasTextIds({ indicators }: WorkbookSpec): boolean {
  return indicators.some((id) => !/^\d+$/.test(id));
}

/** For the internal assessor, not for the officers. */
function isAssessor(key: KeyOf<typeof documentsTable>): boolean {
  return key === 'verdict' || key === 'remark';
}

/** Text where Excel would otherwise turn `12/2023` or `5-9` into a date. */
const formats: Record<KeyOf<typeof documentsTable>, string> = {
  indicator: 'General',
  level: 'General',
  kind: 'General',
  title: '@',
  number: '@',
  date: '[$-421]d mmmm yyyy',
  location: '@',
  page: '@',
  signed: 'General',
  verdict: 'General',
  remark: '@',
};

function addChoices(sheet: Worksheet, spec: WorkbookSpec): void {
  const { instrument, indicators } = spec;
  const { scale } = instrument;
  const { first, last } = documentRows(spec);
  const range = (key: KeyOf<typeof documentsTable>) => {
    const column = columnName(columnOf(documentsTable, key));
    return `${column}${first}:${column}${last}`;
  };
  const shared = { allowBlank: true, showErrorMessage: true, errorStyle: 'stop', showInputMessage: true };
  addValidation(sheet, range('indicator'), {
    ...shared,
    type: 'list',
    formulae: [`"${indicators.join(',')}"`],
    errorTitle: 'Nomor indikator tidak dikenal',
    error: 'Pilih nomor indikator dari daftar.',
    promptTitle: 'Indikator',
    prompt: 'Nomor indikator yang dibuktikan dokumen ini.',
  });
  addValidation(sheet, range('level'), {
    ...shared,
    type: 'list',
    formulae: [`"${levelsOf(scale).join(',')}"`],
    errorTitle: 'Tingkat tidak dikenal',
    error: `Isi angka ${scale.min} sampai ${scale.max}.`,
    promptTitle: 'Tingkat',
    prompt: 'Tingkat kematangan yang dibuktikan dokumen ini.',
  });
  const choices: [KeyOf<typeof documentsTable>, string, string, readonly string[]][] = [
    ['kind', 'Jenis dokumen', 'Jenis dokumen ini.', documentKindWords],
    [
      'signed',
      'Ditandatangani?',
      'Ya bila sudah ditandatangani dan ditetapkan, Belum bila masih rancangan.',
      ['Ya', 'Belum'],
    ],
    ['verdict', 'Status asesor', 'Diisi asesor internal.', verdicts],
  ];
  for (const [key, promptTitle, prompt, words] of choices) {
    addValidation(sheet, range(key), {
      ...shared,
      type: 'list',
      formulae: [`"${words.join(',')}"`],
      errorTitle: 'Pilih dari daftar',
      error: `Pilih ${words.join(', ')}.`,
      promptTitle,
      prompt,
    });
  }
  addValidation(sheet, range('date'), {
    ...shared,
    type: 'date',
    operator: 'between',
    formulae: [new Date('1990-01-01T00:00:00Z'), new Date('2099-12-31T00:00:00Z')],
    errorStyle: 'warning',
    errorTitle: 'Bukan tanggal',
    error: 'Tulis tanggal dokumen, misalnya 17/08/2024.',
    promptTitle: 'Tanggal dokumen',
    prompt: 'Tanggal penetapan dokumen, misalnya 17/08/2024.',
  });
}
