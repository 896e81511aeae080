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

interface Options extends ReportOptions {
  readonly instrument?: string;
  readonly map?: string;
}

export function addScore(program: Command, setExitCode: SetExitCode): void {
  program
    .command('score')
    .usage('[jalur...] [pilihan]')
    .summary('hitung indeks dari kertas kerja atau csv')
    .description(
      'Hitung indeks, predikat, domain, aspek dan indikator yang paling menahan.\nJalur: kertas kerja, folder, atau csv "indikator,tingkat"; tanpa jalur, proyek di folder ini.',
    )
    .argument('[jalur...]', 'kertas kerja, folder, atau csv')
    .option('--instrument <id>', 'instrumen untuk csv (bawaan: permenpanrb-59-2020)')
    .addOption(mapOption())
    .addOption(formatOption())
    .addOption(outputOption())
    .addOption(failOnOption())
    .action(async (paths: string[], options: Options) => {
      const { readWithProgress } = await import('./read-with-progress.ts');
      const { score } = await import('../assessment/score.ts');
      const { claimedLevels } = await import('../assessment/merge.ts');
      const { reportScore } = await import('../reporters/score.ts');
      const { assessment } = await readWithProgress(paths, options.instrument, true, options.map);
      const { instrument, answers, year } = assessment;
      const result = score(instrument, claimedLevels(answers), year ?? undefined);
      setExitCode(await finish(reportScore(assessment, result), assessment.problems, options));
    });
}
