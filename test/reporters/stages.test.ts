import { Fraction } from 'fraction.js';
import { describe, expect, test } from 'vitest';
import { findOptimism, type PastResult } from '../../src/assessment/optimism.ts';
import { type Levels, score } from '../../src/assessment/score.ts';
import { buildStages, type StageInput, stageSteps } from '../../src/assessment/stages.ts';
import { optimismDocument } from '../../src/contract/optimism.ts';
import { stagesDocument } from '../../src/contract/stages.ts';
import { reportOptimism } from '../../src/reporters/optimism.ts';
import { reportStages } from '../../src/reporters/stages.ts';
import { smallInstrument } from '../plan/small-instrument.ts';
import { shown } from './small-assessment.ts';

const instrument = smallInstrument([1, 1]);
const of = (...levels: readonly number[]): Levels =>
  new Map(levels.map((level, at) => [`i${at + 1}`, level]));

const input = (stage: StageInput['stage'], own: Levels, more: Partial<StageInput> = {}): StageInput => ({
  ...{ stage, source: `${stage}.xlsx`, own, sums: null, reasons: new Map() },
  ...more,
});

/** A result that states the values of the aspects alone. */
function sumsOf(stage: StageInput['stage'], index: string): StageInput {
  const { groups } = score(instrument, of(1, 1));
  const value = new Fraction(index);
  return input(stage, new Map(), {
    sums: { groups: groups.map((one) => ({ ...one, index: value })), index: value },
  });
}

function report(
  inputs: readonly StageInput[],
  skipped: string | null = null,
  unused: readonly string[] = [],
) {
  const stages = buildStages(instrument, inputs);
  const steps = stageSteps(instrument, stages);
  const about = { instrument, region: null, year: null, stages, steps, unused, skipped, problems: [] };
  return reportStages(about);
}

describe('stages side by side', () => {
  test('who changed what, why, and what nobody looked at', () => {
    const reasons = new Map([['i1', 'belum ditetapkan']]);
    const { blocks } = report(
      [
        input('self', of(4, 3)),
        input('assessor', new Map([['i1', 3]]), { reasons }),
        input('final', of(2, 3)),
      ],
      'Tahunnya lain.',
      ['hasil-luar/final.csv'],
    );
    expect(shown(blocks)).toMatchInlineSnapshot(`
      "Perbandingan tahap
      Kecil

      Tahap    Indeks  Predikat     Perubahan  Sumber
      mandiri    3,50  Sangat Baik             self.xlsx
      asesor     3,00  Sangat Baik      −0,50  assessor.xlsx
      akhir      2,50  Kurang           −0,50  final.xlsx
      Dari nilai eksak: mandiri → asesor −0,5000; asesor → akhir −0,5000; mandiri → akhir −1,0000.
      Kertas kerja tidak ikut dibaca. Tahunnya lain.
      hasil-luar/final.csv tidak dipakai: kertas kerja sudah memuat tahap itu.
      Tahap asesor tidak memuat 1 indikator, tingkatnya tetap seperti tahap sebelumnya: i2.

      Indikator yang berubah, mandiri → akhir
      No  Indikator    Mandiri  Asesor  Akhir     Poin  Alasan
      i1  Indikator 1     4       3       2    −1,0000  asesor: belum ditetapkan
          Jumlah                               −1,0000
      Poin = bobot × perubahan tingkat ÷ 100. 1 indikator tidak berubah.

      Perubahan menurut aspek, mandiri → akhir
      Aspek   Bobot  Mandiri  Akhir     Poin
      A1      50,00     4,00   2,00  −1,0000
      A2      50,00     3,00   3,00   0,0000
      Jumlah                         −1,0000
      Jumlah poin tepat sama dengan selisih indeks (eksak −1); yang ditampilkan dibulatkan."
    `);
  });

  test('a result without levels, below every predicate, is told by its aspects', () => {
    const { blocks, document, records } = report([input('self', of(2)), sumsOf('final', '0.5')]);
    expect(shown(blocks)).toMatchInlineSnapshot(`
      "Perbandingan tahap
      Kecil

      Tahap    Indeks  Predikat  Perubahan  Sumber
      mandiri    1,50  Kurang               self.xlsx
      akhir      0,50  –             −1,00  final.xlsx
      Dari nilai eksak: mandiri → akhir −1,0000.
      Hasil tahap akhir hanya memuat aspek, jadi tidak dapat dirinci per indikator.

      Perubahan menurut aspek, mandiri → akhir
      Aspek   Bobot  Mandiri  Akhir     Poin
      A1      50,00     2,00   0,50  −0,7500
      A2      50,00     1,00   0,50  −0,2500
      Jumlah                         −1,0000
      Jumlah poin tepat sama dengan selisih indeks (eksak −1); yang ditampilkan dibulatkan."
    `);
    const { stages, steps } = stagesDocument.parse(document);
    expect(stages[1]?.predicate).toBeNull();
    expect(steps[0]?.indicators).toBeNull();
    expect(records.rows.length).toBeGreaterThan(0);
  });

  test('a blank is called so, and without reasons there is no column for them', () => {
    const text = shown(report([input('self', new Map([['i2', 2]])), input('assessor', of(3, 2))]).blocks);
    expect(text).toMatch(/i1 +Indikator 1 +kosong +3 +\+1,0000/);
    expect(text).not.toContain('Alasan');
  });
});

