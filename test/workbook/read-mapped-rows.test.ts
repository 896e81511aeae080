import { describe, expect, test } from 'vitest';
import { loadInstrument } from '../../src/instrument/load.ts';
import { parseMap } from '../../src/workbook/column-map.ts';
import { readMapped } from '../../src/workbook/read-mapped.ts';
import { bookOf } from './book-of.ts';

/* What becomes of the rows of a region's own sheet that are no plain answer, and of sheets that do not fit. */

type Rows = readonly (readonly string[])[];

const instrument = await loadInstrument('permenpanrb-59-2020');
const nameOf = (id: string) => instrument.indicators.find((one) => one.id === id)?.name ?? '';
const heading = 'Kebijakan Internal Tata Kelola SPBE';

function read(sheets: Readonly<Record<string, Rows>>, map = 'No=indikator,Nilai=tingkat') {
  const parsed = parseMap(map);
  if (parsed === null) throw new Error('Bad map');
  const { submission, problems } = readMapped(bookOf(sheets), 'lembar.xlsx', parsed, instrument);
  return {
    answers: submission?.answers.map(({ indicator, level }) => `${indicator.text}=${level.text}`),
    problems,
    found: problems[0]?.details['found'],
  };
}

const rowsRead = (...rows: Rows) => {
  const { answers, problems } = read({
    Data: [['', 'No', 'Uraian', 'Nilai', 'PIC'], ['', '1', 'x', '3'], ...rows],
  });
  return [answers?.slice(1), problems.map(({ code, at }) => `${code} ${at.address}`)];
};

describe('a row', () => {
  test.each<[string, readonly string[], string[]]>([
    ['without a level answers nothing', ['', '48', 'Sesuatu'], []],
    ['of an indicator without a level is kept', ['', '2', 'Sesuatu'], ['2=']],
    ['that is named like a heading is one', ['', heading, '', '3'], []],
    ['whose only words are a heading is one', ['', 'A', heading, '2,5'], []],
    ['is a heading, whatever letter and digit it is counted by', ['', 'A1', heading, '2,5'], []],
    ['is a heading, though its level is a word', ['', 'A', heading, 'dua'], []],
    ['with a number is an answer, though its words are a heading', ['', '48', heading, '2'], ['48=2']],
    ['with other words as well is an answer', ['', 'A', heading, '2', 'Budi'], ['A=2']],
    ['with no words at all is an answer', ['', 'A', '', '2'], ['A=2']],
    ['of words alone is a remark', ['', '', '', 'Mengetahui'], []],
    ['of a level alone is an answer without its number', ['', '', '', 'IV'], ['=IV']],
    ['of a level alone, as a figure, likewise', ['', '', '', '1000'], ['=1000']],
    ['of words beside a level is an answer without its number', ['', '', 'Sesuatu', '3'], ['=3']],
  ])('%s', (_, row, answers) => {
    expect(rowsRead(row)).toEqual([answers, []]);
  });

  test('may have its own name beside its number, but no other one’s', () => {
    expect(rowsRead(['', '2', nameOf('2'), '3'])).toEqual([['2=3'], []]);
    expect(rowsRead(['', '2', nameOf('3'), '3'])).toEqual([['2=3'], ['indicator-name-differs B3']]);
    const rows = [
      ['No', 'Uraian', 'Nilai'],
      ['2', nameOf('3'), '3'],
    ];
    expect(read({ Data: rows }).problems[0]?.details).toMatchObject({ indicator: '2', other: '3' });
    const byName = [
      ['Uraian', 'Lain', 'Nilai'],
      [nameOf('3'), nameOf('2'), '3'],
    ];
    expect(read({ Data: byName }, 'Uraian=indikator,Nilai=tingkat')).toMatchObject({
      ...{ answers: ['3=3'], problems: [] },
    });
  });

  test('above the first indicator is passed over where columns are named by letters', () => {
    const rows = [
      ['Laporan', '9'],
      ['Tahun', '2024'],
      [nameOf('3'), '3'],
      ['48', '2'],
    ];
    expect(read({ Data: rows }, 'A=indikator,B=tingkat').answers).toEqual(['3=3', '48=2']);
  });

  test('that numbers three columns or more is no answer where its number comes again', () => {
    const header = ['No', 'Uraian', 'Nilai'];
    expect(read({ Data: [header, ['1', '2', '3'], ['1', 'x', '4']] }).answers).toEqual(['1=4']);
    expect(read({ Data: [header, ['1', '2', '3'], ['2', 'x', '4']] }).answers).toEqual(['1=3', '2=4']);
    expect(
      read({
        Data: [
          ['No', 'Nilai'],
          ['1', '2'],
          ['1', '4'],
        ],
      }).answers,
    ).toEqual(['1=2', '1=4']);
  });
});

describe('no sheet is read', () => {
  test('that has no end', () => {
    const { answers, problems } = read({
      Data: [['No', 'Nilai'], ...Array.from({ length: 10_001 }, () => ['1', '3'])],
    });
    expect(answers).toBeUndefined();
    expect(problems).toMatchObject([{ code: 'file-unreadable', at: { file: 'lembar.xlsx' } }]);
    expect(problems[0]?.message).toContain('Lembar Data berisi lebih dari 10.000 baris');
  });

  test('where two fit alike', () => {
    const rows = [
      ['No', 'Nilai'],
      ['1', '3'],
    ];
    expect(read({ A: rows, B: rows })).toMatchObject({
      ...{ answers: undefined, found: 'lembar "A" dan "B" sama-sama cocok' },
      problems: [{ code: 'map-needed', at: { file: 'lembar.xlsx' } }],
    });
  });

  test('where none fits: the headings that can be seen are named, each once', () => {
    const twelve = Array.from({ length: 13 }, (_, index) => `Kolom ${'ABCDEFGHIJKLM'[index]}`);
    const seen = (sheets: Readonly<Record<string, Rows>>) => read(sheets).found;
    expect(seen({ Data: [['Judul'], ['Kode', 'Ura\n ian', 'Kode'], ['x']], _b: [['Rahasia', 'x']] })).toBe(
      'judul kolom yang terlihat: "Kode", "Ura ian"',
    );
    expect(seen({ Data: [twelve] })).toBe(
      `judul kolom yang terlihat: ${twelve
        .slice(0, 12)
        .map((one) => `"${one}"`)
        .join(', ')}`,
    );
    expect(seen({ Data: [['x'.repeat(41), '2', '12', '2,5', '2.55', '2a', 'a2', ' ']] })).toBe(
      `judul kolom yang terlihat: "${'x'.repeat(40)}", "2a", "a2"`,
    );
    expect(seen({ Data: [] })).toBe('judul kolom yang terlihat: tidak ada');
    const late = [...Array.from({ length: 40 }, () => ['x']), ['Kode', 'Uraian']];
    expect(seen({ Data: late })).toBe('judul kolom yang terlihat: "x"');
    expect(read({ Data: [] }).problems).toMatchObject([{ at: { file: 'lembar.xlsx' } }]);
  });
});
