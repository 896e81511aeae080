import type { DocumentSource } from './document-source.ts';
import type { Content } from './summarize.ts';

/** Pages read from the front, and from the back, where a regulation has its date and signature. */
const firstPages = 8;
const lastPages = 2;
/** Characters in all, and of one page. */
const textLimit = 2_000_000;

type Pdf = Awaited<ReturnType<typeof import('unpdf').getDocumentProxy>>;

/**
 * Reads a PDF: count of pages, title, text of the first and the last pages. Nothing is drawn and no script runs. Must
 * run in a worker: a hostile file can keep pdf.js busy for ever and fill any memory.
 */
export async function readPdf(source: DocumentSource): Promise<Content> {
  const content = { type: 'pdf', pages: null, title: null, text: '', expectsText: true } as const;
  const opened = await openPdf(source);
  if (opened === 'encrypted' || opened === 'damaged') return { ...content, state: opened };
  const { title } = await readTitle(opened);
  const { text, readable } = await readPages(opened);
  if (!readable) return { ...content, state: 'damaged', title };
  return { ...content, state: 'good', pages: opened.numPages, title, text };
}

async function openPdf(source: DocumentSource): Promise<Pdf | 'encrypted' | 'damaged'> {
  const { getDocumentProxy, getResolvedPDFJS } = await import('unpdf');
  const { PDFDataRangeTransport } = await getResolvedPDFJS();
  // pdf.js asks for the pieces it needs; without it the whole file would have to stand in memory.
  const range = new PDFDataRangeTransport(source.size, null);
  range.requestDataRange = (begin: number, end: number) => {
    const piece = source.read(begin, end);
    queueMicrotask(() => range.onDataRange(begin, piece));
  };
  try {
    return await getDocumentProxy(undefined as never, {
      range,
      disableAutoFetch: true,
      disableStream: true,
      disableFontFace: true,
      useSystemFonts: false,
      verbosity: 0,
    });
  } catch (error) {
    // Whatever pdf.js throws, it means that this is no PDF it can read.
    return error instanceof Error && error.name === 'PasswordException' ? 'encrypted' : 'damaged';
  }
}

async function readTitle(pdf: Pdf): Promise<{ title: string | null }> {
  try {
    const { info, metadata } = await pdf.getMetadata();
    const titles = [(info as Record<string, unknown>)['Title'], metadata?.get('dc:title')];
    return { title: titles.find((title) => typeof title === 'string' && title.trim() !== '') ?? null };
  } catch {
    return { title: null };
  }
}

/** A page that cannot be read is passed over; `readable` unless all are. */
async function readPages(pdf: Pdf): Promise<{ text: string; readable: boolean }> {
  let text = '';
  let readable = false;
  for (const number of pagesToRead(pdf.numPages)) {
    try {
      text += `${await readPage(pdf, number, textLimit - text.length)}\n`;
      readable = true;
    } catch {}
    if (text.length >= textLimit) break;
  }
  return { text, readable };
}

function pagesToRead(count: number): number[] {
  const first = Array.from({ length: Math.min(count, firstPages) }, (_, index) => index + 1);
  const last = Array.from({ length: lastPages }, (_, index) => count - lastPages + index + 1);
  return [...first, ...last.filter((number) => number > first.length)];
}

async function readPage(pdf: Pdf, number: number, limit: number): Promise<string> {
  const page = await pdf.getPage(number);
  const reader = page.streamTextContent().getReader();
  let text = '';
  while (text.length < limit) {
    const { done, value } = await reader.read();
    if (done) break;
    for (const item of value.items) {
      if ('str' in item) text += item.str + (item.hasEOL ? '\n' : '');
    }
  }
  // Not waited for: pdf.js may answer only after the whole page.
  if (text.length >= limit) void reader.cancel(new Error('enough')).catch(() => {});
  page.cleanup();
  return text.slice(0, limit);
}
