/** What became of a step, and the word for it that stands in the workbook. */
export const statusWords = {
  open: 'Belum',
  running: 'Berjalan',
  done: 'Selesai',
  cancelled: 'Batal',
} as const;

export type StepStatus = keyof typeof statusWords;

const statuses = Object.keys(statusWords) as StepStatus[];

/** An empty cell is `open`; null for a word that is none of them. */
export function parseStepStatus(text: string): StepStatus | null {
  const plain = text.normalize('NFKC').trim().toLowerCase();
  return plain === '' ? 'open' : (statuses.find((one) => statusWords[one].toLowerCase() === plain) ?? null);
}
