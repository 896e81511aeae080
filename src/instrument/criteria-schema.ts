import { z } from 'zod';

/** What a piece of evidence is. A rule or a plan may treat one kind differently from another. */
export const evidenceKinds = {
  draft: 'rancangan',
  policy: 'kebijakan yang ditetapkan',
  decree: 'surat keputusan atau surat tugas',
  plan: 'dokumen perencanaan',
  budget: 'rencana kerja atau anggaran',
  guideline: 'pedoman, standar, atau prosedur',
  document: 'dokumen formal',
  minutes: 'notulen, undangan, atau dokumentasi rapat',
  'review-report': 'laporan reviu atau evaluasi',
  'follow-up': 'bukti tindak lanjut',
  'audit-report': 'laporan audit',
  screenshot: 'tangkapan layar',
  application: 'aplikasi yang berjalan (alamat, akun uji, video)',
  integration: 'bukti integrasi (arsitektur, API, data berbagi)',
  register: 'daftar, inventaris, atau data',
  agreement: 'kesepakatan atau perjanjian',
  certificate: 'sertifikat',
  survey: 'hasil survei',
  index: 'indeks dari lembaga lain',
} as const;
export type EvidenceKind = keyof typeof evidenceKinds;

const id = z.string().regex(/^[A-Za-z0-9][A-Za-z0-9-]{0,40}$/, 'hanya huruf, angka dan tanda hubung');
const sentence = (longest: number) =>
  z.string().trim().min(1, 'tidak boleh kosong').max(longest, `paling panjang ${longest} huruf`);
const confidence = z.enum(['high', 'medium', 'low']);

const evidenceItem = z.strictObject({
  /** `12-L3-a`: never reused for another thing. */
  id: z.string().regex(/^[A-Za-z0-9-]+-L\d-[a-z]$/, 'harus seperti "12-L3-a"'),
  text: sentence(200),
  kind: z.enum(Object.keys(evidenceKinds) as [EvidenceKind, ...EvidenceKind[]]),
  required: z.boolean(),
  /** Of the items of a level that carry the same letter, one is enough. */
  anyOf: z
    .string()
    .regex(/^[a-z]$/)
    .optional(),
  /** Must be younger than this at the assessment. */
  maxAgeYears: z.int().positive().optional(),
  /** Must be dated at least this long after the review it follows. */
  yearsAfterReview: z.int().positive().optional(),
});

const levelCriteria = z.strictObject({
  level: z.int().min(0).max(5),
  /** null where the sources do not give it; `note` says so. */
  criterion: sentence(330).nullable(),
  fulfilment: sentence(330).nullable(),
  /** What must be met first, as the regulation says it: not always the level below. */
  requires: z.array(z.strictObject({ indicator: id, level: z.int().min(0).max(5) })),
  evidence: z.array(evidenceItem),
  /** What the guideline changed against the regulation, or what is odd in the official text. */
  note: sentence(300).optional(),
  confidence: confidence.optional(),
});

const indicatorCriteria = z.strictObject({
  id,
  explanation: sentence(420),
  why: sentence(260),
  lead: sentence(160),
  related: z.array(z.strictObject({ indicator: id, reason: sentence(140) })),
  applications: z.array(sentence(60)),
  refusals: z.array(sentence(180)),
  /** Name of a pattern of the assumptions on duration and effort. */
  pattern: id.nullable(),
  /** Page of each source on which the indicator's criteria begin. */
  pages: z.record(id, z.int().positive()),
  levels: z.array(levelCriteria).min(1),
});

/** Shape of `templates/instruments/<id>/criteria/<aspect>.json`. */
export const criteriaFileSchema = z.strictObject({
  $schema: z.string().optional(),
  aspect: id,
  indicators: z.array(indicatorCriteria).min(1),
});

const step = z.strictObject({
  level: z.int().min(1).max(5),
  /** Usual time from the level below to this one. */
  months: z.number().positive(),
  /** Usual work for it, person-days. */
  personDays: z.number().positive(),
});

/** Shape of `templates/instruments/<id>/criteria/about.json`: what holds for all criteria of an instrument. */
export const criteriaAboutSchema = z.strictObject({
  $schema: z.string().optional(),
  schemaVersion: z.literal(1),
  /** Source of each kind of text; the guideline's edition changes faster than the regulation. */
  sources: z.strictObject({ criterion: id, fulfilment: id.nullable(), evidence: id.nullable() }),
  confidence,
  note: sentence(400),
  /** How documents carry levels. */
  coverage: z.strictObject({
    /** carries-below: one listed for level k counts for the levels below too; every-level: each level needs its own. */
    rule: z.enum(['carries-below', 'every-level']),
    source: id,
    note: sentence(300),
  }),
  /** Our own judgement, not the regulation's. */
  assumptions: z.strictObject({
    note: sentence(300),
    patterns: z.array(z.strictObject({ id, name: sentence(80), steps: z.array(step).min(1) })),
  }),
});

export type IndicatorCriteria = z.infer<typeof indicatorCriteria>;
export type LevelCriteria = z.infer<typeof levelCriteria>;
export type EvidenceItem = z.infer<typeof evidenceItem>;
export type CriteriaAbout = z.infer<typeof criteriaAboutSchema>;
export type CriteriaFile = z.infer<typeof criteriaFileSchema>;
