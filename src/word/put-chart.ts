import { Paragraph, TextRun } from 'docx';
import type { ChartContent } from '../workbook/charts/chart.ts';
import { officeRelationships } from '../workbook/charts/relationship.ts';
import { element } from './element.ts';
import { safeText } from './safe-text.ts';

const drawingml = 'http://schemas.openxmlformats.org/drawingml/2006';

/** 12,700 to a point. */
const size = { cx: '5760000', cy: '4140000' } as const;

/** The id by which a drawing points at its chart until the package knows the true one. */
export function provisionalId(number: number): string {
  return `spbe-chart-${number}`;
}

/** The frame of a chart in the text; the chart itself becomes a part of the package (pack.ts). */
export function putChart({ title, description }: ChartContent, number: number): Paragraph {
  const chart = element('c:chart', {
    'xmlns:c': `${drawingml}/chart`,
    'xmlns:r': officeRelationships,
    'r:id': provisionalId(number),
  });
  const about = { id: String(number), name: `Grafik ${number}` };
  const frame = element(
    'wp:inline',
    { distT: '0', distB: '0', distL: '0', distR: '0' },
    element('wp:extent', size),
    element('wp:effectExtent', { l: '0', t: '0', r: '0', b: '0' }),
    element('wp:docPr', { ...about, descr: safeText(description), title: safeText(title) }),
    element('wp:cNvGraphicFramePr'),
    element(
      'a:graphic',
      { 'xmlns:a': `${drawingml}/main` },
      element('a:graphicData', { uri: `${drawingml}/chart` }, chart),
    ),
  );
  return new Paragraph({
    alignment: 'center',
    keepNext: true,
    children: [new TextRun({ children: [element('w:drawing', {}, frame)] })],
  });
}
