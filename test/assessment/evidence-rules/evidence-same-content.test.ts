import { describe, expect, it } from 'vitest';
import type { FileFacts } from '../../../src/assessment/facts.ts';
import { findIn, placesOf } from './find-in.ts';

describe('evidence-same-content', () => {
  it.each([
    ['two names', ['a.pdf', 'b.pdf'], ['Bukti!D6']],
    ['three names', ['a.pdf', 'b.pdf', 'c.pdf'], ['Bukti!D6']],
    ['one name in two folders', ['diskominfo/a.pdf', 'bappeda/a.pdf'], ['Bukti!D6']],
    ['two names among more rows', ['a.pdf', 'a.pdf', 'b.pdf'], ['Bukti!D6']],
  ])('hits %s of one content', async (_, names, places) => {
    expect(await placesOf('evidence-same-content', files(names))).toEqual(places);
  });

  it('spares one name in several rows', async () => {
    expect(await placesOf('evidence-same-content', files(['a.pdf', 'a.pdf', 'a.pdf']))).toEqual([]);
  });

  it('spares other contents, empty files and files that nobody could read', async () => {
    const documents = ['a.pdf', 'b.pdf'].map((path) => ({ facts: { path } }));
    expect(await placesOf('evidence-same-content', { documents })).toEqual([]);
    expect(await placesOf('evidence-same-content', files(['a.pdf', 'b.pdf'], { size: 0 }))).toEqual([]);
    expect(await placesOf('evidence-same-content', files(['a.pdf', 'b.pdf'], { sha256: '' }))).toEqual([]);
  });

  it('names the files and the rows', async () => {
    const [found] = await findIn('evidence-same-content', files(['b.pdf', 'a.pdf']));
    expect(found?.message).toContain('"bukti/a.pdf", "bukti/b.pdf"');
    expect(found?.message).toContain('ada di Bukti!D6, Bukti!D7 –');
  });
});

function files(names: readonly string[], facts: Partial<FileFacts> = {}) {
  return {
    documents: names.map((name) => ({ facts: { path: `bukti/${name}`, sha256: 'e'.repeat(64), ...facts } })),
  };
}
