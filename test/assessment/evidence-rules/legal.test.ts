import { expect, test } from 'vitest';
import type { SignWord } from '../../../src/assessment/facts.ts';
import { reviewEvidence } from '../../../src/assessment/review.ts';
import { usualSettings } from '../../../src/assessment/rule-settings.ts';
import { makeContext } from '../make-context.ts';
import { testRule } from './test-rule.ts';

const heading: SignWord = { sign: 'draft', word: 'rancangan', where: 'heading' };

testRule(
  'evidence-draft',
  'D6',
  [
    ['rancangan in the title', { title: 'Rancangan Peraturan Bupati tentang Peta Rencana SPBE' }],
    ['ranperbup in the title', { title: 'Ranperbup Manajemen Data', indicator: '3', kind: 'Kebijakan' }],
    ['draft in the name of the file', { facts: { path: 'bukti/a/Draft_SK-Tim.pdf' } }],
    ['draft at the end of it', { facts: { path: 'bukti/a/Laporan Reviu 2024 draft 2.pdf' } }],
    ['draft final', { facts: { path: 'bukti/a/Peta Rencana draft final.docx' } }],
    [
      'konsep in the name of a missing file',
      {
        location: 'Konsep Perbup.docx',
        located: { kind: 'missing', nearest: null },
      },
    ],
    ['draf in the title of the document', { facts: { title: 'DRAF Peta Rencana' } }],
    [
      'rancangan in the heading',
      {
        facts: { excerpt: 'RANCANGAN PERATURAN BUPATI CONTOH', words: [heading] },
      },
    ],
    ['a draft of minutes', { title: 'Draft Notulen Rapat Koordinasi', kind: 'Notulen' }],
    [
      'a level that is only claimed',
      { title: 'Draf Peta Rencana', level: '' },
      {
        answers: [{ indicator: '12', level: '3' }],
      },
    ],
  ],
  [
    ['an established policy', { title: 'Peraturan Bupati tentang Peta Rencana SPBE' }],
    ['a draft where level 1 asks for one', { title: 'Rancangan Peta Rencana', level: '1' }],
    ['minutes on a draft', { title: 'Notulen Pembahasan Rancangan Perbup', kind: 'Notulen' }],
    ['the invitation to it', { facts: { path: 'bukti/a/Undangan_harmonisasi_ranperbup.pdf' } }],
    ['a decree on who writes it', { title: 'SK Tim Penyusun Draft Arsitektur SPBE' }],
    ['rancangan deep in the text', { facts: { words: [{ ...heading, where: 'text' }] } }],
    [
      'rancangan late in a heading about it',
      {
        facts: {
          excerpt: 'PERATURAN BUPATI CONTOH NOMOR 3 TAHUN 2024 TENTANG PENYUSUNAN RANCANGAN PERATURAN',
          words: [heading],
        },
      },
    ],
    ['a drafter', { title: 'Sertifikat drafter peraturan' }],
    ['a design', { title: 'Rancangan Basis Data SIMPEG' }],
    ['a screenshot of drafts', { title: 'Draft surat di Srikandi', kind: 'Tangkapan layar' }],
    ['an idea', { title: 'Kajian konsep kota cerdas' }],
    ['a level that nobody claims', { title: 'Draf Peta Rencana', level: '' }],
  ],
);

testRule(
  'evidence-final',
  'G6',
  [
    ['final at the end', { facts: { path: 'bukti/a/Perbup Peta Rencana FINAL.pdf' } }],
    ['final with a number', { facts: { path: 'bukti/a/SK_tim_final2.pdf' } }],
    [
      'final in a file that was not looked for',
      { location: 'sk-final.pdf', located: { kind: 'unexamined' } },
    ],
  ],
  [
    ['a plain name', { facts: { path: 'bukti/a/Perbup 12-2024.pdf' } }],
    ['a final report', { facts: { path: 'bukti/a/Laporan Final Reviu.pdf' } }],
    ['a draft final, which is a draft', { facts: { path: 'bukti/a/draft_final_sk.pdf' } }],
    ['finalisasi', { facts: { path: 'bukti/a/Notulen finalisasi.pdf' } }],
    ['a final folder', { facts: { path: 'bukti/final/sk.pdf' } }],
  ],
);

