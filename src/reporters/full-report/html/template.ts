import { clean } from '../../clean.ts';

/** A piece of HTML that may stand as it is. */
export interface Markup {
  readonly markup: string;
}

export type Content = Markup | string | number | null | false | undefined | readonly Content[];

/** HTML in which every value is text, and escaped, unless it is Markup itself; null, false and undefined are nothing. */
export function html(parts: TemplateStringsArray, ...values: readonly Content[]): Markup {
  return { markup: parts.reduce((before, part, index) => before + render(values[index - 1]) + part) };
}

/** For what we wrote ourselves and is HTML already: the style, the script, a chart. Never for text from a file. */
export function asMarkup(markup: string): Markup {
  return { markup };
}

function render(content: Content): string {
  if (content === null || content === false || content === undefined) return '';
  if (typeof content === 'string') return escapeText(content);
  if (typeof content === 'number') return String(content);
  return 'markup' in content ? content.markup : content.map(render).join('');
}

const escapes: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&#39;',
};

function escapeText(text: string): string {
  return clean(text).replace(/[&<>"']/g, (sign) => escapes[sign] ?? sign);
}
