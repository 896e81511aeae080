import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { parseLevel } from '../../src/assessment/parse-level.ts';
import type { Capability } from '../../src/instrument/instrument.ts';
import { loadInstrument } from '../../src/instrument/load.ts';

const instrument = await loadInstrument('permenpanrb-59-2020');
const process = capability('proses');
const service = capability('layanan');

function capability(id: string): Capability {
  const found = instrument.capabilities.get(id);
  if (!found) throw new Error(`No capability ${id}`);
  return found;
}

const read = (text: string, names = process) => parseLevel(text, instrument.scale, names);

describe('a level as people type it', () => {
  test.each([
    ['3', 3],
    [' 3', 3],
    ['3 ', 3],
    ['\u00a03\u00a0', 3],
    ['3,0', 3],
    ['3.0', 3],
    ['3,00', 3],
    ['03', 3],
    ['３', 3],
    ['③', 3],
    ['1', 1],
    ['5', 5],
    ['Level 3', 3],
    ['level 3', 3],
    ['LEVEL  3', 3],
    ['lvl. 3', 3],
    ['tingkat 3', 3],
    ['Tingkat: 3', 3],
    ['tingkat kematangan 3', 3],
    ['Tk. 3', 3],
    ['Level3', 3],
    ['I', 1],
    ['II', 2],
    ['III', 3],
    ['iii', 3],
    ['iv', 4],
    ['IV', 4],
    ['V', 5],
    ['Ⅳ', 4],
    ['Tingkat IV', 4],
    ['3 - Terdefinisi', 3],
    ['3 – terdefinisi', 3],
    ['3 — TERDEFINISI', 3],
    ['3-Terdefinisi', 3],
    ['3: Terdefinisi', 3],
    ['3. Terdefinisi', 3],
    ['3 (Terdefinisi)', 3],
    ['3(terdefinisi)', 3],
    ['3 Terdefinisi', 3],
    ['Level 3 - Terdefinisi', 3],
    ['III – Terdefinisi', 3],
    ['1 - Rintisan', 1],
    ['5 - Optimum', 5],
  ])('%j is %i', (text, level) => {
    expect(read(text)).toEqual({ kind: 'level', level });
  });

  test('the names are those of the indicator’s own capability: process or service', () => {
    for (const names of [process, service]) {
      for (const { level, name } of names.levels) {
        expect(read(`${level} - ${name}`, names)).toEqual({ kind: 'level', level });
      }
    }
    expect(service.levels[2]?.name).not.toBe(process.levels[2]?.name);
    expect(read(`3 - ${service.levels[2]?.name}`, process)).toEqual({ kind: 'invalid' });
    expect(read('3 - Terdefinisi', service)).toEqual({ kind: 'invalid' });
  });
});

describe('what is no level is never guessed', () => {
  test.each([
    'tiga',
    '7',
    '0',
    '6',
    '0,5',
    '3,5',
    '3.5',
    '4,01',
    '-3',
    '+3',
    '3/5',
    '3 dari 5',
    '3 - Optimum',
    '3 – Rintisan',
    '3 terkelola',
    'Terdefinisi',
    '3 atau 4',
    '3-4',
    '2 3',
    '33',
    '3e0',
    '0x3',
    '300%',
    'VI',
    'iiii',
    'vv',
    '#REF!',
    '#N/A',
    '=3',
    'x',
    'ya',
    '?',
    '2024-03-01',
    'Level',
    'levelx 3',
    '6 - Optimum',
    'TRUE',
    'Infinity',
    'NaN',
  ])('%j is invalid', (text) => {
    expect(read(text)).toEqual({ kind: 'invalid' });
  });

  test('a name beside a level that has none is invalid', () => {
    const nameless = { ...process, levels: process.levels.map((step) => ({ ...step, name: null })) };
    expect(read('3 - Terdefinisi', nameless)).toEqual({ kind: 'invalid' });
    expect(read('3', nameless)).toEqual({ kind: 'level', level: 3 });
  });

  test('any text gives one of the four answers, and a level lies on the scale', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme', maxLength: 30 }), (text) => {
        const result = read(text);
        if (result.kind === 'level') expect([1, 2, 3, 4, 5]).toContain(result.level);
      }),
    );
  });
});

test.each([
  '-',
  '–',
  '—',
  'n/a',
  'N/A',
  'NA',
  'n.a.',
  'belum dinilai',
  'Belum  Dinilai',
  'tidak relevan',
  ' - ',
])('%j says that it is not assessed', (text) => {
  expect(read(text)).toEqual({ kind: 'not-assessed' });
});

test.each(['', ' ', '\u00a0', '\t', '\n', '\u2007\u202f', '\u3000'])('%j is blank', (text) => {
  expect(read(text)).toEqual({ kind: 'blank' });
});

test('0 is not blank: on a scale that has it, it is a level', () => {
  const scale = { min: 0, max: 5, floor: 0, decimals: 0 };
  expect(parseLevel('0', scale, process)).toEqual({ kind: 'level', level: 0 });
  expect(parseLevel('', scale, process)).toEqual({ kind: 'blank' });
});

test('a scale with decimals takes as many as it has', () => {
  const scale = { min: 1, max: 5, floor: 1, decimals: 2 };
  expect(parseLevel('2,45', scale, process)).toEqual({ kind: 'level', level: 2.45 });
  expect(parseLevel('2.4', scale, process)).toEqual({ kind: 'level', level: 2.4 });
  expect(parseLevel('2,455', scale, process)).toEqual({ kind: 'invalid' });
  expect(parseLevel('5,01', scale, process)).toEqual({ kind: 'invalid' });
});
