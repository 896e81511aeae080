import { cutText } from '../cut-text.ts';
import { html, type Markup } from './template.ts';

const most = 1500;

/** What somebody wrote, with its line breaks, cut where it would fill the page. */
export function paragraphs(text: string): Markup[] {
  return cutText(text, most)
    .split(/\r\n|[\r\n\u2028\u2029]/)
    .filter((line) => line.trim() !== '')
    .map((line) => html`<p>${line}</p>`);
}
