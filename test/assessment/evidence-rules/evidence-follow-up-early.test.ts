import { describe, expect, it } from 'vitest';
import type { DocumentCase } from '../make-context.ts';
import { findIn, placesOf } from './find-in.ts';

describe('evidence-follow-up-early', () => {
  it.each([
    ['the same year', '2023-05-05', '2023-11-01'],
    ['one day too early', '2023-05-05', '2024-05-04'],
    ['before the review', '2023-05-05', '2022-01-01'],
    ['the day before a leap day', '2024-02-29', '2025-02-28'],
  ])('hits %s', async (_, review, date) => {
    expect(await placesOf('evidence-follow-up-early', level5(review, date))).toEqual(['Bukti!F7']);
  });

  it.each([
    ['a year later to the day', '2023-05-05', '2024-05-05'],
    ['two years later', '2022-05-05', '2024-05-05'],
    ['a follow-up whose date is not known', '2023-05-05', ''],
    ['a review whose date is not known', '', '2023-05-05'],
  ])('spares %s', async (_, review, date) => {
    expect(await placesOf('evidence-follow-up-early', level5(review, date))).toEqual([]);
  });

  it.each<[string, Partial<DocumentCase>]>([
    ['another kind of document', { kind: 'Notulen' }],
    ['a lower level', { level: '4' }],
    ['an indicator that asks for no time in between', { indicator: '12' }],
  ])('spares %s', async (_, change) => {
    const { answers, documents } = level5('2023-05-05', '2023-06-01');
    const changed = documents.map((one) => ({ ...one, ...change, kind: change.kind ?? one.kind }));
    expect(await placesOf('evidence-follow-up-early', { answers, documents: changed })).toEqual([]);
  });

  it('goes by the earliest review, and names both days', async () => {
    const { answers, documents } = level5('2023-05-05', '2024-01-01');
    const early = { indicator: '1', level: '4', kind: 'Laporan audit', date: '2022-12-31' };
    expect(await findIn('evidence-follow-up-early', { answers, documents: [...documents, early] })).toEqual(
      [],
    );
    const [found] = await findIn('evidence-follow-up-early', { answers, documents });
    expect(found?.message).toContain('1 Januari 2024, reviunya 5 Mei 2023, padahal diminta 1 tahun');
  });

  it('spares a follow-up without any review: that the review is missing is said elsewhere', async () => {
    const { answers, documents } = level5('2023-05-05', '2023-06-01');
    expect(await placesOf('evidence-follow-up-early', { answers, documents: documents.slice(1) })).toEqual(
      [],
    );
  });
});

function level5(review: string, date: string) {
  return {
    answers: [{ indicator: '1', level: '5' }],
    documents: [
      { indicator: '1', level: '5', kind: 'Laporan reviu', date: review },
      { indicator: '1', level: '', kind: 'Tindak lanjut', date },
    ],
  };
}
