import { AlignmentType, type IStylesOptions } from 'docx';
import { language } from '../workbook/charts/language.ts';
import { ink } from '../workbook/charts/palette.ts';

const font = 'Calibri';
/** Without it LibreOffice takes the height of a line as fixed, and cuts pictures to it. */
const lineRule = 'auto' as const;

/** A4 with room for a binding, in twentieths of a point. */
export const page = {
  size: { width: 11_906, height: 16_838 },
  margin: { top: 1304, bottom: 1134, left: 1417, right: 1134, header: 624, footer: 567 },
} as const;

/** Between the margins. */
export const textWidth = page.size.width - page.margin.left - page.margin.right;

/** Paragraph styles of our own, by the name that Word shows. */
const names = {
  lead: 'Pembuka',
  caution: 'Perhatian',
  small: 'Keterangan',
  coverTop: 'Atas Sampul',
  coverTitle: 'Judul Sampul',
  coverText: 'Teks Sampul',
  contentsTitle: 'Judul Daftar Isi',
  reportTitle: 'Judul Laporan',
  figure: 'Angka Utama',
  label: 'Label',
  letterhead: 'Judul Surat',
  centered: 'Teks Tengah',
  formText: 'Isian Surat',
  tableText: 'Teks Tabel',
  tableHead: 'Kepala Tabel',
} as const;

export type StyleId = keyof typeof names | 'body';

type Look = Omit<NonNullable<IStylesOptions['paragraphStyles']>[number], 'id' | 'name'>;

const looks: Readonly<Record<keyof typeof names, Look>> = {
  lead: { run: { size: 24 }, paragraph: { spacing: { after: 160 } } },
  caution: {
    run: { color: '7F3F00' },
    paragraph: {
      indent: { left: 170 },
      border: { left: { style: 'single', size: 18, space: 6, color: 'C55A11' } },
    },
  },
  small: { run: { size: 18, color: ink.soft } },
  coverTop: {
    run: { size: 24, color: ink.soft, characterSpacing: 20 },
    paragraph: { spacing: { before: 3400, after: 60 } },
  },
  coverTitle: {
    run: { size: 52, bold: true, color: ink.dark },
    paragraph: { spacing: { before: 0, after: 160, line: 264, lineRule } },
  },
  coverText: { run: { size: 28, color: ink.text }, paragraph: { spacing: { after: 80 } } },
  contentsTitle: {
    run: { size: 32, bold: true, color: ink.dark },
    paragraph: { spacing: { after: 160, line: 240, lineRule }, keepNext: true },
  },
  reportTitle: {
    run: { size: 36, bold: true, color: ink.dark },
    paragraph: { spacing: { after: 160, line: 240, lineRule }, keepNext: true },
  },
  figure: {
    run: { size: 64, bold: true, color: ink.dark },
    paragraph: { spacing: { before: 120, after: 0, line: 240, lineRule }, keepNext: true },
  },
  label: { run: { bold: true, color: ink.dark }, paragraph: { spacing: { after: 40 }, keepNext: true } },
  letterhead: {
    run: { size: 26, bold: true },
    paragraph: {
      alignment: AlignmentType.CENTER,
      spacing: { after: 40, line: 240, lineRule },
      keepNext: true,
    },
  },
  centered: { paragraph: { alignment: AlignmentType.CENTER, spacing: { before: 60, after: 240 } } },
  formText: { paragraph: { spacing: { before: 20, after: 20, line: 252, lineRule } } },
  tableText: { run: { size: 19 }, paragraph: { spacing: { before: 30, after: 30, line: 240, lineRule } } },
  tableHead: {
    run: { size: 19, bold: true, color: ink.dark },
    paragraph: { spacing: { before: 40, after: 40, line: 240, lineRule }, keepNext: true },
  },
};

export const tableStyle = 'TabelSpbe';
export const headFill = 'DCE6F2';
export const tableLines = { style: 'single', size: 4, color: ink.line } as const;
export const cellMargins = { top: 20, bottom: 20, left: 85, right: 85 } as const;

/** The styles of every document: whoever edits one changes its look here, not paragraph by paragraph. */
export function listStyles(): IStylesOptions {
  const heading = (size: number, before: number, after: number) => ({
    run: { size, bold: true, color: ink.dark, font },
    paragraph: { spacing: { before, after, line: 240, lineRule }, keepNext: true, keepLines: true },
  });
  const contents = (level: number, indent: number, bold: boolean) => ({
    id: `TOC${level}`,
    name: `toc ${level}`,
    basedOn: 'Normal',
    next: 'Normal',
    run: { bold },
    paragraph: {
      indent: { left: indent },
      spacing: { before: bold ? 80 : 0, after: 20 },
      tabStops: [{ type: 'right' as const, position: textWidth, leader: 'dot' as const }],
    },
  });
  return {
    default: {
      document: {
        run: { font, size: 22, color: ink.text, language: { value: language, eastAsia: language } },
        paragraph: { spacing: { after: 110, line: 264, lineRule } },
      },
      heading1: heading(32, 320, 140),
      heading2: heading(26, 260, 100),
      heading3: heading(22, 200, 60),
      listParagraph: { paragraph: { spacing: { after: 50 } } },
    },
    paragraphStyles: [
      ...Object.entries(names).map(([id, name]) => ({
        id,
        name,
        basedOn: 'Normal',
        quickFormat: true,
        ...looks[id as keyof typeof names],
      })),
      {
        id: 'Caption',
        name: 'caption',
        basedOn: 'Normal',
        next: 'Normal',
        quickFormat: true,
        run: { size: 19, bold: true, color: ink.soft },
        paragraph: { spacing: { before: 160, after: 70, line: 240, lineRule }, keepNext: true },
      },
      { id: 'Header', name: 'header', basedOn: 'Normal', run: { size: 17, color: ink.soft } },
      { id: 'Footer', name: 'footer', basedOn: 'Normal', run: { size: 17, color: ink.soft } },
      contents(1, 0, true),
      contents(2, 240, false),
    ],
  };
}
