import { describe, expect, it } from 'vitest';
import { loadGlossary } from '../../src/instrument/glossary.ts';
import { listInstruments, loadInstrument } from '../../src/instrument/load.ts';
import { loadCriteria } from '../../src/instrument/load-criteria.ts';
import { search } from '../../src/instrument/search.ts';

const instrument = await loadInstrument('permenpanrb-59-2020');
const criteria = await loadCriteria(instrument);
const glossary = await loadGlossary();

/** Ids of the indicators found, best first. */
function indicators(words: string): string[] {
  return search(words, instrument, criteria, glossary).flatMap(({ kind, name }) =>
    kind === 'indicator' ? [name] : [],
  );
}

describe('search', () => {
  it.each([
    ['manajemen risiko', '21'],
    ['MANAJEMEN RISIKO', '21'],
    ['risiko manajemen', '21'],
    ['arsitektur', '11'],
    ['layanan kearsipan', '37'],
  ])('%s: indicator %s first', (words, first) => {
    expect(indicators(words)[0]).toBe(first);
  });

  it.each([
    ['manajmen resiko', '21'],
    ['arsitktur', '1'],
    ['arsitktur', '11'],
    ['jaringan intr', '17'],
    ['pusat dta', '16'],
  ])('%s finds %s in spite of the slip', (words, expected) => {
    expect(indicators(words)).toContain(expected);
  });

  it('finds an indicator by the application that is used for it', () => {
    expect(indicators('srikandi')).toContain('37');
  });

  it('finds an indicator by its name where nothing more is said of it', () => {
    const silent = { ...criteria, byIndicator: new Map() };
    expect(search('manajemen risiko', instrument, silent, [])[0]).toMatchObject({ name: '21' });
    expect(search('undefined', instrument, silent, [])).toEqual([]);
  });

  it('finds terms too, and says what each is', () => {
    expect(search('srikandi', instrument, criteria, glossary)).toContainEqual({
      kind: 'term',
      name: 'SRIKANDI',
      title: 'SRIKANDI',
    });
  });

  it('takes any of the words where none has them all', () => {
    expect(indicators('risiko xyzzy')).toContain('21');
  });

  it.each(['xyzzyqwv', 'qwerty', '???', '   ', ''])('finds nothing for %j', (words) => {
    expect(search(words, instrument, criteria, glossary)).toEqual([]);
  });

  it('gives at most ten, each once', () => {
    const hits = search('SPBE', instrument, criteria, glossary);
    expect(hits).toHaveLength(10);
    expect(new Set(hits.map(({ kind, name }) => `${kind} ${name}`)).size).toBe(10);
  });
});

describe.each(await listInstruments())('in %s', async (id) => {
  const other = await loadInstrument(id);
  const itsCriteria = await loadCriteria(other);

  it('every indicator is found by its own short name, among the first three', () => {
    const lost = other.indicators.filter(({ id: wanted, shortName }) => {
      const hits = search(shortName, other, itsCriteria, []).slice(0, 3);
      return !hits.some(({ name }) => name === wanted);
    });
    expect(lost.map(({ id: number, shortName }) => `${number} ${shortName}`)).toEqual([]);
  });
});
