import { mkdir } from 'node:fs/promises';
import { join } from 'node:path';
import type { ReportDocument } from '../contract/report.ts';
import { type Problem, UserError } from '../problem.ts';
import { forLeaders, forOpd } from '../reporters/full-report/narrow.ts';
import { cannotWrite, codeFor, type ExitCode, finish, writeOutput } from './finish.ts';
import { freeName } from './free-name.ts';
import { remark } from './noise.ts';
import { startProgress } from './progress.ts';
import type { ReportCommandOptions } from './report.ts';

type Options = Pick<ReportCommandOptions, 'format' | 'audience' | 'opd' | 'output' | 'failOn'>;
type Format = Options['format'];

type Render = (document: ReportDocument) => Promise<string | Uint8Array>;

/** Formats that are made whole, as a file; the others are blocks as in every command. */
const fileFormats = {
  xlsx: async (document) => (await import('../workbook/write-report.ts')).writeReport(document),
  html: async (document) => (await import('../reporters/full-report/html/page.ts')).renderHtml(document),
  docx: async (document) => (await import('../word/report/report-docx.ts')).reportDocx(document),
} as const satisfies Partial<Record<Format, Render>>;

function isMadeWhole(format: Format): format is keyof typeof fileFormats {
  return format in fileFormats;
}

/**
 * Writes the report that was asked for; a folder of them, one an OPD, where it is for all OPD.
 * @throws UserError if the OPD is not known, or a file needs a name
 */
export async function deliverReport(document: ReportDocument, options: Options): Promise<ExitCode> {
  const { audience, opd, output, format, failOn } = options;
  if (opd === undefined && audience === 'opd') await deliverToAll(document, format, output);
  else await deliverOne(narrow(document, options), format, output);
  return codeFor(document.problems as Problem[], failOn);
}

function narrow(document: ReportDocument, { opd, audience }: Options): ReportDocument {
  if (opd !== undefined) return requireOpd(document, opd);
  return audience === 'pimpinan' ? forLeaders(document) : document;
}

async function deliverOne(
  document: ReportDocument,
  format: Format,
  output: string | undefined,
): Promise<void> {
  if (!isMadeWhole(format)) {
    const { reportInBlocks } = await import('../reporters/full-report/blocks.ts');
    const where = output === undefined ? {} : { output };
    await finish(reportInBlocks(document), [], { format, failOn: 'never', ...where });
    return;
  }
  if (output === undefined || output === '-') {
    throw new UserError(`Bentuk ${format} perlu nama berkas. Tambahkan -o, misalnya -o laporan.${format}.`);
  }
  await writeOutput(output, await fileFormats[format](document));
}

async function deliverToAll(
  document: ReportDocument,
  format: Format,
  folder: string | undefined,
): Promise<void> {
  if (format === 'table' || folder === undefined || folder === '-') {
    throw new UserError(
      'Laporan untuk semua OPD ditulis ke sebuah folder. Tambahkan -f md dan -o nama-folder, atau pilih satu dengan --opd.',
    );
  }
  await mkdir(folder, { recursive: true }).catch((cause: unknown) => {
    throw cannotWrite(folder, cause);
  });
  const progress = await startProgress('Menulis');
  const taken = new Set<string>();
  try {
    for (const [index, { code }] of document.opd.entries()) {
      const file = join(folder, freeName(`laporan-%.${format}`, code, taken));
      progress.onFile(file, index + 1, document.opd.length);
      await deliverOne(requireOpd(document, code), format, file);
    }
  } finally {
    progress.stop();
  }
  await remark(`${document.opd.length} laporan OPD ditulis ke ${folder}.`);
}

function requireOpd(document: ReportDocument, code: string): ReportDocument {
  const found = forOpd(document, code);
  if (found) return found;
  const codes = document.opd.map((one) => one.code).toSorted();
  throw new UserError(`OPD "${code}" tidak dikenal. Yang ada: ${codes.join(', ') || '(tidak ada)'}.`);
}
