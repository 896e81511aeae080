import { axesXml, axisIds } from './axes-xml.ts';
import type { ChartContent } from './chart.ts';
import { language } from './language.ts';
import { ink } from './palette.ts';
import { officeRelationships } from './relationship.ts';
import { seriesXml } from './series-xml.ts';
import { line, solid, textProperties, titleXml } from './text-xml.ts';

const drawingml = 'http://schemas.openxmlformats.org/drawingml/2006';

/** The part that holds a chart: `c:chartSpace`. */
export function chartXml(chart: ChartContent): string {
  return [
    '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n',
    `<c:chartSpace xmlns:c="${drawingml}/chart" xmlns:a="${drawingml}/main" xmlns:r="${officeRelationships}">`,
    `<c:date1904 val="0"/><c:lang val="${language}"/><c:roundedCorners val="0"/><c:chart>`,
    titleXml(chart.title, { size: 14, bold: true, colour: ink.dark }),
    '<c:autoTitleDeleted val="0"/><c:plotArea><c:layout/>',
    chart.kind === 'radar' ? radar(chart) : bars(chart),
    axesXml(chart),
    '<c:spPr><a:noFill/><a:ln><a:noFill/></a:ln></c:spPr></c:plotArea>',
    legend(chart),
    // Cells that only the charts need may be hidden.
    '<c:plotVisOnly val="0"/><c:dispBlanksAs val="gap"/></c:chart>',
    `<c:spPr>${solid('FFFFFF')}${line(ink.line, 0.75)}</c:spPr>`,
    textProperties({ size: 10, colour: ink.text }),
    '</c:chartSpace>',
  ].join('');
}

function radar(chart: ChartContent): string {
  return `<c:radarChart><c:radarStyle val="marker"/><c:varyColors val="0"/>${series(chart)}${axes}</c:radarChart>`;
}

function bars(chart: ChartContent): string {
  const direction = chart.kind === 'bar' ? 'bar' : 'col';
  return `<c:barChart><c:barDir val="${direction}"/><c:grouping val="clustered"/><c:varyColors val="0"/>${series(chart)}<c:gapWidth val="60"/>${axes}</c:barChart>`;
}

function series(chart: ChartContent): string {
  return chart.series.map((one, index) => seriesXml(chart, one, index)).join('');
}

/** One series needs none: the title names it. */
function legend({ series }: ChartContent): string {
  if (series.length < 2) return '';
  return `<c:legend><c:legendPos val="b"/><c:overlay val="0"/>${textProperties({ size: 10, colour: ink.text })}</c:legend>`;
}

const axes = `<c:axId val="${axisIds.category}"/><c:axId val="${axisIds.value}"/>`;
