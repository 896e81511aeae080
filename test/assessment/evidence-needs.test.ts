import { describe, expect, test } from 'vitest';
import { listNeeds, openItems } from '../../src/assessment/evidence-needs.ts';
import { evidenceRules } from '../../src/assessment/evidence-rules/index.ts';
import { reviewEvidence } from '../../src/assessment/review.ts';
import { usualSettings } from '../../src/assessment/rule-settings.ts';
import type { EvidenceItem } from '../../src/instrument/criteria-schema.ts';
import { type ContextCase, makeContext } from './make-context.ts';

type Kind = EvidenceItem['kind'];
const item = (id: string, kind: Kind, required: boolean, anyOf?: string): EvidenceItem => ({
  ...{ id, text: id, kind, required },
  ...(anyOf !== undefined && { anyOf }),
});

/** What the levels of indicator 12 ask for in these tests. */
const asked: Readonly<Record<number, readonly EvidenceItem[]>> = {
  1: [item('floor', 'draft', true)],
  2: [item('plan', 'plan', true), item('survey', 'survey', false)],
  3: [item('index', 'audit-report', true, 'x'), item('certificate', 'certificate', false, 'x')],
  4: [
    item('audit', 'audit-report', false, 'y'),
    item('late', 'audit-report', true),
    item('sworn', 'survey', true),
  ],
};

/** The assessor's word is the only one here that speaks against a document. */
const refusing = evidenceRules.filter(({ code }) => code === 'evidence-refused');

async function needsOf(one: ContextCase) {
  const context = await makeContext({ answers: [{ indicator: '12', level: '3' }], ...one });
  const usual = context.criteria.byIndicator.get('12');
  if (!usual) throw new Error('No criteria of 12');
  const levels = usual.levels.flatMap((step) => {
    const evidence = asked[step.level];
    return evidence ? [{ ...step, evidence: [...evidence] }] : [];
  });
  const criteria = { ...context.criteria, byIndicator: new Map([['12', { ...usual, levels }]]) };
  const review = reviewEvidence({ ...context, criteria }, usualSettings, refusing);
  const [first, ...others] = listNeeds(context.assessment, criteria, review);
  expect(others).toEqual([]);
  if (!first) throw new Error('No needs');
  return first;
}

const inShort = async (one: ContextCase) => {
  const found = await needsOf(one);
  return {
    items: found.items.map(({ level, item, need, state }) => `${level} ${item.id} ${need} ${state}`),
    open: openItems(found).map(({ item }) => item.id),
  };
};

describe('what a claimed level asks for', () => {
  test('are the items above the floor up to the claim, all missing without documents', async () => {
    expect(await inShort({ documents: [] })).toEqual({
      items: [
        '2 plan required missing',
        '2 survey optional missing',
        '3 index alternative missing',
        '3 certificate alternative missing',
      ],
      open: ['plan', 'index', 'certificate'],
    });
  });

  test('of the claimed level too', async () => {
    const { items } = await inShort({
      answers: [{ indicator: '12', level: '4' }],
      documents: [],
    });
    expect(items.slice(-3)).toEqual([
      '4 audit optional missing',
      '4 late required missing',
      '4 sworn required missing',
    ]);
  });

  test('a document of the right kind is there, and one of several is enough', async () => {
    const documents = [{ kind: 'Rencana' }, { kind: 'Sertifikat' }];
    expect(await inShort({ documents })).toEqual({
      items: [
        '2 plan required present',
        '2 survey optional missing',
        '3 index alternative missing',
        '3 certificate alternative present',
      ],
      open: [],
    });
  });

  test('each required item is asked for, though another of the same level is there', async () => {
    const { open } = await inShort({
      answers: [{ indicator: '12', level: '4' }],
      documents: [{ kind: 'Laporan audit', level: '4' }],
    });
    expect(open).toEqual(['plan', 'sworn']);
  });

  test('a document for a lower level proves no higher one', async () => {
    const documents = [{ kind: 'Sertifikat', level: '2' }];
    expect((await inShort({ documents })).open).toEqual(['plan', 'index', 'certificate']);
  });

  test('a document without a level is for the claimed one', async () => {
    const { items } = await inShort({ documents: [{ kind: 'Sertifikat', level: '' }] });
    expect(items.at(-1)).toBe('3 certificate alternative present');
  });

  test('one whose kind is not said, or that is refused, is doubtful', async () => {
    const unsaid = await inShort({ documents: [{ kind: '' }] });
    expect(unsaid.items[0]).toBe('2 plan required doubtful');
    expect(unsaid.open).toEqual(['plan', 'index', 'certificate']);
    const refused = await inShort({ documents: [{ kind: 'Rencana', verdict: 'Ditolak' }] });
    expect(refused.items[0]).toBe('2 plan required doubtful');
  });

  test('the checklist’s own word stands above documents', async () => {
    const { items, open } = await inShort({ documents: [{ kind: 'Rencana' }], checklist: { plan: 'Belum' } });
    expect(items[0]).toBe('2 plan required lacking');
    expect(open[0]).toBe('plan');
    expect((await inShort({ documents: [{ kind: 'Rencana' }], checklist: { plan: 'Ya' } })).items[0]).toBe(
      '2 plan required present',
    );
  });

  test('comes with the OPD, the documents of its own indicator and the points at stake', async () => {
    const found = await needsOf({ documents: [{ indicator: '12' }, { indicator: '11' }] });
    expect(found).toMatchObject({ indicator: '12', opd: 'diskominfo', claimed: 3, proven: 2 });
    expect(found.documents.map(({ evidence }) => evidence.indicator)).toEqual(['12']);
    expect(found.items[0]?.documents).toEqual(found.documents);
    expect(found.items[1]?.documents).toEqual([]);
    // One level of an indicator that weighs 2.5 of 100.
    expect(found.stake.toFraction()).toBe('1/40');
  });
});
