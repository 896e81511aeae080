import { Fraction } from 'fraction.js';
import { expect, test } from 'vitest';
import { type Assessment, claimedLevels } from '../../src/assessment/merge.ts';
import { sensitivityDocument } from '../../src/contract/sensitivity.ts';
import { findSensitivity } from '../../src/plan/sensitivity.ts';
import { reportSensitivity } from '../../src/reporters/sensitivity.ts';
import { shown, smallAssessment } from './small-assessment.ts';

function report(assessment: Assessment) {
  const result = findSensitivity(assessment.instrument, claimedLevels(assessment.answers));
  return reportSensitivity(assessment, result);
}

/** From the exact index on, without the headline. */
function told(assessment: Assessment): string {
  const text = shown(report(assessment).blocks);
  return text.slice(text.indexOf('Nilai eksak'));
}

test('one step that lifts the predicate, and blanks and tops in the table', () => {
  const region = smallAssessment({ levels: ['', '2', '5', '2'] });
  expect(told(region)).toMatchInlineSnapshot(`
    "Nilai eksak 2,5.
    Ke Sangat Baik (2,60) kurang 0,1. Satu langkah sudah cukup pada indikator i1, i2, i4.

    Nilai satu langkah
    No  Indikator    Tingkat     Naik    Turun  Penentu predikat
    i1  Indikator 1  kosong   +0,2500        –  naik
    i2  Indikator 2     2     +0,2500  −0,2500  naik
    i4  Indikator 4     2     +0,2500  −0,2500  naik
    i3  Indikator 3     5           –  −0,2500
    Masalah pada berkas: 1 peringatan. Rinciannya: spbe check."
  `);
});

test('one step down that drops it, and no predicate above', () => {
  const region = smallAssessment({ levels: ['3', '3', '2'], parts: [2, 1, 1] });
  expect(told(region)).toMatchInlineSnapshot(`
    "Nilai eksak 2,75.
    Di atas batas Sangat Baik (2,60) 0,15. Jatuh bila satu saja turun satu tingkat: indikator i1–i3.

    Nilai satu langkah
    No  Indikator    Tingkat     Naik    Turun  Penentu predikat
    i1  Indikator 1     3     +0,5000  −0,5000  turun
    i2  Indikator 2     3     +0,2500  −0,2500  turun
    i3  Indikator 3     2     +0,2500  −0,2500  turun"
  `);
  const document = sensitivityDocument.parse(report(region).document);
  expect(document.up).toBeNull();
  expect(document.down).toEqual({ predicate: 'Kurang', edgeExact: '2.6', distanceExact: '0.15' });
  expect(document.indicators.map(({ indicator, lifts, drops }) => [indicator, lifts, drops])).toEqual([
    ['i1', false, true],
    ['i2', false, true],
    ['i3', false, true],
  ]);
});

test('no single step changes the predicate', () => {
  const flat = (levels: string[]) => told(smallAssessment({ levels })).replace(/\s+/g, ' ');
  expect(flat(['1', '1'])).toContain(
    'Ke Sangat Baik (2,60) kurang 1,6. Tidak ada satu langkah pun yang cukup sendirian.',
  );
  expect(flat(['5', '5'])).toContain(
    'Di atas batas Sangat Baik (2,60) 2,4. Tidak ada satu indikator pun yang menjatuhkannya bila turun satu tingkat.',
  );
});

test('an index that only its rounding lifts into the band lies below the edge', () => {
  const { instrument, ...rest } = smallAssessment({ levels: ['3', '2'], parts: [597, 403] });
  const rounded = { basis: 'rounded' as const, byYear: new Map(), warnWithin: new Fraction('0.005') };
  const region = { ...rest, instrument: { ...instrument, bandEdge: rounded } };
  expect(told(region)).toContain(
    'Hanya pembulatan yang membawanya ke batas Sangat Baik (2,60): eksaknya kurang 0,003. Jatuh',
  );
  expect(sensitivityDocument.parse(report(region).document).nearEdge).toEqual({
    ...{ edgeExact: '2.6', below: 'Kurang', above: 'Sangat Baik' },
  });
});

test('the csv says yes or no', () => {
  const { records } = report(smallAssessment({ levels: ['3', ''], parts: [1, 1] }));
  expect(records.rows).toEqual([
    ['i1', 'Indikator 1', 3, 0.5, -0.5, 'tidak', 'tidak'],
    ['i2', 'Indikator 2', null, 0.5, 0, 'tidak', 'tidak'],
  ]);
});
