import { describe, expect, it } from 'vitest';
import { diffTwo, listAll, showOne } from '../../src/commands/instruments-run.ts';
import { instrumentsDocument } from '../../src/contract/instruments.ts';
import { loadCrosswalks } from '../../src/instrument/crosswalk.ts';
import { listInstruments, loadInstrument } from '../../src/instrument/load.ts';
import { UserError } from '../../src/problem.ts';
import { type Format, render } from '../../src/reporters/index.ts';
import type { Report } from '../../src/reporters/report.ts';

const first = 'permenpanrb-5-2018';
const second = 'permenpanrb-59-2020';
const third = 'permenpanrb-8-2026';
const all = await listAll();

/** What a terminal of 80 columns shows. */
function show(report: Report, format: Format = 'table'): string {
  return render(report, format, { width: 80, colour: false });
}

/** The json document, held against the contract. */
function documentOf<Kind extends 'list' | 'show' | 'diff'>(report: Report, kind: Kind) {
  const document = instrumentsDocument.parse(JSON.parse(show(report, 'json')));
  if (document.kind !== kind) throw new Error(`A ${document.kind}, no ${kind}`);
  return document as Extract<typeof document, { kind: Kind }>;
}

/** The text without its line breaks, which depend on the width. */
function joined(text: string): string {
  return text.replace(/\s+/g, ' ');
}

describe('spbe instruments', () => {
  it('names every pack with its structure, status, sum and coverage', () => {
    const { instruments } = documentOf(all, 'list');
    const counts = instruments.map((one) => [
      ...[one.id, one.status, one.weightSum, one.domains, one.aspects, one.indicators],
      ...[one.cells, one.criteria, one.evidence],
    ]);
    expect(counts).toEqual([
      [first, 'secondary', '100', 3, 7, 37, 222, 222, 185],
      [second, 'primary', '100', 4, 8, 47, 235, 235, 235],
      [third, 'secondary', '100', 0, 7, 20, 100, 0, 99],
    ]);
  });

  it('shows the same in the table', () => {
    const [, ...rows] = show(all)
      .split('\n')
      .filter((line) => /^(Id|permenpanrb)/.test(line))
      .map((line) => line.split(/ {2,}/));
    expect(rows.map(([id]) => id)).toEqual([first, second, third]);
    expect(rows[1]).toEqual([
      ...[second, '2021–2025', 'resmi', '4/8/47', '100', '235 dari 235', '235 dari 235'],
    ]);
  });

  it('carries the caution of each pack that is not official', async () => {
    for (const id of [first, third]) {
      const { name, caution } = await loadInstrument(id);
      for (const format of ['table', 'md'] as const) {
        expect(joined(show(all, format))).toContain(`${name}: ${caution}`);
      }
    }
    expect(documentOf(all, 'list').instruments.map(({ caution }) => caution !== null)).toEqual([
      ...[true, false, true],
    ]);
  });

  it('adds up in the csv', () => {
    const lines = show(all, 'csv').trimEnd().split('\r\n');
    expect(lines.map((line) => line.split(',').at(-1))).toEqual(['jumlah_bobot', '100', '100', '100']);
  });
});

describe.each(await listInstruments())('spbe instruments show %s', async (id) => {
  const report = await showOne(id);
  const { indicators, groups, bands, sources, errata, caution } = await loadInstrument(id);

  it('fits into 80 columns', () => {
    const lines = show(report).split('\n');
    expect(lines.filter((line) => line.length > 80)).toEqual([]);
  });

  it('lists groups, indicators, bands, sources and errata', () => {
    const document = documentOf(report, 'show');
    expect(document.indicators.map((one) => one.id)).toEqual(indicators.map((one) => one.id));
    expect(document.groups.map((one) => one.id)).toEqual(groups.map((one) => one.id));
    expect(document.bands).toHaveLength(bands.length);
    expect(document.sources).toEqual(sources);
    expect(document.errata).toEqual(errata);
    const text = joined(show(report));
    for (const { text: erratum } of errata) expect(text).toContain(joined(erratum));
    for (const { title } of sources) expect(text).toContain(joined(title));
    for (const { shortName } of indicators) expect(text).toContain(shortName);
    expect(text.includes('Kekeliruan yang diketahui dalam naskah')).toBe(errata.length > 0);
  });

  it('carries its caution, or none', () => {
    for (const format of ['table', 'md'] as const) {
      expect(joined(show(report, format)).includes(`Perhatian: ${caution}`)).toBe(caution !== null);
    }
    expect(documentOf(report, 'show').instrument.caution).toBe(caution);
  });
});

