import { z } from 'zod';
import type { Instrument } from '../instrument/instrument.ts';

const text = z.string().trim().min(1, 'tidak boleh kosong').max(500, 'paling panjang 500 huruf');
const indicator = z.union([z.int(), text]).transform(String);
const day = z.iso.date('tulis tanggal seperti 2026-11-21');

/** What spbe.yaml says about answers of several OPD. */
export const mergeSettings = {
  merge: z.enum(['lead', 'lowest', 'median', 'weighted']).optional(),
  /** Indicator → code of the OPD pengampu. */
  leads: z.record(z.string(), text).optional(),
  /** OPD code → weight of its voice under `merge: weighted`. */
  weights: z.record(z.string(), z.number().positive('harus lebih dari 0').max(1000)).optional(),
  /** Levels decided in writing, above every answer. */
  decisions: z
    .array(z.strictObject({ indicator, level: z.number(), reason: text, by: text, date: day }))
    .optional(),
  /** Last day on which workbooks are taken back. */
  closing: day.optional(),
};

const settingsSchema = z.strictObject(mergeSettings);
type MergeSettings = z.infer<typeof settingsSchema>;
type OpdList = readonly { readonly code: string; readonly indicators: readonly string[] }[];

/** Faults within spbe.yaml itself: a lead that was not given its indicator, a weight of nobody, two decisions on one. */
export function findMergeFaults(
  { leads = {}, weights = {}, decisions = [] }: MergeSettings,
  opd: OpdList,
): string[] {
  const codes = new Set(opd.map(({ code }) => code));
  const faults = [
    ...Object.entries(leads).flatMap(([id, code]) => {
      if (!codes.has(code)) return [`leads.${id}: OPD "${code}" tidak ada di daftar opd`];
      const isGiven = opd.some((one) => one.code === code && one.indicators.includes(id));
      return isGiven ? [] : [`leads.${id}: OPD "${code}" tidak memegang indikator ${id} di daftar opd`];
    }),
    ...Object.keys(weights).flatMap((code) =>
      codes.has(code) ? [] : [`weights.${code}: OPD itu tidak ada di daftar opd`],
    ),
  ];
  const seen = new Set<string>();
  for (const [index, one] of decisions.entries()) {
    if (seen.has(one.indicator))
      faults.push(`decisions[${index}]: indikator ${one.indicator} sudah diputuskan di atas`);
    seen.add(one.indicator);
  }
  return faults;
}

/** Decisions that the instrument does not know: another indicator, a level off the scale. */
export function findUnknownDecisions(
  { decisions = [] }: MergeSettings,
  { indicators, scale }: Instrument,
): string[] {
  const known = new Set(indicators.map(({ id }) => id));
  return decisions.flatMap(({ indicator: id, level }, index) => {
    if (!known.has(id)) return [`decisions[${index}]: indikator ${id} tidak dikenal`];
    const isLevel =
      level >= scale.min && level <= scale.max && Number(level.toFixed(scale.decimals)) === level;
    return isLevel
      ? []
      : [`decisions[${index}]: tingkat ${level} tidak ada; isi ${scale.min} sampai ${scale.max}`];
  });
}
