import { Fraction } from 'fraction.js';
import { describe, expect, test } from 'vitest';
import type { ProvenInput, ProvingDocument } from '../../src/assessment/cover.ts';
import { findProven, lossByReason, type ProvenIndicator, provenLevels } from '../../src/assessment/proven.ts';
import type { EvidenceItem, IndicatorCriteria } from '../../src/instrument/criteria-schema.ts';
import { packs } from './arbitrary-proof.ts';

const [usual, pemdi] = ['permenpanrb-59-2020', 'permenpanrb-8-2026'].map((id) => {
  const pack = packs.find(({ instrument }) => instrument.id === id);
  if (!pack) throw new Error(`No pack ${id}`);
  return pack;
}) as [(typeof packs)[number], (typeof packs)[number]];

const item = (id: string, kind: EvidenceItem['kind'], more: Partial<EvidenceItem> = {}): EvidenceItem => ({
  ...{ id, text: id, kind, required: true },
  ...more,
});

interface Step {
  readonly evidence: readonly EvidenceItem[];
  readonly requires?: readonly number[];
}

interface Case {
  readonly pack?: (typeof packs)[number];
  readonly id?: string;
  readonly claimed: number;
  /** What levels ask for; the others ask for any document, and require none. */
  readonly steps: Readonly<Record<number, Step>>;
  readonly documents?: readonly Partial<ProvingDocument>[];
  readonly lacking?: readonly string[];
}

/** What is proven of one indicator, 12 unless told otherwise. */
function prove({
  pack = usual,
  id = '12',
  claimed,
  steps,
  documents = [],
  lacking = [],
}: Case): ProvenIndicator {
  const criteria = pack.criteria.byIndicator.get(id);
  if (!criteria) throw new Error(`No criteria of ${id}`);
  const levels = criteria.levels.map((one): IndicatorCriteria['levels'][number] => ({
    ...one,
    evidence: [...(steps[one.level]?.evidence ?? [])],
    requires: (steps[one.level]?.requires ?? []).map((level) => ({ indicator: id, level })),
  }));
  const input: ProvenInput = {
    ...{ instrument: pack.instrument, criteria: new Map([[id, { ...criteria, levels }]]) },
    ...{ coverage: 'carries-below', claimed: new Map([[id, claimed]]), reference: '2025-12-31' },
    lacking: new Set(lacking),
    documents: documents.map((one) => ({
      ...{ indicator: id, level: null, kind: 'plan', date: null, refusedFor: null },
      ...one,
    })),
  };
  const [found, ...others] = findProven(input);
  expect(others).toEqual([]);
  if (!found) throw new Error('Nothing found');
  return found;
}

const inShort = (one: Case) => {
  const { proven, stopsAt, missing, reason } = prove(one);
  return [proven, stopsAt, missing.map(({ id }) => id).join(' '), reason];
};
const whole = (level: number) => [level, null, '', null];

const plan: Step = { evidence: [item('a', 'plan')] };
const survey: Step = { evidence: [item('b', 'survey'), item('c', 'certificate')], requires: [2] };

describe('the chain of levels', () => {
  const steps = { 1: { evidence: [item('floor', 'draft')] }, 2: plan, 3: survey };

  test('is carried as far as each item has its document; the floor asks for nothing', () => {
    const [a, b, c] = (['plan', 'survey', 'certificate'] as const).map((kind) => ({ kind }));
    expect(inShort({ claimed: 1, steps })).toEqual(whole(1));
    expect(inShort({ claimed: 3, steps, documents: [a ?? {}, b ?? {}, c ?? {}] })).toEqual(whole(3));
    expect(inShort({ claimed: 3, steps, documents: [a ?? {}] })).toEqual([2, 3, 'b c', 'item-missing']);
    expect(inShort({ claimed: 3, steps, documents: [a ?? {}, b ?? {}] })).toEqual([
      2,
      3,
      'c',
      'item-missing',
    ]);
    expect(inShort({ claimed: 3, steps })).toEqual([1, 2, 'a', 'no-evidence']);
  });

  test('breaks at the deepest level, which must be mended first', () => {
    const documents = (['survey', 'certificate'] as const).map((kind) => ({ kind }));
    expect(inShort({ claimed: 3, steps, documents })).toEqual([1, 2, 'a', 'item-missing']);
    // A level that requires none below is carried by itself.
    const loose = { ...steps, 3: { evidence: survey.evidence } };
    expect(inShort({ claimed: 3, steps: loose, documents })).toEqual(whole(3));
  });

  test('a document listed for no level is for the claimed one, one for a lower level is for that', () => {
    const documents = (level: number | null) => [
      { kind: 'survey', level } as const,
      { kind: 'certificate' } as const,
    ];
    const loose = { 3: { evidence: survey.evidence } };
    expect(inShort({ claimed: 3, steps: loose, documents: documents(null) })).toEqual(whole(3));
    expect(inShort({ claimed: 3, steps: loose, documents: documents(2) })).toEqual([
      2,
      3,
      'b',
      'item-missing',
    ]);
  });

  test('documents of another indicator do not count, and what is not claimed is not looked at', () => {
    const documents = [{ kind: 'plan', indicator: '13' } as const];
    expect(inShort({ claimed: 2, steps, documents })).toEqual([1, 2, 'a', 'no-evidence']);
  });
});

