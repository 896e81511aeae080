import type { Province, PublishedResult } from '../instrument/benchmarks.ts';

export type InstitutionKind = PublishedResult['type'];

/** What a name says, as far as people write it differently without meaning another institution. */
interface InstitutionName {
  /** null if the name does not tell. */
  readonly kind: TellingKind | null;
  /** Letters alone, without "Pemerintah Kab." and the like, with usual abbreviations written out. */
  readonly key: string;
}

/**
 * The institutions that a name may mean: `Kab. Mojokerto`, `kabupaten mojokerto` and `Pemkab Mojokerto` are one,
 * `Mojokerto` alone is a kota and a kabupaten.
 * @param kind only of this kind, where the name itself does not tell
 */
export function findInstitutions(
  text: string,
  published: readonly PublishedResult[],
  kind: InstitutionKind | null = null,
): PublishedResult[] {
  const asked = parseName(text);
  const wanted = asked.kind ?? kind;
  const found = published.filter((one) => {
    const { key } = parseName(one.name);
    return key === asked.key && (wanted === null || one.type === wanted);
  });
  if (found.length > 0 || asked.kind === null) return found;
  // "Kota Baru" may be Kabupaten Kotabaru.
  const whole = lettersOf(text);
  return published.filter((one) => parseName(one.name).key === whole);
}

/** How people write it: `Kota Mojokerto`, `Kab. Gresik`, `Prov. Jawa Timur`. */
export function shortInstitutionName(name: string): string {
  return name.replace(/^Pemerintah\s+/, '').replace(/^Provinsi\s+/, 'Prov. ');
}

/** The same for every spelling of a name that means the same institution. */
export function comparableName(name: string): string {
  const { kind, key } = parseName(name);
  return kind === null ? key : `${kind} ${key}`;
}

/** Whether two names may mean the same institution: one of them may leave the kind open. */
export function mayBeSame(a: string, b: string): boolean {
  const [one, other] = [parseName(a), parseName(b)];
  return one.key === other.key && (one.kind === other.kind || one.kind === null || other.kind === null);
}

/** How a name may be asked for: with its kind, and without. */
export function spellingsOf(name: string): string[] {
  return [...new Set([comparableName(name), parseName(name).key])];
}

/** Name of the province of a published kabupaten or kota; null for every other institution. */
export function provinceOf(
  { type, name }: Pick<PublishedResult, 'type' | 'name'>,
  provinces: readonly Province[],
): string | null {
  if (type !== 'kabupaten' && type !== 'kota') return null;
  const { key } = parseName(name);
  return provinces.find((one) => one[type].some((member) => lettersOf(member) === key))?.name ?? null;
}

/** Kinds that a name can tell by itself. */
export type TellingKind = 'kabupaten' | 'kota' | 'provinsi' | 'kementerian';

/** Kind of institution from its name ("Kab. Mojokerto", "Pemprov Jawa Timur"); null if the name does not tell. */
export function kindOfName(name: string): TellingKind | null {
  return parseName(name).kind;
}

// Whole words only: Kabupaten Kotawaringin Barat is no kota, Kabupaten Kotabaru neither.
// What a look-ahead finds is part of the name and stays in it.
const beginnings: readonly [RegExp, TellingKind][] = [
  [/^(?:pemkab|kabupaten|kab)\b[.\s]*/, 'kabupaten'],
  [/^(?:pemkot|kota|kotamadya)\b[.\s]*/, 'kota'],
  [/^(?:pemprov|provinsi|propinsi|prov)\b[.\s]*/, 'provinsi'],
  [/^(?=(?:daerah\s+(?:khusus|istimewa)|dki|diy)\b)/, 'provinsi'],
  [/^(?=(?:aceh|d\.?\s?i\.?\s?yogyakarta|d\.?\s?k\.?\s?i\.?\s?jakarta)$)/, 'provinsi'],
  [/^(?=(?:kementerian|kemen\p{L}*)(?!\p{L}))/u, 'kementerian'],
];

/** Provinces that are called otherwise; by what is left when the prefix is gone. */
const otherNames: ReadonlyMap<string, string> = new Map([
  ['ntb', 'nusatenggarabarat'],
  ['ntt', 'nusatenggaratimur'],
  ['diy', 'diyogyakarta'],
  ['daerahistimewayogyakarta', 'diyogyakarta'],
  ['dki', 'dkijakarta'],
  ['jakarta', 'dkijakarta'],
  ['daerahkhususjakarta', 'dkijakarta'],
  ['daerahkhususibukotajakarta', 'dkijakarta'],
  ['nanggroeacehdarussalam', 'aceh'],
  ['babel', 'kepulauanbangkabelitung'],
  ['bangkabelitung', 'kepulauanbangkabelitung'],
  ['kepri', 'kepulauanriau'],
]);

function parseName(text: string): InstitutionName {
  const plain = text
    .normalize('NFKC')
    .toLowerCase()
    .trim()
    .replace(/^pemerintah\s+(?:daerah\s+(?!istimewa|khusus))?/, '');
  const found = beginnings.find(([pattern]) => pattern.test(plain));
  const key = lettersOf(found ? plain.replace(found[0], '') : plain);
  const province = found === undefined || found[1] === 'provinsi' ? otherNames.get(key) : undefined;
  return { kind: found?.[1] ?? (province === undefined ? null : 'provinsi'), key: province ?? key };
}

function lettersOf(text: string): string {
  return text
    .normalize('NFKC')
    .toLowerCase()
    .replace(/\bkep\b\.?/g, 'kepulauan')
    .replace(/\bsel\b\./g, 'selatan')
    .replace(/[^\p{L}\d]/gu, '');
}
