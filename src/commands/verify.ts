import type { Command } from 'commander';
import { finish, formatOption, outputOption, type ReportOptions, type SetExitCode } from './finish.ts';

type Options = Omit<ReportOptions, 'failOn'>;

export function addVerify(program: Command, setExitCode: SetExitCode): void {
  program
    .command('verify')
    .usage('[catatan] [pilihan]')
    .summary('hitung ulang sebuah catatan riwayat dan cocokkan')
    .description(
      'Hitung ulang sebuah catatan dari berkas yang ada sekarang: berkasnya sama? instrumennya sama? hasilnya sama?\nKode keluar 0 bila sama, 1 bila ada yang berbeda. Catatan: terakhir, terakhir-1, awal namanya, atau jalurnya.',
    )
    .argument('[catatan]', 'catatan riwayat (bawaan: terakhir)')
    .addOption(formatOption())
    .addOption(outputOption())
    .action(async (name: string | undefined, options: Options) => {
      const { verifyRecord } = await import('./verify-record.ts');
      const { reportVerify } = await import('../reporters/verify.ts');
      const verified = await verifyRecord(name ?? 'terakhir', process.cwd());
      const code = await finish(reportVerify(verified), [], { ...options, failOn: 'never' });
      setExitCode(verified.same ? code : 1);
    });
}
