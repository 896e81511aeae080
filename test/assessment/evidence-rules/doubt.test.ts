import { testRule } from './test-rule.ts';

testRule(
  'evidence-refused',
  'J6',
  [
    ['ditolak', { verdict: 'Ditolak' }],
    ['tidak sesuai', { verdict: ' TIDAK  SESUAI', remark: 'Objek lain' }],
    ['tolak', { verdict: 'tolak' }],
  ],
  [
    ['nothing said', {}],
    ['diterima', { verdict: 'Diterima' }],
    ['perbaiki', { verdict: 'Perbaiki' }],
  ],
);

testRule(
  'evidence-revise',
  'J6',
  [
    ['perbaiki', { verdict: 'Perbaiki', remark: 'Tanpa lampiran' }],
    ['revisi', { verdict: 'REVISI' }],
    ['perlu perbaikan', { verdict: 'perlu perbaikan' }],
  ],
  [
    ['nothing said', {}],
    ['diterima', { verdict: 'Diterima' }],
    ['ditolak', { verdict: 'Ditolak' }],
  ],
);

testRule(
  'verdict-unknown',
  'J6',
  [
    ['a question', { verdict: '?' }],
    ['half a word', { verdict: 'diterim' }],
    ['a sentence', { verdict: 'sudah baik, tinggal tanda tangan' }],
  ],
  [
    ['nothing said', {}],
    ['blanks', { verdict: '  ' }],
    ['each word that is known', { verdict: 'Sesuai' }],
    ['refused', { verdict: 'Ditolak' }],
  ],
);

testRule(
  'evidence-scan',
  'G6',
  [
    ['a scanned policy', { kind: 'Kebijakan', facts: { hasText: false } }],
    ['a photograph of a decree', { kind: 'SK atau surat tugas', facts: { hasText: false, type: 'image' } }],
    ['a scan of no kind', { kind: '', facts: { hasText: false } }],
  ],
  [
    ['a pdf with text', {}],
    ['a file of which nobody can tell', { facts: { hasText: null, type: 'doc' } }],
    ['a screenshot', { kind: 'Tangkapan layar', facts: { hasText: false, type: 'image' } }],
    ['a picture of no kind', { kind: '', facts: { hasText: false, type: 'image' } }],
    ['a damaged file', { facts: { hasText: false, state: 'damaged' } }],
  ],
);

const picture = { type: 'image', hasText: false, excerpt: '', dates: [], numbers: [] } as const;
const shot = { indicator: '32', kind: 'Tangkapan layar', facts: picture } as const;

testRule(
  'evidence-screenshot-undated',
  'D6',
  [
    ['neither address nor date', { ...shot, date: '' }],
    ['a date without an address', { ...shot }],
    ['an address without a date', { ...shot, date: '', title: 'SIPD https://sipd.go.id' }],
    ['a picture of an application', { ...shot, kind: 'Aplikasi' }],
    ['a pdf of pictures', { ...shot, facts: { ...picture, type: 'pdf' } }],
  ],
  [
    ['both in the row', { ...shot, title: 'Beranda sipd.kemendagri.go.id' }],
    [
      'both in the text',
      {
        ...shot,
        date: '',
        facts: { signs: { draft: false, final: false, signature: false, url: true } },
      },
    ],
    ['a policy', { kind: 'Kebijakan', date: '' }],
    ['a video of an application', { ...shot, kind: 'Aplikasi', facts: { ...picture, type: 'video' } }],
    ['a link', { ...shot, located: { kind: 'link', url: 'https://a.go.id', form: 'good' } }],
  ],
);

testRule(
  'evidence-kind-missing',
  'C6',
  [
    ['no kind', { kind: '' }],
    ['Lainnya', { kind: 'Lainnya' }],
    ['a word that is none', { kind: 'Perbup' }],
  ],
  [
    ['a plan', {}],
    ['a kind in capitals', { kind: 'KEBIJAKAN' }],
    ['a kind with blanks', { kind: ' Laporan  audit ' }],
  ],
);
