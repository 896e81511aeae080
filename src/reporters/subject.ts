import type { Assessment } from '../assessment/merge.ts';
import type { Instrument } from '../instrument/instrument.ts';
import type { Block } from './report.ts';

/** `Kota Bandar Lampung · 2024`; the file's name where no region is known. */
export function describeSubject({ region, year, files }: Assessment): string {
  return [region ?? files.join(', '), year].filter((part) => part !== null && part !== '').join(' · ');
}

const longestNote = 500;

/** What the files say of themselves, for instance that their levels are an illustration; stands under the title. */
export function fileNotes({ notes }: Pick<Assessment, 'notes'>): Block[] {
  return notes.map((note) => ({
    kind: 'paragraph',
    text: `Catatan berkas: ${note.length > longestNote ? `${note.slice(0, longestNote)}…` : note}`,
    tone: 'caution',
  }));
}

/** Fields that open every json document. */
export function openDocument({ instrument, region, year, notes }: Assessment) {
  const { id, caution } = instrument;
  return { schemaVersion: 1 as const, instrument: id, caution, region, year, notes: [...notes] };
}

/** One line that every report of an instrument without its official text must carry. */
export function cautionOf({ caution }: Pick<Instrument, 'caution'>): Block[] {
  return caution === null ? [] : [{ kind: 'paragraph', text: `Perhatian: ${caution}`, tone: 'caution' }];
}
