import type { Command } from 'commander';
import { Option } from 'commander';
import { cleanLines } from '../reporters/clean.ts';
import type { SetExitCode } from './finish.ts';
import { print } from './print.ts';

export interface InitOptions {
  readonly region?: string;
  readonly kind?: string;
  readonly year?: string;
  readonly instrument?: string;
  readonly target?: string;
  readonly opd?: string;
  readonly single?: boolean;
  readonly force?: boolean;
}

export function addInit(program: Command, setExitCode: SetExitCode): void {
  program
    .command('init')
    .usage('[folder] [pilihan]')
    .summary('buat proyek dan kertas kerja untuk setiap OPD')
    .description(
      'Buat spbe.yaml, satu kertas kerja Excel per OPD, dan folder bukti.\nYang belum disebut ditanyakan bila dijalankan orang di terminal. Bila spbe.yaml sudah ada, isinya yang dipakai.',
    )
    .argument('[folder]', 'folder proyek', '.')
    .option('--region <nama>', 'nama instansi, misalnya "Kabupaten Mojokerto"')
    .addOption(
      new Option('--kind <jenis>', 'jenis instansi').choices([
        'kabupaten',
        'kota',
        'provinsi',
        'kementerian',
      ]),
    )
    .option('--year <tahun>', 'tahun penilaian')
    .option('--instrument <id>', 'instrumen (bawaan: permenpanrb-59-2020)')
    .option('--target <indeks>', 'indeks atau predikat yang dituju, disimpan di spbe.yaml')
    .option('--opd <berkas>', 'daftar OPD: csv atau xlsx dengan kolom kode, nama, indikator')
    .option('--single', 'satu kertas kerja untuk semua indikator')
    .option('--force', 'ganti yang sudah ada; yang lama disimpan di folder arsip')
    .action(async (folder: string, options: InitOptions) => {
      const { initProject } = await import('./init-project.ts');
      await print(cleanLines(await initProject(folder, options, process.cwd())));
      setExitCode(0);
    });
}
