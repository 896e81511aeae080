import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { formatPlace } from '../../src/problem.ts';
import { type ProblemCode, problemKinds } from '../../src/problem-kinds.ts';
import { severityWords } from '../../src/reporters/problems.ts';
import { problemSamples } from '../problem-samples.ts';

const page = readFileSync(new URL('../../docs/problems.md', import.meta.url), 'utf8');
const sections = page
  .split(/^## /m)
  .slice(1)
  .map((text) => text.trim());
const codes = Object.keys(problemKinds) as ProblemCode[];

test('docs/problems.md has a section for each code, in the same order, and no other', () => {
  expect(sections.map((text) => /^[a-z-]+/.exec(text)?.[0])).toEqual(codes);
});

describe.each(codes)('%s', (code) => {
  test('has its title, its severity, a true example, a meaning and a repair', async () => {
    const { title, severity } = problemKinds[code];
    const [example] = await problemSamples[code]();
    const lines = (sections.find((text) => text.startsWith(`${code}: `)) ?? '').split('\n\n');
    expect(lines).toEqual([
      `${code}: ${title}`,
      `**Berat:** ${severityWords[severity]}`,
      example && `> ${formatPlace(example.at)}: ${example.message}`,
      expect.stringMatching(/^\*\*Artinya\.\*\* \p{Lu}.{30,}\.$/u),
      expect.stringMatching(/^\*\*Perbaikan\.\*\* \p{Lu}.{30,}\.$/u),
    ]);
  });
});
