import { expect, test } from 'vitest';
import { changesBetween } from '../../src/assessment/changes.ts';
import type { CellChange } from '../../src/assessment/compare.ts';
import { claimedLevels } from '../../src/assessment/merge.ts';
import { type Levels, score } from '../../src/assessment/score.ts';
import { diffDocument } from '../../src/contract/diff.ts';
import { tryLevels } from '../../src/plan/what-if.ts';
import { reportDiff } from '../../src/reporters/diff.ts';
import { reportWhatIf } from '../../src/reporters/what-if.ts';
import { smallInstrument } from '../plan/small-instrument.ts';
import { shown, smallAssessment } from './small-assessment.ts';

const instrument = smallInstrument([1, 1]);
const at = (address: string, file = 'a.xlsx') => ({ file, sheet: 'Penilaian', address });

type Compared = Parameters<typeof reportDiff>[0];

function compare(levels: readonly [Levels, Levels], more: Partial<Compared> = {}): Compared {
  const side = (label: string, own: Levels): Compared['before'] => ({
    ...{ kind: 'files', label, instrument, region: null, year: null, places: new Map(), recordedIndex: null },
    score: score(instrument, own),
  });
  const [before, after] = [side('lama', levels[0]), side('baru', levels[1])];
  const changes = changesBetween(instrument, before.score, after.score);
  return { before, after, changes, cells: [], files: null, ...more };
}

const cell = (more: Partial<CellChange>): CellChange => ({
  ...{ part: 'level', opd: 'diskominfo', item: '1', field: '', before: '2', after: '3' },
  ...{ beforeAt: at('F6'), afterAt: at('F6') },
  ...more,
});

test('levels and cells that changed, each with its places', () => {
  const compared = compare([
    new Map([['i1', 2]]),
    new Map([
      ['i1', 3],
      ['i2', 4],
    ]),
  ]);
  const { before, after } = compared;
  const { blocks, document, records } = reportDiff({
    ...compared,
    before: { ...before, kind: 'record', recordedIndex: '1.75', region: 'Kab. Contoh', year: 2025 },
    after: { ...after, places: new Map([['i1', at('F6')]]) },
    cells: [
      cell({}),
      cell({ part: 'document', field: '', item: '1 Peta', before: null, beforeAt: null, after: 'Peta' }),
      cell({ part: 'document', field: 'date', before: '', after: null, afterAt: at('F6', 'b.xlsx') }),
      cell({ part: 'identity', item: 'NIP', field: 'lain', before: 'x'.repeat(121) }),
      cell({ part: 'file', item: '', before: 'a.xlsx', after: null, afterAt: null }),
    ],
    files: [{ path: 'kertas-kerja/a.xlsx', change: 'changed' }],
  });
  expect(shown(blocks)).toMatchInlineSnapshot(`
    "Perubahan
    lama → baru · Kecil

    lama: indeks yang tercatat 1,75, sedangkan tingkatnya kini memberi 1,5. Periksa dengan spbe verify.
             Indeks  Predikat     Perubahan  Instansi
    Sebelum    1,50  Kurang                  Kab. Contoh · 2025
    Sesudah    3,50  Sangat Baik      +2,00

    Indikator yang tingkatnya berubah
    No  Indikator    Sebelum  Sesudah     Poin  Tempat
    i1  Indikator 1     2        3     +0,5000  a.xlsx › Penilaian!F6
    i2  Indikator 2  kosong      4     +1,5000
        Jumlah                         +2,0000
    Berkas masukan: 1 berubah (a.xlsx).

    Sel yang berubah: 5
    Isian                 Sebelum                           Sesudah    Tempat
    1 tingkat             2                                 3          a.xlsx › Penilaian!F6
    1 Peta dokumen        tidak ada                         Peta       a.xlsx › Penilaian!F6
    1 dokumen (tanggal)                                     kosong     a.xlsx › Penilaian!F6 → b.xlsx ›
                                                                       Penilaian!F6
    NIP identitas (lain)  xxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxx  3          a.xlsx › Penilaian!F6
                          xxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxx
                          xxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxx
                          xxxxxxxxxxxxxxxxxxxxxxxx…
    berkas                a.xlsx                            tidak ada  a.xlsx › Penilaian!F6"
  `);
  expect(diffDocument.parse(document).indicators.map(({ beforeAt, afterAt }) => [beforeAt, afterAt])).toEqual(
    [
      [null, at('F6')],
      [null, null],
    ],
  );
  expect(records.rows.map((row) => row.slice(0, 4))).toEqual([
    ['indeks', null, 'i1', null],
    ['indeks', null, 'i2', null],
    ['tingkat', 'diskominfo', '1', ''],
    ['dokumen', 'diskominfo', '1 Peta', ''],
    ['dokumen', 'diskominfo', '1', 'tanggal'],
    ['identitas', 'diskominfo', 'NIP', 'lain'],
    ['berkas', 'diskominfo', '', ''],
  ]);
});

