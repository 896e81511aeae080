import { describe, expect, test } from 'vitest';
import { parseSubmission } from '../../src/assessment/answers.ts';
import { readRegional } from '../../src/assessment/regional.ts';
import type { AnswerRow, SettledRow } from '../../src/assessment/submission.ts';
import { loadInstrument } from '../../src/instrument/load.ts';
import { field, type SettledTexts, settled, stated } from './make-regional.ts';
import { makeSubmission } from './make-submission.ts';

const instrument = await loadInstrument('permenpanrb-59-2020');
/** What a regional workbook says of indicator 12 that shows this level of this OPD. */
function read(
  level: string,
  row: SettledRow | null,
  answers: readonly AnswerRow[],
  opd = answers[0]?.opd?.text ?? '',
) {
  const plain = makeSubmission({ file: 'rekap.xlsx', answers: [['12', level]] });
  const shown = plain.answers.map((one) => ({ ...one, opd: field(opd) }));
  const regional = { settled: row === null ? [] : [row], stated: answers };
  return readRegional(parseSubmission({ ...plain, answers: shown, regional }, instrument), instrument).get(
    '12',
  );
}

/** In short: level, basis, whether it is open; who said what; whose words go with it. */
function short(...input: Parameters<typeof read>) {
  const found = read(...input);
  if (!found) return null;
  const { settlement, candidates } = found;
  expect(settlement.candidates).toEqual(candidates);
  expect(settlement.indicator).toBe('12');
  const { level, basis, isOpen, carrier, lead } = settlement;
  return {
    ...{ level, basis, isOpen, lead, carrier: carrier?.opd ?? null },
    said: candidates.map((one) => `${one.opd} ${one.level} ${one.at.sheet}`),
  };
}

describe('a regional workbook as it was written', () => {
  test.each(['agreed', 'lead', 'single'])('%s is closed, though others said something else', (basis) => {
    expect(short('3', settled({ basis, lead: 'b' }), [stated('b', '3'), stated('a', '2')])).toEqual({
      ...{ level: 3, basis, isOpen: false, lead: 'b', carrier: 'b' },
      said: ['b 3 Penilaian', 'a 2 Jawaban'],
    });
  });

  test.each(['lowest', 'median', 'weighted', 'regional'])('%s among different levels is open', (basis) => {
    expect(short('2', settled({ level: '2', basis }), [stated('a', '2'), stated('b', '3')])).toEqual({
      ...{ level: 2, basis, isOpen: true, lead: null, carrier: 'a' },
      said: ['a 2 Penilaian', 'b 3 Jawaban'],
    });
  });

  test('the lowest of levels that do not differ is closed', () => {
    expect(short('2', settled({ level: '2', basis: 'lowest' }), [stated('a', '2')])?.isOpen).toBe(false);
  });

  test('a basis that nobody knows is that of the workbook itself', () => {
    expect(short('2', settled({ level: '2', basis: 'undi' }), [stated('a', '2')])?.basis).toBe('regional');
  });

  test('the shown answer replaces the one of its own OPD and level, no other', () => {
    const answers = [stated('a', '2'), stated('b', '3'), stated('b', '2')];
    expect(short('2', settled({ level: '2', basis: 'lowest' }), answers, 'b')?.said).toEqual([
      'a 2 Jawaban',
      'b 3 Jawaban',
      'b 2 Penilaian',
    ]);
  });

  test('a level whose answers are lost is its own', () => {
    expect(short('3', settled({}), [], 'a')).toMatchObject({ carrier: 'a', said: ['a 3 Penilaian'] });
  });

  test('a blank that was settled as one stays known; a row that holds nothing is none', () => {
    expect(short('', settled({ level: '', basis: 'blank' }), [])).toMatchObject({
      level: null,
      basis: 'blank',
    });
    expect(read('', null, [])).toBeUndefined();
  });
});

describe('a level that was changed in the regional workbook', () => {
  test('is an answer of its own, comes last and contradicts the others', () => {
    expect(short('4', settled({ lead: 'a' }), [stated('a', '3'), stated('b', '3')])).toEqual({
      ...{ level: 4, basis: 'regional', isOpen: true, lead: 'a', carrier: 'gabungan' },
      said: ['a 3 Jawaban', 'b 3 Jawaban', 'gabungan 4 Penilaian'],
    });
  });

  test('is the only one where nobody else answered, with a row of Rekapitulasi or without', () => {
    const alone = { level: 4, basis: 'single', isOpen: false, said: ['gabungan 4 Penilaian'] };
    expect(short('4', settled({ level: '', basis: 'blank' }), [])).toMatchObject(alone);
    expect(short('4', null, [])).toMatchObject(alone);
  });

  test('that agrees with the others is not open', () => {
    expect(short('3', null, [stated('a', '3')])).toMatchObject({ basis: 'regional', isOpen: false });
  });

  test('to nothing leaves what was said', () => {
    expect(short('', settled({}), [stated('a', '3'), stated('b', '2')])).toMatchObject({
      ...{ level: null, basis: 'blank', isOpen: false },
      said: ['a 3 Jawaban', 'b 2 Jawaban'],
    });
  });
});

describe('a decision', () => {
  const whole = { basis: 'decision', reason: 'berita acara', by: 'Sekda', date: '2025-03-07' };

  test('is read with who, when and why', () => {
    const { settlement } = read('3', settled(whole), [stated('a', '3'), stated('b', '2')]) ?? {};
    expect(settlement).toMatchObject({ basis: 'decision', isOpen: false });
    expect(settlement?.decision).toEqual({
      ...{ indicator: '12', level: 3, reason: 'berita acara', by: 'Sekda', date: '2025-03-07' },
      at: { file: 'rekap.xlsx', sheet: 'Rekapitulasi', address: 'A6' },
    });
  });

  test.each<[string, SettledTexts]>([
    ['a reason', { reason: '' }],
    ['a name', { by: '' }],
    ['a day', { date: '' }],
    ['a whole day', { date: '2025-03' }],
    ['a day alone', { date: '2025-03-07 pagi' }],
    ['a day alone', { date: 'per 2025-03-07' }],
  ])('without %s is nobody’s: open, as the workbook’s own word', (_what, lacking) => {
    const row = settled({ ...whole, ...lacking });
    const found = read('3', row, [stated('a', '3'), stated('b', '2')]);
    expect(found?.settlement).toMatchObject({ basis: 'regional', decision: null, isOpen: true });
  });

  test('another basis never is one, whatever stands beside it', () => {
    const row = settled({ ...whole, basis: 'agreed' });
    expect(read('3', row, [stated('a', '3')])?.settlement).toMatchObject({ basis: 'agreed', decision: null });
  });

  test('where nobody stated a level leaves the answer of its OPD blank', () => {
    expect(short('3', settled(whole), [], 'a')).toMatchObject({
      level: 3,
      carrier: 'a',
      said: ['a null Penilaian'],
    });
  });

  test('where nobody answered at all has no answer', () => {
    const plain = makeSubmission({ file: 'rekap.xlsx', meta: null, answers: [['12', '3']] });
    const parsed = parseSubmission(
      { ...plain, regional: { settled: [settled(whole)], stated: [] } },
      instrument,
    );
    const found = readRegional(parsed, instrument).get('12');
    expect(found).toMatchObject({ candidates: [], settlement: { level: 3, carrier: null, isOpen: false } });
  });
});
