import { describe, expect, test } from 'vitest';
import { markdown } from '../../src/reporters/markdown.ts';
import type { Block, Report } from '../../src/reporters/report.ts';
import { toSheets } from '../../src/reporters/sheets.ts';
import { terminal } from '../../src/reporters/terminal.ts';

const options = { width: 60, colour: false };
const reportOf = (...blocks: Block[]): Report => ({
  document: {},
  blocks,
  records: { columns: [], rows: [] },
});

describe('an indented cell that is broken', () => {
  const table = reportOf({
    kind: 'table',
    columns: [
      { header: 'Domain / aspek', flexible: true },
      { header: 'Bobot', align: 'right' },
    ],
    rows: [
      [{ text: 'Kebijakan Internal SPBE' }, { text: '13,00' }],
      [
        {
          text: '  Kebijakan Internal Tata Kelola SPBE dan Layanan Administrasi Pemerintahan',
          tone: 'strong',
        },
        { text: '13,00' },
      ],
    ],
  });

  test.each([false, true])('keeps its indent on every line (colour: %s)', (colour) => {
    const lines = terminal(table, { ...options, colour })
      // biome-ignore lint/suspicious/noControlCharactersInRegex: the codes of colours
      .replace(/\x1b\[\d+m/g, '')
      .trimEnd()
      .split('\n');
    expect(lines).toEqual([
      'Domain / aspek                                         Bobot',
      'Kebijakan Internal SPBE                                13,00',
      '  Kebijakan Internal Tata Kelola SPBE dan Layanan      13,00',
      '  Administrasi Pemerintahan',
    ]);
  });
});

test('a word that is longer than its column is broken after a sign, or anywhere, and nothing of it is lost', () => {
  const paths = [
    'daerah/jawa-timur/kabupaten-mojokerto/kertas-kerja/dinas-komunikasi.xlsx',
    'x'.repeat(70),
    `awal ${'y'.repeat(64)} akhir`,
  ];
  const table = reportOf({
    kind: 'table',
    columns: [{ header: 'Jalur', flexible: true }, { header: 'Indeks' }],
    rows: paths.map((text) => [{ text }, { text: '2,98' }]),
  });
  const lines = terminal(table, options).trimEnd().split('\n').slice(1);
  expect(lines.map((line) => line.replace(/ +2,98$/, ''))).toEqual([
    'daerah/jawa-timur/kabupaten-mojokerto/kertas-kerja/',
    'dinas-komunikasi.xlsx',
    'x'.repeat(52),
    'x'.repeat(18),
    'awal',
    'y'.repeat(52),
    `${'y'.repeat(12)} akhir`,
  ]);
});

describe('an optional column', () => {
  const table = (opd: string) =>
    reportOf({
      kind: 'table',
      columns: [{ header: 'No' }, { header: 'OPD', flexible: true, optional: true }, { header: 'Catatan' }],
      rows: [
        [{ text: '1' }, { text: '' }, { text: '' }],
        [{ text: '2' }, { text: opd }, { text: '' }],
      ],
    });

  test('that is wholly empty is left out', () => {
    expect(terminal(table(''), options)).toBe('No  Catatan\n1\n2\n');
    expect(markdown(table(''), options)).toBe('| No | Catatan |\n| --- | --- |\n| 1 |  |\n| 2 |  |\n');
  });

  test('that says something once stays', () => {
    expect(terminal(table('Dinas'), options)).toContain('No  OPD    Catatan');
    expect(markdown(table('Dinas'), options)).toContain('| No | OPD | Catatan |');
  });
});

describe('a row that ends early', () => {
  const table = reportOf({
    kind: 'table',
    columns: [{ header: 'Domain' }, { header: 'Nilai' }, { header: 'Rata-rata', optional: true }],
    rows: [[{ text: 'D1' }, { text: '3,00' }, { text: '2,00' }], [{ text: 'D2' }]],
  });

  test('is blank where it says nothing, in every form', () => {
    expect(terminal(table, options)).toBe('Domain  Nilai  Rata-rata\nD1      3,00   2,00\nD2\n');
    expect(markdown(table, options)).toContain('| D2 |  |  |');
    const [sheet] = toSheets(table);
    expect(sheet?.lines.map(({ cells }) => cells)).toEqual([
      ...[['Domain', 'Nilai', 'Rata-rata'], ['D1', '3,00', '2,00'], ['D2'], []],
    ]);
  });
});

describe('a table that is too wide', () => {
  const wide = (flexible: { flexible?: true }) =>
    reportOf({
      kind: 'table',
      columns: [
        { header: 'No' },
        { header: 'Indikator', ...flexible },
        { header: 'OPD', ...flexible, optional: true },
      ],
      rows: [[{ text: '1' }, { text: 'kata '.repeat(9).trim() }, { text: 'dinas '.repeat(9).trim() }]],
    });

  test('wraps the widest flexible column first', () => {
    const lines = terminal(wide({ flexible: true }), { ...options, width: 70 })
      .trimEnd()
      .split('\n');
    expect(Math.max(...lines.map((line) => line.length))).toBeLessThanOrEqual(70);
    expect(lines[0]).toContain('OPD');
  });

  test('leaves out what is optional where nothing can give way', () => {
    expect(terminal(wide({}), options)).toBe(`No  Indikator\n1   ${'kata '.repeat(9).trim()}\n`);
  });
});
