import { z } from 'zod';
import { formatPath, parseJson } from '../instrument/parse-json.ts';
import { packageFolder } from '../package-folder.ts';
import { UserError } from '../problem.ts';

/** Kinds of institution that have a list of usual OPD in templates/regions. */
export const regionKinds = ['kabupaten', 'kota', 'provinsi', 'kementerian'] as const;

const text = z.string().trim().min(1, 'tidak boleh kosong');
/** The code becomes part of a file name, so nothing but letters, digits and hyphens. */
const code = z.string().regex(/^[a-z0-9]+(-[a-z0-9]+)*$/, 'hanya huruf kecil, angka, dan tanda hubung');

const regionTemplateSchema = z.strictObject({
  kind: z.enum(regionKinds),
  label: text,
  note: text,
  basis: z.array(text).min(1),
  opd: z
    .array(
      z.strictObject({
        code,
        name: text,
        note: text.optional(),
        indicators: z.record(z.string(), z.array(text)),
      }),
    )
    .min(1),
});

export type RegionTemplate = z.infer<typeof regionTemplateSchema>;

/**
 * Loads the usual OPD of one kind of institution, and who usually answers which indicator.
 * @throws UserError if the kind is unknown or its file is broken (all faults named at once)
 */
export async function loadRegionTemplate(kind: string): Promise<RegionTemplate> {
  if (!regionKinds.some((known) => known === kind)) {
    throw new UserError(`Jenis instansi "${kind}" tidak dikenal. Yang tersedia: ${regionKinds.join(', ')}.`);
  }
  const name = `templates/regions/${kind}.json`;
  return parseRegionTemplate(String(await packageFolder.read(name)), name);
}

/**
 * Turns the text of a region file into a checked template.
 * @param name shown in messages, usually the file's path
 */
export function parseRegionTemplate(json: string, name: string): RegionTemplate {
  const options = { error: z.locales.id().localeError };
  const parsed = regionTemplateSchema.safeParse(parseJson(json, name), options);
  const faults = parsed.success
    ? findRepeated(parsed.data)
    : parsed.error.issues.map(({ path, message }) => `${formatPath(path)}: ${message}`);
  if (!parsed.success || faults.length > 0) {
    throw new UserError(
      `Berkas ${name} tidak dapat dipakai:\n${faults.map((line) => `  ${line}`).join('\n')}`,
    );
  }
  return parsed.data;
}

function findRepeated({ opd }: RegionTemplate): string[] {
  const faults: string[] = [];
  const codes = new Set<string>();
  const leads = new Map<string, string>();
  for (const [index, entry] of opd.entries()) {
    if (codes.has(entry.code)) faults.push(`opd[${index}].code: "${entry.code}" dipakai dua kali`);
    codes.add(entry.code);
    for (const [instrument, ids] of Object.entries(entry.indicators)) {
      for (const id of ids) {
        const key = `${instrument} ${id}`;
        const lead = leads.get(key);
        if (lead !== undefined) {
          faults.push(`opd[${index}].indicators: indikator ${id} sudah diampu "${lead}"`);
        }
        leads.set(key, entry.code);
      }
    }
  }
  return faults;
}
