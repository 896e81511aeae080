import type { Workbook } from 'exceljs';
import { isStated, statedLevels } from '../../assessment/settle.ts';
import { formatPlace } from '../../problem.ts';
import type { WorkbookSpec } from '../contents.ts';
import { type RegionalContents, statedAnswers } from '../regional-contents.ts';
import { conflictTable, statedTable } from '../regional-layout.ts';
import { asNumber } from './answers.ts';
import { addPlainTable, type PlainRow } from './plain-table.ts';
import { describeConflict } from './recap.ts';

/** Jawaban: every level that was stated, with its words and where it stood. */
export async function addStated(
  workbook: Workbook,
  spec: WorkbookSpec,
  contents: RegionalContents,
): Promise<void> {
  const rows = statedAnswers(contents).map((one) => ({
    cells: {
      id: one.indicator,
      number: asNumber(one.indicator),
      opd: one.opd ?? '',
      opdName: contents.nameOf(one.opd),
      level: one.level,
      fact: one.explanation,
      analysis: one.analysis ?? '',
      note: one.note,
      assessedLevel: one.assessed,
      assessedReason: one.assessedReason,
      place: formatPlace(one.at),
    },
  }));
  const advice = 'Jawaban asli setiap OPD, untuk dibaca. Perubahan tingkat dibuat di lembar Penilaian.';
  await addPlainTable(workbook, spec, statedTable, ['Semua jawaban OPD', advice], rows);
}

/** Konflik: the indicators whose answers differ, each answer with its file and cell. */
export async function addConflicts(
  workbook: Workbook,
  spec: WorkbookSpec,
  contents: RegionalContents,
): Promise<void> {
  const { settlements, evidence, nameOf } = contents;
  const rows = settlements.flatMap((one): PlainRow[] => {
    const { state, tone } = describeConflict(one);
    if (tone === undefined || statedLevels(one.candidates).length < 1) return [];
    const name = spec.instrument.indicators.find(({ id }) => id === one.indicator)?.name ?? '';
    return one.candidates.filter(isStated).map((answer) => ({
      tone,
      cells: {
        number: asNumber(one.indicator),
        name,
        state,
        opdName: nameOf(answer.opd),
        level: answer.level,
        used: answer === one.carrier && answer.level === one.level ? 'Ya' : '',
        fact: answer.explanation,
        documents: evidence
          .filter(({ indicator, opd }) => indicator === one.indicator && opd === answer.opd)
          .map(({ title, location }) => title || location)
          .join('\n'),
        file: answer.at.file,
        cell: formatPlace({ ...answer.at, file: '' }),
      },
    }));
  });
  const advice =
    rows.length === 0
      ? 'Tidak ada jawaban yang bertentangan.'
      : 'Merah: belum diputuskan. Kuning: sudah diputuskan. Keputusan ditulis di spbe.yaml (decisions) atau menyebut OPD pengampu (leads).';
  await addPlainTable(workbook, spec, conflictTable, ['Konflik jawaban', advice], rows);
}
