const fewestWords = 8;
const fewestCharacters = 40;
/** Nothing of this length is short, however few its words. */
const longestShort = 500;

export function countWords(text: string): number {
  return text.match(/[\p{L}\p{N}][^\s]*/gu)?.length ?? 0;
}

/** Whether an explanation is too short to say anything. Our own judgement. */
export function isShort(text: string): boolean {
  const beginning = text.slice(0, longestShort);
  if (beginning.trim().length < fewestCharacters) return true;
  return text.length < longestShort && countWords(text) < fewestWords;
}
