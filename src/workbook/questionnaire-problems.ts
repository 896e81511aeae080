import { score } from '../assessment/score.ts';
import type { AnswerRow } from '../assessment/submission.ts';
import { formatIds } from '../instrument/id-list.ts';
import type { Instrument } from '../instrument/instrument.ts';
import type { Place, Problem } from '../problem.ts';
import { problem } from '../problem-kinds.ts';
import { type FoundTable, fieldAt } from './tables.ts';

/** An option button that nobody touched is stored like level 0: said once, since nothing tells the two apart. */
export function describeUntouched(
  answers: readonly AnswerRow[],
  { indicators }: Instrument,
  at: Place,
): Problem[] {
  const zero = answers.flatMap(({ indicator, level }) => (level.text === '0' ? [indicator.text] : []));
  if (zero.length === 0) return [];
  const details = { count: zero.length, total: answers.length, indicators: formatIds(zero, indicators) };
  return [problem('questionnaire-untouched', at, details)];
}

const advice = {
  figure: 'Indeks',
  why: 'rumus belum dihitung ulang, atau rumus atau bobotnya sudah diubah',
  repair:
    'buka di Excel, tekan Ctrl+Alt+F9, lalu simpan; bila tetap berbeda, salin isiannya ke kuesioner yang masih asli',
} as const;

/** The sums of floating numbers in the file differ from exact ones by less. */
const tolerance = 1e-6;

/** The index that the file stores, in its two cells, against the one of its own levels. */
export function findIndexDifference(
  found: FoundTable,
  answers: readonly AnswerRow[],
  instrument: Instrument,
  file: string,
): Problem[] {
  const [first] = found.rows;
  if (first === undefined) return [];
  const levels = answers.flatMap(({ indicator, level }): [string, number][] =>
    /^[0-5]$/.test(level.text) ? [[indicator.text, Number(level.text)]] : [],
  );
  const computed = score(instrument, new Map(levels)).index.valueOf();
  const differing = ['throughTree', 'fromWeights'].flatMap((key) => {
    const { text, at } = fieldAt(found, first, key, file);
    const stored = text === '' ? Number.NaN : Number(text);
    return Number.isFinite(stored) && Math.abs(stored - computed) > tolerance
      ? [{ stored: show(stored), at }]
      : [];
  });
  // Both cells hold the same index, unless formulas were changed.
  return differing
    .filter(({ stored }, index) => differing.findIndex((one) => one.stored === stored) === index)
    .map(({ stored, at }) =>
      problem('cached-index-differs', at, { stored, computed: show(computed), ...advice }),
    );
}

/** `2,6367`: as many decimals as show the difference to a reader, no more. */
function show(value: number): string {
  return String(Number(value.toFixed(6))).replace('.', ',');
}
