import { describe, expect, test } from 'vitest';
import { mergeSubmissions } from '../../src/assessment/merge.ts';
import { type MergePolicy, usualPolicy } from '../../src/assessment/merge-policy.ts';
import type { AnswerRow, SettledRow, Submission } from '../../src/assessment/submission.ts';
import { loadInstrument } from '../../src/instrument/load.ts';
import { field, settled, stated } from './make-regional.ts';
import { type DocumentTexts, makeSubmission } from './make-submission.ts';

const instrument = await loadInstrument('permenpanrb-59-2020');
const ofOpd = (code: string, level: string, documents: readonly DocumentTexts[] = []) =>
  makeSubmission({
    ...{ file: `${code}.xlsx`, meta: { opd: { code, name: `Dinas ${code}` } } },
    ...{ answers: [['12', level, `Fakta ${code}`]], documents },
  });

/** A regional workbook that shows this level of the first OPD. */
function rekap(
  level: string,
  row: SettledRow,
  answers: readonly AnswerRow[],
  file = 'rekap.xlsx',
): Submission {
  const opd = { code: 'gabungan', name: 'Rekapitulasi' };
  const plain = makeSubmission({ file, meta: { opd }, answers: level === '' ? [] : [['12', level]] });
  const shown = plain.answers.map((one) => ({ ...one, opd: answers[0]?.opd ?? field('') }));
  return { ...plain, answers: shown, regional: { settled: [row], stated: answers } };
}

function merged(files: readonly Submission[], policy: MergePolicy = usualPolicy) {
  const assessment = mergeSubmissions(files, instrument, { region: null, year: null }, null, policy);
  const one = assessment.settlements.get('12');
  return {
    ...{ level: one?.level, basis: one?.basis, assessment, answer: assessment.answers.get('12') },
    said: one?.candidates.map(({ opd, level, at }) => `${opd} ${level} ${at.file}`),
  };
}
const decided = { basis: 'decision', reason: 'berita acara', by: 'Sekda', date: '2025-03-07' };

describe('a regional workbook beside those of OPD', () => {
  test('counts alone where no other file answers', () => {
    const { level, basis, said } = merged([
      rekap('3', settled({ basis: 'lead' }), [stated('a', '3'), stated('b', '4')]),
    ]);
    expect({ level, basis, said }).toEqual({
      ...{ level: 3, basis: 'lead' },
      said: ['a 3 rekap.xlsx', 'b 4 rekap.xlsx'],
    });
  });

  test('gives way to the OPD’s own file; the answers of others stay, by OPD', () => {
    const kept = rekap('3', settled({ basis: 'lowest' }), [
      stated('b', '3'),
      stated('a', '4'),
      stated('c', '5'),
    ]);
    const { level, basis, said } = merged([kept, ofOpd('b', '2')]);
    expect({ level, basis, said }).toEqual({
      ...{ level: 2, basis: 'lowest' },
      said: ['a 4 rekap.xlsx', 'b 2 b.xlsx', 'c 5 rekap.xlsx'],
    });
  });

  test('an OPD’s blank is no answer that stands for an older one', () => {
    expect(merged([rekap('3', settled({}), [stated('b', '3')]), ofOpd('b', '')]).said).toEqual([
      'b null b.xlsx',
      'b 3 rekap.xlsx',
    ]);
  });

  test('an answer of nobody is the same as one of nobody with the same level', () => {
    const list = makeSubmission({ file: 'daftar.csv', meta: null, answers: [['12', '3']] });
    const row = settled({ basis: 'lowest' });
    expect(merged([rekap('3', row, [stated('', '3'), stated('', '4')]), list]).said).toEqual([
      'null 3 daftar.csv',
      'null 4 rekap.xlsx',
    ]);
  });

  test('two of them are settled anew', () => {
    const one = rekap('3', settled({ basis: 'lead' }), [stated('a', '3')]);
    const other = rekap('4', settled({ level: '4', basis: 'lead' }), [stated('b', '4')], 'rekap-2.xlsx');
    expect(merged([one, other])).toMatchObject({ level: 3, basis: 'lowest' });
  });

  test('names the OPD that it was made from', () => {
    const row = { ...stated('b', '3'), opdName: field('Dinas B') };
    const { assessment } = merged([rekap('3', settled({}), [row, stated('c', '3'), stated('', '3')])]);
    expect(Object.fromEntries(assessment.opd)).toMatchObject({ b: 'Dinas B', c: 'c' });
    expect(assessment.opd.has('')).toBe(false);
  });

  test('lists its documents but those that the OPD’s own file lists alike', () => {
    const plan: DocumentTexts = ['12', '3', 'Peta Rencana', 'peta.pdf'];
    const note: DocumentTexts = ['12', '3', 'Notulen', 'notulen.pdf'];
    const kept = rekap('3', settled({}), [stated('a', '3')]);
    const documents = makeSubmission({ file: kept.file, documents: [plan, note] }).documents;
    const inRekap = { ...kept, documents: documents.map((one) => ({ ...one, opd: field('a') })) };
    const titles = (files: readonly Submission[]) =>
      merged(files).assessment.evidence.map(({ title, at }) => `${title} ${at.file}`);
    expect(titles([inRekap, ofOpd('a', '3', [plan])])).toEqual(['Peta Rencana a.xlsx', 'Notulen rekap.xlsx']);
    expect(titles([inRekap])).toEqual(['Peta Rencana rekap.xlsx', 'Notulen rekap.xlsx']);
  });
});

