import { join } from 'node:path';
import { expect, test } from 'vitest';
import { makeRegion42 } from '../../fixtures/kabupaten-42/make.js';
import { makeFolder, spbe } from './spbe.ts';

test('42 OPD as workbooks: the index worked out by hand, its range, and every kind of problem', async () => {
  const cwd = join(await makeFolder(), 'kabupaten-42');
  await makeRegion42(cwd);
  const { stdout, code } = await spbe(['score', '--format', 'json'], { cwd });
  const { indexExact, conflictRange, problems } = JSON.parse(stdout);
  expect({ code, indexExact }).toEqual({ code: 1, indexExact: '2.7915' });
  expect(conflictRange).toMatchObject({
    lowExact: '2.7915',
    highExact: '2.9725',
    open: ['8', '12', '25', '47'],
  });
  const codes = new Set(problems.map((one: { code: string }) => one.code));
  const expected = ['answer-conflict', 'answer-overruled', 'answer-unassigned', 'workbook-duplicate'];
  expect([...codes]).toEqual(
    expect.arrayContaining([...expected, 'workbook-superseded', 'workbook-missing']),
  );
}, 180_000);
