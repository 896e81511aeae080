import type { Workbook, Worksheet } from 'exceljs';
import { bandOf, score } from '../../assessment/score.ts';
import type { Group } from '../../instrument/instrument.ts';
import { levelUnits, weightUnits } from '../../instrument/weight-units.ts';
import type { Chart } from '../charts/chart.ts';
import { wrapLabel } from '../charts/wrap-label.ts';
import { isWhole, type WorkbookSpec } from '../contents.ts';
import { dashboardTable, markOf } from '../layout.ts';
import { answerRange, asNumber } from './answers.ts';
import { decimals, predicateFormula, rounded } from './dashboard-formulas.ts';
import { heldWeight } from './held-weight.ts';
import { addTitle, fill, font, ink, protect, setPrint, thinBorder, tint } from './style.ts';

export const dashboardSheet = dashboardTable.sheet;
const markRow = 3;
const tableRow = 12;
const mostLosses = 5;
const labelWidth = 26;

/**
 * Dasbor: the live result. Its formulas add whole-number weights (weight-units.ts) and divide once, so that the
 * figure shown is the exact index rounded half up, the same as `spbe score` gives.
 */
export async function addDashboard(workbook: Workbook, spec: WorkbookSpec): Promise<void> {
  const { opd, region, year } = spec;
  const sheet = workbook.addWorksheet(dashboardSheet, { views: [{ showGridLines: false }] });
  sheet.columns = [
    { width: 52 },
    { width: 12 },
    { width: 10 },
    { width: 12 },
    { width: 28 },
    { width: 10, hidden: true },
  ];
  addTitle(sheet, 'Dasbor', `${opd.name} · ${region} · ${year} · ${spec.instrument.name}`);
  dashboardTable.columns.forEach(({ key }, index) => {
    sheet.getCell(markRow, index + 1).value = markOf(dashboardTable, key);
  });
  sheet.getRow(markRow).hidden = true;
  addHeadline(sheet, spec);
  addFacts(sheet, spec);
  addGroups(sheet, spec);
  addLosses(sheet, spec);
  setPrint(sheet, 'portrait', `Dasbor · ${opd.name} · ${region} · ${year}`);
  // One page: a chart cut in two says nothing.
  sheet.pageSetup = { ...sheet.pageSetup, fitToHeight: 1 };
  await protect(sheet);
}

function addHeadline(sheet: Worksheet, spec: WorkbookSpec): void {
  const { instrument } = spec;
  const whole = isWhole(spec);
  const points = `SUM(${answerRange(spec, 'points')})`;
  const units = `SUM(${answerRange(spec, 'units')})`;
  const start = score(instrument, new Map());
  sheet.getCell('A4').value = whole
    ? `${instrument.indexName} (sementara)`
    : 'Rata-rata tertimbang OPD ini (sementara)';
  sheet.getCell('A4').font = font({ size: 14, bold: true });
  const value = sheet.getCell('B4');
  value.value = { formula: rounded(instrument, points, units), result: Number(start.shown) };
  value.font = font({ size: 22, bold: true, color: { argb: ink.dark } });
  value.numFmt = decimals(instrument);
  value.alignment = { horizontal: 'center', vertical: 'middle' };
  sheet.getRow(4).height = 34;
  for (const address of ['A4', 'B4', 'C4', 'D4', 'E4']) {
    sheet.getCell(address).fill = fill(tint.band);
    sheet.getCell(address).alignment = {
      vertical: 'middle',
      horizontal: address === 'A4' ? 'left' : 'center',
    };
  }
  if (whole) {
    sheet.mergeCells('C4:E4');
    const predicate = sheet.getCell('C4');
    predicate.value = {
      formula: predicateFormula(instrument, points, units, spec.year),
      result: bandOf(instrument, start.index, spec.year).name,
    };
    predicate.font = font({ size: 16, bold: true, color: { argb: ink.dark } });
  }
}

function addFacts(sheet: Worksheet, spec: WorkbookSpec): void {
  const { indicators } = spec;
  const ofAll = `0" dari ${indicators.length}"`;
  const filled = `COUNT(${answerRange(spec, 'level')})`;
  const facts: Fact[] = [
    ['Indikator yang sudah diisi', filled, 0, ofAll],
    ['Lengkap (tingkat, penjelasan, bukti)', `COUNTIF(${answerRange(spec, 'status')},"Lengkap")`, 0, ofAll],
    ...(isWhole(spec) ? [] : heldPoints(spec)),
  ];
  facts.forEach(([label, formula, result, numFmt], index) => {
    const row = sheet.getRow(6 + index);
    row.getCell(1).value = label;
    row.getCell(1).font = font();
    row.getCell(2).value = { formula, result };
    row.getCell(2).font = font({ bold: true });
    row.getCell(2).alignment = { horizontal: 'center' };
    row.getCell(2).numFmt = numFmt;
  });
  const note = sheet.getCell(6 + facts.length, 1);
  note.value = `Yang kosong dihitung tingkat ${spec.instrument.scale.floor}. Angka ini menurut isian sendiri, belum menurut penilaian asesor.`;
  note.font = font({ size: 10, italic: true, color: { argb: ink.soft } });
}

