import type { Place } from '../problem.ts';
import { compareDocuments } from './compare-documents.ts';
import { fileName } from './file-name.ts';
import { groupBy } from './group-by.ts';
import { normalizeIndicator } from './normalize-indicator.ts';
import type { Field, Submission } from './submission.ts';

/** A cell, or a listed document, that is not the same on both sides. */
export interface CellChange {
  /** Code of the OPD; null for a csv. */
  readonly opd: string | null;
  readonly part: 'file' | 'level' | TextPart | 'document' | 'checklist' | 'identity';
  /** Indicator, evidence item, or key of the particulars. */
  readonly item: string;
  /** Which column of a document; empty for other parts, and for a whole document. */
  readonly field: string;
  readonly before: string | null;
  readonly after: string | null;
  readonly beforeAt: Place | null;
  readonly afterAt: Place | null;
}

type TextPart = 'explanation' | 'analysis' | 'note' | 'assessedLevel' | 'assessedReason';

const textParts = [
  'explanation',
  'analysis',
  'note',
  'assessedLevel',
  'assessedReason',
] as const satisfies readonly TextPart[];

/**
 * Compares what two lots of files hold, cell by cell, with the places on both sides. Files answer each other by their
 * OPD, those without one by name; a single file on each side is compared whatever its name.
 */
export function compareSubmissions(
  before: readonly Submission[],
  after: readonly Submission[],
): CellChange[] {
  return pair(before, after).flatMap(([old, now]): CellChange[] => {
    if (old && now) return compareFiles(old, now);
    const one = old ?? now;
    if (one === undefined) return [];
    const place = { file: one.file };
    return [
      {
        ...{ opd: one.meta?.opd.code ?? null, part: 'file', item: fileName(one.file), field: '' },
        ...{ before: old ? one.file : null, after: now ? one.file : null },
        ...{ beforeAt: old ? place : null, afterAt: now ? place : null },
      },
    ];
  });
}

type Pair = readonly [Submission | undefined, Submission | undefined];

function pair(before: readonly Submission[], after: readonly Submission[]): Pair[] {
  const [old, now] = [before[0], after[0]];
  if (before.length === 1 && after.length === 1) return [[old, now]];
  const keyOf = ({ meta, file }: Submission) =>
    meta?.opd.code ? `opd ${meta.opd.code}` : `file ${fileName(file)}`;
  const group = (list: readonly Submission[]) => groupBy(sortByFile(list), keyOf);
  const [left, right] = [group(before), group(after)];
  return [...new Set([...left.keys(), ...right.keys()])].sort().flatMap((key) => {
    const [a, b] = [left.get(key) ?? [], right.get(key) ?? []];
    return Array.from({ length: Math.max(a.length, b.length) }, (_, index): Pair => [a[index], b[index]]);
  });
}

function sortByFile(list: readonly Submission[]): Submission[] {
  return list.toSorted((a, b) => (a.file < b.file ? -1 : 1));
}

function compareFiles(before: Submission, after: Submission): CellChange[] {
  const opd = (after.meta ?? before.meta)?.opd.code ?? null;
  return [
    ...compareIdentity(before, after),
    ...compareAnswers(before, after),
    ...compareDocuments(before.documents, after.documents),
    ...compareFields('checklist', before.checklist, after.checklist),
  ].map((change) => ({ opd, ...change }));
}

export type FileChange = Omit<CellChange, 'opd'>;

function compareAnswers(before: Submission, after: Submission): FileChange[] {
  const rowsOf = ({ answers }: Submission) =>
    new Map(answers.toReversed().map((row) => [normalizeIndicator(row.indicator.text), row]));
  const [old, now] = [rowsOf(before), rowsOf(after)];
  const ids = [before, after].flatMap(({ answers }) =>
    answers.map((row) => normalizeIndicator(row.indicator.text)),
  );
  return [...new Set(ids)].flatMap((id) => {
    const [a, b] = [old.get(id), now.get(id)];
    return [
      ...fieldChange('level', id, a?.level, b?.level),
      ...textParts.flatMap((part) => fieldChange(part, id, a?.[part], b?.[part])),
    ];
  });
}

function compareFields(
  part: CellChange['part'],
  before: ReadonlyMap<string, Field>,
  after: ReadonlyMap<string, Field>,
): FileChange[] {
  const ids = [...new Set([...before.keys(), ...after.keys()])];
  return ids.flatMap((id) => fieldChange(part, id, before.get(id), after.get(id)));
}

/** Particulars carry no addresses: the sheet is named. */
function compareIdentity(before: Submission, after: Submission): FileChange[] {
  const fields = ({ identity, file }: Submission) =>
    new Map(
      [...identity].map(([key, text]): [string, Field] => [key, { text, at: { file, sheet: 'Identitas' } }]),
    );
  return compareFields('identity', fields(before), fields(after));
}

function fieldChange(
  part: CellChange['part'],
  item: string,
  before: Field | undefined,
  after: Field | undefined,
): FileChange[] {
  if ((before?.text ?? '') === (after?.text ?? '')) return [];
  return [
    {
      ...{ part, item, field: '' },
      ...{ before: before?.text || null, after: after?.text || null },
      ...{ beforeAt: before?.at ?? null, afterAt: after?.at ?? null },
    },
  ];
}
