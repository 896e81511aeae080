import { describe, expect, test } from 'vitest';
import { findInstitutions } from '../../../src/assessment/evidence-rules/find-institutions.ts';
import { formatUses, sameDocuments } from '../../../src/assessment/evidence-rules/same-documents.ts';
import type { SignWord } from '../../../src/assessment/facts.ts';
import type { ProblemCode } from '../../../src/problem-kinds.ts';
import { type ContextCase, type DocumentCase, makeContext } from '../make-context.ts';
import { apply } from './test-rule.ts';

/** Which of these documents a rule hits. */
async function hitsOf(code: ProblemCode, documents: readonly DocumentCase[], more: ContextCase = {}) {
  const found = await apply(code, { ...more, documents });
  return documents.map((_, index) => found.some((one) => one.endsWith(`!D${index + 6}`)));
}

describe('a paper of another agency', () => {
  const others = (texts: readonly string[], more: ContextCase = {}) =>
    hitsOf(
      'evidence-other-agency',
      texts.map((excerpt) => ({ facts: { excerpt } })),
      more,
    );

  test('is known by its letterhead: its first words, and nothing but its office before', async () => {
    expect(
      await others([
        'BUPATI SLEMAN',
        'Pemerintah Daerah Kabupaten Sleman',
        'SALINAN BUPATI SLEMAN',
        'Salinan wali Kota Mojokerto',
        'Yth. Bupati Sleman',
        'Pemerintah dan Kabupaten Sleman',
        'Salinan pemerintah daerah Kabupaten Sleman',
      ]),
    ).toEqual([true, true, true, true, false, false, false]);
  });

  test('or by its title among the first twelve words', async () => {
    const title = (before: number) => `${'kata '.repeat(before)}Peraturan Bupati Sleman Nomor 3`;
    expect(await others([title(3), title(10), title(11)])).toEqual([true, true, false]);
    const late = `${'panjangsekali'.repeat(23)} Peraturan Bupati Sleman`;
    expect(await others([late])).toEqual([false]);
    expect(await others(['Peraturan yang Bupati Sleman', 'Peraturan Bupati dan Bupati Sleman'])).toEqual([
      ...[false, false],
    ]);
  });

  test('unless one’s own is named too, wherever that stands', async () => {
    const neighbour = 'BUPATI SLEMAN ';
    expect(
      await others([`${neighbour}dan Bupati Contoh`, `${neighbour}${'kata '.repeat(80)}Kabupaten Contoh`]),
    ).toEqual([false, false]);
    const named: DocumentCase = { title: 'Kab. Contoh', facts: { excerpt: neighbour } };
    expect(await hitsOf('evidence-other-agency', [named])).toEqual([false]);
  });

  test('is held against its like: a province against provinces alone', async () => {
    const east = { region: 'Provinsi Jawa Timur', institutions: ['Provinsi Jawa Barat', 'Kabupaten Sleman'] };
    const titles = ['Peraturan Gubernur Jawa Barat', 'Peraturan Bupati Sleman', 'Pergub Jawa Timur 8/2024'];
    const documents = titles.map((title): DocumentCase => ({ title, facts: { excerpt: '' } }));
    expect(await hitsOf('evidence-other-agency', documents, east)).toEqual([true, false, false]);
  });

  test('cannot be told where the own institution is no region, or not known', async () => {
    const documents: DocumentCase[] = [{ title: 'Peraturan Bupati Sleman', facts: { excerpt: '' } }];
    expect(await hitsOf('evidence-other-agency', documents, { region: 'Kementerian Keuangan' })).toEqual([
      false,
    ]);
    expect(await hitsOf('evidence-other-agency', documents, { region: '' })).toEqual([false]);
    expect(findInstitutions('Peraturan Bupati Sleman', new Set())).toEqual([]);
  });
});

