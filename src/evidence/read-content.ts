import { sniffOle } from '../archive/sniff.ts';
import type { DocumentType } from '../assessment/facts.ts';
import type { DocumentSource } from './document-source.ts';
import { type Content, type Summary, summarize } from './summarize.ts';

/** What the worker is asked for: a document that the main thread has opened. */
export interface Task {
  readonly fd: number;
  readonly type: DocumentType;
  /** Of the file, without folders. */
  readonly name: string;
  readonly hasSignature: boolean;
}

/** Larger ones are hashed, but not opened. */
const contentLimit = 200 * 1024 * 1024;

/** Types whose content is looked at; the others are known by their first bytes alone. */
export function isRead(type: DocumentType): boolean {
  return isPlain(type) || isPackage(type) || type === 'pdf' || type === 'doc';
}

/** Reads a document of a type that `isRead`. May take long and fill memory: to be run in a worker. */
export async function readContent(source: DocumentSource, task: Task): Promise<Summary> {
  return summarize(await read(source, task.type), task.name, task.hasSignature);
}

/** Only the format that is needed is loaded. */
async function read(source: DocumentSource, type: DocumentType): Promise<Content> {
  if (isPlain(type)) return (await import('./read-plain.ts')).readPlain(source, type);
  if (isPackage(type)) return (await import('./read-office.ts')).readOffice(source, type);
  if (type === 'doc') return readOle(source);
  if (source.size > contentLimit) return { ...unread, type, state: 'too-large' };
  return (await import('./read-pdf.ts')).readPdf(source);
}

const unread = { pages: null, title: null, text: '', expectsText: false } as const;

function isPlain(type: DocumentType): boolean {
  return type === 'text' || type === 'html' || type === 'eml' || type === 'rtf';
}

function isPackage(type: DocumentType): boolean {
  return ['zip', 'docx', 'xlsx', 'pptx', 'odt', 'ods', 'odp'].includes(type);
}

/** Sectors of 512 or 4,096 bytes; 64 kB of the directory hold 512 names. */
const directoryLength = 64 * 1024;

/** An old Office file is not read; its directory tells whether it is a new one with a password. */
function readOle(source: DocumentSource): Content {
  const header = Buffer.from(source.read(0, 512));
  if (header.length < 512) return { ...unread, type: 'doc', state: 'damaged' };
  const start = (header.readUInt32LE(48) + 1) * 2 ** Math.min(header.readUInt16LE(30), 12);
  const kind = sniffOle(source.read(start, start + directoryLength));
  return { ...unread, type: 'doc', state: kind === 'encrypted' ? 'encrypted' : 'good' };
}
