import { describe, expect, it } from 'vitest';
import type { DocumentCase } from '../make-context.ts';
import { findIn, placesOf } from './find-in.ts';

describe('evidence-shared', () => {
  it.each([
    ['a screenshot for services that are not related', { kind: 'Tangkapan layar' }, ['32', '42']],
    ['a review report for unrelated indicators', { kind: 'Laporan reviu' }, ['8', '12']],
    ['minutes used for many, though related', { kind: 'Notulen' }, ['32', '33', '34', '35']],
    ['a picture of no stated kind', { kind: '', facts: { type: 'image' as const } }, ['32', '42']],
    ['a document for four subjects', { kind: 'Dokumen' }, ['1', '20', '32', '47']],
  ])('hits %s', async (_, document, indicators) => {
    expect(await placesOf('evidence-shared', shared(document, indicators))).toEqual(['Bukti!D6']);
  });

  it.each([
    [
      'a regulation for its whole aspect',
      { kind: 'Kebijakan' },
      ['1', '2', '3', '4', '5', '6', '7', '8', '9', '10'],
    ],
    ['a plan for related indicators', { kind: 'Rencana' }, ['11', '12', '13', '14']],
    ['a screenshot for two related services', { kind: 'Tangkapan layar' }, ['36', '41']],
    ['a document for three subjects', { kind: 'Dokumen' }, ['1', '20', '32']],
    ['a review report for levels of one indicator', { kind: 'Laporan reviu' }, ['12', '12']],
  ])('spares %s', async (_, document, indicators) => {
    expect(await placesOf('evidence-shared', shared(document, indicators))).toEqual([]);
  });

  it('spares different documents, empty files and files that nobody could read', async () => {
    const indicators = ['1', '20', '32', '47'];
    const apart = indicators.map((indicator) => ({ indicator, kind: 'Notulen' }));
    expect(await placesOf('evidence-shared', { documents: apart })).toEqual([]);
    expect(await placesOf('evidence-shared', shared({ facts: { size: 0 } }, indicators))).toEqual([]);
    expect(await placesOf('evidence-shared', shared({ facts: { sha256: '' } }, indicators))).toEqual([]);
  });

  it('knows a document again by its link, and without a project by what the rows say', async () => {
    const link = { kind: 'link', url: 'https://contoh.go.id/a', form: 'good' } as const;
    const unexamined = { kind: 'unexamined' } as const;
    const kind = 'Tangkapan layar';
    expect(await placesOf('evidence-shared', shared({ kind, located: link }, ['32', '42']))).toHaveLength(1);
    const said = [
      { kind, located: unexamined, indicator: '32', location: 'Bukti/Layar.png' },
      { kind, located: unexamined, indicator: '42', location: 'bukti\\layar.PNG' },
    ];
    expect(await placesOf('evidence-shared', { documents: said })).toHaveLength(1);
    const missing = { kind: 'missing', nearest: null } as const;
    expect(await placesOf('evidence-shared', shared({ kind, located: missing }, ['32', '42']))).toEqual([]);
  });

  it('doubts one document for many levels where each level asks for its own', async () => {
    const documents = ['1', '2', '3'].map((level) => ({ indicator: '15', level, facts: same }));
    const instrument = 'permenpanrb-8-2026';
    expect(await placesOf('evidence-shared', { instrument, documents })).toHaveLength(1);
    expect(await placesOf('evidence-shared', { instrument, documents: documents.slice(1) })).toEqual([]);
    expect(await placesOf('evidence-shared', { documents })).toEqual([]);
  });

  it('names the indicators and the rows', async () => {
    const [found] = await findIn(
      'evidence-shared',
      shared({ kind: 'Notulen', title: 'Notulen' }, ['32', '33', '34', '45']),
    );
    expect(found?.message).toContain('"Notulen" dipakai untuk indikator 32–34, 45 – ');
    expect(found?.message).toContain('ada di Bukti!D6, Bukti!D7, ');
  });
});

const same = { sha256: 'f'.repeat(64) };

function shared(document: DocumentCase, indicators: readonly string[]) {
  return {
    documents: indicators.map((indicator) => ({
      ...document,
      facts: { ...same, ...document.facts },
      indicator,
    })),
  };
}
