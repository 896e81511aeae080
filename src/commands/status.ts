import type { Command } from 'commander';
import { UserError } from '../problem.ts';
import { finish, type SetExitCode } from './finish.ts';
import { type InputCommandOptions, takesInputs } from './takes-inputs.ts';

interface Options extends InputCommandOptions {
  readonly opd?: string;
  readonly watch?: true | string;
}

const usualPause = 60;
const shortestPause = 2;

export function addStatus(program: Command, setExitCode: SetExitCode): void {
  const command = program
    .command('status')
    .option('--opd <kode>', 'halaman untuk satu OPD')
    .option(
      '--watch [detik]',
      `baca ulang terus di terminal (bawaan: tiap ${usualPause} detik); Ctrl-C untuk berhenti`,
    );
  takesInputs(command)
    .summary('kemajuan per OPD dan poin yang dapat diraih')
    .description(
      'Tunjukkan per OPD: indikator yang terisi, berbukti, diperiksa asesor, masalahnya, dan poin indeks yang masih dapat diraih.\nJalur: kertas kerja, folder, atau csv; tanpa jalur, proyek di folder ini.',
    )
    .action(async (paths: string[], options: Options) => {
      const show = async () => setExitCode(await showStatus(paths, options));
      if (options.watch === undefined) return show();
      const { repeat } = await import('./repeat.ts');
      await repeat(show, parsePause(options));
      setExitCode(0);
    });
}

async function showStatus(paths: readonly string[], options: Options) {
  const { reviewWithProgress } = await import('./review-with-progress.ts');
  const { score } = await import('../assessment/score.ts');
  const { claimedLevels } = await import('../assessment/merge.ts');
  const { findStandings } = await import('../assessment/standing.ts');
  const { assessment } = await reviewWithProgress(paths, options, false);
  const { instrument, answers, year, problems } = assessment;
  const result = score(instrument, claimedLevels(answers), year ?? undefined);
  const region = findStandings(assessment);
  if (options.opd === undefined) {
    const { reportStatus } = await import('../reporters/status.ts');
    return finish(reportStatus(assessment, result, region), problems, options);
  }
  const { reportStatusOfOpd } = await import('../reporters/status-opd.ts');
  const standing = region.standings.find(({ opd }) => opd.code === options.opd);
  if (standing === undefined) {
    const codes = region.standings.map(({ opd }) => opd.code).toSorted();
    throw new UserError(
      `OPD "${options.opd}" tidak dikenal. Yang ada: ${codes.join(', ') || '(tidak ada)'}.`,
    );
  }
  const own = problems.filter(({ at }) => assessment.opdOfFile.get(at.file) === options.opd);
  return finish(reportStatusOfOpd(assessment, result, region, standing), own, options);
}

/** Seconds between two readings. */
function parsePause({ watch, output, format }: Options): number {
  if (process.stdout.isTTY !== true || output !== undefined || format !== 'table') {
    throw new UserError(
      '--watch hanya untuk layar terminal. Hapus --watch, atau jalankan tanpa --format dan --output.',
    );
  }
  const seconds = watch === true ? usualPause : Number(watch);
  if (!(Number.isInteger(seconds) && seconds >= shortestPause && seconds <= 86_400)) {
    throw new UserError(
      `--watch perlu bilangan bulat dari ${shortestPause} sampai 86400 detik, misalnya --watch 60.`,
    );
  }
  return seconds;
}