describe('why a level is not carried', () => {
  const aged = { 2: { evidence: [item('r', 'review-report', { maxAgeYears: 1 })] } };
  const late = { 2: { evidence: [item('f', 'follow-up', { yearsAfterReview: 1 })] } };
  const reasonOf = (one: Omit<Case, 'claimed'>) => prove({ claimed: 2, ...one }).reason;

  test('is what takes least to mend of an item’s documents', () => {
    const refused = (...reasons: readonly ProvingDocument['refusedFor'][]) =>
      reasonOf({ steps: { 2: plan }, documents: reasons.map((refusedFor) => ({ refusedFor })) });
    expect(refused('file')).toBe('file');
    expect(refused('file', 'revise', 'draft')).toBe('revise');
  });

  test('is the gravest of the items', () => {
    const steps = { 2: { evidence: [item('a', 'plan'), item('b', 'survey')] } };
    const documents = [{ refusedFor: 'revise' }, { kind: 'survey', refusedFor: 'file' }] as const;
    expect(reasonOf({ steps, documents })).toBe('file');
    expect(reasonOf({ steps, documents: documents.slice(0, 1) })).toBe('item-missing');
  });

  test('is the day where nothing else speaks against a document', () => {
    const old = { kind: 'review-report', date: '2020-01-01' } as const;
    expect(reasonOf({ steps: aged, documents: [old] })).toBe('outdated');
    expect(reasonOf({ steps: aged, documents: [{ ...old, refusedFor: 'draft' }] })).toBe('draft');
    expect(reasonOf({ steps: aged, documents: [old, { ...old, refusedFor: 'draft' }] })).toBe('outdated');
    const followUp = { kind: 'follow-up', date: '2025-05-05' } as const;
    expect(reasonOf({ steps: late, documents: [followUp] })).toBe('wrong-date');
    expect(reasonOf({ steps: late, documents: [{ ...followUp, refusedFor: 'refused' }] })).toBe('refused');
  });

  test('is none of a document whose kind is not said: it was used for another item', () => {
    expect(reasonOf({ steps: { 2: plan }, documents: [{ kind: null }] })).toBeNull();
    const steps = { 2: { evidence: [item('a', 'plan'), item('r', 'review-report', { maxAgeYears: 1 })] } };
    expect(inShort({ claimed: 2, steps, documents: [{ kind: null, date: '2020-01-01' }] })).toEqual([
      ...[1, 2, 'r', 'item-missing'],
    ]);
  });

  test('is that an item is not there where the checklist says so', () => {
    expect(inShort({ claimed: 2, steps: { 2: plan }, documents: [{}], lacking: ['a'] })).toEqual([
      ...[1, 2, 'a', 'item-missing'],
    ]);
  });
});

