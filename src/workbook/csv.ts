import { isUtf8 } from 'node:buffer';
import { CsvError, type Options, parse } from 'csv-parse/sync';
import { dropControls } from '../archive/drop-controls.ts';
import { refuse } from '../archive/refusal.ts';
import { lastColumn, toAddress } from './address.ts';
import type { Book, Cell, Row } from './book.ts';
import { createBudget } from './budget.ts';
import { detectDelimiter } from './delimiter.ts';

/** A filled-in list of evidence is below 1 MB. */
const csvLimit = 5 * 1024 * 1024;
/** Ten thousand rows of a table may be read, and as many blank ones; each takes csv-parse some 20 µs. */
const csvRowLimit = 20_000;
/** Fields, blank ones too: each takes csv-parse time. */
const fieldLimit = 500_000;

/**
 * Reads comma-, semicolon-, tab- or bar-separated text as one sheet named ''. Rows are numbered as Excel numbers
 * them: a blank line is a row, a field of several lines is not, the line `sep=;` is none. All cells are text.
 * @throws refusal if the text is too long, empty or binary, or a quote is not closed
 */
export function readCsv(bytes: Uint8Array): Book {
  if (bytes.length > csvLimit) {
    refuse('too-large', 'Berkas csv lebih besar dari 5 MB. Pisahkan menjadi beberapa berkas.');
  }
  const { delimiter, text, line } = splitHint(decodeText(bytes));
  if (text.includes('\0')) {
    refuse('not-spreadsheet', 'Berkas bukan teks csv. Buka di Excel lalu simpan sebagai .xlsx.');
  }
  if (text.trim() === '') refuse('empty', 'Berkas csv kosong. Minta berkas itu dikirim ulang.');
  return { sheets: [{ name: '', hidden: false, rows: parseRows(text, delimiter, line) }] };
}

/** Excel saves csv as UTF-8, as UTF-16 ("Unicode Text"), or, by default on Windows, in the regional code page. */
function decodeText(bytes: Uint8Array): string {
  const [first, second] = bytes;
  if (first === 0xff && second === 0xfe) return new TextDecoder('utf-16le').decode(bytes);
  if (first === 0xfe && second === 0xff) return new TextDecoder('utf-16be').decode(bytes);
  return new TextDecoder(isUtf8(bytes) ? 'utf-8' : 'windows-1252').decode(bytes);
}

/** @returns line: how many lines of the file stand before `text` */
function splitHint(text: string): { delimiter: string; text: string; line: number } {
  const hint = /^"?sep=(.)"?(?:\r\n|\n|\r|$)/i.exec(text);
  if (hint?.[1] === undefined) return { delimiter: detectDelimiter(text), text, line: 0 };
  return { delimiter: hint[1], text: text.slice(hint[0].length), line: 1 };
}

function parseRows(text: string, delimiter: string, linesBefore: number): Row[] {
  const rows: Row[] = [];
  const budget = createBudget();
  let number = 0;
  let fields = 0;
  let line = linesBefore;
  const options: Options<string[]> = {
    delimiter,
    record_delimiter: ['\r\n', '\n', '\r'],
    relax_column_count: true,
    // Taken in one by one, so that the records never stand in memory beside the rows.
    on_record(record: string[], { lines }) {
      line = linesBefore + lines;
      number++;
      const cells = toCells(record, number);
      fields += record.length;
      if (fields > fieldLimit) refuseFields();
      for (const cell of cells) budget.spend(cell.text.length);
      if (cells.length > 0) rows.push({ number, cells });
      return null;
    },
  };
  try {
    parse(text, options);
  } catch (error) {
    if (error instanceof CsvError) refuseQuotes(line + 1);
    throw error;
  }
  return rows;
}

function toCells(record: readonly string[], row: number): Cell[] {
  if (row > csvRowLimit) {
    refuse('too-large', 'Berkas csv berisi lebih dari 20.000 baris. Pisahkan menjadi beberapa berkas.');
  }
  if (record.length > lastColumn) {
    refuse('too-large', 'Berkas csv melebihi ukuran lembar Excel. Pisahkan menjadi beberapa berkas.');
  }
  return record.flatMap((field, index) => {
    const text = dropControls(field);
    if (text === '') return [];
    const column = index + 1;
    return [{ address: toAddress(row, column), row, column, text, kind: 'text' as const, formula: false }];
  });
}

function refuseFields(): never {
  refuse(
    'too-large',
    'Berkas csv berisi lebih dari 500 ribu kolom isian, terisi maupun kosong. Hapus kolom kosong di kanan tabel, atau pisahkan menjadi beberapa berkas.',
  );
}

function refuseQuotes(line: number): never {
  refuse(
    'bad-csv',
    `Tanda kutip (") pada data yang dimulai di baris ${line} tidak berpasangan. Perbaiki tanda kutip itu, atau buka berkas di Excel lalu simpan sebagai .xlsx.`,
  );
}
