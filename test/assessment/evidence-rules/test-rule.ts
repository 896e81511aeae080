import { describe, expect, test } from 'vitest';
import { evidenceRules } from '../../../src/assessment/evidence-rules/index.ts';
import type { ProblemCode } from '../../../src/problem-kinds.ts';
import { type ContextCase, type DocumentCase, makeContext } from '../make-context.ts';

/** What tells the case from a healthy document. */
type Case = readonly [name: string, document: DocumentCase, region?: ContextCase];

/**
 * Holds a rule on single documents against cases that it must hit, each in its cell (`Bukti!G6`), and clean twins that
 * look alike and that it must not.
 */
export function testRule(
  code: ProblemCode,
  address: string,
  hits: readonly Case[],
  clean: readonly Case[],
): void {
  const rule = evidenceRules.find((one) => one.code === code);
  describe(code, () => {
    test('is held against three hits and three clean twins at least', () => {
      expect([hits.length, clean.length].filter((length) => length < 3)).toEqual([]);
    });

    test.each(hits.map(named))('hits $name', async ({ document, region }) => {
      const found = rule?.find(await makeContext({ ...region, documents: [document] }));
      expect(found).toMatchObject([{ document: 0, problem: { code, at: { sheet: 'Bukti', address } } }]);
    });

    test.each(clean.map(named))('does not hit $name', async ({ document, region }) => {
      expect(rule?.find(await makeContext({ ...region, documents: [document] }))).toEqual([]);
    });
  });
}

function named([name, document, region = {}]: Case) {
  return { name, document, region };
}

/** What a rule says of a region: `code Sheet!A1` each. */
export async function apply(code: ProblemCode, region: ContextCase): Promise<string[]> {
  const rule = evidenceRules.find((one) => one.code === code);
  const found = rule?.find(await makeContext(region)) ?? [];
  return found.map(({ problem: { code, at } }) => `${code} ${at.sheet}!${at.address}`);
}
