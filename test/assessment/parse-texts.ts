import { parseSubmission } from '../../src/assessment/answers.ts';
import { loadInstrument } from '../../src/instrument/load.ts';
import { type AnswerTexts, type DocumentTexts, makeSubmission } from './make-submission.ts';

const instrument = await loadInstrument('permenpanrb-59-2020');

/** What comes of the texts of one workbook. */
export function parseTexts(answers: readonly AnswerTexts[], documents: readonly DocumentTexts[] = []) {
  const {
    answers: read,
    evidence,
    problems,
  } = parseSubmission(makeSubmission({ answers, documents }), instrument);
  return {
    levels: Object.fromEntries(read.map(({ indicator, level }) => [indicator, level])),
    answers: read,
    evidence,
    problems: problems.map(({ code, at }) => `${code} ${at.sheet}!${at.address}`),
    messages: problems.map(({ message }) => message),
  };
}
