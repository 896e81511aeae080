import { Fraction } from 'fraction.js';
import { describe, expect, test } from 'vitest';
import type { GapResult, Robustness } from '../../src/plan/gap-result.ts';
import { answerBlocks, describeTargets } from '../../src/reporters/gap-answer.ts';
import { toGapDocument } from '../../src/reporters/gap-document.ts';
import { opdTable } from '../../src/reporters/gap-tables.ts';
import { gapTo, shown, smallAssessment } from './small-assessment.ts';

const region = smallAssessment({ levels: ['2', '2', '2', '2'] });
const [domain] = region.instrument.groups;
if (!domain) throw new Error('no domain');
const { gap } = await gapTo(region, '2.5');

/** The lines below the headline. */
async function answerTo(more: Partial<GapResult>): Promise<string> {
  const text = shown(answerBlocks(region, await gapTo(region, '2.5', {}, more)));
  return text.slice(text.indexOf('╯') + 2);
}

describe('targets in words', () => {
  test('several are listed, two are joined', async () => {
    const groups = [{ group: domain, index: new Fraction(3), label: 'Domain 3,00' }];
    const both = await gapTo(region, '2.5', {}, { groups });
    expect(describeTargets(both)).toBe('2,50 dan Domain 3,00');
    expect(describeTargets({ ...both, floor: 2 })).toBe('2,50, Domain 3,00, setiap indikator minimal 2');
  });
});

describe('a plan that is not proven to be the best', () => {
  const unproven = (value: number, bound: number | null) =>
    answerTo({
      gap: {
        ...gap,
        optimal: false,
        value: new Fraction(value),
        bound: bound === null ? null : new Fraction(bound),
      },
    });

  test('says how far from the best it is at most', async () => {
    expect(await unproven(2, 1)).toMatchInlineSnapshot(`
      "Belum terbukti paling sedikit; perlakukan sebagai usulan. Batas yang terbukti: 1 langkah; selisih
      dengan rencana ini 1 langkah. 2 indikator dinaikkan.
      Pembanding, menaikkan yang terendah lebih dulu: 2 langkah."
    `);
  });

  test('says nothing of a bound that is not known, or is the plan itself', async () => {
    const plain = 'Belum terbukti paling sedikit; perlakukan sebagai usulan. 2 indikator dinaikkan.';
    expect((await unproven(2, null)).split('\n')[0]).toBe(plain);
    expect((await unproven(2, 2)).split('\n')[0]).toBe(plain);
  });

  test.each([
    ['index', -2.5, -2.75, 'Batas yang terbukti: 2,7500 poin; selisih dengan rencana ini 0,2500 poin.'],
    ['cost', 5e6, 4e6, 'Batas yang terbukti: Rp4.000.000; selisih dengan rencana ini Rp1.000.000.'],
    ['time', 5, 3.5, 'Batas yang terbukti: 3,5 bulan; selisih dengan rencana ini 1,5 bulan.'],
  ] as const)('counts %s in its own unit', async (aim, value, bound, expected) => {
    const measured = { ...gap, optimal: false, value: new Fraction(value), bound: new Fraction(bound) };
    expect((await answerTo({ aim, gap: measured })).replaceAll('\n', ' ')).toContain(expected);
  });
});

