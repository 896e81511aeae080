import { describe, expect, test } from 'vitest';
import { type ProblemCode, problemKinds } from '../src/problem-kinds.ts';
import { problemSamples } from './problem-samples.ts';

const codes = Object.keys(problemKinds) as ProblemCode[];

test('every code has a sample', () => {
  expect(Object.keys(problemSamples).toSorted()).toEqual(codes.toSorted());
});

describe.each(codes)('%s', (code) => {
  test('comes of its sample, and no other code does', async () => {
    const problems = await problemSamples[code]();
    expect([...new Set(problems.map((one) => one.code))]).toEqual([code]);
  });

  test('says what is wrong in whole sentences, and where', async () => {
    for (const { message, severity, at } of await problemSamples[code]()) {
      expect(severity).toBe(problemKinds[code].severity);
      expect(message).toMatch(/^\p{Lu}.*[.?)]$/u);
      expect(message).not.toMatch(/undefined|null|NaN|\[object|\s{2}|""/);
      expect(at.file).not.toBe('');
    }
  });
});
