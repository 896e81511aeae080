import type { Command } from 'commander';
import { UserError } from '../problem.ts';
import type { SeenFiles } from './seen-files.ts';

export interface RecordOptions {
  readonly record?: boolean;
  readonly note?: string;
}

/** Adds `--record` and `--note` to a command that computes an index. */
export function recordable(command: Command): Command {
  return command
    .option('--record', 'catat hasil ini di folder riwayat/ proyek, untuk history, diff dan verify')
    .option('--note <teks>', 'keterangan pada catatan itu, misalnya "sebelum rapat tim"');
}

/**
 * What keeps the fingerprints of the files, if the result is to be recorded.
 * @throws UserError if a note is given for a record that nobody asked for
 */
export async function watchIfRecorded({ record, note }: RecordOptions): Promise<SeenFiles | null> {
  if (record) return (await import('./seen-files.ts')).watchFiles();
  if (note !== undefined) throw new UserError('--note hanya berlaku bersama --record. Tambahkan --record.');
  return null;
}
