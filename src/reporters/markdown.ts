import { clean } from './clean.ts';
import type { Block, Cell, Column, Reporter } from './report.ts';
import { shownColumns } from './shown-columns.ts';

/** GitHub-flavoured Markdown; nothing from a workbook can become markup. */
export const markdown: Reporter = ({ blocks }) => `${blocks.map(writeBlock).join('\n\n')}\n`;

function writeBlock(block: Block): string {
  switch (block.kind) {
    case 'title':
      return `# ${escapeText(block.text)}\n\n${escapeText(block.subtitle)}`;
    case 'headline':
      return `**${escapeText(block.label)}: ${escapeText(block.value)} – ${escapeText(block.verdict)}**`;
    case 'section':
      return `## ${escapeText(block.text)}`;
    case 'paragraph':
      return escapeText(block.text);
    case 'list':
      return block.items.map((item) => `- ${escapeText(item)}`).join('\n');
    case 'table':
      return writeTable(block.columns, block.rows);
  }
}

function writeTable(columns: readonly Column[], rows: readonly (readonly Cell[])[]): string {
  // A column that only draws bars says nothing in text.
  const kept = shownColumns(columns, rows).filter(
    ({ index }) =>
      rows.length === 0 || rows.some((row) => row[index]?.bar === undefined || row[index].text !== ''),
  );
  const line = (cells: readonly string[]) => `| ${cells.join(' | ')} |`;
  const rule = { left: '---', right: '--:', center: ':-:' } as const;
  return [
    line(kept.map(({ column }) => escapeText(column.header))),
    line(kept.map(({ column }) => rule[column.align ?? 'left'])),
    ...rows.map((row) => line(kept.map(({ index }) => escapeText(row[index]?.text ?? '')))),
  ].join('\n');
}

function escapeText(text: string): string {
  return clean(text)
    .trim()
    .replace(/[\\`*_{}[\]<>#|~]/g, '\\$&')
    .replace(/&/g, '&amp;')
    .replace(/^([-+]|\d+[.)])(?=\s)/, '\\$1')
    .replace(/(https?|ftp):\/\//gi, '$1:\u200b//')
    .replace(/www\./gi, 'www\u200b.');
}
