import { refusalOf, refuse, refuseDamaged } from '../archive/refusal.ts';
import { type FileKind, sniff, sniffOle } from '../archive/sniff.ts';
import { openZip, type Zip } from '../archive/unzip.ts';
import type { Book, Opened } from './book.ts';
import { readCsv } from './csv.ts';
import { isOpenSpreadsheet, readOds } from './ods.ts';
import { readSavedAt } from './saved-at.ts';
import { findWorkbookPart, readXlsx } from './xlsx.ts';

/** The file as it lies on disk. */
export const fileLimit = 50 * 1024 * 1024;

/**
 * Opens a spreadsheet file: xlsx, xlsm, ods or csv, told apart by content; a name counts only for plain text.
 * Nothing is computed: formulas have the results the file stores. Never throws, unless for a bug.
 * @param fileName decides only whether plain text is taken for csv (.csv, .tsv, .txt)
 */
export function openBook(bytes: Uint8Array, fileName: string): Opened {
  try {
    return { book: read(bytes, fileName) };
  } catch (error) {
    const unreadable = refusalOf(error);
    if (unreadable === null) throw error;
    return { unreadable };
  }
}

function read(bytes: Uint8Array, fileName: string): Book {
  if (bytes.length === 0) refuse('empty', 'Berkas kosong (0 bita). Minta berkas itu dikirim ulang.');
  if (bytes.length > fileLimit) {
    refuse('too-large', 'Berkas lebih besar dari 50 MB. Hapus gambar dan lembar yang tidak diperlukan.');
  }
  const kind = sniff(bytes);
  if (kind === 'zip') return readZip(openZip(bytes));
  // An OLE file sent as a workbook and holding no stream we know is an old or damaged .xls.
  if (kind === 'ole') refuseAs(sniffOle(bytes) ?? 'xls');
  if (kind === 'unknown' && /\.(csv|tsv|txt)$/i.test(fileName)) return readCsv(bytes);
  return refuseAs(reasonOf(kind));
}

function readZip(zip: Zip): Book {
  if (zip.has('xl/workbook.bin')) refuseAs('xlsb');
  const part = findWorkbookPart(zip);
  const folder = part?.split('/')[0]?.toLowerCase();
  if (part !== null && folder !== 'word' && folder !== 'ppt' && folder !== 'visio') {
    return withTime(readXlsx(zip, part), zip);
  }
  if (part !== null) refuseAs('other-office');
  if (isOpenSpreadsheet(zip)) return withTime(readOds(zip), zip);
  if (zip.has('mimetype')) refuseAs('other-office');
  if (zip.has('[content_types].xml')) refuseDamaged('buku kerja di dalamnya tidak ditemukan');
  return refuseAs('archive');
}

function withTime(book: Book, zip: Zip): Book {
  const savedAt = readSavedAt(zip);
  return savedAt === undefined ? book : { ...book, savedAt };
}

function reasonOf(kind: FileKind): WrongKind {
  if (kind === 'rtf') return 'other-office';
  return kind === 'unknown' || kind === 'zip' || kind === 'ole' ? 'not-spreadsheet' : kind;
}

const saveAsXlsx = 'pilih Simpan Sebagai (Save As), lalu jenis Buku Kerja Excel (.xlsx)';

const messages = {
  encrypted:
    'Berkas dilindungi kata sandi. Buka di Excel, hapus kata sandinya (File > Info > Proteksi Buku Kerja > Enkripsi dengan Kata Sandi), lalu simpan ulang.',
  xls: `Berkas berformat Excel lama (.xls). Buka di Excel, ${saveAsXlsx}.`,
  xlsb: `Berkas berformat biner Excel (.xlsb). Buka di Excel, ${saveAsXlsx}.`,
  'xml-2003': `Berkas berformat XML Excel 2003. Buka di Excel, ${saveAsXlsx}.`,
  html: `Isi berkas sebenarnya halaman web (HTML), bukan buku kerja. Buka di Excel, ${saveAsXlsx}.`,
  pdf: 'Isi berkas sebenarnya PDF, bukan buku kerja. Kirim buku kerja Excel (.xlsx) yang asli.',
  image: 'Isi berkas sebenarnya gambar, bukan buku kerja. Kirim buku kerja Excel (.xlsx) yang asli.',
  archive:
    'Isi berkas sebenarnya arsip (zip atau sejenisnya). Ekstrak dulu, lalu pakai berkas .xlsx di dalamnya.',
  'other-office':
    'Isi berkas sebenarnya dokumen Office lain (misalnya Word atau PowerPoint), bukan buku kerja. Kirim buku kerja Excel (.xlsx) yang asli.',
  'not-spreadsheet':
    'Berkas bukan buku kerja Excel (.xlsx), bukan OpenDocument (.ods) dan bukan csv. Kirim buku kerja Excel (.xlsx) yang asli.',
} as const;

type WrongKind = keyof typeof messages;

function refuseAs(reason: WrongKind): never {
  return refuse(reason, messages[reason]);
}
