import { z } from 'zod';
import { stages } from '../assessment/stage.ts';
import type { YearRow } from '../assessment/year-results.ts';

const text = z.string().trim().min(1, 'tidak boleh kosong').max(200, 'paling panjang 200 huruf');
const value = z.number().min(0).max(5);

/** `history:` in spbe.yaml: results of earlier years of which no levels are known, so that nothing else can hold them. */
export const historySection = z
  .array(
    z.strictObject({
      year: z.int().min(2018).max(2100),
      index: value,
      /** Whose word it is: a claim and a published result are never one line. */
      kind: z.enum([...stages, 'published']),
      /** That of the year if absent. */
      instrument: text.optional(),
      /** By id of a domain or aspect. */
      groups: z.record(z.string().regex(/^[A-Z]\d{1,2}$/, 'tulis seperti D1 atau A1'), value).optional(),
      predicate: text.optional(),
      source: text.optional(),
    }),
  )
  .max(100, 'paling banyak 100 hasil');

/** Its entries as rows; a fault in one is found at `spbe.yaml › history[0]`. */
export function historyRows(history: z.infer<typeof historySection>, file: string): YearRow[] {
  return history.map((entry, index) => {
    const field = (found: string | number | undefined) => ({
      text: found === undefined ? '' : String(found),
      at: { file, sheet: `history[${index}]` },
    });
    return {
      ...{ year: field(entry.year), index: field(entry.index), instrument: field(entry.instrument) },
      ...{ kind: field(entry.kind), predicate: field(entry.predicate), source: field(entry.source) },
      groups: new Map(Object.entries(entry.groups ?? {}).map(([id, one]) => [id, field(one)])),
    };
  });
}
