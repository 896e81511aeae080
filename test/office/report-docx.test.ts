import { execFileSync } from 'node:child_process';
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { ReportDocument } from '../../src/contract/report.ts';
import { forLeaders, forOpd } from '../../src/reporters/full-report/narrow.ts';
import { consentDocx } from '../../src/word/letters/consent-docx.ts';
import { memoDocx } from '../../src/word/letters/memo-docx.ts';
import { minutesDocx } from '../../src/word/letters/minutes-docx.ts';
import { readSealFromDocx } from '../../src/word/read-seal.ts';
import { reportDocx } from '../../src/word/report/report-docx.ts';
import { poisoned } from '../reporters/full-report/poisoned.ts';
import { bandarLampung, fullDocument } from '../reporters/full-report/report-documents.ts';
import { openLibreOffice } from './libre-office.ts';

/* Reports and letters as other programs see them: pages as LibreOffice lays them out, parts as python-docx reads them. */

const office = openLibreOffice();
afterAll(() => office.close());

function own(document: ReportDocument): ReportDocument {
  const found = forOpd(document, 'dinas-a');
  if (found === null) throw new Error('The document has that OPD');
  return found;
}

/** Wide letters, so that the page is as full as a text can make it. */
const long = 'WM '.repeat(3000);

const makers: Readonly<Record<string, () => Promise<Uint8Array>>> = {
  lampung: async () => reportDocx(await bandarLampung()),
  lengkap: async () => reportDocx(await fullDocument()),
  pimpinan: async () => reportDocx(forLeaders(await fullDocument())),
  'pimpinan-panjang': async () => reportDocx(forLeaders(await poisoned(long))),
  opd: async () => reportDocx(own(await fullDocument())),
  'berita-acara': async () => minutesDocx(await bandarLampung()),
  persetujuan: async () => consentDocx(await fullDocument()),
  'nota-dinas': async () => memoDocx(own(await fullDocument())),
};
const pages = new Map<string, string[]>();

beforeAll(async () => {
  const names = Object.keys(makers);
  for (const name of names) writeFileSync(pathOf(name), (await makers[name]?.()) ?? '');
  const printed = await office.convert(names.map(pathOf), 'pdf');
  printed.forEach((pdf, index) => {
    pages.set(names[index] ?? '', pagesOf(pdf));
  });
});

function pathOf(name: string): string {
  return join(office.folder, `${name}.docx`);
}

function pagesOf(pdf: string): string[] {
  const text = execFileSync('pdftotext', ['-layout', pdf, '-'], { encoding: 'utf8', maxBuffer: 2 ** 26 });
  return text.split('\f').slice(0, -1);
}

function sealOf(path: string) {
  return readSealFromDocx(readFileSync(path), 'laporan.docx');
}

describe('as LibreOffice lays them out', () => {
  it.each(Object.keys(makers))('%s has no error, no empty page, and counts its pages', (name) => {
    const all = pages.get(name) ?? [];
    expect(all.join('')).not.toMatch(/Error|Kesalahan: |#REF|undefined|NaN|\[object/);
    const hasCover = name === 'lampung' || name === 'lengkap';
    all.forEach((page, index) => {
      expect(page.trim().split('\n').length).toBeGreaterThan(3);
      if (index > 0 || !hasCover) expect(page).toContain(`Halaman ${index + 1} dari ${all.length}`);
    });
  });

  it('the complete report has its chapters, each on a new page, and the drawn radar', () => {
    const all = pages.get('lampung') ?? [];
    expect(all.length).toBeGreaterThan(15);
    expect(all.length).toBeLessThan(35);
    expect(all[0]).toContain('Laporan Penilaian Mandiri SPBE');
    expect(all[0]).toContain('2,98');
    const chapters = [
      ...['Ringkasan eksekutif', 'Hasil penilaian', 'Kekuatan dan kelemahan', 'Rekomendasi', 'Rencana aksi'],
      ...['Cara menghitung dan sumber', 'Lampiran A. Rincian per indikator', 'Lampiran B. Asal angka'],
    ];
    for (const chapter of chapters) {
      expect(all[1]).toContain(chapter);
      const started = all.slice(2).filter((page) =>
        page
          .split('\n')
          .slice(1, 6)
          .some((line) => line.trim() === chapter),
      );
      expect({ chapter, started: started.length }).toEqual({ chapter, started: 1 });
    }
    const radar = all.find((page) => page.includes('Nilai per aspek'));
    expect(radar).toContain('Layanan Publik');
    expect(radar).toContain('2,83');
    expect(radar).toMatch(/Nilai\s+Rencana/);
  });

  it('repeats the head of a long table on each of its pages', () => {
    const all = pages.get('lampung') ?? [];
    const origins = all.slice(all.findLastIndex((page) => /^\s*Lampiran B\. Asal angka/m.test(page)));
    expect(origins.length).toBeGreaterThan(1);
    for (const page of origins) expect(page).toMatch(/No\s+Indikator\s+Tingkat\s+Berkas\s+Lembar\s+Sel/);
  });

  it('leaders get one page, whatever the workbooks say', () => {
    expect(pages.get('pimpinan')).toHaveLength(1);
    expect(pages.get('pimpinan-panjang')).toHaveLength(1);
  });

  it('letters are short and leave room to sign', () => {
    for (const name of ['berita-acara', 'persetujuan', 'nota-dinas']) {
      expect(pages.get(name)).toHaveLength(1);
      expect(pages.get(name)?.[0]).toMatch(/Koordinator SPBE,[\s\S]*\.{30}[\s\S]*NIP \.{10}/);
    }
  });
});

describe('read and saved by others', () => {
  const script = fileURLToPath(new URL('read-docx.py', import.meta.url));

  it('python-docx sees headings, tables, the page and the particulars', async () => {
    const saved = join(office.folder, 'disimpan.docx');
    const text = execFileSync('/usr/bin/python3', [script, pathOf('lengkap'), saved], { encoding: 'utf8' });
    const seen = JSON.parse(text);
    expect(seen.title).toBe('Laporan Penilaian Mandiri SPBE Kabupaten Contoh · 2026');
    expect(seen.language).toBe('id-ID');
    expect(seen.created).toMatch(/^2026-11-22T00:00:00/);
    expect(seen.page).toEqual([21, 29.7]);
    expect(seen.header.join()).toContain('Kabupaten Contoh · 2026');
    expect(seen.inline).toBe(1);
    expect(seen.headings).toContainEqual(['Heading 1', 'Hasil penilaian']);
    expect(seen.headings).toContainEqual(['Heading 3', '12 Peta Rencana SPBE']);
    const table = seen.tables.find(([head]: string[][]) => head?.includes('Sebelumnya'));
    expect(table[1]).toEqual([
      'Kebijakan Internal SPBE',
      '13%',
      '2,90',
      '1,50',
      '2,50',
      '2,90',
      '2,75',
      '0,2730',
    ]);
    expect(sealOf(saved)).toEqual(sealOf(pathOf('lengkap')));
  });

  it('the seal outlives an edit in LibreOffice', async () => {
    const [saved = ''] = await office.convert([pathOf('lengkap')], 'docx');
    const before = sealOf(pathOf('lengkap'));
    expect(before?.shownIndex).toBe('2.98');
    expect(sealOf(saved)).toEqual(before);
  });
});
