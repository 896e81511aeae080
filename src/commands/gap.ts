import type { Command } from 'commander';
import { UserError } from '../problem.ts';
import { finish, type SetExitCode } from './finish.ts';
import { type InputCommandOptions, takesInputs } from './takes-inputs.ts';

interface Options extends InputCommandOptions {
  readonly target?: string;
}

export function addGap(program: Command, setExitCode: SetExitCode): void {
  const command = program
    .command('gap')
    .option(
      '-t, --target <indeks>',
      'indeks (4.0) atau predikat ("sangat baik"); bawaan: target di spbe.yaml',
    );
  takesInputs(command)
    .summary('rencana termurah menuju target')
    .description(
      'Tunjukkan indikator yang menahan indeks dan rencana langkah tingkat yang terbukti paling sedikit menuju target.\nJalur: kertas kerja, folder, atau csv; tanpa jalur, proyek di folder ini.',
    )
    .action(async (paths: string[], options: Options) => {
      const { readWithProgress } = await import('./read-with-progress.ts');
      const { claimedLevels } = await import('../assessment/merge.ts');
      const { findGap } = await import('../plan/gap.ts');
      const { parseTarget } = await import('../plan/target.ts');
      const { reportGap } = await import('../reporters/gap.ts');
      const { assessment, project } = await readWithProgress(paths, options.instrument, true, options.map);
      const { instrument, answers, year } = assessment;
      const asked = options.target ?? project?.target;
      if (asked === undefined) {
        throw new UserError(
          'Target belum disebut. Tambahkan --target, misalnya --target 3.5 atau --target "sangat baik".',
        );
      }
      const opdOf = new Map([...answers].flatMap(([id, { opd }]) => (opd === null ? [] : [[id, opd]])));
      const gap = await findGap(instrument, claimedLevels(answers), parseTarget(String(asked), instrument), {
        opdOf,
        ...(year === null ? {} : { year }),
      });
      const code = await finish(reportGap(assessment, gap), assessment.problems, options);
      setExitCode(gap.status === 'impossible' ? 1 : code);
    });
}
