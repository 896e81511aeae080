import ExcelJS from 'exceljs';
import { strFromU8, unzipSync, zipSync } from 'fflate';
import { SaxesParser } from 'saxes';
import { afterEach, describe, expect, it } from 'vitest';
import { addCharts } from '../../src/workbook/charts/add-charts.ts';
import type { Chart } from '../../src/workbook/charts/chart.ts';
import { wrapLabel } from '../../src/workbook/charts/wrap-label.ts';
import { opened } from './opened.ts';

/*
 * Excel is not at hand, and it repairs or refuses what breaks these rules of ECMA-376, while LibreOffice forgives it
 * (test/office/charts.test.ts).
 */

const main = 'http://schemas.openxmlformats.org/spreadsheetml/2006/main';
const drawingml = 'http://schemas.openxmlformats.org/drawingml/2006';
const office = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';

/** Children of an element in the order of the schema, by `parent`, or `grandparent/parent` where names repeat. */
const sequences: Record<string, string> = {
  worksheet:
    'sheetPr dimension sheetViews sheetFormatPr cols sheetData sheetCalcPr sheetProtection protectedRanges scenarios ' +
    'autoFilter sortState dataConsolidate customSheetViews mergeCells phoneticPr conditionalFormatting ' +
    'dataValidations hyperlinks printOptions pageMargins pageSetup headerFooter rowBreaks colBreaks customProperties ' +
    'cellWatches ignoredErrors smartTags drawing legacyDrawing legacyDrawingHF drawingHF picture oleObjects controls ' +
    'webPublishItems tableParts extLst',
  twoCellAnchor: 'from to sp grpSp graphicFrame cxnSp pic contentPart clientData',
  from: 'col colOff row rowOff',
  to: 'col colOff row rowOff',
  graphicFrame: 'nvGraphicFramePr xfrm graphic',
  nvGraphicFramePr: 'cNvPr cNvGraphicFramePr',
  chartSpace:
    'date1904 lang roundedCorners AlternateContent style clrMapOvr pivotSource protection chart spPr txPr externalData ' +
    'printSettings userShapes extLst',
  'chartSpace/chart':
    'title autoTitleDeleted pivotFmts view3D floor sideWall backWall plotArea legend plotVisOnly dispBlanksAs extLst',
  title: 'tx layout overlay spPr txPr extLst',
  plotArea: 'layout radarChart barChart catAx valAx dTable spPr extLst',
  radarChart: 'radarStyle varyColors ser dLbls axId extLst',
  barChart: 'barDir grouping varyColors ser dLbls gapWidth overlap serLines axId extLst',
  'radarChart/ser': 'idx order tx spPr marker dPt dLbls cat val extLst',
  'barChart/ser':
    'idx order tx spPr invertIfNegative pictureOptions dPt dLbls trendline errBars cat val shape extLst',
  dLbls:
    'dLbl numFmt spPr txPr dLblPos showLegendKey showVal showCatName showSerName showPercent showBubbleSize separator',
  catAx:
    'axId scaling delete axPos majorGridlines minorGridlines title numFmt majorTickMark minorTickMark tickLblPos spPr ' +
    'txPr crossAx crosses auto lblAlgn lblOffset tickLblSkip tickMarkSkip noMultiLvlLbl extLst',
  valAx:
    'axId scaling delete axPos majorGridlines minorGridlines title numFmt majorTickMark minorTickMark tickLblPos spPr ' +
    'txPr crossAx crosses crossBetween majorUnit minorUnit dispUnits extLst',
  scaling: 'logBase orientation max min extLst',
  legend: 'legendPos legendEntry layout overlay spPr txPr extLst',
  marker: 'symbol size spPr extLst',
  strRef: 'f strCache extLst',
  numRef: 'f numCache extLst',
  strCache: 'ptCount pt extLst',
  numCache: 'formatCode ptCount pt extLst',
  txPr: 'bodyPr lstStyle p',
  rich: 'bodyPr lstStyle p',
  p: 'pPr r br fld endParaRPr',
  spPr: 'xfrm custGeom prstGeom noFill solidFill ln effectLst',
  defRPr: 'ln noFill solidFill effectLst latin ea cs sym',
  rPr: 'ln noFill solidFill effectLst latin ea cs sym',
};

