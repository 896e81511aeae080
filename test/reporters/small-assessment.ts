import { type Assessment, claimedLevels, mergeSubmissions } from '../../src/assessment/merge.ts';
import type { GapOptions } from '../../src/plan/gap.ts';
import { findGap } from '../../src/plan/gap.ts';
import type { GapResult } from '../../src/plan/gap-result.ts';
import { parseTargets } from '../../src/plan/parse-targets.ts';
import { findPath, joinPath } from '../../src/plan/path.ts';
import type { Block } from '../../src/reporters/report.ts';
import { terminal } from '../../src/reporters/terminal.ts';
import { makeSubmission } from '../assessment/make-submission.ts';
import { plainResult } from '../plan/plain-result.ts';
import { smallInstrument } from '../plan/small-instrument.ts';

export interface SmallRegion {
  /** Levels of i1, i2 …; an empty text = blank. */
  readonly levels: readonly string[];
  /** Weights, in proportion; all the same if absent. */
  readonly parts?: readonly number[];
  /** Decimals that a level may have. */
  readonly decimals?: number;
  /** From a csv, which knows no OPD. */
  readonly isPlain?: boolean;
}

const processes = {
  id: 'proses',
  name: 'Proses',
  levels: [1, 2, 3, 4, 5].map((level) => ({ level, name: null, definition: null })),
};

/** A region of one OPD, under an instrument of a few indicators that are all of the same kind. */
export function smallAssessment({ levels, parts, decimals = 0, isPlain = false }: SmallRegion): Assessment {
  const small = smallInstrument(parts ?? levels.map(() => 1), decimals);
  const instrument = { ...small, capabilities: new Map([['proses', processes]]) };
  const answers = levels.map((level, index): [string, string, string] => [`i${index + 1}`, level, 'Fakta.']);
  const meta = isPlain ? null : { instrument: instrument.id };
  return mergeSubmissions(
    [makeSubmission({ answers, meta })],
    instrument,
    { region: null, year: null },
    null,
  );
}

/** The plan for a target as after `--target`, with nothing asked for around it but what `more` says. */
export async function gapTo(
  assessment: Assessment,
  target: string | null,
  options: GapOptions = {},
  more: Partial<GapResult> = {},
): Promise<GapResult> {
  const { instrument, answers } = assessment;
  const { index } = parseTargets(target === null ? [] : [target], instrument);
  const gap = await findGap(instrument, claimedLevels(answers), index, options);
  return { ...plainResult(gap), ...more };
}

/** A path over years, as after `--target 2026=3 --target 2027=4`. */
export async function pathTo(
  assessment: Assessment,
  targets: readonly string[],
  optionsFor: (year: number) => GapOptions = () => ({}),
): Promise<GapResult> {
  const { instrument, answers } = assessment;
  const levels = claimedLevels(answers);
  const path = await findPath(instrument, levels, parseTargets(targets, instrument).byYear, optionsFor);
  return {
    ...plainResult(joinPath(instrument, levels, path)),
    path: path.map((one) => ({ ...one, schedule: null })),
  };
}

/** What a terminal of 100 columns shows of these blocks. */
export function shown(blocks: readonly Block[]): string {
  return terminal(
    { document: {}, blocks: [...blocks], records: { columns: [], rows: [] } },
    { width: 100, colour: false },
  ).trimEnd();
}
