import type { Instrument } from '../instrument/instrument.ts';

/** What to do about a text that names no indicator: the end of a message. */
export function suggestIndicator(text: string, { indicators }: Instrument): string {
  if (/^\d[\d-]*\s?(?:[,;&/]|dan\b|s\.?\/?d\b\.?)\s?\d/i.test(text)) {
    return 'tulis satu baris untuk satu indikator';
  }
  const sought = text.trim().toLowerCase();
  const byName = indicators.find(
    ({ name, shortName }) =>
      text !== '' && (name.toLowerCase() === sought || shortName.toLowerCase() === sought),
  );
  if (byName) return `maksud Anda nomor ${byName.id}?`;
  return `isi nomor indikator ${indicators[0]?.id} sampai ${indicators.at(-1)?.id}`;
}
