import { readdirSync, readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import type { z } from 'zod';
import { compareDocument } from '../../src/contract/compare.ts';
import { diffDocument } from '../../src/contract/diff.ts';
import { externalDocument } from '../../src/contract/external.ts';
import { historyDocument } from '../../src/contract/history.ts';
import { optimismDocument } from '../../src/contract/optimism.ts';
import { stagesDocument } from '../../src/contract/stages.ts';
import { trendDocument } from '../../src/contract/trend.ts';
import { verifyDocument } from '../../src/contract/verify.ts';

const schemas: Readonly<Record<string, z.ZodType>> = {
  compare: compareDocument,
  diff: diffDocument,
  external: externalDocument,
  history: historyDocument,
  optimism: optimismDocument,
  stages: stagesDocument,
  trend: trendDocument,
  verify: verifyDocument,
};
const folder = new URL('./transcripts/', import.meta.url);
const names = readdirSync(folder).filter(
  (name) => name.endsWith('-json.md') && schemas[name.split('-')[0] ?? ''] !== undefined,
);

test.each(names)('the json in %s keeps its contract', (name) => {
  const text = readFileSync(new URL(name, folder), 'utf8');
  const json = text.slice(text.indexOf('\n') + 1, text.lastIndexOf('\nExit code:'));
  expect(schemas[name.split('-')[0] ?? '']?.safeParse(JSON.parse(json)).error?.issues ?? []).toEqual([]);
});

test('every contract has a transcript', () => {
  const shown = new Set(names.map((name) => name.split('-')[0]));
  expect([...shown].toSorted()).toEqual(Object.keys(schemas));
});
