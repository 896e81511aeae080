import type { Command } from 'commander';
import { UserError } from '../problem.ts';
import { finish, type SetExitCode } from './finish.ts';
import { type InputCommandOptions, takesInputs } from './takes-inputs.ts';

interface Options extends InputCommandOptions {
  readonly missing?: boolean;
  readonly opd?: string;
}

export function addEvidence(program: Command, setExitCode: SetExitCode): void {
  const command = program
    .command('evidence')
    .option('--missing', 'hanya yang masih harus dicari atau diperbaiki, per OPD, menurut poin indeksnya')
    .option('--opd <kode>', 'hanya OPD ini');
  takesInputs(command)
    .summary('bukti yang diminta, yang ada, yang kurang, dan yang diragukan')
    .description(
      'Tunjukkan untuk tiap indikator bukti yang diminta tingkatnya, yang ada, yang kurang dan yang diragukan, beserta poin indeks yang dipertaruhkan.\nJalur: kertas kerja atau folder; tanpa jalur, proyek di folder ini. Berkas bukti hanya diperiksa di dalam proyek.',
    )
    .action(async (paths: string[], options: Options) => {
      const { reviewWithProgress } = await import('./review-with-progress.ts');
      const { listNeeds } = await import('../assessment/evidence-needs.ts');
      const { narrowEvidence } = await import('./narrow-evidence.ts');
      const { reportEvidence } = await import('../reporters/evidence.ts');
      const { assessment, evaluation, criteria, unlisted } = await reviewWithProgress(paths, options, true);
      const { review } = evaluation;
      if (review === null || criteria === null) {
        throw new UserError(
          'Berkas ini tidak memuat daftar bukti. Pakai kertas kerja yang dibuat dengan "spbe init".',
        );
      }
      const { opd } = options;
      if (opd !== undefined && !assessment.opd.has(opd)) {
        throw new UserError(`OPD "${opd}" tidak ada. Yang ada: ${[...assessment.opd.keys()].join(', ')}.`);
      }
      const needs = listNeeds(assessment, criteria, review);
      const all = { assessment, review, needs, unlisted, missingOnly: options.missing === true };
      const view = opd === undefined ? all : narrowEvidence(all, opd);
      setExitCode(await finish(reportEvidence(view), view.assessment.problems, options));
    });
}
