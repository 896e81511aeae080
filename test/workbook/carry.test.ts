import { expect, test } from 'vitest';
import type { Book, Cell } from '../../src/workbook/book.ts';
import { carryCells } from '../../src/workbook/carry.ts';
import { readWorkbook } from '../../src/workbook/read.ts';
import { fillIn, load, makeWorkbook, save, specOf } from './make-workbook.ts';
import { opened } from './opened.ts';

async function filled(): Promise<Book> {
  const workbook = await load(await makeWorkbook(['1', '12']));
  fillIn(workbook, {
    answers: { 1: [3, 'Fakta 1', 'Catatan 1'], 12: [2, 'Fakta 12'] },
    documents: [[1, 3, 'Perbup 12', '12/2023', new Date('2023-08-17')]],
    checklist: { '1-L2-a': 'Ya' },
  });
  return opened(await save(workbook));
}

function carry(book: Book, indicators: readonly string[] = ['1', '12']) {
  const { submission } = readWorkbook(book, 'dinas.xlsx');
  if (submission === null) throw new Error('Not read');
  return carryCells(book, submission, specOf(indicators));
}

/** The book with other cells. */
function change(book: Book, edit: (cell: Cell, sheet: string) => Cell): Book {
  const sheets = book.sheets.map((sheet) => ({
    ...sheet,
    rows: sheet.rows.map((row) => ({ ...row, cells: row.cells.map((cell) => edit(cell, sheet.name)) })),
  }));
  return { ...book, sheets };
}

const without = (book: Book, name: string): Book => ({
  ...book,
  sheets: book.sheets.filter((sheet) => sheet.name !== name),
});

test('everything filled is carried, and counted', async () => {
  const { counts, leftovers, filled: cells } = carry(await filled());
  // Level, facts and the usual analysis of two, and a note.
  expect(counts).toEqual({ answers: 7, documents: 5, ticks: 1, identity: 0 });
  expect(leftovers).toEqual([]);
  expect([...(cells.answers.get('1') ?? [])]).toEqual([
    ['level', 3],
    ['fact', 'Fakta 1'],
    ['analysis', expect.any(String)],
    ['note', 'Catatan 1'],
  ]);
  expect(cells.documents[0]?.get('date')).toEqual(new Date('2023-08-17'));
});

test('of an indicator that the new workbook does not hold the cells are left over', async () => {
  const { filled: cells, leftovers, counts } = carry(await filled(), ['12']);
  expect([...cells.answers.keys()]).toEqual(['12']);
  expect(leftovers.map(({ sheet, text }) => `${sheet}: ${text}`)).toEqual(
    expect.arrayContaining(['Penilaian: 3', 'Penilaian: Fakta 1', 'Penilaian: Catatan 1', 'Kriteria: Ya']),
  );
  expect(counts.ticks).toBe(0);
});

test('a workbook that lost its list of documents, its criteria or Identitas hands on the rest', async () => {
  const book = await filled();
  expect(carry(without(book, 'Bukti')).counts).toEqual({ answers: 7, documents: 0, ticks: 1, identity: 0 });
  expect(carry(without(book, 'Kriteria')).counts).toEqual({
    answers: 7,
    documents: 5,
    ticks: 0,
    identity: 0,
  });
  expect(carry(without(book, 'Identitas')).counts.answers).toBe(7);
});

test('cells are carried as what they are: ticks, times, text like dates, links of the web alone', async () => {
  const book = await filled();
  const noted = (cell: Partial<Cell>) => {
    const edited = change(book, (one) => (one.text === 'Catatan 1' ? { ...one, ...cell } : one));
    return carry(edited).filled.answers.get('1')?.get('note');
  };
  expect(noted({ text: 'TRUE', kind: 'boolean' })).toBe(true);
  expect(noted({ text: 'FALSE', kind: 'boolean' })).toBe(false);
  expect(noted({ text: '2023-08-17T09:30:00', kind: 'date' })).toEqual(new Date('2023-08-17T09:30:00Z'));
  expect(noted({ text: '09:30', kind: 'date' })).toBe('09:30');
  expect(noted({ text: '2023-08-17', kind: 'text' })).toBe('2023-08-17');
  expect(noted({ text: '2023-99-99', kind: 'date' })).toBe('2023-99-99');
  const link = 'https://contoh.go.id/sk.pdf';
  expect(noted({ text: 'SK', link })).toEqual({ text: 'SK', hyperlink: link });
  expect(noted({ text: '', link })).toEqual({ text: link, hyperlink: link });
  expect(noted({ text: 'SK', link: 'file:///C:/sk.pdf' })).toBe('file:///C:/sk.pdf');
  expect(noted({ text: 'SK', link: ' ' })).toBe('SK');
  expect(noted({ text: '' })).toBeUndefined();
});

test('what stays behind keeps its link beside its words', async () => {
  const link = 'https://contoh.go.id';
  const edited = change(await filled(), (one) => (one.text === 'Catatan 1' ? { ...one, link } : one));
  expect(carry(edited, ['12']).leftovers.map(({ text }) => text)).toContain(`Catatan 1 (${link})`);
});
