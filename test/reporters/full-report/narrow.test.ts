import fc from 'fast-check';
import { beforeAll, describe, expect, test } from 'vitest';
import { type ReportDocument, reportDocument } from '../../../src/contract/report.ts';
import { forLeaders, forOpd } from '../../../src/reporters/full-report/narrow.ts';
import { bandarLampung, reportOf } from '../../report-document.ts';

type Indicator = ReportDocument['indicators'][number];
type Office = ReportDocument['opd'][number];

const codes = ['kominfo', 'bappeda', 'inspektorat'] as const;
type Code = (typeof codes)[number];

let whole: ReportDocument;
beforeAll(async () => {
  whole = await reportOf(bandarLampung);
}, 60_000);

const fileOf = (code: string) => `kertas-kerja/${code}-RAHASIA.xlsx`;
const wordOf = (code: string) => `tulisan ${code}-RAHASIA`;

/** A region in which these OPD answer the indicators, the first of them as its lead; each leaves its words wherever it can. */
function regionOf(holders: readonly (readonly Code[])[]): ReportDocument {
  const held = (code: Code) => whole.indicators.filter((_, index) => holders[index]?.includes(code));
  const indicators = whole.indicators.map((one, index) => withAnswers(one, holders[index] ?? []));
  return {
    ...whole,
    indicators,
    opd: codes.map((code) => officeOf(code, held(code))),
    plan: whole.plan && {
      ...whole.plan,
      steps: whole.plan.steps.map((one) => ({ ...one, opd: holders[position(one.indicator)]?.[0] ?? null })),
      byOpd: codes.map((opd) => ({ opd, indicators: [], levelSteps: 1, gain: 0.1, gainExact: '0.1' })),
    },
    decisions: codes.map((opd) => ({ kind: 'raise', opd, indicators: [], points: 0.1, isUpTo: false })),
    problems: codes.flatMap((code) => problemsOf(code, held(code))),
    seal: whole.seal && {
      ...whole.seal,
      inputs: codes.map((code) => ({ path: fileOf(code), size: 1, sha256: 'a'.repeat(64) })),
    },
  };
}

const position = (id: string) => whole.indicators.findIndex((one) => one.id === id);

function withAnswers(one: Indicator, holders: readonly Code[]): Indicator {
  const [lead] = holders;
  if (lead === undefined) return one;
  const at = (code: Code) => ({ file: fileOf(code), sheet: 'Penilaian', address: 'F6' });
  return {
    ...one,
    opd: { code: lead, name: lead },
    at: at(lead),
    facts: wordOf(lead),
    analysis: wordOf(lead),
    settled: {
      ...{ basis: 'lead', lead, open: false, decision: null },
      answers: holders.map((code) => ({ opd: code, level: 2, at: at(code) })),
    },
    documents: holders.map((code) => ({
      ...{ title: wordOf(code), number: wordOf(code), date: wordOf(code), location: wordOf(code), level: 2 },
      ...{ status: 'doubtful', problems: [wordOf(code)], at: { ...at(code), sheet: 'Bukti' } },
    })),
  };
}

function officeOf(code: Code, held: readonly Indicator[]): Office {
  return {
    ...{ code, name: wordOf(code), present: true, assigned: held.length, filled: held.length, evidenced: 0 },
    ...{ assessed: 0, problems: { error: 0, warning: 0, info: 0 }, pointsToWin: 0, pointsToWinExact: '0' },
    indicators: held.map(({ id, name }) => ({
      ...{ id, name, level: 2, basis: 'lead', stated: 2, sharedBy: 1, pointsToWin: 0, pointsToWinExact: '0' },
      ...{ nextLevelPoints: 0, documents: 0, lacking: [], conflict: false },
    })),
  };
}

function problemsOf(code: Code, held: readonly Indicator[]): ReportDocument['problems'] {
  const base = { code: 'level-unproven', severity: 'warning', message: wordOf(code) } as const;
  const at = { file: fileOf(code), sheet: 'Bukti', address: 'D6' };
  return [
    { ...base, at, details: {} },
    { ...base, at, details: { indicator: held[0]?.id ?? '1' } },
    { ...base, at: { file: `bukti/${code}` }, details: { opd: code } },
  ];
}

const arbitraryRegion = fc
  .array(fc.shuffledSubarray([...codes], { minLength: 0 }), { minLength: 47, maxLength: 47 })
  .map((holders) => ({ holders }));

describe('the report of one OPD', () => {
  test('holds no word and no file of another, and keeps the contract', () => {
    fc.assert(
      fc.property(arbitraryRegion, fc.constantFrom(...codes), ({ holders }, code) => {
        const own = forOpd(regionOf(holders), code);
        const text = JSON.stringify(own);
        for (const other of codes) {
          if (other !== code) expect(text).not.toContain(`${other}-RAHASIA`);
        }
        expect(reportDocument.safeParse(own).error?.issues ?? []).toEqual([]);
      }),
      { numRuns: 40 },
    );
  });

  test('holds its own words, all of its indicators and no other', () => {
    fc.assert(
      fc.property(arbitraryRegion, fc.constantFrom(...codes), ({ holders }, code) => {
        const own = forOpd(regionOf(holders), code);
        const held = whole.indicators.filter((_, index) => holders[index]?.includes(code));
        expect(own?.indicators.map(({ id }) => id)).toEqual(held.map(({ id }) => id));
        for (const one of own?.indicators ?? []) {
          const isLead = holders[position(one.id)]?.[0] === code;
          expect(one.facts).toBe(isLead ? wordOf(code) : '');
          expect(one.at?.file).toBe(isLead ? fileOf(code) : undefined);
          expect(one.documents.map(({ title }) => title)).toEqual([wordOf(code)]);
        }
        const groups = new Set(own?.groups.map(({ id }) => id));
        for (const { group } of own?.indicators ?? []) expect(groups).toContain(group);
        expect(
          own?.plan?.steps.every(({ indicator }) => held.some(({ id }) => id === indicator)) ?? true,
        ).toBe(true);
        expect(own?.decisions.every(({ opd }) => opd === code)).toBe(true);
        // Its folder of evidence is its own even where no workbook of it is there.
        const expected = held.length > 0 ? 3 : 1;
        expect(own?.problems).toHaveLength(expected);
        expect(own?.counts).toEqual({ error: 0, warning: expected, info: 0 });
      }),
      { numRuns: 40 },
    );
  });

  test('keeps the index of the region, and of the seal the short form alone', () => {
    const region = regionOf(whole.indicators.map(() => [...codes]));
    const own = forOpd(region, 'kominfo');
    expect(own).toMatchObject({
      audience: 'opd',
      score: region.score,
      seal: null,
      sealShort: region.sealShort,
    });
    expect(own?.addressee).toEqual({ code: 'kominfo', name: wordOf('kominfo') });
  });

  test('an OPD that is not known has none', () => expect(forOpd(whole, 'lain')).toBeNull());
});

test('leaders see the same figures', () =>
  expect(forLeaders(whole)).toEqual({ ...whole, audience: 'pimpinan' }));
