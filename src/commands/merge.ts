import type { Command } from 'commander';
import { UserError } from '../problem.ts';
import {
  failOnOption,
  finish,
  type ReportOptions,
  type SetExitCode,
  screenFormatOption,
  writeOutput,
} from './finish.ts';
import { mapOption } from './map-option.ts';
import { redacted } from './redaction.ts';

interface Options extends Omit<ReportOptions, 'output'> {
  readonly output: string;
  readonly instrument?: string;
  readonly map?: string;
  readonly force?: boolean;
}

export function addMerge(program: Command, setExitCode: SetExitCode): void {
  program
    .command('merge')
    .usage('[jalur...] [pilihan]')
    .argument('[jalur...]', 'kertas kerja, folder, atau csv')
    .summary('gabungkan semua OPD menjadi satu rekapitulasi')
    .description(
      'Gabungkan kertas kerja satu daerah menjadi rekapitulasi (.xlsx): tingkat akhir, OPD sumber, semua jawaban, konflik, dan bukti.\nJalur: kertas kerja, folder, atau csv; tanpa jalur, proyek di folder ini.',
    )
    .option(
      '-o, --output <berkas>',
      'rekapitulasi yang ditulis (bawaan: rekapitulasi.xlsx)',
      'rekapitulasi.xlsx',
    )
    .option('--force', 'timpa berkas yang sudah ada')
    .option(
      '--instrument <id>',
      'instrumen untuk csv (bawaan: milik proyek di sini, atau permenpanrb-59-2020)',
    )
    .addOption(mapOption())
    .addOption(screenFormatOption())
    .addOption(failOnOption())
    .action(async (paths: string[], options: Options) => {
      const { readWithProgress } = await import('./read-with-progress.ts');
      const { score } = await import('../assessment/score.ts');
      const { claimedLevels } = await import('../assessment/merge.ts');
      const { assessment } = await readWithProgress(paths, options.instrument, true, options.map);
      const { instrument, answers, year, problems } = assessment;
      const { writeRegional } = await import('./write-regional.ts');
      const bytes = await writeRegional({ ...(await redacted(assessment)), instrument });
      await writeNew(options.output, bytes, options.force === true);
      const { reportMerge } = await import('../reporters/merge.ts');
      const report = reportMerge(
        assessment,
        score(instrument, claimedLevels(answers), year ?? undefined),
        options.output,
      );
      const { format, failOn } = options;
      setExitCode(await finish(report, problems, { format, failOn }));
    });
}

/** A rekapitulasi may hold an assessor's work: another one is not written over it unasked. */
async function writeNew(output: string, bytes: Uint8Array, force: boolean): Promise<void> {
  if (!/\.xlsx$/i.test(output)) {
    throw new UserError(
      `Rekapitulasi adalah buku kerja Excel. Beri nama yang berakhir .xlsx, bukan "${output}".`,
    );
  }
  const { readFile } = await import('node:fs/promises');
  const before = await readFile(output).catch(() => null);
  if (before !== null && !force && !before.equals(bytes)) {
    throw new UserError(
      `"${output}" sudah ada dan berbeda isinya. Pilih nama lain dengan --output, atau pakai --force untuk menimpanya.`,
    );
  }
  await writeOutput(output, bytes);
}
