import type { ScoreDocument } from '../contract/score.ts';
import { loadInstrument } from '../instrument/load.ts';
import { UserError } from '../problem.ts';
import { cleanLines } from '../reporters/clean.ts';
import { toLine } from '../reporters/ndjson.ts';
import { type EachRow, reportEach, toEachRow } from '../reporters/score-each.ts';
import { today } from './date-option.ts';
import { codeFor, type ExitCode, finish } from './finish.ts';
import { listEach } from './list-each.ts';
import { parseMapOption } from './map-option.ts';
import { remark } from './noise.ts';
import { interrupted, onInterrupt } from './on-interrupt.ts';
import { printAside } from './print.ts';
import { describeCount, startProgress } from './progress.ts';
import type { RecordOptions } from './record-option.ts';
import { redacted } from './redaction.ts';
import type { Alone, AloneOptions } from './score-alone.ts';
import { scoreEach } from './score-each.ts';
import { type StageOptions, stageOf } from './stage-option.ts';
import type { InputCommandOptions } from './takes-inputs.ts';
import { writeLines } from './write-lines.ts';

type Options = InputCommandOptions & RecordOptions & StageOptions;

/**
 * Scores each file and each project that the paths name by itself; without a path those in this folder. What cannot be scored is
 * told of and does not stop the others. Ctrl-C ends it with what has been scored so far.
 * @throws UserError if there is nothing to score, or the options do not fit together
 */
export async function runEach(paths: readonly string[], options: Options): Promise<ExitCode> {
  if (options.record || options.note !== undefined) {
    throw new UserError('--record dan --note mencatat satu hasil. Jalankan tanpa --each di proyek itu.');
  }
  const each = await listEach(paths.length === 0 ? ['.'] : paths, process.cwd());
  const how = await readOptions(options);
  const seen: Seen = { rows: [], refused: [], notes: [], isGrave: false, isInterrupted: false };
  const progress = await startProgress('Menilai');
  let isStopped = false;
  const stopWatching = onInterrupt(() => {
    isStopped = true;
  });
  async function* documents(): AsyncGenerator<ScoreDocument, void, void> {
    for await (const { path, alone } of scoreEach(each, how)) {
      keep(seen, path, alone, options.failOn);
      if ('document' in alone) yield alone.document;
      const done = seen.rows.length + seen.refused.length;
      progress.onFile(path, done, each.length);
      seen.isInterrupted = isStopped && done < each.length;
      if (seen.isInterrupted) return;
    }
  }
  try {
    if (options.format === 'ndjson') await writeLines(toLines(documents()), options.output);
    else for await (const _ of documents());
  } finally {
    stopWatching();
    progress.stop();
  }
  return await tell(seen, each.length, options);
}

/** What is kept of all, which is little of each: they may be many. */
interface Seen {
  readonly rows: EachRow[];
  readonly refused: { readonly path: string; readonly message: string }[];
  readonly notes: string[];
  /** Whether something asks for exit code 1. */
  isGrave: boolean;
  /** Whether Ctrl-C ended it before the last. */
  isInterrupted: boolean;
}

function keep(seen: Seen, path: string, alone: Alone, failOn: Options['failOn']): void {
  if ('refusal' in alone) {
    seen.refused.push({ path, message: alone.refusal });
    seen.isGrave ||= failOn !== 'never';
    return;
  }
  const { document, decimals, notes } = alone;
  seen.rows.push(toEachRow(path, document, decimals));
  seen.notes.push(...notes.map((note) => `${path}: ${note}`));
  seen.isGrave ||= codeFor(document.problems, failOn) === 1;
}

async function* toLines(documents: AsyncIterable<ScoreDocument>): AsyncGenerator<string, void, void> {
  for await (const document of documents) yield toLine(await redacted(document));
}

async function tell(
  { rows, refused, notes, isGrave, isInterrupted }: Seen,
  found: number,
  options: Options,
): Promise<ExitCode> {
  if (options.format === 'ndjson') {
    for (const { path, message } of refused) {
      await printAside(`${cleanLines(`Tidak dapat dinilai: ${path} – ${message}`)}\n`);
    }
  } else {
    await finish(reportEach({ rows, refused, found, interrupted: isInterrupted }), [], options);
  }
  for (const note of notes) await remark(note);
  if (!isInterrupted) return isGrave ? 1 : 0;
  await printAside(
    `Dihentikan – ${describeCount(rows.length + refused.length, found)} dinilai, hasilnya utuh – jalankan lagi perintah yang sama untuk semuanya.\n`,
  );
  return interrupted;
}

async function readOptions({ stage, date = today(), instrument, map }: Options): Promise<AloneOptions> {
  // What is wrong with them is said once, and not of every file.
  if (instrument !== undefined) await loadInstrument(instrument);
  return {
    cwd: process.cwd(),
    stage: stageOf(stage),
    date,
    ...(instrument === undefined ? {} : { instrument }),
    ...(map === undefined ? {} : { map: await parseMapOption(map) }),
  };
}
