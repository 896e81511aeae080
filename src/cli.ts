import { Command, CommanderError } from 'commander';
import { addCheck } from './commands/check.ts';
import { addCompare } from './commands/compare.ts';
import { addCompletion, addCompletionAnswers } from './commands/completion.ts';
import { addDiff } from './commands/diff.ts';
import { addDoctor } from './commands/doctor.ts';
import { addDraft } from './commands/draft.ts';
import { addEvidence } from './commands/evidence.ts';
import { addExamples } from './commands/examples.ts';
import { addExplain } from './commands/explain.ts';
import { addExternal } from './commands/external.ts';
import type { ExitCode, SetExitCode } from './commands/finish.ts';
import { addGap } from './commands/gap.ts';
import { addHistory } from './commands/history.ts';
import { addInit } from './commands/init.ts';
import { addInstruments } from './commands/instruments.ts';
import { isWatched } from './commands/is-watched.ts';
import { addMerge } from './commands/merge.ts';
import { setNoise } from './commands/noise.ts';
import { addOptimism } from './commands/optimism.ts';
import { addPackage } from './commands/package.ts';
import { printAside } from './commands/print.ts';
import { startRedaction } from './commands/redaction.ts';
import { addReport } from './commands/report.ts';
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
  const program = makeProgram(setExitCode, argv[2]);
  if (argv[2] === 'complete') await addCompletionAnswers(program);
  try {
    const isBare = argv.length === 2 && isWatched();
    if (!isBare) await program.parseAsync(argv);
    else await guide(program);
    return exitCode;
  } catch (error) {
    return await explain(error, program.opts()['debug'] === true);
  }
}

/** Called without a command, by somebody who sits there: a double click on Windows, or a first try. */
async function guide(program: Command): Promise<void> {
  const { chooseCommand, waitForEnter } = await import('./commands/first-run.ts');
  const words = await chooseCommand(process.cwd());
  if (words !== null) await program.parseAsync(words, { from: 'user' });
  // The window of a double click closes with the program.
  if (process.platform === 'win32') await waitForEnter();
}

/** Who adds each command, in the order of the help. */
const commands: Readonly<Record<string, (program: Command, setExitCode: SetExitCode) => void>> = {
  init: addInit,
  check: addCheck,
  score: addScore,
  evidence: addEvidence,
  package: addPackage,
  draft: addDraft,
  merge: addMerge,
  status: addStatus,
  'send-back': addSendBack,
  update: addUpdate,
  report: addReport,
  gap: addGap,
  simulate: addSimulate,
  sensitivity: addSensitivity,
  external: addExternal,
  stages: addStages,
  optimism: addOptimism,
  compare: addCompare,
  history: addHistory,
  trend: addTrend,
  diff: addDiff,
  verify: addVerify,
  explain: addExplain,
  instruments: addInstruments,
  doctor: addDoctor,
  completion: addCompletion,
};

/**
 * The program with all of its commands, or with the one that is asked for, which saves time at every start.
 * @param asked first word of the command line
 */
export function makeProgram(setExitCode: SetExitCode, asked = ''): Command {
  const program = new Command('spbe')
    .usage('<perintah> [pilihan]')
    .description('Kertas kerja penilaian mandiri SPBE: buat, periksa, hitung indeks, susun rencana. Luring.')
    .version(toolVersion(), '-v, --version', 'tampilkan versi')
    .option('-q, --quiet', 'tanpa catatan dan kemajuan; hanya hasil dan kesalahan')
    .option('--redact', 'samarkan nama orang, NIP, telepon, surel dan folder di semua keluaran')
    .option('--verbose', 'sebut juga setiap berkas yang dibaca, dengan waktunya')
    .option('--debug', 'tampilkan jejak galat lengkap')
    .hook('preAction', async (own, { args }) => {
      const { quiet, verbose, redact } = own.opts();
      if (redact === true) await startRedaction(args, process.cwd());
      setNoise(quiet ? 'quiet' : verbose ? 'verbose' : 'usual');
    })
    .helpOption('-h, --help', 'tampilkan bantuan')
    .helpCommand('help [perintah]', 'tampilkan bantuan sebuah perintah')
    .configureHelp({ ...helpInIndonesian, helpWidth: Math.min(process.stdout.columns || 80, 100) })
    .configureOutput({ outputError: () => {} })
    .exitOverride();
  const own = Object.hasOwn(commands, asked) ? commands[asked] : undefined;
  for (const add of own ? [own] : Object.values(commands)) add(program, setExitCode);
  addExamples(program);
  return program;
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
