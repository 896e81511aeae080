import type { Command } from 'commander';
import { today } from './date-option.ts';
import { finish, type SetExitCode } from './finish.ts';
import { remark } from './noise.ts';
import { type RecordOptions, recordable, watchIfRecorded } from './record-option.ts';
import { type StageOptions, stageOf, stageOption } from './stage-option.ts';
import { type InputCommandOptions, takesInputs } from './takes-inputs.ts';

type Options = InputCommandOptions & RecordOptions & StageOptions & { readonly each?: boolean };

export function addScore(program: Command, setExitCode: SetExitCode): void {
  const whose = stageOption(
    'tingkat menurut siapa: isian sendiri, asesor internal, atau hasil luar yang sudah diimpor',
  ).default('mandiri', 'mandiri');
  recordable(takesInputs(program.command('score').addOption(whose)))
    .option('--each', 'nilai setiap berkas dan setiap proyek sendiri-sendiri, tidak digabung')
    .summary('hitung indeks dari kertas kerja atau csv')
    .description(
      'Hitung indeks, predikat, domain, aspek dan indikator yang paling menahan.\nJalur: kertas kerja, folder, atau csv "indikator,tingkat"; tanpa jalur, proyek di folder ini.',
    )
    .action(async (paths: string[], options: Options) => {
      if (options.each) {
        const { runEach } = await import('./run-each.ts');
        setExitCode(await runEach(paths, options));
        return;
      }
      const { reviewWithProgress } = await import('./review-with-progress.ts');
      const { scoreStage } = await import('./score-stage.ts');
      const { reportScore } = await import('../reporters/score.ts');
      const seen = await watchIfRecorded(options);
      const inputs = await reviewWithProgress(paths, options, true, seen?.onBytes);
      const scored = await scoreStage(inputs, stageOf(options.stage), seen?.onBytes);
      if (seen) {
        const { storeRecord } = await import('./store-record.ts');
        const { map, instrument, note, date = today() } = options;
        const { decisiveInstrument } = await import('./decisive-instrument.ts');
        const { stage, score } = scored;
        const decisive = { stage, date, ...(map ? { map } : {}), ...decisiveInstrument(inputs, instrument) };
        const { evaluation } = inputs;
        const computed = { command: 'score', options: decisive, inputs, score, evaluation } as const;
        const occasion = { cwd: process.cwd(), paths, note, now: new Date() };
        await remark(`Dicatat: ${await storeRecord(computed, seen, occasion)}`);
      }
      const { assessment, evaluation } = inputs;
      const report = reportScore(assessment, evaluation, scored);
      setExitCode(await finish(report, assessment.problems, options));
    });
}
