import { join } from 'node:path';
import { Fraction } from 'fraction.js';
import { describe, expect, test } from 'vitest';
import { makeRegion42 } from '../../fixtures/kabupaten-42/make.js';
import { makeProject } from '../../fixtures/kabupaten-bukti/make.js';
import { scoreDocument } from '../../src/contract/score.ts';
import { loadInstrument } from '../../src/instrument/load.ts';
import { fixtures, makeFolder, spbe } from '../cli/spbe.ts';
import { reportOf } from '../report-document.ts';

interface Input {
  readonly cwd: string;
  readonly paths: readonly string[];
  readonly more?: readonly string[];
}

async function made(make: (folder: string) => Promise<void>): Promise<Input> {
  const cwd = join(await makeFolder(), 'proyek');
  await make(cwd);
  return { cwd, paths: [] };
}

const inputs: Readonly<Record<string, () => Promise<Input>>> = {
  'a csv': async () => ({ cwd: fixtures, paths: ['kota-bandar-lampung-2024/levels.csv'] }),
  'levels of 5/2018': async () => ({
    cwd: join(fixtures, 'kabupaten-mojokerto-2018'),
    paths: ['levels.csv'],
    more: ['--instrument', 'permenpanrb-5-2018'],
  }),
  'levels of 8/2026, with decimals': async () => {
    const { indicators } = await loadInstrument('permenpanrb-8-2026');
    const rows = indicators.map(({ id }, index) => `${id},${index % 7 === 0 ? '' : 1 + (index % 4)}`);
    const cwd = await makeFolder({ 'a.csv': ['indikator,tingkat', ...rows].join('\n') });
    return { cwd, paths: ['a.csv'], more: ['--instrument', 'permenpanrb-8-2026'] };
  },
  'kabupaten-42': () => made(makeRegion42),
  'kabupaten-bukti': async () => {
    const cwd = await makeFolder();
    await makeProject(cwd);
    return { cwd, paths: [] };
  },
};

describe.each(Object.entries(inputs))('spbe report --format json of %s', (_, makeInput) => {
  test('keeps the contract, says what spbe score says, and adds up', async () => {
    const { cwd, paths, more = [] } = await makeInput();
    const report = await reportOf([...paths, ...more, '--target', '4.5'], { cwd });
    const { stdout } = await spbe(['score', ...paths, ...more, '--date', '2026-11-22', '--format', 'json'], {
      cwd,
    });
    const score = scoreDocument.parse(JSON.parse(stdout));

    expect(report.score).toEqual(
      Object.fromEntries(Object.keys(report.score).map((key) => [key, score[key as 'index']])),
    );
    expect(report.groups.map(({ id, index }) => [id, index]).toSorted()).toEqual(
      score.groups.map(({ id, index }) => [id, index]).toSorted(),
    );
    expect(report.indicators.map(({ id, claimed, proven, at }) => ({ id, claimed, proven, at }))).toEqual(
      score.indicators.map(({ id, claimed, proven, at }) => ({ id, claimed, proven, at })),
    );
    expect(report.problems).toEqual(score.problems);

    const lost = sum(report.indicators.map(({ lostExact }) => lostExact));
    expect(lost.toFraction()).toBe(new Fraction(report.scale.max).sub(report.score.indexExact).toFraction());
    for (const group of report.groups) {
      const own = report.indicators.filter(
        (one) =>
          one.group === group.id || report.groups.find(({ id }) => id === one.group)?.parent === group.id,
      );
      expect(group.lost).toBeCloseTo(sum(own.map(({ lostExact }) => lostExact)).valueOf(), 4);
      expect(group.weak.every((id) => !group.strong.includes(id))).toBe(true);
    }
    const reached = sum([
      report.score.indexExact,
      ...(report.plan?.steps ?? []).map(({ gainExact }) => gainExact),
    ]);
    expect(report.plan?.reached.indexExact).toBe(reached.toString());
    expect(report.decisions.length).toBeLessThanOrEqual(3);
    expect(report.seal?.indexExact).toBe(report.score.indexExact);
    expect(report.sealShort).toMatch(/^[0-9a-f]{12}$/);

    const brief = await reportOf([...paths, ...more, '--target', '4.5', '--audience', 'pimpinan'], { cwd });
    expect(brief).toEqual({ ...report, audience: 'pimpinan' });
    const [opd] = report.opd;
    if (!opd) return;
    const own = await reportOf([...paths, ...more, '--target', '4.5', '--opd', opd.code], { cwd });
    expect(own).toMatchObject({
      ...{
        audience: 'opd',
        addressee: { code: opd.code, name: opd.name },
        seal: null,
        sealShort: report.sealShort,
      },
      opd: [opd],
    });
    expect(own.indicators.map(({ id }) => id)).toEqual(
      report.indicators.flatMap(({ id }) => (opd.indicators.some((one) => one.id === id) ? [id] : [])),
    );
  }, 240_000);
});

function sum(values: readonly string[]): Fraction {
  return values.reduce((total, value) => total.add(value), new Fraction(0));
}
