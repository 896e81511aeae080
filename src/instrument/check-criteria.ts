import type { Fault } from './check.ts';
import type { CriteriaAbout, CriteriaFile, IndicatorCriteria } from './criteria-schema.ts';
import { formatIds } from './id-list.ts';

/** What of an instrument its criteria are held against; readable although weights or bands are wrong. */
export interface Frame {
  readonly indicators: readonly { readonly id: string; readonly group: string }[];
  readonly sources: readonly { readonly id: string }[];
  readonly scale: { readonly min: number; readonly max: number };
}

/** One criteria file, with the name its faults are reported under. */
export interface NamedCriteria {
  readonly name: string;
  readonly file: CriteriaFile;
}

/** The criteria files of one pack, as far as they are well-formed. */
export interface CriteriaFiles {
  /** null if about.json is missing or malformed. */
  readonly about: CriteriaAbout | null;
  readonly files: readonly NamedCriteria[];
  /** Whether a file is left out of `files` because it is malformed: what it holds is then not missed. */
  readonly isPartial: boolean;
}

/**
 * What well-formed criteria must also satisfy: every indicator of the instrument once, under its aspect; every level of
 * the scale once, in order; evidence ids that follow indicator and level; known references; `requires` without a circle.
 * @param frame null if the instrument itself cannot be read: then only what needs no instrument is checked
 */
export function findCriteriaFaults(frame: Frame | null, { about, files, isPartial }: CriteriaFiles): Fault[] {
  const all = files.flatMap(({ name, file }) =>
    file.indicators.map((indicator, index) => ({
      indicator,
      aspect: file.aspect,
      path: `${name}: indicators[${index}]`,
    })),
  );
  const context: Context = {
    ids: frame && new Set(frame.indicators.map(({ id }) => id)),
    patterns: about && new Set(about.assumptions.patterns.map(({ id }) => id)),
    sources: frame && new Set(frame.sources.map(({ id }) => id)),
    scale: frame?.scale ?? null,
  };
  const aspects = new Set(files.map(({ file }) => file.aspect));
  const expected = (frame?.indicators ?? []).filter(({ group }) => !isPartial || aspects.has(group));
  return [
    ...(about ? aboutFaults(about, context) : []),
    ...(frame ? coverageFaults(frame, all) : []),
    ...missingFaults(expected, all),
    ...all.flatMap(({ indicator, path }) => [
      ...referenceFaults(indicator, path, context),
      ...levelFaults(indicator, path, context),
    ]),
    ...circleFaults(all),
  ];
}

/** What may be referred to; null = not known, so nothing is wrong with it. */
interface Context {
  readonly ids: ReadonlySet<string> | null;
  readonly patterns: ReadonlySet<string> | null;
  readonly sources: ReadonlySet<string> | null;
  readonly scale: Frame['scale'] | null;
}

interface Placed {
  readonly indicator: IndicatorCriteria;
  readonly aspect: string;
  readonly path: string;
}

function aboutFaults({ sources, coverage }: CriteriaAbout, context: Context): Fault[] {
  const named = [
    ...Object.entries(sources).map(([kind, source]) => [`sources.${kind}`, source] as const),
    ['coverage.source', coverage.source] as const,
  ];
  return named.flatMap(([path, source]) =>
    source !== null && lacks(context.sources, source)
      ? [{ path: `about.json: ${path}`, reason: `sumber "${source}" tidak dikenal` }]
      : [],
  );
}

function coverageFaults({ indicators }: Frame, all: readonly Placed[]): Fault[] {
  const faults: Fault[] = [];
  const seen = new Set<string>();
  const aspects = new Map(indicators.map(({ id, group }) => [id, group]));
  for (const { indicator, aspect, path } of all) {
    const { id } = indicator;
    if (seen.has(id)) faults.push({ path: `${path}.id`, reason: `indikator "${id}" dipakai dua kali` });
    seen.add(id);
    if (!aspects.has(id)) {
      faults.push({ path: `${path}.id`, reason: `indikator "${id}" tidak ada di instrumen` });
    } else if (aspects.get(id) !== aspect) {
      faults.push({ path: `${path}.id`, reason: `indikator "${id}" milik aspek ${aspects.get(id)}` });
    }
  }
  return faults;
}

