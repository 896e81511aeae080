const candidates = [';', '\t', ',', '|'] as const;
const sampleLines = 50;

/**
 * The sign that parts the fields: the one that stands equally often in the most lines, quoted text left aside.
 * Decimal and sentence commas vary from line to line, so they lose against `;`, and on a draw too.
 */
export function detectDelimiter(text: string): string {
  const lines = countPerLine(text);
  let best = { delimiter: ',', lines: 0, count: 0 };
  for (const delimiter of candidates) {
    const tally = new Map<number, number>();
    for (const line of lines) {
      const count = line.get(delimiter) ?? 0;
      if (count > 0) tally.set(count, (tally.get(count) ?? 0) + 1);
    }
    for (const [count, alike] of tally) {
      if (alike > best.lines || (alike === best.lines && count > best.count)) {
        best = { delimiter, lines: alike, count };
      }
    }
  }
  return best.delimiter;
}

/** How often each sign stands outside of quotes, in the first lines. */
function countPerLine(text: string): Map<string, number>[] {
  const lines: Map<string, number>[] = [];
  let line = new Map<string, number>();
  let quoted = false;
  for (const sign of text) {
    if (sign === '"') quoted = !quoted;
    else if (quoted) continue;
    else if (sign === '\n' || sign === '\r') {
      lines.push(line);
      if (lines.length === sampleLines) return lines;
      line = new Map();
    } else if ((candidates as readonly string[]).includes(sign)) line.set(sign, (line.get(sign) ?? 0) + 1);
  }
  lines.push(line);
  return lines;
}
