import { describe, expect, test } from 'vitest';
import { askedItems, asksLegalised, levelOf } from '../../../src/assessment/evidence-rules/asked-items.ts';
import { evidenceOutdated } from '../../../src/assessment/evidence-rules/evidence-outdated.ts';
import type { EvidenceContext } from '../../../src/assessment/evidence-rules/rule.ts';
import type { EvidenceItem } from '../../../src/instrument/criteria-schema.ts';
import { type DocumentCase, makeContext } from '../make-context.ts';

const item = (kind: EvidenceItem['kind'], maxAgeYears?: number): EvidenceItem => ({
  ...{ id: kind, text: kind, kind, required: true },
  ...(maxAgeYears !== undefined && { maxAgeYears }),
});

/** Indicator 12 asks for these items at level 3, and for nothing elsewhere; `claimed` is claimed of it. */
async function contextOf(
  items: readonly EvidenceItem[],
  document: DocumentCase,
  claimed = '',
): Promise<EvidenceContext> {
  const context = await makeContext({
    ...{ answers: [{ indicator: '12', level: claimed }], documents: [{ level: '3', ...document }] },
  });
  const { byIndicator } = context.criteria;
  const usual = byIndicator.get('12');
  if (!usual) throw new Error('No criteria of 12');
  const levels = usual.levels.flatMap((one) => {
    if (one.level === 5) return [];
    return one.level === 3 ? [{ ...one, evidence: [...items] }] : [{ ...one, evidence: [] }];
  });
  const own = new Map([...byIndicator, ['12', { ...usual, levels }] as const]);
  return { ...context, criteria: { ...context.criteria, byIndicator: own } };
}

describe('what the level of a document asks for', () => {
  const asked = async (level: string, claimed = '', items = [item('plan'), item('survey')]) => {
    const context = await contextOf(items, { level }, claimed);
    return context.documents.map(({ evidence }) => ({
      level: levelOf(evidence, context),
      items: askedItems(evidence, context).map(({ id }) => id),
      isLegalised: asksLegalised(evidence, context),
    }))[0];
  };

  test('is that of its own level, else of the claimed one', async () => {
    const items = ['plan', 'survey'];
    expect(await asked('3', '2')).toEqual({ level: 3, items, isLegalised: true });
    expect(await asked('2', '3')).toEqual({ level: 2, items: [], isLegalised: true });
    expect(await asked('', '3')).toEqual({ level: 3, items, isLegalised: true });
    expect(await asked('')).toEqual({ level: null, items: [], isLegalised: false });
    expect(await asked('5')).toEqual({ level: 5, items: [], isLegalised: true });
    expect(await asked('1')).toEqual({ level: 1, items: [], isLegalised: false });
  });

  test('may be a draft: then one will do', async () => {
    expect(await asked('3', '', [item('plan'), item('draft')])).toMatchObject({ isLegalised: false });
    expect(await asked('3', '', [item('draft')])).toMatchObject({ isLegalised: false });
  });

  test('a level between two is that of the lower one', async () => {
    const context = await contextOf([item('plan')], {});
    const [document] = context.documents;
    const between = document && { ...document.evidence, level: 3.75 };
    expect(between && askedItems(between, context).map(({ id }) => id)).toEqual(['plan']);
  });
});

describe('how old a document may be', () => {
  const yearsOf = async (items: readonly EvidenceItem[], document: DocumentCase) => {
    const found = evidenceOutdated.find(await contextOf(items, { date: '2001-01-01', ...document }));
    return found[0]?.problem.details['years'] ?? null;
  };

  test('is the longest limit of the items of its kind', async () => {
    const items = [
      item('review-report', 2),
      item('review-report', 3),
      item('audit-report', 5),
      item('minutes'),
    ];
    expect(await yearsOf(items, { kind: 'Laporan reviu' })).toBe(3);
    expect(await yearsOf(items, { kind: 'Laporan audit' })).toBe(5);
    expect(await yearsOf(items, { kind: '' })).toBeNull();
  });

  test('of another kind is that of the items it can serve, if all of them have one', async () => {
    expect(await yearsOf([item('review-report', 2), item('plan')], { kind: 'Notulen' })).toBe(2);
    expect(await yearsOf([item('review-report', 2), item('minutes')], { kind: 'Notulen' })).toBeNull();
    expect(await yearsOf([item('review-report', 2)], { kind: 'Survei' })).toBeNull();
    expect(await yearsOf([], { kind: 'Laporan reviu' })).toBeNull();
  });
});
