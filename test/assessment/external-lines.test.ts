import { Fraction } from 'fraction.js';
import { describe, expect, test } from 'vitest';
import { type Codes, type ExternalRow, parseExternal, parseStated } from '../../src/assessment/external.ts';
import { checkSums, groupsOf } from '../../src/assessment/external-sums.ts';
import { score } from '../../src/assessment/score.ts';
import { loadInstrument } from '../../src/instrument/load.ts';

const instrument = await loadInstrument('permenpanrb-59-2020');
const pemdi = await loadInstrument('permenpanrb-8-2026');
const codes: Codes = { index: 'HASIL', groups: { D2001: 'D1', a2002: 'A2' } };

type Line = readonly [code: string, value: string, reason?: string, opd?: string];

const rowsOf = (lines: readonly Line[], hasPlaces = true): ExternalRow[] =>
  lines.map(([code, value, reason = '', opd = ''], index) => {
    const field = (text: string, column: string) => ({
      text,
      at: { file: 'hasil.csv', ...(hasPlaces && { address: `${column}${index + 2}` }) },
    });
    return {
      code: field(code, 'A'),
      value: field(value, 'B'),
      reason: field(reason, 'C'),
      opd: field(opd, 'D'),
    };
  });
const parse = (...lines: readonly Line[]) => parseExternal(rowsOf(lines), instrument, codes);
const saidOf = (...lines: readonly Line[]) =>
  parse(...lines).problems.map(({ at, message }) => `${at.address}: ${message}`);

describe('lines of a result that somebody else made', () => {
  test('give levels in the order of the instrument, with reason, OPD and place', () => {
    const { values, problems } = parse(['13', '2'], ['I12', 'III', 'Belum direviu', 'diskominfo'], ['', '']);
    expect(problems).toEqual([]);
    expect(values.levels).toEqual([
      {
        id: '12',
        level: 3,
        reason: 'Belum direviu',
        opd: 'diskominfo',
        at: { file: 'hasil.csv', address: 'B3' },
      },
      { id: '13', level: 2, reason: '', opd: '', at: { file: 'hasil.csv', address: 'B2' } },
    ]);
    expect([values.groups.size, values.index]).toEqual([0, null]);
  });

  test('give sums by any of their codes', () => {
    const { values } = parse(['d2001', '3'], ['A2002', '3,25'], [' Hasil ', '3.5']);
    expect([...values.groups].map(([id, { value, decimals }]) => `${id} ${value} ${decimals}`)).toEqual([
      ...['D1 3 0', 'A2 3.25 2'],
    ]);
    expect(values.index).toMatchObject({ decimals: 1, at: { address: 'B4' } });
    expect(parse(['Indeks Pemdi', '4'], ['13', '']).values.index?.value.toString()).toBe('4');
  });

  test('of a code that means nothing, or is blank beside a value', () => {
    expect(saidOf(['ii2', '3'], ['', '3'], ['x', ''], ['indeks spbe x', '3'], ['x indeks', '3'])).toEqual(
      [
        ['A2', 'tertulis "ii2"'],
        ['A3', 'nomornya kosong'],
        ['A4', 'tertulis "x"'],
        ['A5', 'tertulis "indeks spbe x"'],
        ['A6', 'tertulis "x indeks"'],
      ].map(
        ([at, found]) =>
          `${at}: Kode tidak dikenal – ${found} – pakai nomor indikator, kode aspek atau domain (A1, D1; di aplikasi A2001, D2001), atau "indeks".`,
      ),
    );
  });

  test('whose value is not one', () => {
    expect(saidOf(['12', '7'], ['D1', 'x'], ['indeks', '5,1'])).toEqual(
      [
        ['B2', '12', '7'],
        ['B3', 'D1', 'x'],
        ['B4', 'indeks', '5,1'],
      ].map(
        ([at, code, found]) =>
          `${at}: Nilai ${code} tidak sah – tertulis "${found}" – tulis angka 1 sampai 5; untuk indikator tingkatnya, tanpa kata lain.`,
      ),
    );
  });

  test('that stand twice: the first counts, and that is said with its place', () => {
    const lines: Line[] = [
      ...([
        ['12', '3'],
        ['012', '4'],
        ['D1', '3'],
        ['D2001', '4'],
      ] as const),
      ...([
        ['indeks', '3'],
        ['hasil', '4'],
        ['12', ''],
        ['12', '9'],
      ] as const),
    ];
    const { values } = parse(...lines);
    expect(values.levels.map(({ level }) => level)).toEqual([3]);
    expect([values.groups.get('D1'), values.index].map((one) => one?.value.toString())).toEqual(['3', '3']);
    const twice = (at: string, code: string, first: string) =>
      `${at}: Kode ${code} tertulis lebih dari sekali – yang pertama di ${first} – hapus salah satunya supaya jelas nilai mana yang berlaku.`;
    expect(saidOf(...lines)).toEqual([
      twice('A3', '012', 'B2'),
      twice('A5', 'D2001', 'B4'),
      twice('A7', 'hasil', 'B6'),
      twice('A9', '12', 'B2'),
    ]);
  });

  test('without places name none', () => {
    const { problems } = parseExternal(
      rowsOf(
        [
          ['12', '3'],
          ['12', '4'],
        ],
        false,
      ),
      instrument,
      codes,
    );
    expect(problems.map(({ details }) => details)).toEqual([{ code: '12', first: '' }]);
  });
});

