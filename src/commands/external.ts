import type { Command } from 'commander';
import {
  failOnOption,
  finish,
  formatOption,
  outputOption,
  type ReportOptions,
  type SetExitCode,
} from './finish.ts';
import { type StageOptions, stageOf, stageOption } from './stage-option.ts';

interface Options extends ReportOptions, StageOptions {
  readonly year?: string;
  readonly instrument?: string;
  readonly agency?: string;
}

export function addExternal(program: Command, setExitCode: SetExitCode): void {
  const external = program
    .command('external')
    .usage('import <berkas> --stage <tahap> [pilihan]')
    .summary('simpan hasil penilaian pihak luar, atau hasil tahun lalu')
    .description(
      'Hasil yang tidak dibuat di proyek ini: penilaian Kementerian, atau isian tahun sebelumnya.\nTersimpan di folder hasil-luar/ dan dipakai oleh stages, optimism dan score --stage.',
    );
  external
    .command('import')
    .usage('<berkas> --stage <tahap> [pilihan]')
    .summary('periksa dan simpan satu hasil')
    .description(
      'Periksa dan simpan satu hasil. Berkas: csv atau xlsx "indikator,nilai" (boleh juga kolom alasan dan opd; kode aspek, domain dan indeks dikenali), atau json aplikasi evaluasi (A2001, D2001, indeks).\nHasil tahun dan tahap yang sama diganti.',
    )
    .argument('<berkas>', 'csv, xlsx, ods atau json')
    .addOption(stageOption('tahap penilaian').makeOptionMandatory())
    .option('--year <tahun>', 'tahun penilaian (bawaan: tahun di berkas, atau di spbe.yaml)')
    .option('--instrument <id>', 'instrumen hasil itu (bawaan: instrumen proyek)')
    .option('--agency <nama>', 'nama atau kode instansi, bila json memuat beberapa')
    .addOption(formatOption())
    .addOption(outputOption())
    .addOption(failOnOption())
    .action(async (file: string, options: Options) => {
      const { importExternal } = await import('./import-external.ts');
      const { reportExternal } = await import('../reporters/external.ts');
      const asked = { ...options, stage: stageOf(options.stage) };
      const imported = await importExternal(file, asked, process.cwd());
      setExitCode(await finish(reportExternal(imported), imported.problems, options));
    });
}
