import type { Command } from 'commander';
import { finish, formatOption, outputOption, type ReportOptions, type SetExitCode } from './finish.ts';

type Options = Omit<ReportOptions, 'failOn'>;

export function addOptimism(program: Command, setExitCode: SetExitCode): void {
  program
    .command('optimism')
    .usage('[folder...] [pilihan]')
    .summary('selisih klaim dengan hasil luar, dan perkiraan hasil klaim tahun ini')
    .description(
      'Seberapa jauh hasil luar berbeda dari isian sendiri, menurut aspek, indikator dan OPD, dan apa artinya bagi klaim tahun ini.\nTiap folder sebuah proyek dengan hasil-luar/ (spbe external import); tanpa folder, proyek di folder ini. Perkiraan dibuat untuk proyek pertama.',
    )
    .argument('[folder...]', 'folder proyek')
    .addOption(formatOption())
    .addOption(outputOption())
    .action(async (folders: string[], options: Options) => {
      const { readPastResults } = await import('./read-past-results.ts');
      const { findOptimism } = await import('../assessment/optimism.ts');
      const { reportOptimism } = await import('../reporters/optimism.ts');
      const past = await readPastResults(folders.length === 0 ? ['.'] : folders, process.cwd());
      const optimism = findOptimism(past.instrument, past.results, past.claim);
      const report = reportOptimism(past.instrument, optimism, past);
      setExitCode(await finish(report, [], { ...options, failOn: 'never' }));
    });
}