test.each([
  ['3', '3', 0],
  [' 3,25 ', '3.25', 2],
  ['３.5', '3.5', 1],
  ['0', '0', 0],
  ['005', '5', 0],
  ['5.000000000000', '5', 12],
])('%j is the value %s of %i decimals', (text, value, decimals) => {
  const at = { file: 'x' };
  expect(parseStated({ text, at }, instrument)).toEqual({ value: new Fraction(value), decimals, at });
});

test.each(['', '5,01', '0005', '3.', '.5', '3,2,5', '+3', '3 4', '1.0000000000000'])(
  '%j is no value',
  (text) => {
    expect(parseStated({ text, at: { file: 'x' } }, instrument)).toBeNull();
  },
);

describe('sums', () => {
  const at = { file: 'hasil.csv' };
  const every = (value: string) => instrument.indicators.map(({ id }): Line => [id, value]);
  const checked = (...lines: readonly Line[]) =>
    checkSums(parse(...lines).values, instrument, at).map(
      ({ at: place, message }) => `${place.address}: ${message}`,
    );
  const differs = (address: string, what: string, stated: string, computed: string) =>
    `${address}: ${what} tidak cocok dengan bagian-bagiannya – tertulis ${stated}, dihitung dan dipakai ${computed} – cocokkan dengan laporan resmi sebelum angka itu dikutip.`;

  test('aspects are held against levels, domains and the index against aspects', () => {
    expect(checked(...every('3'), ['A2', '4'], ['D2', '2'], ['indeks', '3,5'])).toEqual([
      differs('B50', 'Domain Tata Kelola SPBE', '2,00', '3,00'),
      differs('B49', 'Aspek Perencanaan Strategis SPBE', '4,00', '3,00'),
      differs('B51', 'Indeks', '3,50', '3,00'),
    ]);
    const aspects = ['2', '3', '4'].map((id): Line => [`A${id}`, '3,0']);
    expect(checked(...aspects, ['D2', '4,0'], ['D3', '5'])).toEqual([
      differs('B5', 'Domain Tata Kelola SPBE', '4,00', '3,00'),
    ]);
  });

  test('levels that are missing are named, where there are any', () => {
    expect(checked(...every('3').slice(0, 45))).toEqual([
      'undefined: Hasil ini tidak memuat tingkat indikator 46, 47 – dianggap tetap seperti tahap sebelumnya – lengkapi bila laporan resmi memuatnya.',
    ]);
    expect(checked(...every('3'))).toEqual([]);
    expect(checked(['indeks', '3'])).toEqual([]);
  });

  test('that are stated give all groups, exactly, where every aspect is known', () => {
    const aspects = instrument.groups.filter(({ kind }) => kind === 'aspect');
    const lines = aspects.map(({ id }, index): Line => [id, index === 1 ? '3,50' : '3']);
    const found = groupsOf(parse(...lines).values, instrument);
    expect(found?.index.toString()).toBe('3.05');
    expect(found?.groups.map(({ group, index }) => `${group.id} ${index}`)).toEqual(
      instrument.groups.map(({ id }) => `${id} ${{ D2: '3.2', A2: '3.5' }[id] ?? '3'}`),
    );
    expect(groupsOf(parse(...lines.slice(1)).values, instrument)).toBeNull();
    const fromLevels = groupsOf(parse(...every('4')).values, instrument);
    expect(fromLevels).toEqual({
      index: new Fraction(4),
      groups: score(instrument, new Map(instrument.indicators.map(({ id }) => [id, 4]))).groups,
    });
  });

  test('where an instrument has no domains the aspects are the whole', () => {
    const lines = pemdi.groups.map(({ id }): Line => [id, '2']);
    const { values } = parseExternal(rowsOf(lines), pemdi, codes);
    expect(groupsOf(values, pemdi)?.index.toString()).toBe('2');
    expect(checkSums(values, pemdi, at)).toEqual([]);
  });
});
