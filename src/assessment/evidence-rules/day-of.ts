import type { Evidence } from '../answers.ts';

/** ISO day of a document as its row says; null if the row says none that is understood. */
export function dayOf({ dated }: Pick<Evidence, 'dated'>): string | null {
  return dated.kind === 'day' ? dated.iso : null;
}
