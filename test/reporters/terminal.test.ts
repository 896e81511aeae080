import { describe, expect, test } from 'vitest';
import { markdown } from '../../src/reporters/markdown.ts';
import type { Block, Report } from '../../src/reporters/report.ts';
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
