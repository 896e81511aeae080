import { parse } from 'csv-parse/sync';
import { expect } from 'vitest';
import { checkDocument } from '../../src/contract/check.ts';
import { scoreDocument } from '../../src/contract/score.ts';

/** What a terminal obeys and nobody sees; line breaks are the layout's own. */
// biome-ignore lint/suspicious/noControlCharactersInRegex: finding them is the purpose
const obeyed = /[\0-\x09\x0b\x0c\x0e-\x1f\x7f-\x9f\u061c\u200e\u200f\u2028-\u202e\u2066-\u2069]/;

/** Whatever was asked, this must never be on the screen. */
export function expectCleanScreen(text: string): void {
  expect(obeyed.exec(text)?.[0].codePointAt(0)?.toString(16)).toBeUndefined();
  expect(text).not.toMatch(/\uFFFD{3}|^\s+at .*:\d+:\d+/m);
  expect(text).not.toContain('Ada galat di dalam spbe');
  // Line breaks in names and cells would forge this line of the report.
  expect(text).not.toMatch(/^Semua/m);
}

/** A report in this format holds nothing that its reader would run. */
export const expectDisarmed = {
  table: expectCleanScreen,
  csv(text: string) {
    expectCleanScreen(text);
    const rows: string[][] = parse(text, { record_delimiter: '\r\n' });
    // As everybody splits it, and as Excel in Indonesia does.
    const fields = [...rows.flat(), ...text.split(/[;\n]/).map((field) => field.replace(/^"/, ''))];
    expect(fields.filter((field) => /^\s*[=+\-@\t\r\uff1d\uff0b\uff0d\uff20]/.test(field))).toEqual([]);
  },
  md(text: string) {
    expectCleanScreen(text);
    expect(text).not.toMatch(/(?<!\\)<|(?<!\\)\]\(|https?:\/\/|www\.|&#/);
    const widths = text
      .split(/\n\n/)
      .filter((block) => block.startsWith('|'))
      .map(
        (block) =>
          new Set(
            block
              .trim()
              .split('\n')
              .map((line) => line.split(/(?<!\\)\|/).length),
          ).size,
      );
    expect(widths.filter((kinds) => kinds !== 1)).toEqual([]);
  },
  json(text: string) {
    expectCleanScreen(text);
    const document = JSON.parse(text);
    const contract = 'indexExact' in document ? scoreDocument : checkDocument;
    expect(contract.safeParse(document).error).toBeUndefined();
    expect(Object.prototype).not.toHaveProperty('polluted');
  },
} as const;

export type Shown = keyof typeof expectDisarmed;
export const shown = Object.keys(expectDisarmed) as Shown[];
