import { reviewEvidence } from '../src/assessment/review.ts';
import { usualSettings } from '../src/assessment/rule-settings.ts';
import type { documentProblemKinds } from '../src/document-problem-kinds.ts';
import type { Problem } from '../src/problem.ts';
import { type ContextCase, type DocumentCase, makeContext } from './assessment/make-context.ts';

type Code =
  | keyof typeof documentProblemKinds
  | 'evidence-missing'
  | 'explanation-missing'
  | 'analysis-missing';

/** One tiny region per code of the rules on evidence, which yields it and no other although all rules judge. */
export const evidenceSamples: Readonly<Record<Code, () => Promise<Problem[]>>> = {
  'evidence-missing': () => review({ answers: [{ indicator: '12', level: '3' }] }),
  'explanation-missing': () =>
    review({ answers: [{ indicator: '12', level: '3', fact: '', analysis: '' }], documents: [{}] }),
  'analysis-missing': () =>
    review({ answers: [{ indicator: '12', level: '3', analysis: '' }], documents: [{}] }),
  'evidence-file-unnamed': () => document({ location: '', located: { kind: 'unnamed' } }),
  'evidence-file-missing': () =>
    document({
      location: 'peta-rencana.pdf',
      located: { kind: 'missing', nearest: 'bukti/diskominfo/peta-rencana-spbe.pdf' },
    }),
  'evidence-file-ambiguous': () =>
    document({
      location: 'peta.pdf',
      located: { kind: 'ambiguous', candidates: ['bukti/bappeda/peta.pdf', 'bukti/setda/peta.pdf'] },
    }),
  'evidence-file-outside': () => document({ location: '../arsip/peta.pdf', located: { kind: 'outside' } }),
  'evidence-file-folder': () =>
    document({ location: 'peta', located: { kind: 'folder', path: 'bukti/diskominfo/peta', files: 4 } }),
  'evidence-file-empty': () =>
    document({ facts: { state: 'empty', type: 'empty', size: 0, hasText: null, pages: null } }),
  'evidence-file-unreadable': () => document({ facts: { state: 'damaged', hasText: null, pages: null } }),
  'evidence-file-encrypted': () => document({ facts: { state: 'encrypted', hasText: null, pages: null } }),
  'evidence-file-type': () =>
    document({ facts: { path: 'bukti/diskominfo/peta.html', type: 'html', pages: null } }),
  'evidence-file-extension': () =>
    document({ facts: { path: 'bukti/diskominfo/peta.doc', nameMatchesType: false } }),
  'evidence-file-large': () => document({ facts: { size: 180_000_000 } }),
  'evidence-link-malformed': () =>
    link({ url: 'https:/drive.google.com/peta', form: 'malformed', hint: 'garis miringnya kurang satu' }),
  'evidence-link-folder': () => link({ url: 'https://drive.google.com/drive/folders/1AbC', form: 'folder' }),
  'evidence-changed': () => document({ verdict: 'Diterima', facts: { changedSinceAccepted: true } }),
  'evidence-draft': () => document({ title: 'Rancangan Perbup Peta Rencana SPBE' }),
  'evidence-final': () => document({ facts: { path: 'bukti/diskominfo/Peta Rencana FINAL.pdf' } }),
  'evidence-unnumbered': () =>
    document({ indicator: '2', kind: 'Kebijakan', number: '', date: '', facts: { numbers: [], dates: [] } }),
  'evidence-number-in-file': () => document({ indicator: '2', kind: 'Kebijakan', number: '' }),
  'evidence-unsigned': () => document({ signed: 'Belum' }),
  'evidence-date-future': () => document({ date: '2025-12-01' }),
  'evidence-date-after-year': () =>
    review({ year: 2025, date: '2026-02-01', documents: [{ date: '2026-01-15' }] }),
  'evidence-outdated': () =>
    document({ indicator: '19', level: '4', kind: 'Laporan reviu', date: '2022-03-01' }),
  'evidence-other-agency': () =>
    document({ title: 'Peraturan Bupati Sleman tentang Peta Rencana SPBE', facts: { excerpt: '' } }),
  'evidence-other-object': () =>
    document({
      indicator: '29',
      level: '2',
      kind: 'SK atau surat tugas',
      title: 'SK Tim Asesor Internal SPBE',
    }),
  'evidence-refused': () => document({ verdict: 'Ditolak', remark: 'Bukan dokumen daerah ini' }),
  'evidence-revise': () => document({ verdict: 'Perbaiki', remark: 'Halaman tanda tangan tidak ada' }),
  'verdict-unknown': () => document({ verdict: 'Mungkin' }),
  'evidence-scan': () => document({ facts: { hasText: false, excerpt: '', dates: [], numbers: [] } }),
  'evidence-screenshot-undated': () =>
    document({
      indicator: '32',
      kind: 'Tangkapan layar',
      facts: { type: 'image', hasText: false, excerpt: '', dates: [], numbers: [] },
    }),
  'evidence-kind-missing': () => document({ kind: 'Lainnya' }),
};

/** One document, of the Peta Rencana unless the case says otherwise, and nothing else. */
function document(one: DocumentCase): Promise<Problem[]> {
  return review({ documents: [{ title: 'Peta Rencana SPBE 2024', ...one }] });
}

function link(located: { url: string; form: 'malformed' | 'folder'; hint?: string }): Promise<Problem[]> {
  return document({ location: located.url, located: { kind: 'link', ...located } });
}

async function review(one: ContextCase): Promise<Problem[]> {
  return [...reviewEvidence(await makeContext(one), usualSettings).problems];
}
