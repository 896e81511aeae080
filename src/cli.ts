import { Command, CommanderError } from 'commander';
import { addCheck } from './commands/check.ts';
import { addDiff } from './commands/diff.ts';
import { addDraft } from './commands/draft.ts';
import { addEvidence } from './commands/evidence.ts';
import { addExplain } from './commands/explain.ts';
import { addExternal } from './commands/external.ts';
import type { ExitCode } from './commands/finish.ts';
import { addGap } from './commands/gap.ts';
import { addHistory } from './commands/history.ts';
import { addInit } from './commands/init.ts';
import { addInstruments } from './commands/instruments.ts';
import { addMerge } from './commands/merge.ts';
import { addOptimism } from './commands/optimism.ts';
import { addPackage } from './commands/package.ts';
import { printAside } from './commands/print.ts';
import { startRedaction } from './commands/redaction.ts';
import { addScore } from './commands/score.ts';
import { addSendBack } from './commands/send-back.ts';
import { addSensitivity } from './commands/sensitivity.ts';
import { addSimulate } from './commands/simulate.ts';
import { addStages } from './commands/stages.ts';
import { addStatus } from './commands/status.ts';
import { toolVersion } from './commands/tool-version.ts';
import { addTrend } from './commands/trend.ts';
import { addUpdate } from './commands/update.ts';
import { helpInIndonesian, translate } from './commands/usage.ts';
import { addVerify } from './commands/verify.ts';
import { UserError } from './problem.ts';
import { cleanLines } from './reporters/clean.ts';

/** Runs the program; the one place where errors end. Returns the exit code: 0 done, 1 problems found, 2 not done. */
export async function run(argv: readonly string[]): Promise<ExitCode> {
  let exitCode: ExitCode = 0;
  const setExitCode = (code: ExitCode) => {
    exitCode = code;
  };
  // A reader that has seen enough (`spbe score | head`) is no error.
  process.stdout.on('error', (error: NodeJS.ErrnoException) => {
    if (error.code !== 'EPIPE') throw error;
  });
  const program = makeProgram();
  const commands = [
    ...[addInit, addCheck, addScore, addEvidence, addPackage, addDraft],
    ...[addMerge, addStatus, addSendBack, addUpdate],
    ...[addGap, addSimulate, addSensitivity],
    ...[addExternal, addStages, addOptimism],
    ...[addHistory, addTrend, addDiff, addVerify],
    ...[addExplain, addInstruments],
  ];
  for (const add of commands) add(program, setExitCode);
  try {
    await program.parseAsync(argv);
    return exitCode;
  } catch (error) {
    return await explain(error, program.opts()['debug'] === true);
  }
}

function makeProgram(): Command {
  return new Command('spbe')
    .usage('<perintah> [pilihan]')
    .description('Kertas kerja penilaian mandiri SPBE: buat, periksa, hitung indeks, susun rencana. Luring.')
    .version(toolVersion(), '-v, --version', 'tampilkan versi')
    .option('--debug', 'tampilkan jejak galat lengkap')
    .option('--redact', 'samarkan nama orang, NIP, telepon, surel dan folder di semua keluaran')
    .hook('preAction', async (program, { args }) => {
      if (program.opts()['redact'] === true) await startRedaction(args, process.cwd());
    })
    .helpOption('-h, --help', 'tampilkan bantuan')
    .helpCommand('help [perintah]', 'tampilkan bantuan sebuah perintah')
    .configureHelp({ ...helpInIndonesian, helpWidth: Math.min(process.stdout.columns ?? 80, 100) })
    .configureOutput({ outputError: () => {} })
    .showSuggestionAfterError(false)
    .exitOverride();
}

async function explain(error: unknown, debug: boolean): Promise<ExitCode> {
  if (error instanceof CommanderError) {
    if (error.exitCode === 0) return 0;
    // Without a command the help itself has been printed.
    if (error.code !== 'commander.help') await printAside(`${cleanLines(translate(error))}\n`);
    return 2;
  }
  if (error instanceof UserError && !debug) {
    await printAside(`${cleanLines(error.message)}\n`);
    return 2;
  }
  if (debug) {
    const trace = error instanceof Error ? (error.stack ?? error.message) : String(error);
    await printAside(`${cleanLines(trace)}\n`);
    return 2;
  }
  const message = error instanceof Error ? error.message : String(error);
  await printAside(
    `Ada galat di dalam spbe: ${cleanLines(message)}\nJalankan lagi dengan --debug dan laporkan keluarannya kepada pembuat spbe.\n`,
  );
  return 2;
}
