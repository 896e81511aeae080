import type { Indicator, Instrument } from '../instrument/instrument.ts';
import { formatPlace, type Place, type Problem } from '../problem.ts';
import { problem } from '../problem-kinds.ts';
import { joinAnswers } from './join-answers.ts';
import { normalizeIndicator } from './normalize-indicator.ts';
import { type ParsedDate, parseDate } from './parse-date.ts';
import { type ParsedLevel, parseLevel } from './parse-level.ts';
import { parseYes } from './parse-yes.ts';
import type { AnswerRow, DocumentRow, Field, Submission } from './submission.ts';
import { suggestIndicator } from './suggest-indicator.ts';

/** One indicator's answer from one file. */
export interface Answer {
  readonly indicator: string;
  /** null: blank, not assessed, or not understood (a problem says which). */
  readonly level: number | null;
  /** Fakta. */
  readonly explanation: string;
  /** Analisis; null where the form has no place for it. */
  readonly analysis: string | null;
  readonly note: string;
  /** Code of the answering OPD, null for a csv. */
  readonly opd: string | null;
  /** Place of the level. */
  readonly at: Place;
  readonly explanationAt: Place;
  readonly analysisAt: Place;
  /** The internal assessor's level; null if there is none yet. */
  readonly assessed: number | null;
  readonly assessedReason: string;
}

/** One document listed as evidence. */
export interface Evidence {
  readonly indicator: string;
  /** Code of the OPD that lists it; null if the file names none. */
  readonly opd: string | null;
  /** Level it is meant for, null if not said. */
  readonly level: number | null;
  readonly title: string;
  readonly number: string;
  /** As written. */
  readonly date: string;
  /** As understood. */
  readonly dated: ParsedDate;
  readonly location: string;
  readonly page: string;
  readonly kind: string;
  /** null if not said. */
  readonly signed: boolean | null;
  /** The internal assessor's word on it, empty if none. */
  readonly verdict: string;
  readonly remark: string;
  /** Place of the title. */
  readonly at: Place;
  /** Places of the other cells that may need mending. */
  readonly cells: Readonly<
    Record<'level' | 'kind' | 'number' | 'date' | 'location' | 'signed' | 'verdict', Place>
  >;
}

export interface ParsedSubmission {
  readonly submission: Submission;
  /** At most one answer an indicator. */
  readonly answers: readonly Answer[];
  readonly evidence: readonly Evidence[];
  /** Items of the checklist that are ticked: whether they are there. */
  readonly checklist: ReadonlyMap<string, boolean>;
  readonly problems: readonly Problem[];
}

/** Turns the texts of a file into answers and evidence of this instrument; what is not understood becomes a problem. */
export function parseSubmission(submission: Submission, instrument: Instrument): ParsedSubmission {
  const indicators = new Map(instrument.indicators.map((indicator) => [indicator.id, indicator]));
  const problems: Problem[] = [];
  const kept = new Map<string, ParsedAnswer>();
  for (const row of submission.answers) {
    const indicator = indicators.get(normalizeIndicator(row.indicator.text));
    if (indicator === undefined) {
      if (row.indicator.text !== '' || row.level.text !== '') {
        problems.push(unknownIndicator(row.indicator, instrument));
      }
      continue;
    }
    const parsed = parseAnswer(row, indicator, instrument, submission);
    const first = kept.get(indicator.id);
    if (first === undefined) {
      kept.set(indicator.id, parsed);
      continue;
    }
    const { used, unused, how } = chooseRow(first, parsed);
    kept.set(indicator.id, used);
    problems.push(...unused.problems.filter(({ code }) => code.endsWith('level-invalid')));
    if (how === null) continue;
    const where = formatPlace({ ...first.answer.at, file: '' });
    const details = { indicator: indicator.id, first: where, used: how };
    problems.push(problem('indicator-duplicate', row.indicator.at, details));
  }
  problems.push(...[...kept.values()].flatMap((one) => one.problems));
  const evidence = submission.documents.flatMap((row) =>
    parseEvidence(row, indicators, instrument, submission, problems),
  );
  return {
    submission,
    answers: [...kept.values()].map(({ answer }) => answer),
    evidence,
    checklist: parseChecklist(submission),
    problems,
  };
}

interface ParsedAnswer {
  readonly answer: Answer;
  /** About its level. */
  readonly problems: readonly Problem[];
}

function parseAnswer(
  row: AnswerRow,
  indicator: Indicator,
  instrument: Instrument,
  submission: Submission,
): ParsedAnswer {
  const parsed = parseLevel(row.level.text, instrument.scale, capabilityOf(instrument, indicator));
  const assessed = parseLevel(
    row.assessedLevel?.text ?? '',
    instrument.scale,
    capabilityOf(instrument, indicator),
  );
  const answer: Answer = {
    indicator: indicator.id,
    level: parsed.kind === 'level' ? parsed.level : null,
    explanation: row.explanation.text,
    note: row.note.text,
    opd: row.opd ? row.opd.text || null : (opdOf(submission)?.code ?? null),
    at: row.level.at,
    explanationAt: row.explanation.at,
    analysis: row.analysis?.text ?? null,
    analysisAt: row.analysis?.at ?? row.explanation.at,
    assessed: assessed.kind === 'level' ? assessed.level : null,
    assessedReason: row.assessedReason?.text ?? '',
  };
  const { floor } = instrument.scale;
  const details = { indicator: indicator.id, found: row.level.text };
  const problems = {
    level: () => [],
    // Without a cell its whole column is lost, which is said once.
    blank: () =>
      row.level.at.address === undefined
        ? []
        : [problem('level-blank', row.level.at, { indicator: indicator.id, floor })],
    'not-assessed': () => [problem('level-not-assessed', row.level.at, { ...details, floor })],
    invalid: () => [
      problem('level-invalid', row.level.at, { ...details, allowed: allowedLevels(instrument) }),
    ],
  }[parsed.kind]();
  return {
    answer,
    problems: [...problems, ...assessedProblems(row.assessedLevel, assessed, indicator, instrument)],
  };
}