const title = 'Nilai <per> "aspek" & \u0000\u0007\uD800\r\nbaris ]]> \'dua\'';
const safeTitle = 'Nilai <per> "aspek" & \nbaris ]]> \'dua\'';
const radar: Chart = {
  sheet: 'Dasbor',
  kind: 'radar',
  title: 'Nilai per aspek',
  description: 'Diagram radar: nilai setiap aspek, 0 sampai 5.',
  from: { column: 4, row: 1 },
  to: { column: 12, row: 22 },
  categories: { ref: 'Dasbor!$A$1:$A$3', values: ['Satu & dua', 'Tiga\nempat', 'Lima'] },
  series: [{ name: 'Nilai', nameRef: 'Dasbor!$D$1', ref: 'Dasbor!$B$1:$B$3', values: [1, 2.5, 5] }],
  min: 0,
  max: 5,
  format: '0.00',
};
const target = { name: 'Target', ref: 'Dasbor!$C$1:$C$3', values: [4, 4, 4], colour: '1F3864' };
const bar: Chart = { ...radar, kind: 'bar', title, description: title, min: 1 };
const column: Chart = { ...radar, kind: 'column', series: [...radar.series, target] };
const everywhere: Chart[] = [
  ...[radar, bar, column],
  ...['Komentar', 'Tabel', 'Gambar', "Lembar 'uji', & <1>"].map((sheet) => ({ ...bar, sheet })),
];
const book = await makeBook();
const charted = addCharts(book, everywhere);
const parts = textsOf(charted);

