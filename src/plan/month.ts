/** A calendar month as a number: year × 12 + month − 1. Steps take whole months. */
export type Month = number;

/** The month in which the day lies. @param date `2026-09-15` */
export function monthOf(date: string): Month {
  const [year = 0, month = 1] = date.split('-').map(Number);
  return year * 12 + month - 1;
}

/** The first month that is still whole on this day: the day's own if it is the first. */
export function firstWholeMonth(date: string): Month {
  return date.endsWith('-01') ? monthOf(date) : monthOf(date) + 1;
}

/** The last month that is over on this day: the day's own if it is its last. */
export function lastWholeMonth(date: string): Month {
  return date === lastDay(monthOf(date)) ? monthOf(date) : monthOf(date) - 1;
}

/** `2026-09-01` */
export function firstDay(month: Month): string {
  return `${String(yearOf(month)).padStart(4, '0')}-${String((month % 12) + 1).padStart(2, '0')}-01`;
}

/** `2026-09-30` */
export function lastDay(month: Month): string {
  const days = new Date(Date.UTC(yearOf(month), (month % 12) + 1, 0)).getUTCDate();
  return `${firstDay(month).slice(0, 8)}${days}`;
}

export function yearOf(month: Month): number {
  return Math.floor(month / 12);
}

/** A calendar quarter as a number, in the order of time. */
export function quarterOf(month: Month): number {
  return Math.floor(month / 3);
}

/** 0 for the quarter of the start, counted in calendar quarters. */
export function quarterAfter(start: Month, month: Month): number {
  return quarterOf(month) - quarterOf(start);
}
