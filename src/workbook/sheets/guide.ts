import type { Workbook } from 'exceljs';
import type { WorkbookSpec } from '../contents.ts';
import { answersTable, criteriaTable, documentsTable, identityTable } from '../layout.ts';
import { addTitle, fill, font, ink, protect, setPrint, thinBorder, tint } from './style.ts';

/** Petunjuk: three steps and a worked example, on one printed page. */
export async function addGuide(workbook: Workbook, spec: WorkbookSpec): Promise<void> {
  const { instrument, region, year, opd, indicators } = spec;
  const sheet = workbook.addWorksheet('Petunjuk', { views: [{ showGridLines: false }] });
  sheet.columns = [{ width: 5 }, { width: 24 }, { width: 72 }];
  addTitle(sheet, 'Kertas kerja penilaian mandiri SPBE', `${opd.name} · ${region} · ${year}`);
  sheet.getCell('A3').value = `${instrument.name} – ${indicators.length} indikator untuk diisi`;
  sheet.getCell('A3').font = font({ color: { argb: ink.soft } });
  const { floor, max } = instrument.scale;
  const steps: [string, string][] = [
    [`1. Isi ${identityTable.sheet}`, 'Nama kepala OPD, pengisi, NIP dan nomor yang bisa dihubungi.'],
    [
      `2. Isi ${answersTable.sheet}`,
      `Pilih tingkat (${floor}–${max}) yang benar-benar terpenuhi; kriterianya muncul di sebelahnya. Tulis fakta (apa yang ada: nama dokumen, nomor, pasal), lalu analisis (mengapa fakta itu memenuhi kriteria). Tingkat ${floor} tidak memerlukan bukti. Daftar periksa bukti ada di ${criteriaTable.sheet}.`,
    ],
    [
      `3. Isi ${documentsTable.sheet}`,
      'Satu baris untuk satu dokumen: nomor indikator, tingkat, judul, nomor, tanggal, nama berkas atau tautan, dan halaman yang membuktikan. Simpan berkasnya di folder bukti OPD Anda.',
    ],
  ];
  let row = addLines(sheet, 5, 'Tiga langkah', steps);
  row = addLines(sheet, row + 1, 'Contoh yang baik', [
    [`Tingkat`, '3'],
    [
      'Fakta',
      'Peraturan Bupati Nomor 12 Tahun 2023 (12-Perbup-Peta-Rencana.pdf), Pasal 5–9, menetapkan peta rencana SPBE lima tahun untuk semua OPD.',
    ],
    ['Analisis', 'Ketujuh muatannya ada dan berlaku di seluruh OPD, sehingga kriteria tingkat 3 terpenuhi.'],
    [
      'Bukti',
      '12 | 3 | Peraturan Bupati tentang Peta Rencana SPBE | 12/2023 | 17 Agustus 2023 | 12-Perbup-Peta-Rencana.pdf | 5–9',
    ],
  ]);
  row = addLines(sheet, row + 1, 'Harap diperhatikan', [
    ['Boleh', 'Menyaring, melebarkan kolom, mengurutkan lembar Bukti, menempel teks ke kotak kuning.'],
    ['Jangan', 'Menghapus lembar, baris indikator, atau kolom. Kotak kuning saja yang diisi.'],
    [
      'Kosong',
      `Indikator yang kosong dihitung tingkat ${floor}. Rancangan (draf) bukan bukti untuk tingkat di atas ${floor}.`,
    ],
    ['Selesai', 'Simpan sebagai .xlsx dan kirim kembali ke koordinator SPBE. Nama berkas boleh berubah.'],
  ]);
  sheet.getCell(row + 1, 1).value = `Sumber: ${instrument.name}, ${instrument.title}.`;
  sheet.getCell(row + 1, 1).font = font({ size: 9, color: { argb: ink.soft } });
  setPrint(sheet, 'portrait', `Petunjuk · ${opd.name} · ${year}`);
  await protect(sheet);
}

function addLines(
  sheet: ReturnType<Workbook['addWorksheet']>,
  start: number,
  heading: string,
  lines: readonly [string, string][],
): number {
  const head = sheet.getCell(start, 1);
  head.value = heading;
  head.font = font({ bold: true, size: 13, color: { argb: ink.dark } });
  lines.forEach(([label, text], index) => {
    const row = sheet.getRow(start + 1 + index);
    const [left, right] = [row.getCell(2), row.getCell(3)];
    left.value = label;
    left.font = font({ bold: true });
    left.fill = fill(tint.band);
    right.value = text;
    right.font = font();
    for (const cell of [left, right]) {
      cell.alignment = { vertical: 'top', wrapText: true };
      cell.border = thinBorder;
    }
    row.height = 15 * Math.max(1, Math.ceil(text.length / 78)) + 5;
  });
  return start + 1 + lines.length;
}
