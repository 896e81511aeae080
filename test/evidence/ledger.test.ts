import {
  existsSync,
  readFileSync,
  statSync,
  symlinkSync,
  truncateSync,
  unlinkSync,
  utimesSync,
  writeFileSync,
} from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { find, makeFolder, put, row } from './project-folder.ts';

interface LedgerFile {
  readonly files: readonly {
    readonly path: string;
    readonly stamp: string;
    readonly firstSeen: string;
    readonly acceptedSha256: string | null;
    readonly citedBy: readonly unknown[];
    readonly facts: { readonly sha256: string; excerpt: string };
  }[];
}

const ledgerPath = (root: string) => join(root, 'bukti/ledger.json');
const readLedger = (root: string): LedgerFile => JSON.parse(readFileSync(ledgerPath(root), 'utf8'));
const textOf = (root: string) => readFileSync(ledgerPath(root), 'utf8');

/** Facts of one row, found anew. */
async function look(root: string, rest: Parameters<typeof row>[1] = {}, today = '2026-11-21') {
  const { facts, notes } = await find(root, [row('a.txt', rest)], { today });
  const [located] = facts.located;
  if (located?.kind !== 'file') throw new Error(`is ${located?.kind}`);
  return { ...located.facts, notes };
}

describe('the ledger', () => {
  it('keeps what was seen, by whom it is cited, in an order of its own', async () => {
    const root = makeFolder({ 'bukti/dinkes/b.txt': 'dua', 'bukti/dinkes/a.txt': 'satu' });
    const rows = [
      row('b.txt', { indicator: '2' }),
      row('a.txt'),
      row('b.txt'),
      row('b.txt', { opd: 'bpkad' }),
    ];
    await find(root, rows);
    const { files } = readLedger(root);
    expect(files.map(({ path, citedBy, firstSeen }) => ({ path, citedBy, firstSeen }))).toEqual([
      { path: 'bukti/dinkes/a.txt', citedBy: [{ opd: 'dinkes', indicator: '1' }], firstSeen: '2026-11-21' },
      {
        path: 'bukti/dinkes/b.txt',
        citedBy: [
          { opd: 'bpkad', indicator: '1' },
          { opd: 'dinkes', indicator: '1' },
          { opd: 'dinkes', indicator: '2' },
        ],
        firstSeen: '2026-11-21',
      },
    ]);
    const before = textOf(root);
    await find(root, rows.toReversed(), { today: '2026-12-01' });
    expect(textOf(root)).toBe(before);
  });

  it('spares unchanged files: their facts come from it', async () => {
    const root = makeFolder({ 'bukti/dinkes/a.txt': 'isi asli' });
    await look(root);
    writeFileSync(ledgerPath(root), textOf(root).replace('isi asli', 'dari catatan'));
    expect((await look(root)).excerpt).toBe('dari catatan');
    put(root, 'bukti/dinkes/a.txt', 'isi baru');
    const { excerpt, firstSeen } = await look(root, {}, '2026-12-01');
    expect([excerpt, firstSeen]).toEqual(['isi baru', '2026-11-21']);
  });

  it('sees a change of same length and same time', async () => {
    const root = makeFolder({ 'bukti/dinkes/a.txt': 'isi asli' });
    const time = new Date('2026-01-01');
    utimesSync(join(root, 'bukti/dinkes/a.txt'), time, time);
    const { sha256 } = await look(root);
    put(root, 'bukti/dinkes/a.txt', 'isi lain');
    utimesSync(join(root, 'bukti/dinkes/a.txt'), time, time);
    expect((await look(root)).sha256).not.toBe(sha256);
  });

  it('keeps what others cite when only some workbooks are read, and forgets what is cited no more', async () => {
    const root = makeFolder({ 'bukti/dinkes/a.txt': 'a' });
    await find(root, [row('a.txt'), row('dinkes/a.txt', { opd: 'bpkad' })]);
    await find(root, [row('a.txt', { indicator: '9' })]);
    expect(readLedger(root).files[0]?.citedBy).toEqual([
      { opd: 'bpkad', indicator: '1' },
      { opd: 'dinkes', indicator: '9' },
    ]);
    await find(root, [row('lain.txt')]);
    expect(readLedger(root).files[0]?.citedBy).toEqual([{ opd: 'bpkad', indicator: '1' }]);
  });

  it('forgets files that are gone, unless they were accepted', async () => {
    const root = makeFolder({ 'bukti/dinkes/a.txt': 'a', 'bukti/dinkes/b.txt': 'b' });
    await find(root, [row('a.txt', { accepted: true }), row('b.txt')]);
    unlinkSync(join(root, 'bukti/dinkes/a.txt'));
    unlinkSync(join(root, 'bukti/dinkes/b.txt'));
    await find(root, [row('a.txt', { accepted: true }), row('b.txt')]);
    expect(readLedger(root).files.map(({ path }) => path)).toEqual(['bukti/dinkes/a.txt']);
    put(root, 'bukti/dinkes/a.txt', 'lain');
    expect((await look(root, { accepted: true })).changedSinceAccepted).toBe(true);
  });

  it('is emptied once nothing is left that it knew', async () => {
    const root = makeFolder({ 'bukti/dinkes/a.txt': 'a' });
    await look(root);
    unlinkSync(join(root, 'bukti/dinkes/a.txt'));
    await find(root, [row('a.txt')]);
    expect(readLedger(root).files).toEqual([]);
  });

  it('keeps what it knew of a file that goes away while the files are looked at', async () => {
    const root = makeFolder({ 'bukti/dinkes/a.txt': 'a' });
    const { sha256 } = await look(root);
    put(root, 'bukti/dinkes/a.txt', 'lain');
    const onFile = () => unlinkSync(join(root, 'bukti/dinkes/a.txt'));
    const { facts } = await find(root, [row('a.txt')], { onFile });
    expect(facts.located).toMatchObject([{ facts: { state: 'unreadable', changedSinceAccepted: false } }]);
    expect(readLedger(root).files).toMatchObject([{ facts: { sha256 }, citedBy: [{ opd: 'dinkes' }] }]);
  });

  it('knows whom no OPD cites', async () => {
    const root = makeFolder({ 'bukti/dinkes/a.txt': 'a' });
    await find(root, [row('dinkes/a.txt', { opd: null })]);
    expect(readLedger(root).files).toMatchObject([{ citedBy: [{ opd: null, indicator: '1' }] }]);
  });
});

