import type { Categories, ChartContent, Series } from './chart.ts';
import { escapeXml } from './escape-xml.ts';
import { ink, palette } from './palette.ts';
import { line, solid, textProperties } from './text-xml.ts';

/** One series; which elements there are, and their order, depends on the kind of chart. */
export function seriesXml({ kind, categories, format }: ChartContent, series: Series, index: number): string {
  const colour = series.colour ?? palette[index % palette.length] ?? ink.dark;
  const isRadar = kind === 'radar';
  return [
    `<c:ser><c:idx val="${index}"/><c:order val="${index}"/>${nameXml(series)}`,
    isRadar ? radarLook(colour, index) : `<c:spPr>${solid(colour)}</c:spPr><c:invertIfNegative val="0"/>`,
    // Figures of several lines over one another could not be read.
    isRadar && index > 0 ? '' : labels(format, isRadar),
    categoriesXml(categories),
    valuesXml(series, format),
    '</c:ser>',
  ].join('');
}

/** Lines lie over one another: each has a sign and strokes of its own, for those who print without colours. */
const strokes = ['solid', 'dash', 'sysDot', 'dashDot'] as const;
const signs = ['circle', 'diamond', 'triangle', 'square'] as const;

function radarLook(colour: string, index: number): string {
  const sign = signs[index % signs.length];
  const stroke = strokes[index % strokes.length];
  const marker = `<c:marker><c:symbol val="${sign}"/><c:size val="6"/><c:spPr>${solid(colour)}${line('FFFFFF', 0.75)}</c:spPr></c:marker>`;
  return `<c:spPr>${line(colour, 2.25, stroke)}</c:spPr>${marker}`;
}

/** The values beside their points. Excel refuses a position of the labels of a radar. */
function labels(format: string, isRadar: boolean): string {
  return [
    `<c:dLbls><c:numFmt formatCode="${escapeXml(format)}" sourceLinked="0"/>`,
    // On the lines of a radar the figures need a ground of their own.
    `<c:spPr>${isRadar ? solid('FFFFFF', 80) : '<a:noFill/>'}<a:ln><a:noFill/></a:ln></c:spPr>`,
    textProperties({ size: 9, bold: true, colour: ink.dark }),
    isRadar ? '' : '<c:dLblPos val="outEnd"/>',
    '<c:showLegendKey val="0"/><c:showVal val="1"/><c:showCatName val="0"/><c:showSerName val="0"/>',
    '<c:showPercent val="0"/><c:showBubbleSize val="0"/></c:dLbls>',
  ].join('');
}

function nameXml({ name, nameRef }: Series): string {
  if (nameRef === undefined) return `<c:tx><c:v>${escapeXml(name)}</c:v></c:tx>`;
  return `<c:tx><c:strRef><c:f>${escapeXml(nameRef)}</c:f><c:strCache>${points([name])}</c:strCache></c:strRef></c:tx>`;
}

function categoriesXml({ ref, values }: Categories): string {
  return `<c:cat><c:strRef><c:f>${escapeXml(ref)}</c:f><c:strCache>${points(values)}</c:strCache></c:strRef></c:cat>`;
}

function valuesXml({ ref, values }: Series, format: string): string {
  const cache = `<c:formatCode>${escapeXml(format)}</c:formatCode>${points(values.map(String))}`;
  return `<c:val><c:numRef><c:f>${escapeXml(ref)}</c:f><c:numCache>${cache}</c:numCache></c:numRef></c:val>`;
}

function points(values: readonly string[]): string {
  const each = values.map((value, index) => `<c:pt idx="${index}"><c:v>${escapeXml(value)}</c:v></c:pt>`);
  return `<c:ptCount val="${values.length}"/>${each.join('')}`;
}
