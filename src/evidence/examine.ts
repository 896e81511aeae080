import { constants, type Stats } from 'node:fs';
import { type FileHandle, open } from 'node:fs/promises';
import type { FileFacts } from '../assessment/facts.ts';
import { type ContentReader, openContentReader } from './content-reader.ts';
import { fitsType } from './extensions.ts';
import { hashFile } from './hash-file.ts';
import { findImageFacts, measurable } from './image-facts.ts';
import { isRead } from './read-content.ts';
import { sniffDocument } from './sniff-document.ts';
import { type Summary, summarize } from './summarize.ts';

/** What a file says of itself, whoever cites it and wherever it lies. */
export type Examined = Omit<FileFacts, 'path' | 'firstSeen' | 'changedSinceAccepted'>;

export interface Examiner {
  /**
   * @param file path on the disk
   * @returns the facts, and a text that changes when the file does: `stampOf` it; empty if it could not be opened
   */
  examine(file: string): Promise<{ facts: Examined; stamp: string }>;
  /** Ends the thread that reads documents. */
  close(): Promise<void>;
}

export function openExaminer(limits: { readonly timeLimit?: number } = {}): Examiner {
  const reader = openContentReader(limits);
  return { examine: (file) => examineWith(reader, file), close: () => reader.close() };
}

/** Changes with the content of a file, unless somebody takes great pains: times, place on the disk, size. */
export function stampOf({ size, mtimeMs, ctimeMs, ino }: Stats): string {
  return [size, mtimeMs, ctimeMs, ino].join(' ');
}

/** A link in its last step is refused, and a pipe does not make us wait, should one be put there after we looked. */
const flags = constants.O_RDONLY | (constants.O_NOFOLLOW ?? 0) | (constants.O_NONBLOCK ?? 0);

async function examineWith(reader: ContentReader, file: string): Promise<{ facts: Examined; stamp: string }> {
  const name = file.slice(Math.max(file.lastIndexOf('/'), file.lastIndexOf('\\')) + 1);
  let handle: FileHandle | null = null;
  try {
    handle = await open(file, flags);
    const stats = await handle.stat();
    if (!stats.isFile()) return unreadable(name, 0);
    return { facts: await examineOpen(reader, handle, stats.size, name), stamp: stampOf(stats) };
  } catch (error) {
    // What the system says of a file is a fact; all else is a bug.
    if (typeof (error as NodeJS.ErrnoException).syscall !== 'string') throw error;
    return unreadable(name, 0);
  } finally {
    await handle?.close();
  }
}

function unreadable(name: string, size: number): { facts: Examined; stamp: string } {
  const content = { ...unread, type: 'unknown', state: 'unreadable' } as const;
  const summary = summarize(content, name, false);
  return { facts: { size, sha256: '', image: null, nameMatchesType: true, ...summary }, stamp: '' };
}

const unread = { pages: null, title: null, text: '', expectsText: false } as const;
const headLength = 256 * 1024;
/** Stands, never compressed, before every digital signature of a PDF. */
const signatureMark = Buffer.from('/ByteRange');

async function examineOpen(
  reader: ContentReader,
  handle: FileHandle,
  size: number,
  name: string,
): Promise<Examined> {
  const { sha256, hasMark } = await hashFile(handle, size, signatureMark);
  const head = Buffer.alloc(Math.min(size, headLength));
  await handle.read(head, 0, head.length, 0);
  const type = sniffDocument(head);
  const image = findImageFacts(head);
  const task = { fd: handle.fd, type, name, hasSignature: type === 'pdf' && hasMark };
  const summary = isRead(type)
    ? ((await reader.read(task)) ??
      summarize({ ...unread, type, state: 'too-complex' }, name, task.hasSignature))
    : summarize({ ...unread, type, state: stateOf(type, image), expectsText: type === 'image' }, name, false);
  return { size, sha256, image, nameMatchesType: fitsType(name, { ...summary, image }), ...summary };
}

function stateOf(type: Summary['type'], image: FileFacts['image']): FileFacts['state'] {
  if (type === 'empty') return 'empty';
  return image !== null && image.width === null && measurable.has(image.format) ? 'damaged' : 'good';
}
