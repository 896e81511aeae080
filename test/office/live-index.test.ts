import { beforeAll, describe, expect, it } from 'vitest';
import { score } from '../../src/assessment/score.ts';
import type { WorkbookSpec } from '../../src/workbook/contents.ts';
import { readWorkbook } from '../../src/workbook/read.ts';
import { writeWorkbook } from '../../src/workbook/write.ts';
import { opened } from '../workbook/opened.ts';
import { type Dashboard, expectDashboard, figure, labels, text } from './dashboard-figures.ts';
import {
  edgeFillings,
  type Filling,
  isLevel,
  officialFillings,
  randomFillings,
  tieFillings,
  wholeFillings,
} from './fillings.ts';
import { fillLive } from './live-session.ts';
import { type Blank, makeBlank } from './parts.ts';
import { allIds, instrument, instruments, levelsOf, sizes, specOf } from './sample.ts';

/*
 * The index on Dasbor, computed by a real spreadsheet program, against the exact score. Every stored result is spoiled first,
 * so that a right figure can come only from computing it; one LibreOffice computes all of them.
 */

const others = instruments.filter(({ id }) => id !== instrument.id);
const wholeOf = (id: string) => {
  const other = others.find((one) => one.id === id) ?? instrument;
  const ids = other.indicators.map((one) => one.id);
  return specOf(other, ids, { year: 2026, name: id });
};
const [pack2018, pack2026] = [wholeOf('permenpanrb-5-2018'), wholeOf('permenpanrb-8-2026')];
const scattered = specOf(
  instrument,
  allIds.filter((_, index) => index % 4 === 1),
  { name: 'Setiap indikator keempat' },
);

const random: Record<string, readonly Filling[]> = {
  'a whole region': wholeFillings(560),
  'one OPD with many indicators': randomFillings(sizes.diskominfo, 120, 2025),
  'one OPD with three indicators': randomFillings(sizes.three, 50, 2026),
  'one OPD with indicators of many aspects': randomFillings(scattered, 70, 2027),
  'a region by 5/2018': randomFillings(pack2018, 100, 31),
  'a region by 8/2026, with decimals': randomFillings(pack2026, 100, 32),
};
const chosen: Record<string, readonly Filling[]> = {
  'published results': officialFillings(),
  'the edges of predicates': edgeFillings(),
  'ties between two hundredths': [...tieFillings(pack2018, 12), ...tieFillings(pack2026, 12)],
  'a level with more decimals than the scale has': [
    {
      label: '4,125',
      spec: pack2026,
      typed: new Map(pack2026.indicators.map((id) => [id, 4.125])),
    },
  ],
};
const groups = { ...random, ...chosen };

interface Made {
  readonly blank: Blank;
  /** Cell of Tingkat by indicator. */
  readonly addresses: ReadonlyMap<string, string>;
}

const made = new Map<WorkbookSpec, Made>();
const computed = new Map<Filling, Dashboard>();
beforeAll(async () => {
  const bySpec = new Map<WorkbookSpec, Filling[]>();
  for (const filling of Object.values(groups).flat()) {
    bySpec.set(filling.spec, [...(bySpec.get(filling.spec) ?? []), filling]);
  }
  for (const spec of bySpec.keys()) made.set(spec, await make(spec));
  const jobs = [...bySpec].map(([spec, fillings]) => ({
    bytes: madeOf(spec).blank.fill(new Map()),
    fillings: fillings.map(cellsOf),
  }));
  const results = await fillLive(jobs);
  for (const [at, fillings] of [...bySpec.values()].entries()) {
    for (const [index, filling] of fillings.entries()) {
      computed.set(filling, { rows: results[at]?.[index] ?? [] });
    }
  }
}, 600_000);

it('is tried with a thousand random fillings, partly blank ones among them', () => {
  const all = Object.values(random).flat();
  expect(all).toHaveLength(1000);
  expect(
    new Set(all.map(({ typed, spec }) => JSON.stringify([spec.opd.name, ...typed]))).size,
  ).toBeGreaterThan(950);
  expect(all.filter(({ typed, spec }) => typed.size < spec.indicators.length).length).toBeGreaterThan(400);
  for (const fillings of Object.values(groups)) expect(fillings).not.toEqual([]);
});

describe.each(Object.entries(groups))('Dasbor of %s', (_, fillings) => {
  it('shows the exact index, domains, aspects, predicate and counts', () => {
    for (const filling of fillings) expectDashboard(dashboardOf(filling), filling);
  });
});

describe.each(Object.entries(groups))('spbe score of %s', (_, fillings) => {
  it('reads the same levels and says the same', { timeout: 120_000 }, () => {
    const plain = fillings.filter(({ spec, typed }) => [...typed.values()].every(isLevel(spec.instrument)));
    // Reading takes as long as computing: of many fillings every third is enough here, since all were held against the score.
    for (const [index, filling] of plain.entries()) {
      if (plain.length > 60 && index % 3 > 0) continue;
      const { spec, label } = filling;
      const bytes = madeOf(spec).blank.fill(cellsOf(filling));
      const { submission } = readWorkbook(opened(bytes), 'a.xlsx');
      const levels = levelsOf(submission, spec.instrument);
      expect([label, ...levels]).toEqual([label, ...filling.typed]);
      if (spec.indicators.length < spec.instrument.indicators.length) continue;
      const { shown, band } = score(spec.instrument, levels, spec.year);
      const dashboard = dashboardOf(filling);
      expect([label, figure(dashboard, labels.index), text(dashboard, labels.index, 3)]).toEqual([
        ...[label, Number(shown), band.name],
      ]);
    }
  });
});

async function make(spec: WorkbookSpec): Promise<Made> {
  const bytes = await writeWorkbook(spec);
  const rows = readWorkbook(opened(bytes), '').submission?.answers ?? [];
  const addresses = rows.map((row) => [row.indicator.text, row.level.at.address ?? ''] as const);
  return { blank: makeBlank(bytes), addresses: new Map(addresses) };
}

function madeOf(spec: WorkbookSpec): Made {
  const found = made.get(spec);
  if (!found) throw new Error('Not made');
  return found;
}

function cellsOf({ spec, typed }: Filling): ReadonlyMap<string, number | string> {
  const { addresses } = madeOf(spec);
  return new Map([...typed].map(([id, value]) => [addresses.get(id) ?? '', value]));
}

function dashboardOf(filling: Filling): Dashboard {
  const found = computed.get(filling);
  if (!found || found.rows.length === 0) throw new Error(`Not computed: ${filling.label}`);
  return found;
}