describe('a draft', () => {
  const heading: SignWord = { sign: 'draft', word: 'rancangan', where: 'heading' };
  const drafts = (documents: readonly DocumentCase[]) => hitsOf('evidence-draft', documents);

  test('says so in its heading, not deep in the text, and not by another word', async () => {
    const excerpt = 'RANCANGAN PERATURAN';
    expect(
      await drafts([
        { facts: { excerpt, words: [heading] } },
        { facts: { excerpt, words: [{ ...heading, where: 'title' }] } },
        { facts: { excerpt, words: [{ ...heading, sign: 'final' }] } },
        { facts: { excerpt: `Peta Rencana ${excerpt} sistem`, words: [heading] } },
        // As the heading of a later page the word stands alone.
        { facts: { excerpt: `${'kata '.repeat(70)}pembahasan rancangan`, words: [heading] } },
        { facts: { excerpt: 'Pembahasan rancangan perbup', words: [heading] } },
      ]),
    ).toEqual([true, false, false, true, true, false]);
  });

  test('is one also where its kind is not said, but no picture or data is', async () => {
    const title = 'Draft SK';
    expect(
      await drafts([
        { title, kind: '' },
        { title, kind: 'Tangkapan layar' },
        { title, kind: 'Daftar' },
      ]),
    ).toEqual([true, false, false]);
  });

  test('will not do above level 1, where no item asks for one', async () => {
    const title = 'Draft SK';
    const at = (level: string, claimed: string) =>
      hitsOf('evidence-draft', [{ title, level }], { answers: [{ indicator: '12', level: claimed }] });
    expect([
      await at('2', '3'),
      await at('1', '3'),
      await at('', '2'),
      await at('', '1'),
      await at('', ''),
    ]).toEqual([[true], [false], [true], [false], [false]]);
  });
});

describe('an old review', () => {
  const old: DocumentCase = { kind: 'Laporan reviu', date: '2019-05-05' };
  const outdated = async (document: DocumentCase, claimed = '') =>
    (
      await apply('evidence-outdated', {
        documents: [document],
        answers: [{ indicator: '12', level: claimed }],
      })
    ).length > 0;

  test('is judged by the level it is listed for, else by the claimed one, else not at all', async () => {
    expect([await outdated({ ...old, level: '4' }), await outdated({ ...old, level: '2' })]).toEqual([
      true,
      false,
    ]);
    expect([await outdated({ ...old, level: '' }, '4'), await outdated({ ...old, level: '' })]).toEqual([
      true,
      false,
    ]);
  });

  test('is one by its kind, and by its day', async () => {
    expect(await outdated({ ...old, level: '4', kind: '' })).toBe(false);
    expect(await outdated({ ...old, level: '4', date: '' })).toBe(false);
  });
});

describe('another object than is asked for', () => {
  const others = (documents: readonly DocumentCase[]) =>
    hitsOf(
      'evidence-other-object',
      documents.map((one) => ({ indicator: '29', title: 'SK', ...one })),
    );

  test('is named by the title in the file, or by what a law in it is about', async () => {
    expect(
      await others([
        { facts: { title: 'SK Tim Asesor Internal' } },
        { facts: { excerpt: 'Keputusan tentang Tim Asesor Internal SPBE' } },
        { facts: { excerpt: 'tentang Tim Asesor Internal SPBE' } },
        { facts: { excerpt: 'Tim Asesor Internal SPBE' } },
        { facts: { excerpt: 'Penetapan tim asesor, tentang kerja sama' } },
        { facts: { excerpt: `Keputusan tentang ${'kata '.repeat(13)}penetapan` } },
        { facts: { excerpt: `Keputusan tentang ${'kata '.repeat(10)}penetapan tim asesor` } },
        { facts: { excerpt: `Keputusan tentang ${'kata '.repeat(11)}penetapan tim asesor` } },
        { facts: { excerpt: `${'kata '.repeat(60)}tentang tim asesor internal` } },
        { location: 'a/SK_Tim_Asesor_Internal.pdf', located: { kind: 'missing', nearest: null } },
      ]),
    ).toEqual([true, true, true, false, false, false, true, false, false, true]);
  });
});

