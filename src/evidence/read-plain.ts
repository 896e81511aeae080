import { TextDecoder } from 'node:util';
import type { DocumentType } from '../assessment/facts.ts';
import type { DocumentSource } from './document-source.ts';
import type { Content } from './summarize.ts';

/** Bytes read of a text; more of it says no more about what it is. */
const readLimit = 2 * 1024 * 1024;

/** Reads the beginning of a plain text, web page, saved mail or rtf. */
export function readPlain(source: DocumentSource, type: DocumentType): Content {
  const raw = decode(source.read(0, Math.min(source.size, readLimit)));
  const content = { type, state: 'good', pages: null, title: null, text: raw, expectsText: false } as const;
  switch (type) {
    case 'html':
      return {
        ...content,
        title: /<title[^>]{0,200}>([^<]{1,1000})/i.exec(raw)?.[1] ?? null,
        text: plainHtml(raw),
      };
    case 'eml':
      return { ...content, title: /^subject:[ \t]*([^\r\n]{1,1000})/im.exec(raw)?.[1] ?? null };
    case 'rtf':
      return {
        ...content,
        title: /\{\\title ([^{}\\]{1,1000})\}/.exec(raw)?.[1] ?? null,
        text: plainRtf(raw),
      };
    default:
      return content;
  }
}

function decode(bytes: Uint8Array): string {
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return new TextDecoder('utf-16le').decode(bytes);
  if (bytes[0] === 0xfe && bytes[1] === 0xff) return new TextDecoder('utf-16be').decode(bytes);
  const text = new TextDecoder('utf-8').decode(bytes);
  // One broken character may come from the cut at the end.
  const broken = text.slice(0, -4).includes('\ufffd');
  return broken ? new TextDecoder('windows-1252').decode(bytes) : text;
}

/** Enough to find words, dates and numbers; not meant to be shown as a page. */
function plainHtml(html: string): string {
  return html
    .replace(/<(script|style|head)\b[\s\S]*?<\/\1\s*>/gi, ' ')
    .replace(/<(?:br|\/p|\/div|\/tr|\/h\d|\/li)\b[^>]*>/gi, '\n')
    .replace(/<[^>]*>/g, ' ')
    .replace(/&nbsp;/g, ' ')
    .replace(/&amp;/g, '&');
}

function plainRtf(rtf: string): string {
  return (
    rtf
      // Tables of fonts, styles and pictures, and groups that readers may skip.
      .replace(/\{\\(?:\*|fonttbl|stylesheet|colortbl|info|pict)[^{}]*(?:\{[^{}]*\}[^{}]*)*\}/g, ' ')
      .replace(/\\(?:par|line|row|page)\b ?/g, '\n')
      .replace(/\\'([\da-f]{2})/gi, (_, code: string) => String.fromCharCode(Number.parseInt(code, 16)))
      .replace(/\\[a-z]{1,32}-?\d{0,10} ?/gi, '')
      .replace(/[{}]/g, '')
  );
}
