import { insertBefore, type Parts } from '../workbook/charts/package-parts.ts';
import { cellMargins, headFill, tableLines, tableStyle } from './styles.ts';

/** Adds the styles that docx does not write: what the others rest on, and the one of all tables. */
export function addBaseStyles(parts: Parts): void {
  insertBefore(parts, 'word/styles.xml', '</w:styles>', normal + plainTable + ownTable());
}

const normal =
  '<w:style w:type="paragraph" w:default="1" w:styleId="Normal"><w:name w:val="Normal"/><w:qFormat/></w:style>';

const plainTable =
  '<w:style w:type="table" w:default="1" w:styleId="TableNormal"><w:name w:val="Normal Table"/><w:uiPriority w:val="99"/><w:semiHidden/><w:unhideWhenUsed/></w:style>';

function ownTable(): string {
  const { style, size, color } = tableLines;
  const borders = ['top', 'left', 'bottom', 'right', 'insideH', 'insideV'].map(
    (side) => `<w:${side} w:val="${style}" w:sz="${size}" w:space="0" w:color="${color}"/>`,
  );
  const margins = (['top', 'left', 'bottom', 'right'] as const).map(
    (side) => `<w:${side} w:w="${cellMargins[side]}" w:type="dxa"/>`,
  );
  return [
    `<w:style w:type="table" w:customStyle="1" w:styleId="${tableStyle}"><w:name w:val="Tabel SPBE"/><w:basedOn w:val="TableNormal"/><w:uiPriority w:val="99"/><w:qFormat/>`,
    `<w:tblPr><w:tblBorders>${borders.join('')}</w:tblBorders><w:tblCellMar>${margins.join('')}</w:tblCellMar></w:tblPr>`,
    `<w:tblStylePr w:type="firstRow"><w:rPr><w:b/></w:rPr><w:tcPr><w:shd w:val="clear" w:color="auto" w:fill="${headFill}"/></w:tcPr></w:tblStylePr></w:style>`,
  ].join('');
}