describe('the package', () => {
  it('says of every part what it is, once', () => {
    const types = parse(parts.get('[Content_Types].xml'));
    const overrides = types.filter(({ name }) => name === 'Override').map(({ attributes }) => attributes);
    const names = overrides.map(({ PartName }) => PartName?.slice(1) ?? '');
    expect(names.length).toBe(new Set(names).size);
    expect(names.filter((name) => !parts.has(name))).toEqual([]);
    const defaults = types.flatMap(({ name, attributes }) =>
      name === 'Default' ? [attributes['Extension']] : [],
    );
    for (const name of parts.keys()) {
      if (name === '[Content_Types].xml') continue;
      // xml by default is no type that Excel knows.
      const isTold =
        names.includes(name) || (!name.endsWith('.xml') && defaults.includes(name.split('.').at(-1)));
      expect(isTold, name).toBe(true);
    }
    const typeOf = (stem: string) =>
      overrides.filter(({ PartName }) => PartName?.startsWith(stem)).map(({ ContentType }) => ContentType);
    expect(typeOf('/xl/charts/')).toEqual(
      everywhere.map(() => 'application/vnd.openxmlformats-officedocument.drawingml.chart+xml'),
    );
    expect(new Set(typeOf('/xl/drawings/'))).toEqual(
      new Set(['application/vnd.openxmlformats-officedocument.drawing+xml']),
    );
  });

  it('has only relationships that lead somewhere, and only such ids', () => {
    for (const [name, text] of parts) {
      if (!name.endsWith('.rels')) continue;
      const from = name.replace('_rels/', '').replace(/\.rels$/, '');
      const links = parse(text).filter((element) => element.name === 'Relationship');
      const ids = links.map(({ attributes }) => attributes['Id'] ?? '');
      expect(ids.length, name).toBe(new Set(ids).size);
      for (const { attributes } of links) {
        if (attributes['TargetMode'] === 'External') continue;
        const path = new URL(attributes['Target'] ?? '', `http://a/${from}`).pathname.slice(1);
        expect(parts.has(path), `${name}: ${path}`).toBe(true);
      }
      const used = [...(parts.get(from) ?? '').matchAll(/\sr:(?:id|embed|link)="([^"]*)"/g)].map(
        ([, id]) => id ?? '',
      );
      expect(
        used.filter((id) => !ids.includes(id)),
        from,
      ).toEqual([]);
      expect(used.length, from).toBe(new Set(used).size);
    }
    for (const name of parts.keys())
      if (/^xl\/(charts|drawings)\/_rels/.test(name)) expect(name).toContain('drawing');
  });

  it('has every element in the order of the schema', () => {
    let checked = 0;
    for (const [name, text] of parts) {
      if (!/^xl\/(worksheets|charts|drawings)\/[^/]*\.xml$/.test(name)) continue;
      for (const { parent, grandparent, children } of families(text)) {
        const order = (sequences[`${grandparent}/${parent}`] ?? sequences[parent])?.split(' ');
        if (order === undefined) continue;
        expect(
          children.filter((child) => !order.includes(child)),
          `${name} ${parent}`,
        ).toEqual([]);
        expect(children, `${name} ${parent}`).toEqual(
          children.toSorted((a, b) => order.indexOf(a) - order.indexOf(b)),
        );
        checked++;
      }
    }
    expect(checked).toBeGreaterThan(100);
  });

  it('has no element outside the namespaces of Office', () => {
    // The last one is of exceljs, in pictures.
    const known = [
      main,
      `${drawingml}/main`,
      `${drawingml}/chart`,
      `${drawingml}/spreadsheetDrawing`,
      'http://schemas.microsoft.com/office/drawing/2014/main',
    ];
    for (const [name, text] of parts) {
      if (!/^xl\/(charts|drawings)\/[^/]*\.xml$/.test(name)) continue;
      expect(
        parse(text).filter(({ uri }) => !known.includes(uri)),
        name,
      ).toEqual([]);
    }
    expect(parse(parts.get('xl/charts/chart1.xml'))[0]).toMatchObject({
      name: 'chartSpace',
      uri: `${drawingml}/chart`,
    });
  });

  it('leads from each sheet to its one drawing, also where there was one', () => {
    const drawings = [...parts]
      .filter(([name]) => /^xl\/worksheets\/sheet/.test(name))
      .map(([, text]) => text);
    expect(drawings.map((text) => text.split('<drawing ').length - 1)).toEqual([1, 1, 1, 1, 1]);
    const links =
      [...parts].find(([name, text]) => /drawings\/_rels/.test(name) && text.includes('/image'))?.[1] ?? '';
    expect(parse(links).map(({ attributes }) => attributes['Type']?.split('/').at(-1))).toEqual([
      ...[undefined, 'image', 'chart'],
    ]);
    expect(parts.get('xl/worksheets/sheet2.xml')).toMatch(
      /<drawing r:id="rId\d"\/><legacyDrawing r:id="rId\d"\/>/,
    );
    expect(parts.get('xl/worksheets/sheet3.xml')).toMatch(/<drawing r:id="rId\d"\/><tableParts/);
  });

  it('names and describes every chart, for those who do not see it', () => {
    const shapes = parse(parts.get('xl/drawings/drawing2.xml')).filter(({ name }) => name === 'cNvPr');
    expect(shapes.map(({ attributes }) => attributes)).toEqual([
      { id: '2', name: 'Grafik 1', title: radar.title, descr: radar.description },
      { id: '3', name: 'Grafik 2', title: safeTitle, descr: safeTitle },
      { id: '4', name: 'Grafik 3', title: column.title, descr: column.description },
    ]);
  });

  it('is in Indonesian, whatever language it had', () => {
    expect(parts.get('docProps/core.xml')).toContain('<dc:language>id-ID</dc:language></cp:coreProperties>');
    const again = textsOf(addCharts(charted, [])).get('docProps/core.xml') ?? '';
    expect(again.split('<dc:language>')).toHaveLength(2);
    const other = change(book, 'docProps/core.xml', (text) =>
      text.replace('</cp:core', '<dc:language>en-US</dc:language></cp:core'),
    );
    expect(textsOf(addCharts(other, [])).get('docProps/core.xml')).toBe(parts.get('docProps/core.xml'));
  });
});

