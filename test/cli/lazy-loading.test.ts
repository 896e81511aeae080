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

test.each([['kota-bandar-lampung-2024/levels.csv'], ['format-1/kertas-kerja.xlsx']])(
  'score of %s loads nothing that checks our own packs, and no solver',
  async (path) => {
    const spared = ['exceljs', 'zod', 'yaml', 'fflate', 'minisearch', 'highs', 'ora', '@clack'];
    const { stderr } = await spbe(['score', path, '--fail-on', 'never'], { node: without(...spared) });
    expect(stderr).not.toContain('LOADED');
  },
);

test('the watch itself works: a package that is needed is missed', async () => {
  const line = ['score', 'kota-bandar-lampung-2024/levels.csv'];
  const { stderr, code } = await spbe(line, { node: without('csv-parse') });
  expect(stderr).toContain('LOADED csv-parse');
  expect(code).toBe(2);
});
