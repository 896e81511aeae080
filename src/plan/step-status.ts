/** What became of a step, in the words that stand in the workbook. */
export const stepStatuses = ['Belum', 'Berjalan', 'Selesai', 'Batal'] as const;
export type StepStatus = (typeof stepStatuses)[number];

/** An empty cell is `Belum`; null for a word that is none of them. */
export function parseStepStatus(text: string): StepStatus | null {
  const plain = text.normalize('NFKC').trim().toLowerCase();
  return plain === '' ? 'Belum' : (stepStatuses.find((one) => one.toLowerCase() === plain) ?? null);
}
