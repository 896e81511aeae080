import { Fraction } from 'fraction.js';
import { groupBy } from '../assessment/group-by.ts';
import type { Assessment } from '../assessment/merge.ts';
import type { StageResult } from '../assessment/stages.ts';
import { buildStages } from '../assessment/stages.ts';
import type { Known, YearResult } from '../assessment/trend.ts';
import { parseYearResults } from '../assessment/year-results.ts';
import type { Instrument } from '../instrument/instrument.ts';
import type { Problem } from '../problem.ts';
import { readExternals, type StoredExternal } from '../project/external-results.ts';
import { historyRows } from '../project/history-section.ts';
import type { Project } from '../project/project.ts';
import { projectFile } from '../project/project-folder.ts';
import { readRecords, recordFolder, type StoredRecord } from '../project/records.ts';
import { readWorkbooks } from './read-past-results.ts';
import { readStages } from './read-stages.ts';
import { stageOfRecord } from './stage-of-record.ts';

interface ProjectResults {
  readonly results: readonly YearResult[];
  readonly leftOut: readonly string[];
  readonly problems: readonly Problem[];
}

/**
 * Every result of every year that a project holds: the newest record of each year and stage, imported results, what the
 * workbooks say now, and `history` in spbe.yaml; in this order.
 * @param assessment what the workbooks say, where they have been read already
 */
export async function resultsOfProject(
  { root, project }: { readonly root: string; readonly project: Project },
  instruments: ReadonlyMap<string, Instrument>,
  assessment?: Assessment,
): Promise<ProjectResults> {
  const { records, problems } = await readRecords(root);
  const recorded = newestRecords(records, project.year, instruments);
  const staged = await stagedResults(root, project, instruments, assessment ?? (await readWorkbooks(root)));
  const stated = parseYearResults(historyRows(project.history ?? [], projectFile), [...instruments.values()]);
  return {
    results: [...recorded.results, ...staged.results, ...stated.results],
    leftOut: [...recorded.leftOut, ...staged.leftOut],
    problems: [...problems, ...staged.problems, ...stated.problems],
  };
}

/**
 * The newest record of each year, stage and instrument.
 * @param usual year of the records that name none, since they were made from a csv: that of the project
 */
function newestRecords(
  records: readonly StoredRecord[],
  usual: number,
  instruments: ReadonlyMap<string, Instrument>,
): Pick<ProjectResults, 'results' | 'leftOut'> {
  const isKnown = ({ record }: StoredRecord) => instruments.has(record.instrument.id);
  const same = groupBy(records.filter(isKnown), ({ record }) =>
    JSON.stringify([record.year ?? usual, record.options['stage'] ?? '', record.instrument.id]),
  );
  const unknown = records.filter((one) => !isKnown(one));
  return {
    results: [...same.values()].flatMap((group) =>
      group.slice(-1).flatMap((newest) => fromRecord(newest, group.length, usual)),
    ),
    leftOut: unknown.map(
      ({ name, record }) => `${recordFolder}/${name}: instrumen ${record.instrument.id} tidak dikenal.`,
    ),
  };
}

function fromRecord({ name, record }: StoredRecord, of: number, usual: number): YearResult[] {
  const stage = stageOfRecord(record);
  if (stage === undefined) return [];
  const exact = (text: string): Known => ({ value: new Fraction(text), decimals: null });
  const remarks = [
    ...(of === 1 ? [] : [`terbaru dari ${of} catatan`]),
    ...(record.year === null ? ['tahun menurut spbe.yaml'] : []),
  ];
  return [
    {
      ...{ year: record.year ?? usual, kind: stage, instrument: record.instrument.id },
      index: exact(record.indexExact),
      groups: new Map(record.groups.map((one) => [one.id, exact(one.indexExact)])),
      predicate: record.predicate,
      blanks: record.indicators.filter(({ level }) => level === null).length,
      source: `${recordFolder}/${name}${remarks.length === 0 ? '' : ` (${remarks.join('; ')})`}`,
    },
  ];
}

async function stagedResults(
  root: string,
  project: Project,
  instruments: ReadonlyMap<string, Instrument>,
  assessment: Assessment | null,
): Promise<ProjectResults> {
  const stored = await readExternals(root);
  const found: YearResult[] = [];
  const problems: Problem[] = [];
  const keys = new Map(
    [...stored.map(({ content }) => content), project].map(({ year, instrument }) => [
      JSON.stringify([year, instrument]),
      { year, instrument },
    ]),
  );
  for (const { year, instrument: id } of keys.values()) {
    const instrument = instruments.get(id);
    if (instrument === undefined) continue;
    const isOwn = year === project.year && id === project.instrument;
    const read = await readStages(instrument, year, isOwn ? assessment : null, root);
    problems.push(...read.problems);
    for (const result of buildStages(instrument, read.inputs, year)) {
      found.push(toResult(result, year, instrument, stored));
    }
  }
  const unknown = stored.filter(({ content }) => !instruments.has(content.instrument));
  return {
    results: found,
    problems,
    leftOut: unknown.map(({ file, content }) => `${file}: instrumen ${content.instrument} tidak dikenal.`),
  };
}

function toResult(
  { stage, index, groups, band, score, source }: StageResult,
  year: number,
  instrument: Instrument,
  stored: readonly StoredExternal[],
): YearResult {
  // A result that states sums only is as exact as its sums were written.
  const decimals =
    score === null
      ? fewestDecimals(
          stored.find(({ file }) => file === source),
          instrument,
        )
      : null;
  return {
    ...{ year, kind: stage, instrument: instrument.id, source },
    index: { value: index, decimals },
    groups: new Map(groups.map((one) => [one.group.id, { value: one.index, decimals }])),
    predicate: band?.name ?? null,
    blanks: score?.unanswered.length ?? 0,
  };
}

/** A weighted mean is off by no more than the coarsest of its parts. */
function fewestDecimals(stored: StoredExternal | undefined, { groups }: Instrument): number {
  const aspects = groups.filter(({ kind }) => kind === 'aspect');
  return Math.min(...aspects.flatMap(({ id }) => stored?.content.groups[id]?.decimals ?? []));
}
