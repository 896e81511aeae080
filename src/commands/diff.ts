import type { Command } from 'commander';
import { finish, formatOption, outputOption, type ReportOptions, type SetExitCode } from './finish.ts';

interface Options extends Omit<ReportOptions, 'failOn'> {
  readonly instrument?: string;
}

export function addDiff(program: Command, setExitCode: SetExitCode): void {
  program
    .command('diff')
    .usage('<a> <b> [pilihan]')
    .summary('apa yang berubah antara dua catatan atau dua berkas')
    .description(
      'Bandingkan a (sebelum) dengan b (sesudah): indikator yang tingkatnya berubah dan poinnya, lalu tiap sel yang berbeda dengan tempatnya di kedua sisi.\nTiap sisi: catatan riwayat (terakhir, terakhir-1, awal namanya, jalurnya), kertas kerja, folder, atau csv. Catatan hanya memuat tingkat, tanpa teks.',
    )
    .argument('<a>', 'catatan, kertas kerja, folder, atau csv sebelum')
    .argument('<b>', 'yang sesudah')
    .option(
      '--instrument <id>',
      'instrumen untuk csv (bawaan: milik proyek di sini, atau permenpanrb-59-2020)',
    )
    .addOption(formatOption())
    .addOption(outputOption())
    .action(async (a: string, b: string, options: Options) => {
      const { compareSides } = await import('./compare-sides.ts');
      const { reportDiff } = await import('../reporters/diff.ts');
      const compared = await compareSides(a, b, options.instrument, process.cwd());
      setExitCode(await finish(reportDiff(compared), [], { ...options, failOn: 'never' }));
    });
}
