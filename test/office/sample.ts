import { readFileSync } from 'node:fs';
import { parseSubmission } from '../../src/assessment/answers.ts';
import { claimedLevels } from '../../src/assessment/merge.ts';
import type { Submission } from '../../src/assessment/submission.ts';
import type { Instrument } from '../../src/instrument/instrument.ts';
import { listInstruments, loadInstrument } from '../../src/instrument/load.ts';
import { loadCriteria } from '../../src/instrument/load-criteria.ts';
import { loadRegionTemplate } from '../../src/project/regions.ts';
import { columnName } from '../../src/workbook/address.ts';
import type { WorkbookSpec } from '../../src/workbook/contents.ts';
import { columnOf, type KeyOf, type Table } from '../../src/workbook/layout.ts';
import { readWorkbook } from '../../src/workbook/read.ts';
import { opened } from '../workbook/opened.ts';

export const instruments = await Promise.all((await listInstruments()).map(loadInstrument));
const criteria = new Map(
  await Promise.all(instruments.map(async (one) => [one.id, await loadCriteria(one)] as const)),
);

export const instrument = await loadInstrument('permenpanrb-59-2020');

export const allIds = instrument.indicators.map(({ id }) => id);

const { opd } = await loadRegionTemplate('kabupaten');
const diskominfo = opd.find(({ code }) => code === 'diskominfo');
const held = diskominfo?.indicators[instrument.id] ?? [];

/** The three sizes of workbook: an OPD with few indicators and a long name, the one with most, and one for all. */
export const sizes = {
  three: specOf(instrument, allIds.slice(0, 3), {
    name: 'Dinas Pemberdayaan Perempuan, Perlindungan Anak, Pengendalian Penduduk & Keluarga Berencana',
  }),
  diskominfo: specOf(instrument, held, { name: diskominfo?.name ?? '' }),
  all: specOf(instrument, allIds, {}),
} as const;

export function specOf(
  instrument: Instrument,
  ids: readonly string[],
  { name = 'Semua OPD', year = 2024 }: { name?: string; year?: number },
): WorkbookSpec {
  const known = criteria.get(instrument.id);
  if (!known) throw new Error(`No criteria of ${instrument.id}`);
  return {
    instrument,
    criteria: known,
    region: 'Kabupaten Mojokerto',
    year,
    opd: { code: 'uji', name },
    // In the instrument's order, as `spbe init` gives them.
    indicators: instrument.indicators.flatMap(({ id }) => (ids.includes(id) ? [id] : [])),
    workbookId: 'f3b1c5de-0000-4000-8000-000000000001',
    createdAt: new Date('2026-01-02T03:04:05Z'),
  };
}

/** Letters of a column of the layout, so that these tests survive a new column. */
export function lettersOf<T extends Table>(table: T, key: KeyOf<T>): string {
  return columnName(columnOf(table, key));
}

/**
 * What the tool reads from a workbook on disk; `file` names it in addresses. Without the stored index, which changes
 * whenever a program computes.
 */
export function readAs(path: string, file: string) {
  const { submission, problems } = readWorkbook(opened(readFileSync(path)), file);
  if (submission === null) return { submission, problems };
  const { storedIndex: _, ...rest } = submission;
  return { submission: rest, problems };
}

/** Levels by indicator id, as `spbe score` takes them from one workbook. */
export function levelsOf(submission: Submission | null, of: Instrument = instrument): Map<string, number> {
  if (submission === null) throw new Error('No workbook');
  const { answers } = parseSubmission(submission, of);
  return new Map(claimedLevels(new Map(answers.map((answer) => [answer.indicator, answer]))));
}
