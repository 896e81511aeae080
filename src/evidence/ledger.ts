import { lstat, readFile, rename } from 'node:fs/promises';
import { join } from 'node:path';
import writeFileAtomic from 'write-file-atomic';
import { z } from 'zod';
import type { Examined } from './examine.ts';
import { findLimit, longestExcerpt, longestTitle } from './summarize.ts';

/** Raised when the readers find more or else: facts of older readers are looked up again, the history stays. */
const readerVersion = 1;
const formatVersion = 1;
const ledgerName = 'ledger.json';
const damagedName = 'ledger-rusak.json';
const sizeLimit = 128 * 1024 * 1024;

const isoDate = z.string().regex(/^\d{4}-\d{2}-\d{2}$/);
const hash = z.string().regex(/^[\da-f]{64}$/);
const text = (limit: number) => z.string().max(limit);

const facts = z.strictObject({
  size: z.number().int().nonnegative(),
  sha256: hash,
  type: z.enum([
    ...(['pdf', 'docx', 'xlsx', 'pptx', 'odt', 'ods', 'odp', 'doc', 'rtf', 'image', 'video', 'zip'] as const),
    ...(['text', 'html', 'eml', 'empty', 'unknown'] as const),
  ]),
  image: z
    .strictObject({
      format: z.enum(['png', 'jpeg', 'gif', 'webp', 'tiff', 'bmp', 'heic']),
      width: z.number().int().positive().nullable(),
      height: z.number().int().positive().nullable(),
    })
    .nullable(),
  nameMatchesType: z.boolean(),
  state: z.enum(['good', 'empty', 'encrypted', 'damaged', 'too-large', 'too-complex']),
  pages: z.number().int().nonnegative().nullable(),
  hasText: z.boolean().nullable(),
  title: text(longestTitle).nullable(),
  excerpt: text(longestExcerpt),
  dates: z.array(isoDate).max(findLimit),
  numbers: z.array(text(100)).max(findLimit),
  signs: z.strictObject({
    draft: z.boolean(),
    final: z.boolean(),
    signature: z.boolean(),
    url: z.boolean(),
  }),
  words: z
    .array(
      z.strictObject({
        sign: z.enum(['draft', 'final']),
        word: text(40),
        where: z.enum(['name', 'title', 'heading', 'text']),
      }),
    )
    .max(20),
}) satisfies z.ZodType<Examined>;

const entry = z.strictObject({
  /** Relative to the project folder. */
  path: text(8_192),
  /** See `stampOf`: the same stamp, the same content. */
  stamp: text(200),
  firstSeen: isoDate,
  /** SHA-256 when an assessor's "Diterima" was first seen; null if nobody accepts it. */
  acceptedSha256: hash.nullable(),
  citedBy: z.array(z.strictObject({ opd: text(200).nullable(), indicator: text(40) })),
  facts,
});
const schema = z.strictObject({
  formatVersion: z.literal(formatVersion),
  readerVersion: z.number().int(),
  files: z.array(entry),
});

export type LedgerEntry = Readonly<Omit<z.infer<typeof entry>, 'facts'>> & { readonly facts: Examined };

export interface Ledger {
  /** By path. */
  readonly entries: ReadonlyMap<string, LedgerEntry>;
  /** Whether the facts in it may be used: made by these readers. */
  readonly isCurrent: boolean;
  /** damaged: to be put aside. foreign: not ours to replace. */
  readonly state: 'good' | 'damaged' | 'foreign';
  /** As it stands in the file; null if there is none that can be used. */
  readonly text: string | null;
  /** What the user should know, in Bahasa Indonesia. */
  readonly notes: readonly string[];
}

const empty: Ledger = { entries: new Map(), isCurrent: true, state: 'good', text: null, notes: [] };

/**
 * Reads the ledger in the evidence folder. Anybody may have changed it: what does not fit is put aside as
 * `ledger-rusak.json` when the new one is written, and everything is looked at anew.
 */
export async function loadLedger(folder: string): Promise<Ledger> {
  const path = join(folder, ledgerName);
  const stats = await lstat(path).catch(() => null);
  if (stats === null) return empty;
  const refused = (why: string): Ledger => ({
    ...empty,
    state: 'foreign',
    notes: [`Catatan bukti (${ledgerName}) tidak dipakai – ${why}. Semua bukti diperiksa dari awal.`],
  });
  if (!stats.isFile()) return refused('bukan berkas biasa. Hapus, atau beri nama lain');
  if (stats.size > sizeLimit) return damaged();
  const bytes = await readFile(path).catch(() => null);
  if (bytes === null) return refused('tidak dapat dibaca. Periksa izin berkasnya');
  const content = bytes.toString('utf8');
  const json = parse(content);
  const version = z.object({ formatVersion: z.number() }).safeParse(json).data?.formatVersion ?? 0;
  if (version > formatVersion) return refused('dibuat spbe yang lebih baru. Perbarui spbe');
  const { data } = schema.safeParse(json);
  if (data === undefined) return damaged();
  return {
    entries: new Map(data.files.map((file) => [file.path, file])),
    isCurrent: data.readerVersion === readerVersion,
    state: 'good',
    text: content,
    notes: [],
  };
}

function damaged(): Ledger {
  const notes = [
    `Catatan bukti (${ledgerName}) rusak – disimpan sebagai ${damagedName} dan dibuat ulang. Dokumen yang berubah sesudah diterima asesor sebelum hari ini tidak dapat dikenali lagi.`,
  ];
  return { ...empty, state: 'damaged', notes };
}

function parse(json: string): unknown {
  try {
    return JSON.parse(json);
  } catch {
    return null;
  }
}

/**
 * Writes the ledger whole or not at all, so that two runs at once leave the one or the other. Same entries, same bytes.
 * @param before what stands there now
 * @returns what went wrong, in Bahasa Indonesia; null if all went well
 */
export async function writeLedger(
  folder: string,
  entries: readonly LedgerEntry[],
  before: Ledger,
): Promise<string | null> {
  if (before.state === 'foreign') return null;
  const path = join(folder, ledgerName);
  const sorted = entries.toSorted((a, b) => (a.path < b.path ? -1 : 1));
  // Fields in the order of the schema, whatever they come from; and nothing that could not be read back.
  const files = sorted.map((file) => JSON.stringify(entry.parse(file)));
  // Reading alone must not leave anything behind, nor wake a program that copies changed files.
  if (before.state === 'good' && before.text === null && files.length === 0) return null;
  const head = `{"formatVersion":${formatVersion},"readerVersion":${readerVersion},"files":[`;
  const content = `${head}${files.length > 0 ? `\n${files.join(',\n')}\n` : ''}]}\n`;
  if (content === before.text) return null;
  try {
    if (before.state === 'damaged') await rename(path, join(folder, damagedName));
    await writeFileAtomic(path, content);
    return null;
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException;
    return `Catatan bukti (${ledgerName}) tidak dapat ditulis (${code ?? String(error)}) – pemeriksaan berikutnya dimulai dari awal. Periksa izin folder bukti.`;
  }
}
