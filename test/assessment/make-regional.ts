import type { AnswerRow, Field, SettledRow } from '../../src/assessment/submission.ts';

/** A cell of the regional workbook rekap.xlsx. */
export const field = (text: string, sheet = 'Rekapitulasi', address = 'A6'): Field => ({
  text,
  at: { file: 'rekap.xlsx', sheet, address },
});

export type SettledTexts = Partial<Record<Exclude<keyof SettledRow, 'indicator'>, string>>;

/** One row of Rekapitulasi on indicator 12. */
export function settled(texts: SettledTexts): SettledRow {
  const { level = '3', basis = 'agreed', lead = '', reason = '', by = '', date = '' } = texts;
  return {
    indicator: field('12'),
    level: field(level),
    basis: field(basis),
    lead: field(lead),
    reason: field(reason),
    by: field(by),
    date: field(date),
  };
}

/** One row of Jawaban on indicator 12. */
export function stated(opd: string, level: string): AnswerRow {
  const cell = (text: string) => field(text, 'Jawaban', `${opd}${level}`);
  return { indicator: cell('12'), level: cell(level), explanation: cell(''), note: cell(''), opd: cell(opd) };
}
