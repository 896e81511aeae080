import type { Answer, Evidence } from '../assessment/answers.ts';
import { groupBy } from '../assessment/group-by.ts';
import type { Assessment } from '../assessment/merge.ts';
import { isStated, type Settlement } from '../assessment/settle.ts';
import type { Instrument } from '../instrument/instrument.ts';
import { dateCell } from './date-cell.ts';
import type { CellContent, Filled } from './filled.ts';
import type { answersTable, documentsTable, KeyOf } from './layout.ts';

/** What a regional workbook shows beside the answers. */
export interface RegionalContents {
  readonly settlements: readonly Settlement[];
  readonly evidence: readonly Evidence[];
  /** Name of an OPD by its code. */
  readonly nameOf: (code: string | null) => string;
}

/** The workings of an assessment, in the instrument's order. */
export function regionalContents(assessment: Assessment): RegionalContents {
  const { instrument, settlements, evidence, opd, assigned } = assessment;
  const names = new Map([...assigned.map(({ code, name }) => [code, name] as const), ...opd]);
  return {
    settlements: instrument.indicators.flatMap(({ id }) => settlements.get(id) ?? []),
    evidence: sortEvidence(evidence, instrument),
    nameOf: (code) => (code === null ? 'tanpa OPD' : (names.get(code) ?? code)),
  };
}

/** The cells of a regional workbook: final levels with the words that go with them, documents of all, ticks of all. */
export function regionalFilled(assessment: Assessment): Filled {
  const { settlements, answers, evidence, instrument, checklist } = assessment;
  return {
    answers: new Map(
      [...answers].map(([id, answer]) => [id, answerCells(answer, settlements.get(id)?.level ?? null)]),
    ),
    documents: sortEvidence(evidence, instrument).map(documentCells),
    ticks: new Map([...checklist].map(([id, isThere]) => [id, isThere ? 'Ya' : 'Belum'])),
    identity: new Map(),
  };
}

/** Every level stated, and what the workbook holds at last where nobody stated one. */
export function statedAnswers({ settlements }: RegionalContents): Answer[] {
  return settlements.flatMap(({ candidates }) => candidates.filter(isStated));
}

function sortEvidence(evidence: readonly Evidence[], { indicators }: Instrument): Evidence[] {
  const byIndicator = groupBy(evidence, ({ indicator }) => indicator);
  return indicators.flatMap(({ id }) => byIndicator.get(id) ?? []);
}

function answerCells(answer: Answer, level: number | null): Map<KeyOf<typeof answersTable>, CellContent> {
  return cells([
    ['level', level],
    ['fact', answer.explanation],
    ['analysis', answer.analysis],
    ['note', answer.note],
    ['assessedLevel', answer.assessed],
    ['assessedReason', answer.assessedReason],
  ]);
}

function documentCells(one: Evidence): Map<KeyOf<typeof documentsTable>, CellContent> {
  const { indicator, level, kind, title, number, date, location, page, signed, verdict, remark } = one;
  return cells([
    ['indicator', /^\d+$/.test(indicator) ? Number(indicator) : indicator],
    ['level', level],
    ['kind', kind],
    ['title', title],
    ['number', number],
    ['date', dateCell(date)],
    ['location', location],
    ['page', page],
    ['signed', signed === null ? null : signed ? 'Ya' : 'Belum'],
    ['verdict', verdict],
    ['remark', remark],
  ]);
}

/** Blank cells are left out. */
function cells<K>(entries: readonly (readonly [K, CellContent | null])[]): Map<K, CellContent> {
  return new Map(
    entries.flatMap(([key, value]) => (value === null || value === '' ? [] : [[key, value] as const])),
  );
}
