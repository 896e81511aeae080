import { z } from 'zod';
import { packageFolder } from '../package-folder.ts';
import { loadPublishedResults, publishedInstrument } from './benchmarks.ts';
import { parseData } from './parse-data.ts';

const decimalSchema = z.string().regex(/^[0-5]\.\d\d$/);

const otherResultsSchema = z.strictObject({
  $schema: z.string().optional(),
  note: z.string().min(1),
  results: z.array(
    z.strictObject({
      year: z.int(),
      instrument: z.string().min(1),
      type: z.string().min(1),
      name: z.string().min(1),
      index: decimalSchema,
      /** By id of a domain or aspect; empty if only the index is known. */
      groups: z.record(z.string(), decimalSchema),
      predicate: z.string().min(1).nullable(),
      source: z.string().min(1),
    }),
  ),
});

/** A result that was made public: as printed, two decimals. */
export type AnnouncedResult = z.infer<typeof otherResultsSchema>['results'][number];

/** Every result that ships with the tool: those of the national reports, and single ones of other years. */
export async function loadAnnounced(): Promise<AnnouncedResult[]> {
  const printed = (await loadPublishedResults()).map(
    ({ year, type, name, index, domains, predicate }): AnnouncedResult => ({
      ...{ year, type, name, index, predicate, instrument: publishedInstrument },
      groups: Object.fromEntries(
        domains.flatMap((value, position) => (value === null ? [] : [[`D${position + 1}`, value]])),
      ),
      source: `KemenPANRB, laporan evaluasi ${year}`,
    }),
  );
  return [...printed, ...(await loadOtherResults())];
}

/** The single ones, from news and reports of other years, each with its source. */
export async function loadOtherResults(): Promise<AnnouncedResult[]> {
  const name = 'templates/benchmarks/other-results.json';
  return parseData(otherResultsSchema, String(await packageFolder.read(name)), name).results;
}
