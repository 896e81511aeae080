import { describe, expect, it } from 'vitest';
import { mergeSubmissions } from '../../src/assessment/merge.ts';
import { loadInstrument } from '../../src/instrument/load.ts';
import { formatMap, parseMap } from '../../src/workbook/column-map.ts';
import { readMapped } from '../../src/workbook/read-mapped.ts';
import { suggestMaps } from '../../src/workbook/suggest-map.ts';
import { bookOf } from './book-of.ts';

type Rows = readonly (readonly string[])[];

const instrument = await loadInstrument('permenpanrb-59-2020');

function read(sheets: Readonly<Record<string, Rows>>, map = 'No=indikator,Nilai=tingkat') {
  const parsed = parseMap(map);
  if (parsed === null) throw new Error('Bad map');
  const { submission, problems } = readMapped(bookOf(sheets), 'lembar.xlsx', parsed, instrument);
  const merged = mergeSubmissions(
    submission ? [submission] : [],
    instrument,
    { region: null, year: null },
    null,
  );
  return {
    answers: submission?.answers.map(
      ({ indicator, level }) => `${indicator.text}=${level.text}@${level.at.address}`,
    ),
    first: submission?.answers[0],
    problems,
    codes: [...problems, ...merged.problems].map(({ code, at }) => `${code} ${at.address ?? ''}`.trim()),
  };
}

const header = ['', 'No', 'Indikator', 'Nilai'];

describe('columns', () => {
  const rows = [['Rekapitulasi'], [], header, ['', '1', 'x', '3'], ['', '2', 'y', '4']];

  it.each([
    'No=indikator,Nilai=tingkat',
    ' no =indicator, NILAI=level',
    'B=indikator,D=tingkat',
    'b=indikator,Nilai=tingkat',
    'Data:No=indikator,Nilai=tingkat',
  ])('%s', (map) => {
    expect(read({ Data: rows }, map)).toMatchObject({ answers: ['1=3@D4', '2=4@D5'], codes: [] });
  });

  it('reads explanation and note, and a csv', () => {
    const { first } = read(
      {
        '': [
          ['No', 'Nilai', 'Uraian', 'Ket.'],
          ['1', '3', 'Fakta', 'periksa'],
        ],
      },
      'No=indikator,Nilai=tingkat,Uraian=penjelasan,Ket.=catatan',
    );
    expect(first).toMatchObject({
      explanation: { text: 'Fakta', at: { file: 'lembar.xlsx', address: 'C2' } },
      note: { text: 'periksa' },
    });
  });

  it('takes the row with most of the headings', () => {
    const twice = [['Nilai'], ['No', 'Nilai'], ['1', '3']];
    expect(read({ Data: twice }).answers).toEqual(['1=3@B3']);
  });

  it.each([
    ['another heading', 'Nomor=indikator,Nilai=tingkat', '"No", "Indikator", "Nilai"'],
    ['another sheet', 'Lain:No=indikator,Nilai=tingkat', '"No"'],
    ['a column without indicators', 'Indikator=indikator,Nilai=tingkat', 'tidak memuat satu pun'],
  ])('says what it found instead: %s', (_, map, words) => {
    const { answers, problems } = read({ Data: rows }, map);
    expect(answers).toBe(undefined);
    expect(problems).toMatchObject([{ code: 'map-unmatched', message: expect.stringContaining(words) }]);
  });

  it('asks for the sheet where two fit, and reads no hidden one unless it is named', () => {
    const { problems } = read({ A: rows, B: rows });
    expect(problems).toMatchObject([{ code: 'map-needed' }]);
    expect(problems[0]?.message).toContain(
      '--map "A:No=indikator,Nilai=tingkat" atau --map "B:No=indikator,Nilai=tingkat"',
    );
    expect(read({ A: rows, B: rows }, 'B:No=indikator,Nilai=tingkat').codes).toEqual([]);
    expect(read({ A: rows, _b: rows }).codes).toEqual([]);
    expect(read({ _b: rows }).codes).toEqual(['map-unmatched']);
    expect(read({ _b: rows }, '_b:No=indikator,Nilai=tingkat').answers).toHaveLength(2);
  });
});

