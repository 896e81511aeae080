import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { strToU8, zipSync } from 'fflate';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { mergeSubmissions } from '../../src/assessment/merge.ts';
import type { WorkbookSpec } from '../../src/workbook/contents.ts';
import { answersTable } from '../../src/workbook/layout.ts';
import { readWorkbook } from '../../src/workbook/read.ts';
import { writeWorkbook } from '../../src/workbook/write.ts';
import { opened } from '../workbook/opened.ts';
import { openLibreOffice } from './libre-office.ts';
import { makeBlank, partOfSheet, partsOf } from './parts.ts';
import { instrument, lettersOf, sizes } from './sample.ts';

/* The second opinion: a workbook that a real program computed and saved agrees; one that was changed afterwards is told. */

const office = openLibreOffice();
afterAll(() => office.close());

const level = lettersOf(answersTable, 'level');
const books: Record<string, WorkbookSpec> = { whole: sizes.all, part: sizes.three };
const saved = new Map<string, Uint8Array>();
const savedOds = new Map<string, Uint8Array>();
beforeAll(async () => {
  const files: string[] = [];
  for (const [name, spec] of Object.entries(books)) {
    const cells = new Map(spec.indicators.map((_, index) => [`${level}${6 + index}`, 2 + (index % 4)]));
    const path = join(office.folder, `${name}.xlsx`);
    writeFileSync(path, makeBlank(await writeWorkbook(spec)).fill(cells));
    files.push(path);
  }
  const [xlsx, ods] = [await office.convert(files, 'xlsx'), await office.convert(files, 'ods')];
  for (const [index, name] of Object.keys(books).entries()) {
    saved.set(name, readFileSync(xlsx[index] ?? ''));
    savedOds.set(name, readFileSync(ods[index] ?? ''));
  }
});

describe.each(Object.keys(books))('%s', (name) => {
  const bytes = () => saved.get(name) ?? new Uint8Array();

  it('says nothing when LibreOffice computed and saved it, as xlsx or ods', () => {
    expect(problemsOf(bytes())).toEqual([]);
    expect(problemsOf(savedOds.get(name) ?? new Uint8Array())).toEqual([]);
    const { submission } = readWorkbook(opened(bytes()), 'a.xlsx');
    expect(submission?.storedIndex).toMatchObject({ isFormula: true, index: { at: { address: 'B4' } } });
    // A figure that differs from the empty workbook's: the rule did compare.
    expect(Number(submission?.storedIndex?.index.text)).toBeGreaterThan(2);
  });

  it('tells a number typed over the formula, at its cell', () => {
    const typed = change(
      bytes(),
      'Dasbor',
      /(<c r="B4"[^>]*>)<f[^>]*>[^<]*<\/f><v>[^<]*<\/v>/,
      '$1<v>4.5</v>',
    );
    expect(problemsOf(typed)).toEqual(['Dasbor!B4 4,50: rumus di sel itu sudah ditimpa']);
  });

  it('tells levels changed by a program that does not compute', () => {
    const cell = new RegExp(`(<c r="${level}7"[^>]*><v>)3(</v>)`);
    expect(problemsOf(change(bytes(), 'Penilaian', cell, '$15$2'))).toEqual([
      expect.stringMatching(/^Dasbor!B4 \d,\d+: tingkat diubah tanpa dihitung ulang.*\(indikator 2\)$/),
    ]);
  });

  it('tells a formula that was changed and computed', async () => {
    const path = join(office.folder, `${name}-rumus.xlsx`);
    writeFileSync(path, change(bytes(), 'Dasbor', /(<c r="B4"[^>]*><f[^>]*>)[^<]*(<\/f>)/, '$12+2$2'));
    const [again = ''] = await office.convert([path], 'xlsx');
    expect(problemsOf(readFileSync(again))).toEqual(['Dasbor!B4 4,00: rumus di sel itu sudah diubah']);
  });
});

/** What the rule says of a file: place, stored figure, reason. */
function problemsOf(bytes: Uint8Array): string[] {
  const { submission } = readWorkbook(opened(bytes), 'a.xlsx');
  if (!submission) throw new Error('No workbook');
  const { problems } = mergeSubmissions([submission], instrument, { region: null, year: null }, null);
  return problems
    .filter(({ code }) => code === 'cached-index-differs')
    .map(({ at, details }) => `${at.sheet}!${at.address} ${details['stored']}: ${details['why']}`);
}

function change(bytes: Uint8Array, sheet: string, from: RegExp, to: string): Uint8Array {
  const parts = partsOf(bytes);
  const path = partOfSheet(parts, sheet);
  const text = parts.get(path) ?? '';
  const changed = text.replace(from, to);
  if (changed === text) throw new Error(`Nothing to change on ${sheet}`);
  parts.set(path, changed);
  return zipSync(Object.fromEntries([...parts].map(([name, content]) => [name, strToU8(content)])));
}
