import type { Command } from 'commander';
import { finish, type SetExitCode } from './finish.ts';
import { type InputCommandOptions, takesInputs } from './takes-inputs.ts';

interface Options extends InputCommandOptions {
  readonly year?: string;
}

export function addStages(program: Command, setExitCode: SetExitCode): void {
  takesInputs(
    program.command('stages').option('--year <tahun>', 'tahun penilaian (bawaan: tahun kertas kerja)'),
  )
    .summary('bandingkan isian sendiri, asesor internal dan hasil luar')
    .description(
      'Tingkat menurut tiap tahap berdampingan: apa yang berubah, berapa poin indeksnya, dan alasannya.\nHasil luar diambil dari hasil-luar/ (spbe external import). Tanpa jalur, proyek di folder ini.',
    )
    .action(async (paths: string[], options: Options) => {
      const { compareStages } = await import('./compare-stages.ts');
      const { reportStages } = await import('../reporters/stages.ts');
      const compared = await compareStages(paths, options);
      setExitCode(await finish(reportStages(compared), compared.problems, options));
    });
}
