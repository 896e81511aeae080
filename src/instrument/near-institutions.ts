import MiniSearch from 'minisearch';

/** Words that every region's name begins with. */
const common = /^(pemerintah|pemkab|pemkot|pemprov|kabupaten|kab\.?|kota|provinsi|prov\.?)$/i;

/** Names that look like what was asked for, nearest first. */
export function nearInstitutions(asked: string, names: readonly string[], most: number): string[] {
  const index = new MiniSearch({ idField: 'name', fields: ['name'] });
  index.addAll([...new Set(names)].map((name) => ({ name })));
  const words = asked.split(/\s+/).filter((word) => !common.test(word));
  return index
    .search(words.join(' '), { fuzzy: 0.3, prefix: true })
    .slice(0, most)
    .map(({ id }) => String(id));
}
