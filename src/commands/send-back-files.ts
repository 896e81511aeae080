import { mkdir } from 'node:fs/promises';
import { basename, join, relative, resolve } from 'node:path';
import { groupBy } from '../assessment/group-by.ts';
import type { Assessment } from '../assessment/merge.ts';
import { regionalOpd } from '../assessment/regional.ts';
import type { Problem } from '../problem.ts';
import { type Cover, coverText } from '../reporters/cover-text.ts';
import { csv } from '../reporters/csv.ts';
import { countBySeverity } from '../reporters/problems.ts';
import { writeOutput } from './finish.ts';
import { freeName } from './free-name.ts';
import { makeRoom } from './make-room.ts';
import { type Marked, writeMarked } from './mark-files.ts';
import { isRedacting, redacted } from './redaction.ts';

const listName = 'daftar.csv';

export interface SendBackOptions {
  readonly folder: string;
  /** Moves an older folder of that name away. */
  readonly force: boolean;
  readonly closing: string | null;
}

/**
 * Puts together what goes back to the OPD: a marked copy of each faulty workbook, a cover text for each OPD, a list.
 * @returns lines that say what was written
 * @throws UserError if the folder holds files already and `force` is not set
 */
export async function sendBack(
  assessment: Assessment,
  { folder, force, closing }: SendBackOptions,
  cwd: string,
): Promise<string[]> {
  const faulty = assessment.problems.filter(
    ({ at, severity }) => severity !== 'info' && isOfOpd(assessment.opdOfFile.get(at.file)),
  );
  const byOpd = groupBy(faulty, ({ at }) => assessment.opdOfFile.get(at.file) ?? '');
  if (byOpd.size === 0) return ['Tidak ada kertas kerja yang perlu dikirim balik.'];
  const target = resolve(cwd, folder);
  await makeRoom(target, { folder, force, option: '--output' });
  const faultyFiles = new Set(faulty.map(({ at }) => at.file));
  // Notes are marked, too, in workbooks that go back anyway.
  const wanted = assessment.problems.filter(({ at }) => faultyFiles.has(at.file));
  // A copy holds all that its officers wrote: what must be shared without that goes without copies.
  const marked = isRedacting() ? null : await writeMarked(assessment.files, wanted, folder, cwd);
  const letters: Letter[] = [];
  const taken = new Set<string>([listName]);
  for (const [code, problems] of [...byOpd].sort(([a], [b]) => (a < b ? -1 : 1))) {
    const letter = await writeLetter(code, problems, marked, assessment, closing);
    const name = freeName('surat-%.txt', code, taken);
    await mkdir(target, { recursive: true });
    await writeOutput(join(target, name), letter.text);
    letters.push({ ...letter, name });
  }
  await writeOutput(join(target, listName), listLetters(await redacted(letters)));
  return [
    ...letters.map(
      ({ opd, counts, copies, name }) =>
        `${opd}: ${counts.error} kesalahan, ${counts.warning} peringatan – ${[...copies, name].join(', ')}`,
    ),
    `Semua di ${relative(cwd, target) || '.'}: ${letters.length} surat dan ${listName}.`,
  ];
}

/** A regional workbook belongs to the coordinator, who needs no letter. */
function isOfOpd(code: string | undefined): boolean {
  return code !== undefined && code !== regionalOpd.code;
}

interface Letter {
  readonly code: string;
  readonly opd: string;
  readonly copies: readonly string[];
  readonly counts: ReturnType<typeof countBySeverity>;
  readonly name: string;
}

async function writeLetter(
  code: string,
  problems: readonly Problem[],
  marked: readonly Marked[] | null,
  { region, year, opd }: Assessment,
  closing: string | null,
): Promise<Omit<Letter, 'name'> & { text: string }> {
  const files = new Set(problems.map(({ at }) => at.file));
  const copies = (marked ?? []).flatMap(({ file, copy }) =>
    files.has(file) && copy !== null ? [basename(copy)] : [],
  );
  const cover: Cover = {
    opd: opd.get(code) ?? code,
    region,
    year,
    problems,
    copies: marked && copies,
    closing,
  };
  return {
    code,
    opd: cover.opd,
    copies,
    counts: countBySeverity(problems),
    text: coverText(await redacted(cover)),
  };
}

function listLetters(letters: readonly Letter[]): string {
  const columns = ['opd', 'nama', 'kesalahan', 'peringatan', 'lembar_perbaikan', 'surat'];
  const rows = letters.map(({ code, opd, counts, copies, name }) => [
    code,
    opd,
    counts.error,
    counts.warning,
    copies.join('; '),
    name,
  ]);
  return csv({ document: null, blocks: [], records: { columns, rows } }, { width: 80, colour: false });
}
