import { beforeAll, describe, expect, test } from 'vitest';
import type { ReportDocument } from '../../../src/contract/report.ts';
import {
  originFile,
  reportTitle,
  settledSentence,
} from '../../../src/reporters/full-report/detail-sentences.ts';
import {
  memoOpening,
  memoRequests,
  minutesOpening,
} from '../../../src/reporters/full-report/letter-sentences.ts';
import {
  cautionSentences,
  headlineSentence,
  indicatorList,
  lossWord,
  pastSentence,
  planSentence,
  provenSentence,
} from '../../../src/reporters/full-report/sentences.ts';
import { kotaReport, withEverything } from './report-samples.ts';

let full: ReportDocument;
beforeAll(async () => {
  full = withEverything(await kotaReport());
}, 60_000);

/** The plan with some parts otherwise. */
function planned(more: Partial<NonNullable<ReportDocument['plan']>>, rest: Partial<ReportDocument> = {}) {
  if (full.plan === null) throw new Error('no plan');
  return planSentence({ ...full, ...rest, plan: { ...full.plan, ...more } });
}

test('whose word the index is', () => {
  const said = (stage: ReportDocument['stage']) => headlineSentence({ ...full, stage });
  expect(said('self')).toBe('Indeks SPBE Kota Contoh 2024 menurut penilaian mandiri: 2,98 (Baik).');
  expect(said('assessor')).toContain(' menurut asesor internal: ');
  expect(said('interview')).toContain(' menurut hasil luar, tahap interviu: ');
  expect(headlineSentence({ ...full, region: null, year: null })).toBe(
    'Indeks SPBE Daerah menurut penilaian mandiri: 2,98 (Baik).',
  );
  const title = (stage: ReportDocument['stage'], addressee: ReportDocument['addressee'] = null) =>
    reportTitle({ stage, addressee });
  expect(title('self')).toBe('Laporan Penilaian Mandiri SPBE');
  expect(title('final', { code: 'a', name: 'A' })).toBe('Laporan Penilaian SPBE untuk OPD');
});

test('everything that keeps the index from being taken as it stands', () => {
  const { score } = full;
  const said = cautionSentences({
    ...full,
    caution: 'Bukan naskah resmi.',
    score: {
      ...score,
      unanswered: ['1', '2'],
      range: { ...score.range, low: 2.9, high: 3.1 },
      carried: ['3'],
      nearEdge: { edge: '3.5', below: 'Baik', above: 'Sangat Baik' },
      indexExact: '3.4975',
      conflictRange: { low: 2.9, lowExact: '2.9', high: 3, highExact: '3', open: ['4'] },
    },
  });
  expect(said).toEqual([
    'Perhatian: Bukan naskah resmi.',
    'Catatan berkas: Ini contoh, bukan hasil resmi.',
    '2 indikator belum bertingkat dan dihitung tingkat 1; bila semuanya terisi indeks berada antara 2,90 dan 3,10.',
    '1 indikator dijawab berbeda oleh OPD dan belum diputuskan; selama itu indeks antara 2,90 dan 3,00.',
    'Tahap ini tidak memuat 1 indikator; tingkat tahap sebelumnya yang dipakai.',
    'Nilai eksak 3,4975 dekat batas Baik/Sangat Baik 3,5; cara membulatkan menentukan predikatnya.',
  ]);
});

test('what is proven of it', () => {
  const { proven } = full.score;
  if (!proven) throw new Error('not proven');
  const said = (more: Partial<typeof proven>) =>
    provenSentence({ ...full, score: { ...full.score, proven: { ...proven, ...more } } });
  expect(said({})).toBe('Yang didukung bukti 2,50 (Cukup): 0,4795 poin belum terbukti.');
  expect(said({ losses: [], isExamined: false })).toBe(
    'Seluruh tingkat yang diisi didukung bukti: indeks terbukti 2,50 (baru menurut daftar bukti; berkasnya belum diperiksa).',
  );
  expect(lossWord('draft')).toBe('masih draf');
  expect(lossWord('sebab baru')).toBe('sebab baru');
});

describe('the plan', () => {
  test('that is there already, or impossible, or not proven to be the best', () => {
    expect(planned({ status: 'reached' })).toBe(
      'Indeks sudah mencapai target 3,5; tidak ada langkah yang diperlukan.'.replace(
        '3,5',
        full.plan?.target?.label ?? '',
      ),
    );
    expect(planned({ status: 'impossible', target: null })).toBe(
      'Tidak ada rencana yang memenuhi target dengan batas yang ada.',
    );
    const lowestFirst = { levelSteps: 1, cost: 1, index: 3.5, indexExact: '3.5' };
    expect(planned({ optimal: false, levelSteps: 2, baseline: { lowestFirst } })).toMatch(
      /^2 langkah tingkat pada \d+ indikator, membawa indeks dari 2,98 ke 3,5\d \(Sangat Baik\)\.$/,
    );
  });

  test('as far as one OPD is meant', () => {
    const addressee = { code: 'a', name: 'A' };
    expect(planned({ steps: [] }, { addressee })).toMatch(/; bagian OPD ini: tidak ada langkah\.$/);
    expect(planned({}, { addressee })).toMatch(/; bagian OPD ini: \d+ indikator\.$/);
  });
});

