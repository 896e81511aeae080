import type { ConvertedValue } from '../assessment/convert-index.ts';
import type { ExplainDocument } from '../contract/explain.ts';
import type { ExternalIndex, Indicator, Instrument } from '../instrument/instrument.ts';
import { exactText, formatExact, formatNumber } from './number.ts';
import type { Block } from './report.ts';

type IndicatorDocument = Extract<ExplainDocument, { kind: 'indicator' }>;

/** The index of another agency that decides an indicator; null for most. */
export function externalOf({ externalIndices }: Instrument, { id }: Indicator): ExternalIndex | null {
  return externalIndices.find(({ indicator }) => indicator === id) ?? null;
}

/** How an index of another agency becomes the level of an indicator. */
export function describeExternalIndex({ name, owner, bands, note }: ExternalIndex): Block[] {
  return [
    { kind: 'section', text: 'Indeks dari lembaga lain' },
    { kind: 'paragraph', text: `Tingkat indikator ini mengikuti ${name} dari ${owner}.` },
    {
      kind: 'table',
      columns: [{ header: 'Nilai indeks' }, { header: 'Tingkat' }],
      rows: bands.map(({ from, to, levelFrom, levelTo }) => [
        { text: from === null ? `di bawah ${formatExact(to)}` : `${formatExact(from)}–${formatExact(to)}` },
        { text: `${formatExact(levelFrom)}–${formatExact(levelTo)}` },
      ]),
    },
    { kind: 'paragraph', text: note, tone: 'soft' },
  ];
}

/** What one value of that index makes of the indicator, in one line. */
export function describeConverted(
  { name, note }: ExternalIndex,
  { value, level }: ConvertedValue,
  { scale }: Instrument,
): Block[] {
  const reached =
    level.kind === 'level'
      ? formatNumber(level.level, scale.decimals)
      : `antara ${formatExact(level.from)} dan ${formatExact(level.to)}`;
  return [
    { kind: 'paragraph', text: `${name} ${formatExact(value)} menjadi tingkat ${reached}`, tone: 'strong' },
    { kind: 'paragraph', text: note, tone: 'soft' },
  ];
}

export function toExternalIndex(
  { name, owner, conversion, note, bands }: ExternalIndex,
  converted: ConvertedValue | null,
): IndicatorDocument['externalIndex'] {
  return {
    name,
    owner,
    conversion,
    note,
    bands: bands.map(({ from, to, levelFrom, levelTo }) => ({
      from: from && exactText(from),
      to: exactText(to),
      levelFrom: exactText(levelFrom),
      levelTo: exactText(levelTo),
    })),
    converted: converted && { value: exactText(converted.value), ...levelSpan(converted) },
  };
}

/** The level twice where it is known, else the lowest and the highest it may be. */
export function levelSpan({ level }: ConvertedValue): { levelFrom: string; levelTo: string } {
  if (level.kind === 'level') return { levelFrom: exactText(level.level), levelTo: exactText(level.level) };
  return { levelFrom: exactText(level.from), levelTo: exactText(level.to) };
}
