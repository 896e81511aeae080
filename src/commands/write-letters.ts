import { mkdir } from 'node:fs/promises';
import { join, resolve } from 'node:path';
import type { ReportDocument } from '../contract/report.ts';
import { UserError } from '../problem.ts';
import { forOpd } from '../reporters/full-report/narrow.ts';
import { cannotWrite, writeOutput } from './finish.ts';
import { freeName } from './free-name.ts';
import { makeRoom } from './make-room.ts';
import { remark } from './noise.ts';

export interface LetterOptions {
  readonly folder: string;
  /** Moves an older folder of that name away. */
  readonly force: boolean;
  /** Only the note to this OPD. */
  readonly opd?: string | undefined;
}

interface Letter {
  readonly name: string;
  readonly write: () => Promise<Uint8Array>;
}

/**
 * Writes the letters that go with a self-assessment as Word documents: minutes and consent, to be signed by the region,
 * and a note to each OPD.
 * @throws UserError if the levels are not the region's own, or the folder holds files already and `force` is not set
 */
export async function writeLetters(document: ReportDocument, options: LetterOptions): Promise<void> {
  const { folder, force, opd } = options;
  if (document.stage !== 'self') {
    throw new UserError(
      'Surat penilaian mandiri hanya dibuat dari isian sendiri. Pakai --letters tanpa --stage.',
    );
  }
  const letters = [
    ...(opd === undefined ? await regionLetters(document) : []),
    ...(await memos(document, opd)),
  ];
  const target = resolve(folder);
  await makeRoom(target, { folder, force, option: '--letters' });
  await mkdir(target, { recursive: true }).catch((cause: unknown) => {
    throw cannotWrite(folder, cause);
  });
  for (const { name, write } of letters) await writeOutput(join(target, name), await write());
  await remark(`${letters.length} surat ditulis ke ${folder}.`);
}

async function regionLetters(document: ReportDocument): Promise<Letter[]> {
  const { minutesDocx } = await import('../word/letters/minutes-docx.ts');
  const { consentDocx } = await import('../word/letters/consent-docx.ts');
  return [
    { name: 'berita-acara.docx', write: () => minutesDocx(document) },
    { name: 'persetujuan-publikasi.docx', write: () => consentDocx(document) },
  ];
}

async function memos(document: ReportDocument, only: string | undefined): Promise<Letter[]> {
  const { memoDocx } = await import('../word/letters/memo-docx.ts');
  const taken = new Set<string>();
  return document.opd
    .map(({ code }) => code)
    .filter((code) => only === undefined || code === only)
    .flatMap((code) => {
      const own = forOpd(document, code);
      const name = freeName('nota-dinas-%.docx', code, taken);
      return own === null ? [] : [{ name, write: () => memoDocx(own) }];
    });
}