const policy = { indicator: '2', kind: 'Kebijakan' } as const;
const silent = { numbers: [], dates: [] };

testRule(
  'evidence-unnumbered',
  'E6',
  [
    ['neither number nor date', { ...policy, number: '', date: '', facts: silent }],
    ['a dash for a number', { ...policy, number: '-', facts: { numbers: [] } }],
    [
      'a decree, not looked for',
      {
        ...policy,
        kind: 'SK atau surat tugas',
        number: '',
        located: { kind: 'unexamined' },
      },
    ],
    [
      'an agreement behind a link',
      {
        indicator: '20',
        kind: 'Perjanjian',
        number: 'n/a',
        located: { kind: 'link', url: 'https://a.id/b.pdf', form: 'good' },
      },
    ],
  ],
  [
    ['number and date in the row', { ...policy, facts: silent }],
    ['a number that names its year', { ...policy, number: '12 Tahun 2024', date: '', facts: silent }],
    ['a number in the file', { ...policy, number: '', date: '' }],
    ['a plan, which needs none', { number: '', date: '', facts: silent }],
    ['a draft where one is asked for', { ...policy, level: '1', number: '', date: '', facts: silent }],
  ],
);

testRule(
  'evidence-unnumbered',
  'F6',
  [
    ['no date', { ...policy, number: '188.45/12', date: '', facts: silent }],
    ['no date, not even in the file', { ...policy, number: '12', date: '', facts: { dates: [] } }],
    ['a dash for a date', { ...policy, number: '12', date: '–', facts: silent }],
  ],
  [
    ['a date in the file', { ...policy, number: '12', date: '' }],
    ['a date nobody understands, which is another problem', { ...policy, date: 'tahun lalu', facts: silent }],
    ['a date', { ...policy, number: '12', facts: silent }],
  ],
);

test('a policy without a number counts as long as nobody looked at its file, and not afterwards', async () => {
  const document = { ...policy, number: '', date: '', facts: silent };
  const context = await makeContext({
    documents: [document, { ...document, located: { kind: 'unexamined' } }],
  });
  const { documents } = reviewEvidence(context, usualSettings);
  expect(documents.map(({ refusedFor }) => refusedFor)).toEqual(['not-legal', null]);
  const severities = documents.flatMap(({ problems }) =>
    problems.flatMap(({ code, severity }) => (code === 'evidence-unnumbered' ? [severity] : [])),
  );
  expect(severities).toEqual(['error', 'warning']);
});

testRule(
  'evidence-number-in-file',
  'E6',
  [
    ['a number in the file alone', { ...policy, number: '' }],
    ['number and date in the file alone', { ...policy, number: '', date: '' }],
    ['a number for a dash', { ...policy, number: '-' }],
  ],
  [
    ['a number in the row', { ...policy }],
    ['a number nowhere', { ...policy, number: '', facts: { numbers: [] } }],
    ['a plan, which needs none', { number: '' }],
    ['a file that was not looked for', { ...policy, number: '', located: { kind: 'unexamined' } }],
  ],
);

testRule(
  'evidence-unsigned',
  'I6',
  [
    ['a plan', { signed: 'Belum' }],
    ['minutes', { indicator: '19', level: '4', kind: 'Notulen', signed: 'tidak' }],
    ['a document of no kind', { kind: '', signed: 'Belum' }],
  ],
  [
    ['a signed plan', { signed: 'Ya' }],
    ['one of which nothing is said', { signed: '' }],
    ['a screenshot', { indicator: '32', kind: 'Tangkapan layar', signed: 'Belum' }],
    ['a draft where one is asked for', { level: '1', signed: 'Belum' }],
  ],
);
