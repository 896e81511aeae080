import { Fraction } from 'fraction.js';
import type { Instrument } from '../instrument/instrument.ts';
import { formatPlace, type Problem } from '../problem.ts';
import { problem } from '../problem-kinds.ts';
import { parseStated } from './external.ts';
import { roundHalfUp } from './score.ts';
import { type Stage, stages, stageWords } from './stage.ts';
import type { Field } from './submission.ts';
import type { Known, TrendKind, YearResult } from './trend.ts';
import { slack } from './trend-points.ts';

/** The result of one year, as somebody wrote it down. Only year and index must be filled. */
export interface YearRow {
  readonly year: Field;
  readonly index: Field;
  readonly instrument: Field;
  readonly kind: Field;
  readonly predicate: Field;
  readonly source: Field;
  /** By id of a domain or aspect, upper case. */
  readonly groups: ReadonlyMap<string, Field>;
}

const firstYear = 2018;
const lastYear = 2100;

/** Words for a kind that are accepted besides the English ones; the first is the usual one. */
const kindWords: Readonly<Record<TrendKind, readonly string[]>> = {
  ...(Object.fromEntries(stages.map((stage) => [stage, [stageWords[stage]]])) as Record<Stage, string[]>),
  assessor: ['asesor', 'asesor internal'],
  final: ['eksternal', 'akhir'],
  published: ['diumumkan'],
};

/**
 * Turns rows into results; what is not understood becomes a problem and is left out. Values are taken as rounded, to at
 * least the decimals of the instrument: `3,3` is 3,30. Without an instrument that of the year is meant, without a kind
 * `published`.
 */
export function parseYearResults(
  rows: readonly YearRow[],
  instruments: readonly Instrument[],
): { readonly results: readonly YearResult[]; readonly problems: readonly Problem[] } {
  const problems: Problem[] = [];
  const results = rows
    .filter((row) => [row.year, row.index, ...row.groups.values()].some(({ text }) => text !== ''))
    .flatMap((row) => parseRow(row, instruments, problems) ?? []);
  return { results, problems };
}

function parseRow(row: YearRow, instruments: readonly Instrument[], problems: Problem[]): YearResult | null {
  const year = /^\d{4}$/.test(row.year.text) ? Number(row.year.text) : Number.NaN;
  if (!(year >= firstYear && year <= lastYear)) {
    problems.push(problem('trend-year-invalid', row.year.at, { found: row.year.text }));
    return null;
  }
  const instrument = findInstrument(row.instrument.text, year, instruments);
  if (instrument === undefined) {
    const known = instruments.map(({ name }) => name).join(', ');
    problems.push(
      problem('trend-instrument-unknown', row.instrument.at, { found: row.instrument.text, known }),
    );
    return null;
  }
  const kind = findKind(row.kind.text);
  if (kind === undefined) {
    const known = Object.values(kindWords).map(([first]) => first);
    problems.push(
      problem('trend-kind-unknown', row.kind.at, { found: row.kind.text, known: known.join(', ') }),
    );
    return null;
  }
  const index = parseValue('Indeks', row.index, instrument, problems);
  const groups = parseGroups(row, instrument, problems);
  if (index === null) return null;
  checkSum(row, index, groups, instrument, problems);
  return {
    ...{ year, kind, instrument: instrument.id, index, groups, blanks: 0 },
    predicate: row.predicate.text === '' ? null : row.predicate.text,
    source: row.source.text || formatPlace(row.year.at),
  };
}

/** By id, name, or the number in its name (`59/2020`). */
function findInstrument(
  text: string,
  year: number,
  instruments: readonly Instrument[],
): Instrument | undefined {
  if (text === '') return instruments.find(({ years }) => year >= years.from && year <= years.to);
  const wanted = text.toLowerCase();
  return instruments.find(({ id, name }) => {
    const names = [id, name.toLowerCase(), name.split(' ').at(-1)];
    return names.includes(wanted);
  });
}

function findKind(text: string): TrendKind | undefined {
  if (text === '') return 'published';
  const wanted = text.toLowerCase();
  const kinds = Object.keys(kindWords) as TrendKind[];
  return kinds.find((kind) => kind === wanted || kindWords[kind].includes(wanted));
}

function parseGroups(row: YearRow, instrument: Instrument, problems: Problem[]): Map<string, Known> {
  const groups = new Map<string, Known>();
  for (const [id, field] of row.groups) {
    if (field.text === '') continue;
    if (!instrument.groups.some((group) => group.id === id)) {
      problems.push(problem('trend-group-unknown', field.at, { group: id, instrument: instrument.name }));
      continue;
    }
    const value = parseValue(`Nilai ${id}`, field, instrument, problems);
    if (value !== null) groups.set(id, value);
  }
  return groups;
}

function parseValue(what: string, field: Field, instrument: Instrument, problems: Problem[]): Known | null {
  const { scale, rounding } = instrument;
  const stated = parseStated(field, instrument);
  if (stated === null || stated.value.compare(scale.min) < 0) {
    const { min, max } = scale;
    problems.push(problem('trend-value-invalid', field.at, { what, found: field.text, min, max }));
    return null;
  }
  return { value: stated.value, decimals: Math.max(stated.decimals, rounding.decimals) };
}

/** Holds the index against its domains, where all are given. */
function checkSum(
  row: YearRow,
  index: Known,
  groups: ReadonlyMap<string, Known>,
  instrument: Instrument,
  problems: Problem[],
): void {
  let [sum, room] = [new Fraction(0), slack(index)];
  for (const { id, weight } of instrument.groups.filter(({ parent }) => parent === null)) {
    const value = groups.get(id);
    if (value === undefined) return;
    sum = sum.add(weight.mul(value.value).div(100));
    room = room.add(weight.mul(slack(value)).div(100));
  }
  if (sum.sub(index.value).abs().compare(room) <= 0) return;
  const shown = (value: Fraction) => roundHalfUp(value, instrument.rounding.decimals).replace('.', ',');
  problems.push(
    problem('trend-sum-differs', row.index.at, { stated: shown(index.value), computed: shown(sum) }),
  );
}
