import { LineCounter, parseDocument, stringify } from 'yaml';
import { z } from 'zod';
import type { Instrument } from '../instrument/instrument.ts';
import { formatPath } from '../instrument/parse-json.ts';
import { listFaults, UserError } from '../problem.ts';
import { historySection } from './history-section.ts';
import { findMergeFaults, findUnknownDecisions, mergeSettings } from './merge-settings.ts';
import { planSection, targetSection } from './plan-section.ts';
import { regionKinds } from './regions.ts';
import { findUnknownCodes, ruleFields } from './rule-settings.ts';

const text = z.string().trim().min(1, 'tidak boleh kosong').max(200, 'paling panjang 200 huruf');
/** The code becomes part of file and folder names, so nothing that could lead out of the project. */
const opdCodePattern = /^[a-z0-9]+(-[a-z0-9]+)*$/;
/** Names that Windows does not allow for folders. */
const reservedCodes = /^(con|prn|aux|nul|com[0-9]|lpt[0-9])$/;

/** Shape of spbe.yaml. */
export const projectSchema = z.strictObject({
  formatVersion: z.literal(1),
  region: text,
  kind: z.enum(regionKinds),
  year: z.int().min(2018).max(2100),
  instrument: text,
  target: targetSection.optional(),
  plan: planSection.optional(),
  history: historySection.optional(),
  opd: z
    .array(
      z.strictObject({
        code: z
          .string()
          .max(40)
          .regex(opdCodePattern, 'hanya huruf kecil, angka dan tanda hubung')
          .refine((code) => !reservedCodes.test(code), 'nama itu dipakai Windows sendiri; pilih kode lain')
          .refine((code) => code !== 'gabungan', 'kode itu dipakai untuk rekapitulasi; pilih kode lain'),
        name: text,
        indicators: z.array(z.union([z.int(), text]).transform(String)),
      }),
    )
    .min(1, 'harus ada sedikitnya satu OPD'),
  ...ruleFields,
  ...mergeSettings,
});

/** What spbe.yaml says: the region, and which OPD answers which indicators. */
export type Project = z.infer<typeof projectSchema>;
export type Opd = Project['opd'][number];

/**
 * Turns the text of spbe.yaml into a checked project.
 * @param name shown in messages
 * @throws UserError naming every fault, with its place in the file
 */
export function parseProject(yaml: string, name: string): Project {
  return checkProject(parseYaml(yaml, name), name);
}

/**
 * Checks what spbe.yaml says, or is to say.
 * @param name shown in messages
 * @throws UserError naming every fault, with its place in the file
 */
export function checkProject(value: unknown, name: string): Project {
  const parsed = projectSchema.safeParse(value, { error: describeIssue });
  const faults = parsed.success
    ? [
        ...findRepeated(parsed.data),
        ...findUnknownCodes(parsed.data),
        ...findMergeFaults(parsed.data, parsed.data.opd),
      ]
    : parsed.error.issues.map(({ path, message }) => `${formatPath(path)}: ${message}`);
  if (!parsed.success || faults.length > 0) {
    throw new UserError(`${name} tidak dapat dipakai:\n${listFaults(faults)}`);
  }
  return parsed.data;
}

function parseYaml(yaml: string, name: string): unknown {
  const lines = new LineCounter();
  try {
    const document = parseDocument(yaml, { lineCounter: lines });
    const [error] = document.errors;
    if (!error) return document.toJS();
    const { line, col } = lines.linePos(error.pos[0]);
    throw new UserError(
      `${name} baris ${line} kolom ${col} bukan YAML yang sah – perbaiki tanda baca atau lekukan baris itu.`,
      { cause: error },
    );
  } catch (cause) {
    // Aliases without an anchor or without end (ReferenceError), lists nested too deep (RangeError).
    if (!(cause instanceof ReferenceError || cause instanceof RangeError)) throw cause;
    throw new UserError(
      `${name} bukan YAML yang sah – ada rujukan (*) yang salah atau daftar yang bersarang terlalu dalam.`,
      { cause },
    );
  }
}

const typeNames: Record<string, string> = {
  string: 'teks',
  number: 'angka',
  int: 'bilangan bulat',
  array: 'daftar',
  object: 'kelompok isian',
};

