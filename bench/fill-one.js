import { execFileSync } from 'node:child_process';
import { readdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { fillWorkbook } from '../fixtures/fill-workbook.js';

const bin = fileURLToPath(new URL('../bin/spbe.js', import.meta.url));

/**
 * A project with one workbook; each of its indicators is answered, explained, and has a document that is not there.
 * @param {string} folder to be made
 * @param {readonly string[]} ids of indicators
 * @returns {Promise<string>} the workbook
 */
export async function fillOne(folder, ids) {
  const list = `${folder}.csv`;
  writeFileSync(list, `kode,nama,indikator\nopd-01,Dinas Uji,"${ids.join(', ')}"\n`);
  const particulars = ['--region', 'Kabupaten Uji', '--year', '2024', '--opd', list];
  execFileSync(process.execPath, [bin, 'init', folder, ...particulars], { stdio: 'ignore' });
  const [name = ''] = readdirSync(join(folder, 'kertas-kerja'));
  const book = join(folder, 'kertas-kerja', name);
  const levels = new Map(ids.map((id, index) => [id, (index % 4) + 1]));
  await fillWorkbook(book, levels, (indicator, level) => ({
    fact: `Keputusan nomor ${indicator} menetapkan apa yang diminta tingkat ${level} dan sudah dijalankan.`,
    analysis: `Isi keputusan nomor ${indicator} memenuhi kriteria tingkat ${level}; dibahas dalam rapat tim koordinasi.`,
    title: `Keputusan Bupati nomor ${indicator} tahun 2024`,
    location: `keputusan-${indicator}.pdf`,
  }));
  return book;
}
