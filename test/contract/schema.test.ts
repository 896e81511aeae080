import { describe, expect, test } from 'vitest';
import { z } from 'zod';
import { claimedLevels } from '../../src/assessment/merge.ts';
import { score } from '../../src/assessment/score.ts';
import { findStandings } from '../../src/assessment/standing.ts';
import { readInputs } from '../../src/commands/inputs.ts';
import { reviewInputs } from '../../src/commands/review-inputs.ts';
import { checkDocument } from '../../src/contract/check.ts';
import { compareDocument } from '../../src/contract/compare.ts';
import { diffDocument } from '../../src/contract/diff.ts';
import { doctorDocument } from '../../src/contract/doctor.ts';
import { draftDocument } from '../../src/contract/draft.ts';
import { evidenceDocument } from '../../src/contract/evidence.ts';
import { exchangeFile } from '../../src/contract/exchange.ts';
import { externalDocument, externalFile } from '../../src/contract/external.ts';
import { gapDocument } from '../../src/contract/gap.ts';
import { historyDocument } from '../../src/contract/history.ts';
import { mergeDocument } from '../../src/contract/merge.ts';
import { optimismDocument } from '../../src/contract/optimism.ts';
import { packageManifest } from '../../src/contract/package.ts';
import { progressDocument } from '../../src/contract/progress.ts';
import { recordDocument } from '../../src/contract/record.ts';
import { reportDocument } from '../../src/contract/report.ts';
import { scoreDocument } from '../../src/contract/score.ts';
import { eachDocument } from '../../src/contract/score-each.ts';
import { sensitivityDocument } from '../../src/contract/sensitivity.ts';
import { stagesDocument } from '../../src/contract/stages.ts';
import { statusDocument } from '../../src/contract/status.ts';
import { trendDocument } from '../../src/contract/trend.ts';
import { updateDocument } from '../../src/contract/update.ts';
import { verifyDocument } from '../../src/contract/verify.ts';
import { whatIfDocument } from '../../src/contract/what-if.ts';
import { findGap } from '../../src/plan/gap.ts';
import { findSensitivity } from '../../src/plan/sensitivity.ts';
import { parseTarget } from '../../src/plan/target.ts';
import { tryLevels } from '../../src/plan/what-if.ts';
import { reportCheck } from '../../src/reporters/check.ts';
import { reportGap } from '../../src/reporters/gap.ts';
import { render } from '../../src/reporters/index.ts';
import { reportMerge } from '../../src/reporters/merge.ts';
import type { Report } from '../../src/reporters/report.ts';
import { reportScore } from '../../src/reporters/score.ts';
import { reportSensitivity } from '../../src/reporters/sensitivity.ts';
import { reportStatus } from '../../src/reporters/status.ts';
import { reportStatusOfOpd } from '../../src/reporters/status-opd.ts';
import { reportWhatIf } from '../../src/reporters/what-if.ts';
import { fixtures, makeFolder } from '../cli/spbe.ts';
import { plainResult } from '../plan/plain-result.ts';
import { fillIn, load, makeWorkbook, save } from '../workbook/make-workbook.ts';

describe.each([
  ['score', scoreDocument],
  ['score each', eachDocument],
  ['report', reportDocument],
  ['gap', gapDocument],
  ['gap progress', progressDocument],
  ['check', checkDocument],
  ['evidence', evidenceDocument],
  ['package', packageManifest],
  ['draft', draftDocument],
  ['external import', externalDocument],
  ['stages', stagesDocument],
  ['optimism', optimismDocument],
  ['compare', compareDocument],
  ['history', historyDocument],
  ['trend', trendDocument],
  ['diff', diffDocument],
  ['verify', verifyDocument],
  ['simulate', whatIfDocument],
  ['sensitivity', sensitivityDocument],
  ['status', statusDocument],
  ['merge', mergeDocument],
  ['update', updateDocument],
  ['doctor', doctorDocument],
])('docs/schema/%s.schema.json', (name, schema) => {
  test('is the contract in src, written as JSON Schema', async () => {
    const json = `${JSON.stringify(z.toJSONSchema(schema), null, 2)}\n`;
    await expect(json).toMatchFileSnapshot(`../../docs/schema/${name.replace(' ', '-')}.schema.json`);
  });

  test('explains itself: has a title, and lets no unknown field in', () => {
    expect(z.toJSONSchema(schema)).toMatchObject({ title: `spbe ${name}`, additionalProperties: false });
  });
});

describe.each([
  ['riwayat', recordDocument],
  ['hasil-luar', externalFile],
  ['tukar', exchangeFile],
])('docs/schema/%s.schema.json, of a file in the project', (name, schema) => {
  test('is the contract in src, written as JSON Schema', async () => {
    const json = `${JSON.stringify(z.toJSONSchema(schema), null, 2)}\n`;
    await expect(json).toMatchFileSnapshot(`../../docs/schema/${name}.schema.json`);
    expect(z.toJSONSchema(schema)).toMatchObject({ title: name, additionalProperties: false });
  });
});

