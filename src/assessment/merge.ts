import { formatIds } from '../instrument/id-list.ts';
import type { Instrument } from '../instrument/instrument.ts';
import { type Place, type Problem, sortProblems } from '../problem.ts';
import { problem } from '../problem-kinds.ts';
import { type Answer, type Evidence, opdOf, type ParsedSubmission, parseSubmission } from './answers.ts';
import { combineAnswers } from './combine-answers.ts';
import { combineEvidence } from './combine-evidence.ts';
import { conflictProblems } from './conflict-problems.ts';
import { dropDuplicates } from './duplicates.ts';
import { findForeign, regionOf, yearOf } from './foreign.ts';
import { listAssigned } from './list-assigned.ts';
import { type AssignedOpd, type MergePolicy, usualPolicy } from './merge-policy.ts';
import { findMissing, findUnassigned } from './missing-workbooks.ts';
import { rules } from './rules/index.ts';
import type { Levels } from './score.ts';
import type { Settlement } from './settle.ts';
import type { Submission } from './submission.ts';

/** What the whole assessment is about; null where nothing says so (a csv names neither region nor year). */
export interface Subject {
  readonly region: string | null;
  readonly year: number | null;
}

/** Everything one region answered, one answer an indicator. */
export interface Assessment extends Subject {
  readonly instrument: Instrument;
  /** The answer that counts, with the level that counts. */
  readonly answers: ReadonlyMap<string, Answer>;
  /** How each level came about, by indicator; absent where no file has the indicator and no decision names it. */
  readonly settlements: ReadonlyMap<string, Settlement>;
  readonly policy: MergePolicy;
  /** Who was given what to answer: by the project, else by the workbooks themselves. */
  readonly assigned: readonly AssignedOpd[];
  readonly evidence: readonly Evidence[];
  /** Whether an item of evidence (`12-L3-a`) is there by the checklists; where files disagree, it is. */
  readonly checklist: ReadonlyMap<string, boolean>;
  /** Indicators whose answer comes from a form that lists no evidence (a csv, the questionnaire of 2018). */
  readonly unlisted: ReadonlySet<string>;
  /** OPD code → name, of the files that take part. */
  readonly opd: ReadonlyMap<string, string>;
  /** In file, sheet, row, column order. */
  readonly problems: readonly Problem[];
  /** Names of the files that take part. */
  readonly files: readonly string[];
  /** Code of the OPD by file; files that name none are absent. */
  readonly opdOfFile: ReadonlyMap<string, string>;
  /** When the last of them was saved, ISO time in UTC; null if none says. */
  readonly savedAt: string | null;
  /** What a file says of itself as a whole: the note that each of its answers carries. Each note once. */
  readonly notes: readonly string[];
}

/**
 * Puts the files of one region together. The result does not depend on their order, nor on copies of them. Files of another
 * instrument, region or year are named and left out. Where files disagree on an indicator, `settle` says what counts, and
 * problems name every answer.
 * @param subject what the project says; parts that are null are taken from the files, the most frequent value winning
 * @param whole where to report what the region lacks (indicators that no file holds, workbooks that are not there); null =
 *   do not (single files are no whole region)
 */
