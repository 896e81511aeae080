import {
  AlignmentType,
  Document,
  Footer,
  Header,
  LevelFormat,
  Packer,
  PageNumber,
  Paragraph,
  TabStopType,
  TextRun,
} from 'docx';
import type { RecordDocument } from '../contract/record.ts';
import type { ChartContent } from '../workbook/charts/chart.ts';
import { chartXml } from '../workbook/charts/chart-xml.ts';
import { addContentType } from '../workbook/charts/content-type.ts';
import { setLanguage } from '../workbook/charts/language.ts';
import { type Parts, repack, setText, textOf, unpack } from '../workbook/charts/package-parts.ts';
import { addRelationship } from '../workbook/charts/relationship.ts';
import { addBaseStyles } from './base-styles.ts';
import type { Piece } from './piece.ts';
import { provisionalId } from './put-chart.ts';
import { lists, render } from './render.ts';
import { safeText } from './safe-text.ts';
import { addSeal } from './seal-part.ts';
import { listStyles, page, textWidth } from './styles.ts';

/** A document before it is bytes. */
export interface Draft {
  /** The document's property of that name, which programs show in the title bar. */
  readonly title: string;
  readonly pieces: readonly Piece[];
  /** Left and right in the head of each page. */
  readonly header: readonly [left: string, right: string];
  /** Left in the foot of each page; its number stands at the right. */
  readonly footer: string;
  /** Whether the first page is a cover: without head and foot. */
  readonly hasCover: boolean;
  /** ISO day that the document says it was made on. */
  readonly date: string;
  readonly seal: RecordDocument | null;
}

const main = 'word/document.xml';

/** A draft as docx. The same draft always gives the same bytes. */
export async function pack(draft: Draft): Promise<Uint8Array> {
  const { children, charts } = render(draft.pieces);
  const { header, footer, hasCover } = draft;
  const document = new Document({
    title: safeText(draft.title),
    creator: 'spbe',
    lastModifiedBy: 'spbe',
    styles: listStyles(),
    numbering: { config: [bullets, numbers] },
    sections: [
      {
        properties: { titlePage: hasCover, page: { size: page.size, margin: page.margin } },
        headers: {
          default: new Header({ children: [twoSides('Header', [header[0]], [header[1]])] }),
          ...(hasCover ? { first: new Header({ children: [new Paragraph('')] }) } : {}),
        },
        footers: {
          default: new Footer({ children: [twoSides('Footer', [footer], pageNumber)] }),
          ...(hasCover ? { first: new Footer({ children: [new Paragraph('')] }) } : {}),
        },
        children,
      },
    ],
  });
  const parts = unpack(await Packer.toBuffer(document));
  charts.forEach((chart, index) => {
    addChart(parts, chart, index + 1);
  });
  addBaseStyles(parts);
  if (draft.seal) addSeal(parts, draft.seal);
  setLanguage(parts);
  setDates(parts, draft.date);
  return repack(parts);
}

const pageNumber = ['Halaman ', PageNumber.CURRENT, ' dari ', PageNumber.TOTAL_PAGES] as const;

/** Both sides of a head fit in one line, or nearly. */
const longestSide = 70;

function twoSides(style: string, left: readonly string[], right: readonly string[]): Paragraph {
  const isField = (text: string) => (pageNumber as readonly string[]).includes(text);
  const safe = (texts: readonly string[]) =>
    texts.map((text) => (isField(text) ? text : safeText(text, longestSide)));
  return new Paragraph({
    style,
    tabStops: [{ type: TabStopType.RIGHT, position: textWidth }],
    children: [new TextRun({ children: [...safe(left), '\t', ...safe(right)] })],
  });
}

const indent = { paragraph: { indent: { left: 397, hanging: 340 } } };
const bullets = {
  reference: lists.bullets,
  levels: [{ level: 0, format: LevelFormat.BULLET, text: '•', alignment: AlignmentType.LEFT, style: indent }],
};
const numbers = {
  reference: lists.numbers,
  levels: [
    { level: 0, format: LevelFormat.DECIMAL, text: '%1.', alignment: AlignmentType.LEFT, style: indent },
  ],
};

/** docx writes no charts; this part is the one that workbooks have, with its values stored in it. */
function addChart(parts: Parts, chart: ChartContent, number: number): void {
  const part = `word/charts/chart${number}.xml`;
  setText(parts, part, chartXml(chart));
  addContentType(parts, part, 'application/vnd.openxmlformats-officedocument.drawingml.chart+xml');
  const id = addRelationship(parts, main, 'chart', part);
  setText(parts, main, textOf(parts, main).replace(`"${provisionalId(number)}"`, `"${id}"`));
}

/** docx writes the time of day. */
function setDates(parts: Parts, date: string): void {
  const part = 'docProps/core.xml';
  const day = `$1${date}T00:00:00Z$2`;
  setText(parts, part, textOf(parts, part).replace(/(<dcterms:(?:created|modified)[^>]*>)[^<]*(<)/g, day));
}