type Fact = [label: string, formula: string, result: number, numFmt: string];

/** How much of the region's index lies in the hands of this OPD, and how much of it its answers bring. */
function heldPoints(spec: WorkbookSpec): Fact[] {
  const { instrument, indicators } = spec;
  const { unitsOf, whole } = weightUnits(instrument);
  const held = indicators.reduce((sum, id) => sum + unitsOf(id), 0);
  const { floor, max } = instrument.scale;
  const now = `SUM(${answerRange(spec, 'points')})/${whole * levelUnits(instrument)}`;
  return [
    ['Poin indeks daerah yang dipegang OPD ini', `${held}*${max}/${whole}`, (held * max) / whole, '0.0000'],
    ['Poin indeks daerah menurut isian sekarang', now, (held * floor) / whole, '0.0000'],
  ];
}

/** The groups this workbook holds indicators of: domains (none in some regulations), then aspects. */
function heldGroups({ instrument, indicators }: WorkbookSpec): { domains: Group[]; aspects: Group[] } {
  const held = new Set(
    instrument.indicators.filter(({ id }) => indicators.includes(id)).map(({ group }) => group),
  );
  const aspects = instrument.groups.filter(({ kind, id }) => kind === 'aspect' && held.has(id));
  const parents = new Set(aspects.map(({ parent }) => parent));
  return { domains: instrument.groups.filter(({ id }) => parents.has(id)), aspects };
}

/** 1-based rows of the tables, which follow each other; a table without rows takes no room. */
function rowsOf(spec: WorkbookSpec) {
  const { domains, aspects } = heldGroups(spec);
  const firstDomain = tableRow + 1;
  const firstAspect = domains.length === 0 ? firstDomain : firstDomain + domains.length + 2;
  const firstLoss = firstAspect + aspects.length + 2;
  return {
    firstDomain,
    firstAspect,
    firstLoss,
    charts: firstLoss + Math.min(mostLosses, spec.indicators.length) + 1,
  };
}

function addGroups(sheet: Worksheet, spec: WorkbookSpec): void {
  const { domains, aspects } = heldGroups(spec);
  const { firstDomain, firstAspect } = rowsOf(spec);
  if (domains.length > 0) {
    addTableHead(sheet, firstDomain - 1, ['Domain', 'Bobot (%)', 'Nilai', 'Terisi', 'Gambaran']);
    for (const [index, domain] of domains.entries()) addGroup(sheet, spec, domain, firstDomain + index);
  }
  addTableHead(sheet, firstAspect - 1, ['Aspek', 'Bobot (%)', 'Nilai', 'Terisi', 'Gambaran']);
  for (const [index, aspect] of aspects.entries()) addGroup(sheet, spec, aspect, firstAspect + index);
}

function addTableHead(sheet: Worksheet, row: number, texts: readonly string[]): void {
  texts.forEach((text, index) => {
    const cell = sheet.getRow(row).getCell(index + 1);
    cell.value = text;
    cell.font = font({ bold: true, color: { argb: 'FFFFFFFF' } });
    cell.fill = fill(tint.head);
    cell.border = thinBorder;
    cell.alignment = { horizontal: index === 0 ? 'left' : 'center', vertical: 'middle' };
  });
  sheet.getRow(row).height = 22;
}

/** What holds the index down: the indicators that lose most, by the hidden ranking of Penilaian. */
function addLosses(sheet: Worksheet, spec: WorkbookSpec): void {
  const { firstLoss } = rowsOf(spec);
  const { unitsOf, whole } = weightUnits(spec.instrument);
  addTableHead(sheet, firstLoss - 1, [
    'Yang paling menahan indeks',
    'No',
    'Tingkat',
    'Poin hilang',
    'Status',
  ]);
  const rank = answerRange(spec, 'rank');
  const { max, floor } = spec.instrument.scale;
  const start = spec.indicators
    .map((id, order) => ({ id, lost: (max - floor) * unitsOf(id), order }))
    .sort((a, b) => b.lost - a.lost || a.order - b.order);
  for (let index = 0; index < Math.min(mostLosses, spec.indicators.length); index++) {
    const position = `MATCH(LARGE(${rank},${index + 1}),${rank},0)`;
    const look = (key: Parameters<typeof answerRange>[1]) => `INDEX(${answerRange(spec, key)},${position})`;
    const level = look('level');
    const first = start[index];
    const named = spec.instrument.indicators.find(({ id }) => id === first?.id);
    const row = sheet.getRow(firstLoss + index);
    row.getCell(1).value = { formula: look('shortName'), result: named?.shortName ?? '' };
    row.getCell(2).value = { formula: look('number'), result: asNumber(first?.id ?? '') };
    row.getCell(3).value = { formula: `IF(${level}="","kosong",${level})`, result: 'kosong' };
    row.getCell(4).value = {
      formula: `(${max * levelUnits(spec.instrument)}*${look('units')}-${look('points')})/${whole * levelUnits(spec.instrument)}`,
      result: (first?.lost ?? 0) / whole,
    };
    row.getCell(5).value = { formula: look('status'), result: 'Belum diisi' };
    row.getCell(4).numFmt = '0.0000';
    row.height = 18;
    for (let column = 1; column <= 5; column++) {
      const cell = row.getCell(column);
      cell.border = thinBorder;
      cell.font = font();
      cell.alignment = { horizontal: column === 1 ? 'left' : 'center' };
    }
  }
}

