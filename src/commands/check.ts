import type { Command } from 'commander';
import { finish, type SetExitCode } from './finish.ts';
import { remark } from './noise.ts';
import { refuseToCopy } from './redaction.ts';
import { type InputCommandOptions, takesInputs } from './takes-inputs.ts';

const markFolder = 'lembar-perbaikan';

interface Options extends InputCommandOptions {
  readonly mark?: boolean;
  readonly strict?: boolean;
}

export function addCheck(program: Command, setExitCode: SetExitCode): void {
  const command = program
    .command('check')
    .option(
      '--mark',
      `tulis lembar perbaikan ke folder ${markFolder}: salinan dengan sel bermasalah ditandai`,
    )
    .option('--strict', 'peringatan pun dianggap kesalahan (sama dengan --fail-on warning)');
  takesInputs(command)
    .summary('periksa kertas kerja: semua masalah sekaligus')
    .description(
      'Periksa semua berkas sekaligus; tiap masalah disebut berkas, lembar, sel, alasan dan perbaikannya.\nJalur: kertas kerja, folder, atau csv; tanpa jalur, proyek di folder ini.',
    )
    .action(async (paths: string[], options: Options) => {
      if (options.mark) refuseToCopy('Lembar perbaikan (--mark)', 'hapus --mark, atau hapus --redact.');
      const { reviewWithProgress } = await import('./review-with-progress.ts');
      const { reportCheck } = await import('../reporters/check.ts');
      const { assessment, files } = await reviewWithProgress(paths, options, false);
      const failOn = options.strict ? 'warning' : options.failOn;
      const code = await finish(reportCheck(assessment), assessment.problems, { ...options, failOn });
      if (options.mark) {
        const { markFiles } = await import('./mark-files.ts');
        const lines = await markFiles(files, assessment.problems, markFolder, process.cwd());
        for (const line of lines) await remark(line);
      }
      setExitCode(code);
    });
}
