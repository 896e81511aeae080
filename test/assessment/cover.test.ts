import { describe, expect, test } from 'vitest';
import {
  addYears,
  candidates,
  isLateEnough,
  type Listed,
  mayProve,
  type Need,
  neededItems,
  type ProvenInput,
  uncovered,
} from '../../src/assessment/cover.ts';
import type { EvidenceItem, EvidenceKind } from '../../src/instrument/criteria-schema.ts';
import { packs } from './arbitrary-proof.ts';

const need = (id: string, kind: EvidenceKind): Need => ({ items: [{ id, text: id, kind, required: true }] });
const needs = [need('a', 'plan'), need('b', 'minutes'), need('c', 'minutes')];
const listed = (kind: EvidenceKind | null, parts: Partial<Listed> = {}): Listed => ({
  ...{ indicator: '1', level: 2, kind, date: null, refusedFor: null },
  ...parts,
});
function input(parts: Partial<ProvenInput> = {}): ProvenInput {
  const [pack] = packs;
  if (!pack) throw new Error('No pack');
  return {
    ...{ instrument: pack.instrument, criteria: new Map(), coverage: 'carries-below', claimed: new Map() },
    ...{ reference: '2025-12-31', documents: [], lacking: new Set() },
    ...parts,
  };
}

/** Ids of the items that are still open, for these documents. */
function openOf(kinds: readonly (EvidenceKind | null)[], lacking: readonly string[] = []): string[] {
  return uncovered(
    needs,
    2,
    kinds.map((kind) => listed(kind)),
    input({ lacking: new Set(lacking) }),
  ).flatMap(({ items }) => items.map(({ id }) => id));
}

describe('a document whose kind is not said', () => {
  test('is taken for the kind of which most are open', () => {
    expect(openOf([])).toEqual(['a', 'b', 'c']);
    expect(openOf([null])).toEqual(['a']);
    expect(openOf([null, null])).toEqual([]);
  });

  test('is taken for another where these are met, and between equals for the first', () => {
    expect(openOf([null, 'minutes'])).toEqual([]);
    expect(openOf([null], ['b'])).toEqual(['b', 'c']);
  });

  test('is taken for what a need asks for first, not for its alternatives', () => {
    const either: Need = { items: [...need('a', 'plan').items, ...need('b', 'survey').items] };
    const open = (...of: readonly Need[]) =>
      uncovered(of, 2, [listed(null)], input()).map(({ items }) => items.map(({ id }) => id).join(' or '));
    expect(open(either, need('c', 'minutes'), need('d', 'survey'))).toEqual(['c', 'd']);
    expect(open(need('c', 'survey'), either)).toEqual(['a or b']);
  });

  test('meets no more after one said that an item is lacking', () => {
    expect(openOf([null], ['a'])).toEqual(['a']);
    expect(openOf([null], ['a', 'b', 'c'])).toEqual(['a', 'b', 'c']);
  });
});

