import { describe, expect, test } from 'vitest';
import { type Listed, type Need, type ProvenInput, uncovered } from '../../src/assessment/cover.ts';
import type { EvidenceKind } from '../../src/instrument/criteria-schema.ts';
import { packs } from './arbitrary-proof.ts';

const need = (id: string, kind: EvidenceKind): Need => ({ items: [{ id, text: id, kind, required: true }] });
const needs = [need('a', 'plan'), need('b', 'minutes'), need('c', 'minutes')];
const listed = (kind: EvidenceKind | null): Listed => ({
  indicator: '1',
  level: 2,
  kind,
  date: null,
  refusedFor: null,
});

/** Ids of the items that are still open, for these documents. */
function openOf(kinds: readonly (EvidenceKind | null)[], lacking: readonly string[] = []): string[] {
  const [pack] = packs;
  if (!pack) throw new Error('No pack');
  const input: ProvenInput = {
    instrument: pack.instrument,
    criteria: new Map(),
    coverage: 'carries-below',
    claimed: new Map(),
    reference: '2025-12-31',
    documents: [],
    lacking: new Set(lacking),
  };
  return uncovered(needs, 2, kinds.map(listed), input).flatMap(({ items }) => items.map(({ id }) => id));
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

  test('meets no more after one said that an item is lacking', () => {
    expect(openOf([null], ['a'])).toEqual(['a']);
    expect(openOf([null], ['a', 'b', 'c'])).toEqual(['a', 'b', 'c']);
  });
});
