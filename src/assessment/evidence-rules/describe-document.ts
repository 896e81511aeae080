import type { Evidence } from '../answers.ts';

const longest = 80;

/** The details that every problem of a document carries: its indicator, and its title or else its file. */
export function describeDocument({
  indicator,
  title,
  location,
}: Pick<Evidence, 'indicator' | 'title' | 'location'>): {
  readonly indicator: string;
  readonly document: string;
} {
  return { indicator, document: shorten(title.trim() === '' ? location : title) };
}

/** Quoted in a message: on one line, and no page of text. */
export function shorten(text: string): string {
  const line = text.replace(/\s+/g, ' ').trim();
  return line.length > longest ? `${line.slice(0, longest - 1)}…` : line;
}
