import type { Command } from 'commander';
import { finish, type SetExitCode } from './finish.ts';
import { type InputCommandOptions, takesInputs } from './takes-inputs.ts';

export function addScore(program: Command, setExitCode: SetExitCode): void {
  takesInputs(program.command('score'))
    .summary('hitung indeks dari kertas kerja atau csv')
    .description(
      'Hitung indeks, predikat, domain, aspek dan indikator yang paling menahan.\nJalur: kertas kerja, folder, atau csv "indikator,tingkat"; tanpa jalur, proyek di folder ini.',
    )
    .action(async (paths: string[], options: InputCommandOptions) => {
      const { reviewWithProgress } = await import('./review-with-progress.ts');
      const { reportScore } = await import('../reporters/score.ts');
      const { assessment, evaluation } = await reviewWithProgress(paths, options, true);
      setExitCode(await finish(reportScore(assessment, evaluation), assessment.problems, options));
    });
}
