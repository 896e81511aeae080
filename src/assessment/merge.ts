import { formatIds } from '../instrument/id-list.ts';
import type { Instrument } from '../instrument/instrument.ts';
import { type Place, type Problem, sortProblems } from '../problem.ts';
import { problem } from '../problem-kinds.ts';
import { type Answer, type Evidence, opdOf, type ParsedSubmission, parseSubmission } from './answers.ts';
import { rules } from './rules/index.ts';
import type { Levels } from './score.ts';
import type { Submission } from './submission.ts';

/** What the whole assessment is about; null where nothing says so (a csv names neither region nor year). */
export interface Subject {
  readonly region: string | null;
  readonly year: number | null;
}

/** Everything one region answered, one answer an indicator. */
export interface Assessment extends Subject {
  readonly instrument: Instrument;
  readonly answers: ReadonlyMap<string, Answer>;
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
  /** What a file says of itself as a whole: the note that each of its answers carries. Each note once. */
  readonly notes: readonly string[];
}

/**
 * Puts the files of one region together. The result does not depend on their order. Files of another instrument,
 * region or year are named and left out. Where files disagree on an indicator the lowest level counts, and a problem says so.
 * @param subject what the project says; parts that are null are taken from the files, the most frequent value winning
 * @param whole where to report indicators that no file holds; null = do not (single files are no whole region)
 */
export function mergeSubmissions(
  submissions: readonly Submission[],
  instrument: Instrument,
  subject: Subject,
  whole: Place | null,
): Assessment {
  const ordered = submissions.toSorted((a, b) => (a.file < b.file ? -1 : a.file > b.file ? 1 : 0));
  const expected = {
    region: subject.region ?? mostFrequent(ordered.map(regionOf)),
    year: subject.year ?? mostFrequent(ordered.map(yearOf)),
  };
  const problems: Problem[] = [];
  const taking = ordered.filter((submission) => {
    const foreign = findForeign(submission, instrument, expected);
    problems.push(...foreign);
    return foreign.length === 0;
  });
  const parsed = taking.map((submission) => parseSubmission(submission, instrument));
  for (const one of parsed) {
    problems.push(...one.problems, ...rules.flatMap((rule) => rule({ instrument, parsed: one })));
  }
  const merged = mergeAnswers(parsed, instrument);
  problems.push(...merged.problems);
  if (whole) problems.push(...findUncovered(merged.answers, instrument, whole));
  return {
    instrument,
    ...expected,
    answers: merged.answers,
    evidence: parsed.flatMap(({ evidence }) => evidence),
    checklist: mergeChecklists(parsed),
    unlisted: new Set([...merged.answers].flatMap(([id, { opd }]) => (opd === null ? [id] : []))),
    opd: new Map(
      taking.flatMap((submission) => {
        const opd = opdOf(submission);
        return opd ? [[opd.code, opd.name]] : [];
      }),
    ),
    problems: sortProblems(problems),
    files: taking.map(({ file }) => file),
    notes: [...new Set(parsed.flatMap(noteOfFile))],
  };
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

/** The instrument that a file names, or that its form implies; undefined for a csv. */
export function instrumentOf({ meta, about }: Submission): string | undefined {
  return meta?.instrument ?? about?.instrument ?? undefined;
}

function yearOf({ meta, about }: Submission): number | undefined {
  return meta?.year ?? about?.year ?? undefined;
}

function regionOf({ meta, about }: Submission): string | undefined {
  return meta?.region ?? about?.region ?? undefined;
}

function findForeign(submission: Submission, instrument: Instrument, expected: Subject): Problem[] {
  const at = { file: submission.file };
  const [named, region, year] = [instrumentOf(submission), regionOf(submission), yearOf(submission)];
  const problems: Problem[] = [];
  if (named !== undefined && named !== instrument.id) {
    problems.push(problem('instrument-mismatch', at, { found: named, expected: instrument.id }));
  }
  if (region !== undefined && expected.region !== null && !sameName(region, expected.region)) {
    problems.push(problem('region-mismatch', at, { found: region, expected: expected.region }));
  }
  if (year !== undefined && expected.year !== null && year !== expected.year) {
    problems.push(problem('year-mismatch', at, { found: year, expected: expected.year }));
  }
  return problems;
}

function mergeAnswers(parsed: readonly ParsedSubmission[], instrument: Instrument) {
  const problems: Problem[] = [];
  const answers = new Map<string, Answer>();
  for (const { id } of instrument.indicators) {
    const all = parsed.flatMap((one) => one.answers.filter(({ indicator }) => indicator === id));
    const levelled = all.filter((answer): answer is Answer & { level: number } => answer.level !== null);
    const lowest = levelled.toSorted((a, b) => a.level - b.level)[0];
    const answer = lowest ?? all[0];
    if (answer === undefined) continue;
    answers.set(id, answer);
    if (lowest && levelled.some(({ level }) => level !== lowest.level)) {
      const said = levelled.map(({ at, level }) => `${at.file}: ${level}`).join('; ');
      problems.push(
        problem('answer-conflict', lowest.at, { indicator: id, answers: said, used: lowest.level }),
      );
    }
  }
  return { answers, problems };
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

function sameName(a: string, b: string): boolean {
  const plain = (name: string) => name.normalize('NFKC').replace(/\s+/g, ' ').trim().toLowerCase();
  return plain(a) === plain(b);
}
