import { describe, expect, it } from 'vitest';
import { eachDocument } from '../../src/contract/score-each.ts';
import { type EachRow, reportEach } from '../../src/reporters/score-each.ts';
import { terminal } from '../../src/reporters/terminal.ts';

const row: EachRow = {
  path: 'daerah/tuban.xlsx',
  ...{
    instrument: 'permenpanrb-59-2020',
    caution: null,
    region: 'Kabupaten Tuban',
    year: 2024,
    stage: 'self',
  },
  ...{ index: 2.6, indexExact: '2.6', predicate: 'Baik' },
  proven: { index: 2.5, indexExact: '2.5', predicate: 'Cukup' },
  unanswered: 1,
  problems: { error: 0, warning: 2, info: 1 },
  decimals: 2,
};
const none = { error: 0, warning: 0, info: 0 };
const show = (rows: readonly EachRow[], more: Partial<Parameters<typeof reportEach>[0]> = {}) =>
  terminal(reportEach({ rows, refused: [], found: rows.length, interrupted: false, ...more }), {
    width: 100,
    colour: false,
  });

describe('the list of many results', () => {
  it('gives each index the decimals of its instrument', () => {
    const lines = show([row, { ...row, path: 'b', index: 3, proven: null, decimals: 3, problems: none }]);
    expect(lines).toMatch(/tuban\.xlsx +Kabupaten Tuban · 2024 +2,60 +Baik +2,50 +1 +2 peringatan\n/);
    expect(lines).toMatch(/b +Kabupaten Tuban · 2024 +3,000 +Baik +– +1 +–\n/);
  });

  it('names the gravest problems only', () => {
    expect(show([{ ...row, problems: { error: 1, warning: 2, info: 3 } }])).toContain(' 1 kesalahan');
    expect(show([{ ...row, problems: { error: 0, warning: 0, info: 3 } }])).toContain(' 3 catatan');
  });

  it('says once what must be said of an instrument, and that it is not all', () => {
    const careful = { ...row, caution: 'Naskahnya tidak ada.' };
    const text = show([careful, { ...careful, path: 'b' }], { found: 9, interrupted: true });
    expect(text).toContain('2 dari 9 dinilai sendiri-sendiri\n');
    expect(text).toContain(
      'Dihentikan sebelum selesai: yang lain belum dinilai.\nPerhatian: Naskahnya tidak ada.\n',
    );
    expect(text.match(/Naskahnya/g)).toHaveLength(1);
    expect(show([row])).not.toContain('Dihentikan');
  });

  it('has no table where nothing could be scored, and keeps the contract', () => {
    const scored = { rows: [], refused: [{ path: 'a', message: 'Rusak.' }], found: 1, interrupted: false };
    expect(show([], scored)).not.toContain('Jalur');
    expect(show([], scored)).toContain('Tidak dapat dinilai: 1\n  • a – Rusak.\n');
    expect(eachDocument.parse(reportEach(scored).document)).toEqual({
      ...{ schemaVersion: 1, found: 1, interrupted: false, results: [] },
      refused: [{ path: 'a', message: 'Rusak.' }],
    });
  });

  it('is a table of numbers for calculation, refusals at its end', () => {
    const { columns, rows } = reportEach({
      ...{ rows: [row], refused: [{ path: 'a', message: 'Rusak.' }], found: 2, interrupted: false },
    }).records;
    const [result, refusal] = rows.map((cells) =>
      Object.fromEntries(columns.map((name, i) => [name, cells[i]])),
    );
    expect(result).toEqual({
      ...{ jalur: 'daerah/tuban.xlsx', instansi: 'Kabupaten Tuban', tahun: 2024 },
      ...{ instrumen: 'permenpanrb-59-2020', tahap: 'mandiri', indeks: 2.6, indeks_persis: '2.6' },
      ...{ predikat: 'Baik', terbukti: 2.5, kosong: 1, kesalahan: 0, peringatan: 2, catatan: 1, sebab: null },
    });
    expect(rows.map((cells) => cells.length)).toEqual([columns.length, columns.length]);
    expect(refusal).toMatchObject({ jalur: 'a', indeks: null, catatan: null, sebab: 'Rusak.' });
  });
});
