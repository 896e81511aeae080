import { resolve } from 'node:path';
import type { Fraction } from 'fraction.js';
import type { Assessment } from '../assessment/merge.ts';
import type { PastResult } from '../assessment/optimism.ts';
import { buildStages } from '../assessment/stages.ts';
import type { Instrument } from '../instrument/instrument.ts';
import { loadInstrument } from '../instrument/load.ts';
import { UserError } from '../problem.ts';
import { readExternals, type StoredExternal } from '../project/external-results.ts';
import { findProject } from '../project/find.ts';
import type { Project } from '../project/project.ts';
import { readInputs } from './inputs.ts';
import { noProject } from './read-history.ts';
import { lastExternal, readStages } from './read-stages.ts';

export interface PastResults {
  readonly instrument: Instrument;
  readonly results: readonly PastResult[];
  /** The first project's claim of the latest year without a result. */
  readonly claim: { readonly year: number | null; readonly index: Fraction } | null;
  /** Stored results of another instrument. */
  readonly leftOut: readonly string[];
  /** OPD code → name. */
  readonly opdNames: ReadonlyMap<string, string>;
}

/**
 * Every year of these projects in which both the claim and an external result are known.
 * @throws UserError if a folder is no project
 */
export async function readPastResults(folders: readonly string[], cwd: string): Promise<PastResults> {
  const projects = await Promise.all(
    [...new Map(folders.map((folder) => [resolve(cwd, folder), folder]))].map(async ([root, shown]) => {
      const project = await findProject(root, shown);
      if (project === null) throw noProject(shown);
      return { root, project };
    }),
  );
  const [first] = projects;
  if (first === undefined) throw new Error('No folder');
  const instrument = await loadInstrument(first.project.instrument);
  const read = await Promise.all(projects.map((one) => readProject(one.root, one.project, instrument)));
  return {
    instrument,
    results: read.flatMap(({ results }) => results),
    claim: read[0]?.claim ?? null,
    leftOut: read.flatMap(({ leftOut }) => leftOut),
    opdNames: new Map(projects.flatMap(({ project }) => project.opd.map(({ code, name }) => [code, name]))),
  };
}

async function readProject(root: string, project: Project, instrument: Instrument) {
  const stored = await readExternals(root);
  const taking = stored.filter(({ content }) => content.instrument === instrument.id);
  const assessment = project.instrument === instrument.id ? await readWorkbooks(root) : null;
  const years = [...new Set([project.year, ...taking.map(({ content }) => content.year)])].sort();
  const results: PastResult[] = [];
  let claim: PastResults['claim'] = null;
  for (const year of years) {
    const own = year === project.year ? assessment : null;
    const { inputs } = await readStages(instrument, year, own, root);
    const built = buildStages(instrument, inputs, year);
    const self = built.find(({ stage }) => stage === 'self');
    const external = lastExternal(built);
    if (self && external) {
      results.push({ region: project.region, year, claim: self, external, opd: opdOf(own, taking, year) });
    } else if (self) claim = { year, index: self.index };
  }
  const leftOut = stored.filter((one) => !taking.includes(one)).map(({ file }) => file);
  return { results, claim, leftOut };
}

/** null where no workbook has come back yet. */
export async function readWorkbooks(root: string): Promise<Assessment | null> {
  try {
    return (await readInputs([], { cwd: root, strict: true })).assessment;
  } catch (error) {
    if (error instanceof UserError) return null;
    throw error;
  }
}

function opdOf(
  assessment: Assessment | null,
  stored: readonly StoredExternal[],
  year: number,
): Map<string, string> {
  const imported = stored
    .filter(({ content }) => content.year === year)
    .flatMap(({ content }) =>
      content.levels.flatMap(({ id, opd }) => (opd === '' ? [] : [[id, opd] as const])),
    );
  const answered = [...(assessment?.answers ?? [])].flatMap(([id, { opd }]) =>
    opd === null ? [] : [[id, opd] as const],
  );
  return new Map([...imported, ...answered]);
}
