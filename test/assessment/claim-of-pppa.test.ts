import { Fraction } from 'fraction.js';
import { beforeAll, describe, expect, it } from 'vitest';
import { groupBy } from '../../src/assessment/group-by.ts';
import type { LossReason } from '../../src/assessment/loss-reason.ts';
import { claimedLevels } from '../../src/assessment/merge.ts';
import { provenLevels } from '../../src/assessment/proven.ts';
import { type Review, reviewEvidence } from '../../src/assessment/review.ts';
import { usualSettings } from '../../src/assessment/rule-settings.ts';
import { roundHalfUp, score } from '../../src/assessment/score.ts';
import { documentKindWords, parseDocumentKind } from '../../src/instrument/document-kinds.ts';
import { loadInstrument } from '../../src/instrument/load.ts';
import { loadCriteria } from '../../src/instrument/load-criteria.ts';
import { readOfficial } from '../official-results.ts';
import { type DocumentCase, makeContext } from './make-context.ts';

/*
 * Kementerian PPPA claimed 4.41 in 2024 and was given 3.63. The levels are theirs, the evidence is made: for each
 * indicator what the criteria ask for, and for some of them with one thing wrong.
 */

const instrument = await loadInstrument('permenpanrb-59-2020');
const criteria = await loadCriteria(instrument);
const { levels, published } = readOfficial().find(({ id }) => id === '59-kemenpppa-2024-self') ?? fail();
const wordOf = new Map(documentKindWords.map((word) => [parseDocumentKind(word), word]));

/** What is wrong with the documents of an indicator, and the loss that this must be. */
type Flaw = Extract<LossReason, 'no-evidence' | 'item-missing' | 'draft' | 'outdated' | 'refused' | 'file'>;
const flaws = new Map<string, Flaw>([
  ['4', 'no-evidence'],
  ['24', 'no-evidence'],
  ['12', 'item-missing'],
  ['2', 'draft'],
  ['5', 'draft'],
  ['9', 'outdated'],
  ['30', 'refused'],
  ['41', 'refused'],
  ['44', 'file'],
]);

/** A document for each required item up to the claim; follow-ups a year after the review, all in the last two years. */
function documentsOf(indicator: string, claimed: number): DocumentCase[] {
  const flaw = flaws.get(indicator);
  if (flaw === 'no-evidence') return [];
  const asked = (criteria.byIndicator.get(indicator)?.levels ?? []).filter(
    ({ level }) => level > 1 && level <= claimed,
  );
  return asked.flatMap(({ level, evidence }) =>
    evidence
      .filter(
        ({ required, kind }) =>
          required && !(flaw === 'item-missing' && level === claimed && kind === 'review-report'),
      )
      .map(({ id, kind }, index): DocumentCase => {
        const title = flaw === 'draft' && level === claimed ? `Draft keputusan ${id}` : `Berkas ${id}`;
        const date =
          { 'review-report': '2023-05-05', 'follow-up': '2024-06-01' }[kind as string] ?? '2023-03-01';
        return {
          ...{ indicator, level: `${level}`, title, kind: wordOf.get(kind) ?? 'Dokumen' },
          number: `${index + 1} Tahun 2023`,
          date: flaw === 'outdated' && kind === 'review-report' ? '2021-05-05' : date,
          verdict: flaw === 'refused' && level === claimed ? 'Ditolak' : '',
          ...(flaw === 'file' && { located: { kind: 'missing', nearest: null } as const }),
        };
      }),
  );
}

describe('the claim of Kementerian PPPA 2024', () => {
  let review: Review;
  let claimed: Fraction;

  beforeAll(async () => {
    const answers = Object.entries(levels).map(([indicator, level]) => ({ indicator, level: `${level}` }));
    const documents = Object.entries(levels).flatMap(([indicator, level]) => documentsOf(indicator, level));
    const context = await makeContext({
      ...{ region: 'Kementerian PPPA', year: 2024, date: '2024-12-01', answers },
      documents: documents.map((one, index) => ({
        ...one,
        facts: { path: `bukti/${index}.pdf`, sha256: `${index}`.padStart(64, '0'), dates: [one.date ?? ''] },
      })),
    });
    review = reviewEvidence(context, usualSettings);
    claimed = score(instrument, claimedLevels(context.assessment.answers)).index;
  });

  const proven = () => score(instrument, provenLevels(review.proven)).index;

  it('is 4.41, and its evidence carries less', () => {
    expect(roundHalfUp(claimed, 2)).toBe('4.41');
    expect(published.index).toBe('4.41');
    expect(proven().compare(claimed)).toBe(-1);
    expect(proven().compare(instrument.scale.floor)).toBe(1);
  });

  it('loses exactly what lies between', () => {
    const lost = review.losses.reduce((sum, { points }) => sum.add(points), new Fraction(0));
    expect(lost.toFraction()).toBe(claimed.sub(proven()).toFraction());
  });

  it('loses it for the reasons that were made, and where they were made', () => {
    const made = groupBy(flaws, ([, flaw]) => flaw);
    expect(new Map(review.losses.map(({ reason, indicators }) => [reason, indicators.toSorted()]))).toEqual(
      new Map([...made].map(([flaw, of]) => [flaw, of.map(([indicator]) => indicator).toSorted()])),
    );
    expect(review.losses.every(({ points }) => points.compare(0) > 0)).toBe(true);
  });

  it('carries every other level as claimed', () => {
    const whole = review.proven.filter(({ id }) => !flaws.has(id));
    expect(whole).toHaveLength(47 - flaws.size);
    expect(whole.every((one) => one.proven === one.claimed)).toBe(true);
  });
});

function fail(): never {
  throw new Error('No such official result');
}
