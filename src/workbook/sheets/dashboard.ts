import type { Workbook, Worksheet } from 'exceljs';
import { Fraction } from 'fraction.js';
import { bandOf, score } from '../../assessment/score.ts';
import type { Group, Instrument } from '../../instrument/instrument.ts';
import { isWhole, type WorkbookSpec } from '../contents.ts';
import { weightUnits } from '../weight-units.ts';
import { answerRange } from './answers.ts';
import { addTitle, fill, font, ink, protect, setPrint, thinBorder, tint } from './style.ts';

const tableRow = 12;

/**
 * Dasbor: the live result. Its formulas add whole-number weights (weight-units.ts) and divide once, so that the
 * figure shown is the exact index rounded half up, the same as `spbe score` gives.
 */
export async function addDashboard(workbook: Workbook, spec: WorkbookSpec): Promise<void> {
  const { opd, region, year } = spec;
  const sheet = workbook.addWorksheet('Dasbor', { views: [{ showGridLines: false }] });
  sheet.columns = [{ width: 52 }, { width: 12 }, { width: 10 }, { width: 12 }, { width: 28 }];
  addTitle(sheet, 'Dasbor', `${opd.name} · ${region} · ${year} · ${spec.instrument.name}`);
  addHeadline(sheet, spec);
  addFacts(sheet, spec);
  addGroups(sheet, spec);
  setPrint(sheet, 'portrait', `Dasbor · ${opd.name} · ${region} · ${year}`);
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
  const note = sheet.getCell(10, 1);
  note.value = `Yang kosong dihitung tingkat ${spec.instrument.scale.floor}. Angka ini menurut isian sendiri, belum menurut penilaian asesor.`;
  note.font = font({ size: 10, italic: true, color: { argb: ink.soft } });
}

type Fact = [label: string, formula: string, result: number, numFmt: string];

/** How much of the region's index lies in the hands of this OPD, and how much of it its answers bring. */
function heldPoints(spec: WorkbookSpec): Fact[] {
  const { instrument, indicators } = spec;
  const { units, whole } = weightUnits(instrument);
  const held = indicators.reduce((sum, id) => sum + (units.get(id) ?? 0), 0);
  const { floor, max } = instrument.scale;
  const now = `SUM(${answerRange(spec, 'points')})/${whole}`;
  return [
    ['Poin indeks daerah yang dipegang OPD ini', `${held}*${max}/${whole}`, (held * max) / whole, '0.0000'],
    ['Poin indeks daerah menurut isian sekarang', now, (held * floor) / whole, '0.0000'],
  ];
}

function addGroups(sheet: Worksheet, spec: WorkbookSpec): void {
  const { instrument, indicators } = spec;
  const header = sheet.getRow(tableRow);
  ['Domain dan aspek', 'Bobot (%)', 'Nilai', 'Terisi', 'Gambaran'].forEach((text, index) => {
    const cell = header.getCell(index + 1);
    cell.value = text;
    cell.font = font({ bold: true, color: { argb: 'FFFFFFFF' } });
    cell.fill = fill(tint.head);
    cell.border = thinBorder;
    cell.alignment = { horizontal: index === 0 ? 'left' : 'center', vertical: 'middle' };
  });
  header.height = 22;
  const held = new Set(
    instrument.indicators.filter(({ id }) => indicators.includes(id)).map(({ group }) => group),
  );
  const tops = instrument.groups.filter(({ parent }) => parent === null);
  let row = tableRow + 1;
  for (const top of tops) {
    const aspects = instrument.groups.filter(({ id, parent }) => parent === top.id && held.has(id));
    if (aspects.length === 0 && !held.has(top.id)) continue;
    addGroup(sheet, spec, top, row++);
    for (const aspect of aspects) addGroup(sheet, spec, aspect, row++);
  }
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
  const isTop = group.parent === null;
  for (let column = 1; column <= 5; column++) {
    const cell = row.getCell(column);
    cell.border = thinBorder;
    cell.font = font({ bold: isTop, ...(column === 5 ? { color: { argb: 'FF2F6DB5' }, size: 9 } : {}) });
    cell.alignment = {
      horizontal: column === 1 || column === 5 ? 'left' : 'center',
      indent: column === 1 && !isTop ? 2 : 0,
    };
    if (isTop) cell.fill = fill(tint.band);
  }
  row.getCell(2).numFmt = '0.00';
  row.getCell(3).numFmt = decimals(instrument);
  row.height = 18;
}

/** Weight of a group's indicators in this workbook, percent of the whole index. */
function heldWeight({ instrument, indicators }: WorkbookSpec, group: Group): number {
  const aspects = new Set(
    instrument.groups.flatMap(({ id, parent }) => (id === group.id || parent === group.id ? [id] : [])),
  );
  return instrument.indicators
    .filter((indicator) => aspects.has(indicator.group) && indicators.includes(indicator.id))
    .reduce((sum, { weight }) => sum.add(weight), new Fraction(0))
    .valueOf();
}

/** Half up on whole numbers: INT((2·p·10^d + u) ÷ 2u) ÷ 10^d. */
function rounded({ rounding }: Instrument, points: string, units: string): string {
  const scale = 10 ** rounding.decimals;
  return `INT((${2 * scale}*${points}+${units})/(2*${units}))/${scale}`;
}

/** Nested IF from the top band down; compares whole numbers, never a rounded decimal with a decimal. */
function predicateFormula(instrument: Instrument, points: string, units: string, year: number): string {
  const { bandEdge, bands, rounding } = instrument;
  const scale = 10 ** rounding.decimals;
  const isRounded = (bandEdge.byYear.get(year) ?? bandEdge.basis) === 'rounded';
  const value = isRounded ? `INT((${2 * scale}*${points}+${units})/(2*${units}))` : points;
  const reaches = (edge: Fraction) =>
    isRounded ? `${value}*${edge.d}>=${edge.n * BigInt(scale)}` : `${value}*${edge.d}>=${edge.n}*${units}`;
  return bands
    .slice(1)
    .reduce((rest, { name, from }) => `IF(${reaches(from)},"${name}",${rest})`, `"${bands[0]?.name ?? ''}"`);
}

function decimals({ rounding }: Instrument): string {
  return `0.${'0'.repeat(rounding.decimals)}`;
}
