import type { Command } from 'commander';
import { finish, type SetExitCode } from './finish.ts';
import { type StageOptions, stageOption } from './stage-option.ts';
import { type InputCommandOptions, takesInputs } from './takes-inputs.ts';

export interface CompareOptions extends InputCommandOptions, StageOptions {
  readonly region?: string;
  readonly index?: string;
  readonly with?: readonly string[];
  readonly year?: string;
  readonly exchange?: readonly string[];
  readonly export?: string;
  readonly anonymous?: true;
}

const collect = (text: string, before: readonly string[] = []) => [...before, text];

export function addCompare(program: Command, setExitCode: SetExitCode): void {
  const command = program
    .command('compare')
    .option('--region <nama>', 'daerah ini; tanpa jalur dan --index: hasil terbitnya sendiri')
    .option('--index <nilai>', 'indeks daerah ini, tanpa kertas kerja, misalnya 4.32')
    .option('--with <nama>', 'bandingkan juga dengan daerah ini, dipisah koma; boleh diulang', collect)
    .option('--year <tahun>', 'tahun hasil terbit (bawaan: yang terbaru)')
    .addOption(
      stageOption('tingkat menurut siapa: isian sendiri, asesor internal, atau hasil luar').default(
        'mandiri',
        'mandiri',
      ),
    )
    .option('--exchange <jalur>', 'berkas pertukaran daerah lain, atau foldernya; boleh diulang', collect)
    .option('--export <berkas>', 'tulis berkas pertukaran daerah ini: tingkat dan indeks, tanpa teks')
    .option('--anonymous', 'berkas pertukaran tanpa nama daerah');
  takesInputs(command)
    .summary('peringkat di antara daerah lain, atau beberapa daerah berdampingan')
    .description(
      'Peringkat indeks daerah ini dalam hasil terbit KemenPANRB: di antara jenisnya, di provinsinya, dan di antara daerah yang dipilih.\nKertas kerja atau csv dari beberapa daerah ditampilkan berdampingan, tidak pernah menjadi satu indeks. Tanpa jalur, proyek di folder ini.',
    )
    .action(async (paths: string[], options: CompareOptions) => {
      const { compareRegions } = await import('./compare-regions.ts');
      const { reportComparison } = await import('../reporters/compare.ts');
      const comparison = await compareRegions(paths, options);
      setExitCode(await finish(reportComparison(comparison), comparison.problems, options));
    });
}
