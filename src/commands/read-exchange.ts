import { resolve } from 'node:path';
import { comparableName, shortInstitutionName } from '../assessment/institution-name.ts';
import type { RegionResult } from '../assessment/region-result.ts';
import { score } from '../assessment/score.ts';
import type { Instrument } from '../instrument/instrument.ts';
import type { Problem } from '../problem.ts';
import { problem } from '../problem-kinds.ts';
import { type FoundExchange, readExchangeFiles } from '../project/exchange-files.ts';
import { exactText } from '../reporters/number.ts';

export interface ReadExchange {
  readonly regions: readonly RegionResult[];
  readonly problems: readonly Problem[];
}

/**
 * The regions of exchange files. Only levels are taken from them: the index is computed here, and a file that states another
 * one is left out.
 * @param present regions that stand in the comparison already
 */
export async function readExchange(
  paths: readonly string[],
  instrument: Instrument,
  present: readonly RegionResult[],
  cwd: string,
): Promise<ReadExchange> {
  const read = await readExchangeFiles(paths.map((name) => ({ path: resolve(cwd, name), name })));
  const problems = [...read.problems];
  const regions: RegionResult[] = [];
  const seen = new Map(present.map((one) => [keyOf(one), one.label]));
  let unnamed = 0;
  for (const found of read.found) {
    const fault = findFault(found, instrument);
    if (fault) {
      problems.push(fault);
      continue;
    }
    const { region, kind } = found.content;
    if (region === null) unnamed++;
    const label =
      region === null ? `Tanpa nama ${unnamed} (${kind ?? 'daerah'})` : shortInstitutionName(region);
    const one = toResult(found, instrument, label);
    const first = region === null ? undefined : seen.get(keyOf(one));
    if (first !== undefined) {
      problems.push(problem('exchange-repeated', { file: found.file }, { region: one.label, first }));
      continue;
    }
    if (region !== null) seen.set(keyOf(one), found.file);
    regions.push(one);
  }
  return { regions, problems };
}

function keyOf({ region }: RegionResult): string | null {
  return region === null ? null : comparableName(region);
}

/** The first reason why a file cannot be compared; null if there is none. */
function findFault({ file, content }: FoundExchange, instrument: Instrument): Problem | null {
  const at = { file };
  if (content.instrument !== instrument.id) {
    const details = { found: content.instrument, expected: instrument.id };
    return problem('exchange-instrument', at, details);
  }
  const { min, max, decimals } = instrument.scale;
  const ids = new Set(instrument.indicators.map(({ id }) => id));
  const unknown = content.indicators.find(({ id }) => !ids.delete(id));
  if (unknown) {
    return problem('exchange-unusable', at, {
      reason: `indikator "${unknown.id}" tidak dikenal atau dua kali`,
    });
  }
  const wrong = content.indicators.find(
    ({ level }) =>
      level !== null && !(level >= min && level <= max && Number(level.toFixed(decimals)) === level),
  );
  if (wrong) {
    const reason = `tingkat ${wrong.level} indikator ${wrong.id} di luar skala ${min} sampai ${max}`;
    return problem('exchange-unusable', at, { reason });
  }
  const computed = exactText(score(instrument, levelsOf(content)).index);
  if (computed === content.indexExact) return null;
  return problem('exchange-inconsistent', at, { stated: content.indexExact.slice(0, 20), computed });
}

function levelsOf({ indicators }: FoundExchange['content']): Map<string, number> {
  return new Map(indicators.flatMap(({ id, level }) => (level === null ? [] : [[id, level]])));
}

function toResult({ content }: FoundExchange, instrument: Instrument, label: string): RegionResult {
  const { region, kind, year, stage } = content;
  return {
    label,
    region,
    kind,
    year,
    stage,
    source: 'exchange',
    score: score(instrument, levelsOf(content), year ?? undefined),
  };
}
