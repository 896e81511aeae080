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

const blank = document('', { indicator: '', level: '' });

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

  test('is known again however its file is written, by name where it has no title, and in its place', () => {
    const [change, ...others] = compareDocuments(
      [document('', { location: 'Bukti/SK  Tim.pdf' }, 6), document('', {}, 7), blank],
      [blank, document('', { location: 'bukti/sk tim.PDF ', page: '3' }, 9)],
    );
    expect(change).toMatchObject({
      field: 'location',
      beforeAt: { address: 'L6' },
      afterAt: { address: 'L9' },
    });
    expect(brief(others)).toEqual([
      ['1', 'page', null, '3'],
      ['1', '', null, null],
    ]);
    const gone = compareDocuments(
      [document('', { location: 'a.pdf' })],
      [document('', { location: 'b.pdf' }, 7)],
    );
    expect(gone).toMatchObject([
      { item: '1', field: '', before: 'a.pdf', after: null, beforeAt: { address: 'L6' }, afterAt: null },
      { item: '1', field: '', before: null, after: 'b.pdf', beforeAt: null, afterAt: { address: 'L7' } },
    ]);
  });

  test('a row without a word is none', () => {
    expect(compareDocuments([blank, document('SK')], [document('SK')])).toEqual([]);
    expect(compareDocuments([], [blank])).toEqual([]);
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

  test('without an OPD answer each other by name, in whatever folder; a workbook that lost its OPD is another', () => {
    const before = [
      submission('lama/b.csv', null, { 1: '1' }),
      submission('a.csv', null, {}),
      submission('c.xlsx', 'a', {}),
    ];
    const after = [submission('baru/b.csv', null, { 1: '2' }), submission('c.xlsx', null, {})];
    const whole = { opd: null, part: 'file', field: '' };
    const gone = { after: null, afterAt: null };
    const came = { before: null, beforeAt: null };
    expect(compareSubmissions(before, after)).toEqual([
      { ...whole, ...gone, item: 'a.csv', before: 'a.csv', beforeAt: { file: 'a.csv' } },
      {
        ...{ opd: null, part: 'level', item: '1', field: '', before: '1', after: '2' },
        ...{
          beforeAt: { file: 'lama/b.csv', address: 'F0' },
          afterAt: { file: 'baru/b.csv', address: 'F0' },
        },
      },
      { ...whole, ...came, item: 'c.xlsx', after: 'c.xlsx', afterAt: { file: 'c.xlsx' } },
      { ...whole, ...gone, opd: 'a', item: 'c.xlsx', before: 'c.xlsx', beforeAt: { file: 'c.xlsx' } },
    ]);
  });

  test('one on one side and several on the other are not taken for each other', () => {
    const [a, b] = [submission('a.csv', null, { 1: '3' }), submission('b.csv', null, { 1: '3' })];
    const inShort = (...of: Parameters<typeof compareSubmissions>) =>
      compareSubmissions(...of).map(({ part, before, after }) => [part, before, after]);
    expect(inShort([a], [b, { ...b, file: 'c.csv' }])).toEqual([
      ['file', 'a.csv', null],
      ['file', null, 'b.csv'],
      ['file', null, 'c.csv'],
    ]);
    expect(inShort([b, a], [{ ...a, file: 'x.csv' }])).toEqual([
      ['file', 'a.csv', null],
      ['file', 'b.csv', null],
      ['file', null, 'x.csv'],
    ]);
    expect(inShort([], [a])).toEqual([['file', null, 'a.csv']]);
  });

  test('several of one OPD answer each other in the order of their names', () => {
    const files = (...names: readonly string[]) => names.map((name) => submission(name, 'a', { 1: name }));
    const changes = compareSubmissions(files('b.xlsx', 'c.xlsx', 'a.xlsx'), files('z.xlsx', 'y.xlsx'));
    expect(changes.map(({ before, after }) => `${before} ${after}`)).toEqual([
      ...['a.xlsx y.xlsx', 'b.xlsx z.xlsx', 'c.xlsx null'],
    ]);
  });

  test('of an indicator that stands twice the first row is compared', () => {
    const one = submission('a.csv', null, { 1: '3' });
    const twice = (levels: readonly string[]): Submission => ({
      ...one,
      answers: levels.map((level, index) => ({
        ...{ indicator: field('1'), level: field(level, `F${index}`) },
        ...{ explanation: field(''), note: field('') },
      })),
    });
    expect(compareSubmissions([twice(['3', '4'])], [twice(['3', '5'])])).toEqual([]);
    expect(compareSubmissions([twice(['3', '4'])], [twice(['4', '4'])])).toHaveLength(1);
  });

  test('every cell of an answer counts, then documents and ticks; particulars come first', () => {
    const whole = (text: string, file: string): Submission => ({
      ...submission(file, 'a', {}),
      identity: new Map([['head', text]]),
      answers: [
        {
          ...{ indicator: field('1'), level: field('3'), explanation: field(text), note: field(text) },
          ...{ analysis: field(text), assessedLevel: field(text), assessedReason: field(text, 'Q6', file) },
        },
      ],
      documents: [document(text)],
      checklist: new Map([['1-L2-a', field(text, 'H6', file)]]),
    });
    const changes = compareSubmissions([whole('lama', 'a.xlsx')], [whole('baru', 'b.xlsx')]);
    expect(
      changes.map(({ opd, part, item, before, after }) => `${opd} ${part} ${item} ${before} ${after}`),
    ).toEqual([
      'a identity head lama baru',
      'a explanation 1 lama baru',
      'a analysis 1 lama baru',
      'a note 1 lama baru',
      'a assessedLevel 1 lama baru',
      'a assessedReason 1 lama baru',
      'a document 1 lama null',
      'a document 1 null baru',
      'a checklist 1-L2-a lama baru',
    ]);
    expect([changes[0], changes.at(-1)]).toMatchObject([
      {
        field: '',
        beforeAt: { file: 'a.xlsx', sheet: 'Identitas' },
        afterAt: { file: 'b.xlsx', sheet: 'Identitas' },
      },
      { field: '', beforeAt: { file: 'a.xlsx', address: 'H6' }, afterAt: { file: 'b.xlsx', address: 'H6' } },
    ]);
  });

  test('what is on one side only has no place on the other, and blank is as good as not there', () => {
    const ticked = (ticks: readonly (readonly [string, string])[]): Submission => ({
      ...submission('a.xlsx', null, {}),
      checklist: new Map(ticks.map(([id, text]) => [id, field(text)])),
    });
    const [came] = compareSubmissions([ticked([['x', '']])], [ticked([['y', 'Ya']])]);
    expect(came).toMatchObject({ item: 'y', before: null, after: 'Ya', beforeAt: null });
    expect(compareSubmissions([ticked([['x', '']])], [ticked([])])).toEqual([]);
    const [emptied] = compareSubmissions([ticked([['x', 'Ya']])], [ticked([['x', '']])]);
    expect(emptied).toMatchObject({ item: 'x', before: 'Ya', after: null, afterAt: { address: 'A1' } });
  });
});
