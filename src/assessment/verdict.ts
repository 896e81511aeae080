/** The internal assessor's word on a document; null: none yet, or one that is not understood. */
export type Verdict = 'accepted' | 'revise' | 'refused';

const words: Readonly<Record<Verdict, readonly string[]>> = {
  accepted: ['diterima', 'terima', 'sesuai', 'ok', 'valid'],
  revise: ['perbaiki', 'perbaikan', 'revisi', 'perlu perbaikan', 'perlu revisi'],
  refused: ['ditolak', 'tolak', 'tidak sesuai', 'tidak diterima', 'tidak valid'],
};

export function parseVerdict(text: string): Verdict | null {
  const plain = text.normalize('NFKC').replace(/\s+/g, ' ').trim().toLowerCase();
  const found = Object.entries(words).find(([, known]) => known.includes(plain));
  return (found?.[0] as Verdict | undefined) ?? null;
}