function assessedProblems(
  field: Field | undefined,
  { kind }: ParsedLevel,
  { id }: Indicator,
  instrument: Instrument,
): Problem[] {
  if (field === undefined || kind !== 'invalid') return [];
  const details = { indicator: id, found: field.text, allowed: allowedLevels(instrument) };
  return [problem('assessed-level-invalid', field.at, details)];
}

function parseEvidence(
  row: DocumentRow,
  indicators: ReadonlyMap<string, Indicator>,
  instrument: Instrument,
  submission: Submission,
  problems: Problem[],
): Evidence[] {
  const fields = [
    row.indicator,
    row.level,
    row.title,
    row.number,
    row.date,
    row.location,
    row.page,
    row.kind,
    row.signed,
    row.verdict,
    row.remark,
  ];
  if (fields.every(({ text }) => text === '')) return [];
  const indicator = indicators.get(normalizeIndicator(row.indicator.text));
  if (indicator === undefined) {
    const suggestion = suggestIndicator(row.indicator.text, instrument);
    problems.push(
      problem('evidence-indicator-unknown', row.indicator.at, { found: row.indicator.text, suggestion }),
    );
    return [];
  }
  const level = parseLevel(row.level.text, instrument.scale, capabilityOf(instrument, indicator));
  if (level.kind === 'invalid') {
    const details = { indicator: indicator.id, found: row.level.text, allowed: allowedLevels(instrument) };
    problems.push(problem('evidence-level-invalid', row.level.at, details));
  }
  const dated = parseDate(row.date.text);
  if (dated.kind === 'invalid') {
    const details = { indicator: indicator.id, found: row.date.text };
    problems.push(problem('evidence-date-invalid', row.date.at, details));
  }
  if (row.title.text === '' && row.location.text === '') {
    problems.push(problem('evidence-incomplete', row.title.at, { indicator: indicator.id }));
    return [];
  }
  return [
    {
      indicator: indicator.id,
      opd: row.opd ? row.opd.text || null : (opdOf(submission)?.code ?? null),
      level: level.kind === 'level' ? level.level : null,
      title: row.title.text,
      number: row.number.text,
      date: row.date.text,
      dated,
      location: row.location.text,
      page: row.page.text,
      kind: row.kind.text,
      signed: parseYes(row.signed.text),
      verdict: row.verdict.text,
      remark: row.remark.text,
      at: row.title.at,
      cells: {
        level: row.level.at,
        kind: row.kind.at,
        number: row.number.at,
        date: row.date.at,
        location: row.location.at,
        signed: row.signed.at,
        verdict: row.verdict.at,
      },
    },
  ];
}

function parseChecklist({ checklist }: Submission): Map<string, boolean> {
  return new Map(
    [...checklist].flatMap(([id, { text }]): [string, boolean][] => {
      const there = parseYes(text);
      return there === null ? [] : [[id, there]];
    }),
  );
}

/** The answering OPD; null where the file does not say. */
export function opdOf({ meta, about }: Submission): { readonly code: string; readonly name: string } | null {
  return meta?.opd ?? about?.opd ?? null;
}

function unknownIndicator(field: Field, instrument: Instrument): Problem {
  return problem('indicator-unknown', field.at, {
    found: field.text,
    instrument: instrument.name,
    suggestion: suggestIndicator(field.text, instrument),
  });
}

/** `1, 2, 3, 4 atau 5`. */
function allowedLevels({ scale }: Instrument): string {
  if (scale.decimals > 0) return `angka ${scale.min} sampai ${scale.max}`;
  const levels = Array.from({ length: scale.max - scale.min + 1 }, (_, index) => scale.min + index);
  return `${levels.slice(0, -1).join(', ')} atau ${levels.at(-1)}`;
}

/**
 * Of two rows of one indicator the lower level counts, any level before none. Equal levels are one answer.
 * @returns how: what is used where the rows differ; null where nothing is lost
 */
function chooseRow(
  first: ParsedAnswer,
  second: ParsedAnswer,
): { used: ParsedAnswer; unused: ParsedAnswer; how: string | null } {
  if (first.answer.level === second.answer.level) {
    const { answer, differing } = joinAnswers(first.answer, second.answer);
    const how =
      differing.length === 0 ? null : `tingkatnya sama, dipakai ${differing.join(', ')} di baris itu`;
    return { used: { ...first, answer }, unused: second, how };
  }
  const levelOf = ({ answer }: ParsedAnswer) => answer.level ?? Number.POSITIVE_INFINITY;
  const [used, unused] = levelOf(second) < levelOf(first) ? [second, first] : [first, second];
  return { used, unused, how: `dipakai yang terendah, ${used.answer.level}` };
}

function capabilityOf(instrument: Instrument, indicator: Indicator) {
  const capability = instrument.capabilities.get(indicator.capability);
  if (capability === undefined) throw new Error(`No capability ${indicator.capability}`);
  return capability;
}
