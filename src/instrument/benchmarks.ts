import { z } from 'zod';
import { packageFolder } from '../package-folder.ts';
import { parseData } from './parse-data.ts';

/** A published value of two decimals, as printed but for the decimal point. */
const decimalSchema = z.string().regex(/^[0-5]\.\d\d$/);

const averagesSchema = z.strictObject({
  $schema: z.string().optional(),
  note: z.string().min(1),
  sources: z.array(
    z.strictObject({ id: z.string().min(1), title: z.string().min(1), note: z.string().min(1) }),
  ),
  averages: z.array(
    z.strictObject({
      instrument: z.string().min(1),
      year: z.int(),
      group: z.string().min(1),
      source: z.string().min(1),
      index: decimalSchema,
      domains: z.array(decimalSchema.nullable()),
      aspects: z.array(decimalSchema.nullable()).nullable(),
    }),
  ),
  /** Where official papers contradict themselves or each other; `field` = index or id of a domain or aspect. */
  misprints: z.array(
    z.strictObject({
      source: z.string().min(1),
      year: z.int(),
      of: z.string().min(1),
      field: z.string().min(1),
      printed: z.string().min(1),
      note: z.string().min(1),
    }),
  ),
});

const resultSchema = z.strictObject({
  year: z.int(),
  type: z.enum(['kementerian', 'lpnk', 'lns', 'instansi lain', 'provinsi', 'kabupaten', 'kota']),
  name: z.string().min(1),
  domains: z.array(decimalSchema.nullable()).length(4),
  index: decimalSchema,
  predicate: z.string().min(1),
  note: z.string().min(1).optional(),
});

const provincesSchema = z.strictObject({
  note: z.string().min(1),
  sources: z.array(z.string().min(1)).min(1),
  provinces: z.array(
    z.strictObject({
      name: z.string().min(1),
      kabupaten: z.array(z.string().min(1)),
      kota: z.array(z.string().min(1)),
    }),
  ),
});

/** What the results of 2023 and 2024 rest on: an index of another instrument cannot be compared with them. */
export const publishedInstrument = 'permenpanrb-59-2020';

/** The kabupaten and kota of a province, by the names of the published results without "Pemerintah Kab." and the like. */
export type Province = z.infer<typeof provincesSchema>['provinces'][number];

/** The average of a kind of institution in a year, as published. */
export interface NationalAverage {
  readonly instrument: string;
  readonly year: number;
  /** "Nasional", or a kind of institution. */
  readonly group: string;
  readonly index: string;
  /** In the instrument's order; null = not published. */
  readonly domains: readonly (string | null)[];
  /** In the instrument's order; null = not published. */
  readonly aspects: readonly (string | null)[] | null;
}

/** What the Ministry printed for one institution (59/2020); a domain is null where it cannot be read. */
export type PublishedResult = z.infer<typeof resultSchema>;

/** Published averages of an instrument, by year, "Nasional" first; none for an instrument without any. */
export async function loadAverages(instrumentId: string): Promise<NationalAverage[]> {
  const { averages } = await loadAveragesFile();
  return averages
    .filter(({ instrument }) => instrument === instrumentId)
    .map(({ instrument, year, group, index, domains, aspects }) => ({
      instrument,
      year,
      group,
      index,
      domains,
      aspects,
    }));
}

/** The file of averages with its sources and the misprints in them. */
export async function loadAveragesFile(): Promise<z.infer<typeof averagesSchema>> {
  const name = 'averages.json';
  return parseData(averagesSchema, await read(name), shownAs(name));
}

/** Every published result of 2023 and 2024. */
export async function loadPublishedResults(): Promise<PublishedResult[]> {
  const name = 'published-results.ndjson';
  const lines = (await read(name)).trimEnd().split('\n');
  return lines.map((line, index) => parseData(resultSchema, line, `${shownAs(name)} baris ${index + 1}`));
}

/** Which kabupaten and kota belong to which province. DKI Jakarta has none of its own. */
export async function loadProvinces(): Promise<readonly Province[]> {
  const name = 'provinces.json';
  return parseData(provincesSchema, await read(name), shownAs(name)).provinces;
}

async function read(name: string): Promise<string> {
  return String(await packageFolder.read(shownAs(name)));
}

function shownAs(name: string): string {
  return `templates/benchmarks/${name}`;
}
