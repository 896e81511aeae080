import { Fraction } from 'fraction.js';
import { describe, expect, test } from 'vitest';
import { policyOf } from '../../src/commands/policy-of.ts';
import { loadInstrument } from '../../src/instrument/load.ts';
import { assertKnownIndicators, parseProject } from '../../src/project/project.ts';

const instrument = await loadInstrument('permenpanrb-59-2020');

const yaml = (more: string) => `formatVersion: 1
region: Kabupaten Contoh
kind: kabupaten
year: 2026
instrument: permenpanrb-59-2020
opd:
  - {code: diskominfo, name: Kominfo, indicators: [1, 12]}
  - {code: bappeda, name: Bappeda, indicators: [12]}
${more}
`;
const parse = (more: string) => {
  const project = parseProject(yaml(more), 'spbe.yaml');
  assertKnownIndicators(project, instrument, 'spbe.yaml');
  return project;
};

test('what spbe.yaml says becomes the policy of the merge', () => {
  const policy = policyOf(
    parse(`merge: weighted
leads: {12: bappeda}
weights: {bappeda: 1.5}
closing: 2026-05-29
decisions:
  - {indicator: 1, level: 3, reason: Hasil rapat, by: Sekda, date: 2026-05-04}`),
  );
  expect(policy.rule).toBe('weighted');
  expect([...policy.leads]).toEqual([['12', 'bappeda']]);
  expect(policy.weights.get('bappeda')?.equals(new Fraction(3, 2))).toBe(true);
  expect(policy.decisions.get('1')).toEqual({
    indicator: '1',
    level: 3,
    reason: 'Hasil rapat',
    by: 'Sekda',
    date: '2026-05-04',
    at: { file: 'spbe.yaml' },
  });
  expect(policy.assigned?.map(({ code }) => code)).toEqual(['diskominfo', 'bappeda']);
});

test('without a word of it the lead decides', () => {
  expect(policyOf(parse(''))).toMatchObject({ rule: 'lead', leads: new Map(), decisions: new Map() });
  expect(policyOf(null)).toMatchObject({ rule: 'lead', assigned: null });
});

describe('is refused, with the reason', () => {
  test.each([
    ['merge: mean', 'merge'],
    ['leads: {12: dinkes}', 'leads.12: OPD "dinkes" tidak ada'],
    ['leads: {1: bappeda}', 'leads.1: OPD "bappeda" tidak memegang indikator 1'],
    ['weights: {dinkes: 1}', 'weights.dinkes: OPD itu tidak ada'],
    ['weights: {bappeda: 0}', 'harus lebih dari 0'],
    ['closing: besok', 'tulis tanggal seperti 2026-11-21'],
    [
      'decisions: [{indicator: 1, level: 3, by: Sekda, date: 2026-05-04}]',
      'decisions[0].reason: belum diisi',
    ],
    [
      'decisions: [{indicator: 1, level: 3, reason: a, by: b, date: 4 Mei}]',
      'tulis tanggal seperti 2026-11-21',
    ],
    [
      'decisions: [{indicator: 1, level: 6, reason: a, by: b, date: 2026-05-04}]',
      'decisions[0]: tingkat 6 tidak ada',
    ],
    ['decisions: [{indicator: 1, level: 2.5, reason: a, by: b, date: 2026-05-04}]', 'tingkat 2.5 tidak ada'],
    [
      'decisions: [{indicator: 99, level: 3, reason: a, by: b, date: 2026-05-04}]',
      'indikator 99 tidak dikenal',
    ],
  ])('%s', (more, reason) => {
    expect(() => parse(more)).toThrow(reason);
  });

  test('two decisions on one indicator', () => {
    const one = '{indicator: 1, level: 3, reason: a, by: b, date: 2026-05-04}';
    expect(() => parse(`decisions: [${one}, ${one}]`)).toThrow('decisions[1]: indikator 1 sudah diputuskan');
  });

  test('an OPD with the code of the regional workbook', () => {
    expect(() => parseProject(yaml('').replace('bappeda', 'gabungan'), 'spbe.yaml')).toThrow('rekapitulasi');
  });
});