/** What a person who edits spbe.yaml by hand gets wrong most, in plain words; the rest in those of zod. */
const describeIssue: z.core.$ZodErrorMap = (issue) => {
  switch (issue.code) {
    case 'invalid_type':
      return issue.input === undefined
        ? 'belum diisi'
        : `seharusnya ${typeNames[issue.expected] ?? issue.expected}`;
    case 'unrecognized_keys':
      return `${issue.keys.map((key) => `"${key}"`).join(', ')} tidak dikenal; periksa ejaannya`;
    case 'too_small':
      return `paling kecil ${issue.minimum}`;
    case 'too_big':
      return `paling besar ${issue.maximum}`;
    default:
      return z.locales.id().localeError(issue);
  }
};

function findRepeated({ opd }: Project): string[] {
  const seen = new Set<string>();
  return opd.flatMap(({ code }, index) => {
    if (seen.has(code)) return [`opd[${index}].code: "${code}" dipakai dua kali`];
    seen.add(code);
    return [];
  });
}

/** @throws UserError if the project names an indicator its instrument does not have, or decides a level off its scale */
export function assertKnownIndicators(project: Project, instrument: Instrument, name: string): void {
  const known = new Set(instrument.indicators.map(({ id }) => id));
  const unassignable = project.opd.flatMap(({ code, indicators }) => {
    const unknown = indicators.filter((id) => !known.has(id));
    return unknown.length > 0 ? [`opd ${code}: indikator ${unknown.join(', ')} tidak dikenal`] : [];
  });
  const faults = [...unassignable, ...findUnknownDecisions(project, instrument)];
  if (faults.length > 0) {
    throw new UserError(`${name} tidak cocok dengan ${instrument.name}:\n${listFaults(faults)}`);
  }
}

/** The text of a new spbe.yaml, with comments for the person who will edit it. */
export function formatProject(project: Project): string {
  const { opd, rules, evidence, waivers, ...rest } = project;
  const asNumber = (id: string) => (/^\d+$/.test(id) ? Number(id) : id);
  const list = opd.map((one) => ({ ...one, indicators: one.indicators.map(asNumber) }));
  return [
    '# Proyek penilaian mandiri SPBE. Boleh diubah dengan tangan, lalu jalankan lagi "spbe init".',
    stringify(rest).trimEnd(),
    ...(rest.target === undefined
      ? ['# target: 3.5   # indeks yang dituju, atau predikat: "sangat baik"']
      : []),
    '# closing: 2026-05-29   # batas waktu pengembalian, disebut di surat "spbe send-back"',
    '# Bila satu indikator dijawab beberapa OPD: pengampunya, aturannya, dan keputusan tertulis.',
    '# leads: {12: diskominfo}   # jawaban OPD ini yang dipakai',
    '# merge: lead   # atau lowest, median, weighted (dengan weights: {bappeda: 2})',
    '# decisions: [{indicator: 12, level: 3, reason: ..., by: Sekretaris Daerah, date: 2026-05-04}]',
    '',
    '# OPD dan indikator yang dijawabnya. Pembagian ini keputusan daerah; sesuaikan dengan SK tim.',
    stringify({ opd: list }, { flowCollectionPadding: false, collectionStyle: 'any' }).trimEnd(),
    '',
    '# Berat aturan bukti: error, warning, info, atau off. Kodenya tertulis di laporan "spbe check".',
    ...(rules ? [stringify({ rules }).trimEnd()] : ['# rules:', '#   evidence-scan: info']),
    '',
    '# Ukuran berkas bukti yang sudah disebut besar.',
    ...(evidence ? [stringify({ evidence }).trimEnd()] : ['# evidence:', '#   largestMegabytes: 100']),
    '',
    '# Pengecualian: temuan yang dibiarkan untuk sementara. Tercantum di setiap laporan.',
    ...(waivers ? [stringify({ waivers }).trimEnd()] : waiverExample),
    '',
  ].join('\n');
}

const waiverExample = [
  '# waivers:',
  '#   - code: evidence-unsigned',
  '#     indicator: 12       # atau opd: diskominfo, atau document: perbup-12.pdf',
  '#     reason: Menunggu tanda tangan Bupati',
  '#     by: Sekretaris Daerah',
  '#     until: 2026-12-31   # hari terakhir berlakunya',
];

/** `diskominfo-dinas-komunikasi-dan-informatika.xlsx`: safe on every system, at most 100 characters. */
export function workbookName({ code, name }: Pick<Opd, 'code' | 'name'>): string {
  const plain = name
    .normalize('NFKD')
    .replace(/\p{M}/gu, '')
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, '-')
    .replace(/^-+|-+$/g, '');
  return `${`${code}-${plain}`.slice(0, 95).replace(/-+$/, '')}.xlsx`;
}
