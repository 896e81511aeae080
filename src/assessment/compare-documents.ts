import type { FileChange } from './compare.ts';
import { groupBy } from './group-by.ts';
import { normalizeIndicator } from './normalize-indicator.ts';
import type { DocumentRow, Field } from './submission.ts';

/** What every list of documents has. */
type Kept = Exclude<keyof DocumentRow, 'opd'>;

const fields = [
  ...['indicator', 'level', 'kind', 'title', 'number', 'date'],
  ...['location', 'page', 'signed', 'verdict', 'remark'],
] as readonly Kept[];

/** By what a document is known again when something about it was corrected, the surest first. */
const marks: readonly Kept[] = ['location', 'number', 'title'];

/**
 * Which listed documents came, went, or were changed, and in what. Where a row stands does not matter: a list that was
 * sorted is the same list.
 */
export function compareDocuments(
  before: readonly DocumentRow[],
  after: readonly DocumentRow[],
): FileChange[] {
  const [old, now] = [new Set(before.filter(isFilled)), new Set(after.filter(isFilled))];
  const match = (keyOf: (row: DocumentRow) => string | null): [DocumentRow, DocumentRow][] => {
    const waiting = groupBy(now, (row) => keyOf(row));
    return [...old].flatMap((row): [DocumentRow, DocumentRow][] => {
      const key = keyOf(row);
      const found = key === null ? undefined : waiting.get(key)?.shift();
      if (found === undefined) return [];
      old.delete(row);
      now.delete(found);
      return [[row, found]];
    });
  };
  match((row) => JSON.stringify(fields.map((field) => row[field].text)));
  const changed = marks.flatMap((mark) =>
    match((row) =>
      row[mark].text === ''
        ? null
        : JSON.stringify([normalizeIndicator(row.indicator.text), fold(row[mark].text)]),
    ),
  );
  return [
    ...changed.flatMap(([a, b]) =>
      fields.flatMap((field) => (a[field].text === b[field].text ? [] : [change(a, b, field)])),
    ),
    ...[...old].map((row) => change(row, null, null)),
    ...[...now].map((row) => change(null, row, null)),
  ];
}

function isFilled(row: DocumentRow): boolean {
  return fields.some((field) => row[field].text !== '');
}

function fold(text: string): string {
  return text.normalize('NFKC').replace(/\s+/g, ' ').trim().toLowerCase();
}

/** @param field null for a whole document, named by its title or file */
function change(before: DocumentRow | null, after: DocumentRow | null, field: Kept | null): FileChange {
  const row = after ?? before;
  const pick = (one: DocumentRow | null): Field | null => {
    if (one === null) return null;
    if (field !== null) return one[field];
    return one.title.text === '' ? one.location : one.title;
  };
  const [a, b] = [pick(before), pick(after)];
  return {
    part: 'document',
    item: normalizeIndicator(row?.indicator.text ?? ''),
    field: field ?? '',
    before: a?.text || null,
    after: b?.text || null,
    beforeAt: a?.at ?? null,
    afterAt: b?.at ?? null,
  };
}
