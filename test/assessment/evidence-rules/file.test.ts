import { describe, expect, test } from 'vitest';
import type { FileFacts, Located } from '../../../src/assessment/facts.ts';
import { reviewEvidence } from '../../../src/assessment/review.ts';
import type { ProblemCode } from '../../../src/problem-kinds.ts';
import { type DocumentCase, makeContext, makeFacts } from '../make-context.ts';
import { testRule } from './test-rule.ts';

/** Everything that can stand where a row points. */
const stands = {
  'a file': { kind: 'file', foundBy: 'path', facts: makeFacts({}) },
  'a file found by its name': { kind: 'file', foundBy: 'name', facts: makeFacts({}) },
  'a link': { kind: 'link', url: 'https://drive.google.com/file/d/1/view', form: 'good' },
  'a malformed link': { kind: 'link', url: 'https://drive', form: 'malformed' },
  'a malformed link with a reason': { kind: 'link', url: 'C:\\a', form: 'malformed', hint: 'berkas sendiri' },
  'a link of blanks': { kind: 'link', url: 'https://a b', form: 'malformed', hint: 'ada spasi' },
  'a link to a folder': { kind: 'link', url: 'https://drive.google.com/drive/folders/1', form: 'folder' },
  'a link to another folder': { kind: 'link', url: 'https://1drv.ms/f/s!A', form: 'folder' },
  'a link to a third folder': { kind: 'link', url: 'https://www.dropbox.com/sh/a', form: 'folder' },
  'nothing looked for': { kind: 'unexamined' },
  'nothing named': { kind: 'unnamed' },
  'a missing file': { kind: 'missing', nearest: null },
  'a missing file with a near miss': { kind: 'missing', nearest: 'bukti/a/sk-tim.pdf' },
  'two files': { kind: 'ambiguous', candidates: ['bukti/a/1.pdf', 'bukti/b/1.pdf'] },
  'five files': { kind: 'ambiguous', candidates: ['1', '2', '3', '4', '5'] },
  'a folder': { kind: 'folder', path: 'bukti/a', files: 3 },
  'an empty folder': { kind: 'folder', path: 'bukti/b', files: 0 },
  'a way out': { kind: 'outside' },
  'a device': { kind: 'not-regular' },
} as const satisfies Record<string, Located>;
type Stand = keyof typeof stands;

describe.each<[ProblemCode, Stand[]]>([
  ['evidence-file-unnamed', ['nothing named']],
  ['evidence-file-missing', ['a missing file', 'a missing file with a near miss']],
  ['evidence-file-ambiguous', ['two files', 'five files']],
  ['evidence-file-outside', ['a way out', 'a device']],
  ['evidence-file-folder', ['a folder', 'an empty folder']],
  ['evidence-link-malformed', ['a malformed link', 'a malformed link with a reason', 'a link of blanks']],
  ['evidence-link-folder', ['a link to a folder', 'a link to another folder', 'a link to a third folder']],
])('of all that can stand where a row points, %s hits', (code, hits) => {
  test.each(['12', '2', '32'])('for indicator %s, no more and no less', async (indicator) => {
    const names = Object.keys(stands) as Stand[];
    const documents = names.map((name): DocumentCase => ({ indicator, located: stands[name] }));
    const { problems } = reviewEvidence(await makeContext({ documents }), {
      severities: new Map(),
      waivers: [],
    });
    const found = problems.filter((one) => one.code === code);
    expect(found.map(({ at }) => at)).toEqual(
      hits.map((name) => ({ file: 'a.xlsx', sheet: 'Bukti', address: `G${names.indexOf(name) + 6}` })),
    );
  });
});

test('a missing file comes with the most similar name, five candidates with three names', async () => {
  const documents = (['a missing file with a near miss', 'five files'] as const).map((name) => ({
    located: stands[name],
  }));
  const review = reviewEvidence(await makeContext({ documents }), { severities: new Map(), waivers: [] });
  const messages = review.problems.map(({ message }) => message);
  expect(messages).toEqual([
    expect.stringContaining('maksud Anda "bukti/a/sk-tim.pdf"?'),
    expect.stringContaining('"1", "2", "3" dan 2 lagi'),
  ]);
});

const withFacts = (facts: Partial<FileFacts>, more: DocumentCase = {}): DocumentCase => ({ ...more, facts });

testRule(
  'evidence-file-empty',
  'G6',
  [
    ['0 bytes', withFacts({ state: 'empty', size: 0, type: 'empty' })],
    ['0 bytes called pdf', withFacts({ state: 'empty', size: 0, type: 'empty', path: 'bukti/a.pdf' })],
    ['an empty picture', withFacts({ state: 'empty', size: 0 }, { kind: 'Tangkapan layar' })],
  ],
  [
    ['a small file', withFacts({ size: 1 })],
    ['a damaged file', withFacts({ state: 'damaged' })],
    ['a missing file', { located: stands['a missing file'] }],
  ],
);

