import { z } from 'zod';
import type { ExternalRow } from '../assessment/external.ts';
import { firstPath, parseJson } from '../instrument/parse-json.ts';
import { UserError } from '../problem.ts';

const value = z.union([z.string().max(100), z.number()]).transform(String);
const name = z.union([z.string().max(300), z.number()]).transform(String);

/** One institution as the Ministry's application hands it out; what else it says is passed over. */
const entrySchema = z.object({
  kode: name.optional(),
  tahun: name.optional(),
  nama_instansi: name.optional(),
  nilai: z.record(z.string().max(100), value),
});

export interface PortalResult {
  readonly institution: string | null;
  readonly year: number | null;
  readonly rows: readonly ExternalRow[];
}

/**
 * The result of one institution in a file of the portal's form: `{nilai: {A2001: "5.0000000000", …}}` or a list of such.
 * @param agency code or name, where the list holds several
 * @throws UserError if it has another form, or several institutions and none or an unknown one is named
 */
export function parsePortalResult(text: string, file: string, agency: string | undefined): PortalResult {
  const json = parseJson(text, file);
  const parsed = z.array(entrySchema).safeParse(Array.isArray(json) ? json : [json]);
  if (!parsed.success) {
    const where = firstPath(parsed.error);
    throw new UserError(
      `${file} tidak berbentuk hasil aplikasi evaluasi (${where}). Yang dikenal: {"nilai": {"A2001": "5.0000000000", …}}, satu atau daftar.`,
    );
  }
  const fold = (one: string | undefined) => one?.trim().toLowerCase();
  const wanted = parsed.data.filter(
    ({ kode, nama_instansi }) =>
      agency === undefined || [fold(kode), fold(nama_instansi)].includes(fold(agency)),
  );
  const [entry] = wanted;
  if (entry === undefined || wanted.length > 1) {
    const names = parsed.data.slice(0, mostNamed).map((one) => one.nama_instansi ?? one.kode ?? '?');
    const more = parsed.data.length > mostNamed ? ', …' : '';
    const named = names.length === 0 ? '' : ` (${names.map(shorten).join(', ')}${more})`;
    throw new UserError(
      `${file} memuat ${parsed.data.length} instansi${named}. Sebut satu dengan --agency, nama atau kodenya.`,
    );
  }
  const year = Number(entry.tahun);
  return {
    institution: entry.nama_instansi ?? null,
    year: Number.isInteger(year) && year > 0 ? year : null,
    rows: Object.entries(entry.nilai).map(([code, text]) => toRow(code, text, file)),
  };
}

const mostNamed = 5;

/** Names come from outside: a page of text, or one with line breaks, must not fill the screen. */
function shorten(text: string): string {
  return text.slice(0, 60).replace(/\s+/g, ' ');
}

function toRow(code: string, text: string, file: string): ExternalRow {
  const at = { file, address: code };
  const empty = { text: '', at };
  return { code: { text: code, at }, value: { text: text.trim(), at }, reason: empty, opd: empty };
}
