import type { Command } from 'commander';
import { finish, formatOption, outputOption, type ReportOptions, type SetExitCode } from './finish.ts';
import { print } from './print.ts';

type Options = Omit<ReportOptions, 'failOn'>;

export function addInstruments(program: Command, setExitCode: SetExitCode): void {
  const instruments = program
    .command('instruments')
    .usage('[list|show|check|diff] [pilihan]')
    .summary('lihat, bandingkan dan periksa instrumen')
    .description('Instrumen yang dikenal, dengan sumber dan jumlah bobotnya.');
  const add = (name: string, usage: string, description: string) =>
    instruments
      .command(name)
      .usage(usage)
      .description(description)
      .addOption(formatOption())
      .addOption(outputOption());

  instruments
    .command('list', { isDefault: true })
    .description('semua instrumen')
    .addOption(formatOption())
    .addOption(outputOption())
    .action(async (options: Options) => {
      const { listAll } = await import('./instruments-run.ts');
      setExitCode(await finish(await listAll(), [], { ...options, failOn: 'never' }));
    });
  add('show', '<id> [pilihan]', 'susunan, bobot, predikat, sumber dan kekeliruan naskah sebuah instrumen')
    .argument('<id>', 'id instrumen')
    .action(async (id: string, options: Options) => {
      const { showOne } = await import('./instruments-run.ts');
      setExitCode(await finish(await showOne(id), [], { ...options, failOn: 'never' }));
    });
  add('diff', '<a> <b> [pilihan]', 'bandingkan susunan, bobot dan predikat dua instrumen')
    .argument('<a>', 'id instrumen')
    .argument('<b>', 'id instrumen')
    .action(async (a: string, b: string, options: Options) => {
      const { diffTwo } = await import('./instruments-run.ts');
      setExitCode(await finish(await diffTwo(a, b), [], { ...options, failOn: 'never' }));
    });
  instruments
    .command('check')
    .usage('<berkas>')
    .description('periksa paket instrumen sendiri: semua kekeliruan sekaligus')
    .argument('<berkas>', 'instrument.json, atau folder yang memuatnya beserta criteria/')
    .action(async (path: string) => {
      const { checkPack } = await import('./instruments-run.ts');
      const { text, faults } = await checkPack(path, process.cwd());
      await print(text);
      setExitCode(faults > 0 ? 1 : 0);
    });
}
