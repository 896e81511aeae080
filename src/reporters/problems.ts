import { formatPlace, type Problem, type Severity } from '../problem.ts';
import type { Block, Cell, Tone } from './report.ts';

export const severityWords: Record<Severity, string> = {
  error: 'kesalahan',
  warning: 'peringatan',
  info: 'catatan',
};
const severityTones: Record<Severity, Tone> = { error: 'bad', warning: 'caution', info: 'soft' };
const severityMarks: Record<Severity, string> = { error: '✖', warning: '!', info: 'i' };

export function countBySeverity(problems: readonly Problem[]): Record<Severity, number> {
  const counts = { error: 0, warning: 0, info: 0 };
  for (const { severity } of problems) counts[severity]++;
  return counts;
}

/** `3 kesalahan, 1 peringatan`; `tidak ada masalah` if none. */
export function summarizeProblems(problems: readonly Problem[]): string {
  const counts = countBySeverity(problems);
  const parts = (['error', 'warning', 'info'] as const)
    .filter((severity) => counts[severity] > 0)
    .map((severity) => `${counts[severity]} ${severityWords[severity]}`);
  return parts.length === 0 ? 'tidak ada masalah' : parts.join(', ');
}

export function severityCell(severity: Severity): Cell {
  return {
    text: `${severityMarks[severity]} ${severityWords[severity]}`,
    tone: severityTones[severity],
  };
}

/** The place inside its file: `Penilaian!F17`. */
export function placeInFile({ at }: Problem): string {
  return formatPlace({ ...at, file: '' });
}

/** One line that says how many problems the files have and where to see them; nothing if there are none. */
export function problemSummary(problems: readonly Problem[]): Block[] {
  if (problems.length === 0) return [];
  return [
    {
      kind: 'paragraph',
      text: `Masalah pada berkas: ${summarizeProblems(problems)}. Rinciannya: spbe check.`,
      tone: problems.some(({ severity }) => severity === 'error') ? 'bad' : 'caution',
    },
  ];
}
