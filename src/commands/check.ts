import type { Command } from 'commander';
import {
  failOnOption,
  finish,
  formatOption,
  outputOption,
  type ReportOptions,
  type SetExitCode,
} from './finish.ts';
import { mapOption } from './map-option.ts';

const markFolder = 'lembar-perbaikan';

interface Options extends ReportOptions {
  readonly instrument?: string;
  readonly map?: string;
  /** Folder for marked copies; true = the usual one. */
  readonly mark?: string | true;
  readonly strict?: boolean;
}

export function addCheck(program: Command, setExitCode: SetExitCode): void {
  program
    .command('check')
    .usage('[jalur...] [pilihan]')
    .summary('periksa kertas kerja: semua masalah sekaligus')
    .description(
      'Periksa semua berkas sekaligus; tiap masalah disebut berkas, lembar, sel, alasan dan perbaikannya.\nJalur: kertas kerja, folder, atau csv; tanpa jalur, proyek di folder ini.',
    )
    .argument('[jalur...]', 'kertas kerja, folder, atau csv')
    .option('--instrument <id>', 'instrumen untuk csv (bawaan: permenpanrb-59-2020)')
    .addOption(mapOption())
    .option(
      '--mark [folder]',
      `tulis lembar perbaikan: salinan berkas dengan sel bermasalah ditandai (bawaan: ${markFolder})`,
    )
    .option('--strict', 'peringatan pun dianggap kesalahan (sama dengan --fail-on warning)')
    .addOption(formatOption())
    .addOption(outputOption())
    .addOption(failOnOption())
    .action(async (paths: string[], options: Options) => {
      const { readWithProgress } = await import('./read-with-progress.ts');
      const { reportCheck } = await import('../reporters/check.ts');
      const { assessment } = await readWithProgress(paths, options.instrument, false, options.map);
      const failOn = options.strict ? 'warning' : options.failOn;
      const code = await finish(reportCheck(assessment), assessment.problems, { ...options, failOn });
      if (options.mark !== undefined) {
        const { markFiles } = await import('./mark-files.ts');
        const { clean } = await import('../reporters/clean.ts');
        const folder = options.mark === true ? markFolder : options.mark;
        const lines = await markFiles(assessment.problems, folder, process.cwd());
        process.stderr.write(lines.map((line) => `${clean(line)}\n`).join(''));
      }
      setExitCode(code);
    });
}
