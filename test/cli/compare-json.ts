import type { CompareDocument } from '../../src/contract/compare.ts';
import { spbe } from './spbe.ts';

/** What `spbe compare --format json` says. */
export async function compare(args: readonly string[], cwd?: string): Promise<CompareDocument> {
  const { stdout } = await spbe(['compare', ...args, '--format', 'json'], cwd === undefined ? {} : { cwd });
  return JSON.parse(stdout);
}
