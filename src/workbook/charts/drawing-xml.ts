import type { Chart, Corner } from './chart.ts';
import { escapeXml } from './escape-xml.ts';
import { officeRelationships } from './relationship.ts';

const drawingml = 'http://schemas.openxmlformats.org/drawingml/2006';

/** A drawing with nothing in it. */
export const emptyDrawing =
  '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n' +
  `<xdr:wsDr xmlns:xdr="${drawingml}/spreadsheetDrawing" xmlns:a="${drawingml}/main"></xdr:wsDr>`;

/**
 * The frame that holds a chart on its sheet. It moves with its cells and keeps its size.
 * @param shape number of the shape, unique in the drawing
 * @param id by which the drawing points at the chart
 */
export function drawingAnchor(chart: Chart, shape: number, id: string): string {
  const title = escapeXml(chart.title);
  const properties = `id="${shape}" name="Grafik ${shape - 1}" descr="${escapeXml(chart.description)}" title="${title}"`;
  return [
    '<xdr:twoCellAnchor editAs="oneCell">',
    corner('from', chart.from),
    corner('to', chart.to),
    `<xdr:graphicFrame macro=""><xdr:nvGraphicFramePr><xdr:cNvPr ${properties}/><xdr:cNvGraphicFramePr/></xdr:nvGraphicFramePr>`,
    '<xdr:xfrm><a:off x="0" y="0"/><a:ext cx="0" cy="0"/></xdr:xfrm>',
    `<a:graphic><a:graphicData uri="${drawingml}/chart"><c:chart xmlns:c="${drawingml}/chart" xmlns:r="${officeRelationships}" r:id="${id}"/></a:graphicData></a:graphic>`,
    '</xdr:graphicFrame><xdr:clientData/></xdr:twoCellAnchor>',
  ].join('');
}

function corner(name: string, { column, row }: Corner): string {
  return `<xdr:${name}><xdr:col>${column}</xdr:col><xdr:colOff>0</xdr:colOff><xdr:row>${row}</xdr:row><xdr:rowOff>0</xdr:rowOff></xdr:${name}>`;
}
