import { createHash } from 'node:crypto';
import type { RecordDocument } from '../contract/record.ts';

/** Twelve hex digits that stand for a sealed record on paper: the same record, in whatever order its keys come, has the same ones. */
export function shortSeal(record: RecordDocument): string {
  return createHash('sha256').update(canonical(record)).digest('hex').slice(0, 12);
}

/** JSON without spaces, the keys of every object in the order of their characters. */
function canonical(record: RecordDocument): string {
  return JSON.stringify(record, (_, value: unknown) =>
    typeof value === 'object' && value !== null && !Array.isArray(value)
      ? Object.fromEntries(Object.entries(value).sort(([a], [b]) => (a < b ? -1 : 1)))
      : value,
  );
}
