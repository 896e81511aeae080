import { findProject } from '../project/find.ts';

interface Choice {
  readonly value: string;
  readonly label: string;
}

const help: Choice = { value: '--help', label: 'Lihat semua perintah' };

const atStart: readonly Choice[] = [
  { value: 'init', label: 'Mulai proyek baru di folder ini' },
  { value: 'doctor', label: 'Periksa apakah komputer ini siap' },
  help,
];

const inProject: readonly Choice[] = [
  { value: 'status', label: 'Kemajuan per OPD' },
  { value: 'check', label: 'Periksa semua kertas kerja' },
  { value: 'score', label: 'Hitung indeks' },
  { value: 'report --audience pimpinan', label: 'Ringkasan satu halaman untuk pimpinan' },
  help,
];

/**
 * What to do where `spbe` was called without a command, as a double click on Windows does: asked, so that the window stays
 * until somebody has answered.
 * @returns the words of the command; null if the user wants none
 */
export async function chooseCommand(folder: string): Promise<string[] | null> {
  const { select, isCancel, intro } = await import('@clack/prompts');
  const project = await findProject(folder, '.');
  intro(project ? `spbe · ${project.region} ${project.year}` : 'spbe · penilaian mandiri SPBE, luring');
  const answer = await select({
    message: 'Apa yang ingin dikerjakan? (↑ ↓ memilih, Enter menjalankan)',
    showInstructions: false,
    options: [...(project ? inProject : atStart)],
  });
  return isCancel(answer) ? null : answer.split(' ');
}

/** Keeps a window open that would close with the program. */
export async function waitForEnter(): Promise<void> {
  const { createInterface } = await import('node:readline/promises');
  const line = createInterface({ input: process.stdin, output: process.stdout });
  await line.question('\nTekan Enter untuk menutup.');
  line.close();
}
