import type { Assessment } from '../assessment/merge.ts';

/** `Kota Bandar Lampung · 2024`; the file's name where no region is known. */
export function describeSubject({ region, year, files }: Assessment): string {
  return [region ?? files.join(', '), year].filter((part) => part !== null && part !== '').join(' · ');
}

/** Fields that open every json document. */
export function openDocument({ instrument, region, year }: Assessment) {
  return { schemaVersion: 1, instrument: instrument.id, region, year } as const;
}