describe('the bytes', () => {
  const zone = process.env['TZ'];
  afterEach(() => {
    if (zone === undefined) delete process.env['TZ'];
    else process.env['TZ'] = zone;
  });

  it('are the same from the same workbook, in every time zone, however it was packed', () => {
    const entries = Object.entries(unzipSync(book)).toReversed();
    const other = zipSync(Object.fromEntries(entries), { level: 1, mtime: new Date('2011-11-11') });
    for (const name of ['Asia/Jayapura', 'America/Los_Angeles', 'UTC']) {
      process.env['TZ'] = name;
      expect(Buffer.compare(addCharts(other, everywhere), charted), name).toBe(0);
    }
  });

  it('begin with the content types and hold no folders', () => {
    const names = Object.keys(unzipSync(charted));
    expect(names.slice(0, 3)).toEqual(['[Content_Types].xml', '_rels/.rels', 'xl/workbook.xml']);
    expect(names.filter((name) => name.endsWith('/'))).toEqual([]);
  });

  it('are read by exceljs and by openBook, with the same cells', async () => {
    const workbook = new ExcelJS.Workbook();
    await workbook.xlsx.load(charted.slice().buffer);
    expect(workbook.getWorksheet('Dasbor')?.getCell('B2').value).toBe(2.5);
    expect(opened(charted)).toEqual(opened(book));
  });
});

describe('a chart', () => {
  const elements = (number: number) => parse(parts.get(`xl/charts/chart${number}.xml`));
  const values = (number: number, name: string) =>
    elements(number).flatMap((element) => (element.name === name ? [element.attributes['val']] : []));
  const texts = (number: number, name: string) =>
    elements(number).flatMap((element) => (element.name === name ? [element.text] : []));

  it('refers to cells of the workbook and stores what they hold', () => {
    expect(texts(1, 'f')).toEqual(['Dasbor!$D$1', 'Dasbor!$A$1:$A$3', 'Dasbor!$B$1:$B$3']);
    expect(texts(1, 'v')).toEqual(['Nilai', 'Satu & dua', 'Tiga\nempat', 'Lima', '1', '2.5', '5']);
    expect(texts(3, 'v').slice(7, 8)).toEqual(['Target']);
    expect([...parts.keys()].filter((name) => name.includes('charts/_rels'))).toEqual([]);
  });

  it('has fixed axes that know each other, with a line at every whole number', () => {
    const ends = (number: number) => [
      values(number, 'min'),
      values(number, 'max'),
      values(number, 'majorUnit'),
    ];
    expect(ends(1)).toEqual([['0'], ['5'], ['1']]);
    // Room for the figure behind the longest bar.
    expect(ends(2)).toEqual([['1'], ['5.24'], ['1']]);
    expect(ends(3)).toEqual([['0'], ['5.3'], ['1']]);
    for (const number of [1, 2, 3]) {
      const [first, second, ...rest] = values(number, 'axId');
      expect(first).not.toBe(second);
      expect(rest).toEqual([first, second]);
      expect(values(number, 'crossAx')).toEqual([second, first]);
    }
  });

  it('shows its figures; those of a radar without a position, which Excel refuses', () => {
    expect([1, 2, 3].map((number) => values(number, 'showVal'))).toEqual([['1'], ['1'], ['1', '1']]);
    expect([1, 2, 3].map((number) => values(number, 'dLblPos'))).toEqual([
      [],
      ['outEnd'],
      ['outEnd', 'outEnd'],
    ]);
    expect(parts.get('xl/charts/chart1.xml')).toContain('formatCode="0.00" sourceLinked="0"');
  });

  it('keeps bars in the order of their cells, and has a legend only for several series', () => {
    expect([1, 2, 3].map((number) => values(number, 'orientation')[0])).toEqual([
      'minMax',
      'maxMin',
      'minMax',
    ]);
    expect([1, 2, 3].map((number) => values(number, 'barDir'))).toEqual([[], ['bar'], ['col']]);
    expect([1, 2, 3].map((number) => values(number, 'legendPos'))).toEqual([[], [], ['b']]);
  });

  it('holds any title as it is, without what XML cannot hold', () => {
    expect(texts(2, 't')).toEqual([safeTitle]);
    expect(values(2, 'lang')).toEqual(['id-ID']);
  });
});

