import type { Command } from 'commander';
import { finish, formatOption, outputOption, type ReportOptions, type SetExitCode } from './finish.ts';

export interface ExplainOptions extends Omit<ReportOptions, 'failOn'> {
  readonly instrument?: string;
  readonly level?: string;
  readonly index?: string;
}

export function addExplain(program: Command, setExitCode: SetExitCode): void {
  program
    .command('explain')
    .usage('<yang dijelaskan> [pilihan]')
    .summary('jelaskan indikator, cara menghitung indeks, atau istilah')
    .description(
      'Jelaskan sebuah indikator (nomornya), kata-kata yang dicari, "index" (cara menghitung), atau istilah.\nDi dalam proyek ditunjukkan juga posisi daerah ini dan nilai langkah berikutnya.',
    )
    .argument('<apa...>', 'nomor indikator, "index", atau kata-kata, misalnya: manajemen risiko')
    .option('-l, --level <tingkat>', 'hanya tingkat ini')
    .option('--index <nilai>', 'ubah nilai indeks lembaga lain menjadi tingkat indikator ini')
    .option('--instrument <id>', 'instrumen (bawaan: milik proyek, atau permenpanrb-59-2020)')
    .addOption(formatOption())
    .addOption(outputOption())
    .action(async (what: string[], options: ExplainOptions) => {
      const { explain } = await import('./explain-what.ts');
      const report = await explain(what.join(' '), options, process.cwd());
      setExitCode(await finish(report, [], { ...options, failOn: 'never' }));
    });
}
