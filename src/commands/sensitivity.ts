import type { Command } from 'commander';
import { finish, type SetExitCode } from './finish.ts';
import { type InputCommandOptions, takesInputs } from './takes-inputs.ts';

export function addSensitivity(program: Command, setExitCode: SetExitCode): void {
  takesInputs(program.command('sensitivity'))
    .summary('nilai satu langkah pada setiap indikator')
    .description(
      'Nilai satu langkah pada setiap indikator, indikator penentu predikat, dan jarak ke batas predikat.\nJalur: kertas kerja, folder, atau csv; tanpa jalur, proyek di folder ini.',
    )
    .action(async (paths: string[], options: InputCommandOptions) => {
      const { readPlanInputs } = await import('./plan-inputs.ts');
      const { findSensitivity } = await import('../plan/sensitivity.ts');
      const { reportSensitivity } = await import('../reporters/sensitivity.ts');
      const { assessment, levels } = await readPlanInputs(paths, options);
      const result = findSensitivity(assessment.instrument, levels, assessment.year ?? undefined);
      setExitCode(await finish(reportSensitivity(assessment, result), assessment.problems, options));
    });
}
