import type { Command } from 'commander';
import type { Severity } from '../problem.ts';
import { dateOption } from './date-option.ts';
import { failOnOption, type SetExitCode } from './finish.ts';
import { refuseToCopy } from './redaction.ts';

export interface PackageOptions {
  readonly output: string;
  /** ISO day. */
  readonly date?: string;
  readonly failOn: Severity | 'never';
  readonly zip?: boolean;
}

export function addPackage(program: Command, setExitCode: SetExitCode): void {
  program
    .command('package')
    .usage('[jalur...] [pilihan]')
    .argument('[jalur...]', 'folder proyek; tanpa jalur, proyek di folder ini')
    .summary('kumpulkan bukti yang dihitung untuk diunggah ke portal')
    .description(
      'Salin dokumen yang dihitung ke satu folder untuk tiap indikator, dengan nama seperti contoh pedoman (12.a.Peta-Rencana-SPBE-2024.pdf), beserta daftar isi, penjelasan yang siap ditempel, dan daftar yang masih kurang. Berkas asli tidak diubah.',
    )
    .requiredOption('-o, --output <folder>', 'folder paket; belum ada, atau kosong')
    .option('--zip', 'tulis pula sebagai satu berkas zip di sebelahnya')
    .addOption(dateOption())
    .addOption(failOnOption())
    .action(async (paths: string[], options: PackageOptions) => {
      refuseToCopy('Paket bukti', 'hapus --redact.');
      const { packageEvidence } = await import('./package-evidence.ts');
      setExitCode(await packageEvidence(paths, options));
    });
}
