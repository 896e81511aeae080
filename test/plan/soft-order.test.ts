import { Fraction } from 'fraction.js';
import { expect, test } from 'vitest';
import type { Criteria } from '../../src/instrument/load-criteria.ts';
import { listSoftOrders } from '../../src/plan/soft-order.ts';

/** A policy, a practice and an audit by pattern; `related` names what each is related to. */
function criteriaOf(related: Readonly<Record<string, readonly string[]>>): Criteria {
  const patternOf = (id: string) => ({ p: 'policy', q: 'policy', a: 'audit', n: null })[id] ?? 'process';
  return {
    byIndicator: new Map(
      Object.entries(related).map(([id, others]) => [
        id,
        { pattern: patternOf(id), related: others.map((indicator) => ({ indicator, reason: '' })) },
      ]),
    ),
  } as unknown as Criteria;
}

function orders(related: Readonly<Record<string, readonly string[]>>, ...steps: readonly string[]) {
  const rungs = steps.map((step) => {
    const [indicator = '', to] = step.split('>');
    const points = { gain: new Fraction(1), cost: new Fraction(1), work: null };
    return { indicator, from: Number(to) - 1, to: Number(to), ...points };
  });
  return listSoftOrders(criteriaOf(related), rungs).map(({ before, after }) => `${before} ${after}`);
}

test('policy before practice before audit, where either names the other', () => {
  expect(orders({ p: [], s: ['p'], a: [] }, 'p>2', 's>2', 'a>2')).toEqual(['p>2 s>2']);
  expect(orders({ p: ['s'], s: [], a: [] }, 'a>2', 's>2', 'p>2')).toEqual(['p>2 s>2']);
  expect(orders({ p: ['a', 's'], s: ['a'], a: [] }, 'p>2', 's>2', 'a>2')).toEqual([
    ...['p>2 s>2', 'p>2 a>2', 's>2 a>2'],
  ]);
});

test('what names itself or somebody else, or nobody, is not related', () => {
  expect(orders({ p: ['p'], s: ['s'], x: [] }, 'p>2', 's>2')).toEqual([]);
  expect(orders({ p: ['x'], s: ['x'], x: [] }, 'p>2', 's>2')).toEqual([]);
  expect(orders({ p: [], s: [] }, 'p>2', 's>2')).toEqual([]);
});

test('two of a kind wait for nobody; what has no pattern is a practice', () => {
  expect(orders({ p: ['q'], q: ['p'] }, 'p>2', 'q>2')).toEqual([]);
  expect(orders({ p: ['n'], n: ['s'], s: [] }, 'p>2', 'n>2', 's>2')).toEqual(['p>2 n>2']);
  expect(orders({ p: ['unknown'] }, 'p>2', 'unknown>2')).toEqual(['p>2 unknown>2']);
});

test('steps wait for those up to their own level, and for none above 3', () => {
  const all = ['p>2', 'p>3', 'p>4', 's>2', 's>3', 's>5'];
  expect(orders({ p: ['s'], s: [] }, ...all)).toEqual([
    ...['p>2 s>2', 'p>2 s>3', 'p>3 s>3', 'p>2 s>5', 'p>3 s>5'],
  ]);
});
