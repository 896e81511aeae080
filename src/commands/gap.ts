import { type Command, Option } from 'commander';
import { today } from './date-option.ts';
import { finish, type SetExitCode } from './finish.ts';
import { type InputCommandOptions, takesInputs } from './takes-inputs.ts';

const aims = ['steps', 'effort', 'cost', 'opd', 'indicators', 'time'] as const;

export interface GapCommandOptions extends InputCommandOptions {
  readonly target?: readonly string[];
  readonly floor?: string;
  readonly minimize: (typeof aims)[number];
  readonly maximize?: true;
  readonly budget?: string;
  readonly until?: string;
  readonly start?: string;
  readonly capacity?: string;
  readonly schedule?: true;
  readonly alternatives?: true;
  readonly risk?: string;
  readonly confidence?: string;
  readonly plan?: string;
  readonly ics?: string;
  readonly progress?: string;
}

export function addGap(program: Command, setExitCode: SetExitCode): void {
  const command = program
    .command('gap')
    .option(
      '-t, --target <target>',
      'indeks (4.0), predikat ("sangat baik"), domain/aspek (D2=3.0), tahun (2027=3.6); boleh diulang; bawaan: target di spbe.yaml',
      (text: string, before: readonly string[] = []) => [...before, text],
    )
    .option('--floor <tingkat>', 'tingkat paling rendah untuk setiap indikator, misalnya 3')
    .addOption(
      new Option(
        '--minimize <apa>',
        'yang dibuat sesedikit mungkin: langkah, hari kerja, rupiah, OPD, indikator, waktu',
      )
        .choices(aims)
        .default('steps', 'steps'),
    )
    .option('--maximize', 'indeks setinggi mungkin dalam --budget, --until atau --capacity')
    .option('--budget <jumlah>', 'paling banyak: 500jt, 1,2M, "20 langkah", "300 hari"')
    .option(
      '--until <tanggal>',
      'semua selesai paling lambat tanggal ini (2026-09-15); bawaan: plan.closing di spbe.yaml',
    )
    .option('--start <tanggal>', 'mulai bekerja; bawaan: plan.start di spbe.yaml, atau hari ini')
    .option('--capacity <langkah>', 'langkah yang dapat diselesaikan tiap OPD per triwulan')
    .option('--schedule', 'jadwal bulan demi bulan, walau tanpa batas waktu')
    .option('--alternatives', 'tiga rencana terbaik yang berbeda')
    .option('--risk <peluang>', 'peluang sebuah langkah gagal (0.1): seberapa mungkin target bertahan')
    .option('--confidence <peluang>', 'rencana yang mencapai target dengan peluang ini (0.9); perlu --risk')
    .option('--plan <berkas>', 'tulis rencana aksi berjadwal (.xlsx) untuk dibagikan dan diisi statusnya')
    .option('--ics <berkas>', 'tulis jadwal langkah sebagai berkas kalender (.ics)')
    .option('--progress <berkas>', 'baca kembali rencana aksi: yang selesai, terlambat, dan indeksnya kini');
  takesInputs(command)
    .summary('rencana terbaik menuju target')
    .description(
      'Tunjukkan indikator yang menahan indeks dan rencana langkah tingkat yang terbukti paling sedikit menuju target.\nJalur: kertas kerja, folder, atau csv; tanpa jalur, proyek di folder ini.\nTarget domain dan --floor bersama target tahunan berlaku untuk tahun terakhir.',
    )
    .action(async (paths: string[], options: GapCommandOptions) => {
      if (options.progress !== undefined) {
        const { followUp } = await import('./follow-up.ts');
        setExitCode(await followUp(options.progress, paths, options));
        return;
      }
      const { prepareSolver } = await import('./prepare-solver.ts');
      prepareSolver();
      const { readPlanInputs } = await import('./plan-inputs.ts');
      const { runGap } = await import('./run-gap.ts');
      const { reportGap } = await import('../reporters/gap.ts');
      const { assertNewPlan, writePlanFiles } = await import('./write-plan-files.ts');
      await assertNewPlan(options);
      const day = options.date ?? today();
      const inputs = await readPlanInputs(paths, options);
      const { assessment } = inputs;
      const result = await runGap(inputs, options, new Date(`${day}T00:00:00`));
      await writePlanFiles(inputs, result, options, day);
      const code = await finish(reportGap(assessment, result), assessment.problems, options);
      const isMissed = result.gap.status === 'impossible' || result.robustness?.isMet === false;
      setExitCode(isMissed ? 1 : code);
    });
}
