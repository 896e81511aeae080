import type { Evidence } from '../answers.ts';

const isoDay = /^\d{4}-\d{2}-\d{2}$/;

/** ISO day of a document as its row says; null if the row says none that is understood. */
export function dayOf({ date }: Evidence): string | null {
  const text = date.trim();
  return isoDay.test(text) ? text : null;
}
