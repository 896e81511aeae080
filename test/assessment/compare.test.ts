import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { compareSubmissions } from '../../src/assessment/compare.ts';
import { compareDocuments } from '../../src/assessment/compare-documents.ts';
import { type DocumentRow, type Field, plainForm, type Submission } from '../../src/assessment/submission.ts';

const field = (text: string, address = 'A1', file = 'a.xlsx'): Field => ({ text, at: { file, address } });

function document(title: string, more: Readonly<Record<string, string>> = {}, row = 6): DocumentRow {
  const text = { indicator: '1', level: '3', title, ...more } as Record<string, string>;
  const at = (key: string) => field(text[key] ?? '', `${key[0]?.toUpperCase()}${row}`);
  return {
    ...{ indicator: at('indicator'), level: at('level'), title: at('title'), number: at('number') },
    ...{ date: at('date'), location: at('location'), page: at('page'), kind: at('kind') },
    ...{ signed: at('signed'), verdict: at('verdict'), remark: at('remark') },
  };
}

const brief = (changes: ReturnType<typeof compareDocuments>) =>
  changes.map(({ item, field: column, before, after }) => [item, column, before, after]);

describe('documents', () => {
  test('a sorted list is the same list', () => {
    const rows = fc.array(
      fc.record({
        title: fc.constantFrom('SK', 'Peta', ''),
        location: fc.constantFrom('a.pdf', 'b.pdf', ''),
      }),
    );
    fc.assert(
      fc.property(rows, fc.nat(), (list, turn) => {
        const documents = list.map((one, index) => document(one.title, one, 6 + index));
        const at = documents.length === 0 ? 0 : turn % documents.length;
        expect(compareDocuments(documents, [...documents.slice(at), ...documents.slice(0, at)])).toEqual([]);
      }),
    );
  });

  test('is known again by its file, its number, or its title; else it went and another came', () => {
    const before = [
      document('SK', { location: 'sk.pdf' }),
      document('Peta', { number: '7' }),
      document('Notula', { page: '1' }),
      document('Lama'),
    ];
    const after = [
      document('Notula', { page: '2' }),
      document('SK Tim', { location: 'SK.pdf ' }),
      document('Peta Rencana', { number: '7' }),
      document('Baru'),
    ];
    expect(brief(compareDocuments(before, after))).toEqual([
      ['1', 'title', 'SK', 'SK Tim'],
      ['1', 'location', 'sk.pdf', 'SK.pdf '],
      ['1', 'title', 'Peta', 'Peta Rencana'],
      ['1', 'page', '1', '2'],
      ['1', '', 'Lama', null],
      ['1', '', null, 'Baru'],
    ]);
  });

  test('of another indicator is another document, though of the same file', () => {
    const [a, b] = [
      document('SK', { location: 'a.pdf' }),
      document('SK', { indicator: '2', location: 'a.pdf' }),
    ];
    expect(brief(compareDocuments([a], [b]))).toEqual([
      ['1', '', 'SK', null],
      ['2', '', null, 'SK'],
    ]);
  });
});

describe('files', () => {
  const submission = (
    file: string,
    opd: string | null,
    levels: Readonly<Record<string, string>>,
  ): Submission => ({
    ...plainForm,
    file,
    meta:
      opd === null
        ? null
        : {
            ...{ formatVersion: 1, instrument: 'x', region: 'R', year: 2025, workbookId: '', indicators: [] },
            opd: { code: opd, name: opd },
          },
    answers: Object.entries(levels).map(([id, level], index) => ({
      indicator: field(id, `B${index}`, file),
      level: field(level, `F${index}`, file),
      explanation: field('', `J${index}`, file),
      note: field('', `O${index}`, file),
    })),
  });

  test('answer each other by OPD, whatever their names and order; one that went or came is named', () => {
    const before = [submission('x.xlsx', 'a', { 1: '3' }), submission('y.xlsx', 'b', { 2: '3' })];
    const after = [submission('z.xlsx', 'c', {}), submission('dinas (1).xlsx', 'a', { '01': '4' })];
    expect(compareSubmissions(before, after)).toMatchObject([
      {
        ...{ opd: 'a', part: 'level', item: '1', before: '3', after: '4' },
        ...{
          beforeAt: { file: 'x.xlsx', address: 'F0' },
          afterAt: { file: 'dinas (1).xlsx', address: 'F0' },
        },
      },
      { opd: 'b', part: 'file', item: 'y.xlsx', before: 'y.xlsx', after: null },
      { opd: 'c', part: 'file', item: 'z.xlsx', before: null, after: 'z.xlsx' },
    ]);
  });

  test('one on each side are compared whatever they are called', () => {
    const [change] = compareSubmissions(
      [submission('a.csv', null, { 1: '3' })],
      [submission('b.csv', null, {})],
    );
    expect(change).toMatchObject({ part: 'level', item: '1', before: '3', after: null, afterAt: null });
  });

  test('the same is no change', () => {
    const one = submission('a.csv', null, { 1: '3', 2: '' });
    expect(compareSubmissions([one], [{ ...one, file: 'b.csv' }])).toEqual([]);
  });
});
