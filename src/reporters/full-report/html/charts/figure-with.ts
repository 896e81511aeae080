import { html, type Markup } from '../template.ts';
import { type Drawing, draw } from './draw.ts';

interface FigureParts {
  readonly drawing: Drawing;
  readonly title: string;
  /** What it shows, for those who do not see it. */
  readonly summary: string;
  /** The figures behind it. */
  readonly table: Markup;
}

/** A wider drawing stays readable on a telephone only if it is scrolled, also by keyboard. */
const narrow = 500;

/** A chart with its title, said in words, and the figures behind it to unfold. */
export function figureWith({ drawing, title, summary, table }: FigureParts): Markup {
  return html`<figure class="chart" id="${drawing.id}">
<figcaption>${title}</figcaption>
<div class="canvas" role="img" aria-label="${summary}"${drawing.width > narrow ? html` tabindex="0"` : null}>${draw(drawing)}</div>
<details class="figures"><summary>Angka grafik: ${title}</summary>${table}</details>
</figure>`;
}
