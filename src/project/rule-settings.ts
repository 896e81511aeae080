import MiniSearch from 'minisearch';
import { z } from 'zod';
import { settableCodes } from '../assessment/settable-codes.ts';
import { severities } from '../problem.ts';
import { problemKinds } from '../problem-kinds.ts';

const text = z.string().trim().min(1, 'tidak boleh kosong').max(200, 'paling panjang 200 huruf');

const waiver = z
  .strictObject({
    code: text,
    indicator: z.union([z.int(), text]).transform(String).optional(),
    opd: text.optional(),
    document: text.optional(),
    reason: text,
    by: text,
    until: z.iso.date('tulis tanggal seperti 2026-12-31'),
  })
  .refine(
    ({ indicator, opd, document }) => [indicator, opd, document].some((place) => place !== undefined),
    'sebut yang dikecualikan: indicator, opd, atau document (satu saja cukup)',
  );

/** The parts of spbe.yaml that set the rules; each may be left out. */
export const ruleFields = {
  rules: z.record(z.string(), z.enum([...severities, 'off'])).optional(),
  evidence: z.strictObject({ largestMegabytes: z.number().positive().max(100_000).optional() }).optional(),
  waivers: z.array(waiver).max(1000, 'paling banyak 1.000 pengecualian').optional(),
};

const ruleSchema = z.object(ruleFields);
export type RuleParts = z.infer<typeof ruleSchema>;

/** Codes in spbe.yaml that no rule has, each with the nearest ones, and those that cannot be set. */
export function findUnknownCodes({ rules = {}, waivers = [] }: RuleParts): string[] {
  const named: [string, string][] = [
    ...Object.keys(rules).map((code): [string, string] => [`rules.${code}`, code]),
    ...waivers.map(({ code }, index): [string, string] => [`waivers[${index}].code`, code]),
  ];
  const known = new Set<string>(settableCodes);
  return named.flatMap(([path, code]) => (known.has(code) ? [] : [`${path}: ${describeUnknown(code)}`]));
}

function describeUnknown(code: string): string {
  if (Object.hasOwn(problemKinds, code)) {
    return `"${code}" tidak dapat diatur; hanya aturan tentang bukti dan penjelasan`;
  }
  const near = findNearest(code).map((one) => `"${one}"`);
  return near.length > 0
    ? `"${code}" tidak dikenal; maksud Anda ${near.join(' atau ')}?`
    : `"${code}" tidak dikenal; kodenya tertulis di laporan spbe check`;
}

const mostNear = 3;
/** Letters that may be wrong, as a part of each word. */
const fuzziness = 0.3;

function findNearest(code: string): string[] {
  const index = new MiniSearch({ fields: ['id'] });
  index.addAll(settableCodes.map((id) => ({ id })));
  const found = index.search(code, { fuzzy: fuzziness, prefix: true });
  const best = found[0]?.score ?? 0;
  return found
    .filter(({ score }) => score > best / 2)
    .slice(0, mostNear)
    .map(({ id }) => id);
}
