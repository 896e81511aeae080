import type { Field } from '../assessment/submission.ts';
import type { Book, Cell, Sheet } from './book.ts';
import { cleanText } from './tables.ts';

/** What an officer wrote on the sheet of one indicator. */
export interface FormLines {
  readonly explanation: Field | null;
  readonly documents: Field | null;
}

/** Reads the two lines under the criteria; the form's own notes further down begin with the same labels. */
export function readFormLines(sheet: Sheet, file: string): FormLines {
  return {
    explanation: lineAfter(sheet, /^penjelasan\s*:/i, file),
    documents: lineAfter(sheet, /^data dukung\s*:/i, file),
  };
}

const identityLabels: readonly (readonly [string, RegExp])[] = [
  ['region', /^nama instansi/i],
  ['head', /^nama penanggung jawab/i],
  ['filler', /^nama operator/i],
];

/** Reads Identitas: labels stand left, answers right of a colon; the dotted line of the empty form is no answer. */
export function readFormIdentity(book: Book): Map<string, string> {
  const sheet = book.sheets.find(({ name }) => name.trim().toLowerCase() === 'identitas');
  const identity = new Map<string, string>();
  let person = '';
  for (const { cells } of sheet?.rows ?? []) {
    const [label = '', ...values] = cells.map(cleanText);
    const key = identityLabels.find(([, pattern]) => pattern.test(label))?.[0];
    person = key ?? person;
    const value = values.find((text) => !/^[:.…\s]*$/.test(text));
    if (value === undefined) continue;
    if (key !== undefined) identity.set(key, value);
    else if (/^nip\b/i.test(label) && person === 'filler') identity.set('nip', value);
  }
  return identity;
}

/** The form has some fifty; every line of Rekap looks through them. */
const linesOfForm = 500;

/** The first line with this label: what follows it in its own cell, or else stands to its right. */
function lineAfter({ name, rows }: Sheet, label: RegExp, file: string): Field | null {
  const cells = rows
    .slice(0, linesOfForm)
    .find(({ cells: [first] }) => first !== undefined && label.test(cleanText(first)))?.cells;
  const [first, ...others] = cells ?? [];
  if (first === undefined) return null;
  const at = (cell: Cell, text: string) => ({ text, at: { file, sheet: name, address: cell.address } });
  const within = cleanText(first).replace(label, '').trim();
  if (within !== '' || others[0] === undefined) return at(first, within);
  return at(others[0], cleanText(others[0]));
}
