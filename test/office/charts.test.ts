import { execFileSync } from 'node:child_process';
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import ExcelJS from 'exceljs';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { addCharts } from '../../src/workbook/charts/add-charts.ts';
import type { Chart } from '../../src/workbook/charts/chart.ts';
import { openLibreOffice } from './libre-office.ts';
import { partsOf } from './parts.ts';

/* Charts as a real spreadsheet program takes them: it draws them, from the cells, and keeps them when it saves. */

const office = openLibreOffice();
afterAll(() => office.close());

const names = ['Kebijakan', 'Layanan Administrasi\nPemerintahan & Publik', 'Manajemen', 'Audit TIK'];
const common = {
  sheet: 'Dasbor',
  description: 'Nilai setiap aspek, 0 sampai 5.',
  categories: { ref: 'Dasbor!$G$2:$G$5', values: names },
  min: 0,
  max: 5,
  format: '0.00',
};
// What the charts store is wrong on purpose: what they show must come from the cells.
const values = { name: 'Nilai', nameRef: 'Dasbor!$H$1', ref: 'Dasbor!$H$2:$H$5', values: [9, 9, 9, 9] };
const target = { name: 'Sasaran 2026', ref: 'Dasbor!$I$2:$I$5', values: [4, 4, 4, 4] };
const charts: Chart[] = [
  {
    ...common,
    ...{ kind: 'radar', title: 'Aspek & "nilai" <radar>', series: [values, target] },
    ...{ from: { column: 0, row: 1 }, to: { column: 5, row: 20 } },
  },
  {
    ...common,
    ...{ kind: 'bar', title: 'Diagram batang', series: [values] },
    ...{ from: { column: 0, row: 21 }, to: { column: 5, row: 32 } },
  },
  {
    ...common,
    ...{ kind: 'column', title: 'Diagram kolom', series: [values, target] },
    ...{ from: { column: 0, row: 33 }, to: { column: 5, row: 44 } },
    categories: { ref: '(Dasbor!$G$2,Dasbor!$G$4:$G$5)', values: ['a', 'b', 'c'] },
    series: [{ name: 'Nilai', ref: '(Dasbor!$H$2,Dasbor!$H$4:$H$5)', values: [1, 1, 1] }],
  },
];

let page = '';
let saved = new Map<string, string>();
let savedTwice = new Map<string, string>();

beforeAll(async () => {
  const path = join(office.folder, 'grafik.xlsx');
  writeFileSync(path, addCharts(await makeBook(), charts));
  const [pdf = ''] = await office.convert([path], 'pdf');
  page = execFileSync('pdftotext', ['-layout', pdf, '-'], { encoding: 'utf8' });
  const once = await office.convert([path], 'xlsx');
  saved = partsOf(readFileSync(once[0] ?? ''));
  const twice = await office.convert(once, 'xlsx');
  savedTwice = partsOf(readFileSync(twice[0] ?? ''));
});

describe('printed', () => {
  it('shows the titles, the names of the categories and the legend', () => {
    for (const { title } of charts) expect(page).toContain(title);
    for (const word of ['Kebijakan', 'Layanan Administrasi', 'Pemerintahan & Publik', 'Sasaran 2026']) {
      expect(page).toContain(word);
    }
  });

  it('shows figures computed from the cells, though these are hidden', () => {
    // 1.25 · 2.5 · 3.75 in all three, 5.00 in the two that have all cells.
    const count = (figure: RegExp) => page.match(figure)?.length;
    expect([/\b1[.,]25\b/g, /\b2[.,]50\b/g, /\b3[.,]75\b/g, /\b5[.,]00\b/g].map(count)).toEqual([3, 2, 3, 3]);
    expect(page).not.toMatch(/9[.,]00/);
  });

  it('has all on one page', () => expect(page.split('\f')).toHaveLength(2));
});

describe.each([
  ['once', () => saved],
  ['twice', () => savedTwice],
])('saved %s', (_, parts) => {
  const xmls = () =>
    [...parts()].filter(([name]) => /^xl\/charts\/chart\d+\.xml$/.test(name)).map(([, xml]) => xml);

  it('has every chart still, of its kind, with its title', () => {
    expect(xmls()).toHaveLength(charts.length);
    const kinds = xmls().map((xml) => /<c:(radarChart|barDir val="\w+")/.exec(xml)?.[1]);
    expect(kinds).toEqual(['radarChart', 'barDir val="bar"', 'barDir val="col"']);
    expect(xmls()[0]).toContain('Aspek &amp; &quot;nilai&quot; &lt;radar&gt;');
  });

  it('refers to the same cells', () => {
    const refs = xmls().map((xml) => [...xml.matchAll(/<c:f>([^<]*)<\/c:f>/g)].map(([, ref]) => ref));
    expect(refs[1]).toEqual(['Dasbor!$H$1', 'Dasbor!$G$2:$G$5', 'Dasbor!$H$2:$H$5']);
    expect(refs[0]).toEqual(expect.arrayContaining([...(refs[1] ?? []), 'Dasbor!$I$2:$I$5']));
  });

  // It reads the texts for screen readers and does not write them.
  it('has the same axes', () => {
    for (const xml of xmls()) expect(xml).toMatch(/<c:min val="0"\/>/);
    expect(xmls().map((xml) => /<c:max val="([^"]*)"\/>/.exec(xml)?.[1])).toEqual(['5', '5.3', '5.3']);
    for (const xml of xmls()) expect(xml).toContain('<c:majorUnit val="1"/>');
  });
});

// It reads several ranges and saves them without the parentheses that Excel needs: a chart should name one range.
it('loses no range', () => {
  const refs = [...(saved.get('xl/charts/chart3.xml') ?? '').matchAll(/<c:f>([^<]*)<\/c:f>/g)].map(
    ([, ref]) => ref,
  );
  expect(refs.some((ref) => ref?.replace(/[()]/g, '') === 'Dasbor!$H$2,Dasbor!$H$4:$H$5')).toBe(true);
});

async function makeBook(): Promise<Uint8Array> {
  const workbook = new ExcelJS.Workbook();
  workbook.calcProperties.fullCalcOnLoad = true;
  const sheet = workbook.addWorksheet('Dasbor');
  sheet.getColumn(1).width = 50;
  sheet.getCell('A1').value = 'Dasbor';
  sheet.getCell('H1').value = 'Nilai';
  names.forEach((name, index) => {
    const row = sheet.getRow(index + 2);
    row.getCell(7).value = name;
    row.getCell(8).value = { formula: `${index + 1}*1.25`, result: 9 };
    row.getCell(9).value = 4;
  });
  for (const column of [7, 8, 9]) sheet.getColumn(column).hidden = true;
  sheet.pageSetup = { paperSize: 9, orientation: 'portrait', fitToPage: true, fitToWidth: 1, fitToHeight: 0 };
  return new Uint8Array(await workbook.xlsx.writeBuffer());
}
