import type { Command } from 'commander';
import {
  failOnOption,
  finish,
  formatOption,
  outputOption,
  type ReportOptions,
  type SetExitCode,
} from './finish.ts';

export function addHistory(program: Command, setExitCode: SetExitCode): void {
  program
    .command('history')
    .usage('[folder] [pilihan]')
    .summary('riwayat hasil yang dicatat dengan --record')
    .description(
      'Semua hasil yang dicatat di riwayat/: indeks, perubahannya terhadap catatan sebelumnya, dan berkas yang berubah.\nTanpa folder, proyek di folder ini.',
    )
    .argument('[folder]', 'folder proyek')
    .addOption(formatOption())
    .addOption(outputOption())
    .addOption(failOnOption())
    .action(async (folder: string | undefined, options: ReportOptions) => {
      const { readHistory } = await import('./read-history.ts');
      const { reportHistory } = await import('../reporters/history.ts');
      const { records, problems, decimals } = await readHistory(folder ?? '.', process.cwd());
      setExitCode(await finish(reportHistory(records, problems, decimals), problems, options));
    });
}
