import { describe, expect, it } from 'vitest';
import { loadGlossary } from '../../src/instrument/glossary.ts';

const terms = await loadGlossary();

describe('the glossary', () => {
  it('has 50 to 70 terms, sorted', () => {
    const names = terms.map(({ term }) => term);
    expect(names.length).toBeGreaterThanOrEqual(50);
    expect(names.length).toBeLessThanOrEqual(70);
    expect(names).toEqual(names.toSorted((a, b) => a.localeCompare(b, 'id')));
  });

  it('uses no term or alias twice, in whatever case', () => {
    const all = terms.flatMap(({ term, aliases }) => [term, ...aliases].map((name) => name.toLowerCase()));
    expect(all.filter((name, index) => all.indexOf(name) !== index)).toEqual([]);
  });

  it.each(terms)('$term: one sentence of 20 to 300 characters, with a source', ({ definition, source }) => {
    expect(definition).toMatch(/^[A-Z][^.!?\n]*\.$/);
    expect(definition.length).toBeGreaterThanOrEqual(20);
    expect(definition.length).toBeLessThanOrEqual(300);
    // Reports end the line themselves.
    expect(source).toMatch(/[^.\s]$/);
  });

  it('explains the names of the levels and what the workbook asks for', () => {
    const names = terms.map(({ term }) => term);
    const levels = [
      ...['Rintisan', 'Terkelola', 'Terdefinisi', 'Terpadu dan Terukur', 'Optimum'],
      ...['Informasi', 'Interaksi', 'Transaksi', 'Kolaborasi'],
    ];
    for (const name of [...levels, 'tingkat kematangan', 'bukti dukung', 'OPD pengampu', 'predikat']) {
      expect(names).toContain(name);
    }
  });
});
