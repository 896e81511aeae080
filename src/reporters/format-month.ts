import { type Month, yearOf } from '../plan/month.ts';
import { monthNames } from '../problem.ts';

/** `Sep 2026` */
export function formatMonth(month: Month): string {
  return `${monthNames[month % 12]?.slice(0, 3)} ${yearOf(month)}`;
}
