import exceljs from 'exceljs';
import { describe, expect, test } from 'vitest';
import type { Report } from '../../src/reporters/report.ts';
import { toSheets } from '../../src/reporters/sheets.ts';
import { writeSheets } from '../../src/workbook/write-sheets.ts';

const report: Report = {
  document: {},
  blocks: [
    { kind: 'title', text: 'Kota Contoh · 2025', subtitle: 'PermenPANRB 59/2020' },
    { kind: 'headline', label: 'Indeks SPBE', value: '2,98', verdict: 'Baik' },
    { kind: 'section', text: 'Domain' },
    {
      kind: 'table',
      columns: [{ header: 'Domain' }, { header: 'Nilai', align: 'right' }, { header: '' }],
      rows: [
        [{ text: '=1+1', tone: 'strong' }, { text: '2,90' }, { text: '', bar: 0.5 }],
        [{ text: 'Tata\u001b[31m Kelola' }, { text: '2,40' }, { text: '', bar: 0.5 }],
      ],
    },
    { kind: 'paragraph', text: `${'kata '.repeat(60)}akhir.` },
    { kind: 'list', items: ['satu'] },
  ],
  records: {
    columns: ['indikator', 'tingkat', 'catatan'],
    rows: [
      ['1', 3, '+62'],
      ['2', null, null],
    ],
  },
};

async function write(one: Report): Promise<{ bytes: Uint8Array; book: exceljs.Workbook }> {
  const bytes = await writeSheets('Kota Contoh', toSheets(one));
  const book = new exceljs.Workbook();
  await book.xlsx.load(bytes.buffer as ArrayBuffer);
  return { bytes, book };
}

describe('a report as a workbook', () => {
  test('has what is read on one sheet and what is calculated with on the other, with a filter', async () => {
    const { book } = await write(report);
    expect(book.worksheets.map(({ name }) => name)).toEqual(['Laporan', 'Data']);
    const data = book.getWorksheet('Data');
    expect(
      data
        ?.getSheetValues()
        .slice(1)
        .map((row) => (row as unknown[]).slice(1)),
    ).toEqual([['indikator', 'tingkat', 'catatan'], ['1', 3, '+62'], ['2']]);
    expect(data?.autoFilter).toBe('A1:C3');
    const texts = book.getWorksheet('Laporan')?.getColumn(1).values.slice(1);
    expect(texts).toContain('Indeks SPBE: 2,98 – Baik');
    expect(texts).toContain('• satu');
  });

  test('holds no formula, no control character and no line that leaves the page', async () => {
    const { book } = await write(report);
    const cells: exceljs.Cell[] = [];
    for (const sheet of book.worksheets) sheet.eachRow((row) => row.eachCell((cell) => cells.push(cell)));
    expect(cells.filter((cell) => cell.type === exceljs.ValueType.Formula)).toEqual([]);
    expect(cells.map((cell) => cell.text)).toContain('=1+1');
    expect(cells.map((cell) => cell.text)).toContain('Tata[31m Kelola');
    expect(Math.max(...cells.map((cell) => cell.text.length))).toBeLessThanOrEqual(110);
  });

  test('leaves out a column that only draws bars', async () => {
    const { book } = await write(report);
    const rows = book.getWorksheet('Laporan')?.getSheetValues() ?? [];
    expect(rows.map((row) => (Array.isArray(row) ? row.slice(1) : []))).toContainEqual(['Domain', 'Nilai']);
  });

  test('is the same in every byte when written again', async () => {
    const [a, b] = [await write(report), await write(report)];
    expect(Buffer.compare(Buffer.from(a.bytes), Buffer.from(b.bytes))).toBe(0);
  });
});
