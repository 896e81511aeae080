import type { Workbook } from 'exceljs';
import { Fraction } from 'fraction.js';
import type { ReportDocument } from '../../contract/report.ts';
import { wrapLabel } from '../charts/wrap-label.ts';
import { rounded } from '../sheets/dashboard-formulas.ts';
import { addTitle, font, ink, setPrint } from '../sheets/style.ts';
import { arithmeticOf } from './arithmetic.ts';
import { cellText } from './cell-text.ts';
import { indicatorRange } from './indicator-sheet.ts';
import {
  addTable,
  decimalFormat,
  headerRow,
  letterOf,
  points,
  type ReportColumn,
  shownColumns,
  subjectOf,
} from './report-sheet.ts';

export type Group = ReportDocument['groups'][number];
type Kind = Group['kind'];

const name = 'Domain dan Aspek';
const labelWidth = 26;

/** Domain dan Aspek: every value that is known of a group, live where it follows from the levels. */
export function addGroupSheet(workbook: Workbook, document: ReportDocument): void {
  const sheet = workbook.addWorksheet(name, { views: [{ showGridLines: false }] });
  const columns = groupColumns(document);
  addTitle(sheet, name, subjectOf(document));
  sheet.getCell(3, 1).value =
    'Nilai = rata-rata tertimbang tingkat indikatornya. Kuat: tingkat 4 ke atas; lemah: tingkat 2 ke bawah, termahal dulu.';
  sheet.getCell(3, 1).font = font({ color: { argb: ink.soft } });
  for (const kind of ['domain', 'aspect'] as const) {
    const rows = groupsOf(document, kind);
    const own = columns.map((one, index) => (index === 0 ? { ...one, header: kindNames[kind] } : one));
    if (rows.length > 0) addTable(sheet, topOf(document, kind), own, rows);
  }
  columns.forEach(({ width, hidden }, index) => {
    sheet.getColumn(index + 1).width = width;
    sheet.getColumn(index + 1).hidden = hidden === true;
  });
  setPrint(sheet, 'landscape', `${name} · ${subjectOf(document)}`);
}

const kindNames: Readonly<Record<Kind, string>> = { domain: 'Domain', aspect: 'Aspek' };

export function groupsOf({ groups }: ReportDocument, kind: Kind): Group[] {
  return groups.filter((one) => one.kind === kind);
}

/** Row of the header of a table; the aspects follow the domains. */
function topOf(document: ReportDocument, kind: Kind): number {
  const domains = groupsOf(document, 'domain').length;
  return kind === 'domain' || domains === 0 ? headerRow : headerRow + domains + 2;
}

/** `'Domain dan Aspek'!$C$5:$C$8`: a column of the table of domains, or of aspects. */
export function groupRange(document: ReportDocument, kind: Kind, key: string): string {
  const column = `$${letterOf(groupColumns(document), key)}$`;
  const first = topOf(document, kind) + 1;
  return `'${name}'!${column}${first}:${column}${first + groupsOf(document, kind).length - 1}`;
}

/** The values of a group that may be known, in the order in which tables and charts show them. */
export const groupValues = [
  { key: 'index', header: 'Nilai' },
  { key: 'proven', header: 'Terbukti' },
  { key: 'planned', header: 'Rencana' },
  { key: 'past', header: 'Sebelumnya' },
  { key: 'peers', header: 'Pembanding' },
] as const satisfies readonly { key: keyof Group; header: string }[];

function groupColumns(document: ReportDocument): ReportColumn<Group>[] {
  const { decimals, scale } = document;
  const format = decimalFormat(decimals);
  const value = (key: (typeof groupValues)[number]['key'], header: string): ReportColumn<Group> => ({
    ...{ key, header, width: 12, align: 'center', format, optional: true },
    value: (group) => (key === 'index' ? liveValue(document, group) : group[key]),
  });
  const all: ReportColumn<Group>[] = [
    { header: 'Domain', width: 48, value: (one) => one.name },
    {
      key: 'label',
      header: 'Label',
      width: 9,
      hidden: true,
      value: (one) => wrapLabel(cellText(one.name), labelWidth),
    },
    {
      header: 'Bobot (%)',
      width: 10,
      align: 'center',
      format: '0.00',
      value: ({ weight }) => exactly(weight),
    },
    ...groupValues.map(({ key, header }) => value(key, header)),
    {
      header: 'Poin hilang',
      width: 11,
      align: 'right',
      format: points,
      value: (one) => liveLoss(document, one),
    },
    {
      ...{ header: 'Gambaran', width: 22, isBar: true },
      value: ({ index }, { cell }) => ({
        formula: `REPT("█",ROUND(${cell('index')}*${20 / scale.max},0))`,
        result: '█'.repeat(Math.round((index * 20) / scale.max)),
      }),
    },
    { header: 'Kuat', width: 22, optional: true, value: ({ strong }) => strong.join(', ') },
    { header: 'Lemah', width: 28, optional: true, value: ({ weak }) => weak.join(', ') },
  ];
  return shownColumns(all, document.groups);
}

/** Of one OPD only its own indicators are there, and the values of its groups are those of the region. */
function liveValue(document: ReportDocument, group: Group) {
  if (document.addressee) return group.index;
  const sum = (key: string) =>
    `SUMIF(${indicatorRange(document, group.kind)},"${group.id}",${indicatorRange(document, key)})`;
  return { formula: rounded(arithmeticOf(document), sum('points'), sum('units')), result: group.index };
}

function liveLoss(document: ReportDocument, group: Group) {
  if (document.addressee) return group.lost;
  const lost = `SUMIF(${indicatorRange(document, group.kind)},"${group.id}",${indicatorRange(document, 'lost')})`;
  return { formula: lost, result: group.lost };
}

function exactly(text: string): number {
  return new Fraction(text).valueOf();
}
