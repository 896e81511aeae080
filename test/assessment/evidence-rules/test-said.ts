import { describe, expect, test } from 'vitest';
import { evidenceRules } from '../../../src/assessment/evidence-rules/index.ts';
import type { ProblemCode } from '../../../src/problem-kinds.ts';
import { type ContextCase, type DocumentCase, makeContext } from '../make-context.ts';

/** What a rule says, word for word, of one document of indicator 12 or of a whole region. */
export type Said = readonly [code: ProblemCode, what: DocumentCase | ContextCase, ...messages: string[]];

const isRegion = (what: DocumentCase | ContextCase): what is ContextCase =>
  'documents' in what || 'answers' in what;

/** Holds the messages of rules against what they must be, word for word. */
export function testSaid(about: string, cases: readonly Said[]): void {
  describe(about, () => {
    test.each(cases.map(([code, what, ...messages]) => ({ code, what, messages })))(
      '$code says what is wrong',
      async ({ code, what, messages }) => {
        const rule = evidenceRules.find((one) => one.code === code);
        const found = rule?.find(await makeContext(isRegion(what) ? what : { documents: [what] })) ?? [];
        expect(found.map(({ problem: { message } }) => message)).toEqual(messages);
      },
    );
  });
}
