import type { Fault } from './check.ts';
import type { CriteriaAbout, CriteriaFile, IndicatorCriteria } from './criteria-schema.ts';
import type { Instrument } from './instrument.ts';

/** One criteria file, with the name its faults are reported under. */
export interface NamedCriteria {
  readonly name: string;
  readonly file: CriteriaFile;
}

/**
 * What well-formed criteria must also satisfy: every indicator of the instrument once, under its aspect; every level of
 * the scale once, in order; evidence ids that follow indicator and level; known references; `requires` without a circle.
 */
export function findCriteriaFaults(
  instrument: Instrument,
  about: CriteriaAbout,
  files: readonly NamedCriteria[],
): Fault[] {
  const all = files.flatMap(({ name, file }) =>
    file.indicators.map((indicator, index) => ({
      indicator,
      aspect: file.aspect,
      path: `${name}: indicators[${index}]`,
    })),
  );
  const context: Context = {
    instrument,
    ids: new Set(instrument.indicators.map(({ id }) => id)),
    patterns: new Set(about.assumptions.patterns.map(({ id }) => id)),
    sources: new Set(instrument.sources.map(({ id }) => id)),
  };
  return [
    ...aboutFaults(about, context),
    ...coverageFaults(instrument, all),
    ...all.flatMap(({ indicator, path }) => [
      ...referenceFaults(indicator, path, context),
      ...levelFaults(indicator, path, context),
    ]),
    ...circleFaults(all),
  ];
}

interface Context {
  readonly instrument: Instrument;
  readonly ids: ReadonlySet<string>;
  readonly patterns: ReadonlySet<string>;
  readonly sources: ReadonlySet<string>;
}

interface Placed {
  readonly indicator: IndicatorCriteria;
  readonly aspect: string;
  readonly path: string;
}

function aboutFaults({ sources }: CriteriaAbout, context: Context): Fault[] {
  return Object.entries(sources).flatMap(([kind, source]) =>
    source === null || context.sources.has(source)
      ? []
      : [{ path: `about.json: sources.${kind}`, reason: `sumber "${source}" tidak dikenal` }],
  );
}

function coverageFaults({ indicators }: Instrument, all: readonly Placed[]): Fault[] {
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
  const missing = indicators.filter(({ id }) => !seen.has(id)).map(({ id }) => id);
  if (missing.length > 0) {
    faults.push({ path: 'criteria', reason: `tidak ada kriteria untuk indikator ${missing.join(', ')}` });
  }
  return faults;
}

function referenceFaults(indicator: IndicatorCriteria, path: string, context: Context): Fault[] {
  const faults: Fault[] = [];
  for (const [index, { indicator: other }] of indicator.related.entries()) {
    if (!context.ids.has(other) || other === indicator.id) {
      faults.push({ path: `${path}.related[${index}]`, reason: `indikator "${other}" tidak dikenal` });
    }
  }
  if (indicator.pattern !== null && !context.patterns.has(indicator.pattern)) {
    faults.push({ path: `${path}.pattern`, reason: `pola "${indicator.pattern}" tidak dikenal` });
  }
  for (const source of Object.keys(indicator.pages)) {
    if (!context.sources.has(source)) {
      faults.push({ path: `${path}.pages.${source}`, reason: `sumber "${source}" tidak dikenal` });
    }
  }
  return faults;
}

function levelFaults(indicator: IndicatorCriteria, path: string, { instrument, ids }: Context): Fault[] {
  const faults: Fault[] = [];
  const { min, max } = instrument.scale;
  const found = indicator.levels.map(({ level }) => level);
  const wanted = Array.from({ length: max - min + 1 }, (_, index) => min + index);
  if (found.join() !== wanted.join()) {
    faults.push({
      path: `${path}.levels`,
      reason: `tingkat harus ${wanted.join(', ')} berurutan, ditemukan ${found.join(', ')}`,
    });
  }
  for (const [index, level] of indicator.levels.entries()) {
    const at = `${path}.levels[${index}]`;
    if (level.criterion === null && level.evidence.length === 0 && level.note === undefined) {
      faults.push({ path: at, reason: 'tanpa kriteria dan bukti; beri note yang mengatakan sebabnya' });
    }
    for (const [place, { indicator: other, level: needed }] of level.requires.entries()) {
      if (!ids.has(other) || needed < min || needed > max) {
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

/** Walks `requires` from every level; a level met again on its own way up is a circle. */
function circleFaults(all: readonly Placed[]): Fault[] {
  const needs = new Map<string, string[]>();
  for (const { indicator } of all) {
    for (const { level, requires } of indicator.levels) {
      needs.set(
        `${indicator.id}-L${level}`,
        requires.map((one) => `${one.indicator}-L${one.level}`),
      );
    }
  }
  const done = new Set<string>();
  const faults: Fault[] = [];
  const visit = (key: string, way: readonly string[]): void => {
    if (way.includes(key)) {
      faults.push({
        path: 'requires',
        reason: `berputar: ${[...way.slice(way.indexOf(key)), key].join(' → ')}`,
      });
      return;
    }
    if (done.has(key)) return;
    for (const next of needs.get(key) ?? []) visit(next, [...way, key]);
    done.add(key);
  };
  for (const key of needs.keys()) visit(key, []);
  return faults;
}
