import {
  findInstitutions,
  type InstitutionKind,
  shortInstitutionName,
  spellingsOf,
} from '../assessment/institution-name.ts';
import { indexNames } from '../evidence/nearest.ts';
import type { PublishedResult } from '../instrument/benchmarks.ts';
import { UserError } from '../problem.ts';
import { clean } from '../reporters/clean.ts';
import { orStop } from './ask-missing.ts';
import { isWatched } from './is-watched.ts';

/**
 * The published row that a name means. Of several the person at the terminal chooses.
 * @param rows of one year
 * @returns null if there is none of that name
 * @throws UserError listing the candidates if there are several and nobody can be asked
 */
export async function chooseInstitution(
  text: string,
  rows: readonly PublishedResult[],
  kind: InstitutionKind | null,
): Promise<PublishedResult | null> {
  const found = findInstitutions(text, rows, kind);
  if (found.length < 2) return found[0] ?? null;
  if (isWatched()) return await ask(text, found);
  const names = found.map(({ name }) => shortInstitutionName(name));
  throw new UserError(
    `"${clean(text)}" dapat berarti ${found.length} instansi: ${names.join(', ')}. Tulis nama lengkapnya.`,
  );
}

async function ask(text: string, found: readonly PublishedResult[]): Promise<PublishedResult> {
  const { select } = await import('@clack/prompts');
  const options = found.map((row) => ({ value: row, label: shortInstitutionName(row.name) }));
  return orStop(await select({ message: `"${clean(text)}" yang mana?`, options }));
}

/** What to say of a name that is not there: `Maksud Anda Kota Mojokerto?`, or how names are written. */
export function suggestInstitution(text: string, rows: readonly PublishedResult[]): string {
  const names = indexNames(
    rows.flatMap(({ name }) => spellingsOf(name).map((spelling) => [spelling, name] as const)),
  );
  const [asked = ''] = spellingsOf(text);
  const nearest = names.nearest(asked);
  return nearest === null
    ? 'Tulis misalnya "Kab. Mojokerto", "Kota Mojokerto" atau "Prov. Jawa Timur".'
    : `Maksud Anda ${shortInstitutionName(nearest)}?`;
}