/** The charts beneath the tables; they follow the cells. */
export function dashboardCharts(spec: WorkbookSpec): Chart[] {
  const { instrument, opd } = spec;
  const { domains, aspects } = heldGroups(spec);
  const { firstDomain, firstAspect, charts: top } = rowsOf(spec);
  const floor = instrument.scale.floor;
  const shared = { sheet: dashboardSheet, min: 0, max: instrument.scale.max, format: decimals(instrument) };
  const over = (groups: readonly Group[], first: number) => {
    const range = (column: string) =>
      `${dashboardSheet}!$${column}$${first}:$${column}$${first + groups.length - 1}`;
    return {
      categories: { ref: range('F'), values: groups.map(({ name }) => wrapLabel(name, labelWidth)) },
      series: [
        {
          name: 'Nilai',
          nameRef: `${dashboardSheet}!$C$${first - 1}`,
          ref: range('C'),
          values: groups.map(() => floor),
        },
      ],
    };
  };
  // One beneath the other: the aspects' names need the width.
  const radar = { from: { column: 0, row: top - 1 }, to: { column: 5, row: top + 22 } };
  const hasRadar = aspects.length >= 3;
  const below = hasRadar ? top + 23 : top - 1;
  const bar = { from: { column: 0, row: below }, to: { column: 5, row: below + 13 } };
  const bars = domains.length > 1 ? over(domains, firstDomain) : over(aspects, firstAspect);
  const what = domains.length > 1 ? 'domain' : 'aspek';
  return [
    ...(hasRadar
      ? [
          {
            ...shared,
            ...radar,
            ...over(aspects, firstAspect),
            kind: 'radar' as const,
            title: 'Nilai per aspek',
            description: `Radar nilai ${aspects.length} aspek, ${opd.name}. Angkanya ada di tabel Aspek pada lembar ini.`,
          },
        ]
      : []),
    {
      ...shared,
      ...bar,
      ...bars,
      kind: 'bar' as const,
      title: `Nilai per ${what}`,
      description: `Batang nilai per ${what}, ${opd.name}. Angkanya ada di tabel pada lembar ini.`,
    },
  ];
}

function addGroup(sheet: Worksheet, spec: WorkbookSpec, group: Group, position: number): void {
  const { instrument } = spec;
  const key = group.kind === 'domain' ? 'domain' : 'group';
  const sum = (column: 'points' | 'units') =>
    `SUMIF(${answerRange(spec, key)},"${group.id}",${answerRange(spec, column)})`;
  const filled = `SUMPRODUCT((${answerRange(spec, key)}="${group.id}")*ISNUMBER(${answerRange(spec, 'level')}))`;
  const { floor, max } = instrument.scale;
  const row = sheet.getRow(position);
  row.getCell(1).value = group.name;
  row.getCell(2).value = heldWeight(spec, group);
  row.getCell(3).value = { formula: rounded(instrument, sum('points'), sum('units')), result: floor };
  row.getCell(4).value = { formula: filled, result: 0 };
  row.getCell(5).value = {
    formula: `REPT("█",ROUND($C${position}*${20 / max},0))`,
    result: '█'.repeat((floor * 20) / max),
  };
  for (let column = 1; column <= 5; column++) {
    const cell = row.getCell(column);
    cell.border = thinBorder;
    cell.font = font(column === 5 ? { color: { argb: 'FF2F6DB5' }, size: 9 } : {});
    cell.alignment = { horizontal: column === 1 || column === 5 ? 'left' : 'center' };
  }
  // Hidden: the name broken into lines, for the charts; LibreOffice does not break labels itself.
  row.getCell(6).value = wrapLabel(group.name, labelWidth);
  row.getCell(2).numFmt = '0.00';
  row.getCell(3).numFmt = decimals(instrument);
  row.height = 18;
}
