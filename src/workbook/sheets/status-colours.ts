/** Fills of a status in tables. */
export const statusTints = {
  done: 'FFD5EBD6',
  late: 'FFF8D0CE',
  running: 'FFFFE8B3',
  dropped: 'FFE3E3E3',
} as const;

/** Rules of a conditional format; the first that holds decides. */
export function colourRules(rules: readonly (readonly [formula: string, argb: string])[]) {
  return rules.map(([formula, argb], index) => ({
    type: 'expression' as const,
    priority: index + 1,
    formulae: [formula],
    style: { fill: { type: 'pattern' as const, pattern: 'solid' as const, bgColor: { argb } } },
  }));
}
