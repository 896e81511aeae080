import { Fraction } from 'fraction.js';
import type { ReportDocument } from '../../contract/report.ts';
import { lossWord } from '../../reporters/full-report/sentences.ts';
import { asNumber } from '../sheets/answers.ts';
import { arithmeticOf } from './arithmetic.ts';
import { decimalFormat, points, type ReportColumn, shownColumns } from './report-sheet.ts';

type Indicator = ReportDocument['indicators'][number];
type Column = ReportColumn<Indicator>;

/** Columns of the sheet Indikator, without those that say nothing in this report. */
export function indicatorColumns(document: ReportDocument): Column[] {
  const all = [...names(document), ...levels(document), ...gains(document), ...sources, ...keys(document)];
  return shownColumns(all, document.indicators);
}

function names({ groups }: ReportDocument): Column[] {
  const nameOf = (id: string | null | undefined) => groups.find((one) => one.id === id)?.name ?? null;
  const domainOf = ({ group }: Indicator) => groups.find(({ id }) => id === group)?.parent;
  return [
    { header: 'No', width: 7, align: 'center', value: ({ id }) => asNumber(id) },
    { header: 'Indikator', width: 32, value: ({ shortName }) => shortName },
    { header: 'Domain', width: 16, optional: true, value: (one) => nameOf(domainOf(one)) },
    { header: 'Aspek', width: 22, value: ({ group }) => nameOf(group) },
    {
      ...{ header: 'Bobot (%)', width: 9, align: 'center', format: '0.00##' },
      value: ({ weight }) => new Fraction(weight).valueOf(),
    },
  ];
}

function levels({ indicators, scale, score }: ReportDocument): Column[] {
  const differs = indicators.some(({ claimed, level }) => claimed !== level);
  const column = (header: string, value: (one: Indicator) => number | null): Column => ({
    ...{ header, width: 11, align: 'center', format: decimalFormat(scale.decimals), optional: true, value },
  });
  const { optional: _, ...level } = { ...column('Tingkat', (one) => one.level), key: 'level' };
  return [
    level,
    {
      ...{ header: 'Gambaran', width: 11, isBar: true },
      value: (one, { cell }) => ({
        formula: `REPT("█",INT(${counted(cell, scale)}))&REPT("░",${scale.max}-INT(${counted(cell, scale)}))`,
        result: drawn(one, scale),
      }),
    },
    column('Diisi OPD', ({ claimed }) => (differs ? claimed : null)),
    column('Terbukti', ({ proven }) => proven),
    column('Asesor', ({ assessed }) => assessed),
    column('Sebelumnya', ({ past }) => past),
    column('Rencana', ({ planned }) => planned),
    { header: 'Keadaan', width: 20, value: (one) => stateOf(one, score.proven !== null) },
    {
      header: 'Belum terbukti karena',
      width: 24,
      optional: true,
      value: ({ unproven }) => unproven && lossWord(unproven.reason),
    },
  ];
}

/** The level that enters the sum. */
function counted(cell: (key: string) => string, { floor }: ReportDocument['scale']): string {
  return `IF(${cell('level')}="",${floor},${cell('level')})`;
}

function drawn({ level }: Indicator, { floor, max }: ReportDocument['scale']): string {
  const whole = Math.floor(level ?? floor);
  return '█'.repeat(whole) + '░'.repeat(max - whole);
}

function stateOf({ level, settled, proven, unproven }: Indicator, isProven: boolean): string {
  if (level === null) return 'Belum diisi';
  if (settled?.open) return 'Jawaban OPD berbeda';
  if (unproven) return 'Belum terbukti';
  return isProven && proven !== null ? 'Terbukti' : 'Diisi';
}

function gains(document: ReportDocument): Column[] {
  const { whole, levelUnits, scale } = arithmeticOf(document);
  const format = points;
  return [
    {
      ...{ key: 'lost', header: 'Poin hilang', width: 11, align: 'right', format },
      value: ({ lostExact }, { cell }) => ({
        formula: `(${scale.max * levelUnits}*${cell('units')}-${cell('points')})/${whole * levelUnits}`,
        result: new Fraction(lostExact).valueOf(),
      }),
    },
    {
      ...{ header: 'Naik 1 tingkat', width: 11, align: 'right', format },
      value: ({ next }, { cell }) => {
        const level = counted(cell, scale);
        const formula = `IF(${level}>=${scale.max},0,(INT(${level})+1-${level})*${cell('units')}/${whole})`;
        return { formula, result: next };
      },
    },
  ];
}

const sources: readonly Column[] = [
  { header: 'OPD', width: 26, optional: true, value: ({ opd }) => opd?.name ?? null },
  { header: 'Berkas', width: 28, optional: true, value: ({ at }) => at?.file ?? null },
  { header: 'Lembar', width: 12, optional: true, value: ({ at }) => at?.sheet ?? null },
  { header: 'Sel', width: 7, optional: true, align: 'center', value: ({ at }) => at?.address ?? null },
];

/** What the formulas of all sheets add up: hidden, since it says nothing to people. */
function keys(document: ReportDocument): Column[] {
  const { unitsOf, levelUnits, scale } = arithmeticOf(document);
  const parentOf = new Map(document.groups.map(({ id, parent }) => [id, parent]));
  const hidden = { width: 9, hidden: true } as const;
  return [
    { ...hidden, key: 'aspect', header: 'Kode aspek', value: ({ group }) => group },
    { ...hidden, key: 'domain', header: 'Kode domain', value: ({ group }) => parentOf.get(group) ?? group },
    { ...hidden, key: 'units', header: 'Bobot bulat', value: ({ id }) => unitsOf(id) },
    {
      ...{ ...hidden, key: 'points', header: 'Poin bulat' },
      value: ({ id, level }, { cell }) => ({
        formula: `${cell('units')}*ROUND(${counted(cell, scale)}*${levelUnits},0)`,
        result: unitsOf(id) * Math.round((level ?? scale.floor) * levelUnits),
      }),
    },
  ];
}
