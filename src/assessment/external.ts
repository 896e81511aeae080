import { Fraction } from 'fraction.js';
import type { Indicator, Instrument } from '../instrument/instrument.ts';
import type { Place, Problem } from '../problem.ts';
import { problem } from '../problem-kinds.ts';
import { normalizeIndicator } from './normalize-indicator.ts';
import { parseLevel } from './parse-level.ts';
import type { Field } from './submission.ts';

/** One line of a result that somebody else made, as read. */
export interface ExternalRow {
  readonly code: Field;
  readonly value: Field;
  readonly reason: Field;
  readonly opd: Field;
}

export interface ExternalLevel {
  readonly id: string;
  readonly level: number;
  readonly reason: string;
  /** Code of the OPD, empty where nothing says so. */
  readonly opd: string;
  readonly at: Place;
}

export interface StatedValue {
  readonly value: Fraction;
  /** Decimals it was written with. */
  readonly decimals: number;
  readonly at: Place;
}

/** What a result states: levels, sums, or both. */
export interface ExternalValues {
  /** In the instrument's order. */
  readonly levels: readonly ExternalLevel[];
  /** By id of the group. */
  readonly groups: ReadonlyMap<string, StatedValue>;
  readonly index: StatedValue | null;
}

/** Other names of groups and of the index, as the Ministry's application uses them. */
export interface Codes {
  readonly index: string;
  readonly groups: Readonly<Record<string, string>>;
}

type Target =
  | { readonly kind: 'indicator'; readonly indicator: Indicator }
  | { readonly kind: 'group'; readonly id: string }
  | { readonly kind: 'index' };

/** Turns the lines of an external result into values of this instrument; what is not understood becomes a problem. */
export function parseExternal(
  rows: readonly ExternalRow[],
  instrument: Instrument,
  codes: Codes,
): { readonly values: ExternalValues; readonly problems: readonly Problem[] } {
  const problems: Problem[] = [];
  const levels = new Map<string, ExternalLevel>();
  const groups = new Map<string, StatedValue>();
  let index: StatedValue | null = null;
  const refuseSecond = (row: ExternalRow, first: Place | undefined) => {
    if (first === undefined) return false;
    problems.push(
      problem('external-duplicate', row.code.at, { code: row.code.text, first: first.address ?? '' }),
    );
    return true;
  };
  for (const row of rows.filter(({ code, value }) => code.text !== '' || value.text !== '')) {
    const target = findTarget(row.code.text, instrument, codes);
    if (target === null) {
      problems.push(problem('external-code-unknown', row.code.at, { found: row.code.text }));
      continue;
    }
    if (row.value.text === '') continue;
    if (target.kind === 'indicator') {
      const { id } = target.indicator;
      if (refuseSecond(row, levels.get(id)?.at)) continue;
      const level = levelOf(row, target.indicator, instrument);
      if (level === null) problems.push(invalid(row, instrument));
      else levels.set(id, { id, level, reason: row.reason.text, opd: row.opd.text, at: row.value.at });
      continue;
    }
    const stated = parseStated(row.value, instrument);
    if (stated === null) problems.push(invalid(row, instrument));
    else if (target.kind === 'index') {
      if (!refuseSecond(row, index?.at)) index = stated;
    } else if (!refuseSecond(row, groups.get(target.id)?.at)) groups.set(target.id, stated);
  }
  const ordered = instrument.indicators.flatMap(({ id }) => levels.get(id) ?? []);
  return { values: { levels: ordered, groups, index }, problems };
}

/** `12`, `I12`, `A3`, `A2003`, `indeks`. */
function findTarget(text: string, instrument: Instrument, codes: Codes): Target | null {
  const plain = text.normalize('NFKC').trim().toLowerCase();
  if (plain === codes.index.toLowerCase() || /^(index|indeks)( spbe| pemdi)?$/.test(plain)) {
    return { kind: 'index' };
  }
  const own = instrument.groups.find(({ id }) => id.toLowerCase() === plain)?.id;
  const named = Object.entries(codes.groups).find(([code]) => code.toLowerCase() === plain)?.[1];
  const group = own ?? named;
  if (group !== undefined) return { kind: 'group', id: group };
  const id = normalizeIndicator(plain.replace(/^i(?=\d)/, ''));
  const indicator = instrument.indicators.find((one) => one.id === id);
  return indicator ? { kind: 'indicator', indicator } : null;
}

function levelOf(row: ExternalRow, { capability }: Indicator, instrument: Instrument): number | null {
  const known = instrument.capabilities.get(capability);
  if (known === undefined) throw new Error(`No capability ${capability}`);
  const parsed = parseLevel(row.value.text, instrument.scale, known);
  return parsed.kind === 'level' ? parsed.level : null;
}

/** 0 is below the scale, and yet what some results state for a whole domain: it is read, and found to contradict. */
export function parseStated({ text, at }: Field, { scale }: Instrument): StatedValue | null {
  const plain = text.normalize('NFKC').trim().replace(',', '.');
  const digits = /^\d{1,3}(?:\.(\d{1,12}))?$/.exec(plain);
  if (digits === null) return null;
  const value = new Fraction(plain);
  return value.compare(scale.max) > 0 ? null : { value, decimals: digits[1]?.length ?? 0, at };
}

function invalid({ code, value }: ExternalRow, { scale }: Instrument): Problem {
  const details = { code: code.text, found: value.text, min: scale.min, max: scale.max };
  return problem('external-value-invalid', value.at, details);
}
