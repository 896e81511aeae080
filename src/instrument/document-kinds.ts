import type { EvidenceKind } from './criteria-schema.ts';

/**
 * The words by which officers name the kind of a document, and what each stands for; `Lainnya` says no more than a blank
 * does. All of them together must stay under 255 characters, Excel's limit for a list in a validation.
 */
const kindOfWord: Readonly<Record<string, EvidenceKind | null>> = {
  Kebijakan: 'policy',
  'SK atau surat tugas': 'decree',
  Rencana: 'plan',
  Anggaran: 'budget',
  'Pedoman atau SOP': 'guideline',
  Dokumen: 'document',
  Notulen: 'minutes',
  'Laporan reviu': 'review-report',
  'Tindak lanjut': 'follow-up',
  'Laporan audit': 'audit-report',
  'Tangkapan layar': 'screenshot',
  Aplikasi: 'application',
  Integrasi: 'integration',
  Daftar: 'register',
  Perjanjian: 'agreement',
  Sertifikat: 'certificate',
  Survei: 'survey',
  'Indeks lembaga lain': 'index',
  Lainnya: null,
};

export const documentKindWords: readonly string[] = Object.keys(kindOfWord);

const kindOfPlainWord = new Map(
  Object.entries(kindOfWord).map(([word, kind]) => [word.toLowerCase(), kind] as const),
);

/** The kind that a word of the list names; null for `Lainnya`, a blank and any other word. */
export function parseDocumentKind(text: string): EvidenceKind | null {
  return kindOfPlainWord.get(text.normalize('NFKC').replace(/\s+/g, ' ').trim().toLowerCase()) ?? null;
}

const formal = [
  'document',
  'plan',
  'guideline',
  'policy',
  'decree',
  'register',
  'agreement',
  'budget',
] as const;

/**
 * Which kinds of document an item of evidence admits; an item whose kind is not listed admits its own kind only. Our
 * judgement after Pedoman 3/2024, which names several forms for most items: a regent's decision is a policy, the minutes
 * of a review are the review, and a follow-up may be any document.
 */
const admitted: Partial<Record<EvidenceKind, readonly EvidenceKind[] | 'any'>> = {
  draft: 'any',
  policy: ['policy', 'decree'],
  decree: ['decree', 'policy'],
  plan: ['plan', 'policy', 'decree', 'document'],
  budget: ['budget', 'plan', 'document'],
  guideline: ['guideline', 'policy', 'decree', 'document'],
  document: formal,
  minutes: ['minutes', 'review-report', 'document'],
  'review-report': ['review-report', 'minutes', 'audit-report'],
  'follow-up': 'any',
  screenshot: ['screenshot', 'application'],
  application: ['application', 'screenshot'],
  integration: ['integration', 'screenshot', 'agreement', 'document'],
  register: ['register', 'document', 'screenshot'],
  agreement: ['agreement', 'document'],
  survey: ['survey', 'document'],
  index: ['index', 'certificate', 'document'],
};

/** Whether a document of this kind can prove such an item; one whose kind is not said can prove any. */
export function admits(item: EvidenceKind, document: EvidenceKind | null): boolean {
  if (document === null || document === item) return true;
  const kinds = admitted[item] ?? [];
  return kinds === 'any' || kinds.includes(document);
}
