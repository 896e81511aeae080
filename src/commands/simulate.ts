import type { Command } from 'commander';
import { finish, type SetExitCode } from './finish.ts';
import { type InputCommandOptions, takesInputs } from './takes-inputs.ts';

interface Options extends InputCommandOptions {
  readonly set?: readonly string[];
  readonly from?: string;
}

export function addSimulate(program: Command, setExitCode: SetExitCode): void {
  const command = program
    .command('simulate')
    .option(
      '--set <nomor=tingkat>',
      'tingkat yang dicoba: 12=3, 21-28=2, 1,5,7=4; boleh diulang',
      (text: string, before: readonly string[] = []) => [...before, text],
    )
    .option('--from <berkas>', 'tingkat yang dicoba dari csv "indikator,tingkat"');
  takesInputs(command)
    .summary('andaikan tingkat beberapa indikator berubah')
    .description(
      'Andaikan: indeks, domain dan predikat sebelum dan sesudah tingkat beberapa indikator berubah. Berkas tidak diubah.\nJalur: kertas kerja, folder, atau csv; tanpa jalur, proyek di folder ini.',
    )
    .action(async (paths: string[], options: Options) => {
      const { readPlanInputs } = await import('./plan-inputs.ts');
      const { readChanges } = await import('./read-changes.ts');
      const { tryLevels } = await import('../plan/what-if.ts');
      const { reportWhatIf } = await import('../reporters/what-if.ts');
      const { assessment, levels } = await readPlanInputs(paths, options);
      const { instrument, year } = assessment;
      const changes = await readChanges(options, instrument);
      const result = tryLevels(instrument, levels, changes, year ?? undefined);
      setExitCode(await finish(reportWhatIf(assessment, result), assessment.problems, options));
    });
}
