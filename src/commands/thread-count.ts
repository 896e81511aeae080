import { availableParallelism } from 'node:os';
import { UserError } from '../problem.ts';

/** Threads take longer to start than fewer workbooks take to be read: see docs/decisions.md. */
const worthwhile = 400;
/** Each takes some 40 MB. */
const mostThreads = 4;

/**
 * How many threads are to read so many workbooks; 1 = the main one alone. SPBE_THREADS says otherwise.
 * @throws UserError if SPBE_THREADS is no whole number from 1
 */
export function threadCount(workbooks: number): number {
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
