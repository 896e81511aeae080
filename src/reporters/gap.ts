import type { Assessment } from '../assessment/merge.ts';
import { formatIds } from '../instrument/id-list.ts';
import type { Gap } from '../plan/gap.ts';
import type { GapResult } from '../plan/gap-result.ts';
import { firstDay, lastDay } from '../plan/month.ts';
import { settlementBlocks } from './conflict-range.ts';
import { alternativeTable } from './gap-alternatives.ts';
import { answerBlocks, describeTargets } from './gap-answer.ts';
import { toGapDocument } from './gap-document.ts';
import { pathBlocks } from './gap-path.ts';
import { scheduleBlocks } from './gap-schedule.ts';
import { aspectTable, opdTable, planTable } from './gap-tables.ts';
import { nameIndicators } from './name-indicators.ts';
import { roundedNumber } from './number.ts';
import { unreviewedSummary } from './problems.ts';
import type { Block, Records, Report } from './report.ts';
import { costTable } from './score.ts';
import { cautionOf, describeSubject, fileNotes } from './subject.ts';

/** The distance to the targets, the best plan that closes it, and what it means for aspects, OPD and time. */
export function reportGap(assessment: Assessment, result: GapResult): Report {
  const { instrument } = assessment;
  const { gap, path, schedule } = result;
  return {
    document: toGapDocument(assessment, result),
    blocks: [
      {
        kind: 'title',
        text: `${describeSubject(assessment)} – rencana menuju ${describeTargets(result)}`,
        subtitle: `${instrument.name} · menurut isian sendiri, belum menurut penilaian asesor`,
      },
      ...cautionOf(assessment.instrument),
      ...fileNotes(assessment),
      ...answerBlocks(assessment, result),
      ...settlementBlocks(assessment),
      ...(path ? pathBlocks(assessment, result, path) : []),
      ...(gap.status === 'planned' && !path ? planTable(assessment, gap) : []),
      ...(schedule ? scheduleBlocks(assessment, [schedule]) : []),
      ...(gap.status === 'planned' ? [...aspectTable(gap), ...opdTable(assessment, gap)] : []),
      ...alternativeTable(assessment, result),
      ...costTable(assessment, gap.from, 'Yang paling menahan indeks sekarang'),
      ...remarks(assessment, gap),
    ],
    records: toRecords(assessment, result),
  };
}

function remarks(assessment: Assessment, { from }: Gap): Block[] {
  const { instrument } = assessment;
  const blocks: Block[] = [];
  if (from.unanswered.length > 0) {
    blocks.push({
      kind: 'paragraph',
      text: `${from.unanswered.length} indikator belum bertingkat dan dihitung tingkat ${instrument.scale.floor}: ${formatIds(from.unanswered, instrument.indicators)}. Isi dulu agar rencananya tepat.`,
      tone: 'caution',
    });
  }
  return [...blocks, ...unreviewedSummary(assessment)];
}

/** One row an indicator raised; with a schedule, one row a level step in time. */
function toRecords(assessment: Assessment, { gap, schedule, path }: GapResult): Records {
  const named = nameIndicators(assessment.instrument);
  const note = (indicator: string) => assessment.answers.get(indicator)?.note ?? null;
  const tasks = [schedule, ...(path ?? []).map((one) => one.schedule)].flatMap((one) => one?.tasks ?? []);
  if (tasks.length > 0) {
    return {
      columns:
        'indikator nama dari ke mulai selesai hari_kerja rupiah tambahan harga_terlambat opd bukti catatan'.split(
          ' ',
        ),
      rows: tasks.map((task) => [
        task.indicator,
        named(task.indicator).name,
        task.from,
        task.to,
        firstDay(task.start),
        lastDay(task.end),
        roundedNumber(task.work.days, 1),
        task.work.rupiah ? roundedNumber(task.work.rupiah, 0) : null,
        roundedNumber(task.gain, 4),
        roundedNumber(task.delayPrice, 4),
        task.opd,
        task.evidence.map(({ text }) => text).join('; '),
        note(task.indicator),
      ]),
    };
  }
  return {
    columns: ['indikator', 'nama', 'dari', 'ke', 'langkah', 'tambahan', 'biaya', 'opd', 'catatan'],
    rows: gap.steps.map(({ indicator, from, to, gain, cost, opd, requires }) => [
      indicator,
      named(indicator).name,
      from,
      to,
      requires.length,
      roundedNumber(gain, 4),
      cost,
      opd,
      note(indicator),
    ]),
  };
}
