import type { Evidence } from '../answers.ts';

/** Number or date, as far as its row does not say them. A number that names its year needs no date beside it. */
export function lackingParticulars({
  number,
  date,
}: Pick<Evidence, 'number' | 'date'>): readonly ('nomor' | 'tanggal')[] {
  const isDated = !isBlank(date) || (!isBlank(number) && namesYear.test(number));
  return [...(isBlank(number) ? (['nomor'] as const) : []), ...(isDated ? [] : (['tanggal'] as const))];
}

const namesYear = /(?<!\d)(19|20)\d{2}(?!\d)/;

function isBlank(text: string): boolean {
  return /^(\s|[-–—.?])*$|^\s*(n\/?a|tidak ada|belum ada|tanpa nomor|kosong|nihil)\s*$/i.test(text);
}
