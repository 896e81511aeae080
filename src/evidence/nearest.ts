/** Names of which one may be meant; made once, asked often. */
export interface Names {
  /** The value of the most similar name, null if none is similar enough. Of equals the first in order. */
  nearest(name: string): string | null;
}

/** A quarter of the letters may differ. */
const tolerance = 4;
const longestName = 120;

/** @param entries name and value; the order decides between equals */
export function indexNames(entries: readonly (readonly [string, string])[]): Names {
  const known = entries.map(([name, value]) => ({ ...prepare(name), value }));
  const asked = new Map<string, string | null>();
  const find = (name: string) => {
    const wanted = prepare(name);
    let best = Math.floor(wanted.text.length / tolerance) + 1;
    let found: string | null = null;
    for (const { text, letters, value } of known) {
      // Each letter that only one of both has costs at least half a change: far cheaper to see than the distance.
      if (Math.abs(text.length - wanted.text.length) >= best) continue;
      if (countBits(letters ^ wanted.letters) / 2 >= best) continue;
      const changes = distance(text, wanted.text, best);
      if (changes < best) [best, found] = [changes, value];
    }
    return found;
  };
  return {
    nearest(name) {
      const before = asked.get(name);
      if (before !== undefined) return before;
      const found = find(name);
      asked.set(name, found);
      return found;
    },
  };
}

/** Without what people do not see as a difference: case, extension, kind of separator. */
function prepare(name: string): { text: string; letters: number } {
  const text = name
    .normalize('NFC')
    .toLowerCase()
    .replace(/\.[a-z\d]{1,5}$/, '')
    .replace(/[\s_.,()-]+/g, ' ')
    .trim()
    .slice(0, longestName);
  let letters = 0;
  for (let at = 0; at < text.length; at++) letters |= 1 << (text.charCodeAt(at) & 31);
  return { text, letters };
}

function countBits(value: number): number {
  let count = 0;
  for (let rest = value; rest !== 0; rest &= rest - 1) count++;
  return count;
}

/** Letters to put in, take out or change (Levenshtein); any number from `limit` on means too many. */
function distance(a: string, b: string, limit: number): number {
  let above = Array.from({ length: b.length + 1 }, (_, index) => index);
  for (let row = 1; row <= a.length; row++) {
    const line = [row];
    for (let column = 1; column <= b.length; column++) {
      const change = (above[column - 1] as number) + (a[row - 1] === b[column - 1] ? 0 : 1);
      line[column] = Math.min(change, (above[column] as number) + 1, (line[column - 1] as number) + 1);
    }
    if (Math.min(...line) >= limit) return limit;
    above = line;
  }
  return above[b.length] as number;
}
