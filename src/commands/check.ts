import type { Command } from 'commander';
import {
  failOnOption,
  finish,
  formatOption,
  outputOption,
  type ReportOptions,
  type SetExitCode,
} from './finish.ts';

interface Options extends ReportOptions {
  readonly instrument?: string;
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
    .addOption(formatOption())
    .addOption(outputOption())
    .addOption(failOnOption())
    .action(async (paths: string[], options: Options) => {
      const { readWithProgress } = await import('./read-with-progress.ts');
      const { reportCheck } = await import('../reporters/check.ts');
      const { assessment } = await readWithProgress(paths, options.instrument, false);
      setExitCode(await finish(reportCheck(assessment), assessment.problems, options));
    });
}