describe('what a level asks for', () => {
  const item = (id: string, required: boolean, anyOf?: string): EvidenceItem => ({
    ...{ id, text: id, kind: 'plan', required },
    ...(anyOf !== undefined && { anyOf }),
  });
  const ids = (evidence: readonly EvidenceItem[]) =>
    neededItems(evidence).map(({ items }) => items.map(({ id }) => id).join(' or '));

  test('is each required item, with its alternatives; without any, one document', () => {
    expect(ids([item('a', true), item('b', false), item('c', false, 'x'), item('d', true, 'x')])).toEqual([
      'a',
      'c or d',
    ]);
    expect(ids([item('b', false), item('c', false, 'x')])).toEqual(['']);
    expect(ids([])).toEqual(['']);
  });

  test('of alternatives it is lacking only where all of them are', () => {
    const either: Need = { items: [item('a', true, 'x'), { ...item('b', false, 'x'), kind: 'survey' }] };
    const isOpen = (kind: EvidenceKind | null, ...lacking: readonly string[]) =>
      uncovered([either], 2, [listed(kind)], input({ lacking: new Set(lacking) })).length > 0;
    expect([isOpen('plan'), isOpen('survey'), isOpen('minutes'), isOpen(null)]).toEqual([
      false,
      false,
      true,
      false,
    ]);
    expect([isOpen('plan', 'a'), isOpen('survey', 'a'), isOpen(null, 'a')]).toEqual([true, false, false]);
    expect([isOpen('plan', 'a', 'b'), isOpen('survey', 'a', 'b'), isOpen(null, 'a', 'b')]).toEqual([
      true,
      true,
      true,
    ]);
  });

  test('one document of whatever kind does where nothing is asked, if it counts', () => {
    const any: Need = { items: [] };
    const isOpen = (...documents: readonly Listed[]) => uncovered([any], 2, documents, input()).length > 0;
    expect(isOpen()).toBe(true);
    expect(isOpen(listed('minutes'))).toBe(false);
    expect(isOpen(listed(null))).toBe(false);
    expect(isOpen(listed(null, { refusedFor: 'draft' }))).toBe(true);
    expect(isOpen(listed('minutes', { level: 1 }))).toBe(true);
  });

  test('one without a kind meets it only at its level, if it counts', () => {
    const open = (joker: Partial<Listed>, more: Partial<ProvenInput> = {}) =>
      uncovered(needs.slice(0, 1), 2, [listed(null, joker)], input(more)).length;
    expect([open({}), open({ refusedFor: 'file' }), open({ level: 1 }), open({ level: 3 })]).toEqual([
      0, 1, 1, 0,
    ]);
    expect(open({ level: 3 }, { coverage: 'every-level' })).toBe(1);
  });
});

describe('the level a document is listed for', () => {
  test('covers the lower ones too, unless each level asks for its own', () => {
    const { items } = need('a', 'plan');
    const may = (level: number, coverage: ProvenInput['coverage'], kind: EvidenceKind | null = 'plan') =>
      items.map((item) => mayProve(item, 3, { level, kind, coverage }))[0];
    expect([2, 3, 4].map((level) => may(level, 'carries-below'))).toEqual([false, true, true]);
    expect([2, 3, 4].map((level) => may(level, 'every-level'))).toEqual([false, true, false]);
    expect([may(3, 'every-level', 'minutes'), may(3, 'every-level', null)]).toEqual([false, true]);
  });
});

describe('the day of a document', () => {
  const followUp: EvidenceItem = {
    id: 'f',
    text: 'f',
    kind: 'follow-up',
    required: true,
    yearsAfterReview: 1,
  };
  const review = (date: string | null) => listed('review-report', { date });
  const late = (date: string | null, ...others: readonly Listed[]) =>
    isLateEnough(followUp, listed('follow-up', { date }), others);

  test('a follow-up comes as long after one review as is asked', () => {
    expect(late('2025-05-05', review('2024-05-05'))).toBe(true);
    expect(late('2025-05-04', review('2024-05-05'))).toBe(false);
    expect(late('2025-05-05', review('2025-01-01'), review('2024-05-05'))).toBe(true);
    expect(late('2025-05-05', review(null))).toBe(true);
  });

  test('a paper that is no review does not count; nor does anything where no day is known, or asked', () => {
    expect(late('2025-05-05')).toBe(false);
    expect(late('2025-05-05', listed('budget', { date: '2020-01-01' }))).toBe(false);
    expect(late(null)).toBe(true);
    const { yearsAfterReview: _, ...usual } = followUp;
    expect(isLateEnough(usual, listed('follow-up', { date: '2025-05-05' }), [])).toBe(true);
  });

  test('a review must be younger than its limit on the day of reference', () => {
    const aged: Need = {
      items: [{ id: 'r', text: 'r', kind: 'review-report', required: true, maxAgeYears: 2 }],
    };
    const counts = (date: string | null) =>
      candidates(aged, 2, [review(date)], input({ reference: '2025-12-31' })).length === 1;
    expect([counts('2024-01-01'), counts('2023-12-31'), counts(null)]).toEqual([true, false, true]);
    const ageless: Need = { items: [{ id: 'r', text: 'r', kind: 'review-report', required: true }] };
    expect(candidates(ageless, 2, [review('1999-01-01')], input())).toHaveLength(1);
  });

  test('years are added to the day as it stands', () => {
    expect([addYears('2024-02-29', 1), addYears('1999-12-31', 2)]).toEqual(['2025-02-29', '2001-12-31']);
  });
});
