import { monthNames } from '../problem.ts';

/** `21 November 2026 17.15` of `2026-11-21T17:15:00+07:00`: the clock of the machine that wrote it, not of this one. */
export function formatMoment(iso: string): string {
  const [, year, month, day, hour, minute] = /^(\d{4})-(\d\d)-(\d\d)T(\d\d):(\d\d)/.exec(iso) ?? [];
  if (year === undefined) throw new Error(`No moment: ${iso}`);
  return `${Number(day)} ${monthNames[Number(month) - 1]} ${year} ${hour}.${minute}`;
}
