import { z } from 'zod';
import { UserError } from '../problem.ts';
import { type Fault, findFaults } from './check.ts';
import type { Instrument } from './instrument.ts';
import { formatPath, parseJson } from './parse-json.ts';
import { instrumentFileSchema } from './schema.ts';
import { toInstrument } from './to-instrument.ts';

/**
 * Turns the text of an instrument file into a checked instrument.
 * @param name shown in messages, usually the file's path
 * @throws UserError naming the file, and path and reason of every fault
 */
export function parseInstrument(text: string, name: string): Instrument {
  const inspected = inspectInstrument(parseJson(text, name));
  if ('instrument' in inspected) return inspected.instrument;
  const lines = inspected.faults.map(({ path, reason }) => `  ${path}: ${reason}`);
  throw new UserError(`Berkas instrumen ${name} tidak dapat dipakai:\n${lines.join('\n')}`);
}

/** The instrument in a value parsed from JSON, or everything that is wrong with it. */
export function inspectInstrument(
  json: unknown,
): { readonly instrument: Instrument } | { readonly faults: readonly Fault[] } {
  // jitless: the code that zod would make for the schema costs more than it saves in the one parse of a run.
  const options = { error: z.locales.id().localeError, jitless: true };
  const parsed = instrumentFileSchema.safeParse(json, options);
  const issues = parsed.error?.issues ?? [];
  const faults = [
    ...issues.map(({ path, message }) => ({ path: formatPath(path), reason: message })),
    ...findFaults(json, parsed.data ?? null),
  ];
  return parsed.success && faults.length === 0 ? { instrument: toInstrument(parsed.data) } : { faults };
}
