import { type ReportDocument, reportDocument } from '../src/contract/report.ts';
import { type RunOptions, spbe } from './cli/spbe.ts';

/** What `spbe report --format json` says, held against its contract. */
export async function reportOf(args: readonly string[], options: RunOptions = {}): Promise<ReportDocument> {
  const { stdout, stderr } = await spbe(
    ['report', ...args, '--date', '2026-11-22', '--format', 'json'],
    options,
  );
  if (stdout === '') throw new Error(stderr);
  return reportDocument.parse(JSON.parse(stdout));
}

export const bandarLampung = ['kota-bandar-lampung-2024/levels.csv', '--target', '3.5'] as const;
