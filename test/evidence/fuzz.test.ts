import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import fc from 'fast-check';
import { expect, it, onTestFinished } from 'vitest';
import { openExaminer } from '../../src/evidence/examine.ts';
import { packedEntry, rawZip } from '../archive/raw-zip.ts';
import { makePdf } from './make-pdf.ts';
import { makeFolder } from './project-folder.ts';

/** Raised by hand now and then, to look for more. */
const runs = 60;

const docx = rawZip([
  packedEntry('[Content_Types].xml', '<Types/>'),
  packedEntry(
    '_rels/.rels',
    '<R><Relationship Id="a" Type="/officeDocument" Target="word/document.xml"/></R>',
  ),
  packedEntry('word/document.xml', '<d><p><t>Keputusan Nomor 1/A/2024</t></p></d>'),
]);

it('examines whatever bytes without an error, and the same bytes alike', async () => {
  const pdf = await makePdf({ title: 'Judul', pages: [['Nomor 12 Tahun 2023'], ['17 Agustus 2023']] });
  const file = join(makeFolder(), 'bukti/a.pdf');
  const examiner = openExaminer();
  onTestFinished(() => examiner.close());
  const change = fc.tuple(fc.double({ min: 0, max: 0.999, noNaN: true }), fc.integer({ min: 0, max: 255 }));
  await fc.assert(
    fc.asyncProperty(
      fc.constantFrom(pdf, docx),
      fc.array(change, { maxLength: 20 }),
      fc.double({ min: 0.1, max: 1, noNaN: true }),
      async (original, changes, share) => {
        const bytes = Buffer.from(original);
        for (const [at, byte] of changes) bytes[Math.floor(at * bytes.length)] = byte;
        writeFileSync(file, bytes.subarray(0, Math.ceil(share * bytes.length)));
        const { facts } = await examiner.examine(file);
        expect((await examiner.examine(file)).facts).toEqual(facts);
        expect(facts.excerpt.length).toBeLessThanOrEqual(1_500);
        expect(facts.state).not.toBe('unreadable');
      },
    ),
    { numRuns: runs },
  );
});
