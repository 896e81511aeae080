import { Fraction } from 'fraction.js';
import type { Fault } from './check.ts';
import type { Skeleton } from './schema.ts';

type File = Pick<Skeleton, 'externalIndices' | 'indicators' | 'scale'>;
type IndexBand = File['externalIndices'][number]['bands'][number];

/**
 * Indices of other agencies: each for one known indicator; bands without hole or overlap, of which only the first may
 * be open and none where the conversion is linear; levels on the scale, rising with the index.
 */
export function externalIndicesAreSound({ externalIndices, indicators, scale }: File): Fault[] {
  const known = new Set(indicators.map(({ id }) => id));
  const seen = new Set<string>();
  return externalIndices.flatMap(({ indicator, conversion, bands }, index) => {
    const path = `externalIndices[${index}]`;
    const faults: Fault[] = [];
    if (!known.has(indicator)) {
      faults.push({ path: `${path}.indicator`, reason: `indikator "${indicator}" tidak dikenal` });
    }
    if (seen.has(indicator)) {
      faults.push({ path: `${path}.indicator`, reason: `indikator "${indicator}" dipakai dua kali` });
    }
    seen.add(indicator);
    for (const [place, band] of bands.entries()) {
      const at = `${path}.bands[${place}]`;
      faults.push(...valueFaults(band, bands[place - 1], conversion, at));
      faults.push(...levelFaults(band, bands[place - 1], scale, at));
    }
    return faults;
  });
}

function valueFaults(
  { from, to }: IndexBand,
  before: IndexBand | undefined,
  conversion: string | null,
  at: string,
): Fault[] {
  if (from === null) {
    if (before) return [{ path: `${at}.from`, reason: 'hanya rentang pertama boleh tanpa batas bawah' }];
    if (conversion === null) return [];
    return [{ path: `${at}.from`, reason: `tanpa batas bawah tidak dapat dihitung "${conversion}"` }];
  }
  const faults: Fault[] = [];
  if (before && !new Fraction(from).equals(before.to)) {
    const what = new Fraction(from).compare(before.to) > 0 ? 'berlubang' : 'tumpang tindih';
    faults.push({ path: `${at}.from`, reason: `rentang ${what}: mulai ${from}, seharusnya ${before.to}` });
  }
  if (new Fraction(to).compare(from) <= 0) {
    faults.push({ path: `${at}.to`, reason: `rentang berakhir di ${to}, sebelum mulai di ${from}` });
  }
  return faults;
}

function levelFaults(
  { levelFrom, levelTo }: IndexBand,
  before: IndexBand | undefined,
  { min, max }: File['scale'],
  at: string,
): Fault[] {
  const faults: Fault[] = [];
  const lowest = before?.levelTo ?? min;
  if (new Fraction(levelFrom).compare(lowest) < 0) {
    faults.push({ path: `${at}.levelFrom`, reason: `tingkat ${levelFrom} di bawah ${lowest}` });
  }
  if (new Fraction(levelTo).compare(levelFrom) < 0) {
    faults.push({ path: `${at}.levelTo`, reason: `tingkat ${levelTo} di bawah ${levelFrom}` });
  }
  if (new Fraction(levelTo).compare(max) > 0) {
    faults.push({ path: `${at}.levelTo`, reason: `tingkat ${levelTo} di atas skala ${min}–${max}` });
  }
  return faults;
}
