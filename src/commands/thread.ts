import { worker } from 'workerpool';
import { UserError } from '../problem.ts';
import type { Read } from '../workbook/read.ts';
import { type Found, readFile } from './read-file.ts';

/** `own-sheet`: a sheet of somebody's own making. `failed`: the main thread must see for itself, and say it. */
export type ThreadRead = Read | 'own-sheet' | 'failed';

async function read(file: Found, isMapped: boolean): Promise<ThreadRead> {
  try {
    const found = await readFile(file, { isMapped });
    return 'book' in found ? 'own-sheet' : found;
  } catch (error) {
    if (error instanceof UserError) return 'failed';
    throw error;
  }
}

/*
 * Runs in a thread of its own, one task at a time. What passes between the threads is plain data: no class, no function.
 */
worker({ read });
