import { escapeXml } from './escape-xml.ts';
import { language } from './language.ts';

export interface TextStyle {
  /** Points. */
  readonly size: number;
  readonly bold?: true;
  readonly colour: string;
}

/** `txPr`: how the texts of an axis, of labels or of the legend look. */
export function textProperties(style: TextStyle): string {
  return `<c:txPr><a:bodyPr/><a:lstStyle/><a:p><a:pPr>${run('defRPr', style)}</a:pPr><a:endParaRPr lang="${language}"/></a:p></c:txPr>`;
}

/** A title with a text of its own. */
export function titleXml(text: string, style: TextStyle): string {
  const paragraph = `<a:p><a:pPr>${run('defRPr', style)}</a:pPr><a:r>${run('rPr', style, ` lang="${language}"`)}<a:t>${escapeXml(text)}</a:t></a:r></a:p>`;
  return `<c:title><c:tx><c:rich><a:bodyPr/><a:lstStyle/>${paragraph}</c:rich></c:tx><c:overlay val="0"/></c:title>`;
}

/** @param stroke DrawingML's name of a pattern */
export function line(colour: string, points: number, stroke = 'solid'): string {
  const pattern = stroke === 'solid' ? '' : `<a:prstDash val="${stroke}"/>`;
  return `<a:ln w="${points * 12_700}">${solid(colour)}${pattern}</a:ln>`;
}

/** @param opacity percent */
export function solid(colour: string, opacity = 100): string {
  const alpha = opacity === 100 ? '' : `<a:alpha val="${opacity * 1000}"/>`;
  return `<a:solidFill><a:srgbClr val="${colour}">${alpha}</a:srgbClr></a:solidFill>`;
}

function run(tag: string, { size, bold, colour }: TextStyle, attributes = ''): string {
  const font = '<a:latin typeface="Calibri"/><a:cs typeface="Calibri"/>';
  return `<a:${tag}${attributes} sz="${size * 100}" b="${bold ? 1 : 0}">${solid(colour)}${font}</a:${tag}>`;
}
