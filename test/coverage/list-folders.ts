import { relative, sep } from 'node:path';
import { fileURLToPath } from 'node:url';
import { groupBy } from '../../src/assessment/group-by.ts';

const src = fileURLToPath(new URL('../../src/', import.meta.url));
const measures = ['lines', 'branches'] as const;

type Summary = Readonly<
  Record<(typeof measures)[number], { readonly total: number; readonly covered: number }>
>;

/** As istanbul keeps it. */
interface Coverage {
  files(): string[];
  fileCoverageFor(file: string): { toSummary(): Summary };
}

/** A line for each folder of src, then all together: share and number of lines and branches that ran. */
export function listFolders(coverage: Coverage): string {
  const summaries = coverage.files().map((file) => {
    const folder = relative(src, file).split(sep).slice(0, -1)[0] ?? '.';
    return { folder, summary: coverage.fileCoverageFor(file).toSummary() };
  });
  const folders = groupBy(summaries, ({ folder }) => folder);
  const rows = [...folders].toSorted(([a], [b]) => a.localeCompare(b));
  return [...rows, ['all', summaries] as const]
    .map(([name, parts]) => {
      const shares = measures.map((measure) => {
        const total = parts.reduce((sum, { summary }) => sum + summary[measure].total, 0);
        const covered = parts.reduce((sum, { summary }) => sum + summary[measure].covered, 0);
        const share = total === 0 ? 100 : (100 * covered) / total;
        return `${share.toFixed(2).padStart(7)}% of ${String(total).padStart(5)} ${measure}`;
      });
      return `${name.padEnd(12)}${shares.join('  ')}\n`;
    })
    .join('');
}
