import { formatDay, formatPlace, type Problem } from '../problem.ts';
import { problem } from '../problem-kinds.ts';
import { isStated, type Settlement, type Stated, statedLevels } from './settle.ts';

const mostNamed = 6;

/**
 * Answers that contradict each other, cell by cell, so that each OPD finds its own: an open conflict at every cell that
 * states a level, one that the lead or a decision has closed at the cells that were not followed.
 */
export function conflictProblems(settlement: Settlement): Problem[] {
  const { indicator, level, isOpen, candidates } = settlement;
  const stated = candidates.filter(isStated);
  if (isOpen && statedLevels(candidates).length > 1) {
    const used = describeUse(settlement);
    return stated.map((one) =>
      problem('answer-conflict', one.at, {
        indicator,
        answers: nameAll(one, stated),
        used,
        lead: example(settlement),
      }),
    );
  }
  if (level === null) return [];
  return stated
    .filter((one) => one.level !== level)
    .map((one) =>
      problem('answer-overruled', one.at, {
        indicator,
        found: showLevel(one.level),
        used: showLevel(level),
        by: describeAuthority(settlement),
      }),
    );
}

/** `2,5`. */
function showLevel(level: number): string {
  return String(level).replace('.', ',');
}

/** This cell's own answer first; the places of the others, six of them at most. */
function nameAll(own: Stated, stated: readonly Stated[]): string {
  const say = ({ at, level }: Stated) => `${formatPlace(at)}: ${showLevel(level)}`;
  // Not all of them each time: a hostile file may hold ten thousand.
  const others = stated.slice(0, mostNamed + 1).filter((one) => one !== own);
  const left = stated.length - 1 - Math.min(others.length, mostNamed);
  return [
    `di sini ${showLevel(own.level)}`,
    ...others.slice(0, mostNamed).map(say),
    ...(left > 0 ? [`dan ${left} jawaban lain`] : []),
  ].join('; ');
}

function describeUse({ basis, level, lead, candidates }: Settlement): string {
  const shown = showLevel(level ?? 0);
  if (basis === 'median') return `dipakai median bawah, ${shown}`;
  if (basis === 'weighted') return `dipakai rata-rata berbobot dibulatkan ke bawah, ${shown}`;
  if (basis === 'regional') return `dipakai yang tertulis di rekapitulasi, ${shown}`;
  const own = candidates.filter(({ opd }) => opd === lead);
  const why =
    lead === null
      ? ''
      : own.some(isStated)
        ? `OPD pengampu (${lead}) memberi lebih dari satu jawaban, `
        : `OPD pengampu (${lead}) belum mengisi, `;
  return `${why}dipakai yang terendah, ${shown}`;
}

/** What to write in spbe.yaml. */
function example({ indicator, lead, candidates }: Settlement): string {
  const opd = lead ?? candidates.find((one) => one.opd !== null)?.opd ?? 'diskominfo';
  return lead === null
    ? `sebut OPD pengampunya di spbe.yaml (leads: {${indicator}: ${opd}})`
    : 'tulis keputusannya di spbe.yaml (decisions)';
}

function describeAuthority({ decision, lead }: Settlement): string {
  if (decision === null) return `OPD pengampu (${lead})`;
  return `keputusan ${decision.by} ${formatDay(decision.date)}: ${decision.reason}`;
}