export function mergeSubmissions(
  submissions: readonly Submission[],
  instrument: Instrument,
  subject: Subject,
  whole: Place | null,
  policy: MergePolicy = usualPolicy,
): Assessment {
  const ordered = submissions.toSorted((a, b) => (a.file < b.file ? -1 : a.file > b.file ? 1 : 0));
  const expected = {
    region: subject.region ?? mostFrequent(ordered.map(regionOf)),
    year: subject.year ?? mostFrequent(ordered.map(yearOf)),
  };
  const problems: Problem[] = [];
  const belonging = ordered.filter((submission) => {
    const foreign = findForeign(submission, instrument, expected);
    problems.push(...foreign);
    return foreign.length === 0;
  });
  const distinct = dropDuplicates(belonging);
  problems.push(...distinct.problems);
  const taking = distinct.kept;
  const parsed = taking.map((submission) => parseSubmission(submission, instrument));
  for (const one of parsed) {
    problems.push(...one.problems, ...rules.flatMap((rule) => rule({ instrument, parsed: one })));
  }
  const { answers, settlements } = combineAnswers(parsed, instrument, policy);
  problems.push(
    ...[...settlements.values()].flatMap(conflictProblems),
    ...findUnassigned(settlements, policy),
  );
  if (whole) {
    problems.push(...findUncovered(answers, instrument, whole));
    problems.push(...findMissing(settlements, taking, policy, instrument, whole));
  }
  return {
    instrument,
    ...expected,
    answers,
    settlements,
    policy,
    assigned: listAssigned(taking, settlements, instrument, policy),
    evidence: combineEvidence(parsed),
    checklist: mergeChecklists(parsed),
    unlisted: new Set([...answers].flatMap(([id, { opd }]) => (opd === null ? [id] : []))),
    opd: nameOpd(taking),
    problems: sortProblems(problems),
    files: taking.map(({ file }) => file),
    savedAt:
      taking
        .flatMap(({ modified = [] }) => modified)
        .toSorted()
        .at(-1) ?? null,
    opdOfFile: new Map(
      taking.flatMap((submission) => {
        const opd = opdOf(submission);
        return opd ? [[submission.file, opd.code]] : [];
      }),
    ),
    notes: [...new Set(parsed.flatMap(noteOfFile))],
  };
}

/** Name by code; of the OPD in a regional workbook, too. */
function nameOpd(taking: readonly Submission[]): Map<string, string> {
  const kept = taking.flatMap(({ regional }) => regional?.stated ?? []);
  return new Map([
    ...kept.flatMap(({ opd, opdName }): [string, string][] =>
      opd?.text ? [[opd.text, opdName?.text || opd.text]] : [],
    ),
    ...taking.flatMap((submission): [string, string][] => {
      const opd = opdOf(submission);
      return opd ? [[opd.code, opd.name]] : [];
    }),
  ]);
}

/** The levels an OPD states, ready for `score`; indicators without a level are left out. */
export function claimedLevels(answers: ReadonlyMap<string, Answer>): Levels {
  return new Map([...answers].flatMap(([id, { level }]) => (level === null ? [] : [[id, level]])));
}

function mergeChecklists(parsed: readonly ParsedSubmission[]): Map<string, boolean> {
  const merged = new Map<string, boolean>();
  for (const [item, isThere] of parsed.flatMap(({ checklist }) => [...checklist])) {
    merged.set(item, isThere || merged.get(item) === true);
  }
  return merged;
}

/** The note of a whole file, if all of its answers carry one and the same. */
function noteOfFile({ answers }: ParsedSubmission): string[] {
  const [note = '', ...others] = new Set(answers.map((answer) => answer.note));
  return note !== '' && others.length === 0 ? [note] : [];
}

function findUncovered(answers: ReadonlyMap<string, Answer>, instrument: Instrument, at: Place): Problem[] {
  const missing = instrument.indicators.flatMap(({ id }) => (answers.has(id) ? [] : [id]));
  if (missing.length === 0) return [];
  const details = { indicators: formatIds(missing, instrument.indicators), floor: instrument.scale.floor };
  return [problem('indicator-uncovered', at, details)];
}

/** Independent of order: the most frequent value, ties by text order. */
export function mostFrequent<T extends string | number>(values: readonly (T | undefined)[]): T | null {
  const counts = new Map<T, number>();
  for (const value of values) {
    if (value !== undefined) counts.set(value, (counts.get(value) ?? 0) + 1);
  }
  const [winner] = [...counts].toSorted((a, b) => b[1] - a[1] || (String(a[0]) < String(b[0]) ? -1 : 1));
  return winner?.[0] ?? null;
}
