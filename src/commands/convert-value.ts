import { Fraction } from 'fraction.js';
import { type ConvertedValue, convertIndex } from '../assessment/convert-index.ts';
import { formatIds } from '../instrument/id-list.ts';
import type { ExternalIndex, Indicator, Instrument } from '../instrument/instrument.ts';
import { UserError } from '../problem.ts';
import { formatExact } from '../reporters/number.ts';

/**
 * Converts what the user gave with --index.
 * @param text decimal point or comma
 * @throws UserError if no such index decides the indicator, or the value is no number or lies outside its bands
 */
export function convertValue(text: string, { id }: Indicator, instrument: Instrument): ConvertedValue {
  const index = instrument.externalIndices.find(({ indicator }) => indicator === id);
  if (index === undefined) throw new UserError(describeOthers(id, instrument));
  const plain = text.trim().replace(',', '.');
  if (!/^\d{1,6}(\.\d{1,6})?$/.test(plain)) {
    throw new UserError(`Nilai "${text}" untuk --index bukan angka. Tulis misalnya 68,75.`);
  }
  const value = new Fraction(plain);
  const level = convertIndex(index, value);
  if (level.kind === 'outside') {
    throw new UserError(
      `${index.name} ${formatExact(value)} tidak mungkin. Nilainya ${describeRange(index)}.`,
    );
  }
  return { value, level };
}

function describeOthers(id: string, { name, externalIndices, indicators }: Instrument): string {
  const decided = new Set(externalIndices.map(({ indicator }) => indicator));
  const ids = indicators.flatMap((one) => (decided.has(one.id) ? [one.id] : []));
  const others =
    ids.length === 0 ? 'Di instrumen ini tidak ada' : `Yang ada: indikator ${formatIds(ids, indicators)}`;
  return `Indikator ${id} ${name} tidak ditentukan oleh indeks lembaga lain, jadi --index tidak berlaku. ${others}.`;
}

function describeRange({ bands }: ExternalIndex): string {
  const from = bands[0]?.from ?? null;
  const to = bands.at(-1)?.to ?? null;
  return [from && `dari ${formatExact(from)}`, to && `sampai ${formatExact(to)}`].filter(Boolean).join(' ');
}
