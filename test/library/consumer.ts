import { readFile } from 'node:fs/promises';
import { Fraction } from 'fraction.js';
// As whoever installs it: test/office/library.test.ts compiles and runs this file in a folder of its own, and nobody else does.
import {
  type Gap,
  listInstruments,
  loadInstrument,
  type Problem,
  planTo,
  readWorkbook,
  roundHalfUp,
  type Score,
  score,
  UserError,
} from 'spbe';

const [path = ''] = process.argv.slice(2);
const { instrument, isRead, levels, problems } = await readWorkbook(await readFile(path), 'levels.csv');
const faults: readonly Problem[] = problems;
const now: Score = score(instrument, levels, 2024);
const gap: Gap = await planTo(instrument, levels, '3.5', { year: 2024, costOf: () => new Fraction(1) });
const refused = await loadInstrument('tidak-ada').catch((error: unknown) => error);
// @ts-expect-error An indicator's id is a text: a mistake the types must find.
levels.get(12);

const told = {
  instruments: await listInstruments(),
  isRead: isRead && faults.length === 0,
  shown: now.shown,
  band: now.band.name,
  reached: roundHalfUp(gap.reached.index, 2),
  levelSteps: gap.levelSteps,
  optimal: gap.optimal,
  isOwnFraction: now.index instanceof Fraction,
  refused: refused instanceof UserError ? refused.name : String(refused),
};
process.stdout.write(JSON.stringify(told));
