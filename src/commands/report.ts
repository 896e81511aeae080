import { type Command, Option } from 'commander';
import { dateOption } from './date-option.ts';
import { failOnOption, type ReportOptions, type SetExitCode } from './finish.ts';
import { mapOption } from './map-option.ts';
import { type StageOptions, stageOf, stageOption } from './stage-option.ts';

const formats = ['table', 'json', 'ndjson', 'csv', 'csv-excel', 'md', 'html', 'docx', 'xlsx'] as const;
export type ReportFormat = (typeof formats)[number];
export const audiences = ['koordinator', 'pimpinan', 'opd'] as const;

export interface ReportCommandOptions extends StageOptions, Pick<ReportOptions, 'output' | 'failOn'> {
  readonly format: ReportFormat;
  readonly audience: (typeof audiences)[number];
  readonly record?: string;
  readonly opd?: string;
  readonly target?: readonly string[];
  readonly instrument?: string;
  readonly map?: string;
  readonly date?: string;
  readonly letters?: string;
  readonly force?: true;
}

export function addReport(program: Command, setExitCode: SetExitCode): void {
  const whose = stageOption(
    'tingkat menurut siapa: isian sendiri, asesor internal, atau hasil luar yang sudah diimpor',
  ).default('mandiri', 'mandiri');
  program
    .command('report')
    .usage('[jalur...] [pilihan]')
    .argument('[jalur...]', 'kertas kerja, folder, atau csv')
    .summary('laporan untuk dibagikan')
    .description(
      'Susun laporan penilaian: hasil, yang menahan indeks, bukti, dan rencana; lengkap (koordinator), satu halaman (pimpinan), atau per OPD.\nJalur: kertas kerja, folder, atau csv; tanpa jalur, proyek di folder ini. Target diambil dari spbe.yaml bila tidak disebut.',
    )
    .addOption(
      new Option('-f, --format <bentuk>', 'bentuk laporan').choices(formats).default('table', 'table'),
    )
    .option('-o, --output <berkas>', 'berkas laporan; untuk --audience opd tanpa --opd: foldernya')
    .addOption(
      new Option('--audience <siapa>', 'untuk siapa laporan ini')
        .choices(audiences)
        .default('koordinator', 'koordinator'),
    )
    .option(
      '--record <catatan>',
      'laporkan catatan riwayat ini, misalnya terakhir; bukan isi berkas sekarang',
    )
    .option('--opd <kode>', 'hanya OPD ini; berarti --audience opd')
    .option(
      '-t, --target <target>',
      'target untuk rencana, seperti pada "spbe gap"; boleh diulang',
      (text: string, before: readonly string[] = []) => [...before, text],
    )
    .option(
      '--letters <folder>',
      'tulis juga berita acara, persetujuan publikasi, dan nota dinas tiap OPD (docx) ke folder ini',
    )
    .option('--force', 'pindahkan isi folder surat yang lama')
    .addOption(whose)
    .option(
      '--instrument <id>',
      'instrumen untuk csv (bawaan: milik proyek di sini, atau permenpanrb-59-2020)',
    )
    .addOption(mapOption())
    .addOption(dateOption())
    .addOption(failOnOption())
    .action(async (paths: string[], options: ReportCommandOptions) => {
      const { gatherReport } = await import('./gather-report.ts');
      const { deliverReport } = await import('./deliver-report.ts');
      const document = await gatherReport(paths, { ...options, stage: stageOf(options.stage) });
      const code = await deliverReport(document, options);
      if (options.letters !== undefined) {
        const { writeLetters } = await import('./write-letters.ts');
        const { letters: folder, force = false, opd } = options;
        await writeLetters(document, { folder, force, opd });
      }
      setExitCode(code);
    });
}