it('spbe instruments show of 59/2020 lists what is wrong in the official texts', async () => {
  expect(documentOf(await showOne(second), 'show').errata.length).toBeGreaterThan(0);
});

it.each(['permenpanrb-1-1999', '../permenpanrb-59-2020', ''])('refuses to show %j', async (id) => {
  await expect(showOne(id)).rejects.toThrow(UserError);
});

describe.each([
  [second, first],
  [first, second],
  [second, third],
  [third, second],
])('spbe instruments diff %s %s', async (a, b) => {
  const report = await diffTwo(a, b);
  const document = documentOf(report, 'diff');
  const crosswalk = (await loadCrosswalks()).find(
    ({ from, to }) => [a, b].includes(from) && [a, b].includes(to),
  );

  it('puts each instrument on its own side', () => {
    expect([document.a.id, document.b.id]).toEqual([a, b]);
    const tops = (side: 'a' | 'b') => document.groups.flatMap((pair) => pair[side]?.id ?? []);
    expect(tops('a')).toHaveLength(document.a.domains + document.a.aspects);
    expect(tops('b')).toHaveLength(document.b.domains + document.b.aspects);
  });

  it('turns every link of the crosswalk the right way', () => {
    const expected = crosswalk?.links.map(({ from, to }) =>
      crosswalk.from === a ? `${from} ${to}` : `${to} ${from}`,
    );
    const found = document.links.map((link) => `${link.a} ${link.b}`);
    expect(found.toSorted()).toEqual(expected?.toSorted());
  });

  it('follows the order of the first', async () => {
    const order = (await loadInstrument(a)).indicators.map(({ id }) => id);
    const places = document.links.map((link) => (link.a === null ? order.length : order.indexOf(link.a)));
    expect(places).toEqual(places.toSorted((one, other) => one - other));
    expect([...new Set(places)].slice(0, order.length)).toEqual(order.map((_, index) => index));
  });

  it('names what only the second has', () => {
    const lone = document.links.filter((link) => link.a === null);
    const text = joined(show(report));
    expect(/Hanya di PermenPANRB [\d/]+: indikator /.test(text)).toBe(lone.length > 0);
    if (lone.length > 0) expect(text).toContain(`Hanya di ${document.b.name}`);
  });

  it('fits into 80 columns and carries the cautions', () => {
    const text = show(report);
    expect(text.split('\n').filter((line) => line.length > 80)).toEqual([]);
    for (const { caution } of [document.a, document.b]) {
      if (caution !== null) expect(joined(text)).toContain(`Perhatian: ${caution}`);
    }
  });
});

describe('spbe instruments diff', () => {
  it('knows that 12 of 59/2020 was 20 of 5/2018 and became 1 of 8/2026', async () => {
    const back = documentOf(await diffTwo(second, first), 'diff').links;
    expect(back.find((link) => link.a === '12')?.b).toBe('20');
    const ahead = documentOf(await diffTwo(second, third), 'diff').links;
    expect(ahead.find((link) => link.a === '12')?.b).toBe('1');
  });

  it('shows where the bands begin', async () => {
    const { bands } = documentOf(await diffTwo(second, third), 'diff');
    expect(bands.find(({ name }) => name === 'Baik')).toMatchObject({ a: '2.6' });
  });

  it.each([
    [first, third],
    [third, first],
    [second, second],
  ])('says that there is no crosswalk between %s and %s', async (a, b) => {
    const report = await diffTwo(a, b);
    expect(documentOf(report, 'diff').links).toEqual([]);
    expect(joined(show(report))).toContain('Belum ada tabel padanan indikator untuk kedua instrumen ini.');
  });

  it('refuses an unknown instrument on either side', async () => {
    await expect(diffTwo(second, 'permenpanrb-1-1999')).rejects.toThrow(UserError);
    await expect(diffTwo('permenpanrb-1-1999', second)).rejects.toThrow(UserError);
  });
});
