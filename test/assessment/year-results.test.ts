import { describe, expect, test } from 'vitest';
import type { Field } from '../../src/assessment/submission.ts';
import { parseYearResults, type YearRow } from '../../src/assessment/year-results.ts';
import { listInstruments, loadInstrument } from '../../src/instrument/load.ts';

const instruments = await Promise.all((await listInstruments()).map(loadInstrument));

type Texts = Partial<Record<Exclude<keyof YearRow, 'groups'>, string>>;

const field = (text: string, address: string): Field => ({
  text,
  at: { file: 'tren.xlsx', sheet: 'Tren', address },
});

/** A row of 2024 with 3,32, unless told otherwise. */
function row(texts: Texts = {}, groups: Readonly<Record<string, string>> = {}): YearRow {
  const { year = '2024', index = '3,32', instrument = '', kind = '', predicate = '', source = '' } = texts;
  return {
    year: field(year, 'A2'),
    index: field(index, 'B2'),
    instrument: field(instrument, 'C2'),
    kind: field(kind, 'D2'),
    predicate: field(predicate, 'E2'),
    source: field(source, 'F2'),
    groups: new Map(Object.entries(groups).map(([id, text]) => [id, field(text, `${id}!`)])),
  };
}

function parse(...rows: readonly YearRow[]) {
  const { results, problems } = parseYearResults(rows, instruments);
  const plain = ({ value, decimals }: (typeof results)[number]['index']) =>
    `${value.toString()} @${decimals}`;
  return {
    results: results.map(({ index, groups, ...rest }) => ({
      ...rest,
      index: plain(index),
      groups: Object.fromEntries([...groups].map(([id, known]) => [id, plain(known)])),
    })),
    problems: problems.map(({ code, at, message }) => `${code} ${at.address}: ${message}`),
  };
}

const usual = {
  ...{ year: 2024, kind: 'published', instrument: 'permenpanrb-59-2020', index: '3.32 @2', groups: {} },
  ...{ blanks: 0, predicate: null, source: 'tren.xlsx › Tren!A2' },
};

describe('a result of a year', () => {
  test('year and index are enough: published, by the instrument of the year, found in its row', () => {
    expect(parse(row())).toEqual({ results: [usual], problems: [] });
  });

  test('what more is stated is kept', () => {
    const texts = { index: '2.6', kind: 'Interviu', predicate: 'Baik', source: 'KepmenPANRB 663/2024' };
    const full = row(texts, { D1: '3', D2: '', A8: '4,125' });
    expect(parse(full)).toEqual({
      results: [
        {
          ...usual,
          ...{ kind: 'interview', index: '2.6 @2', predicate: 'Baik', source: 'KepmenPANRB 663/2024' },
          groups: { D1: '3 @2', A8: '4.125 @3' },
        },
      ],
      problems: [],
    });
  });

  test('a row with nothing but notes says nothing; one with a domain alone lacks its year', () => {
    const empty = { year: '', index: '' };
    expect(parse(row({ ...empty, predicate: 'Baik', source: 'berita', kind: 'x' }, { D1: '' }))).toEqual({
      results: [],
      problems: [],
    });
    expect(parse(row(empty, { D1: '', D2: '3' }), row({ ...empty, index: '3' })).problems).toEqual(
      Array.from(
        { length: 2 },
        () =>
          'trend-year-invalid A2: Tahun tidak sah, jadi baris ini tidak dipakai – selnya kosong – tulis tahun penilaian dengan empat angka, misalnya 2024.',
      ),
    );
  });

  test('one bad row does not take the others with it', () => {
    const { results, problems } = parse(
      row({ year: '24' }),
      row(),
      row({ kind: '?' }),
      row({ year: '2023' }),
    );
    expect(results.map(({ year }) => year)).toEqual([2024, 2023]);
    expect(problems).toHaveLength(2);
  });
});

describe('the year', () => {
  test.each([
    ['2017', 'permenpanrb-5-2018'],
    ['2101', 'permenpanrb-8-2026'],
    ['20244', ''],
    ['x2024', ''],
    ['2e3', ''],
  ])('%j is refused', (year, instrument) => {
    expect(parse(row({ year, instrument }))).toEqual({
      results: [],
      problems: [
        `trend-year-invalid A2: Tahun tidak sah, jadi baris ini tidak dipakai – tertulis "${year}" – tulis tahun penilaian dengan empat angka, misalnya 2024.`,
      ],
    });
  });

  test.each([
    ['2018', '', 'permenpanrb-5-2018'],
    ['2020', '', 'permenpanrb-5-2018'],
    ['2021', '', 'permenpanrb-59-2020'],
    ['2025', '', 'permenpanrb-59-2020'],
    ['2026', '', 'permenpanrb-8-2026'],
    ['2100', '8/2026', 'permenpanrb-8-2026'],
    ['2020', '59/2020', 'permenpanrb-59-2020'],
    ['2024', 'permenpanRB 5/2018', 'permenpanrb-5-2018'],
    ['2024', 'PERMENPANRB-8-2026', 'permenpanrb-8-2026'],
  ])('%s with instrument %j: %s', (year, instrument, id) => {
    expect(parse(row({ year, instrument })).results).toMatchObject([{ year: Number(year), instrument: id }]);
  });

  const known = 'tulis salah satu: PermenPANRB 5/2018, PermenPANRB 59/2020, PermenPANRB 8/2026.';
  test.each([
    ['2031', '', 'selnya kosong, dan tidak ada instrumen untuk tahun itu'],
    ['2024', '59', 'tertulis "59"'],
  ])('%s with instrument %j is refused', (year, instrument, found) => {
    expect(parse(row({ year, instrument }))).toEqual({
      results: [],
      problems: [
        `trend-instrument-unknown C2: Instrumen tidak dikenal, jadi baris ini tidak dipakai – ${found} – ${known}`,
      ],
    });
  });
});