describe('refuses', () => {
  const [series] = radar.series as [Chart['series'][0]];
  const withRef = (ref: string): Chart => ({ ...radar, series: [{ ...series, ref }] });
  it.each<[string, Chart]>([
    ['a sheet that is not there', { ...radar, sheet: 'Tidak ada' }],
    ['cells of such a sheet', withRef('Lain!$B$1:$B$3')],
    ['another workbook', withRef('[1]Dasbor!$B$1:$B$3')],
    ['relative cells', withRef('Dasbor!B1:B3')],
    ['too few cells', withRef('Dasbor!$B$1:$B$2')],
    ['cells the wrong way round', withRef('Dasbor!$B$3:$B$1')],
    ['a block of cells', withRef('Dasbor!$B$1:$C$2')],
    ['a formula', withRef('SUM(Dasbor!$B$1:$B$3)')],
    ['categories of other cells', { ...radar, categories: { ...radar.categories, ref: 'Dasbor!$A$1:$A$9' } }],
    ['a name of several cells', { ...radar, series: [{ ...series, nameRef: 'Dasbor!$B$1:$B$2' }] }],
    ['no title', { ...radar, title: '' }],
    ['values that are none', { ...radar, series: [{ ...series, values: [1, Number.NaN, 2] }] }],
    ['values without categories', { ...radar, series: [{ ...series, values: [1, 2] }] }],
    ['a colour by name', { ...radar, series: [{ ...series, colour: 'red' }] }],
    ['no series', { ...radar, series: [] }],
    ['no area', { ...radar, to: radar.from }],
    ['an axis without length', { ...radar, min: 5 }],
    ['no description', { ...radar, description: ' ' }],
  ])('%s', (_, chart) => expect(() => addCharts(book, [chart])).toThrow());

  it.each<[string, string, RegExp]>([
    ['[Content_Types].xml', '</Types>', /<\/Types>/],
    ['docProps/core.xml', '</cp:coreProperties>', /<\/cp:coreProperties>/],
    ['xl/worksheets/sheet1.xml', `xmlns:r="${office}"`, /does not declare/],
    ['xl/worksheets/sheet1.xml', '</worksheet>', /<\/worksheet>/],
    ['xl/workbook.xml', ' name="Dasbor"', /a sheet without name or part/],
    ['xl/worksheets/sheet1.xml', '</sheetData>', /no sheetData/],
  ])('%s without %s', (name, anchor, message) => {
    const broken = change(book, name, (text) => text.replace(anchor, ''));
    expect(() => addCharts(broken, [radar])).toThrow(message);
  });

  it('nothing of several ranges and quoted names', () => {
    const ref = "('Lembar ''uji'', & <1>'!$A$1,Dasbor!$B$2:$B$3)";
    const text = textsOf(addCharts(book, [withRef(ref)])).get('xl/charts/chart1.xml');
    expect(parse(text).map((element) => element.text)).toContain(ref);
  });
});

it.each([
  ['Penyelenggara SPBE', 26, 'Penyelenggara SPBE'],
  [
    'Layanan Administrasi Pemerintahan Berbasis Elektronik',
    26,
    'Layanan Administrasi\nPemerintahan\nBerbasis Elektronik',
  ],
  ['Layanan Publik Berbasis Elektronik', 26, 'Layanan Publik\nBerbasis Elektronik'],
  ['  Ketidakbertanggungjawaban  a ', 10, 'Ketidakbertanggungjawaban\na'],
  ['', 10, ''],
])('wraps %j at %i', (text, width, wrapped) => expect(wrapLabel(text, width)).toBe(wrapped));

