import { describe, expect, test } from 'vitest';
import { parseSubmission } from '../../../src/assessment/answers.ts';
import { cachedIndexDiffers } from '../../../src/assessment/rules/cached-index-differs.ts';
import type { StoredIndex, StoredPoints } from '../../../src/assessment/submission.ts';
import { loadInstrument } from '../../../src/instrument/load.ts';
import { weightUnits } from '../../../src/instrument/weight-units.ts';
import { makeSubmission } from '../make-submission.ts';

const instrument = await loadInstrument('permenpanrb-59-2020');
const { units } = weightUnits(instrument);
const ids = instrument.indicators.map(({ id }) => id);

/** A workbook with these levels whose formulas stored this figure; unless said otherwise all cells behind it are right. */
interface Case {
  readonly levels: Readonly<Record<string, string>>;
  readonly stored: string;
  readonly isFormula?: boolean;
  /** Other content of a row, by indicator. */
  readonly rows?: Readonly<Record<string, Partial<StoredPoints>>>;
}

const two: Case['levels'] = { '1': '3', '2': '5' };

test.each<[string, Case]>([
  ['the figure of its levels: a mean of weights that are equal', { levels: two, stored: '4' }],
  [
    'a number in the place of the formula, if it is the right one',
    { levels: two, stored: '4', isFormula: false },
  ],
  [
    'what the empty workbook shows: nothing was computed since',
    { levels: two, stored: '1', rows: { '1': { points: '130' } } },
  ],
  ['a formula without a result', { levels: two, stored: '' }],
  ['a whole workbook', { levels: Object.fromEntries(ids.map((id) => [id, '3'])), stored: '3' }],
  ['a level that is none counts as the floor', { levels: { '1': 'tujuh', '2': '5' }, stored: '3' }],
  ['a lost row, which is told', { levels: two, stored: '2.2', rows: { '2': { id: '', number: '' } } }],
  [
    'a row under the id of another, which is told',
    { levels: two, stored: '2.2', rows: { '2': { id: '1' } } },
  ],
])('silent: %s', (_, one) => expect(apply(one)).toEqual([]));

describe('says why', () => {
  const wrong = { levels: two, stored: '3.5' };
  test.each<[string, Case, string, string]>([
    [
      'a number in the place of the formula',
      { ...wrong, isFormula: false },
      'rumus di sel itu sudah ditimpa',
      'salin',
    ],
    [
      'so too if it is the one of the empty workbook',
      { ...wrong, stored: '1', isFormula: false },
      'rumus di sel itu sudah ditimpa',
      'salin',
    ],
    [
      'a text in its place',
      { ...wrong, stored: 'baik', isFormula: false },
      'rumus di sel itu sudah ditimpa',
      'salin',
    ],
    ['another formula', wrong, 'rumus di sel itu sudah diubah', 'salin'],
    ['a broken formula', { ...wrong, stored: '#REF!' }, 'rumus di sel itu rusak', 'salin'],
    [
      'another weight',
      { ...wrong, rows: { '2': { units: '999' } } },
      'bobot di kolom tersembunyi sudah diubah (indikator 2)',
      'salin',
    ],
    [
      'a level that is a text',
      { ...wrong, rows: { '2': { isText: true, points: String(units.get('2')) } } },
      'tingkat yang tersimpan sebagai teks tidak dihitung di sana (indikator 2)',
      'pilih tingkatnya lagi',
    ],
    [
      'points of another level',
      { ...wrong, rows: { '2': { points: String(4 * (units.get('2') ?? 0)) } } },
      'tingkat diubah tanpa dihitung ulang, karena hitungan otomatis mati atau diubah program lain (indikator 2)',
      'buka di Excel, tekan Ctrl+Alt+F9',
    ],
  ])('%s', (_, one, why, repair) => {
    const [found] = apply(one);
    expect(found).toMatchObject({
      code: 'cached-index-differs',
      at: { sheet: 'Dasbor', address: 'B4' },
      details: { figure: 'Rata-rata OPD', computed: '4,00', why, repair: expect.stringContaining(repair) },
    });
  });

  test('of a whole workbook it is the index', () => {
    const levels = Object.fromEntries(ids.map((id) => [id, '3']));
    expect(apply({ levels, stored: '2.98' })[0]?.details).toMatchObject({
      ...{ figure: 'Indeks', stored: '2,98', computed: '3,00' },
    });
  });
});

function apply({ levels, stored, isFormula = true, rows = {} }: Case) {
  const submission = makeSubmission({ answers: Object.entries(levels) });
  const storedIndex: StoredIndex = {
    index: { text: stored, at: { file: 'a.xlsx', sheet: 'Dasbor', address: 'B4' } },
    isFormula,
    rows: Object.entries(levels).map(([id, level]) => {
      const unit = units.get(id) ?? 0;
      const counted = /^[1-5]$/.test(level) ? Number(level) : 1;
      const right = { id, number: id, isText: false, units: String(unit), points: String(counted * unit) };
      return { ...right, ...rows[id] };
    }),
  };
  return cachedIndexDiffers({
    instrument,
    parsed: parseSubmission({ ...submission, storedIndex }, instrument),
  });
}