test('more cells than anybody reads are counted', () => {
  const cells = Array.from({ length: 203 }, (_, row) => cell({ afterAt: at(`F${row}`) }));
  const text = shown(reportDiff(compare([new Map(), new Map()], { cells })).blocks);
  expect(text).toContain('Sel yang berubah: 203');
  expect(text).toContain('… dan 3 sel lagi. Semuanya: --format csv.');
});

test('a record holds levels only, which is said where a record is compared with files', () => {
  const compared = compare([new Map(), new Map()], { cells: null });
  expect(shown(reportDiff(compared).blocks)).not.toContain('Catatan riwayat');
  const { before } = compared;
  const { blocks } = reportDiff({ ...compared, before: { ...before, kind: 'record' } });
  expect(shown(blocks)).toMatchInlineSnapshot(`
    "Perubahan
    lama → baru · Kecil

             Indeks  Predikat  Perubahan  Instansi
    Sebelum    1,00  Kurang
    Sesudah    1,00  Kurang         0,00
    Tidak ada yang berubah.
    Catatan riwayat hanya memuat tingkat; teks dan dokumen tidak dibandingkan."
  `);
});

test('levels that are only supposed: what rises, what falls, and what is blank', () => {
  const region = smallAssessment({ levels: ['3', ''] });
  const suppose = (levels: readonly [string, number][]) =>
    reportWhatIf(region, tryLevels(region.instrument, claimedLevels(region.answers), new Map(levels)));
  const { blocks, records } = suppose([
    ['i1', 2],
    ['i2', 4],
  ]);
  expect(shown(blocks)).toMatchInlineSnapshot(`
    "Kabupaten Contoh · 2025 – andaikan 2 indikator berubah
    Kecil · perhitungan saja; berkas tidak diubah

    ╭─────────────────────────────────────────╮
    │                                         │
    │   2,00 → 3,00   +1,0000   SANGAT BAIK   │
    │                                         │
    ╰─────────────────────────────────────────╯
    Predikat berubah dari Kurang menjadi Sangat Baik. Nilai eksak 2 → 3.

    Yang diandaikan
    No  Indikator     Tingkat     Indeks
    i1  Indikator 1    3 → 2     −0,5000
    i2  Indikator 2  kosong → 4  +1,5000

    Domain dan aspek
    Domain / aspek  Sebelum  Sesudah
    Domain             2,00     3,00
    – A1               3,00     2,00
    – A2               1,00     4,00
    Masalah pada berkas: 1 peringatan. Rinciannya: spbe check."
  `);
  expect(records.rows.slice(1)).toEqual([
    ['i1', 'Indikator 1', 3, 2, -0.5],
    ['i2', 'Indikator 2', null, 4, 1.5],
  ]);
  expect(shown(suppose([['i1', 3]]).blocks)).toContain(
    'Semua tingkat itu sudah tingkat sekarang; tidak ada yang berubah.',
  );
});
