import type { RegionResult } from '../assessment/region-result.ts';
import { type ExchangeFile, exchangeFile, exchangeRegion } from '../contract/exchange.ts';
import type { Instrument } from '../instrument/instrument.ts';
import { UserError } from '../problem.ts';
import { exactText, roundedNumber } from '../reporters/number.ts';

/**
 * What a region gives to others: levels and sums. Nothing else that stands in its workbooks.
 * @param isAnonymous leaves out the name
 * @throws UserError if the name of the region holds what a name does not: figures, a path, an address
 */
export function makeExchange(
  { region, kind, year, stage, score }: RegionResult,
  instrument: Instrument,
  isAnonymous: boolean,
): ExchangeFile {
  const name = isAnonymous ? null : region;
  if (name !== null && !exchangeRegion.safeParse(name).success) {
    throw new UserError(
      `Nama daerah "${name.slice(0, 60)}" memuat angka atau tanda yang bukan bagian nama. Perbaiki nama daerahnya, atau tambahkan --anonymous.`,
    );
  }
  const { decimals } = instrument.rounding;
  const result = (index: RegionResult['score']['index']) => ({
    index: roundedNumber(index, decimals),
    indexExact: exactText(index),
  });
  return exchangeFile.parse({
    schemaVersion: 1,
    content: 'spbe-exchange',
    instrument: instrument.id,
    region: name,
    kind,
    // A workbook may claim any year; the file holds none that no assessment can be of.
    year: year !== null && year >= 2018 && year <= 2100 ? year : null,
    stage,
    ...result(score.index),
    groups: score.groups.map(({ group, index }) => ({ id: group.id, ...result(index) })),
    indicators: score.indicators.map(({ id, level }) => ({ id, level })),
  });
}
