import { clean } from './clean.ts';
import type { Block, Report } from './report.ts';

/** One line of a plain sheet. */
export interface SheetLine {
  readonly cells: readonly (string | number | null)[];
  readonly style: 'title' | 'section' | 'header' | 'row' | 'strong' | 'text';
}

/** A sheet for people who go on calculating; `filterAt` is the line of the header that gets a filter, 0-based. */
export interface PlainSheet {
  readonly name: string;
  readonly lines: readonly SheetLine[];
  readonly filterAt: number | null;
}

/** The report as it is read, and its records as they are calculated with. */
export function toSheets({ blocks, records }: Report): PlainSheet[] {
  return [
    { name: 'Laporan', lines: blocks.flatMap(toLines), filterAt: null },
    {
      name: 'Data',
      lines: [
        { cells: [...records.columns], style: 'header' },
        ...records.rows.map((row): SheetLine => ({ cells: row.map(cleanValue), style: 'row' })),
      ],
      filterAt: 0,
    },
  ];
}

function toLines(block: Block): SheetLine[] {
  const text = (value: string, style: SheetLine['style']): SheetLine => ({
    cells: [cleanValue(value)],
    style,
  });
  const gap: SheetLine = { cells: [], style: 'text' };
  switch (block.kind) {
    case 'title':
      return [text(block.text, 'title'), text(block.subtitle, 'text'), gap];
    case 'headline':
      return [text(`${block.label}: ${block.value} – ${block.verdict}`, 'strong'), gap];
    case 'section':
      return [gap, text(block.text, 'section')];
    case 'paragraph':
      return wrap(block.text).map((line) => text(line, 'text'));
    case 'list':
      return block.items.flatMap((item) => wrap(`• ${item}`).map((line) => text(line, 'text')));
    case 'table': {
      const drawn = block.columns.map((_, index) =>
        block.rows.some((row) => (row[index]?.text ?? '') !== ''),
      );
      const keep = <T>(cells: readonly T[]) => cells.filter((_, index) => drawn[index]);
      return [
        { cells: keep(block.columns).map(({ header }) => cleanValue(header)), style: 'header' },
        ...block.rows.map(
          (row): SheetLine => ({
            cells: keep(row).map((cell) => cleanValue(cell.text)),
            style: row[0]?.tone === 'strong' ? 'strong' : 'row',
          }),
        ),
        gap,
      ];
    }
  }
}

/** A line that runs on over empty cells must end before the page does. */
const longestLine = 110;

function wrap(text: string): string[] {
  const lines: string[] = [];
  for (const word of text.split(' ')) {
    const last = lines.at(-1);
    if (last !== undefined && last.length + word.length < longestLine) lines.splice(-1, 1, `${last} ${word}`);
    else lines.push(word);
  }
  return lines;
}

function cleanValue<T extends string | number | null>(value: T): T | string {
  return typeof value === 'string' ? clean(value).trimEnd() : value;
}
