/**
 * Breaks a name into lines of about the same length, for a label that a chart would not break itself.
 * @param width characters a line may have; a longer word stays whole
 */
export function wrapLabel(text: string, width: number): string {
  const words = text.split(/\s+/).filter((word) => word !== '');
  const count = wrap(words, width).length;
  // The narrowest lines that are not more of them.
  let narrow = Math.ceil(text.length / count);
  while (narrow < width && wrap(words, narrow).length > count) narrow++;
  return wrap(words, narrow).join('\n');
}

function wrap(words: readonly string[], width: number): string[] {
  const lines: string[] = [];
  for (const word of words) {
    const last = lines.at(-1);
    if (last !== undefined && last.length + 1 + word.length <= width)
      lines[lines.length - 1] = `${last} ${word}`;
    else lines.push(word);
  }
  return lines;
}
