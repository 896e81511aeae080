import { posix } from 'node:path';
import { SaxesParser } from 'saxes';
import { beforeAll, describe, expect, test } from 'vitest';
import { readRelationships, resolveTarget } from '../../../src/archive/relationships.ts';
import { openZip, type Zip } from '../../../src/archive/unzip.ts';
import { forLeaders } from '../../../src/reporters/full-report/narrow.ts';
import { minutesDocx } from '../../../src/word/letters/minutes-docx.ts';
import { reportDocx } from '../../../src/word/report/report-docx.ts';
import { fullDocument } from './report-documents.ts';

/* Word repairs or refuses what breaks these rules of ECMA-376; LibreOffice forgives most (test/office/report-docx.test.ts). */

/** Children in the order of the schema, by parent. */
const sequences: Readonly<Record<string, string>> = {
  'w:pPr':
    'pStyle keepNext keepLines pageBreakBefore framePr widowControl numPr suppressLineNumbers pBdr shd tabs ' +
    'suppressAutoHyphens spacing ind contextualSpacing jc textDirection outlineLvl rPr sectPr',
  'w:rPr':
    'rStyle rFonts b bCs i iCs caps strike color spacing w kern position sz szCs highlight u vertAlign lang',
  'w:tblPr':
    'tblStyle tblpPr tblOverlap bidiVisual tblStyleRowBandSize tblW jc tblCellSpacing tblInd tblBorders shd ' +
    'tblLayout tblCellMar tblLook',
  'w:tcPr': 'cnfStyle tcW gridSpan vMerge tcBorders shd noWrap tcMar textDirection tcFitText vAlign',
  'w:tbl': 'tblPr tblGrid tr',
  'w:tc': 'tcPr p',
  'w:sectPr': 'headerReference footerReference type pgSz pgMar pgNumType cols titlePg docGrid',
  'w:styles': 'docDefaults latentStyles style',
  'w:style':
    'name basedOn next link uiPriority semiHidden unhideWhenUsed qFormat pPr rPr tblPr tcPr tblStylePr',
  'wp:inline': 'extent effectExtent docPr cNvGraphicFramePr graphic',
};

interface Element {
  readonly name: string;
  readonly attributes: Readonly<Record<string, string>>;
  readonly children: Element[];
}

/** All elements of a part; fails if it is not well-formed, or a prefix has no namespace. */
function parse(bytes: Uint8Array): Element[] {
  const parser = new SaxesParser({ xmlns: true });
  const all: Element[] = [];
  const open: Element[] = [];
  parser.on('error', (error) => {
    throw error;
  });
  parser.on('opentag', ({ name, attributes }) => {
    const plain = Object.fromEntries(Object.values(attributes).map((one) => [one.name, one.value]));
    const element = { name, attributes: plain, children: [] };
    open.at(-1)?.children.push(element);
    open.push(element);
    all.push(element);
  });
  parser.on('closetag', () => open.pop());
  parser.write(Buffer.from(bytes).toString('utf8')).close();
  return all;
}

