import { worker } from 'workerpool';
import { UserError } from '../problem.ts';
import type { Read } from '../workbook/read.ts';
import type { Found } from './read-file.ts';
import type { Alone, AloneOptions } from './score-alone.ts';

/** `own-sheet`: a sheet of somebody's own making, which the main thread reads. */
async function read(file: Found, isMapped: boolean): Promise<Read | 'own-sheet' | 'failed'> {
  const { readFile } = await import('./read-file.ts');
  try {
    const found = await readFile(file, { isMapped });
    return 'book' in found ? 'own-sheet' : found;
  } catch (error) {
    if (error instanceof UserError) return 'failed';
    throw error;
  }
}

async function scoreAlone(path: string, options: AloneOptions): Promise<Alone> {
  const alone = await import('./score-alone.ts');
  return alone.scoreAlone(path, options);
}

const tasks = { read, scoreAlone };
export type Tasks = typeof tasks;

/*
 * Runs in a thread of its own, one task at a time, and loads only what the task needs. What passes between the threads is plain
 * data: no class, no function.
 */
worker(tasks);
