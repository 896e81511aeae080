import { Option } from 'commander';
import { type Problem, type Severity, severities, UserError } from '../problem.ts';
import type { Format as TextFormat } from '../reporters/index.ts';
import type { Report } from '../reporters/report.ts';
import { redacted } from './redaction.ts';

/** Options of every command that reports. */
export interface ReportOptions {
  readonly format: Format;
  readonly output?: string;
  readonly failOn: Severity | 'never';
}

type Format = TextFormat | 'xlsx';

const textFormats = [
  'table',
  'json',
  'ndjson',
  'csv',
  'csv-excel',
  'md',
] as const satisfies readonly Format[];
const formats = [...textFormats, 'xlsx'] as const satisfies readonly Format[];

export function formatOption(): Option {
  return new Option('-f, --format <bentuk>', 'bentuk keluaran').choices(formats).default('table', 'table');
}

/** For a command whose report only goes to the screen: Excel cannot be read there. */
export function screenFormatOption(): Option {
  return formatOption().choices(textFormats);
}

export function outputOption(): Option {
  return new Option('-o, --output <berkas>', 'tulis ke berkas, bukan ke layar');
}

export function failOnOption(): Option {
  return new Option('--fail-on <jenis>', 'kode keluar 1 bila ada masalah sejenis ini atau lebih berat')
    .choices([...severities, 'never'])
    .default('error', 'error');
}

/** What a command leaves behind: 0 done, 1 done with problems, 2 could not be done (set by cli.ts alone), 130 ended by Ctrl-C. */
export type ExitCode = 0 | 1 | 2 | 130;
export type SetExitCode = (code: ExitCode) => void;

/** Writes the report where the user wants it and says whether its problems are grave enough for exit code 1. */
export async function finish(
  found: Report,
  problems: readonly Problem[],
  { format, output, failOn }: ReportOptions,
): Promise<ExitCode> {
  const report = await redacted(found);
  if (format === 'xlsx') await writeXlsx(report, output);
  else await writeText(report, format, output);
  return codeFor(problems, failOn);
}

/** 1 if one of the problems is as grave as that, or graver. */
export function codeFor(
  problems: readonly Pick<Problem, 'severity'>[],
  failOn: ReportOptions['failOn'],
): ExitCode {
  return failOn !== 'never' && problems.some(({ severity }) => weight(severity) <= weight(failOn)) ? 1 : 0;
}

async function writeXlsx(report: Report, output: string | undefined): Promise<void> {
  if (output === undefined || output === '-') {
    throw new UserError('Bentuk xlsx perlu nama berkas. Tambahkan -o, misalnya -o laporan.xlsx.');
  }
  const { toSheets } = await import('../reporters/sheets.ts');
  const { writeSheets } = await import('../workbook/write-sheets.ts');
  const title = report.blocks.find((block) => block.kind === 'title')?.text ?? 'spbe';
  await writeOutput(output, await writeSheets(title, toSheets(report)));
}

async function writeText(report: Report, format: TextFormat, output: string | undefined): Promise<void> {
  const { render } = await import('../reporters/index.ts');
  const width = process.stdout.columns || Number(process.env['COLUMNS']) || 100;
  const toScreen = output === undefined || output === '-';
  const colour = toScreen && wantsColour();
  const text = render(report, format, { width, colour });
  if (toScreen) process.stdout.write(text);
  else await writeOutput(output, text);
}

/** Whole or not at all: a temporary file beside the old one, then a rename. */
export async function writeOutput(path: string, content: string | Uint8Array): Promise<void> {
  const { default: writeFileAtomic } = await import('write-file-atomic');
  try {
    await writeFileAtomic(path, typeof content === 'string' ? content : Buffer.from(content));
  } catch (cause) {
    throw cannotWrite(path, cause);
  }
}

/** The system's refusal in words that say what to do. */
export function cannotWrite(path: string, cause: unknown): UserError {
  const { code } = cause as NodeJS.ErrnoException;
  const reasons: Record<string, string> = {
    ENOENT: 'foldernya tidak ada. Buat foldernya dulu',
    ENOTDIR: 'foldernya tidak ada. Buat foldernya dulu',
    ENAMETOOLONG: 'namanya terlalu panjang. Pendekkan',
    EISDIR: 'itu nama folder. Beri nama berkas',
    ENOSPC: 'tempat di diska habis. Kosongkan sebagian',
    EROFS: 'diska hanya dapat dibaca. Pilih tempat lain',
    EACCES: 'tidak ada izin menulis, atau berkas sedang terbuka. Tutup dulu di Excel',
    EPERM: 'tidak ada izin menulis, atau berkas sedang terbuka. Tutup dulu di Excel',
    EBUSY: 'berkas sedang terbuka. Tutup dulu di Excel',
  };
  return new UserError(`"${path}" tidak dapat ditulis – ${reasons[String(code)] ?? String(cause)}.`, {
    cause,
  });
}

function weight(severity: Severity): number {
  return severities.indexOf(severity);
}

/** NO_COLOR and FORCE_COLOR as everywhere; else colour on a terminal only. */
function wantsColour(): boolean {
  if (process.env['NO_COLOR']) return false;
  const forced = process.env['FORCE_COLOR'];
  return forced !== undefined ? forced !== '0' : process.stdout.isTTY === true;
}
