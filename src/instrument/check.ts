import { Fraction } from 'fraction.js';
import type { InstrumentFile } from './schema.ts';

/** One thing wrong in an instrument file: where in the file, and why. */
export interface Fault {
  readonly path: string;
  readonly reason: string;
}

type Check = (file: InstrumentFile) => Fault[];

/**
 * What a well-formed instrument file must also satisfy: unique ids, known references, children that add up to
 * their parent, a top of exactly 100, bands without hole or overlap, every level present.
 */
export function findFaults(file: InstrumentFile): Fault[] {
  return checks.flatMap((check) => check(file));
}

const checks: Check[] = [
  scaleIsOrdered,
  idsAreUnique,
  referencesAreKnown,
  weightsAddUp,
  bandsCoverTheScale,
  everyLevelIsPresent,
];

function scaleIsOrdered({ scale, years }: InstrumentFile): Fault[] {
  const faults: Fault[] = [];
  if (scale.min >= scale.max) {
    faults.push({ path: 'scale', reason: `min ${scale.min} harus di bawah max ${scale.max}` });
  }
  if (scale.floor < scale.min || scale.floor > scale.max) {
    faults.push({ path: 'scale.floor', reason: `${scale.floor} di luar skala ${scale.min}–${scale.max}` });
  }
  if (years.from > years.to) {
    faults.push({ path: 'years', reason: `from ${years.from} sesudah to ${years.to}` });
  }
  return faults;
}

function idsAreUnique(file: InstrumentFile): Fault[] {
  return (['groups', 'indicators', 'capabilities', 'sources'] as const).flatMap((list) => {
    const seen = new Set<string>();
    return file[list].flatMap(({ id }, index) => {
      if (seen.has(id)) return [{ path: `${list}[${index}].id`, reason: `"${id}" dipakai dua kali` }];
      seen.add(id);
      return [];
    });
  });
}

function referencesAreKnown(file: InstrumentFile): Fault[] {
  const faults: Fault[] = [];
  const groups = new Map(file.groups.map((group) => [group.id, group]));
  const capabilities = new Set(file.capabilities.map(({ id }) => id));
  const sources = new Set(file.sources.map(({ id }) => id));
  for (const [index, group] of file.groups.entries()) {
    const path = `groups[${index}].parent`;
    if (group.kind === 'domain' && group.parent !== null) {
      faults.push({ path, reason: `domain "${group.id}" tidak boleh punya induk` });
    }
    if (group.kind === 'aspect' && groups.get(group.parent ?? '')?.kind !== 'domain') {
      faults.push({
        path,
        reason: `aspek "${group.id}" harus berinduk pada domain, bukan "${group.parent}"`,
      });
    }
  }
  for (const [index, indicator] of file.indicators.entries()) {
    if (groups.get(indicator.group)?.kind !== 'aspect') {
      faults.push({
        path: `indicators[${index}].group`,
        reason: `aspek "${indicator.group}" tidak dikenal`,
      });
    }
    if (!capabilities.has(indicator.capability)) {
      faults.push({
        path: `indicators[${index}].capability`,
        reason: `kapabilitas "${indicator.capability}" tidak dikenal`,
      });
    }
  }
  const cited: [string, string][] = [
    ['scale.source', file.scale.source],
    ...file.errata.map(({ source }, index): [string, string] => [`errata[${index}].source`, source]),
  ];
  for (const [path, source] of cited) {
    if (!sources.has(source)) faults.push({ path, reason: `sumber "${source}" tidak dikenal` });
  }
  return faults;
}

function weightsAddUp(file: InstrumentFile): Fault[] {
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
  const top = total(file.groups.filter(({ kind }) => kind === 'domain'));
  if (!top.equals(100)) {
    faults.push({ path: 'groups', reason: `jumlah bobot domain ${top.toFraction()}, harus tepat 100` });
  }
  return faults;
}

function childGroups(file: InstrumentFile, parent: string) {
  return file.groups.filter((group) => group.parent === parent);
}

function childIndicators(file: InstrumentFile, group: string) {
  return file.indicators.filter((indicator) => indicator.group === group);
}

function total(parts: readonly { weight: string }[]): Fraction {
  return parts.reduce((sum, { weight }) => sum.add(weight), new Fraction(0));
}

function bandsCoverTheScale({ bands, scale }: InstrumentFile): Fault[] {
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

function everyLevelIsPresent({ capabilities, scale }: InstrumentFile): Fault[] {
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
