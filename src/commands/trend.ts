import type { Command } from 'commander';
import {
  failOnOption,
  finish,
  formatOption,
  outputOption,
  type ReportOptions,
  type SetExitCode,
} from './finish.ts';

interface Options extends ReportOptions {
  readonly csv?: readonly string[];
  readonly region?: string;
  readonly target?: string;
}

export function addTrend(program: Command, setExitCode: SetExitCode): void {
  program
    .command('trend')
    .usage('[folder...] [pilihan]')
    .summary('indeks dari tahun ke tahun, dan asal perubahannya')
    .description(
      'Indeks dari tahun ke tahun: naik, turun, tidak bergerak, dan domain mana yang membawanya.\nGaris tidak pernah melewati pergantian instrumen, dan klaim sendiri tidak dicampur dengan hasil eksternal.\nSumbernya: folder proyek (riwayat/, hasil-luar/, kertas kerja, "history" di spbe.yaml), tabel, dan hasil yang diumumkan. Tanpa folder, proyek di folder ini.',
    )
    .argument('[folder...]', 'folder proyek dari satu daerah')
    .option(
      '--csv <berkas>',
      'tabel hasil: tahun,indeks[,instrumen,jenis,predikat,sumber,D1,D2,…]; tanpa jenis dianggap diumumkan; boleh diulang',
      (text: string, before: readonly string[] = []) => [...before, text],
    )
    .option('--region <nama>', 'hasil yang diumumkan dari daerah ini (bawaan: daerah proyek)')
    .option('--target <nilai>', 'target indeks, predikat, atau 2027=3.6 (bawaan: target di spbe.yaml)')
    .addOption(formatOption())
    .addOption(outputOption())
    .addOption(failOnOption())
    .action(async (folders: string[], options: Options) => {
      const { readTrend } = await import('./read-trend.ts');
      const { findTrend } = await import('../assessment/trend.ts');
      const { loadCrosswalks } = await import('../instrument/crosswalk.ts');
      const { reportTrend } = await import('../reporters/trend.ts');
      const { csv = [], region = null, target = null } = options;
      const sources = await readTrend(folders, { csv, region, target }, process.cwd());
      const { results, instruments, targets, problems } = sources;
      const trend = findTrend(results, { instruments, targets, crosswalks: await loadCrosswalks() });
      setExitCode(await finish(reportTrend({ ...sources, trend }), problems, options));
    });
}