describe('the kind', () => {
  test.each([
    ['mandiri', 'self'],
    ['self', 'self'],
    ['asesor', 'assessor'],
    ['Asesor Internal', 'assessor'],
    ['dokumen', 'document'],
    ['visitasi', 'visit'],
    ['eksternal', 'final'],
    ['akhir', 'final'],
    ['FINAL', 'final'],
    ['diumumkan', 'published'],
    ['published', 'published'],
  ])('%s: %s', (kind, found) => {
    expect(parse(row({ kind })).results).toMatchObject([{ kind: found }]);
  });

  test('any other is refused, and all are named', () => {
    expect(parse(row({ kind: 'ramalan' }))).toEqual({
      results: [],
      problems: [
        'trend-kind-unknown D2: Jenis hasil tidak dikenal, jadi baris ini tidak dipakai – tertulis "ramalan" – tulis salah satu: mandiri, asesor, dokumen, interviu, visitasi, eksternal, diumumkan.',
      ],
    });
  });
});

describe('values', () => {
  const wrong = (what: string, found: string, min = 1) =>
    `${what} tidak sah – ${found} – tulis angka ${min} sampai 5, misalnya 3,32, tanpa kata lain.`;

  test.each([
    ['', 'selnya kosong'],
    ['0,99', 'tertulis "0,99"'],
    ['5,01', 'tertulis "5,01"'],
    ['3,3 (Baik)', 'tertulis "3,3 (Baik)"'],
  ])('without a valid index (%j) there is no result, yet its domains are looked at', (index, found) => {
    expect(parse(row({ index }, { D1: 'x' }))).toEqual({
      results: [],
      problems: [
        `trend-value-invalid B2: ${wrong('Indeks', found)}`,
        `trend-value-invalid D1!: ${wrong('Nilai D1', 'tertulis "x"')}`,
      ],
    });
  });

  test('the ends of the scale are values, and a domain that is not understood is left out', () => {
    const { results, problems } = parse(
      row({ index: '1' }, { D1: '5', D2: '6', D5: '3', D3: '5' }),
      row({ year: '2019', index: '0' }),
    );
    expect(results.map(({ index, groups }) => [index, groups])).toEqual([
      ['1 @2', { D1: '5 @2', D3: '5 @2' }],
      ['0 @2', {}],
    ]);
    expect(problems).toEqual([
      `trend-value-invalid D2!: ${wrong('Nilai D2', 'tertulis "6"')}`,
      'trend-group-unknown D5!: PermenPANRB 59/2020 tidak mempunyai D5, jadi nilainya tidak dipakai – kolom D5 terisi – kosongkan sel ini, atau perbaiki tahun atau instrumennya.',
    ]);
  });
});

describe('an index is held against its domains', () => {
  const threes = { D1: '3', D2: '3', D3: '3', D4: '3' };
  const differs = (stated: string, computed: string) =>
    `trend-sum-differs B2: Indeks tidak cocok dengan nilai domain di barisnya, juga setelah pembulatan diperhitungkan – tertulis ${stated}, dari domain ${computed} – cocokkan dengan laporan resmi; sampai itu jelas, rincian per domain tidak dapat dipercaya.`;

  // Half a hundredth of the index and of the domains together.
  test.each(['2,99', '3', '3,01', '3,005'])('%s may come of 3,00 throughout', (index) => {
    expect(parse(row({ index }, threes)).problems).toEqual([]);
  });

  test.each([
    ['2,98', threes, '2,98', '3,00'],
    ['3,02', threes, '3,02', '3,00'],
    // Of three decimals the index leaves less room.
    ['3,006', threes, '3,01', '3,00'],
    // 13 % × 5 + 25 % × 3.8 + 16.5 % × 3 + 45.5 % × 4.88 = 4.3154
    ['4,23', { D1: '5', D2: '3,80', D3: '3,00', D4: '4,88' }, '4,23', '4,32'],
  ])('%s may not come of %j', (index, domains, stated, computed) => {
    const { results, problems } = parse(row({ index }, domains));
    expect(problems).toEqual([differs(stated, computed)]);
    expect(results).toHaveLength(1);
  });

  test('not where one of them is missing; aspects take no part unless they are at the top', () => {
    const { D4: _, ...three } = threes;
    expect(parse(row({ index: '5' }, three)).problems).toEqual([]);
    expect(parse(row({ index: '3' }, { ...threes, A1: '1', A8: '5' })).problems).toEqual([]);
    const ones = Object.fromEntries(Array.from({ length: 7 }, (_, at) => [`A${at + 1}`, '1']));
    expect(parse(row({ year: '2026', index: '1,24' }, { ...ones, A7: '2' })).problems).toEqual([]);
    expect(parse(row({ year: '2026', index: '1,24' }, ones)).problems).toEqual([differs('1,24', '1,00')]);
  });
});
