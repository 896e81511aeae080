import { Fraction } from 'fraction.js';
import { z } from 'zod';
import { externalIndicesAreSound } from './check-indices.ts';
import { type Skeleton, skeletonSchema } from './schema.ts';

/** One thing wrong in an instrument file: where in the file, and why. */
export interface Fault {
  readonly path: string;
  readonly reason: string;
}

/**
 * What a well-formed instrument file must also satisfy: unique ids, known references, children that add up to
 * their parent, a top of exactly 100, bands without hole or overlap, every level present.
 *
 * Takes any value parsed from JSON. A check is passed over only if the very parts it reads are malformed, so
 * that a bad name does not hide a bad sum.
 * @param wellFormed the same value if the schema has accepted it: saves reading its parts again, most of the loading time
 */
export function findFaults(json: unknown, wellFormed: Skeleton | null = null): Fault[] {
  return checks.flatMap((check) => check(json, wellFormed));
}

const checks = [
  reading(['scale'], scaleIsOrdered),
  reading(['years'], yearsAreOrdered),
  reading(['groups'], (file) => idsAreUnique('groups', file.groups)),
  reading(['indicators'], (file) => idsAreUnique('indicators', file.indicators)),
  reading(['capabilities'], (file) => idsAreUnique('capabilities', file.capabilities)),
  reading(['sources'], (file) => idsAreUnique('sources', file.sources)),
  reading(['groups'], parentsAreKnown),
  reading(['groups', 'indicators'], aspectsAreKnown),
  reading(['capabilities', 'indicators'], capabilitiesAreKnown),
  reading(['scale', 'errata', 'sources'], sourcesAreKnown),
  reading(['groups', 'indicators'], weightsAddUp),
  reading(['bands', 'scale'], bandsCoverTheScale),
  reading(['capabilities', 'scale'], everyLevelIsPresent),
  reading(['externalIndices', 'indicators', 'scale'], externalIndicesAreSound),
];

/** A check over some parts of the file; finds nothing if one of them cannot be read: the schema has named it. */
function reading<K extends keyof Skeleton>(parts: readonly K[], find: (file: Pick<Skeleton, K>) => Fault[]) {
  return (json: unknown, wellFormed: Skeleton | null): Fault[] => {
    if (wellFormed) return find(wellFormed);
    const shape: Record<string, z.ZodType> = Object.fromEntries(
      parts.map((part) => [part, skeletonSchema.shape[part]]),
    );
    const parsed = z.object(shape).safeParse(json);
    return parsed.success ? find(parsed.data as Pick<Skeleton, K>) : [];
  };
}

function scaleIsOrdered({ scale }: Pick<Skeleton, 'scale'>): Fault[] {
  const faults: Fault[] = [];
  if (scale.min >= scale.max) {
    faults.push({ path: 'scale', reason: `min ${scale.min} harus di bawah max ${scale.max}` });
  }
  if (scale.floor < scale.min || scale.floor > scale.max) {
    faults.push({ path: 'scale.floor', reason: `${scale.floor} di luar skala ${scale.min}–${scale.max}` });
  }
  return faults;
}

function yearsAreOrdered({ years }: Pick<Skeleton, 'years'>): Fault[] {
  if (years.from <= years.to) return [];
  return [{ path: 'years', reason: `from ${years.from} sesudah to ${years.to}` }];
}

function idsAreUnique(list: string, entries: readonly { id: string }[]): Fault[] {
  const seen = new Set<string>();
  return entries.flatMap(({ id }, index) => {
    if (seen.has(id)) return [{ path: `${list}[${index}].id`, reason: `"${id}" dipakai dua kali` }];
    seen.add(id);
    return [];
  });
}

function parentsAreKnown({ groups }: Pick<Skeleton, 'groups'>): Fault[] {
  const domains = new Set(groups.flatMap(({ id, kind }) => (kind === 'domain' ? [id] : [])));
  return groups.flatMap(({ id, kind, parent }, index) => {
    const path = `groups[${index}].parent`;
    if (kind === 'domain' && parent !== null) {
      return [{ path, reason: `domain "${id}" tidak boleh punya induk` }];
    }
    // A regulation without domains has its aspects at the top.
    if (kind === 'aspect' && domains.size === 0 && parent === null) return [];
    if (kind === 'aspect' && !domains.has(parent ?? '')) {
      return [{ path, reason: `aspek "${id}" harus berinduk pada domain, bukan "${parent}"` }];
    }
    return [];
  });
}

