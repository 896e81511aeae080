import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { fillWorkbook } from '../fixtures/fill-workbook.js';
import { claimedLevels } from '../src/assessment/merge.ts';
import { roundHalfUp, score } from '../src/assessment/score.ts';
import { readInputs } from '../src/commands/inputs.ts';
import { loadInstrument } from '../src/instrument/load.ts';
import { loadCriteria } from '../src/instrument/load-criteria.ts';
import { writeWorkbook } from '../src/workbook/write.ts';
import { type Official, readOfficial } from './official-results.ts';

let folder: string;
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'spbe-official-'));
});
afterAll(() => rm(folder, { recursive: true }));

/** The whole way of the tool, file to figure, as published figures. */
async function figuresOf(file: string, { instrument, year }: Official) {
  const { assessment } = await readInputs([file], { cwd: folder, strict: true, instrument });
  const result = score(assessment.instrument, claimedLevels(assessment.answers), year);
  const shown = (kind: 'domain' | 'aspect') =>
    result.groups.flatMap(({ group, index }) => (group.kind === kind ? [roundHalfUp(index, 2)] : []));
  return { index: result.shown, domains: shown('domain'), aspects: shown('aspect') };
}

describe.each(readOfficial().map((official) => [official.id, official] as const))('%s', (id, official) => {
  const { index, domains, aspects } = official.published;

  it('is reproduced through csv', async () => {
    const rows = Object.entries(official.levels).map(([indicator, level]) => `${indicator},${level}`);
    await writeFile(join(folder, `${id}.csv`), `indikator,tingkat\n${rows.join('\n')}\n`);
    expect(await figuresOf(`${id}.csv`, official)).toEqual({ index, domains, aspects });
  });

  it('is reproduced through a workbook', async () => {
    const instrument = await loadInstrument(official.instrument);
    const file = `${id}.xlsx`;
    const bytes = await writeWorkbook({
      instrument,
      criteria: await loadCriteria(instrument),
      region: 'Contoh',
      year: official.year,
      opd: { code: 'semua', name: 'Semua OPD' },
      indicators: instrument.indicators.map((indicator) => indicator.id),
      workbookId: id,
      createdAt: new Date('2025-01-02T03:04:05Z'),
    });
    await writeFile(join(folder, file), bytes);
    await fillWorkbook(join(folder, file), new Map(Object.entries(official.levels)), {
      fact: 'Fakta.',
      analysis: 'Analisis.',
      title: 'Laporan',
      location: 'laporan.pdf',
    });
    expect(await figuresOf(file, official)).toEqual({ index, domains, aspects });
  });
});