testRule(
  'evidence-file-unreadable',
  'G6',
  [
    ['a damaged file', withFacts({ state: 'damaged' })],
    ['a locked file', withFacts({ state: 'unreadable', sha256: '' })],
    ['a bomb', withFacts({ state: 'too-complex' })],
  ],
  [
    ['a good file', withFacts({})],
    ['a large file', withFacts({ state: 'too-large' })],
    ['an encrypted file', withFacts({ state: 'encrypted' })],
  ],
);

testRule(
  'evidence-file-encrypted',
  'G6',
  [
    ['a pdf with a password', withFacts({ state: 'encrypted' })],
    ['a docx with a password', withFacts({ state: 'encrypted', type: 'docx' })],
    ['a zip with a password', withFacts({ state: 'encrypted', type: 'zip' })],
  ],
  [
    ['a signed pdf', withFacts({ signs: { draft: false, final: false, signature: true, url: false } })],
    ['a damaged pdf', withFacts({ state: 'damaged' })],
    ['a link', { located: stands['a link'] }],
  ],
);

testRule(
  'evidence-file-type',
  'G6',
  [
    ['a program', withFacts({ type: 'unknown', path: 'bukti/setup.exe' })],
    ['a program as a screenshot', withFacts({ type: 'unknown' }, { kind: 'Tangkapan layar' })],
    ['a web page as a policy', withFacts({ type: 'html' }, { kind: 'Kebijakan' })],
    ['a video as minutes', withFacts({ type: 'video' }, { kind: 'Notulen' })],
  ],
  [
    ['a pdf', withFacts({}, { kind: 'Kebijakan' })],
    ['a web page as a register', withFacts({ type: 'html' }, { kind: 'Daftar' })],
    ['a video of an application', withFacts({ type: 'video' }, { kind: 'Aplikasi' })],
    ['a locked file of unknown type', withFacts({ type: 'unknown', state: 'unreadable' })],
    ['a web page of no kind', withFacts({ type: 'html' }, { kind: '' })],
  ],
);

testRule(
  'evidence-file-extension',
  'G6',
  [
    ['a pdf called doc', withFacts({ nameMatchesType: false, path: 'bukti/a.doc' })],
    ['a picture called pdf', withFacts({ nameMatchesType: false, type: 'image' })],
    ['a docx called pdf', withFacts({ nameMatchesType: false, type: 'docx' })],
  ],
  [
    ['a name that fits', withFacts({})],
    [
      'a program called pdf: its type is said already',
      withFacts({ nameMatchesType: false, type: 'unknown' }),
    ],
    [
      'an encrypted docx, whose type cannot be seen',
      withFacts({ nameMatchesType: false, state: 'encrypted' }),
    ],
  ],
);

testRule(
  'evidence-file-large',
  'G6',
  [
    ['a byte too much', withFacts({ size: 100_000_001 })],
    ['a giant', withFacts({ size: 5_000_000_000, state: 'too-large' })],
    ['a large video', withFacts({ size: 400_000_000, type: 'video' }, { kind: 'Aplikasi' })],
  ],
  [
    ['exactly the limit', withFacts({ size: 100_000_000 })],
    ['a usual file', withFacts({})],
    ['a folder', { located: stands['a folder'] }],
  ],
);

test.each([
  [99_999, ['evidence-file-large']],
  [120_000, []],
])('a region sets its own limit: %i bytes', async (largestFile, codes) => {
  const context = await makeContext({ documents: [{ facts: { size: 120_000 } }] });
  const review = reviewEvidence(context, { severities: new Map(), waivers: [], largestFile });
  expect(review.problems.map(({ code }) => code)).toEqual(codes);
});

testRule(
  'evidence-changed',
  'G6',
  [
    ['another content', withFacts({ changedSinceAccepted: true }, { verdict: 'Diterima' })],
    [
      'another content, asked to be mended',
      withFacts({ changedSinceAccepted: true }, { verdict: 'Perbaiki' }),
    ],
    ['another content, verdict gone', withFacts({ changedSinceAccepted: true })],
  ],
  [
    ['the same content', withFacts({}, { verdict: 'Diterima' })],
    ['a file found elsewhere', { located: stands['a file found by its name'], verdict: 'Diterima' }],
    ['a missing file', { located: stands['a missing file'], verdict: 'Diterima' }],
  ],
);
