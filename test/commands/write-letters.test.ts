import { readdir } from 'node:fs/promises';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { writeLetters } from '../../src/commands/write-letters.ts';
import { makeFolder } from '../cli/spbe.ts';
import { fullDocument } from '../reporters/full-report/report-documents.ts';

test('letters are of the self-assessment only, and nothing is written otherwise', async () => {
  const folder = await makeFolder();
  const document = { ...(await fullDocument()), stage: 'assessor' } as const;
  const written = writeLetters(document, { folder: join(folder, 'surat'), force: false });
  await expect(written).rejects.toThrow('Surat penilaian mandiri hanya dibuat dari isian sendiri.');
  expect(await readdir(folder)).toEqual([]);
});
