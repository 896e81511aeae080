import fc from 'fast-check';
import { Fraction } from 'fraction.js';
import { describe, expect, it } from 'vitest';
import type { ProvenInput, ProvingDocument } from '../../src/assessment/cover.ts';
import { findProven, lossByReason, provenLevels } from '../../src/assessment/proven.ts';
import { score } from '../../src/assessment/score.ts';
import type { EvidenceKind } from '../../src/instrument/criteria-schema.ts';
import { arbitraryDocument, arbitraryLevel, arbitraryProof, fullSet, packs } from './arbitrary-proof.ts';

describe.each(packs)('$instrument.id', (pack) => {
  const { instrument } = pack;
  const proof = arbitraryProof(pack);
  const proofAndOne = proof.chain((input) =>
    fc.record({ input: fc.constant(input), one: arbitraryDocument(pack, [...input.claimed.keys()]) }),
  );

  const proofAndPosition = proof.chain((input) =>
    fc.record({
      input: fc.constant(input),
      position: fc.nat({ max: Math.max(0, input.documents.length - 1) }),
    }),
  );

  it('loses by reason exactly what lies between claim and proof', () => {
    check(proof, (input) => {
      const losses = lossByReason(instrument, findProven(input));
      const lost = losses.reduce((sum, { points }) => sum.add(points), new Fraction(0));
      expect(lost.toFraction()).toBe(indexOf(input.claimed, input).sub(provenIndex(input)).toFraction());
    });
  });

  it('proves no more than the claim and no less than the floor, and only for what is claimed', () => {
    check(proof, (input) => {
      const proven = findProven(input);
      expect(proven.map(({ id }) => id).toSorted()).toEqual([...input.claimed.keys()].toSorted());
      for (const one of proven) {
        expect(one.proven).toBeLessThanOrEqual(one.claimed);
        expect(one.proven).toBeGreaterThanOrEqual(instrument.scale.floor);
        expect(Number(one.proven.toFixed(instrument.scale.decimals))).toBe(one.proven);
      }
    });
  });

  it('says why, and where the chain breaks, of each level lost and of no other', () => {
    check(proof, (input) => {
      for (const one of findProven(input)) {
        const isLost = one.proven < one.claimed;
        expect(one.reason !== null).toBe(isLost);
        expect(one.stopsAt !== null).toBe(isLost);
        if (one.stopsAt === null) expect(one.missing).toEqual([]);
        else expect(one.stopsAt).toBeLessThanOrEqual(Math.ceil(one.claimed));
      }
    });
  });

  it('blames no date where none is known', () => {
    check(proof, (input) => {
      const documents = input.documents.map((one) => ({ ...one, date: null, refusedFor: null }));
      for (const { reason } of findProven({ ...input, documents })) {
        expect(['outdated', 'wrong-date']).not.toContain(reason);
      }
    });
  });

  it('is never raised by removing a document', () => {
    check(proofAndPosition, ({ input, position }) => {
      expectNotAbove({ ...input, documents: input.documents.toSpliced(position, 1) }, input);
    });
  });

  it('is never lowered by adding a document', () => {
    check(proofAndOne, ({ input, one }) => {
      expectNotAbove(input, { ...input, documents: [...input.documents, one] });
    });
  });

  it('is never raised by refusing a document, nor lowered by accepting one', () => {
    check(proofAndPosition, ({ input, position }) => {
      const as = (refusedFor: ProvingDocument['refusedFor']) => ({
        ...input,
        documents: input.documents.map((one, index) => (index === position ? { ...one, refusedFor } : one)),
      });
      expectNotAbove(as('refused'), as(null));
    });
  });

  it('is never raised by saying that an item is not there yet', () => {
    check(proof, (input) => expectNotAbove(input, { ...input, lacking: new Set() }));
  });

  it('does not depend on the order of the documents', () => {
    const shuffled = proof.chain((input) =>
      fc.record({
        input: fc.constant(input),
        documents: fc.shuffledSubarray([...input.documents], { minLength: input.documents.length }),
      }),
    );
    check(shuffled, ({ input, documents }) => {
      expect(findProven({ ...input, documents })).toEqual(findProven(input));
    });
  });

  it('is the claim itself where each required item up to it has its document', () => {
    const claims = fc.record({
      id: fc.constantFrom(...instrument.indicators.map(({ id }) => id)),
      claimed: arbitraryLevel(instrument),
      others: fc.array(
        arbitraryDocument(
          pack,
          instrument.indicators.map(({ id }) => id),
        ),
        { maxLength: 5 },
      ),
    });
    check(claims, ({ id, claimed, others }) => {
      const documents = [...others, ...fullSet(pack, id, claimed)];
      const [proven] = findProven({ ...empty(pack), claimed: new Map([[id, claimed]]), documents });
      expect(proven).toEqual({ id, claimed, proven: claimed, missing: [], stopsAt: null, reason: null });
    });
  });

  it('asks a review to be young even where it is listed for a higher level', () => {
    const kinds: readonly (EvidenceKind | null)[] = ['review-report', 'audit-report', 'minutes'];
    let count = 0;
    for (const { id } of instrument.indicators) {
      const aged = pack.criteria.byIndicator
        .get(id)
        ?.levels.find(({ evidence }) =>
          evidence.some(({ maxAgeYears, required, anyOf }) => maxAgeYears && required && !anyOf),
        );
      if (aged === undefined) continue;
      const documents = fullSet(pack, id, 5).map((one) =>
        kinds.includes(one.kind) ? { ...one, level: 5, date: '2020-01-01' } : one,
      );
      const [proven] = findProven({ ...empty(pack), claimed: new Map([[id, 5]]), documents });
      expect(proven).toMatchObject({ id, proven: aged.level - 1, reason: 'outdated' });
      count++;
    }
    expect(count > 0).toBe(instrument.id === 'permenpanrb-59-2020');
  });

  it('is the floor where nothing counts', () => {
    check(proof, (input) => {
      const documents = input.documents.map((one): ProvingDocument => ({ ...one, refusedFor: 'draft' }));
      for (const one of findProven({ ...input, documents })) {
        expect(one.proven).toBe(instrument.scale.floor);
      }
    });
  });

  function expectNotAbove(lower: ProvenInput, upper: ProvenInput): void {
    const levels = provenLevels(findProven(upper));
    for (const { id, proven } of findProven(lower)) expect(proven).toBeLessThanOrEqual(levels.get(id) ?? 0);
    expect(provenIndex(lower).compare(provenIndex(upper))).toBeLessThanOrEqual(0);
  }
});

