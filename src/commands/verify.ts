import type { Command } from 'commander';
import { finish, formatOption, outputOption, type ReportOptions, type SetExitCode } from './finish.ts';

type Options = Omit<ReportOptions, 'failOn'>;

export function addVerify(program: Command, setExitCode: SetExitCode): void {
  program
    .command('verify')
    .usage('[catatan|laporan] [pilihan]')
    .summary('hitung ulang catatan riwayat atau laporan bersegel, lalu cocokkan')
    .description(
      'Hitung ulang sebuah catatan, atau segel sebuah laporan (html, xlsx, json), dari berkas yang ada sekarang: berkasnya sama? instrumennya sama? hasilnya sama?\nYang dicocokkan ialah segel dengan berkas masukan, dan indeks yang tertulis dengan segel; kalimat dan angka lain di laporan tidak. Jalankan di folder tempat laporan dibuat.\nKode keluar 0 bila sama, 1 bila ada yang berbeda. Catatan: terakhir, terakhir-1, awal namanya, atau jalurnya.',
    )
    .argument('[catatan]', 'catatan riwayat, atau berkas laporan (bawaan: terakhir)')
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
