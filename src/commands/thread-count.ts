import { availableParallelism } from 'node:os';
import { UserError } from '../problem.ts';

/** Each takes some 40 MB. */
const mostThreads = 4;

/**
 * How many threads are to work on so many workbooks; 1 = the main one alone. SPBE_THREADS says otherwise.
 * @param worthwhile from how many on threads gain more than it takes to start them
 * @throws UserError if SPBE_THREADS is no whole number from 1
 */
export function threadCount(workbooks: number, worthwhile: number): number {
  const wanted = process.env['SPBE_THREADS'];
  if (wanted === undefined || wanted === '') {
    return workbooks < worthwhile ? 1 : Math.min(availableParallelism(), mostThreads);
  }
  if (!/^[1-9]\d?$/.test(wanted)) {
    throw new UserError(
      `SPBE_THREADS bukan jumlah utas – tertulis "${wanted}" – isi angka 1 sampai 99, atau hapus variabel itu.`,
    );
  }
  return Math.max(1, Math.min(Number(wanted), workbooks));
}