describe('a decision that stands in a regional workbook', () => {
  const kept = rekap('3', settled(decided), [stated('a', '3'), stated('b', '4')]);

  test('holds beside a new answer where there is no project', () => {
    expect(merged([kept, ofOpd('b', '5')])).toMatchObject({ level: 3, basis: 'decision' });
  });

  test('does not hold where the project says who answers what', () => {
    const assigned = ['a', 'b'].map((code) => ({ code, name: code, indicators: ['12'] }));
    const { level, basis } = merged([kept, ofOpd('b', '5')], { ...usualPolicy, assigned });
    expect({ level, basis }).toEqual({ level: 3, basis: 'lowest' });
  });

  test('gives way to the project’s own', () => {
    const own = {
      indicator: '12',
      level: 4,
      reason: 'rapat',
      by: 'Bupati',
      date: '2025-06-01',
      at: { file: 'spbe.yaml' },
    };
    const policy = { ...usualPolicy, decisions: new Map([['12', own]]) };
    expect(merged([kept], policy)).toMatchObject({ level: 4, basis: 'decision' });
  });
});

test('a decision where nobody answered stands with its own reason and place', () => {
  const at = { file: 'spbe.yaml' };
  const own = { indicator: '12', level: 4, reason: 'rapat', by: 'Bupati', date: '2025-06-01', at };
  const policy = { ...usualPolicy, decisions: new Map([['12', own]]), leads: new Map([['12', 'a']]) };
  expect(merged([], policy).answer).toEqual({
    ...{ indicator: '12', level: 4, explanation: 'rapat', analysis: null, note: '', opd: 'a' },
    ...{ at, explanationAt: at, analysisAt: at, assessed: null, assessedReason: '' },
  });
});

describe('what a region says as a whole', () => {
  const subject = { region: null, year: null };
  const files = (...given: readonly Submission[]) => mergeSubmissions(given, instrument, subject, null);
  const [a, b] = [ofOpd('a', '3'), ofOpd('b', '3')];
  const list = makeSubmission({ file: 'daftar.csv', meta: null, answers: [['12', '3']] });

  test('names each OPD, and the OPD of each file that has one', () => {
    const { opd, opdOfFile } = files(a, b, list);
    expect(Object.fromEntries(opd)).toEqual({ a: 'Dinas a', b: 'Dinas b' });
    expect(Object.fromEntries(opdOfFile)).toEqual({ 'a.xlsx': 'a', 'b.xlsx': 'b' });
  });

  test('knows which indicators come from a list without evidence', () => {
    expect([...files(list).unlisted]).toEqual(['12']);
    expect([...files(a).unlisted]).toEqual([]);
  });

  test('was saved when its last file was; never, if none says', () => {
    const [early, late] = ['2025-01-02T03:04:05Z', '2025-06-01T00:00:00Z'];
    const dated = files({ ...a, modified: late }, { ...b, modified: early }, list);
    expect(dated.savedAt).toBe(late);
    expect(files(a).savedAt).toBeNull();
  });

  test('has an item where one of its files says so', () => {
    const ticked = (one: Submission, tick: string) => ({
      ...one,
      checklist: new Map([['12-L2-a', field(tick)]]),
    });
    const said = (...ticks: readonly string[]) =>
      files(ticked(a, ticks[0] ?? ''), ticked(b, ticks[1] ?? '')).checklist.get('12-L2-a');
    expect(said('Ya', 'Belum')).toBe(true);
    expect(said('Belum', 'Ya')).toBe(true);
    expect(said('Belum', 'Belum')).toBe(false);
  });
});
