import fc from 'fast-check';
import { Fraction } from 'fraction.js';
import { describe, expect, it } from 'vitest';
import type { Evidence } from '../../src/assessment/answers.ts';
import { evidenceRules } from '../../src/assessment/evidence-rules/index.ts';
import type { EvidenceContext, ListedDocument } from '../../src/assessment/evidence-rules/rule.ts';
import type { FileFacts, Located } from '../../src/assessment/facts.ts';
import { claimedLevels } from '../../src/assessment/merge.ts';
import { parseDate } from '../../src/assessment/parse-date.ts';
import { provenLevels } from '../../src/assessment/proven.ts';
import { type Review, reviewEvidence } from '../../src/assessment/review.ts';
import type { RuleSettings, Waiver } from '../../src/assessment/rule-settings.ts';
import { score } from '../../src/assessment/score.ts';
import { documentKindWords } from '../../src/instrument/document-kinds.ts';
import { type Severity, severities } from '../../src/problem.ts';
import { arbitraryDate, arbitraryLevel, type Pack, packs } from './arbitrary-proof.ts';
import { makeContext, makeFacts } from './make-context.ts';

/** What a region lists, and what it says about the rules. */
interface Case {
  readonly context: EvidenceContext;
  readonly settings: RuleSettings;
}

const contexts = await Promise.all(
  packs.map(async (pack) => {
    const indicators = pack.instrument.indicators.slice(0, 3).map(({ id }) => id);
    const answers = indicators.map((indicator, position) => ({
      indicator,
      level: String(3 + (position % 3)),
    }));
    const lying = [{ path: 'bukti/diskominfo/sisa.pdf', size: 10 }];
    return {
      pack,
      indicators,
      context: await makeContext({ instrument: pack.instrument.id, answers, lying }),
    };
  }),
);

describe.each(contexts)('$pack.instrument.id', ({ pack, indicators, context: base }) => {
  const { instrument } = pack;
  const document = arbitraryListed(pack, indicators);
  const cases: fc.Arbitrary<Case> = fc.record({
    context: fc.array(document, { maxLength: 15 }).map((documents) => ({ ...base, documents })),
    settings: arbitrarySettings(indicators),
  });

  it('loses by reason exactly what lies between claim and proof', () => {
    check(cases, ({ context, settings }) => {
      const review = reviewEvidence(context, settings);
      const lost = review.losses.reduce((sum, { points }) => sum.add(points), new Fraction(0));
      const claimed = score(instrument, claimedLevels(context.assessment.answers)).index;
      expect(lost.toFraction()).toBe(claimed.sub(indexOf(review)).toFraction());
    });
  });

  it('is never lowered by one more document, nor raised by one less', () => {
    check(fc.tuple(cases, document), ([{ context, settings }, one]) => {
      const fewer = indexOf(reviewEvidence(context, settings));
      const more = reviewEvidence({ ...context, documents: [...context.documents, one] }, settings);
      expect(fewer.compare(indexOf(more))).toBeLessThanOrEqual(0);
    });
  });

  it('does not depend on the order of the documents', () => {
    const shuffled = cases.chain((one) =>
      fc.tuple(
        fc.constant(one),
        fc.shuffledSubarray([...one.context.documents], { minLength: one.context.documents.length }),
      ),
    );
    check(shuffled, ([{ context, settings }, documents]) => {
      const review = reviewEvidence(context, settings);
      const other = reviewEvidence({ ...context, documents }, settings);
      expect(other.proven).toEqual(review.proven);
      expect(other.losses).toEqual(review.losses);
    });
  });

  it('counts a document unless it says why not, and says so by an error that no waiver lets pass', () => {
    check(cases, ({ context, settings }) => {
      const reasons = new Set(
        evidenceRules.flatMap(({ code, reason }) => (reason ? [code] : [])) as string[],
      );
      for (const { refusedFor, problems } of reviewEvidence(context, settings).documents) {
        const against = problems.filter(({ code, severity }) => severity === 'error' && reasons.has(code));
        expect(refusedFor !== null).toBe(against.length > 0);
        expect(against.every(({ waiver }) => waiver === undefined)).toBe(true);
      }
    });
  });

  it('is not lowered by switching every rule off', () => {
    const codes = [...evidenceRules.map(({ code }) => code), 'level-unproven'];
    const off = new Map(codes.map((code) => [code, 'off' as const]));
    check(cases, ({ context, settings }) => {
      const strict = indexOf(reviewEvidence(context, settings));
      const lax = reviewEvidence(context, { severities: off, waivers: [] });
      expect(lax.problems).toEqual([]);
      expect(strict.compare(indexOf(lax))).toBeLessThanOrEqual(0);
    });
  });

  function indexOf({ proven }: Review): Fraction {
    return score(instrument, provenLevels(proven)).index;
  }
});

