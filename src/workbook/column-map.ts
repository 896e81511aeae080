const mapTargets = ['indicator', 'level', 'explanation', 'note'] as const;
export type MapTarget = (typeof mapTargets)[number];

/** Which column of a region's own sheet holds what, as the user says it. */
export interface ColumnMap {
  /** Each is a heading, or else a column's letters; the first may begin with a sheet's name and a colon. */
  readonly columns: readonly { readonly name: string; readonly target: MapTarget }[];
}

/** The words people may write for a target; the first one is shown to them. */
const words: Record<MapTarget, readonly string[]> = {
  indicator: ['indikator', 'indicator'],
  level: ['tingkat', 'level'],
  explanation: ['penjelasan', 'explanation'],
  note: ['catatan', 'note'],
};
const targets = new Map(mapTargets.flatMap((target) => words[target].map((word) => [word, target] as const)));

/**
 * Reads `No=indikator,Nilai=tingkat`. A comma ends a part only after one of the words, so headings may hold commas.
 * @returns null if it cannot be understood, names a target twice, or lacks the indicator or the level
 */
export function parseMap(text: string): ColumnMap | null {
  const columns: { name: string; target: MapTarget }[] = [];
  const part = /\s*([^=]+?)\s*=\s*([a-z]+)\s*(?:[,;]|$)/giy;
  while (part.lastIndex < text.length) {
    const [, name = '', word = ''] = part.exec(text) ?? [];
    const target = targets.get(word.toLowerCase());
    if (target === undefined || columns.some((column) => column.target === target)) return null;
    columns.push({ name, target });
  }
  const named = new Set(columns.map(({ target }) => target));
  return named.has('indicator') && named.has('level') ? { columns } : null;
}

/** Reverse of `parseMap`. */
export function formatMap({ columns }: ColumnMap): string {
  return columns.map(({ name, target }) => `${name}=${words[target][0]}`).join(',');
}

/** Whether a heading can stand on a command line between quotation marks, in every shell, and is read back whole. */
export function isPlainHeading(heading: string): boolean {
  return heading.length <= 40 && /^[\p{L}\d][\p{L}\d ._()/-]*$/u.test(heading);
}
