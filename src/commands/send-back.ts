import type { Command } from 'commander';
import { clean } from '../reporters/clean.ts';
import { dateOption } from './date-option.ts';
import type { SetExitCode } from './finish.ts';
import { mapOption } from './map-option.ts';
import { print } from './print.ts';

interface Options {
  readonly output: string;
  readonly force?: boolean;
  readonly instrument?: string;
  readonly map?: string;
  /** ISO day. */
  readonly date?: string;
}

export function addSendBack(program: Command, setExitCode: SetExitCode): void {
  program
    .command('send-back')
    .usage('[jalur...] [pilihan]')
    .argument('[jalur...]', 'kertas kerja, folder, atau csv')
    .summary('lembar perbaikan dan surat untuk setiap OPD')
    .description(
      'Siapkan kiriman balik untuk setiap OPD yang kertas kerjanya bermasalah: lembar perbaikan, surat pengantar (txt), dan daftarnya (csv).\nBatas waktu diambil dari "closing" di spbe.yaml. Jalur: kertas kerja atau folder; tanpa jalur, proyek di folder ini.',
    )
    .option('-o, --output <folder>', 'folder kiriman (bawaan: kirim-balik)', 'kirim-balik')
    .option('--force', 'pindahkan isi folder yang lama')
    .option(
      '--instrument <id>',
      'instrumen untuk csv (bawaan: milik proyek di sini, atau permenpanrb-59-2020)',
    )
    .addOption(mapOption())
    .addOption(dateOption())
    .action(async (paths: string[], options: Options) => {
      const { reviewWithProgress } = await import('./review-with-progress.ts');
      const { sendBack } = await import('./send-back-files.ts');
      const { assessment, project } = await reviewWithProgress(paths, options, false);
      const { output: folder, force = false } = options;
      const closing = project?.closing ?? null;
      const lines = await sendBack(assessment, { folder, force, closing }, process.cwd());
      await print(lines.map((line) => `${clean(line)}\n`).join(''));
      setExitCode(0);
    });
}
