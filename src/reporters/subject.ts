import type { Assessment } from '../assessment/merge.ts';
import type { Block } from './report.ts';

/** `Kota Bandar Lampung · 2024`; the file's name where no region is known. */
export function describeSubject({ region, year, files }: Assessment): string {
  return [region ?? files.join(', '), year].filter((part) => part !== null && part !== '').join(' · ');
}

/** What the files say of themselves, for instance that their levels are an illustration; stands under the title. */
export function fileNotes({ notes }: Assessment): Block[] {
  return notes.map((note) => ({ kind: 'paragraph', text: `Catatan berkas: ${note}`, tone: 'caution' }));
}

/** Fields that open every json document. */
export function openDocument({ instrument, region, year, notes }: Assessment) {
  return { schemaVersion: 1 as const, instrument: instrument.id, region, year, notes: [...notes] };
}