describe.each([
  ['the complete report', async () => reportDocx(await fullDocument())],
  ['the page for leaders', async () => reportDocx(forLeaders(await fullDocument()))],
  ['a letter', async () => minutesDocx(await fullDocument())],
])('%s', (_, make) => {
  let zip: Zip;
  let parts: ReadonlyMap<string, readonly Element[]>;
  const part = (name: string) => parts.get(name) ?? [];
  const named = (name: string, tag: string) => part(name).filter((one) => one.name === tag);

  beforeAll(async () => {
    zip = openZip(await make());
    parts = new Map([...zip.names].map((name) => [name, parse(zip.read(name))]));
  }, 60_000);

  test('has a type for every part, and no macro', () => {
    const types = part('[content_types].xml');
    const value = (one: Element, key: string) => one.attributes[key] ?? '';
    const defaults = new Set(
      types.filter((one) => one.name === 'Default').map((one) => value(one, 'Extension')),
    );
    const overrides = types.filter((one) => one.name === 'Override');
    const own = new Set(overrides.map((one) => value(one, 'PartName').slice(1).toLowerCase()));
    for (const name of zip.names) {
      expect(
        own.has(name) ||
          defaults.has(name.slice(name.lastIndexOf('.') + 1)) ||
          name === '[content_types].xml',
      ).toBe(true);
    }
    expect([...own].filter((name) => !zip.has(name))).toEqual([]);
    expect(overrides.map((one) => value(one, 'ContentType')).join()).not.toMatch(/macro|vba|ole/i);
    expect(own.size).toBe(overrides.length);
  });

  test('has relationships that all lead to parts of its own', () => {
    const sources = [...zip.names].filter((name) => name.endsWith('.rels'));
    for (const rels of sources) {
      const from = posix.join(posix.dirname(posix.dirname(rels)), posix.basename(rels, '.rels'));
      for (const { target, external } of readRelationships(zip, from === '.' ? '' : from).values()) {
        expect({ from, target, external }).toEqual({ from, target, external: false });
        expect(zip.has(resolveTarget(from, target))).toBe(true);
      }
    }
    const used = part('word/document.xml').flatMap((one) => one.attributes['r:id'] ?? []);
    const known = readRelationships(zip, 'word/document.xml');
    expect(used.filter((id) => !known.has(id))).toEqual([]);
  });

  test('keeps the order of the schema', () => {
    for (const [name, elements] of parts) {
      for (const { name: tag, children } of elements) {
        const order = sequences[tag]?.split(' ');
        if (order === undefined) continue;
        const places = children.map((child) => order.indexOf(child.name.split(':')[1] ?? ''));
        const tags = children.map((child) => child.name);
        expect({ name, tag, tags, places }).toEqual({
          name,
          tag,
          tags,
          places: places.toSorted((a, b) => a - b),
        });
        expect({ tag, tags, unknown: places.includes(-1) }).toEqual({ tag, tags, unknown: false });
      }
    }
  });

  test('uses only styles and lists that it has, and every bookmark once', () => {
    const styles = new Set(named('word/styles.xml', 'w:style').map((one) => one.attributes['w:styleId']));
    for (const name of ['word/document.xml', 'word/header1.xml', 'word/footer1.xml']) {
      for (const tag of ['w:pStyle', 'w:tblStyle', 'w:rStyle']) {
        const used = named(name, tag).map((one) => one.attributes['w:val']);
        expect(used.filter((style) => !styles.has(style))).toEqual([]);
      }
    }
    const lists = new Set(named('word/numbering.xml', 'w:num').map((one) => one.attributes['w:numId']));
    const numbered = named('word/document.xml', 'w:numId').map((one) => one.attributes['w:val']);
    expect(numbered.filter((id) => !lists.has(id))).toEqual([]);
    const marks = named('word/document.xml', 'w:bookmarkStart');
    for (const key of ['w:id', 'w:name']) {
      expect(new Set(marks.map((one) => one.attributes[key])).size).toBe(marks.length);
    }
    const anchors = named('word/document.xml', 'w:hyperlink').map((one) => one.attributes['w:anchor']);
    expect(anchors.filter((anchor) => !marks.some((one) => one.attributes['w:name'] === anchor))).toEqual([]);
  });

  test('is A4, in Indonesian, with a page number, and tables whose heads repeat', () => {
    const document = part('word/document.xml');
    const [size] = document.filter(({ name }) => name === 'w:pgSz');
    expect(size?.attributes).toMatchObject({ 'w:w': '11906', 'w:h': '16838' });
    const languages = named('word/styles.xml', 'w:lang').map((one) => one.attributes['w:val']);
    expect(languages).toEqual(['id-ID']);
    const fields = part('word/footer1.xml').filter(({ name }) => name === 'w:instrText').length;
    expect(fields).toBe(2);
    const styled = document.filter(
      ({ name, children }) =>
        name === 'w:tbl' && children[0]?.children.some((one) => one.attributes['w:val'] === 'TabelSpbe'),
    );
    expect(styled.length).toBeGreaterThan(0);
    for (const { children } of styled) {
      const [head, ...rows] = children.filter(({ name }) => name === 'w:tr');
      const has = (row: Element | undefined, tag: string) =>
        row?.children.some((one) => one.children.some(({ name }) => name === tag));
      expect(has(head, 'w:tblHeader')).toBe(true);
      expect(rows.every((row) => has(row, 'w:cantSplit'))).toBe(true);
    }
  });
});

test('the complete report has a title, a field for its contents, and a chart with its values', async () => {
  const zip = openZip(await reportDocx(await fullDocument()));
  const text = (name: string) => Buffer.from(zip.read(name)).toString('utf8');
  expect(text('docProps/core.xml')).toContain(
    '<dc:title>Laporan Penilaian Mandiri SPBE Kabupaten Contoh · 2026</dc:title>',
  );
  expect(text('word/document.xml')).toMatch(/<w:instrText xml:space="preserve"> TOC /);
  expect(text('word/document.xml')).not.toContain('w:dirty');
  const chart = text('word/charts/chart1.xml');
  for (const words of ['Nilai', 'Terbukti', 'Rencana', 'Sebelumnya']) {
    expect(chart).toContain(`<c:tx><c:v>${words}</c:v></c:tx>`);
  }
  expect(chart).toContain('<c:pt idx="0"><c:v>2.9</c:v></c:pt>');
  expect(chart).not.toContain('externalData');
});
