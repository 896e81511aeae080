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
