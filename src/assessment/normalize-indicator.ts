const longestId = 100;

/** `12`, ` 12 `, `12.0`, `12.`, `Indikator 12`, `012` all name indicator 12; `35-1` and `35 – 1` name 35-1. */
export function normalizeIndicator(text: string): string {
  // No id is nearly as long; the patterns would take hours for a text of many blanks.
  if (text.length > longestId) return `${text.slice(0, longestId)}…`;
  return text
    .normalize('NFKC')
    .trim()
    .replace(/^(indikator|ind|no|nomor|i)\b\.?\s*/i, '')
    .replace(/\s*[–—-]\s*/, '-')
    .replace(/^0+(?=\d)/, '')
    .replace(/[.,]0*$/, '');
}
