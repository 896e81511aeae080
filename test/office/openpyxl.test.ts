import { execFileSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { columnName } from '../../src/workbook/address.ts';
import { answersTable, documentsTable } from '../../src/workbook/layout.ts';
import { writeWorkbook } from '../../src/workbook/write.ts';
import { partsOf } from './parts.ts';
import { lettersOf, levelsOf, readAs, sizes } from './sample.ts';

/* Workbooks that a Python script filled: other XML, no stored results, lost styles, rows in another order. */

interface Job {
  readonly levels?: Record<string, number>;
  readonly documents?: [number | string, number, string, string][];
  /** Heading of a column of Penilaian to what is typed in all its rows. */
  readonly words?: Record<string, string>;
  readonly dataOnly?: boolean;
  readonly sort?: boolean;
}

const folder = mkdtempSync(join(tmpdir(), 'spbe-openpyxl-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

const script = fileURLToPath(new URL('edit-with-openpyxl.py', import.meta.url));
const empty = join(folder, 'kosong.xlsx');
const spec = sizes.diskominfo;
const levelColumn = lettersOf(answersTable, 'level');
// The column that officers write most in: the first they fill after the level.
const explainedAt = answersTable.columns.findIndex((column) => 'input' in column && column.key !== 'level');
const explained = answersTable.columns[explainedAt]?.header ?? '';
const explainedColumn = columnName(explainedAt + 1);
const levels = Object.fromEntries(spec.indicators.map((id, index) => [id, 1 + ((index * 3) % 5)]));
const documents: [number, number, string, string][] = [
  [1, 2, 'Perbup 12/2023 & lampirannya', '12-perbup.pdf'],
  [2, 4, 'SK Tim Koordinasi', 'https://contoh.go.id/sk?a=1&b=2'],
];
const expected = new Map(Object.entries(levels));

beforeAll(async () => writeFileSync(empty, await writeWorkbook(spec)));

describe('saved by openpyxl', () => {
  it('untouched, reads the same in every address', () => {
    const { path } = edit(empty, {});
    expect(readAs(path, 'a.xlsx')).toEqual(readAs(empty, 'a.xlsx'));
  });

  it('reads the levels, explanations and documents that were put in, where they stand', () => {
    const { path, rows } = edit(empty, { levels, documents, words: { [explained]: 'Fakta.\nAnalisis.' } });
    const { submission, problems } = readAs(path, 'a.xlsx');
    expect(problems).toEqual([]);
    expect(levelsOf(submission)).toEqual(expected);
    for (const { indicator, level, ...others } of submission?.answers ?? []) {
      const at = { file: 'a.xlsx', sheet: 'Penilaian' };
      expect(level.at).toEqual({ ...at, address: `${levelColumn}${rows[indicator.text]}` });
      const place = { ...at, address: `${explainedColumn}${rows[indicator.text]}` };
      expect(Object.values(others)).toContainEqual({ text: 'Fakta.\nAnalisis.', at: place });
    }
    const read = submission?.documents.map(({ indicator, level, title, location }) =>
      [indicator, level, title, location].map(({ text }) => text),
    );
    expect(read).toEqual(documents.map((document) => document.map(String)));
    expect(submission?.documents[1]?.location.at.address).toBe(`${lettersOf(documentsTable, 'location')}7`);
    expect(submission?.meta).toEqual(readAs(empty, 'a.xlsx').submission?.meta);
  });

  it('reads a file whose formulas have no stored results', () => {
    const { path, formula } = edit(empty, { levels });
    expect(formula).toMatch(/^=IF\(ISNUMBER\(/);
    expect(sheetsOf(path).join()).not.toMatch(/<\/f><v>[^<]/);
    expect(levelsOf(readAs(path, 'a.xlsx').submission)).toEqual(expected);
  });

  it('reads a file whose formulas became plain values', () => {
    const { path } = edit(empty, { levels, documents, dataOnly: true });
    expect(sheetsOf(path).join()).not.toContain('<f>');
    const { submission, problems } = readAs(path, 'a.xlsx');
    expect(problems).toEqual([]);
    expect(levelsOf(submission)).toEqual(expected);
    expect(submission?.documents).toHaveLength(2);
  });

  it.each([false, true])(
    'reads sorted rows: same answers at their new addresses (plain values: %s)',
    (dataOnly) => {
      const { path, rows } = edit(empty, { levels, sort: true, dataOnly });
      const { submission, problems } = readAs(path, 'a.xlsx');
      expect(problems).toEqual([]);
      expect(levelsOf(submission)).toEqual(expected);
      const found = (submission?.answers ?? []).map(({ indicator, level }) => [
        indicator.text,
        level.at.address,
      ]);
      expect(Object.fromEntries(found)).toEqual(
        Object.fromEntries(Object.entries(rows).map(([id, row]) => [id, `${levelColumn}${row}`])),
      );
      expect(found.map(([id]) => id)).not.toEqual(spec.indicators);
      const order = submission?.answers.map(({ level }) => Number(level.text)) ?? [];
      expect(order).toEqual(order.toSorted((a, b) => b - a));
    },
  );
});

let copies = 0;

function edit(from: string, job: Job): { path: string; rows: Record<string, number>; formula: string } {
  const path = join(folder, `${++copies}.xlsx`);
  // Debian's own Python: its packages are not seen by another one that may come first in PATH.
  const out = execFileSync('/usr/bin/python3', [script], {
    input: JSON.stringify({ ...job, from, to: path }),
    encoding: 'utf8',
  });
  return { path, ...JSON.parse(out) };
}

/** The XML of every sheet. */
function sheetsOf(path: string): string[] {
  return [...partsOf(readFileSync(path))].flatMap(([name, xml]) =>
    /worksheets\/sheet/.test(name) ? [xml] : [],
  );
}
