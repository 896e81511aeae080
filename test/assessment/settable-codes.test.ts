import { expect, test } from 'vitest';
import { evidenceRules } from '../../src/assessment/evidence-rules/index.ts';
import { settableCodes } from '../../src/assessment/settable-codes.ts';
import { problemKinds } from '../../src/problem-kinds.ts';

test('what a region may set are the judgements of evidence and explanations, each once, and nothing that was misread', () => {
  expect(new Set(settableCodes).size).toBe(settableCodes.length);
  expect(settableCodes).toHaveLength(evidenceRules.length + 1);
  expect(settableCodes).toEqual(
    expect.arrayContaining(['evidence-draft', 'explanation-missing', 'level-unproven']),
  );
  expect(settableCodes.filter((code) => problemKinds[code] === undefined)).toEqual([]);
  expect(settableCodes).not.toContain('level-invalid');
});
