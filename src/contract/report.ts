import { z } from 'zod';
import { stageName } from './external.ts';
import { gapDocument } from './gap.ts';
import { exactNumber, level, opening, place, problem, shown } from './parts.ts';
import { recordDocument } from './record.ts';
import { scoreDocument } from './score.ts';
import { settled } from './settled.ts';
import { statusDocument } from './status.ts';

const points = z.number().describe('Index points, four decimals.');
const day = z.iso.date();

const addressee = z.strictObject({ code: z.string(), name: z.string() });

const group = z.strictObject({
  id: z.string(),
  kind: z.enum(['domain', 'aspect']),
  parent: z.string().nullable(),
  name: z.string(),
  weight: exactNumber,
  index: shown,
  indexExact: exactNumber,
  proven: shown.nullable(),
  planned: shown.nullable().describe('After the plan.'),
  past: shown.nullable().describe('In the comparable result before this one.'),
  peers: shown.nullable().describe('Mean of the peers.'),
  lost: points.describe('What its indicators take from the index, against the top level.'),
  strong: z.array(z.string()).describe('Indicators at level 4 and above.'),
  weak: z.array(z.string()).describe('Indicators at level 2 and below, dearest first.'),
});

const indicator = z.strictObject({
  id: z.string(),
  name: z.string(),
  shortName: z.string(),
  group: z.string().describe('Id of its aspect.'),
  weight: exactNumber.describe('Percent of the whole index.'),
  level: level.nullable().describe('The one the index rests on; null if blank, which counts as the floor.'),
  claimed: level.nullable(),
  proven: level.nullable().describe('What the evidence carries; null if it was not looked at.'),
  assessed: level.nullable().describe('The internal assessor’s level.'),
  past: level.nullable().describe('In the comparable result before this one.'),
  planned: level.nullable().describe('After the plan; null without a plan.'),
  lost: points.describe('What it takes from the index, against the top level.'),
  lostExact: exactNumber,
  next: points.describe('What one more level would bring; 0 at the top.'),
  opd: addressee.nullable().describe('The OPD whose answer counts.'),
  at: place.nullable().describe('Cell of the claimed level; null if no file holds the indicator.'),
  settled: settled.nullable(),
  criterion: z.string().nullable().describe('Of the level that counts.'),
  nextCriterion: z.string().nullable().describe('Of the level above; null at the top.'),
  unproven: z
    .strictObject({
      reason: z.string().describe('As in score.proven.losses.'),
      stopsAt: level.describe('Level that is not carried.'),
      missing: z.array(z.string()).describe('Evidence without a document that counts.'),
    })
    .nullable()
    .describe('Set if the evidence carries less than is claimed.'),
  nextEvidence: z.array(z.string()).describe('What the level above asks for and no list says is there.'),
  facts: z.string().describe('Fakta, as the OPD wrote it.'),
  analysis: z.string().nullable().describe('Analisis, as the OPD wrote it.'),
  documents: z.array(
    z.strictObject({
      title: z.string(),
      number: z.string(),
      date: z.string().describe('ISO where it was understood, else as written.'),
      location: z.string(),
      level: level.nullable(),
      status: z.enum(['listed', 'checked', 'doubtful', 'accepted', 'revise', 'refused']),
      problems: z.array(z.string()),
      at: place,
    }),
  ),
});

const decision = z
  .strictObject({
    kind: z.enum(['prove', 'settle', 'fill', 'assign', 'raise']),
    opd: z.string().nullable(),
    indicators: z.array(z.string()),
    points,
    isUpTo: z.boolean().describe('The points are the most it can bring.'),
  })
  .describe('What a leader can decide; dearest first, at most three.');

const past = z
  .strictObject({
    year: z.int(),
    index: shown,
    predicate: z.string().nullable(),
    instrument: z.string(),
    source: z.string(),
    isComparable: z.boolean().describe('Same instrument; else its values must not stand beside ours.'),
  })
  .describe('The newest result of an earlier year.');

const trend = z.strictObject({
  segments: z
    .array(
      z.strictObject({
        instrument: z.string(),
        points: z.array(
          z.strictObject({
            year: z.int(),
            index: shown,
            predicate: z.string().nullable(),
            kind: z.string(),
            source: z.string(),
          }),
        ),
      }),
    )
    .describe('No line may join two of them.'),
  statements: z.array(z.string()),
});

const peers = z.strictObject({
  year: z.int(),
  kind: z.string(),
  count: z.int(),
  rank: z.int(),
  tied: z.int().describe('Others with the same rank.'),
  percentile: z.number(),
  least: shown,
  lowerQuartile: shown,
  median: shown,
  upperQuartile: shown,
  most: shown,
  mean: shown,
  histogram: z.array(z.strictObject({ from: z.number(), to: z.number(), count: z.int() })),
  above: z.array(z.strictObject({ name: z.string(), index: shown })).describe('The nearest ones above.'),
  source: z.string(),
});

/** `spbe report --format json`: all that a report for people is made from. */
export const reportDocument = z
  .strictObject({
    ...opening,
    audience: z.enum(['koordinator', 'pimpinan', 'opd']),
    addressee: addressee
      .nullable()
      .describe('The OPD a report is for; then indicators, opd and problems are its own.'),
    date: day,
    closing: day
      .nullable()
      .describe('Last day on which workbooks are taken back; null if spbe.yaml names none.'),
    instrumentName: z.string(),
    indexName: z.string(),
    scale: z.strictObject({ min: z.int(), max: z.int(), floor: z.int(), decimals: z.int() }),
    decimals: z.int().describe('Of the index.'),
    bands: z.array(z.strictObject({ name: z.string(), from: exactNumber, to: exactNumber })),
    sources: z.array(z.strictObject({ title: z.string(), note: z.string() })),
    basis: scoreDocument.shape.basis,
    stage: stageName,
    score: scoreDocument.pick({
      index: true,
      indexExact: true,
      predicate: true,
      nearEdge: true,
      range: true,
      carried: true,
      unanswered: true,
      proven: true,
      assessed: true,
      conflictRange: true,
    }),
    groups: z.array(group).describe('Each domain before its aspects.'),
    indicators: z.array(indicator),
    standing: statusDocument.pick({ totals: true, unheld: true }),
    opd: statusDocument.shape.opd,
    plan: gapDocument
      .omit({
        schemaVersion: true,
        instrument: true,
        caution: true,
        region: true,
        year: true,
        notes: true,
        losses: true,
        unanswered: true,
        problems: true,
      })
      .nullable()
      .describe('null where no target is known.'),
    decisions: z.array(decision),
    past: past.nullable(),
    trend: trend.nullable(),
    peers: peers.nullable(),
    counts: z.strictObject({ error: z.int(), warning: z.int(), info: z.int() }),
    problems: z.array(problem),
    seal: recordDocument
      .nullable()
      .describe(
        'What it was computed from; null where an input lies outside the project, and in the report of one OPD, since it names the files of all.',
      ),
    sealShort: z
      .string()
      .regex(/^[0-9a-f]{12}$/)
      .nullable()
      .describe('The seal as it is printed: the same on every report of one computation.'),
  })
  .meta({ title: 'spbe report' });

export type ReportDocument = z.infer<typeof reportDocument>;
