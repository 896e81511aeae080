import { Fraction } from 'fraction.js';
import { z } from 'zod';
import { UserError } from '../problem.ts';
import { type Fault, findFaults } from './check.ts';
import type { Instrument } from './instrument.ts';
import { formatPath, parseJson } from './parse-json.ts';
import { type InstrumentFile, instrumentFileSchema } from './schema.ts';

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

function toInstrument(file: InstrumentFile): Instrument {
  return {
    id: file.id,
    name: file.name,
    title: file.title,
    indexName: file.indexName,
    status: file.status,
    caution: file.caution,
    years: file.years,
    scale: file.scale,
    rounding: file.rounding,
    bandEdge: {
      basis: file.bandEdge.basis,
      byYear: new Map(Object.entries(file.bandEdge.byYear).map(([year, basis]) => [Number(year), basis])),
      warnWithin: new Fraction(file.bandEdge.warnWithin),
    },
    bands: file.bands.map(({ name, from, to }) => ({
      name,
      from: new Fraction(from),
      to: new Fraction(to),
    })),
    bandSource: file.bandSource,
    capabilities: new Map(file.capabilities.map((capability) => [capability.id, capability])),
    groups: file.groups.map((group) => ({ ...group, weight: new Fraction(group.weight) })),
    indicators: file.indicators.map((indicator) => ({
      ...indicator,
      weight: new Fraction(indicator.weight),
    })),
    externalIndices: file.externalIndices.map((index) => ({
      ...index,
      bands: index.bands.map(({ from, to, levelFrom, levelTo }) => ({
        from: from === null ? null : new Fraction(from),
        to: new Fraction(to),
        levelFrom: new Fraction(levelFrom),
        levelTo: new Fraction(levelTo),
      })),
    })),
    sources: file.sources,
    errata: file.errata,
  };
}