describe('the chance that the target holds', () => {
  const found = (more: Partial<Robustness>): Robustness => ({
    risk: new Fraction('0.1'),
    chance: new Fraction('0.81'),
    confidence: null,
    margin: new Fraction(0),
    plainSteps: 2,
    isMet: true,
    ...more,
  });
  const last = async (more: Partial<Robustness>) => {
    const blocks = answerBlocks(region, await gapTo(region, '2.5', {}, { robustness: found(more) }));
    return blocks.at(-1);
  };

  test('is a caution below one half', async () => {
    expect(await last({})).toMatchObject({
      tone: 'plain',
      text: 'Bila setiap langkah dapat gagal dengan peluang 10 %, target bertahan dengan peluang 81 %.',
    });
    expect(await last({ chance: new Fraction('0.4999') })).toMatchObject({ tone: 'caution' });
  });

  test('stands in the json as numbers', async () => {
    const told = async (more: Partial<Robustness>) =>
      toGapDocument(region, await gapTo(region, '2.5', {}, { robustness: found(more) })).robustness;
    expect(await told({})).toEqual({
      ...{ risk: 0.1, chance: 0.81, confidence: null, marginExact: '0', isMet: true },
    });
    expect(await told({ confidence: new Fraction('0.9'), margin: new Fraction('0.05') })).toMatchObject({
      ...{ confidence: 0.9, marginExact: '0.05' },
    });
  });

  test('that was asked for says what it takes', async () => {
    const confidence = new Fraction('0.8');
    const told = async (more: Partial<Robustness>) => {
      const block = await last({ confidence, ...more });
      return block?.kind === 'paragraph' ? block.text : '';
    };
    expect(await told({})).toMatch(/81 %\. Tanpa langkah tambahan\.$/);
    expect(await told({ plainSteps: 1, margin: new Fraction('0.25') })).toMatch(
      /81 %\. Untuk itu 1 langkah lebih banyak, cadangan 0,2500 poin\.$/,
    );
    expect(await told({ isMet: false, chance: new Fraction('0.00001'), risk: new Fraction('0.9999') })).toBe(
      'Peluang 80 % tidak dapat dicapai dengan rencana mana pun dalam batas ini. Bila setiap langkah dapat gagal dengan peluang lebih dari 99,9 %, target bertahan dengan peluang kurang dari 0,1 %. Turunkan --confidence, target, atau risiko langkahnya.',
    );
  });
});

describe('the other official target', () => {
  const told = async (level: number, target: string) => {
    const floor = { level, exempt: new Set<string>() };
    const alone = (await gapTo(region, null, { floor })).gap;
    const both = (await gapTo(region, target, { floor })).gap;
    const result = await gapTo(region, target, {}, { secondFloor: { level, alone, both } });
    const [block] = answerBlocks(region, result).slice(-1);
    return block?.kind === 'paragraph' ? block.text : '';
  };

  test('alone, and together with the index where that takes more', async () => {
    const name = 'Target resmi yang lain, setiap indikator minimal';
    expect(await told(2, '2.5')).toBe(`${name} 2: sudah terpenuhi.`);
    expect(await told(3, '2.5')).toBe(`${name} 3: 4 langkah, indeks menjadi 3,00 (Sangat Baik).`);
    expect(await told(3, '3.5')).toBe(
      `${name} 3: 4 langkah, indeks menjadi 3,00 (Sangat Baik). Keduanya sekaligus: 6 langkah, indeks 3,50.`,
    );
  });

  test('that the limits do not allow', async () => {
    const floor = { level: 3, exempt: new Set<string>() };
    const limits = [{ kind: 'frozen' as const, indicators: new Set(['i1']) }];
    const none = (await gapTo(region, null, { floor, limits, explain: false })).gap;
    const text = await answerTo({ secondFloor: { level: 3, alone: none, both: none } });
    expect(text).toContain('minimal 3: tidak dapat dipenuhi dalam batas ini.');
  });
});

test('raising the lowest first is compared only where it takes more', async () => {
  expect(await answerTo({})).toContain('Pembanding, menaikkan yang terendah lebih dulu: 2 langkah.');
  const uneven = smallAssessment({ levels: ['1', '3'], parts: [1, 9] });
  const text = shown(answerBlocks(uneven, await gapTo(uneven, '3.6')));
  expect(text).toContain('menaikkan yang terendah lebih dulu: 4 langkah, 3 lebih banyak.');
});

test('steps that nobody was given stand apart from those of an OPD', async () => {
  const opdOf = new Map([
    ['i1', 'diskominfo'],
    ['i2', 'dinas-lain'],
  ]);
  const some = await gapTo(region, '2.75', { opdOf });
  expect(shown(opdTable(region, some.gap))).toMatchInlineSnapshot(`
    "Artinya per OPD
    OPD            Langkah  Tambahan  Indikator
    Dinas Kominfo        1   +0,2500  i1
    dinas-lain           1   +0,2500  i2
    Belum ada OPD        1   +0,2500  i3"
  `);
});
