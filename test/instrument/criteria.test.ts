import { describe, expect, it } from 'vitest';
import type { IndicatorCriteria, LevelCriteria } from '../../src/instrument/criteria-schema.ts';
import { listInstruments, loadInstrument } from '../../src/instrument/load.ts';
import { loadCriteria } from '../../src/instrument/load-criteria.ts';

/** Cells, and cells with a criterion, of each pack; 8/2026's own words are not known to any source. */
const coverage: Record<string, { cells: number; criteria: number; withEvidence: number }> = {
  'permenpanrb-5-2018': { cells: 222, criteria: 222, withEvidence: 185 },
  'permenpanrb-59-2020': { cells: 235, criteria: 235, withEvidence: 235 },
  'permenpanrb-8-2026': { cells: 100, criteria: 0, withEvidence: 99 },
};

async function load(id: string): Promise<IndicatorCriteria[]> {
  const { byIndicator } = await loadCriteria(await loadInstrument(id));
  return [...byIndicator.values()];
}

function cellsOf(indicators: readonly IndicatorCriteria[]): { id: string; cell: LevelCriteria }[] {
  return indicators.flatMap(({ id, levels }) => levels.map((cell) => ({ id: `${id}-L${cell.level}`, cell })));
}

/** Texts that say the same of several services on purpose: the sector services, and 35 in 5/2018. */
const twins = /^(35-[123]|4[567])-L/;

describe.each(Object.entries(coverage))('%s', (id, expected) => {
  it('covers every cell', async () => {
    const cells = cellsOf(await load(id));
    expect({
      cells: cells.length,
      criteria: cells.filter(({ cell }) => cell.criterion !== null).length,
      withEvidence: cells.filter(({ cell }) => cell.evidence.length > 0).length,
    }).toEqual(expected);
  });

  it('has no cell that is a copy of another', async () => {
    const seen = new Map<string, string>();
    const copies: string[] = [];
    for (const { id: place, cell } of cellsOf(await load(id))) {
      for (const text of [cell.criterion, cell.fulfilment]) {
        if (text === null || twins.test(place)) continue;
        const first = seen.get(text);
        if (first !== undefined) copies.push(`${place} = ${first}`);
        seen.set(text, place);
      }
    }
    expect(copies).toEqual([]);
  });

  it('is written for one reading: short sentences, no empty item, no doubled item', async () => {
    const faults: string[] = [];
    for (const { id: place, cell } of cellsOf(await load(id))) {
      const texts = cell.evidence.map(({ text }) => text);
      if (new Set(texts).size !== texts.length) faults.push(`${place}: doubled item`);
      for (const text of [cell.criterion, cell.fulfilment, ...texts]) {
        if (text?.split(/[.;:]\s/).some((sentence) => sentence.split(' ').length > 45)) {
          faults.push(`${place}: ${text}`);
        }
      }
    }
    expect(faults).toEqual([]);
  });
});

it('is held for every instrument that comes with the tool', async () => {
  expect(await listInstruments()).toEqual(Object.keys(coverage).sort());
});

describe('permenpanrb-59-2020', () => {
  it('keeps the shifted ladder of indicator 3 as printed', async () => {
    const indicator = (await load('permenpanrb-59-2020')).find(({ id }) => id === '3');
    expect(indicator?.levels.map(({ requires }) => requires)).toEqual([
      [],
      [],
      [],
      [{ indicator: '3', level: 2 }],
      [{ indicator: '3', level: 4 }],
    ]);
  });

  it('otherwise requires the level below, but for level 2 of 1–12 and 22 that names none', async () => {
    const odd: string[] = [];
    for (const { id, levels } of await load('permenpanrb-59-2020')) {
      if (id === '3') continue;
      const named = Number(id) <= 12 || id === '22' ? 3 : 2;
      for (const { level, requires } of levels) {
        const expected = level < named ? [] : [{ indicator: id, level: level - 1 }];
        if (JSON.stringify(requires) !== JSON.stringify(expected)) odd.push(`${id}-L${level}`);
      }
    }
    expect(odd).toEqual([]);
  });

  it('asks for a review younger than two years at level 4 wherever there is one', async () => {
    const reviewed = (await load('permenpanrb-59-2020')).filter(({ levels }) =>
      levels[3]?.evidence.some(({ kind, maxAgeYears }) => kind === 'review-report' && maxAgeYears === 2),
    );
    expect(reviewed.length).toBeGreaterThanOrEqual(28);
  });

  it('gives every step above the lowest level an assumed duration', async () => {
    const { about, byIndicator } = await loadCriteria(await loadInstrument('permenpanrb-59-2020'));
    for (const { id, pattern } of byIndicator.values()) {
      const steps = about.assumptions.patterns.find((one) => one.id === pattern)?.steps;
      expect(
        steps?.map(({ level }) => level),
        id,
      ).toEqual([2, 3, 4, 5]);
    }
  });
});