test('an earlier result by another instrument is not compared', () => {
  const past = full.past && { ...full.past, isComparable: false, instrument: 'permenpanrb-5-2018' };
  expect(pastSentence({ ...full, past })).toBe(
    'Hasil terakhir yang diketahui 2,50 pada 2023 memakai instrumen lain (permenpanrb-5-2018) dan tidak dapat dibandingkan langsung.',
  );
  expect(pastSentence(full)).toBe('Dibanding 2,50 pada 2023 (Laporan 2023): +0,48.');
});

test('an indicator that the report of one OPD does not hold stands by its number', () => {
  expect(indicatorList({ ...full, indicators: full.indicators.slice(0, 1) }, ['1', '12'])).toBe(
    `1 ${full.indicators[0]?.shortName}, 12`,
  );
});

describe('one indicator', () => {
  const one = () => {
    const [first] = full.indicators;
    if (!first) throw new Error('no indicator');
    return first;
  };

  test('read from the file of another OPD is not said to be in none', () => {
    const origin = (code: string | null) => {
      const opd = code === null ? null : { code, name: 'Bappeda' };
      return originFile({ addressee: { code: 'kominfo', name: 'Kominfo' } }, { ...one(), at: null, opd });
    };
    expect(origin('bappeda')).toBe('di berkas Bappeda');
    expect([origin('kominfo'), origin(null)]).toEqual(
      Array.from({ length: 2 }, () => 'tidak ada di berkas mana pun'),
    );
  });

  test('that several OPD answered says what counts, and whether it is settled', () => {
    const settled = one().settled;
    if (!settled) throw new Error('not settled');
    const said = (open: boolean) => settledSentence(full, { ...one(), settled: { ...settled, open } });
    expect(said(false)).toMatch(/^Dijawab 2 OPD \(3, 2\); dipakai \d: [^.]+\.$/);
    expect(said(true)).toMatch(/\. Jawabannya berbeda dan belum diputuskan\.$/);
  });
});

describe('letters', () => {
  const office = () => {
    const [own] = full.opd;
    if (!own) throw new Error('no OPD');
    return own;
  };
  const nothing = () => ({
    ...full,
    plan: null,
    counts: { error: 0, warning: 0, info: 3 },
    indicators: full.indicators.map((one) => ({ ...one, unproven: null })),
  });

  test('ask for a workbook that is missing, and for what is blank or disputed in one that is there', () => {
    const own = office();
    const [held] = own.indicators;
    if (!held) throw new Error('nothing held');
    const blank = { ...own, indicators: [{ ...held, stated: null, conflict: true }] };
    const name = `1 ${full.indicators[0]?.shortName}`;
    expect(memoRequests(nothing(), blank)).toEqual([
      `mengisi tingkat indikator yang masih kosong: ${name};`,
      `menyepakati dengan OPD lain jawaban indikator yang masih berbeda: ${name}.`,
    ]);
    expect(memoRequests(nothing(), { ...own, present: false })).toEqual([
      'mengirimkan kertas kerja yang belum kami terima.',
    ]);
  });

  test('thank for what is there where nothing is to be asked', () => {
    expect(memoRequests(nothing(), office())).toEqual([
      'menjaga tingkat yang sudah dicapai dan menyimpan buktinya dengan tertib.',
    ]);
    expect(memoOpening({ ...full, year: null }, { ...office(), pointsToWin: 0 })).toBe(
      'Penilaian mandiri SPBE Kota Contoh tahun .................... menghasilkan Indeks SPBE 2,98 dengan predikat Baik. Dinas Komunikasi dan Informatika memegang 1 indikator. Sehubungan dengan itu, mohon kesediaan Saudara untuk:',
    );
  });

  test('name the OPD that took part, where any is known', () => {
    const { standing } = full;
    const opening = (opd: number) =>
      minutesOpening({
        ...full,
        standing: { ...standing, totals: { ...standing.totals, opd, present: 1 } },
      })[0];
    expect(opening(2)).toContain('Hasilnya disusun dari kertas kerja 1 dari 2 OPD; ');
    expect(opening(0)).not.toContain('OPD');
  });
});
