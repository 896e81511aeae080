import { rangeOfConflicts } from '../assessment/conflict-range.ts';
import type { Assessment } from '../assessment/merge.ts';
import { formatIds } from '../instrument/id-list.ts';
import type { Instrument } from '../instrument/instrument.ts';
import { formatDay } from '../problem.ts';
import { exactText, formatNumber, roundedNumber } from './number.ts';
import type { Block } from './report.ts';

/** For json; null if no conflict is open. */
export function conflictRangeOf(instrument: Instrument, settlements: Assessment['settlements']) {
  const range = rangeOfConflicts(instrument, settlements);
  if (range === null) return null;
  const { decimals } = instrument.rounding;
  return {
    low: roundedNumber(range.low, decimals),
    lowExact: exactText(range.low),
    high: roundedNumber(range.high, decimals),
    highExact: exactText(range.high),
    open: [...range.open],
  };
}

/** What must stand beside an index that rests on several answers: its range while they contradict, and the decisions. */
export function settlementBlocks({ instrument, settlements }: Assessment): Block[] {
  const range = rangeOfConflicts(instrument, settlements);
  const { decimals } = instrument.rounding;
  const decided = instrument.indicators.flatMap(({ id }) => settlements.get(id)?.decision ?? []);
  return [
    ...(range === null
      ? []
      : [
          {
            kind: 'paragraph' as const,
            text: `${range.open.length} indikator dijawab berbeda dan belum diputuskan: ${formatIds(range.open, instrument.indicators)}. Selama itu indeks antara ${formatNumber(range.low, decimals)} dan ${formatNumber(range.high, decimals)}.`,
            tone: 'caution' as const,
          },
        ]),
    ...decided.map(({ indicator, level, reason, by, date }) => ({
      kind: 'paragraph' as const,
      text: `Keputusan: indikator ${indicator} di tingkat ${String(level).replace('.', ',')} – ${reason} (${by}, ${formatDay(date)}).`,
      tone: 'soft' as const,
    })),
  ];
}
