import { Fraction } from 'fraction.js';
import { formatIds } from '../instrument/id-list.ts';
import type { Group, Instrument } from '../instrument/instrument.ts';
import type { Place, Problem } from '../problem.ts';
import { problem } from '../problem-kinds.ts';
import type { ExternalValues, StatedValue } from './external.ts';
import { exact, type GroupScore, roundHalfUp } from './score.ts';

/** A sum, and how far off it may be because its parts were rounded when they were written down. */
interface Known {
  readonly value: Fraction;
  readonly blur: Fraction;
}

const zero = new Fraction(0);

/**
 * Holds what a result states against its own parts: aspects against levels, domains against aspects, the index against
 * the aspects. Nothing is corrected; where levels or aspects are given, ours are the sums that count.
 * @param at where to report what no line of its own states
 */
export function checkSums(values: ExternalValues, instrument: Instrument, at: Place): Problem[] {
  const problems: Problem[] = [];
  const compare = (what: string, stated: StatedValue | null | undefined, computed: Known | null) => {
    if (!stated || !computed) return;
    const allowed = halfUnit(stated.decimals).add(computed.blur);
    if (stated.value.sub(computed.value).abs().compare(allowed) <= 0) return;
    const details = { what, stated: shown(stated.value), computed: shown(computed.value) };
    problems.push(problem('external-sum-differs', stated.at, details));
  };
  const aspects = knownAspects(values, instrument);
  for (const group of instrument.groups) {
    const computed = group.kind === 'aspect' ? fromLevels(values, instrument, group) : null;
    const sum = group.kind === 'domain' ? meanOf(childrenOf(instrument, group), aspects) : computed;
    compare(
      `${group.kind === 'domain' ? 'Domain' : 'Aspek'} ${group.name}`,
      values.groups.get(group.id),
      sum,
    );
  }
  compare('Indeks', values.index, meanOf(aspectsOf(instrument), aspects));
  const missing = instrument.indicators.filter(({ id }) => !values.levels.some((one) => one.id === id));
  if (values.levels.length > 0 && missing.length > 0) {
    const indicators = formatIds(
      missing.map(({ id }) => id),
      instrument.indicators,
    );
    problems.push(problem('external-incomplete', at, { indicators }));
  }
  return problems;
}

/** All groups of a result that states every aspect but no levels; null if an aspect is missing. */
export function groupsOf(
  values: ExternalValues,
  instrument: Instrument,
): { readonly groups: readonly GroupScore[]; readonly index: Fraction } | null {
  const aspects = knownAspects(values, instrument);
  const index = meanOf(aspectsOf(instrument), aspects);
  if (index === null) return null;
  const groups = instrument.groups.map((group): GroupScore => {
    const known =
      group.kind === 'aspect' ? aspects.get(group.id) : meanOf(childrenOf(instrument, group), aspects);
    if (!known) throw new Error(`No value of ${group.id}`);
    return { group, index: known.value };
  });
  return { groups, index: index.value };
}

/** By levels where they are all there, else as stated. */
function knownAspects(values: ExternalValues, instrument: Instrument): Map<string, Known> {
  return new Map(
    aspectsOf(instrument).flatMap((group): [string, Known][] => {
      const stated = values.groups.get(group.id);
      const known =
        fromLevels(values, instrument, group) ??
        (stated ? { value: stated.value, blur: halfUnit(stated.decimals) } : null);
      return known ? [[group.id, known]] : [];
    }),
  );
}

function fromLevels({ levels }: ExternalValues, { indicators }: Instrument, group: Group): Known | null {
  const byId = new Map(levels.map(({ id, level }) => [id, { value: exact(level), blur: zero }]));
  return meanOf(
    indicators.filter((one) => one.group === group.id),
    byId,
  );
}

/** Weighted mean; null unless every part is known. */
function meanOf(
  parts: readonly { readonly id: string; readonly weight: Fraction }[],
  known: ReadonlyMap<string, Known>,
): Known | null {
  let [sum, blur, whole] = [zero, zero, zero];
  for (const { id, weight } of parts) {
    const part = known.get(id);
    if (part === undefined) return null;
    sum = sum.add(weight.mul(part.value));
    blur = blur.add(weight.mul(part.blur));
    whole = whole.add(weight);
  }
  return parts.length === 0 ? null : { value: sum.div(whole), blur: blur.div(whole) };
}

function aspectsOf({ groups }: Instrument): Group[] {
  return groups.filter(({ kind }) => kind === 'aspect');
}

function childrenOf({ groups }: Instrument, { id }: Group): Group[] {
  return groups.filter(({ parent }) => parent === id);
}

function halfUnit(decimals: number): Fraction {
  return new Fraction(1).div(2n * 10n ** BigInt(decimals));
}

function shown(value: Fraction): string {
  return roundHalfUp(value, 2).replace('.', ',');
}
