import { firstFree } from './first-free.ts';

/**
 * A file name for an OPD that no other has taken. The code stands in the workbook, so anything may be in it: only letters,
 * digits and hyphens reach a file name.
 * @param name e.g. `surat-%.txt`; the code takes the place of `%`
 */
export function freeName(name: string, code: string, taken: Set<string>): string {
  const slug = code
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, '-')
    .replace(/^-+|-+$/g, '')
    .slice(0, 40);
  return firstFree((ending) => name.replace('%', `${slug || 'opd'}${ending}`), taken);
}
