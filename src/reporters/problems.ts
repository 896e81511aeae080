import type { Assessment } from '../assessment/merge.ts';
import { formatDay, formatPlace, type Problem, type Severity } from '../problem.ts';
import type { Block, Cell, Tone } from './report.ts';

export const severityWords: Record<Severity, string> = {
  error: 'kesalahan',
  warning: 'peringatan',
  info: 'catatan',
};
const severityTones: Record<Severity, Tone> = { error: 'bad', warning: 'caution', info: 'soft' };
const severityMarks: Record<Severity, string> = { error: '✖', warning: '!', info: 'i' };

export function countBySeverity(problems: readonly Pick<Problem, 'severity'>[]): Record<Severity, number> {
  const counts = { error: 0, warning: 0, info: 0 };
  for (const { severity } of problems) counts[severity]++;
  return counts;
}

const waivedWord = 'dikecualikan';

/** `3 kesalahan, 1 peringatan, 1 dikecualikan`; `tidak ada masalah` if none. */
export function summarizeProblems(problems: readonly Problem[]): string {
  const counts = countBySeverity(problems.filter(({ waiver }) => waiver === undefined));
  const waived = problems.filter(({ waiver }) => waiver !== undefined).length;
  const parts = (['error', 'warning', 'info'] as const)
    .filter((severity) => counts[severity] > 0)
    .map((severity) => `${counts[severity]} ${severityWords[severity]}`);
  if (waived > 0) parts.push(`${waived} ${waivedWord}`);
  return parts.length === 0 ? 'tidak ada masalah' : parts.join(', ');
}

/** How grave a problem is, or that a decision lets it pass. */
export function severityWord({ severity, waiver }: Problem): string {
  return waiver ? waivedWord : severityWords[severity];
}

export function severityCell(problem: Problem): Cell {
  const { severity, waiver } = problem;
  return {
    text: `${waiver ? '–' : severityMarks[severity]} ${severityWord(problem)}`,
    tone: severityTones[severity],
  };
}

/** The message, and who lets it pass, until when and why. */
export function fullMessage({ message, waiver }: Problem): string {
  return waiver ? `${message} Dikecualikan ${describeWaiver(waiver)}` : message;
}

/** `oleh Sekretaris Daerah sampai 31 Desember 2026: Menunggu tanda tangan.` */
function describeWaiver({ by, until, reason }: NonNullable<Problem['waiver']>): string {
  return `oleh ${by} sampai ${formatDay(until)}: ${reason.replace(/\.$/, '')}.`;
}

/** The place inside its file: `Penilaian!F17`. */
export function placeInFile({ at }: Problem): string {
  return formatPlace({ ...at, file: '' });
}

const mostWaived = 10;

/**
 * One line that says how many problems the files have and where to see them, and each that is let pass with its reason:
 * a decision of that kind is never silent. Nothing if there are no problems.
 */
export function problemSummary(problems: readonly Problem[]): Block[] {
  if (problems.length === 0) return [];
  return [
    {
      kind: 'paragraph',
      text: `Masalah pada berkas: ${summarizeProblems(problems)}. Rinciannya: spbe check.`,
      tone: problems.some(({ severity }) => severity === 'error') ? 'bad' : 'caution',
    },
    ...waivedProblems(problems),
  ];
}

/** The same where nobody looked at the evidence: what is counted is less than `spbe check` finds, and it says so. */
export function unreviewedSummary({
  problems,
  evidence,
}: Pick<Assessment, 'problems' | 'evidence'>): Block[] {
  if (evidence.length === 0) return problemSummary(problems);
  const [first, ...others] = problemSummary(problems);
  const text =
    first === undefined
      ? 'Bukti tidak diperiksa di sini; lihat spbe check.'
      : `Masalah pada kertas kerja: ${summarizeProblems(problems)}; buktinya tidak diperiksa di sini. Semuanya: spbe check.`;
  return [{ tone: 'soft', ...first, kind: 'paragraph', text }, ...others];
}

/** Each problem that is let pass, and who lets it. */
export function waivedProblems(problems: readonly Problem[]): Block[] {
  const waived = problems.flatMap(({ code, at, waiver }) =>
    waiver ? [`Dikecualikan: ${code} pada ${formatPlace(at)}, ${describeWaiver(waiver)}`] : [],
  );
  const left = waived.length - mostWaived;
  const more = left > 0 ? [`… dan ${left} lagi yang dikecualikan. Semuanya: spbe check.`] : [];
  return [...waived.slice(0, mostWaived), ...more].map((text) => ({ kind: 'paragraph', text, tone: 'soft' }));
}