function aspectsAreKnown({ groups, indicators }: Pick<Skeleton, 'groups' | 'indicators'>): Fault[] {
  const aspects = new Set(groups.flatMap(({ id, kind }) => (kind === 'aspect' ? [id] : [])));
  return indicators.flatMap(({ group }, index) =>
    aspects.has(group)
      ? []
      : [{ path: `indicators[${index}].group`, reason: `aspek "${group}" tidak dikenal` }],
  );
}

function capabilitiesAreKnown(file: Pick<Skeleton, 'capabilities' | 'indicators'>): Fault[] {
  const capabilities = new Set(file.capabilities.map(({ id }) => id));
  return file.indicators.flatMap(({ capability }, index) =>
    capabilities.has(capability)
      ? []
      : [{ path: `indicators[${index}].capability`, reason: `kapabilitas "${capability}" tidak dikenal` }],
  );
}

function sourcesAreKnown({
  scale,
  errata,
  sources,
}: Pick<Skeleton, 'scale' | 'errata' | 'sources'>): Fault[] {
  const known = new Set(sources.map(({ id }) => id));
  const cited: [string, string][] = [
    ['scale.source', scale.source],
    ...errata.map(({ source }, index): [string, string] => [`errata[${index}].source`, source]),
  ];
  return cited.flatMap(([path, source]) =>
    known.has(source) ? [] : [{ path, reason: `sumber "${source}" tidak dikenal` }],
  );
}

type Tree = Pick<Skeleton, 'groups' | 'indicators'>;

function weightsAddUp(file: Tree): Fault[] {
  const faults: Fault[] = [];
  for (const [index, group] of file.groups.entries()) {
    const children = group.kind === 'domain' ? childGroups(file, group.id) : childIndicators(file, group.id);
    const sum = total(children);
    if (!sum.equals(group.weight)) {
      faults.push({
        path: `groups[${index}].weight`,
        reason: `bobot "${group.id}" ${group.weight}, padahal jumlah isinya ${sum.toFraction()}`,
      });
    }
    if (new Fraction(group.weight).equals(0)) {
      faults.push({ path: `groups[${index}].weight`, reason: `bobot "${group.id}" tidak boleh nol` });
    }
  }
  const top = total(file.groups.filter(({ parent }) => parent === null));
  if (!top.equals(100)) {
    faults.push({ path: 'groups', reason: `jumlah bobot teratas ${top.toFraction()}, harus tepat 100` });
  }
  return faults;
}

function childGroups(file: Tree, parent: string) {
  return file.groups.filter((group) => group.parent === parent);
}

function childIndicators(file: Tree, group: string) {
  return file.indicators.filter((indicator) => indicator.group === group);
}

function total(parts: readonly { weight: string }[]): Fraction {
  return parts.reduce((sum, { weight }) => sum.add(weight), new Fraction(0));
}

function bandsCoverTheScale({ bands, scale }: Pick<Skeleton, 'bands' | 'scale'>): Fault[] {
  const faults: Fault[] = [];
  let expected = new Fraction(scale.min);
  for (const [index, band] of bands.entries()) {
    const difference = new Fraction(band.from).compare(expected);
    if (difference !== 0) {
      const what = difference > 0 ? 'berlubang' : 'tumpang tindih';
      faults.push({
        path: `bands[${index}].from`,
        reason: `predikat ${what}: "${band.name}" mulai ${band.from}, seharusnya ${expected.toString()}`,
      });
    }
    if (new Fraction(band.to).compare(band.from) <= 0) {
      faults.push({ path: `bands[${index}].to`, reason: `"${band.name}" berakhir sebelum mulai` });
    }
    expected = new Fraction(band.to);
  }
  if (!expected.equals(scale.max)) {
    faults.push({
      path: `bands[${bands.length - 1}].to`,
      reason: `predikat berakhir di ${expected.toString()}, seharusnya ${scale.max}`,
    });
  }
  return faults;
}

function everyLevelIsPresent({ capabilities, scale }: Pick<Skeleton, 'capabilities' | 'scale'>): Fault[] {
  return capabilities.flatMap(({ id, levels }, index) => {
    const path = `capabilities[${index}].levels`;
    const found = levels.map(({ level }) => level);
    const faults: Fault[] = [];
    for (let level = scale.min; level <= scale.max; level++) {
      const times = found.filter((other) => other === level).length;
      if (times === 0) faults.push({ path, reason: `tingkat ${level} pada "${id}" tidak ada` });
      if (times > 1) faults.push({ path, reason: `tingkat ${level} pada "${id}" ada ${times} kali` });
    }
    for (const level of found) {
      if (level < scale.min || level > scale.max) {
        faults.push({ path, reason: `tingkat ${level} pada "${id}" di luar skala` });
      }
    }
    return faults;
  });
}
