import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { RegionResult } from '../src/assessment/region-result.ts';
import { score } from '../src/assessment/score.ts';
import { makeExchange } from '../src/commands/make-exchange.ts';
import { readExchange } from '../src/commands/read-exchange.ts';
import type { ExchangeFile } from '../src/contract/exchange.ts';
import { loadInstrument } from '../src/instrument/load.ts';
import type { Problem } from '../src/problem.ts';

const instrument = await loadInstrument('permenpanrb-59-2020');

/** A region at one level throughout, as `spbe compare --export` writes it. */
export function exchangeOf(region: string, level = 3): ExchangeFile {
  const levels = new Map(instrument.indicators.map(({ id }) => [id, level]));
  const result: RegionResult = {
    ...{ label: region, region, kind: 'kabupaten', year: 2024, stage: 'self', source: 'files' },
    score: score(instrument, levels),
  };
  return makeExchange(result, instrument, false);
}

/** One exchange file per code, or two, that yield this problem and no other. */
export const exchangeSamples = {
  'exchange-unusable': () => problemsOf({ 'kab-gresik.json': '{"indeks": 4.1' }),
  'exchange-instrument': () =>
    problemsOf({ 'kab-gresik.json': { ...exchangeOf('Kab. Gresik'), instrument: 'permenpanrb-8-2026' } }),
  'exchange-inconsistent': () =>
    problemsOf({ 'kab-gresik.json': { ...exchangeOf('Kab. Gresik'), index: 4.1, indexExact: '4.1' } }),
  'exchange-repeated': () =>
    problemsOf({
      'kab-gresik-baru.json': exchangeOf('Kabupaten Gresik', 4),
      'kab-gresik.json': exchangeOf('Kab. Gresik'),
    }),
};

async function problemsOf(files: Readonly<Record<string, string | ExchangeFile>>): Promise<Problem[]> {
  const cwd = await mkdtemp(join(tmpdir(), 'spbe-'));
  try {
    for (const [name, content] of Object.entries(files)) {
      await writeFile(join(cwd, name), typeof content === 'string' ? content : JSON.stringify(content));
    }
    return [...(await readExchange(Object.keys(files), instrument, [], cwd)).problems];
  } finally {
    await rm(cwd, { recursive: true });
  }
}
