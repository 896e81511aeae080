import type { Workbook } from 'exceljs';
import { isStated, type Settlement, type Stated, statedLevels } from '../../assessment/settle.ts';
import { settlementWords } from '../../assessment/settlement-words.ts';
import { formatPlace } from '../../problem.ts';
import { columnName } from '../address.ts';
import type { WorkbookSpec } from '../contents.ts';
import { answersTable, columnOf } from '../layout.ts';
import type { RegionalContents } from '../regional-contents.ts';
import { recapTable } from '../regional-layout.ts';
import { answerRow, asNumber } from './answers.ts';
import { addPlainTable, type PlainRow } from './plain-table.ts';

const mostNamed = 12;

/** Rekapitulasi: one row an indicator; the level follows Penilaian, so that both never differ. */
export async function addRecap(
  workbook: Workbook,
  spec: WorkbookSpec,
  contents: RegionalContents,
): Promise<void> {
  const settled = new Map(contents.settlements.map((one) => [one.indicator, one]));
  const rows = spec.instrument.indicators.map(({ id, name }): PlainRow => {
    const one = settled.get(id);
    // Without a key, so that a reader takes it for what it is: nobody's answer.
    if (one === undefined)
      return { cells: { number: asNumber(id), name, basisText: 'tidak ada berkas yang memuatnya' } };
    return toRow(one, name, spec, contents);
  });
  await addPlainTable(
    workbook,
    spec,
    recapTable,
    [
      'Rekapitulasi',
      'Tingkat mengikuti lembar Penilaian. Semua jawaban OPD disimpan di lembar Jawaban; yang berbeda ada di lembar Konflik.',
    ],
    rows,
  );
}

function toRow(one: Settlement, name: string, spec: WorkbookSpec, { nameOf }: RegionalContents): PlainRow {
  const { indicator, level, basis, carrier, lead, decision, candidates } = one;
  const others = candidates.filter(isStated).filter((answer) => answer !== carrier);
  const source = `${answersTable.sheet}!$${columnName(columnOf(answersTable, 'level'))}$${answerRow(spec, indicator)}`;
  const { state, tone } = describeConflict(one);
  return {
    ...(tone ? { tone } : {}),
    cells: {
      id: indicator,
      number: asNumber(indicator),
      name,
      level: { formula: `IF(${source}="","",${source})`, result: level ?? '' },
      source: carrier === null ? '' : nameOf(carrier.opd),
      basisText:
        lead !== null && basis === 'lead' ? `${settlementWords.lead} (${lead})` : settlementWords[basis],
      conflict: state,
      others: listOthers(others, nameOf),
      place: carrier === null ? '' : formatPlace(carrier.at),
      reason: decision?.reason ?? '',
      by: decision?.by ?? '',
      date: decision?.date ?? '',
      settled: level,
      basis,
      opd: carrier?.opd ?? '',
      lead: lead ?? '',
    },
  };
}

function listOthers(others: readonly Stated[], nameOf: RegionalContents['nameOf']): string {
  const lines = others
    .slice(0, mostNamed)
    .map((one) => `${nameOf(one.opd)}: ${one.level} (${formatPlace(one.at)})`);
  const left = others.length - lines.length;
  return [...lines, ...(left > 0 ? [`dan ${left} jawaban lain di lembar Jawaban`] : [])].join('\n');
}

/** Whether the answers differ, and whether somebody has said which one counts. */
export function describeConflict({ candidates, isOpen, basis, level }: Settlement): {
  state: string;
  tone?: 'open' | 'settled';
} {
  const levels = statedLevels(candidates);
  if (isOpen) return { state: 'Ya, belum diputuskan', tone: 'open' };
  if (levels.length > 1 || (basis === 'decision' && levels.some((one) => one !== level))) {
    const by = basis === 'decision' ? 'keputusan tertulis' : 'OPD pengampu';
    return { state: `Ya, diputuskan ${by}`, tone: 'settled' };
  }
  return { state: 'Tidak' };
}
