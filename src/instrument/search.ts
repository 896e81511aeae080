import MiniSearch from 'minisearch';
import type { GlossaryTerm } from './glossary.ts';
import type { Instrument } from './instrument.ts';
import type { Criteria } from './load-criteria.ts';

export interface Hit {
  readonly kind: 'indicator' | 'term';
  /** Indicator id, or the term itself. */
  readonly name: string;
  readonly title: string;
}

interface Entry extends Hit {
  readonly id: string;
  readonly names: string;
  readonly body: string;
}

/** Finds indicators and terms by words, also misspelt or unfinished ones; best first, at most ten. */
export function search(
  words: string,
  instrument: Instrument,
  criteria: Criteria,
  glossary: readonly GlossaryTerm[],
): Hit[] {
  const index = new MiniSearch<Entry>({
    fields: ['names', 'body'],
    storeFields: ['kind', 'name', 'title'],
    searchOptions: {
      boost: { names: 4 },
      prefix: (term) => term.length > 3,
      // One slip in a word of five letters, two in one of ten.
      fuzzy: (term) => (term.length > 4 ? 0.2 : false),
      combineWith: 'AND',
    },
  });
  index.addAll([...listIndicators(instrument, criteria), ...listTerms(glossary)]);
  const strict = index.search(words);
  const found = strict.length > 0 ? strict : index.search(words, { combineWith: 'OR' });
  return found.slice(0, 10).map((result) => ({
    kind: result['kind'] as Hit['kind'],
    name: result['name'] as string,
    title: result['title'] as string,
  }));
}

function listIndicators({ indicators }: Instrument, { byIndicator }: Criteria): Entry[] {
  return indicators.map(({ id, name, shortName, question }) => {
    const texts = byIndicator.get(id);
    return {
      id: `indicator ${id}`,
      kind: 'indicator' as const,
      name: id,
      title: name,
      names: `${shortName} ${name}`,
      body: [question, texts?.explanation, texts?.applications.join(' ')].join(' '),
    };
  });
}

function listTerms(glossary: readonly GlossaryTerm[]): Entry[] {
  return glossary.map(({ term, aliases, definition }) => ({
    id: `term ${term}`,
    kind: 'term' as const,
    name: term,
    title: term,
    names: [term, ...aliases].join(' '),
    body: definition,
  }));
}