function missingFaults(expected: Frame['indicators'], all: readonly Placed[]): Fault[] {
  const seen = new Set(all.map(({ indicator }) => indicator.id));
  const missing = expected.filter(({ id }) => !seen.has(id));
  if (missing.length === 0) return [];
  const ids = formatIds(
    missing.map(({ id }) => id),
    expected,
  );
  return [{ path: 'criteria', reason: `tidak ada kriteria untuk indikator ${ids}` }];
}

function referenceFaults(indicator: IndicatorCriteria, path: string, context: Context): Fault[] {
  const faults: Fault[] = [];
  for (const [index, { indicator: other }] of indicator.related.entries()) {
    const at = `${path}.related[${index}]`;
    if (lacks(context.ids, other)) faults.push({ path: at, reason: `indikator "${other}" tidak dikenal` });
    if (other === indicator.id)
      faults.push({ path: at, reason: `indikator "${other}" terkait dengan dirinya` });
  }
  if (indicator.pattern !== null && lacks(context.patterns, indicator.pattern)) {
    faults.push({ path: `${path}.pattern`, reason: `pola "${indicator.pattern}" tidak dikenal` });
  }
  for (const source of Object.keys(indicator.pages)) {
    if (lacks(context.sources, source)) {
      faults.push({ path: `${path}.pages.${source}`, reason: `sumber "${source}" tidak dikenal` });
    }
  }
  return faults;
}

function levelFaults(indicator: IndicatorCriteria, path: string, { scale, ids }: Context): Fault[] {
  const faults: Fault[] = [];
  if (scale) faults.push(...ladderFaults(indicator, path, scale));
  for (const [index, level] of indicator.levels.entries()) {
    const at = `${path}.levels[${index}]`;
    if (level.criterion === null && level.evidence.length === 0 && level.note === undefined) {
      faults.push({ path: at, reason: 'tanpa kriteria dan bukti; beri note yang mengatakan sebabnya' });
    }
    for (const [place, { indicator: other, level: needed }] of level.requires.entries()) {
      if (lacks(ids, other) || (scale && (needed < scale.min || needed > scale.max))) {
        faults.push({
          path: `${at}.requires[${place}]`,
          reason: `indikator ${other} tingkat ${needed} tidak ada`,
        });
      }
    }
    for (const [place, { id }] of level.evidence.entries()) {
      const expected = `${indicator.id}-L${level.level}-${String.fromCharCode(97 + place)}`;
      if (id !== expected) {
        faults.push({
          path: `${at}.evidence[${place}].id`,
          reason: `"${id}" tidak sesuai tempatnya, harus "${expected}"`,
        });
      }
    }
  }
  return faults;
}

function ladderFaults({ levels }: IndicatorCriteria, path: string, { min, max }: Frame['scale']): Fault[] {
  const found = levels.map(({ level }) => level);
  const wanted = Array.from({ length: max - min + 1 }, (_, index) => min + index);
  if (found.join() === wanted.join()) return [];
  const reason = `tingkat harus ${wanted.join(', ')} berurutan, ditemukan ${found.join(', ')}`;
  return [{ path: `${path}.levels`, reason }];
}

function lacks(known: ReadonlySet<string> | null, id: string): boolean {
  return known !== null && !known.has(id);
}

/** Walks `requires` from every level; a level met again on its own way up is a circle. */
function circleFaults(all: readonly Placed[]): Fault[] {
  const needs = new Map<string, { readonly at: string; readonly requires: readonly string[] }>();
  for (const { indicator, path } of all) {
    for (const [index, { level, requires }] of indicator.levels.entries()) {
      needs.set(`${indicator.id}-L${level}`, {
        at: `${path}.levels[${index}].requires`,
        requires: requires.map((one) => `${one.indicator}-L${one.level}`),
      });
    }
  }
  const done = new Set<string>();
  const faults: Fault[] = [];
  const visit = (key: string, way: readonly string[]): void => {
    const level = needs.get(key);
    if (!level || done.has(key)) return;
    if (way.includes(key)) {
      const circle = [...way.slice(way.indexOf(key)), key].join(' → ');
      faults.push({ path: level.at, reason: `berputar: ${circle}` });
      return;
    }
    for (const next of level.requires) visit(next, [...way, key]);
    done.add(key);
  };
  for (const key of needs.keys()) visit(key, []);
  return faults;
}