describe('on a scale with decimals', () => {
  const three = ['a', 'b', 'c'].map((id, index) =>
    item(id, (['plan', 'survey', 'certificate'] as const)[index] ?? 'plan'),
  );
  const of = (one: Omit<Case, 'pack' | 'id'>) => inShort({ pack: pemdi, id: '15', ...one });

  test('the share of the next level’s items counts, rounded down', () => {
    expect(of({ claimed: 2, steps: { 2: { evidence: three } }, documents: [{}] })).toEqual([
      ...[1.33, 2, 'b c', 'item-missing'],
    ]);
    expect(
      of({ claimed: 2, steps: { 2: { evidence: three } }, documents: [{}, { kind: 'survey' }] }),
    ).toEqual([...[1.66, 2, 'c', 'item-missing']]);
    expect(of({ claimed: 1.3, steps: { 2: { evidence: three } }, documents: [{ level: 2 }] })).toEqual(
      whole(1.3),
    );
    expect(of({ claimed: 1.5, steps: { 2: { evidence: three } }, documents: [{}] })).toEqual([
      ...[1.33, 2, 'b c', 'item-missing'],
    ]);
  });

  test('a level that is complete but for one it requires is not reached', () => {
    const steps = { 2: plan, 3: { evidence: [item('b', 'survey')], requires: [2] } };
    expect(of({ claimed: 3, steps, documents: [{ kind: 'survey' }] })).toEqual([1, 2, 'a', 'item-missing']);
    const high = { ...steps, 4: { evidence: [item('c', 'certificate')], requires: [3] } };
    const loose = {
      ...high,
      2: { evidence: [item('a', 'plan')] },
      3: { evidence: [item('b', 'survey')], requires: [2] },
    };
    expect(of({ claimed: 2, steps: loose, documents: [{ kind: 'survey', level: 3 }] })[0]).toBe(1);
    // Carried up to 2, level 3 is complete but requires 4, which nothing carries.
    const knot = {
      2: plan,
      3: { evidence: [item('b', 'survey')], requires: [4] },
      4: { evidence: [item('c', 'certificate')] },
    };
    expect(of({ claimed: 3, steps: knot, documents: [{}, { kind: 'survey' }] })).toEqual([
      ...[2.99, 4, 'c', 'item-missing'],
    ]);
  });

  test('at the top there is no next level', () => {
    expect(of({ claimed: 5, steps: {}, documents: [{}] })).toEqual(whole(5));
  });

  test('whole levels only: no share counts', () => {
    expect(inShort({ claimed: 2, steps: { 2: { evidence: three } }, documents: [{}] })).toEqual([
      ...[1, 2, 'b c', 'item-missing'],
    ]);
  });
});

describe('an index of another agency', () => {
  const steps = { 2: plan, 3: survey };
  const id = pemdi.instrument.externalIndices[0]?.indicator ?? '';

  test('proves the claim of its indicator by itself, if it counts', () => {
    expect(inShort({ pack: pemdi, id, claimed: 2.75, steps, documents: [{ kind: 'index' }] })).toEqual(
      whole(2.75),
    );
    expect(
      inShort({ pack: pemdi, id, claimed: 3, steps, documents: [{ kind: 'index', refusedFor: 'file' }] })[0],
    ).toBe(1);
    expect(inShort({ pack: pemdi, id, claimed: 3, steps, documents: [{ kind: 'minutes' }] })[0]).toBe(1);
  });

  test('proves nothing of an indicator that it does not decide', () => {
    const ids = pemdi.instrument.externalIndices.map(({ indicator }) => indicator);
    expect(ids).not.toContain('15');
    expect(inShort({ pack: pemdi, id: '15', claimed: 3, steps, documents: [{ kind: 'index' }] })[0]).toBe(1);
  });
});

test('what is lost, by reason, the gravest first; nothing lost is no loss', () => {
  const proven = (id: string, claimed: number, level: number, reason: ProvenIndicator['reason']) => ({
    ...{ id, claimed, proven: level, reason, missing: [], stopsAt: level === claimed ? null : level + 1 },
  });
  const all = [
    proven('1', 3, 2, 'draft'),
    proven('12', 4, 1, 'file'),
    proven('13', 3, 3, null),
    proven('47', 5, 2, 'draft'),
    proven('?', 5, 1, 'draft'),
  ];
  expect(
    lossByReason(usual.instrument, all).map(({ reason, points, indicators }) => [reason, points, indicators]),
  ).toEqual([
    ['file', new Fraction('0.075'), ['12']],
    // 1.3 % of one level and 3 % of three; an indicator that is not of the instrument weighs nothing.
    ['draft', new Fraction('0.103'), ['1', '47', '?']],
  ]);
  expect([...provenLevels(all)].slice(0, 2)).toEqual([
    ['1', 2],
    ['12', 1],
  ]);
});
