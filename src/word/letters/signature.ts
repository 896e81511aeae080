import { blank, longBlank } from '../../reporters/full-report/letter-sentences.ts';
import type { Piece } from '../piece.ts';

/** Who signs, side by side, each under the lines that name the office; names and numbers are for them to write. */
export function signatures(roles: readonly (readonly string[])[]): Piece {
  const columns = roles.map((role) => [...role, '', '', '', longBlank, `NIP ${blank}`]);
  // One alone stands at the right.
  return { kind: 'signatures', columns: columns.length === 1 ? [[], ...columns] : columns };
}

/** Name, number and office of one who declares something. */
export function person(role: string): Piece {
  return {
    kind: 'particulars',
    isOfLetter: true,
    labelShare: 22,
    rows: [
      { label: 'Nama', texts: [`: ${longBlank}`] },
      { label: 'NIP', texts: [`: ${longBlank}`] },
      { label: 'Jabatan', texts: [`: ${role}`] },
    ],
  };
}
