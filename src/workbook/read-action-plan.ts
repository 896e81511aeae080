import type { StatedPlan, StatedRow } from '../plan/stated-plan.ts';
import { type Problem, UserError } from '../problem.ts';
import { actionMetaTable, actionPlanKind, actionPlanVersion, actionTable } from './action-plan-layout.ts';
import type { Book } from './book.ts';
import { describeTable } from './describe-table.ts';
import { longestParticular } from './read-identity.ts';
import { readPairs } from './read-pairs.ts';
import { describeTooLong, fieldAt, findTable } from './tables.ts';

/**
 * Reads an action plan back, by its marks: columns may have moved, rows may be sorted.
 * @throws UserError if it is no action plan of ours, or one whose steps or particulars are lost
 */
export function readActionPlan(
  book: Book,
  file: string,
): { readonly plan: StatedPlan; readonly problems: readonly Problem[] } {
  const meta = readPairs(book, actionMetaTable);
  if (meta.get('kind') !== actionPlanKind) {
    throw new UserError('bukan rencana aksi dari "spbe gap --plan". Sebutkan berkas rencana aksi yang asli.');
  }
  if (Number(meta.get('formatVersion')) > actionPlanVersion) {
    throw new UserError('rencana aksi ini dibuat dengan spbe yang lebih baru. Perbarui spbe lalu ulangi.');
  }
  const found = findTable(book, actionTable);
  const tooLong = found && describeTooLong(found);
  if (tooLong) throw new UserError(tooLong);
  if (!found?.columns.has('id')) {
    throw new UserError(
      `lembar ${actionTable.sheet} atau tanda pengenalnya hilang. Pakai salinan yang masih utuh, lalu salin statusnya ke sana.`,
    );
  }
  // What it holds for the plan may be long; what it says of itself is not.
  const short = (key: string) => (meta.get(key) ?? '').slice(0, longestParticular);
  const year = Number(short('year'));
  return {
    plan: {
      instrument: short('instrument'),
      region: short('region'),
      year: Number.isInteger(year) && year > 0 ? year : null,
      target: short('target'),
      targetLabel: short('targetLabel'),
      levels: meta.get('levels') ?? '',
      steps: meta.get('steps') ?? '',
      at: { file, sheet: found.sheet.name },
      rows: found.rows.map((row): StatedRow => {
        const field = (key: string) => fieldAt(found, row, key, file);
        return {
          id: field('id'),
          opd: field('opd'),
          end: field('end'),
          status: field('status'),
          finished: field('finished'),
          note: field('note'),
        };
      }),
    },
    problems: describeTable(found, actionTable, file),
  };
}
