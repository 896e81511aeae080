import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Fraction } from 'fraction.js';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { entries, makeProject } from '../fixtures/kabupaten-bukti/make.js';
import { describeFixture } from '../fixtures/kabupaten-bukti/readme.js';
import { expectedFindings, measure, reviewProject } from '../fixtures/kabupaten-bukti/review.js';
import { evidenceRules } from '../src/assessment/evidence-rules/index.ts';
import { claimedLevels } from '../src/assessment/merge.ts';
import { provenLevels } from '../src/assessment/proven.ts';
import { reviewEvidence } from '../src/assessment/review.ts';
import { score } from '../src/assessment/score.ts';
import { readInputs } from '../src/commands/inputs.ts';
import { findEvidence } from '../src/evidence/find-evidence.ts';
import { loadPublishedResults } from '../src/instrument/benchmarks.ts';
import { loadCriteria } from '../src/instrument/load-criteria.ts';

const expected = expectedFindings();
let folder = '';
let reviewed: Awaited<ReturnType<typeof reviewProject>>;

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'spbe-'));
  await makeProject(folder);
  const spbe = { readInputs, findEvidence, reviewEvidence, loadCriteria, loadPublishedResults };
  reviewed = await reviewProject(folder, spbe);
}, 180_000);
afterAll(() => rm(folder, { recursive: true, force: true }));

describe('Kabupaten Contoh Bukti', () => {
  it('has at least 80 documents of many types', () => {
    const facts = reviewed.context.documents.flatMap(({ located }) =>
      located.kind === 'file' ? [located.facts] : [],
    );
    expect(new Set(facts.map(({ path }) => path)).size).toBeGreaterThanOrEqual(80);
    expect([...new Set(facts.map(({ type }) => type))].toSorted()).toEqual(
      [
        'doc',
        'docx',
        'empty',
        'html',
        'image',
        'pdf',
        'pptx',
        'text',
        'unknown',
        'video',
        'xlsx',
        'zip',
      ].toSorted(),
    );
    expect(new Set(facts.map(({ image }) => image?.format))).toEqual(new Set([undefined, 'png', 'jpeg']));
  });

  it('holds a row of Bukti for each entry of the list, in its order', () => {
    const rows = reviewed.context.documents.map(({ evidence }) => `${evidence.opd} ${evidence.title}`);
    const listed = entries.map(({ opd, title }) => `${opd} ${title}`);
    expect(rows.toSorted()).toEqual(listed.toSorted());
  });

  it('hits every rule', () => {
    const hit = new Set(expected.map(({ code }) => code));
    expect(evidenceRules.map(({ code }) => code).filter((code) => !hit.has(code))).toEqual([]);
  });

  it('has as many rows that no rule may hit as rows that one must', () => {
    const clean = entries.filter(({ codes }) => codes.length === 0);
    expect(clean.length).toBeGreaterThan(entries.length - clean.length);
  });

  it('is judged with precision 1 and recall 1, by every rule', () => {
    for (const { code, precision, recall, missed, wrong } of measure(expected, reviewed.found)) {
      expect({ code, missed, wrong }).toEqual({ code, missed: [], wrong: [] });
      expect([precision, recall]).toEqual([1, 1]);
    }
  });

  it('carries less than it claims, and the loss by reason adds up', () => {
    const { assessment } = reviewed.context;
    const claimed = score(assessment.instrument, claimedLevels(assessment.answers)).index;
    const proven = score(assessment.instrument, provenLevels(reviewed.review.proven)).index;
    const lost = reviewed.review.losses.reduce((sum, { points }) => sum.add(points), new Fraction(0));
    expect(reviewed.review.losses.map(({ reason }) => reason)).toEqual(['no-evidence', 'item-missing']);
    expect(lost.toFraction()).toBe(claimed.sub(proven).toFraction());
  });

  it('is described by its README (node fixtures/kabupaten-bukti/readme.js)', async () => {
    const readme = new URL('../fixtures/kabupaten-bukti/README.md', import.meta.url);
    expect(await readFile(readme, 'utf8')).toBe(describeFixture());
  });
});

describe('the measure itself', () => {
  const finding = (code: string, subject: string) => ({ code, subject });

  it('counts what is missed and what is wrong', () => {
    const rows = measure(
      [finding('a', '1'), finding('a', '2'), finding('b', '1')],
      [finding('a', '1'), finding('a', '3'), finding('c', '1')],
    );
    expect(rows.map(({ code, precision, recall }) => [code, precision, recall])).toEqual([
      ['a', 0.5, 0.5],
      ['b', 1, 0],
      ['c', 0, 1],
      ['all', 1 / 3, 1 / 3],
    ]);
  });
});