async function makeBook(): Promise<Uint8Array> {
  const workbook = new ExcelJS.Workbook();
  workbook.created = new Date(0);
  workbook.modified = new Date(0);
  const dashboard = workbook.addWorksheet('Dasbor');
  dashboard.addRows([
    ['Satu & dua', 1, 4, 'Nilai'],
    ['Tiga\nempat', 2.5, 4],
    ['Lima', 5, 4],
  ]);
  dashboard.pageSetup.orientation = 'landscape';
  dashboard.headerFooter.oddFooter = 'Halaman &P';
  dashboard.getRow(2).addPageBreak();
  const commented = workbook.addWorksheet('Komentar');
  commented.getCell('A1').note = 'Catatan <drawing> & lain';
  commented.getCell('A2').value = { text: 'tautan', hyperlink: 'https://contoh.go.id/?a=1&b=2' };
  commented.getCell('A3').dataValidation = { type: 'list', formulae: ['"a>b,c"'] };
  const tabled = workbook.addWorksheet('Tabel');
  tabled.addTable({ name: 'T', ref: 'A1', columns: [{ name: 'a' }], rows: [['1']] });
  // A data bar has an extLst of its own, which is not the sheet's.
  const gradient = {
    type: 'dataBar',
    priority: 1,
    gradient: false,
    cfvo: [{ type: 'min' }, { type: 'max' }],
  };
  const rules = [gradient as unknown as ExcelJS.ConditionalFormattingRule];
  tabled.addConditionalFormatting({ ref: 'A2:A9', rules });
  const pictured = workbook.addWorksheet('Gambar');
  const pixel =
    'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR4nGNgYPhfDwAChwGA60e6kgAAAABJRU5ErkJggg==';
  pictured.addImage(workbook.addImage({ base64: pixel, extension: 'png' }), 'B2:C3');
  workbook.addWorksheet("Lembar 'uji', & <1>");
  return new Uint8Array(await workbook.xlsx.writeBuffer());
}

function textsOf(bytes: Uint8Array): Map<string, string> {
  return new Map(Object.entries(unzipSync(bytes)).map(([name, content]) => [name, strFromU8(content)]));
}

function change(bytes: Uint8Array, name: string, edit: (text: string) => string): Uint8Array {
  const files = unzipSync(bytes);
  const text = strFromU8(files[name] ?? new Uint8Array());
  expect(edit(text)).not.toBe(text);
  return zipSync({ ...files, [name]: new TextEncoder().encode(edit(text)) });
}

interface Element {
  readonly name: string;
  readonly uri: string;
  readonly attributes: Record<string, string>;
  readonly depth: number;
  text: string;
}

/** All elements of well-formed XML, in document order. */
function parse(xml = ''): Element[] {
  const found: Element[] = [];
  const open: Element[] = [];
  const parser = new SaxesParser({ xmlns: true });
  parser.on('error', (error) => {
    throw error;
  });
  parser.on('opentag', ({ local, uri, attributes }) => {
    const own = Object.values(attributes).filter(
      ({ prefix, name }) => prefix !== 'xmlns' && name !== 'xmlns',
    );
    const pairs = own.map((attribute) => [attribute.name, attribute.value]);
    open.push({ name: local, uri, attributes: Object.fromEntries(pairs), depth: open.length, text: '' });
    found.push(open.at(-1) as Element);
  });
  parser.on('text', (text) => {
    const last = open.at(-1);
    if (last) last.text += text;
  });
  parser.on('closetag', () => void open.pop());
  parser.write(xml).close();
  return found;
}

/** Every element that has children, with their names. */
function families(xml: string): { parent: string; grandparent: string; children: string[] }[] {
  const path: { name: string; children: string[] }[] = [];
  const found: { parent: string; grandparent: string; children: string[] }[] = [];
  for (const { name, depth } of parse(xml)) {
    path.length = depth;
    path.at(-1)?.children.push(name);
    const children: string[] = [];
    found.push({ parent: name, grandparent: path.at(-1)?.name ?? '', children });
    path.push({ name, children });
  }
  return found.filter(({ children }) => children.length > 0);
}
