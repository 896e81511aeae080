import { zipParts } from './make-xlsx.ts';

const mimetype = 'application/vnd.oasis.opendocument.spreadsheet';
const urn = 'urn:oasis:names:tc:opendocument:xmlns';
const namespaces = [
  ...['office', 'table', 'text', 'style', 'draw', 'manifest'].map(
    (name) => `xmlns:${name}="${urn}:${name}:1.0"`,
  ),
  'xmlns:xlink="http://www.w3.org/1999/xlink"',
  'xmlns:dc="http://purl.org/dc/elements/1.1/"',
  'xmlns:calcext="urn:org:documentfoundation:names:experimental:calc:xmlns:calcext:1.0"',
].join(' ');

/** A cell with one paragraph. */
export function text(shown: string, attributes = ''): string {
  return `<table:table-cell office:value-type="string" ${attributes}><text:p>${shown}</text:p></table:table-cell>`;
}

/** A cell with a number. */
export function number(value: string | number, attributes = ''): string {
  return `<table:table-cell office:value-type="float" office:value="${value}" ${attributes}/>`;
}

export function row(cells: string, attributes = ''): string {
  return `<table:table-row ${attributes}>${cells}</table:table-row>`;
}

export function table(name: string, rows: string, attributes = ''): string {
  return `<table:table table:name="${name}" ${attributes}>${rows}</table:table>`;
}

/** Parts of a document with these tables; `styles` stand among the automatic ones. */
export function odsParts(tables: string, styles = ''): Record<string, string> {
  return {
    mimetype,
    'META-INF/manifest.xml': `<manifest:manifest ${namespaces}><manifest:file-entry manifest:full-path="/" manifest:media-type="${mimetype}"/></manifest:manifest>`,
    'content.xml': `<?xml version="1.0" encoding="UTF-8"?><office:document-content ${namespaces}><office:automatic-styles>${styles}</office:automatic-styles><office:body><office:spreadsheet>${tables}</office:spreadsheet></office:body></office:document-content>`,
  };
}

/** A document of one sheet `Satu` with these rows. */
export function odsOf(rows: string): Uint8Array {
  return zipParts(odsParts(table('Satu', rows)));
}
