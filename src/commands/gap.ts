import type { Command } from 'commander';
import { UserError } from '../problem.ts';
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
  readonly target?: string;
}

export function addGap(program: Command, setExitCode: SetExitCode): void {
  program
    .command('gap')
    .usage('[jalur...] [pilihan]')
    .summary('rencana termurah menuju target')
    .description(
      'Tunjukkan indikator yang menahan indeks dan rencana langkah tingkat yang terbukti paling sedikit menuju target.\nJalur: kertas kerja, folder, atau csv; tanpa jalur, proyek di folder ini.',
    )
    .argument('[jalur...]', 'kertas kerja, folder, atau csv')
    .option(
      '-t, --target <indeks>',
      'indeks (4.0) atau predikat ("sangat baik"); bawaan: target di spbe.yaml',
    )
    .option('--instrument <id>', 'instrumen untuk csv (bawaan: permenpanrb-59-2020)')
    .addOption(mapOption())
    .addOption(formatOption())
    .addOption(outputOption())
    .addOption(failOnOption())
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
