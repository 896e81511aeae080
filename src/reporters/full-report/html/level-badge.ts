import type { ReportDocument } from '../../../contract/report.ts';
import { levelFigure } from '../figures.ts';
import { html, type Markup } from './template.ts';

const shades = 5;

/** A level that counts, or `kosong`, with a shade by its height on the instrument's scale; the figure says the same. */
export function levelBadge(level: number | null, document: Pick<ReportDocument, 'scale'>): Markup {
  return html`<span class="level s${shadeOf(level, document)}">${levelFigure(level, document)}</span>`;
}

/** The same for a level that may not be known: `–`. */
export function levelBadgeOr(level: number | null, document: Pick<ReportDocument, 'scale'>): Markup | string {
  return level === null ? '–' : levelBadge(level, document);
}

/** 1 for the lowest level, 5 for the top; 0 for a blank. */
function shadeOf(level: number | null, { scale: { min, max } }: Pick<ReportDocument, 'scale'>): number {
  if (level === null) return 0;
  return 1 + Math.round(((level - min) / (max - min)) * (shades - 1));
}