function check<T>(values: fc.Arbitrary<T>, hold: (value: T) => void): void {
  fc.assert(fc.property(values, hold), { numRuns: 200 });
}

function arbitraryListed(pack: Pack, indicators: readonly string[]): fc.Arbitrary<ListedDocument> {
  return fc.record({ evidence: arbitraryEvidence(pack, indicators), located: arbitraryLocated() });
}

function arbitraryEvidence({ instrument }: Pack, indicators: readonly string[]): fc.Arbitrary<Evidence> {
  const said = fc.record({
    indicator: fc.constantFrom(...indicators),
    opd: fc.constantFrom('diskominfo', null),
    level: fc.option(arbitraryLevel(instrument)),
    title: fc.constantFrom('Peraturan Bupati tentang SPBE', 'Draft Perbup', 'SK Tim Asesor', ''),
    number: fc.constantFrom('', '12 Tahun 2024'),
    date: arbitraryDate().map((date) => date ?? ''),
    location: fc.constantFrom('12.a.pdf', '12.a final.pdf', 'https://contoh.go.id/a.pdf', ''),
    page: fc.constantFrom('', '3'),
    kind: fc.constantFrom(...documentKindWords, ''),
    signed: fc.constantFrom(true, false, null),
    verdict: fc.constantFrom('', '', 'Diterima', 'Perbaiki', 'Ditolak', 'mungkin'),
    remark: fc.constant(''),
  });
  return fc.record({ said, row: fc.nat({ max: 50 }) }).map(({ said, row }) => {
    const at = { file: 'a.xlsx', sheet: 'Bukti', address: `D${row + 6}` };
    const cells = { level: at, kind: at, number: at, date: at, location: at, signed: at, verdict: at };
    return { ...said, dated: parseDate(said.date), at, cells };
  });
}

function arbitraryLocated(): fc.Arbitrary<Located> {
  const facts: fc.Arbitrary<FileFacts> = fc
    .record({
      sha256: fc.constantFrom('a', 'b', 'c').map((letter) => letter.repeat(64)),
      path: fc.constantFrom('bukti/diskominfo/12.a.pdf', 'bukti/diskominfo/12.b.pdf'),
      type: fc.constantFrom('pdf' as const, 'image' as const, 'docx' as const, 'unknown' as const),
      state: fc.constantFrom('good' as const, 'good' as const, 'encrypted' as const, 'damaged' as const),
      hasText: fc.constantFrom(true, false, null),
      changedSinceAccepted: fc.boolean(),
    })
    .map(makeFacts);
  return fc.oneof(
    {
      weight: 4,
      arbitrary: facts.map((found): Located => ({ kind: 'file', facts: found, foundBy: 'path' })),
    },
    fc.constantFrom<Located>(
      { kind: 'unexamined' },
      { kind: 'unnamed' },
      { kind: 'missing', nearest: null },
      { kind: 'outside' },
      { kind: 'link', url: 'https://contoh.go.id/a.pdf', form: 'good' },
    ),
  );
}

function arbitrarySettings(indicators: readonly string[]): fc.Arbitrary<RuleSettings> {
  const codes = evidenceRules.map(({ code }) => code);
  const waiver: fc.Arbitrary<Waiver> = fc.record({
    code: fc.constantFrom(...codes),
    indicator: fc.option(fc.constantFrom(...indicators)),
    opd: fc.constantFrom('diskominfo', null),
    document: fc.constantFrom('12.a.pdf', null),
    reason: fc.constant('Disepakati'),
    by: fc.constant('Sekda'),
    until: fc.constantFrom('2025-01-01', '2026-12-31'),
    at: fc.constant({ file: 'spbe.yaml' }),
  });
  return fc.record({
    severities: fc
      .array(fc.tuple(fc.constantFrom(...codes), fc.constantFrom<Severity | 'off'>(...severities, 'off')), {
        maxLength: 4,
      })
      .map((set) => new Map<string, Severity | 'off'>(set)),
    waivers: fc.array(waiver, { maxLength: 4 }),
  });
}
