import { normalizeIndicator } from '../assessment/normalize-indicator.ts';
import type { Indicator, Instrument } from '../instrument/instrument.ts';

export type Recognized =
  | { readonly kind: 'number' | 'name'; readonly indicator: Indicator }
  /** A domain or an aspect, or a line that sums up. */
  | { readonly kind: 'heading' }
  | null;

export interface Recognizer {
  /**
   * Which indicator a cell names: by its number, or by its official or short name, whatever the case, blanks and
   * punctuation, and with or without the words that all official names share.
   */
  readonly exact: (text: string) => Recognized;
  /** The one indicator whose name is almost this; null if there is none, or more than one. */
  readonly nearest: (text: string) => Indicator | null;
}

export function recognizeIndicators({ indicators, groups }: Instrument): Recognizer {
  const ids = new Map(indicators.map((indicator) => [indicator.id, indicator]));
  const names = new Map<string, Indicator | null>();
  for (const indicator of indicators) {
    for (const name of new Set([plainName(indicator.name), plainName(indicator.shortName)])) {
      names.set(name, names.has(name) ? null : indicator);
    }
  }
  const headings = new Set(groups.map(({ name }) => plainName(name)));
  const known = new Map<string, Recognized>();
  // Each row is asked for several times.
  function exact(text: string): Recognized {
    if (text.length > longestName) return null;
    const recognized = known.get(text);
    if (recognized !== undefined) return recognized;
    const found = recognize(text);
    known.set(text, found);
    return found;
  }
  function recognize(text: string): Recognized {
    const numbered = ids.get(normalizeIndicator(text));
    if (numbered) return { kind: 'number', indicator: numbered };
    const name = plainName(text);
    const indicator = names.get(name) ?? names.get(withoutNumber(text, ids, names));
    if (indicator) return { kind: 'name', indicator };
    const isGroup = headings.has(name.replace(/^(?:domain|aspek)(?: (?:\d+|[ivx]+))? /, ''));
    return isGroup || headingPattern.test(name) ? { kind: 'heading' } : null;
  }
  return { exact, nearest: (text) => (text.length > longestName ? null : nearest(plainName(text), names)) };
}

const headingPattern = /^(?:domain|aspek|jumlah|total|rata rata|indeks|nilai indeks|predikat)\b/;

/** No official name comes near; an explanation of pages need not be looked at. */
const longestName = 300;

/** Letters and digits alone, in lower case, without what the official names begin and end with. */
function plainName(text: string): string {
  return text
    .normalize('NFKC')
    .toLowerCase()
    .replace(/[^\p{L}\d]+/gu, ' ')
    .trim()
    .replace(/^tingkat kematangan /, '')
    .replace(/ instansi (?:pusat )?pemerintah(?: daerah)?$/, '');
}

/** The name in `12. Peta Rencana SPBE`, if the number before it is its own. */
function withoutNumber(
  text: string,
  ids: ReadonlyMap<string, Indicator>,
  names: ReadonlyMap<string, Indicator | null>,
): string {
  const [, number = '', rest = ''] =
    /^\s*(?:indikator\s+)?(\d+(?:-\d+)?)\s*[.):–-]?\s+(.+)$/i.exec(text) ?? [];
  const name = plainName(rest);
  return names.get(name) === ids.get(number) ? name : '';
}

function nearest(name: string, names: ReadonlyMap<string, Indicator | null>): Indicator | null {
  const allowed = Math.max(1, Math.floor(name.length * 0.15));
  const close: { indicator: Indicator; steps: number }[] = [];
  for (const [known, indicator] of names) {
    const steps = indicator === null ? allowed + 1 : distance(name, known, allowed);
    if (indicator !== null && steps <= allowed) close.push({ indicator, steps });
  }
  const best = Math.min(...close.map(({ steps }) => steps));
  const winners = new Set(close.filter(({ steps }) => steps === best).map(({ indicator }) => indicator));
  const [winner] = winners;
  return winner !== undefined && winners.size === 1 ? winner : null;
}

/**
 * How many letters must be put in, left out or changed; more than `limit` is told as `limit + 1`. Only what lies within
 * the limit is computed: for most names a few letters tell that they are not near.
 */
function distance(a: string, b: string, limit: number): number {
  const far = limit + 1;
  if (Math.abs(a.length - b.length) > limit) return far;
  let previous = Array.from({ length: b.length + 2 }, (_, index) => Math.min(index, far));
  let row = new Array<number>(b.length + 2).fill(far);
  for (let i = 1; i <= a.length; i++) {
    const first = Math.max(1, i - limit);
    const last = Math.min(b.length, i + limit);
    row[first - 1] = first === 1 ? Math.min(i, far) : far;
    let least = row[first - 1] as number;
    for (let j = first; j <= last; j++) {
      const change = (previous[j - 1] as number) + (a.charCodeAt(i - 1) === b.charCodeAt(j - 1) ? 0 : 1);
      const steps = Math.min(change, (previous[j] as number) + 1, (row[j - 1] as number) + 1, far);
      row[j] = steps;
      if (steps < least) least = steps;
    }
    if (least === far) return far;
    row[last + 1] = far;
    [previous, row] = [row, previous];
  }
  return previous[b.length] as number;
}
