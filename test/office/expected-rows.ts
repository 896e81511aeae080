import fc from 'fast-check';
import { Fraction } from 'fraction.js';
import { exact } from '../../src/assessment/score.ts';
import type { Group, Indicator, Instrument } from '../../src/instrument/instrument.ts';
import type { WorkbookSpec } from '../../src/workbook/contents.ts';
import type { Filling, Level } from './computed-sheets.ts';
import { instruments } from './sample.ts';

/* The same, said another way: from the instrument and what was typed. */

export function pack(id: string): Instrument {
  const found = instruments.find((one) => one.id === id);
  if (!found) throw new Error(`No instrument ${id}`);
  return found;
}

export function chosen({ instrument, indicators }: WorkbookSpec): Indicator[] {
  return instrument.indicators.filter(({ id }) => indicators.includes(id));
}

export function allLevels({ criteria, indicators }: WorkbookSpec) {
  return indicators.flatMap((id) =>
    (criteria.byIndicator.get(id)?.levels ?? []).map((level) => [id, level] as const),
  );
}

export function allItems(spec: WorkbookSpec) {
  return allLevels(spec).flatMap(([, { evidence }]) => evidence);
}

/** A level of the scale, with no more decimals than it has; null for all else. */
export function validLevel({ spec, rows }: Filling, id: string): number | null {
  const { min, max, decimals } = spec.instrument.scale;
  const level = rows.get(id)?.level;
  if (typeof level !== 'number' || level < min || level > max) return null;
  return Number(level.toFixed(decimals)) === level ? level : null;
}

export function levelsOf(filling: Filling): Map<string, number> {
  return new Map(
    filling.spec.indicators.flatMap((id): [string, number][] => {
      const level = validLevel(filling, id);
      return level === null ? [] : [[id, level]];
    }),
  );
}

function atLevel({ criteria }: WorkbookSpec, id: string, level: number) {
  return criteria.byIndicator.get(id)?.levels.find((one) => one.level === Math.floor(level));
}

export function criterionOf(spec: WorkbookSpec, id: string, level: number): string {
  const found = atLevel(spec, id, level);
  if (!found) return '';
  return found.criterion ?? 'Bunyi kriteria belum tersedia; lihat bukti yang diminta di lembar Kriteria.';
}

export function nameOf({ capabilities }: Instrument, { capability }: Indicator, level: number): string {
  const levels = capabilities.get(capability)?.levels ?? [];
  return levels.find((one) => one.level === Math.floor(level))?.name ?? '';
}

export function missingOf(filling: Filling, id: string): string {
  const level = validLevel(filling, id);
  if (level === null) return '';
  if (level <= filling.spec.instrument.scale.floor) return '0';
  const required = (atLevel(filling.spec, id, level)?.evidence ?? []).filter((item) => item.required);
  const has = (item: { id: string }) => filling.ticks.get(item.id) === 'Ya';
  const single = required.filter((item) => item.anyOf === undefined && !has(item));
  const letters = new Set(required.flatMap(({ anyOf }) => anyOf ?? []));
  const groups = [...letters].filter(
    (letter) => !required.some((item) => item.anyOf === letter && has(item)),
  );
  return String(single.length + groups.length);
}

export function statusOf(filling: Filling, id: string): string {
  const row = filling.rows.get(id) ?? {};
  const level = validLevel(filling, id);
  if (row.level === undefined) return 'Belum diisi';
  if (level === null) return 'Periksa tingkat';
  if (level <= filling.spec.instrument.scale.floor) return 'Lengkap';
  if (!row.fact || !row.analysis) return 'Penjelasan kosong';
  if (!row.documents) return 'Bukti belum ada';
  return missingOf(filling, id) === '0' ? 'Lengkap' : 'Butir kurang';
}

export function inside({ instrument, indicators }: WorkbookSpec, group: Group): Indicator[] {
  const ids = instrument.groups.flatMap(({ id, parent }) =>
    id === group.id || parent === group.id ? [id] : [],
  );
  return instrument.indicators.filter((one) => ids.includes(one.group) && indicators.includes(one.id));
}

export function weightOf(indicators: readonly Indicator[]): Fraction {
  return indicators.reduce((sum, { weight }) => sum.add(weight), new Fraction(0));
}

export function meanOf(spec: WorkbookSpec, group: Group, levels: ReadonlyMap<string, number>): Fraction {
  const own = inside(spec, group);
  const level = (id: string) => exact(levels.get(id) ?? spec.instrument.scale.floor);
  return own
    .reduce((sum, { id, weight }) => sum.add(weight.mul(level(id))), new Fraction(0))
    .div(weightOf(own));
}

/** Empty; every level at the same height, so that many losses are equal; and fillings of all kinds. */
export function makeFillings(spec: WorkbookSpec, random: number): Filling[] {
  const { min, max, decimals } = spec.instrument.scale;
  const steps = 10 ** decimals;
  const valid = fc
    .integer({ min: min * steps, max: max * steps })
    .map((one) => Number((one / steps).toFixed(decimals)));
  const odd = fc.constantFrom<Level | undefined>(
    undefined,
    'tiga',
    '3',
    max + 1,
    min - 1,
    decimals ? 2.125 : 2.5,
  );
  const words = fc.constantFrom<string | undefined>('Terisi.', 'Terisi.', 'Terisi.', undefined);
  const row = fc.record({
    level: fc.oneof({ weight: 6, arbitrary: valid }, { weight: 1, arbitrary: odd }),
    fact: words,
    analysis: words,
    documents: fc.constantFrom(0, 1, 1, 2),
  });
  const items = allItems(spec);
  const tick = fc.constantFrom<string | undefined>('Ya', 'Ya', 'Ya', 'Belum', undefined);
  const any = fc.record({
    rows: fc.tuple(...spec.indicators.map(() => row)),
    ticks: fc.array(tick, { minLength: items.length, maxLength: items.length }),
  });
  const made = fc.sample(any, { seed: 47, numRuns: random }).map(({ rows, ticks }, index) => ({
    label: `random ${index}`,
    spec,
    rows: new Map(
      spec.indicators.map((id, at) => {
        const { level, fact, analysis, documents } = rows[at] ?? {};
        return [
          id,
          {
            ...(level !== undefined && { level }),
            ...(fact !== undefined && { fact }),
            ...(analysis !== undefined && { analysis }),
            ...(documents !== undefined && { documents }),
          },
        ];
      }),
    ),
    ticks: new Map(
      items.flatMap(({ id }, at): [string, string][] => {
        const word = ticks[at];
        return word === undefined ? [] : [[id, word]];
      }),
    ),
  }));
  const flat = (level: number): Filling => ({
    ...{ label: `all at ${level}`, spec, ticks: new Map() },
    rows: new Map(spec.indicators.map((id) => [id, { level }])),
  });
  const empty: Filling = { label: 'empty', spec, rows: new Map(), ticks: new Map() };
  return [empty, flat(min), flat(max), flat(Math.floor((min + max) / 2)), ...made];
}
