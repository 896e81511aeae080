import type { Command } from 'commander';
import { UserError } from '../problem.ts';
import { finish, type SetExitCode } from './finish.ts';
import { print } from './print.ts';
import { refuseToCopy } from './redaction.ts';
import { type InputCommandOptions, takesInputs } from './takes-inputs.ts';

interface Options extends InputCommandOptions {
  readonly into?: string;
}

export function addDraft(program: Command, setExitCode: SetExitCode): void {
  const command = program
    .command('draft')
    .option(
      '--into <folder>',
      'tulis ke salinan kertas kerja di folder ini; isian yang sudah ada tidak diganti',
    );
  takesInputs(command)
    .summary('draf penjelasan dari bukti yang terdaftar')
    .description(
      'Susun draf Fakta, Analisis dan Justifikasi tiap indikator dari bukti yang terdaftar dan dihitung, untuk diperiksa dan dilengkapi orang.\nJalur: kertas kerja atau folder; tanpa jalur, proyek di folder ini.',
    )
    .action(async (paths: string[], options: Options) => {
      if (options.into !== undefined)
        refuseToCopy('Draf ke dalam salinan kertas kerja (--into)', 'hapus --into, atau hapus --redact.');
      const { reviewWithProgress } = await import('./review-with-progress.ts');
      const { listNeeds } = await import('../assessment/evidence-needs.ts');
      const { draftExplanation } = await import('../assessment/draft-explanation.ts');
      const { reportDrafts } = await import('../reporters/draft.ts');
      const { assessment, evaluation, criteria } = await reviewWithProgress(paths, options, true);
      if (evaluation.review === null || criteria === null) {
        throw new UserError(
          'Berkas ini tidak memuat daftar bukti. Pakai kertas kerja yang dibuat dengan "spbe init".',
        );
      }
      const needs = listNeeds(assessment, criteria, evaluation.review).filter(
        ({ claimed }) => claimed > assessment.instrument.scale.floor,
      );
      const drafted = needs.flatMap((one) => {
        const draft = draftExplanation(one, criteria.byIndicator.get(one.indicator));
        return draft === null ? [] : [{ needs: one, draft }];
      });
      const written = new Set(drafted.map((one) => one.needs));
      const without = needs.flatMap((one) => (written.has(one) ? [] : [one.indicator]));
      if (options.into !== undefined) {
        const { writeDrafts } = await import('./write-drafts.ts');
        await print(await writeDrafts(assessment, drafted, options.into));
        return;
      }
      setExitCode(await finish(reportDrafts(assessment, drafted, without), [], options));
    });
}
