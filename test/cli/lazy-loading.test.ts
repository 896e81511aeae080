import { expect, test } from 'vitest';
import { spbe } from './spbe.ts';
import { without } from './without-packages.ts';

const heavy = [
  ...['exceljs', 'zod', 'saxes', 'highs', 'yaml', 'ora', 'chalk', 'cli-table3', '@clack', 'echarts', 'docx'],
];

test.each([['--version'], ['--help'], ['score --help'], ['init --help'], ['scoer']])(
  'spbe %s loads no heavy package',
  async (line) => {
    const { stdout, stderr } = await spbe(line.split(' '), { node: without(...heavy) });
    expect(stdout + stderr).not.toContain('LOADED');
    expect(stdout + stderr).not.toBe('');
  },
);

test('score of a csv loads neither exceljs nor the solver', async () => {
  const line = ['score', 'kota-bandar-lampung-2024/levels.csv'];
  const { stderr, code } = await spbe(line, { node: without('exceljs', 'highs', '@clack') });
  expect({ stderr, code }).toEqual({ stderr: '', code: 0 });
});

test('the watch itself works: a package that is needed is missed', async () => {
  const line = ['score', 'kota-bandar-lampung-2024/levels.csv'];
  const { stderr, code } = await spbe(line, { node: without('zod') });
  expect(stderr).toContain('LOADED zod');
  expect(code).toBe(2);
});
