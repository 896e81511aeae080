import type { Group, Instrument } from '../instrument/instrument.ts';
import { UserError } from '../problem.ts';
import { foldName, type GroupTarget, parseTarget, type Target } from './target.ts';

export interface YearTarget {
  readonly year: number;
  readonly target: Target;
}

/** Everything that is to be reached; `byYear` ascending, and then `index` is null. */
export interface Targets {
  readonly index: Target | null;
  readonly groups: readonly GroupTarget[];
  readonly byYear: readonly YearTarget[];
}

/**
 * Reads targets as written after --target, one a text: `4.0` or `sangat baik` for the index, `D2=3.0` for a domain or
 * aspect (its id or its name), `2027=3.6` for the index of a year.
 * @throws UserError naming what was found and what is allowed
 */
export function parseTargets(texts: readonly string[], instrument: Instrument): Targets {
  const groups: GroupTarget[] = [];
  const byYear: YearTarget[] = [];
  const whole: Target[] = [];
  for (const text of texts) {
    const [, key, value = ''] = /([^=]*)=([\s\S]*)/.exec(text) ?? [];
    if (key === undefined) whole.push(parseTarget(text, instrument));
    else if (/^\s*(19|20|21)\d\d\s*$/.test(key)) {
      byYear.push({ year: Number(key), target: parseTarget(value, instrument) });
    } else groups.push(parseGroupTarget(key.trim(), value, instrument));
  }
  if (whole.length > 1) throw new UserError('Target indeks disebut lebih dari sekali. Sebutkan satu saja.');
  if (whole.length > 0 && byYear.length > 0) {
    throw new UserError(
      'Target indeks disebut bersama target per tahun. Pilih salah satu, atau beri tahunnya.',
    );
  }
  assertOnce(groups.map(({ group }) => group.id));
  assertOnce(byYear.map(({ year }) => String(year)));
  byYear.sort((a, b) => a.year - b.year);
  assertRising(byYear);
  return { index: whole[0] ?? null, groups, byYear };
}

function parseGroupTarget(key: string, value: string, instrument: Instrument): GroupTarget {
  const group = instrument.groups.find(
    ({ id, name }) => foldName(id) === foldName(key) || foldName(name) === foldName(key),
  );
  if (!group) throw new UserError(unknownGroup(key, instrument));
  const { index, label } = parseTarget(value, instrument);
  return { group, index, label: `${group.name} ${label}` };
}

function unknownGroup(key: string, { groups, indicators }: Instrument): string {
  const near = groups.filter(
    ({ name }) => foldName(key).length >= 3 && foldName(name).includes(foldName(key)),
  );
  const shown = (near.length > 0 ? near : groups).map(({ id, name }: Group) => `${id} (${name})`).join(', ');
  const isIndicator = indicators.some(({ id }) => id === key);
  const found = isIndicator
    ? `Target "${key}=…" menyebut indikator; target berlaku untuk indeks, domain, aspek, atau tahun.`
    : `Domain atau aspek "${key.slice(0, 40)}" tidak dikenal.`;
  const hint = isIndicator ? ' Untuk mencoba tingkat sebuah indikator pakai spbe simulate --set.' : '';
  return `${found}${hint} ${near.length > 0 ? 'Maksud Anda' : 'Pilih'}: ${shown}.`;
}

function assertOnce(keys: readonly string[]): void {
  const twice = keys.find((key, position) => keys.indexOf(key) !== position);
  if (twice !== undefined) throw new UserError(`Target ${twice} disebut dua kali. Sebutkan satu saja.`);
}

/** A path that goes down again is a slip of the keyboard. */
function assertRising(years: readonly YearTarget[]): void {
  for (const [position, { year, target }] of years.entries()) {
    const before = years[position - 1];
    if (before && target.index.compare(before.target.index) < 0) {
      throw new UserError(
        `Target ${year} (${target.label}) lebih rendah daripada target ${before.year} (${before.target.label}). Target tahunan tidak boleh turun.`,
      );
    }
  }
}
