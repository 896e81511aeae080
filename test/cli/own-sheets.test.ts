import { describe, expect, test } from 'vitest';
import { makeFolder, spbe } from './spbe.ts';

const questionnaire = 'kuesioner-2018/kuesioner.xlsx';
const levels = 'kota-bandar-lampung-2024/levels.csv';

describe('the questionnaire of 2018', () => {
  test('gives the published index of Kota Denpasar 2018', async () => {
    const { stdout, stderr, code } = await spbe(['score', questionnaire, '--format', 'json']);
    expect([code, stderr]).toEqual([0, '']);
    expect(JSON.parse(stdout)).toMatchObject({
      instrument: 'permenpanrb-5-2018',
      region: 'Kota Denpasar',
      index: 2.64,
      problems: [],
    });
  });

  test('works with check and gap', async () => {
    expect((await spbe(['check', questionnaire])).code).toBe(0);
    expect((await spbe(['gap', questionnaire, '--target', '3'])).code).toBe(0);
  });
});

describe('a sheet of the region', () => {
  test.each(['score', 'check', 'gap'])('%s reads the columns that --map names', async (command) => {
    const target = command === 'gap' ? ['--target', '3.5'] : [];
    const map = ['--map', 'indikator=indicator,B=level'];
    const { stdout, stderr, code } = await spbe([command, levels, ...map, ...target, '--format', 'json']);
    expect([code, stderr]).toEqual([0, '']);
    expect(JSON.parse(stdout).problems ?? []).toEqual([]);
  });

  test('a --map that cannot be understood ends at once', async () => {
    const cwd = await makeFolder({ 'a.csv': 'No,Nilai\n1,3\n' });
    const { stdout, stderr, code } = await spbe(['score', 'a.csv', '--map', 'No'], { cwd });
    expect([code, stdout]).toEqual([2, '']);
    expect(stderr).toBe(
      'Isi --map "No" tidak dipahami. Sebut kolom indikator dan tingkat, masing-masing sekali, misalnya --map "No=indikator,Nilai=tingkat".\n',
    );
  });
});