describe('rows', () => {
  it('passes over headings, sums, the numbers of columns, footnotes and signatures', () => {
    const rows = [
      header,
      ['(1)', '(2)', '(3)', '(4)'],
      ['', '', 'Domain 1 Kebijakan Internal SPBE', '2,5'],
      ['', 'A', 'Kebijakan Internal Tata Kelola SPBE', '2,5'],
      ['', '1', 'a', '3'],
      ['', '2', 'b', '4'],
      ['', '', 'Jumlah', '3,5'],
      ['', '', '', 'Denpasar, 2 Mei 2024'],
      ['', '', 'catatan kaki'],
    ];
    expect(read({ Data: rows })).toMatchObject({ answers: ['1=3@D5', '2=4@D6'], codes: [] });
    expect(read({ Data: rows }, 'B=indikator,D=tingkat').answers).toEqual(['1=3@D5', '2=4@D6']);
  });

  it('keeps a first row that only looks like numbers of columns', () => {
    expect(
      read({
        Data: [
          ['No', 'x', 'Nilai'],
          ['1', '2', '3'],
          ['2', '2', '4'],
        ],
      }).answers,
    ).toEqual(['1=3@C2', '2=4@C3']);
  });

  it('reports a number that is unknown, a level without a number, and a level that is none', () => {
    const rows = [
      header,
      ['', '48', 'Data', '3'],
      ['', '', 'Data', '3'],
      ['', '1', 'x', 'tiga'],
      ['', '2', 'y', ''],
    ];
    expect(read({ Data: rows }).codes.toSorted()).toEqual([
      'indicator-unknown B2',
      'indicator-unknown B3',
      'level-blank D5',
      'level-invalid D4',
    ]);
  });

  it('knows indicators by their names, and by nothing that is only similar', () => {
    const rows = [
      ['Nama', 'Nilai'],
      ['Tingkat Kematangan Peta Rencana SPBE Instansi Pusat/Pemerintah Daerah', '3'],
      ['  PETA  rencana spbe ', '3'],
      ['13. Keterpaduan Rencana dan Anggaran SPBE', '2'],
      ['12. Keterpaduan Rencana dan Anggaran SPBE', '4'],
      ['Layanan Kepegawain', '4'],
      ['Layanan Publik Sektor 9', '4'],
    ];
    const { answers, problems, codes } = read({ Data: rows }, 'Nama=indikator,Nilai=tingkat');
    expect(answers?.map((one) => one.split('@')[0])).toEqual([
      '12=3',
      '12=3',
      '13=2',
      'Layanan Publik Sektor 9=4',
    ]);
    expect(codes.toSorted()).toEqual([
      'indicator-name-unclear A5',
      'indicator-name-unclear A6',
      'indicator-unknown A7',
    ]);
    expect(problems[1]?.message).toContain('36 (Layanan Kepegawaian)');
  });

  it('says where the name beside a number is another one', () => {
    const rows = [header, ['', '1', 'Peta Rencana SPBE', '3']];
    expect(read({ Data: rows })).toMatchObject({ answers: ['1=3@D2'], codes: ['indicator-name-differs B2'] });
  });
});

describe('suggestions', () => {
  const body = instrument.indicators.map(({ id, name }) => [id, name, '3']);
  const suggest = (sheets: Readonly<Record<string, Rows>>) =>
    suggestMaps(bookOf(sheets), instrument).map(({ map, count }) => `${formatMap(map)} ${count}`);

  it.each([
    [['No', 'Indikator', 'Nilai'], 'No=indikator,Nilai=tingkat 47'],
    [['no.', 'Uraian', 'Tingkat  Kematangan'], 'no.=indikator,Tingkat Kematangan=tingkat 47'],
    [['x', 'Nama Indikator', 'Skor'], 'Nama Indikator=indikator,Skor=tingkat 47'],
    [['Nilai "', 'Indikator', 'Nilai'], 'Indikator=indikator,Nilai=tingkat 47'],
  ])('%j', (heading, expected) => {
    expect(suggest({ Data: [heading, ...body] })).toEqual([expected]);
  });

  it('prefers names where the numbers only count the rows', () => {
    const counted = body
      .toReversed()
      .map(([, name = '', level = ''], index) => [String(index + 1), name, level]);
    expect(suggest({ Data: [['No', 'Indikator', 'Nilai'], ...counted] })).toEqual([
      'Indikator=indikator,Nilai=tingkat 47',
    ]);
  });

  it('names columns by letters where a heading stands twice, and the sheet where two are alike', () => {
    const twice = [['No', 'Indikator', 'Nilai', 'Nilai'], ...body];
    expect(suggest({ Data: twice })).toEqual(['No=indikator,C=tingkat 47']);
    const plain = [['No', 'Indikator', 'Nilai'], ...body];
    expect(suggest({ A: plain, B: plain })).toEqual([
      'A:No=indikator,Nilai=tingkat 47',
      'B:No=indikator,Nilai=tingkat 47',
    ]);
  });

  it('shows the first answers as they would be read: without headings between them, a blank as such', () => {
    const [one, two = [], ...others] = body.map(([id, name]) => [
      id ?? '',
      name ?? '',
      id === '2' ? '' : '4',
    ]);
    const rows = [
      ['No', 'Indikator', 'Nilai'],
      ['', 'Domain 1', ''],
      one ?? [],
      ['', 'Aspek 2', ''],
      two,
      ...others,
    ];
    const [found] = suggestMaps(bookOf({ Data: rows }), instrument);
    expect(found?.sample).toEqual([
      ['1', '4'],
      ['2', 'kosong'],
      ['3', '4'],
    ]);
    expect(found?.sheet).toBe('Data');
  });

  it('offers nothing where no column could name the indicators', () => {
    expect(suggest({ Data: [['Nilai', 'Catatan'], ...body.map(([id = '']) => ['3', id])] })).toEqual([]);
  });

  it('offers nothing below half of the indicators, without headings, or from hidden sheets', () => {
    const heading = ['No', 'Indikator', 'Nilai'];
    expect(suggest({ Data: [heading, ...body.slice(0, 24)] })).toHaveLength(1);
    expect(suggest({ Data: [heading, ...body.slice(0, 23)] })).toEqual([]);
    expect(suggest({ Data: body })).toEqual([]);
    expect(suggest({ _data: [heading, ...body] })).toEqual([]);
  });
});
