import { BarChart, LineChart, RadarChart } from 'echarts/charts';
import { GridComponent, LegendComponent, RadarComponent } from 'echarts/components';
import { type EChartsCoreOption, init, use } from 'echarts/core';
import { SVGRenderer } from 'echarts/renderers';
import { asMarkup, type Markup } from '../template.ts';

use([BarChart, LineChart, RadarChart, GridComponent, LegendComponent, RadarComponent, SVGRenderer]);

/** A drawing as SVG, to stand inside the page. */
export interface Drawing {
  /** Its own in the page: parts of the drawing are named after it. */
  readonly id: string;
  /** In pixels of CSS; shrinks with the screen. */
  readonly width: number;
  readonly height: number;
  readonly option: EChartsCoreOption;
}

/**
 * Draws with ECharts, without a browser. Readers of screens do not meet the drawing: its figure says in words what it
 * shows. Colours are names of the page's style, so that they follow light, dark and print.
 */
export function draw({ id, width, height, option }: Drawing): Markup {
  const chart = init(null, null, { renderer: 'svg', ssr: true, width, height });
  try {
    chart.setOption({
      animation: false,
      textStyle: { fontFamily: 'inherit', fontSize: 13, color: 'var(--text)' },
      ...option,
    });
    return asMarkup(tidy(chart.renderToSVGString(), id));
  } finally {
    chart.dispose();
  }
}

/**
 * What the page's policy refuses (style attributes), what nobody needs (marks for a script of ECharts), and what counts
 * on from drawing to drawing and so would differ from run to run (names of parts). Text in it is escaped by ECharts, so
 * that no quotation mark of it looks like an attribute's.
 */
function tidy(svg: string, id: string): string {
  return svg
    .replace(/^<svg width="(\d+)" height="(\d+)"[^>]*>/, (_, width: string, height: string) =>
      [
        `<svg class="drawing" width="${width}" height="${height}" viewBox="0 0 ${width} ${height}"`,
        ' preserveAspectRatio="xMinYMin meet" aria-hidden="true" focusable="false">',
      ].join(''),
    )
    .replace(/<style[^>]*>[\s\S]*?<\/style>/g, '')
    .replace(/ (?:class|ecmeta_\w+|pointer-events|xml:space)="[^"]*"/g, (found) =>
      found === ' class="drawing"' ? found : '',
    )
    .replace(/ style="([^"]*)"/g, (_, style: string) => toAttributes(style))
    .replace(/\bzr\d+-/g, `${id}-`);
}

/** `font-size:12px;` → ` font-size="12px"`: every property that ECharts writes is an attribute of SVG, too. */
function toAttributes(style: string): string {
  return style
    .split(';')
    .map((property) => property.split(':'))
    .map(([name, value]) => (name && value && value !== 'inherit' ? ` ${name}="${value}"` : ''))
    .join('');
}
