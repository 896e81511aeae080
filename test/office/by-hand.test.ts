import { execFileSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, describe, expect, it } from 'vitest';
import { type Read, readWorkbook } from '../../src/workbook/read.ts';
import { writeWorkbook } from '../../src/workbook/write.ts';
import { opened } from '../workbook/opened.ts';
import { completeWorkbook, contentsOf, fullContents } from '../workbook/read-back.ts';
import { partOfSheet, partsOf } from './parts.ts';
import { sizes } from './sample.ts';

/* What officers do by hand in LibreOffice, done through its own commands in one run. */

const folder = mkdtempSync(join(tmpdir(), 'spbe-by-hand-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));
const at = (name: string) => join(folder, name);

const original = await completeWorkbook();
writeFileSync(at('isi.xlsx'), original);
writeFileSync(at('semua.xlsx'), await writeWorkbook(sizes.all));
const before = read(original);
const [, , hiddenRows, , reached] = runSteps([
  { from: at('isi.xlsx'), do: 'values', to: at('nilai.xlsx') },
  { from: at('isi.xlsx'), do: 'values', to: at('nilai.ods') },
  { from: at('isi.xlsx'), do: 'filter', to: at('saring.xlsx') },
  { from: at('isi.xlsx'), do: 'filter', to: at('saring.ods') },
  { from: at('semua.xlsx'), do: 'tab', count: 47 * 6 },
]);

it('starts from a workbook with every kind of cell filled', () => {
  expect(contentsOf(before)).toEqual(fullContents);
});

describe('pasted as values', () => {
  it.each(['nilai.xlsx', 'nilai.ods'])('%s reads the same, at the same addresses', (name) => {
    expect(read(readFileSync(at(name)), name)).toEqual(before);
  });

  it('has no formula left', () => {
    const parts = partsOf(readFileSync(at('nilai.xlsx')));
    for (const name of ['Penilaian', 'Kriteria', 'Dasbor']) {
      expect(parts.get(partOfSheet(parts, name))).not.toMatch(/<f[ >]/);
    }
    const own = partsOf(original);
    expect(own.get(partOfSheet(own, 'Penilaian'))).toMatch(/<f>/);
  });
});

describe('filtered and saved', () => {
  it.each(['saring.xlsx', 'saring.ods'])('%s reads the same: hidden rows are rows', (name) => {
    expect(read(readFileSync(at(name)), name)).toEqual(before);
  });

  it('really hides the level below 3', () => {
    expect(hiddenRows).toBe(1);
    const parts = partsOf(readFileSync(at('saring.xlsx')));
    const xml = parts.get(partOfSheet(parts, 'Penilaian')) ?? '';
    expect(xml).toMatch(/<row r="6"[^>]* hidden="(1|true)"/);
    expect(xml).toMatch(/<filterColumn colId="5"/);
  });
});

it('Tab leads from level to fact, analysis, note, the assessor’s cells and the next of 47 indicators', () => {
  const rows = sizes.all.indicators.map((_, index) => 6 + index);
  expect(reached).toEqual(
    rows.flatMap((row) => ['F', 'J', 'K', 'O', 'P', 'Q'].map((column) => `${column}${row}`)),
  );
});

interface Step {
  readonly from: string;
  readonly do: 'values' | 'filter' | 'tab';
  readonly to?: string;
  readonly count?: number;
}

/** What each step saw. */
function runSteps(steps: readonly Step[]): unknown[] {
  const script = fileURLToPath(new URL('edit-with-office.py', import.meta.url));
  // Debian's own Python has LibreOffice's bridge; another one that may come first in PATH has not.
  const out = execFileSync('/usr/bin/python3', [script], {
    input: JSON.stringify({ profile: at('profil'), steps }),
    encoding: 'utf8',
    timeout: 170_000,
  });
  return JSON.parse(out);
}

/** What the officers wrote: neither when the file was saved, nor what its formulas came to. */
function read(bytes: Uint8Array, name?: string): Read {
  const { submission, problems } = readWorkbook(opened(bytes, name), 'a.xlsx');
  if (submission === null) return { submission, problems };
  const { modified: _modified, storedIndex: _storedIndex, ...written } = submission;
  return { submission: written, problems };
}
