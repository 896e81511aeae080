import { normalizeIndicator } from '../assessment/normalize-indicator.ts';
import { loadAverages } from '../instrument/benchmarks.ts';
import { continuationsOf, loadCrosswalks } from '../instrument/crosswalk.ts';
import { defaultInstrument } from '../instrument/default-instrument.ts';
import { type GlossaryTerm, loadGlossary } from '../instrument/glossary.ts';
import type { Indicator, Instrument } from '../instrument/instrument.ts';
import { loadInstrument } from '../instrument/load.ts';
import { loadCriteria } from '../instrument/load-criteria.ts';
import { type Hit, search } from '../instrument/search.ts';
import { UserError } from '../problem.ts';
import { findProject } from '../project/find.ts';
import { reportHits, reportIndex, reportTerm } from '../reporters/explain.ts';
import { type Explained, reportIndicator } from '../reporters/explain-indicator.ts';
import type { Report } from '../reporters/report.ts';
import { convertValue } from './convert-value.ts';
import type { ExplainOptions } from './explain.ts';
import { readInputs } from './inputs.ts';

/**
 * Explains an indicator, the index, a term, or what a search for words finds; a search with one answer is that answer.
 * @throws UserError if nothing fits, or the level is not on the scale
 */
export async function explain(
  what: string,
  options: Pick<ExplainOptions, 'instrument' | 'level' | 'index'>,
  cwd: string,
): Promise<Report> {
  const project = await findProject(cwd, '.');
  const instrument = await loadInstrument(options.instrument ?? project?.instrument ?? defaultInstrument);
  if (options.level !== undefined && options.index !== undefined) {
    throw new UserError('--level dan --index tidak dapat dipakai bersama. Pilih salah satu.');
  }
  if (/^ind(ex|eks)$/i.test(what.trim())) {
    refuseOptions(what, options, instrument);
    return reportIndex(instrument, await loadAverages(instrument.id));
  }
  const wanted = (indicator: Indicator) =>
    explainIndicator(indicator, instrument, options, project?.instrument === instrument.id ? cwd : null);
  const byNumber = findIndicator(what, instrument);
  if (byNumber) return wanted(byNumber);
  refuseOptions(what, options, instrument);
  const glossary = await loadGlossary();
  const hits = search(what, instrument, await loadCriteria(instrument), glossary);
  const explainTerm = (term: GlossaryTerm) => reportTerm(instrument, term, mentioned(hits, instrument));
  const term = glossary.find(({ term: name, aliases }) =>
    [name, ...aliases].some((one) => fold(one) === fold(what)),
  );
  if (term) return explainTerm(term);
  if (hits.length > 1) return reportHits(instrument, what, hits);
  const [indicator] = mentioned(hits, instrument);
  if (indicator) return wanted(indicator);
  const found = glossary.find(({ term: name }) => hits.some((hit) => hit.name === name));
  if (found) return explainTerm(found);
  throw new UserError(
    `Tidak ada indikator atau istilah yang cocok dengan "${what}". Coba kata lain, atau nomor indikator.`,
  );
}

/** The best three indicators among what was found. */
function mentioned(hits: readonly Hit[], { indicators }: Instrument): Indicator[] {
  return hits
    .flatMap(({ kind, name }) => indicators.find(({ id }) => kind === 'indicator' && id === name) ?? [])
    .slice(0, 3);
}

async function explainIndicator(
  indicator: Indicator,
  instrument: Instrument,
  { level, index }: Pick<ExplainOptions, 'level' | 'index'>,
  folder: string | null,
): Promise<Report> {
  const { id } = indicator;
  const continuations = continuationsOf(await loadCrosswalks(), instrument.id, id);
  const others = await Promise.all(
    [...new Set(continuations.map((one) => one.instrument))].map(loadInstrument),
  );
  const { answer, settlement } = folder === null ? outside : await standingOf(id, folder);
  return reportIndicator({
    instrument,
    criteria: await loadCriteria(instrument),
    indicator,
    continuations,
    otherNames: new Map(
      others.flatMap((other) => other.indicators.map((one) => [`${other.id} ${one.id}`, one.shortName])),
    ),
    answer,
    settlement,
    level: level === undefined ? null : parseWanted(level, instrument),
    converted: index === undefined ? null : convertValue(index, indicator, instrument),
  });
}

type StandingHere = Pick<Explained, 'answer' | 'settlement'>;

const outside: StandingHere = { answer: undefined, settlement: null };

/** The region's answer; null where no workbook holds it, also when there is none to read yet. */
async function standingOf(id: string, cwd: string): Promise<StandingHere> {
  try {
    const { answers, settlements } = (await readInputs([], { cwd, strict: false })).assessment;
    return { answer: answers.get(id) ?? null, settlement: settlements.get(id) ?? null };
  } catch (error) {
    if (error instanceof UserError) return { answer: null, settlement: null };
    throw error;
  }
}

function findIndicator(what: string, { indicators }: Instrument): Indicator | undefined {
  const id = normalizeIndicator(what);
  return indicators.find((one) => one.id === id);
}

function parseWanted(text: string, { scale }: Instrument): number {
  const level = /^\d{1,3}$/.test(text.trim()) ? Number(text) : Number.NaN;
  if (!(level >= scale.min && level <= scale.max)) {
    throw new UserError(`Tingkat "${text}" tidak ada. Pilih ${scale.min} sampai ${scale.max}.`);
  }
  return level;
}

/** Options that make sense for one indicator only. */
function refuseOptions(
  what: string,
  options: Pick<ExplainOptions, 'level' | 'index'>,
  { name }: Instrument,
): void {
  const given = (['level', 'index'] as const).find((option) => options[option] !== undefined);
  if (given === undefined) return;
  throw new UserError(`--${given} hanya untuk nomor indikator; "${what}" bukan nomor indikator ${name}.`);
}

function fold(text: string): string {
  return text
    .normalize('NFKC')
    .toLowerCase()
    .replace(/[\s-]+/g, ' ')
    .trim();
}