describe('a screenshot', () => {
  const silent = { type: 'image', dates: [] } as const;
  const undated = (documents: readonly DocumentCase[]) =>
    hitsOf(
      'evidence-screenshot-undated',
      documents.map((one) => ({ indicator: '32', kind: 'Tangkapan layar', date: '', facts: silent, ...one })),
    );

  test('is one by its kind; of an application only a picture is', async () => {
    expect(
      await undated([
        { kind: 'Aplikasi' },
        { kind: 'Aplikasi', facts: { ...silent, type: 'pdf' } },
        { kind: 'Dokumen' },
        { kind: '' },
        { facts: { ...silent, type: 'video' } },
        { facts: { ...silent, state: 'damaged' } },
      ]),
    ).toEqual([true, false, false, false, false, false]);
  });

  test.each([
    ['http://a.test/x', true],
    ['https://a.test', true],
    ['www.contoh.test', true],
    ['sipd.go.id', true],
    ['contoh.id', true],
    ['SIPD.CO.ID', true],
    ['Beranda SIPD', false],
    ['surat.idx', false],
    ['id', false],
  ])('shows its address: %j – %j', async (text, isAddress) => {
    const dated = { date: '2024-08-17' };
    expect(
      await undated([
        { title: text, ...dated },
        { number: text, ...dated },
        { page: text, ...dated },
      ]),
    ).toEqual(Array(3).fill(!isAddress));
  });

  test('has a day where the row has a number, or the text has a day', async () => {
    const title = 'sipd.go.id';
    expect(
      await undated([
        { title, date: 'Agustus 24' },
        { title, date: 'lalu' },
        { title, facts: { type: 'image' } },
      ]),
    ).toEqual([false, true, false]);
  });
});

describe('the same document in several rows', () => {
  const groups = async (documents: readonly DocumentCase[]) => {
    const context = await makeContext({ documents });
    return sameDocuments(context.documents).map((uses) => uses.map(({ position }) => position).join(' '));
  };
  const content = (letter: string): DocumentCase => ({ facts: { sha256: letter.repeat(64) } });
  const unexamined = (location: string): DocumentCase => ({ location, located: { kind: 'unexamined' } });

  test('is known by its content, in the order of the first row', async () => {
    expect(await groups([content('b'), content('a'), content('c'), content('a'), content('b')])).toEqual([
      ...['0 4', '1 3'],
    ]);
  });

  test('by its link; unexamined by what the row says; else not at all', async () => {
    const link = (url: string): DocumentCase => ({ located: { kind: 'link', url, form: 'good' } });
    expect(await groups([link('https://a'), link('https://b'), link('https://a')])).toEqual(['0 2']);
    expect(await groups([unexamined('a b.pdf'), unexamined('A_B.pdf'), unexamined('a c.pdf')])).toEqual([
      '0 1',
    ]);
    expect(await groups([unexamined(''), unexamined('–'), unexamined('–')])).toEqual([]);
    expect(
      await groups([
        { location: 'a', located: { kind: 'outside' } },
        { location: 'a', located: { kind: 'outside' } },
      ]),
    ).toEqual([]);
  });

  test('unexamined is that of its OPD alone', async () => {
    const context = await makeContext({
      documents: [unexamined('a.pdf'), unexamined('a.pdf'), unexamined('a.pdf')],
    });
    const documents = context.documents.map((one, index) => ({
      ...one,
      evidence: { ...one.evidence, opd: ['a', null, 'b'][index] ?? null },
    }));
    expect(sameDocuments(documents)).toEqual([]);
    expect(
      sameDocuments(documents.map((one) => ({ ...one, evidence: { ...one.evidence, opd: null } }))),
    ).toHaveLength(1);
  });

  test('its rows are named from the first, five of them', async () => {
    const context = await makeContext({ documents: Array.from({ length: 6 }, () => content('a')) });
    const [six] = sameDocuments(context.documents);
    const [five] = sameDocuments(context.documents.slice(1));
    expect(six && formatUses(six)).toBe('Bukti!D6, Bukti!D7, Bukti!D8, Bukti!D9, Bukti!D10 dan 1 baris lagi');
    expect(five && formatUses(five)).toBe('Bukti!D7, Bukti!D8, Bukti!D9, Bukti!D10, Bukti!D11');
  });
});

describe('one document for much', () => {
  const shared = async (rows: readonly DocumentCase[]) =>
    (
      await apply('evidence-shared', {
        documents: rows.map((row) => ({ ...row, facts: { sha256: 'f'.repeat(64), ...row.facts } })),
      })
    ).length > 0;
  const of = (kind: string, ...indicators: readonly string[]) =>
    indicators.map((indicator) => ({ indicator, kind }));

  test('is doubted if only one of its rows calls it minutes', async () => {
    expect(await shared([...of('Rencana', '12'), ...of('Notulen', '42')])).toBe(true);
    expect(await shared([...of('Rencana', '12'), ...of('Rencana', '42')])).toBe(false);
  });

  test('minutes for three related indicators are fine', async () => {
    expect(await shared(of('Notulen', '32', '33', '34'))).toBe(false);
  });

  test('of no stated kind only a picture is particular', async () => {
    expect(await shared(of('', '32', '42'))).toBe(false);
  });
});