describe('a document that was accepted', () => {
  it('and changed then says so until the acceptance is taken back', async () => {
    const root = makeFolder({ 'bukti/dinkes/a.txt': 'naskah' });
    await look(root);
    expect((await look(root, { accepted: true })).changedSinceAccepted).toBe(false);
    put(root, 'bukti/dinkes/a.txt', 'naskah yang diganti');
    for (let run = 0; run < 2; run++) {
      expect((await look(root, { accepted: true })).changedSinceAccepted).toBe(true);
    }
    expect((await look(root)).changedSinceAccepted).toBe(false);
    expect((await look(root, { accepted: true })).changedSinceAccepted).toBe(false);
  });

  it('by the workbook of another OPD stays accepted while that one is not read', async () => {
    const root = makeFolder({ 'bukti/dinkes/a.txt': 'naskah' });
    await find(root, [row('a.txt'), row('dinkes/a.txt', { opd: 'bpkad', accepted: true })]);
    put(root, 'bukti/dinkes/a.txt', 'diganti');
    expect((await look(root)).changedSinceAccepted).toBe(true);
  });
});

describe('a ledger that is not what we wrote', () => {
  it.each([
    ['no json', () => '{"formatVersion":1,'],
    ['a hash that is none', (text: string) => text.replace(/"sha256":"../, '"sha256":"zz')],
    ['an excerpt without end', (text: string) => text.replace('isi asli', 'x'.repeat(2_000))],
    ['a field more', (text: string) => text.replace('"path"', '"__proto__":{"a":1},"path"')],
    ['nothing', () => ''],
  ])('with %s is put aside and made anew, with a note', async (_, change) => {
    const root = makeFolder({ 'bukti/dinkes/a.txt': 'isi asli' });
    await look(root);
    const damaged = change(textOf(root));
    writeFileSync(ledgerPath(root), damaged);
    const { excerpt, notes } = await look(root);
    expect(excerpt).toBe('isi asli');
    expect(notes).toEqual([expect.stringContaining('ledger-rusak.json')]);
    expect(readFileSync(join(root, 'bukti/ledger-rusak.json'), 'utf8')).toBe(damaged);
    expect(readLedger(root).files).toHaveLength(1);
    expect((await look(root)).notes).toEqual([]);
  });

  it('and larger than any is put aside unread', async () => {
    const root = makeFolder({ 'bukti/dinkes/a.txt': 'isi', 'bukti/ledger.json': '' });
    truncateSync(ledgerPath(root), 129 * 1024 * 1024);
    expect((await look(root)).notes).toEqual([expect.stringContaining('ledger-rusak.json')]);
    expect(readLedger(root).files).toHaveLength(1);
  });

  it('stays where it cannot be put aside, which is told', async () => {
    const root = makeFolder({
      'bukti/dinkes/a.txt': 'isi',
      'bukti/ledger.json': 'rusak',
      'bukti/ledger-rusak.json/isi.txt': '',
    });
    const { excerpt, notes } = await look(root);
    expect(excerpt).toBe('isi');
    expect(notes).toEqual([
      expect.stringContaining('rusak'),
      expect.stringMatching(/tidak dapat ditulis \(E[A-Z]+\) – pemeriksaan berikutnya dimulai dari awal\./),
    ]);
    expect(textOf(root)).toBe('rusak');
  });

  it('of a newer version, or a link, is neither used nor replaced', async () => {
    const root = makeFolder({ 'bukti/dinkes/a.txt': 'isi', 'bukti/ledger.json': '{"formatVersion":2}' });
    expect((await look(root)).notes).toEqual([expect.stringContaining('lebih baru')]);
    expect(textOf(root)).toBe('{"formatVersion":2}');
    unlinkSync(ledgerPath(root));
    const outside = makeFolder({ 'asing.json': 'asing' });
    symlinkSync(join(outside, 'asing.json'), ledgerPath(root));
    expect((await look(root)).notes).toEqual([expect.stringContaining('bukan berkas biasa')]);
    expect(textOf(root)).toBe('asing');
  });

  it('of older readers keeps its history, not its facts', async () => {
    const root = makeFolder({ 'bukti/dinkes/a.txt': 'isi asli' });
    await look(root, { accepted: true });
    writeFileSync(
      ledgerPath(root),
      textOf(root).replace('"readerVersion":1', '"readerVersion":0').replace('isi asli', 'lama'),
    );
    expect(await look(root, {}, '2026-12-01')).toMatchObject({
      excerpt: 'isi asli',
      firstSeen: '2026-11-21',
    });
  });
});

it('makes no folder and no ledger where there is no evidence folder', async () => {
  const root = makeFolder();
  const { facts, notes } = await find(root, [row('a.txt')], { folder: 'lain' });
  expect([facts.located, notes]).toEqual([[{ kind: 'missing', nearest: null }], []]);
  expect(existsSync(join(root, 'lain'))).toBe(false);
});

it('is not written where nothing is cited, nor again where nothing is new', async () => {
  const root = makeFolder({ 'bukti/dinkes/a.txt': 'a' });
  await find(root, [row('b.txt')]);
  expect(existsSync(ledgerPath(root))).toBe(false);
  await look(root);
  const { mtimeMs, ino } = statSync(ledgerPath(root));
  await look(root);
  expect(statSync(ledgerPath(root))).toMatchObject({ mtimeMs, ino });
});

it('survives two runs at once', async () => {
  const files = Object.fromEntries(
    Array.from({ length: 30 }, (_, at) => [`bukti/dinkes/${at}.txt`, `isi ${at}`]),
  );
  const root = makeFolder(files);
  const rows = Object.keys(files).map((path) => row(path));
  const runs = await Promise.all(Array.from({ length: 4 }, () => find(root, rows)));
  for (const { facts, notes } of runs) {
    expect(notes).toEqual([]);
    expect(facts.located).toEqual(runs[0]?.facts.located);
  }
  expect(readLedger(root).files).toHaveLength(30);
  expect((await find(root, rows)).notes).toEqual([]);
});

it('tells of each document once before it looks, in order', async () => {
  const root = makeFolder({ 'bukti/dinkes/b.txt': 'b', 'bukti/dinkes/a.txt': 'a' });
  const heard: unknown[] = [];
  await find(root, [row('b.txt'), row('a.txt'), row('b.txt'), row('c.txt')], {
    onFile: (...told) => heard.push(told),
  });
  expect(heard).toEqual([
    ['bukti/dinkes/a.txt', 1, 2],
    ['bukti/dinkes/b.txt', 2, 2],
  ]);
});
