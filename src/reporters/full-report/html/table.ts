import { type Content, html, type Markup } from './template.ts';

export interface Column {
  readonly header: string;
  readonly isNumber?: boolean;
}

interface TableParts {
  readonly caption: string;
  readonly columns: readonly Column[];
  /** The first cell of each row is its header. */
  readonly rows: readonly (readonly Content[])[];
  /** Shown above the table; otherwise only readers of screens hear it, since the heading says the same. */
  readonly showsCaption?: boolean;
}

/** A table in a box of its own, so that a narrow screen scrolls the table and not the page. */
export function table({ caption, columns, rows, showsCaption = false }: TableParts): Markup {
  const classOf = (index: number) => (columns[index]?.isNumber ? html` class="number"` : null);
  return scrollBox(
    caption,
    html`<table>
<caption${showsCaption ? null : html` class="unseen"`}>${caption}</caption>
<thead><tr>${columns.map(({ header }, index) => html`<th scope="col"${classOf(index)}>${header}</th>`)}</tr></thead>
<tbody>
${rows.map((cells) => html`<tr>${cells.map((cell, index) => cellOf(cell, index, classOf(index)))}</tr>\n`)}</tbody>
</table>`,
  );
}

function cellOf(cell: Content, index: number, className: Markup | null): Markup {
  return index === 0 ? html`<th scope="row"${className}>${cell}</th>` : html`<td${className}>${cell}</td>`;
}

/** Can be scrolled by keyboard, too. */
export function scrollBox(label: string, content: Markup): Markup {
  return html`<div class="scroll" role="group" aria-label="${label}" tabindex="0">${content}</div>`;
}
