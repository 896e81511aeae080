import { Chalk, type ChalkInstance } from 'chalk';
import Table from 'cli-table3';
import { clean } from './clean.ts';
import type { Block, Cell, Column, Reporter, ReporterOptions, Tone } from './report.ts';
import { type ShownColumn, shownColumns } from './shown-columns.ts';

const narrowest = 60;
const narrowestColumn = 12;
/** A flexible column narrower than this is hard to read. */
const tightest = 24;
const barWidth = 20;
/** Width of the gap that cli-table3 leaves between columns without borders. */
const gap = 2;

/** Plain text for a terminal, within its width; coloured only where the terminal can. */
export const terminal: Reporter = ({ blocks }, { width, colour }: ReporterOptions) => {
  const chalk = new Chalk({ level: colour ? 1 : 0 });
  const room = Math.max(narrowest, Math.min(width, 120));
  return `${blocks.map((block, index) => `${isApart(blocks[index - 1], block) ? '\n' : ''}${writeBlock(block, chalk, room)}`).join('\n')}\n`;
};

/** A blank line before sections and the headline, and after the title. */
function isApart(before: Block | undefined, block: Block): boolean {
  if (before === undefined) return false;
  return before.kind === 'title' || block.kind === 'section' || block.kind === 'headline';
}

function writeBlock(block: Block, chalk: ChalkInstance, room: number): string {
  switch (block.kind) {
    case 'title':
      return [
        ...wrap(clean(block.text), room).map((line) => chalk.bold(line)),
        ...wrap(clean(block.subtitle), room).map((line) => chalk.dim(line)),
      ].join('\n');
    case 'headline':
      return writeHeadline(block, chalk, room);
    case 'section':
      return wrap(clean(block.text), room)
        .map((line) => chalk.bold.underline(line))
        .join('\n');
    case 'paragraph':
      return wrap(clean(block.text), room)
        .map((line) => paint(chalk, block.tone)(line))
        .join('\n');
    case 'list':
      return block.items
        .flatMap((item) =>
          wrap(clean(item), room - 4).map((line, index) => `${index === 0 ? '  • ' : '    '}${line}`),
        )
        .join('\n');
    case 'table':
      return writeTable(block.columns, block.rows, chalk, room);
  }
}

function writeHeadline(
  { label, value, verdict }: Extract<Block, { kind: 'headline' }>,
  chalk: ChalkInstance,
  room: number,
): string {
  const figure = clean(value);
  const parts = [clean(label), figure, clean(verdict).toUpperCase()];
  const inner = Math.min(room - 2, parts.join('   ').length + 6);
  const text = `   ${parts.join('   ')}`.padEnd(inner);
  const painted = text.replace(figure, (found) => chalk.bold(found));
  const edge = '─'.repeat(inner);
  const blank = `│${' '.repeat(inner)}│`;
  return `╭${edge}╮\n${blank}\n│${painted}│\n${blank}\n╰${edge}╯`;
}

function writeTable(
  columns: readonly Column[],
  rows: readonly (readonly Cell[])[],
  chalk: ChalkInstance,
  room: number,
): string {
  const kept = fitColumns(columns, rows, room);
  const table = new Table({
    head: kept.map(({ column, width }) => chalk.bold(align(column.header, column, width))),
    colWidths: kept.map(({ width }) => width + gap),
    colAligns: kept.map(({ column }) => column.align ?? 'left'),
    wordWrap: true,
    chars: noBorders,
    style: { 'padding-left': 0, 'padding-right': gap, head: [], border: [], compact: true },
  });
  for (const row of rows) {
    table.push(kept.map(({ index, width }) => drawCell(row[index], chalk, width)));
  }
  return table
    .toString()
    .split('\n')
    .map((line) => line.trimEnd())
    .join('\n');
}

interface Fitted extends ShownColumn {
  /** Of its widest cell. */
  readonly natural: number;
  width: number;
}

