import { describe, expect, test } from 'vitest';
import { describeDocument, shorten } from '../../../src/assessment/evidence-rules/describe-document.ts';
import { countWords, isShort } from '../../../src/assessment/evidence-rules/explanation-length.ts';
import { findDraftWord } from '../../../src/assessment/evidence-rules/find-draft-word.ts';
import {
  findInstitutions,
  parseInstitution,
} from '../../../src/assessment/evidence-rules/find-institutions.ts';
import { lackingParticulars } from '../../../src/assessment/evidence-rules/lacking-particulars.ts';
import { fileName, plainWords } from '../../../src/assessment/evidence-rules/plain-words.ts';

describe('a document in a message', () => {
  test('is called by its title, or by its file where it has none', () => {
    const called = (title: string, location: string) =>
      describeDocument({ indicator: '12', title, location });
    expect(called(' SK  Tim ', 'a.pdf')).toEqual({ indicator: '12', document: 'SK Tim' });
    expect(called('', 'a.pdf')).toEqual({ indicator: '12', document: 'a.pdf' });
    expect(called('  ', 'b\n c.pdf')).toEqual({ indicator: '12', document: 'b c.pdf' });
  });

  test('stands on one line, of eighty characters at most', () => {
    expect(shorten('  a\r\n\tb   c ')).toBe('a b c');
    expect(shorten(`${'x'.repeat(80)}  `)).toBe('x'.repeat(80));
    expect(shorten('x'.repeat(81))).toBe(`${'x'.repeat(79)}…`);
  });
});

describe('an explanation', () => {
  test('has words, which begin with a letter or number', () => {
    expect(['', ' – !', 'satu', 'a-b c.d  2024', '– satu – dua'].map(countWords)).toEqual([0, 0, 1, 3, 2]);
  });

  test('is short below eight words or forty characters', () => {
    const eight = 'satu dua tiga empat lima enam tujuh delapan';
    expect([isShort(eight), isShort(eight.replace('delapan', 'panjang-sekali'))]).toEqual([false, false]);
    expect(isShort('satu dua tiga empat lima enam tujuhdelapansembilan')).toBe(true);
    const forty = 'a b c d e f g h i j k l m n o p q r s tuv';
    expect([forty.length, isShort(forty)]).toEqual([41, false]);
    expect([isShort(forty.slice(0, 40)), isShort(`  ${forty.slice(0, 39)}  `)]).toEqual([false, true]);
  });

  test('of five hundred characters is not short, unless it begins with blanks', () => {
    expect([isShort('x'.repeat(499)), isShort('x'.repeat(500))]).toEqual([true, false]);
    expect(isShort(`${' '.repeat(500)}${'kata '.repeat(20)}`)).toBe(true);
  });
});

describe('number and date of a row', () => {
  const lacking = (number: string, date: string) => lackingParticulars({ number, date }).join(' ');

  test.each([
    '',
    ' ',
    '-',
    '– —',
    '...',
    '?',
    'n/a',
    'NA',
    ' N/A ',
    'Tidak ada',
    'belum ada',
    'tanpa nomor',
    'kosong',
    'nihil',
  ])('%j is none', (text) => {
    expect([lacking(text, '2024-01-01'), lacking('7', text), lacking(text, text)]).toEqual([
      ...['nomor', 'tanggal', 'nomor tanggal'],
    ]);
  });

  test.each(['7', 'nihil 7', 'tidak ada 3', '- 7', 'na2', 'bukan n/a'])('%j is one', (text) => {
    expect([lacking(text, '2024-01-01'), lacking('7', text)]).toEqual(['', '']);
  });

  test('a number that names its year needs no date', () => {
    const of = (number: string) => lacking(number, '');
    expect(['12 Tahun 2024', '12/1999', '188/2024/HK'].map(of)).toEqual(['', '', '']);
    expect(['12/2124', '12/20245', '12/12024', '12/1899'].map(of)).toEqual(Array(4).fill('tanggal'));
  });
});

describe('the word of a draft', () => {
  test.each([
    ['Rancangan Peraturan Bupati', 'rancangan'],
    ['Ranperbup2 Data', 'ranperbup2'],
    ['Raperda', 'raperda'],
    ['draf SK v2 final rev1', 'draf'],
    ['SK Tim drafts', 'drafts'],
    ['SK Tim draft2 fix', 'draft2'],
    ['Notulen draft', 'draft'],
    ['Laporan draft final', 'draft'],
    ['SK draft tim', 'draft'],
    ['Konsep SK tim', 'konsep'],
    ['SK tim konsep v3', 'konsep'],
  ])('of %j is %j', (title, word) => {
    expect(findDraftWord(title)).toBe(word);
  });

  test.each([
    '',
    'Peraturan Bupati',
    'Notulen draft SK',
    'Laporan draft akhir',
    'Pembahasan draft',
    'Rapat rancangan perda',
    'Tentang ini dan itu rancangan perda',
    'Rancangan sistem',
    'SK konsep tim',
    'SK mikrokonsep',
    'Penyusunan konsep',
    'Konsepsi',
    'Perancangan',
  ])('%j has none', (title) => {
    expect(findDraftWord(title)).toBeNull();
  });
});

describe('institutions', () => {
  test('are parsed by kind and name', () => {
    expect(
      [
        'Kabupaten Sleman',
        'Pemerintah Daerah Kab. Sleman',
        'Pemerintah Provinsi Jawa Timur',
        'Pemkot Batu',
      ].map(parseInstitution),
    ).toEqual([
      { kind: 'kabupaten', name: 'sleman' },
      { kind: 'kabupaten', name: 'sleman' },
      { kind: 'provinsi', name: 'jawa timur' },
      { kind: 'kota', name: 'batu' },
    ]);
    const others = ['', 'Kabupaten', 'Kementerian Keuangan', 'Sleman', 'Dinas Pemerintah Kabupaten Sleman'];
    expect(others.map(parseInstitution)).toEqual(others.map(() => null));
  });

  test('are found in a text by the longest name, with the two words before', () => {
    const known = new Set(['kabupaten bolaang', 'kabupaten bolaang mongondow', 'kota a b c d e f']);
    expect(findInstitutions('Peraturan Bupati Bolaang Mongondow, Kab. Bolaang Utara', known)).toEqual([
      {
        ...{ kind: 'kabupaten', name: 'bolaang mongondow', text: 'bupati bolaang mongondow' },
        ...{ before: 'peraturan', position: 1 },
      },
      { kind: 'kabupaten', name: 'bolaang', text: 'kab bolaang', before: 'bolaang mongondow', position: 4 },
    ]);
    expect(findInstitutions('walikota A B C D E F', known)).toMatchObject([
      { name: 'a b c d e f', before: '' },
    ]);
    expect(findInstitutions('bupati', known)).toEqual([]);
    expect(findInstitutions('bolaang mongondow', known)).toEqual([]);
    expect(findInstitutions('kota bolaang', known)).toEqual([]);
    expect(findInstitutions('', known)).toEqual([]);
  });
});

test('plain words and names of files', () => {
  expect(plainWords('  Draft_SK-Tim (2).PDF ')).toBe('draft sk tim 2 pdf');
  expect([' bukti\\a/SK Tim.v2.pdf ', 'a.x', 'a.pdfx12', 'a.pdfx123', '.pdf', 'a/'].map(fileName)).toEqual([
    ...['SK Tim.v2', 'a', 'a.pdfx12', 'a.pdfx123', '', ''],
  ]);
});
