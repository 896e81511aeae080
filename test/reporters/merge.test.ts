import { Fraction } from 'fraction.js';
import { expect, test } from 'vitest';
import { type Assessment, claimedLevels, mergeSubmissions } from '../../src/assessment/merge.ts';
import { type MergePolicy, usualPolicy } from '../../src/assessment/merge-policy.ts';
import { score } from '../../src/assessment/score.ts';
import { mergeDocument } from '../../src/contract/merge.ts';
import { loadInstrument } from '../../src/instrument/load.ts';
import { reportMerge } from '../../src/reporters/merge.ts';
import { makeSubmission } from '../assessment/make-submission.ts';
import { shown } from './small-assessment.ts';

const instrument = await loadInstrument('permenpanrb-59-2020');

/** Indicator 12 by several OPD and a csv, indicator 13 by one. */
function merged(policy: Partial<MergePolicy> = {}): Assessment {
  const workbook = (code: string, name: string, level: string) =>
    makeSubmission({
      file: `${code}.xlsx`,
      meta: { opd: { code, name } },
      answers: [['12', level, 'Fakta.']],
    });
  return mergeSubmissions(
    [
      workbook('kominfo', 'Dinas Kominfo', '4'),
      workbook('bappeda', 'Bappeda', '2'),
      makeSubmission({
        file: 'c.csv',
        meta: null,
        answers: [
          ['12', '3'],
          ['13', '3'],
        ],
      }),
    ],
    instrument,
    { region: 'Kabupaten Contoh', year: 2025 },
    null,
    { ...usualPolicy, ...policy },
  );
}

function report(assessment: Assessment) {
  return reportMerge(assessment, score(instrument, claimedLevels(assessment.answers)), 'rekap.xlsx');
}

test('answers that differ stand below each other, open until somebody decides', () => {
  const { blocks, document, records } = report(merged());
  expect(shown(blocks)).toMatchInlineSnapshot(`
    "Kabupaten Contoh · 2025 – rekapitulasi
    PermenPANRB 59/2020

    ╭─────────────────────────────────╮
    │                                 │
    │   Indeks SPBE   1,08   KURANG   │
    │                                 │
    ╰─────────────────────────────────╯
    2 dari 47 indikator dari 3 berkas. Bila jawaban berbeda: jawaban OPD pengampu; tanpa pengampu yang
    terendah.
    1 indikator dijawab berbeda dan belum diputuskan: 12. Selama itu indeks antara 1,08 dan 1,13.

    Jawaban yang berbeda
    No  Indikator          Dipakai  OPD            Jawaban  Tempat
    12  Peta Rencana SPBE    2 ?    tanpa OPD         3     c.csv › Penilaian!F6
                                    Bappeda           2     bappeda.xlsx › Penilaian!F6
                                    Dinas Kominfo     4     kominfo.xlsx › Penilaian!F6
    Tanda ? berarti belum diputuskan.
    Masalah pada berkas: 3 kesalahan. Rinciannya: spbe check.
    Ditulis: rekap.xlsx"
  `);
  expect(mergeDocument.parse(document).indicators[11]).toMatchObject({ id: '12', level: 2, opd: 'bappeda' });
  const rows = new Map(records.rows.map((row) => [row[0], row]));
  expect(rows.get('12')?.slice(1, 6)).toEqual([2, 'lowest', 'bappeda', null, 'ya']);
  expect(rows.get('13')).toEqual([
    '13',
    3,
    'single',
    null,
    null,
    'tidak',
    'tanpa OPD: 3 (c.csv › Penilaian!F7)',
  ]);
  expect(rows.get('1')).toEqual(['1', null, null, null, null, 'tidak', '']);
});

test('weights are said where they count', () => {
  const weights = new Map([['kominfo', new Fraction('2.5')]]);
  const text = shown(report(merged({ rule: 'weighted', weights })).blocks).replace(/\s+/g, ' ');
  expect(text).toContain(
    'Bila jawaban berbeda: rata-rata berbobot, dibulatkan ke bawah. Bobot: kominfo 2,5; lainnya 1.',
  );
  expect(shown(report(merged({ weights })).blocks)).not.toContain('Bobot: ');
});