describe('claims against external results', () => {
  const past = (year: number, claim: Levels, external: Levels): PastResult => {
    const [before, after] = buildStages(instrument, [input('self', claim), input('final', external)]);
    if (!before || !after) throw new Error('no stages');
    return { region: 'Kab. Contoh', year, claim: before, external: after, opd: new Map([['i1', 'kominfo']]) };
  };
  const told = (results: readonly PastResult[], year: number | null = null) => {
    const optimism = findOptimism(instrument, results, { year, index: new Fraction('2.5') });
    return reportOptimism(instrument, optimism, { leftOut: ['lama.csv'], opdNames: new Map() });
  };

  test('one result says nothing of a spread; an OPD without a name stands by its code', () => {
    const { blocks, document, records } = told([past(2024, of(4, 3), of(3, 3))]);
    expect(shown(blocks)).toMatchInlineSnapshot(`
      "Selisih klaim dengan hasil luar
      Kecil

      Instansi     Tahun  Klaim  Hasil luar  Tahap  Selisih
      Kab. Contoh  2024    3,50        3,00  akhir    −0,50
      Dasarnya hanya 1 hasil: 1 tahun, 1 instansi. Ini pengalaman yang lalu, bukan ramalan; penilai,
      pedoman dan bukti dapat berbeda.

      Perkiraan hasil
      Klaim 2,50 menjadi sekitar 2,0 bila dipotong seperti hasil itu; rentangnya tidak dapat dibuat dari
      satu hasil.

      Menurut aspek
      Aspek   Poin indeks
      A1          −0,5000
      A2           0,0000
      Jumlah      −0,5000

      Indikator yang paling banyak dipotong
      No  Indikator    Poin indeks  Diturunkan
      i1  Indikator 1      −0,5000    1 dari 1

      Menurut OPD
      OPD      Poin indeks
      kominfo      −0,5000
      lama.csv tidak ikut: instrumennya lain."
    `);
    expect(optimismDocument.parse(document).expected).toEqual({
      ...{ year: null, claimedExact: '2.5', meanExact: '2', range: null },
    });
    expect(records.rows).toEqual([
      ['hasil', '2024', 'Kab. Contoh', -0.5],
      ['aspek', 'A1', 'A1', -0.5],
      ['aspek', 'A2', 'A2', 0],
      ['indikator', 'i1', 'Indikator 1', -0.5],
      ['opd', 'kominfo', '', -0.5],
    ]);
  });

  test('several give a range; where nothing was lowered nothing is named', () => {
    const { blocks } = told([past(2023, of(2, 2), of(3, 2)), past(2024, of(2, 2), of(4, 2))], 2025);
    const text = shown(blocks).replace(/\s+/g, ' ');
    expect(text).toContain('Perkiraan hasil 2025');
    expect(text).toContain(
      'Klaim 2,50 menjadi sekitar 3,3 bila dipotong seperti rata-rata 2 hasil itu; antara 3,0 dan 3,5',
    );
    expect(text).not.toContain('Indikator yang paling banyak dipotong');
  });
});
