/**
 * A second way to the index of PermenPANRB 59/2020, sharing no line with src: whole numbers only, weights in
 * hundredths of a per cent written out by hand, so that weight × level counts ten-thousandths of the index.
 */
export function integerScore(levels: readonly number[], basis: 'exact' | 'rounded') {
  const units = levels.reduce((sum, level, index) => sum + weightOf(index + 1) * BigInt(level), 0n);
  const hundredths = (units + 50n) / 100n;
  const compared = basis === 'exact' ? units : hundredths * 100n;
  return {
    units,
    shown: `${hundredths / 100n}.${String(hundredths % 100n).padStart(2, '0')}`,
    predicate: predicateOf(compared),
  };
}

function weightOf(number: number): bigint {
  if (number <= 10) return 130n;
  if (number <= 20) return 250n;
  if (number <= 31) return 150n;
  if (number <= 41) return 275n;
  return 300n;
}

function predicateOf(units: bigint): string {
  if (units < 18_000n) return 'Kurang';
  if (units < 26_000n) return 'Cukup';
  if (units < 35_000n) return 'Baik';
  if (units < 42_000n) return 'Sangat Baik';
  return 'Memuaskan';
}