it('is not lowered where a document without kind has one need less to meet', () => {
  const [pack] = packs.filter(({ instrument }) => instrument.scale.decimals > 0);
  if (!pack) throw new Error('No scale with decimals');
  const id = '15';
  const usual = pack.criteria.byIndicator.get(id);
  if (!usual) throw new Error(`No criteria for ${id}`);
  const item = (letter: string, kind: EvidenceKind, anyOf?: string) => ({
    ...{ id: `${id}-L2-${letter}`, text: letter, kind, required: true },
    ...(anyOf !== undefined && { anyOf }),
  });
  const evidence = [
    ...[item('a', 'survey', 'a'), item('b', 'audit-report', 'a'), item('c', 'integration')],
    ...[item('d', 'survey'), item('e', 'survey')],
  ];
  const levels = usual.levels.map((one) => (one.level === 2 ? { ...one, evidence } : one));
  const document = (kind: EvidenceKind | null): ProvingDocument => ({
    ...{ indicator: id, level: 2, kind, date: null, refusedFor: null },
  });
  const prove = (documents: readonly ProvingDocument[]) => {
    const criteria = new Map([[id, { ...usual, levels }]]);
    return findProven({ ...empty(pack), criteria, claimed: new Map([[id, 2]]), documents })[0]?.proven;
  };
  expect(prove([document(null)])).toBe(1.75);
  expect(prove([document(null), document('audit-report')])).toBe(1.75);
});

function check<T>(values: fc.Arbitrary<T>, hold: (value: T) => void): void {
  fc.assert(fc.property(values, hold), { numRuns: 200 });
}

function empty({ instrument, criteria }: (typeof packs)[number]): ProvenInput {
  return {
    instrument,
    criteria: criteria.byIndicator,
    coverage: criteria.about.coverage.rule,
    claimed: new Map(),
    documents: [],
    reference: '2025-12-31',
    lacking: new Set(),
  };
}

function provenIndex(input: ProvenInput): Fraction {
  return indexOf(provenLevels(findProven(input)), input);
}

/** By the way `spbe score` takes, not by the weights of the losses. */
function indexOf(levels: ProvenInput['claimed'], { instrument }: ProvenInput): Fraction {
  return score(instrument, levels).index;
}
