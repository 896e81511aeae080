import type { ChartContent } from './chart.ts';
import { escapeXml } from './escape-xml.ts';
import { ink } from './palette.ts';
import { line, textProperties } from './text-xml.ts';

export const axisIds = { category: 500_000_001, value: 500_000_002 } as const;

/** The two axes of a chart. */
export function axesXml(chart: ChartContent): string {
  return categoryAxis(chart) + valueAxis(chart);
}

function categoryAxis({ kind }: ChartContent): string {
  // Bars begin at the bottom; turned round, they stand in the order of their cells.
  const orientation = kind === 'bar' ? 'maxMin' : 'minMax';
  const grid = kind === 'radar' ? gridlines : '';
  return [
    `<c:catAx><c:axId val="${axisIds.category}"/><c:scaling><c:orientation val="${orientation}"/></c:scaling>`,
    `<c:delete val="0"/><c:axPos val="${kind === 'bar' ? 'l' : 'b'}"/>${grid}`,
    '<c:numFmt formatCode="General" sourceLinked="0"/>',
    '<c:majorTickMark val="none"/><c:minorTickMark val="none"/><c:tickLblPos val="nextTo"/>',
    `<c:spPr>${line(ink.line, 0.75)}</c:spPr>`,
    textProperties({ size: 10, colour: ink.text }),
    `<c:crossAx val="${axisIds.value}"/><c:crosses val="autoZero"/>`,
    '<c:auto val="0"/><c:lblAlgn val="ctr"/><c:lblOffset val="100"/><c:noMultiLvlLbl val="1"/></c:catAx>',
  ].join('');
}

function valueAxis({ kind, min, max, format, unit = 1 }: ChartContent): string {
  const isBar = kind === 'bar';
  // The figure after a bar of full length needs room; the last line is that of the maximum all the same.
  const end = kind === 'radar' ? max : Number((max + (max - min) * 0.06).toFixed(4));
  return [
    `<c:valAx><c:axId val="${axisIds.value}"/>`,
    `<c:scaling><c:orientation val="minMax"/><c:max val="${end}"/><c:min val="${min}"/></c:scaling>`,
    `<c:delete val="0"/><c:axPos val="${isBar ? 'b' : 'l'}"/>${gridlines}`,
    `<c:numFmt formatCode="${Number.isInteger(unit) ? '0' : escapeXml(format)}" sourceLinked="0"/>`,
    '<c:majorTickMark val="none"/><c:minorTickMark val="none"/><c:tickLblPos val="nextTo"/>',
    `<c:spPr>${kind === 'radar' ? line(ink.grid, 0.75) : '<a:ln><a:noFill/></a:ln>'}</c:spPr>`,
    textProperties({ size: 9, colour: ink.soft }),
    // Of categories turned round, the last lies at the bottom, where the axis belongs.
    `<c:crossAx val="${axisIds.category}"/><c:crosses val="${isBar ? 'max' : 'autoZero'}"/>`,
    '<c:crossBetween val="between"/>',
    `<c:majorUnit val="${unit}"/></c:valAx>`,
  ].join('');
}

const gridlines = `<c:majorGridlines><c:spPr>${line(ink.grid, 0.75)}</c:spPr></c:majorGridlines>`;
