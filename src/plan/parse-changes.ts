import type { Levels } from '../assessment/score.ts';
import type { Instrument } from '../instrument/instrument.ts';
import { UserError } from '../problem.ts';

/**
 * Reads levels as written after --set, one a text: `12=3`, `21-28=2` (a run in the instrument's order), `1,5,7=4`.
 * Ids that hold a hyphen themselves (`35-1`) are known by the instrument. Later texts replace earlier ones.
 * @throws UserError naming what was found and what is allowed
 */
export function parseChanges(texts: readonly string[], instrument: Instrument): Levels {
  const changes = new Map<string, number>();
  for (const text of texts) {
    const match = /^([^=]+)=([^=]+)$/.exec(text.normalize('NFKC'));
    if (match === null) {
      throw new UserError(
        `"${text.slice(0, 40)}" tidak dimengerti. Tulis nomor=tingkat, misalnya 12=3 atau 21-28=2.`,
      );
    }
    const [, left = '', right = ''] = match;
    const level = parseLevel(right.trim(), instrument);
    for (const part of left.split(','))
      for (const id of expand(part.trim(), instrument)) changes.set(id, level);
  }
  return changes;
}

function parseLevel(text: string, { scale }: Instrument): number {
  const level = Number(text.replace(',', '.'));
  const decimals = text.split(/[.,]/)[1]?.length ?? 0;
  const isFine = /^\d+([.,]\d+)?$/.test(text) && level >= scale.min && level <= scale.max;
  if (!isFine || decimals > scale.decimals) {
    const kind = scale.decimals === 0 ? 'bilangan bulat' : 'angka';
    throw new UserError(
      `Tingkat "${text.slice(0, 40)}" tidak ada. Tulis ${kind} ${scale.min} sampai ${scale.max}.`,
    );
  }
  return level;
}

function expand(text: string, { indicators }: Instrument): string[] {
  const ids = indicators.map(({ id }) => id);
  if (ids.includes(text)) return [text];
  for (const { index: position } of text.matchAll(/[-–]/g)) {
    const first = ids.indexOf(text.slice(0, position).trim());
    const last = ids.indexOf(text.slice(position + 1).trim());
    if (first >= 0 && first <= last) return ids.slice(first, last + 1);
  }
  throw new UserError(
    `Indikator "${text.slice(0, 40)}" tidak ada. Nomor yang dikenal: ${ids[0]} sampai ${ids.at(-1)}.`,
  );
}
