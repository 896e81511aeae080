import type { Command } from 'commander';
import { finish, type ReportOptions, type SetExitCode, screenFormatOption } from './finish.ts';
import { refuseToCopy } from './redaction.ts';

interface Options extends Pick<ReportOptions, 'format'> {
  readonly output: string;
}

export function addUpdate(program: Command, setExitCode: SetExitCode): void {
  program
    .command('update')
    .usage('[jalur...] [pilihan]')
    .argument('[jalur...]', 'kertas kerja atau folder')
    .summary('pindahkan isian ke kertas kerja versi terbaru')
    .description(
      'Buat salinan kertas kerja dengan susunan, kriteria dan pembagian indikator terbaru; semua isian, dokumen, tanda dan catatan ikut, sel demi sel. Berkas lama tidak diubah.\nJalur: kertas kerja atau folder; tanpa jalur, proyek di folder ini.',
    )
    .option('-o, --output <folder>', 'folder salinan baru (bawaan: kertas-kerja-baru)', 'kertas-kerja-baru')
    .addOption(screenFormatOption())
    .action(async (paths: string[], { output, format }: Options) => {
      refuseToCopy('Salinan kertas kerja', 'hapus --redact.');
      const { updateFiles } = await import('./update-files.ts');
      const { reportUpdate } = await import('../reporters/update.ts');
      const { startProgress } = await import('./progress.ts');
      const progress = await startProgress();
      const files = await updateFiles(paths, output, process.cwd(), progress.onFile).finally(progress.stop);
      const code = await finish(reportUpdate(output, files), [], { format, failOn: 'never' });
      setExitCode(files.some(({ to }) => to === null) ? 1 : code);
    });
}