/** What the commands read, from good to bad. */
const inputs: Readonly<Record<string, () => Promise<{ paths: string[]; cwd: string }>>> = {
  'a csv with every level': async () => ({ paths: ['kota-bandar-lampung-2024/levels.csv'], cwd: fixtures }),
  'an illustration': async () => ({ paths: ['kabupaten-mojokerto/levels.csv'], cwd: fixtures }),
  'a csv with blanks and faults': async () => ({
    paths: ['a.csv'],
    cwd: await makeFolder({ 'a.csv': 'indikator,tingkat\n1,3\n2,\n3,tujuh\n99,1\n' }),
  }),
  'a filled workbook': async () => {
    const book = await load(await makeWorkbook(['1', '12']));
    fillIn(book, { answers: { 1: [3, 'Fakta.'], 12: ['tiga'] }, documents: [[1, 3, 'SK']] });
    return { paths: ['a.xlsx'], cwd: await makeFolder({ 'a.xlsx': await save(book) }) };
  },
  'two workbooks that disagree, and one that is none': async () => {
    const levels = [2, 4].map(async (level) => {
      const book = await load(await makeWorkbook(['1']));
      fillIn(book, { answers: { 1: [level, 'Fakta.'] }, documents: [[1, level, 'SK']] });
      return save(book);
    });
    const [a = '', b = ''] = await Promise.all(levels);
    return { paths: ['.'], cwd: await makeFolder({ 'a.xlsx': a, 'b.xlsx': b, 'c.xlsx': 'x' }) };
  },
};

describe.each(Object.entries(inputs))('json of %s keeps the contract', (_, makeInput) => {
  const read = async () => {
    const { paths, cwd } = await makeInput();
    return (await readInputs(paths, { cwd, strict: false })).assessment;
  };

  test('score', async () => {
    const { paths, cwd } = await makeInput();
    const inputs = await readInputs(paths, { cwd, strict: false });
    const { assessment, evaluation } = await reviewInputs(inputs, { date: '2025-12-31' });
    const { instrument } = assessment;
    const document = expectKept(scoreDocument, reportScore(assessment, evaluation));
    expect(document.index).toBe(Number(evaluation.claimed.shown));
    expect(document.indicators).toHaveLength(instrument.indicators.length);
    expect(document.problems).toHaveLength(assessment.problems.length);
  });

  test.each(['1', '2,5', '4.2'])('gap to %s', async (target) => {
    const assessment = await read();
    const { instrument, answers } = assessment;
    const gap = await findGap(instrument, claimedLevels(answers), parseTarget(target, instrument));
    const document = expectKept(gapDocument, reportGap(assessment, plainResult(gap)));
    expect(document.status).toBe(gap.status);
    expect(document.steps).toHaveLength(gap.steps.length);
  });

  test('simulate', async () => {
    const assessment = await read();
    const { instrument, answers } = assessment;
    const changed = new Map(instrument.indicators.slice(0, 3).map(({ id }) => [id, 2]));
    const result = tryLevels(instrument, claimedLevels(answers), changed);
    const document = expectKept(whatIfDocument, reportWhatIf(assessment, result));
    expect(document.groups).toHaveLength(instrument.groups.length);
  });

  test('sensitivity', async () => {
    const assessment = await read();
    const { instrument, answers } = assessment;
    const result = findSensitivity(instrument, claimedLevels(answers));
    const document = expectKept(sensitivityDocument, reportSensitivity(assessment, result));
    expect(document.indicators).toHaveLength(instrument.indicators.length);
  });

  test('merge', async () => {
    const assessment = await read();
    const result = score(assessment.instrument, claimedLevels(assessment.answers));
    const document = expectKept(mergeDocument, reportMerge(assessment, result, 'rekapitulasi.xlsx'));
    expect(document.index).toBe(Number(result.shown));
    expect(document.problems).toHaveLength(assessment.problems.length);
  });

  test('status', async () => {
    const assessment = await read();
    const result = score(assessment.instrument, claimedLevels(assessment.answers));
    const region = findStandings(assessment);
    const { opd } = expectKept(statusDocument, reportStatus(assessment, result, region));
    expect(opd.map(({ code }) => code)).toEqual(region.standings.map((one) => one.opd.code));
    for (const one of region.standings) {
      const page = expectKept(statusDocument, reportStatusOfOpd(assessment, result, region, one));
      expect(page.opd).toMatchObject([{ code: one.opd.code, filled: one.filled }]);
    }
  });

  test('check', async () => {
    const assessment = await read();
    const { counts, problems } = expectKept(checkDocument, reportCheck(assessment));
    expect(counts.error + counts.warning + counts.info).toBe(problems.length);
  });
});

/** The text that users get, parsed and held against the contract. */
function expectKept<T>(schema: z.ZodType<T>, report: Report): T {
  const parsed = schema.safeParse(JSON.parse(render(report, 'json', { width: 80, colour: false })));
  expect(parsed.error?.issues ?? []).toEqual([]);
  return parsed.data as T;
}
