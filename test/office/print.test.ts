import { execFileSync } from 'node:child_process';
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { fillWorkbook } from '../../fixtures/fill-workbook.js';
import { writeWorkbook } from '../../src/workbook/write.ts';
import { openLibreOffice } from './libre-office.ts';
import { sizes } from './sample.ts';

/* What comes out of the printer: page counts, repeated header rows, page numbers, no cell that shows an error. */

const office = openLibreOffice();
afterAll(() => office.close());

const names = Object.keys(sizes) as (keyof typeof sizes)[];
const kinds = names.flatMap((name) => [
  { name, filled: false },
  { name, filled: true },
]);
let printed: string[][] = [];

beforeAll(async () => {
  const files: string[] = [];
  for (const { name, filled } of kinds) {
    const path = join(office.folder, `${name}-${filled ? 'filled' : 'empty'}.xlsx`);
    writeFileSync(path, await writeWorkbook(sizes[name]));
    if (filled) await fillWorkbook(path, levels(name), words);
    files.push(path);
  }
  printed = (await office.convert(files, 'pdf')).map(pagesOf);
});

describe.each(kinds.map((kind, index) => ({ ...kind, index })))(
  '$name, filled: $filled',
  ({ name, filled, index }) => {
    const pages = (sheet: string) =>
      (printed[index] ?? []).filter((page) => footerOf(page).startsWith(`${sheet} ·`));

    it('prints Petunjuk, Identitas and Dasbor on one page each', () => {
      expect(pages('Petunjuk')).toHaveLength(1);
      expect(pages('Petunjuk')[0]).toContain('Harap diperhatikan');
      expect(pages('Petunjuk')[0]).toContain('Sumber: PermenPANRB 59/2020');
      expect(pages('Identitas')).toHaveLength(1);
      expect(pages('Identitas')[0]).toContain('Tanggal selesai diisi');
      expect(pages('Dasbor')).toHaveLength(1);
    });

    it('repeats the header row of Penilaian, Bukti and Kriteria on every page', () => {
      const count = sizes[name].indicators.length;
      expect(pages('Penilaian').length).toBeGreaterThanOrEqual(Math.ceil(count / 15));
      expect(pages('Penilaian').length).toBeLessThanOrEqual(count);
      for (const page of pages('Penilaian')) expect(page).toMatch(/No\s+Indikator/);
      expect(pages('Bukti').length).toBeGreaterThanOrEqual(1);
      for (const page of pages('Bukti')) expect(page).toMatch(/Indikator\s+Tingkat.*Judul dokumen/);
      expect(pages('Kriteria').length).toBeGreaterThanOrEqual(1);
      for (const page of pages('Kriteria')) expect(page).toMatch(/No\s+Tingkat\s+Kriteria dan bukti/);
    });

    it('leaves out the hidden rows, columns and sheet', () => {
      expect(printed[index]?.join('')).not.toMatch(/_spbe|Kunci|Kode aspek|Satuan bobot|workbookId/);
    });

    it('numbers its pages, beside a name that leaves room', () => {
      const all = printed[index] ?? [];
      expect(all[0]).toContain(`Halaman 1 dari ${all.length}`);
      for (const page of all) expect(page).toMatch(/ {2,}Halaman \d+ dari \d+\s*$/);
    });

    it('shows no error and no cell too narrow for its number', () => {
      const all = printed[index] ?? [];
      expect(all.join('')).not.toMatch(/Err:\d|#(NAME\?|REF!|VALUE!|DIV\/0!|N\/A|NUM!)/);
      // LibreOffice writes ### for numbers of a hidden column at the edge of Kriteria, invisible for lack of width.
      const others = all.filter((page) => !footerOf(page).startsWith('Kriteria ·'));
      expect(others.join('')).not.toContain('###');
    });

    if (!filled) return;

    it('shows what was typed, computed', () => {
      const dashboard = pages('Dasbor').join();
      const raised = [...levels(name).values()].filter((level) => level > 1).length;
      expect(dashboard).toContain(`${sizes[name].indicators.length} dari ${sizes[name].indicators.length}`);
      expect(pages('Bukti').join().split(words.title).length - 1).toBe(raised);
      expect(pages('Penilaian').join()).not.toMatch(/Belum diisi|Bukti belum ada|Periksa tingkat/);
    });
  },
);

const words = {
  fact: 'Fakta.',
  analysis: 'Analisis.',
  title: 'Perbup 12 Tahun 2023',
  location: 'perbup.pdf',
};

function levels(name: keyof typeof sizes): Map<string, number> {
  return new Map(sizes[name].indicators.map((id, index) => [id, 1 + (index % 5)]));
}

/** Text of each page, laid out as printed. */
function pagesOf(pdf: string): string[] {
  const text = execFileSync('pdftotext', ['-layout', pdf, '-'], { encoding: 'utf8', maxBuffer: 2 ** 26 });
  return text.split('\f').slice(0, -1);
}

function footerOf(page: string): string {
  return page.trimEnd().split('\n').at(-1)?.trim() ?? '';
}