/** Natural widths where they fit; else flexible columns wrap; where that gets too tight, optional columns go first. */
function fitColumns(columns: readonly Column[], rows: readonly (readonly Cell[])[], room: number): Fitted[] {
  const natural = shownColumns(columns, rows).map(({ column, index }) => {
    // Not Math.max(...rows): there may be more rows than a call takes arguments.
    const width = rows.reduce((widest, row) => Math.max(widest, cellWidth(row[index])), column.header.length);
    return { column, index, natural: width, width };
  });
  if (totalWidth(natural) <= room) return natural;
  const shrunk = shrink(natural, room);
  const isTight = shrunk.some((one) => one.column.flexible && one.width < Math.min(tightest, one.natural));
  if (!isTight && totalWidth(shrunk) <= room) return shrunk;
  const needed = natural.filter(({ column }) => !column.optional);
  return totalWidth(needed) <= room ? needed : shrink(needed, room);
}

function totalWidth(fitted: readonly Fitted[]): number {
  return fitted.reduce((sum, { width }) => sum + width + gap, -gap);
}

/** Takes width from the widest flexible column, one by one, until all fit. */
function shrink(fitted: readonly Fitted[], room: number): Fitted[] {
  const shrunk = fitted.map((one) => ({ ...one }));
  const flexible = shrunk.filter(({ column }) => column.flexible);
  for (let excess = totalWidth(fitted) - room; excess > 0; excess--) {
    const [widest] = flexible.toSorted((a, b) => b.width - a.width);
    if (widest === undefined || widest.width <= narrowestColumn) break;
    widest.width--;
  }
  return shrunk;
}

function cellWidth(cell: Cell | undefined): number {
  if (!cell) return 0;
  return cell.bar === undefined ? clean(cell.text).length : barWidth + (cell.text ? cell.text.length + 1 : 0);
}

function drawCell(cell: Cell | undefined, chalk: ChalkInstance, width: number): string {
  if (!cell) return '';
  const text = paint(chalk, cell.tone)(hang(breakLong(clean(cell.text), width), width));
  if (cell.bar === undefined) return text;
  const filled = Math.round(Math.min(1, Math.max(0, cell.bar)) * barWidth);
  const bar = `${chalk.cyan('█'.repeat(filled))}${chalk.dim('░'.repeat(barWidth - filled))}`;
  return text === '' ? bar : `${bar} ${text}`;
}

/** Puts blanks into words that are longer than the column, after a sign if there is one: the table would cut them off. */
function breakLong(text: string, width: number): string {
  if (text.length <= width) return text;
  return text
    .split(' ')
    .flatMap((word) => cutWord(word, width))
    .join(' ');
}

/** The pieces are as long as can be, so that no two of them stand in one line. */
function cutWord(word: string, width: number): string[] {
  if (word.length <= width) return [word];
  const sign = /^.*[/\\_.-]/.exec(word.slice(0, width));
  const length = sign?.[0].length ?? width;
  return [word.slice(0, length), ...cutWord(word.slice(length), width)];
}

/** Breaks an indented text so that every line keeps the indent: the table would keep it for the first one only. */
function hang(text: string, width: number): string {
  const indent = text.slice(0, text.search(/[^ ]|$/));
  if (indent === '' || text.length <= width) return text;
  return wrap(text.slice(indent.length), width - indent.length)
    .map((line) => indent + line)
    .join('\n');
}

function align(text: string, { align: side }: Column, width: number): string {
  return side === 'right' ? text.padStart(Math.min(width, text.length)) : text;
}

function paint(chalk: ChalkInstance, tone: Tone = 'plain'): (text: string) => string {
  const tones: Record<Tone, (text: string) => string> = {
    plain: (text) => text,
    strong: chalk.bold,
    soft: chalk.dim,
    good: chalk.green,
    caution: chalk.yellow,
    bad: chalk.red,
  };
  return (text) => (text === '' ? '' : tones[tone](text));
}

/** Breaks at blanks; a longer word keeps its own line. */
function wrap(text: string, room: number): string[] {
  const lines: string[] = [];
  let line = '';
  for (const word of text.split(' ')) {
    if (line !== '' && line.length + 1 + word.length > room) {
      lines.push(line);
      line = word;
    } else {
      line = line === '' ? word : `${line} ${word}`;
    }
  }
  return [...lines, line];
}

const noBorders = {
  top: '',
  'top-mid': '',
  'top-left': '',
  'top-right': '',
  bottom: '',
  'bottom-mid': '',
  'bottom-left': '',
  'bottom-right': '',
  left: '',
  'left-mid': '',
  mid: '',
  'mid-mid': '',
  right: '',
  'right-mid': '',
  middle: '',
} as const;
