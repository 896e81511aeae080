import { Fraction } from 'fraction.js';
import type { Group, Instrument } from '../instrument/instrument.ts';
import { UserError } from '../problem.ts';

/** The index to be reached, exact, and how to name it to a person: `4,00` or `Sangat Baik (3,50)`. */
export interface Target {
  readonly index: Fraction;
  readonly label: string;
}

/** A domain's or aspect's index to be reached. */
export interface GroupTarget extends Target {
  readonly group: Group;
}

/**
 * Reads a target from text: an index (`4`, `4.0`, `4,0`) or the name of a predicate, whose lower edge is meant.
 * Case, blanks and hyphens in a name do not matter. The ends of the scale are valid targets.
 * @throws UserError in one line: what was found, what is allowed, an example
 */
export function parseTarget(text: string, instrument: Instrument): Target {
  const { bands, rounding, scale } = instrument;
  const found = text.normalize('NFKC').trim().replace(/\s+/g, ' ');
  const band = bands.find(({ name }) => foldName(name) === foldName(found));
  if (band) return { index: band.from, label: `${band.name} (${formatIndex(band.from, rounding.decimals)})` };
  if (!/^-?\d+([.,]\d+)?$/.test(found)) {
    throw new UserError(`${describe(found, instrument)} ${allowed(instrument)}`);
  }
  const index = new Fraction(found.replace(',', '.'));
  if (index.compare(scale.min) < 0 || index.compare(scale.max) > 0) {
    throw new UserError(`Target ${found} di luar skala ${scale.min}–${scale.max}. ${allowed(instrument)}`);
  }
  return { index, label: formatIndex(index, rounding.decimals) };
}

/** Never rounds: a target of 3.555 must not be shown as 3,56. */
function formatIndex(index: Fraction, decimals: number): string {
  const [whole = '0', part = ''] = index.toString().split('.');
  return decimals === 0 && part === '' ? whole : `${whole},${part.padEnd(decimals, '0')}`;
}

function describe(found: string, { bands }: Instrument): string {
  if (found === '') return 'Target kosong.';
  const shown = found.length > 40 ? `${found.slice(0, 39)}…` : found;
  const near = bands
    .map(({ name }) => ({ name, distance: distanceOf(foldName(found), foldName(name)) }))
    .sort((a, b) => a.distance - b.distance)[0];
  const hint = near && near.distance <= 2 ? ` Maksud Anda "${near.name}"?` : '';
  return `Target "${shown}" tidak dikenal.${hint}`;
}

function allowed({ bands, scale }: Instrument): string {
  const names = bands.map(({ name }) => `"${name}"`).join(', ');
  const example = formatIndex(bands.at(-1)?.from ?? new Fraction(scale.max), 1);
  return `Tulis angka ${scale.min} sampai ${scale.max}, misalnya ${example}, atau predikat: ${names}.`;
}

/** What two ways to write a name have in common: case, blanks and hyphens do not matter. */
export function foldName(name: string): string {
  return name.toLowerCase().replace(/[\s_-]/g, '');
}

/** Edit distance; a text that is the beginning of a name counts as near (`sangat` for `Sangat Baik`). */
function distanceOf(text: string, name: string): number {
  if (text.length >= 3 && name.startsWith(text)) return 1;
  let row = Array.from({ length: name.length + 1 }, (_, column) => column);
  for (const [line, letter] of [...text].entries()) {
    const next = [line + 1];
    for (const [column, other] of [...name].entries()) {
      const swap = (row[column] ?? 0) + (letter === other ? 0 : 1);
      next.push(Math.min(swap, (row[column + 1] ?? 0) + 1, (next[column] ?? 0) + 1));
    }
    row = next;
  }
  return row.at(-1) ?? 0;
}
