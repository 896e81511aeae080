import { openZip } from '../../../src/archive/unzip.ts';
import { readXml } from '../../../src/archive/xml.ts';

/** What a docx says, as plain lines: headings with `#`, cells between `|`, paragraphs of one cell after ` / `. */
export function docxText(bytes: Uint8Array): string {
  const lines: string[] = [];
  let cells: string[] | null = null;
  let cell: string[] | null = null;
  let text = '';
  let style = '';
  let isText = false;
  readXml(openZip(bytes).read('word/document.xml'), 'word/document.xml', {
    open(name, attributes) {
      if (name === 'tr') cells = [];
      if (name === 'tc') cell = [];
      if (name === 'p') [text, style] = ['', ''];
      if (name === 'pStyle') style = attributes['w:val'] ?? '';
      if (name === 'chart') text += `[grafik]`;
      isText = name === 't';
    },
    text(part) {
      if (isText) text += part;
    },
    close(name) {
      if (name === 't') isText = false;
      if (name === 'p') {
        const level = /^Heading(\d)$/.exec(style)?.[1];
        const line = level === undefined ? text : `${'#'.repeat(Number(level))} ${text}`;
        if (cell !== null) cell.push(text);
        else if (line !== '') lines.push(line);
      }
      if (name === 'tc') {
        cells?.push((cell ?? []).join(' / '));
        cell = null;
      }
      if (name === 'tr') lines.push(`| ${(cells ?? []).join(' | ')} |`);
    },
  });
  return `${lines.join('\n')}\n`;
}
