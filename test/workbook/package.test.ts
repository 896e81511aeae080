import { posix } from 'node:path';
import { describe, expect, it } from 'vitest';
import { addCharts } from '../../src/workbook/charts/add-charts.ts';
import { markWorkbook } from '../../src/workbook/mark.ts';
import { dashboardCharts } from '../../src/workbook/sheets/dashboard.ts';
import { partsOf } from '../office/parts.ts';
import { instrument, makeWorkbook, specOf } from './make-workbook.ts';

/*
 * What ties the parts of a workbook together (ECMA-376 part 2 for the package, part 1 for SpreadsheetML). Excel "repairs" or
 * refuses a file where one of these is wrong, though every part by itself is well formed.
 */

const all = instrument.indicators.map(({ id }) => id);
const at = { file: 'a.xlsx', sheet: 'Penilaian', address: 'F6' };
const problems = [{ code: 'x', severity: 'error', message: 'Salah & "keliru".', at, details: {} }] as const;

const books: Record<string, () => Promise<Uint8Array>> = {
  'of three indicators': () => makeWorkbook(all.slice(0, 3)),
  'of the whole region': () => makeWorkbook(all),
  'marked and with its charts': async () =>
    addCharts(
      await markWorkbook(await makeWorkbook(['1', '2', '3']), problems),
      dashboardCharts(specOf(['1', '2', '3'])),
    ),
};

describe.each(Object.entries(books))('the package of a workbook %s', async (_, make) => {
  const parts = partsOf(await make());
  const xml = (name: string) => parts.get(name) ?? '';
  const sheets = [...parts].filter(([name]) => /^xl\/worksheets\/sheet\d+\.xml$/.test(name));

  it('gives every part a content type, once, and names none that is absent', () => {
    const types = xml('[Content_Types].xml');
    const defaults = groupsOf(types, /<Default Extension="([^"]+)"/g);
    const overrides = groupsOf(types, /<Override PartName="\/([^"]+)"/g);
    expect(new Set(overrides).size).toBe(overrides.length);
    expect(new Set(defaults).size).toBe(defaults.length);
    expect(overrides.filter((name) => !parts.has(name))).toEqual([]);
    const untyped = [...parts.keys()].filter(
      (name) =>
        name !== '[Content_Types].xml' &&
        !overrides.includes(name) &&
        !defaults.includes(/[^.]*$/.exec(name)?.[0] ?? ''),
    );
    expect(untyped).toEqual([]);
    // `xml` alone would do for the package, not for Excel.
    for (const [name] of sheets) expect(overrides).toContain(name);
  });

  it('has relationships that lead to parts, each id once, and uses no id that is missing', () => {
    for (const [name, text] of parts) {
      const from = name.replace(/_rels\/([^/]*)\.rels$/, '$1');
      if (from === name) continue;
      const tags = groupsOf(text, /(<Relationship [^>]*>)/g);
      const ids = tags.map((tag) => attribute(tag, 'Id'));
      expect(new Set(ids).size).toBe(ids.length);
      const inside = tags.filter((tag) => attribute(tag, 'TargetMode') !== 'External');
      const targets = inside
        .map((tag) => attribute(tag, 'Target'))
        .map((target) =>
          target.startsWith('/') ? target.slice(1) : posix.join(posix.dirname(from), target),
        );
      expect([name, targets.filter((target) => !parts.has(target))]).toEqual([name, []]);
      const used = groupsOf(parts.get(from) ?? '', /\sr:(?:id|embed|link)="([^"]+)"/g);
      expect([name, used.filter((id) => !ids.includes(id))]).toEqual([name, []]);
    }
    const withoutRels = sheets.filter(
      ([name]) => !parts.has(`${name.replace('sheets/', 'sheets/_rels/')}.rels`),
    );
    for (const [name, text] of withoutRels) expect([name, / r:id="/.test(text)]).toEqual([name, false]);
  });

  it('counts right what it counts', () => {
    const counted: [container: string, child: string][] = [
      ['dataValidations', 'dataValidation'],
      ['mergeCells', 'mergeCell'],
      ['cellXfs', 'xf'],
      ['fonts', 'font'],
      ['fills', 'fill'],
      ['borders', 'border'],
      ['numFmts', 'numFmt'],
      ['dxfs', 'dxf'],
    ];
    for (const [name, text] of [...sheets, ['xl/styles.xml', xml('xl/styles.xml')] as const]) {
      for (const [container, child] of counted) {
        const found = new RegExp(
          `<${container} [^>]*?count="(\\d+)"[^>]*?(?:/>|>(.*?)</${container}>)`,
          's',
        ).exec(text);
        if (!found) continue;
        const children = groupsOf(found[2] ?? '', new RegExp(`(<${child}[ >/])`, 'g'));
        expect([name, container, children.length]).toEqual([name, container, Number(found[1])]);
      }
    }
    const strings = xml('xl/sharedStrings.xml');
    expect(groupsOf(strings, /(<si[ >/])/g)).toHaveLength(Number(/uniqueCount="(\d+)"/.exec(strings)?.[1]));
  });

  it('points at styles and texts that exist, cell by cell in ascending order', () => {
    const formats = Number(/<cellXfs [^>]*count="(\d+)"/.exec(xml('xl/styles.xml'))?.[1]);
    const texts = groupsOf(xml('xl/sharedStrings.xml'), /(<si[ >/])/g).length;
    for (const [name, text] of sheets) {
      const styles = groupsOf(text, /<(?:c|row) [^>]*?\bs="(\d+)"/g).map(Number);
      expect([name, Math.max(0, ...styles) < formats]).toEqual([name, true]);
      const used = groupsOf(text, /<c [^>]*t="s"[^>]*><v>(\d+)<\/v>/g).map(Number);
      expect([name, Math.max(-1, ...used) < texts]).toEqual([name, true]);
      const rows = groupsOf(text, /<row r="(\d+)"/g).map(Number);
      expect(rows).toEqual([...new Set(rows)].toSorted((a, b) => a - b));
      for (const row of text.matchAll(/<row r="(\d+)".*?<\/row>/gs)) {
        const columns = groupsOf(row[0], /<c r="([A-Z]+)\d+"/g);
        expect(columns).toEqual(columns.toSorted((a, b) => a.length - b.length || (a < b ? -1 : 1)));
        expect(groupsOf(row[0], /<c r="[A-Z]+(\d+)"/g).every((number) => number === row[1])).toBe(true);
      }
    }
  });

  it('has sheets, names and priorities that are each there once', () => {
    const book = xml('xl/workbook.xml');
    const tags = groupsOf(book, /(<sheet [^>]*>)/g);
    for (const key of ['name', 'sheetId', 'r:id']) {
      expect(new Set(tags.map((tag) => attribute(tag, key).toLowerCase())).size).toBe(tags.length);
    }
    for (const tag of tags) expect(attribute(tag, 'name')).toMatch(/^[^\\/?*:[\]]{1,31}$/);
    const names = groupsOf(book, /(<definedName [^>]*>)/g).map(
      (tag) => [attribute(tag, 'name'), attribute(tag, 'localSheetId')] as const,
    );
    expect(new Set(names.map(String)).size).toBe(names.length);
    for (const [, sheet] of names) expect(Number(sheet)).toBeLessThan(tags.length);
    for (const [name, text] of sheets) {
      const priorities = groupsOf(text, /<cfRule [^>]*priority="(\d+)"/g);
      expect([name, new Set(priorities).size]).toEqual([name, priorities.length]);
      // A sheet holds one filter at most.
      expect(groupsOf(text, /(<autoFilter )/g).length).toBeLessThan(2);
    }
  });

  it('is well-formed text throughout: no control characters, no lone ampersand', () => {
    for (const [name, text] of parts) {
      // biome-ignore lint/suspicious/noControlCharactersInRegex: these are what XML 1.0 forbids.
      expect([name, /[\u0000-\u0008\u000b\u000c\u000e-\u001f]/.test(text)]).toEqual([name, false]);
      expect([name, /&(?!(?:amp|lt|gt|quot|apos|#\d+|#x[\da-f]+);)/i.test(text)]).toEqual([name, false]);
    }
  });
});

/** The first group of every match. */
function groupsOf(text: string, pattern: RegExp): string[] {
  return [...text.matchAll(pattern)].map(([, found]) => found ?? '');
}

function attribute(tag: string, name: string): string {
  return new RegExp(`\\s${name}="([^"]*)"`).exec(tag)?.[1] ?? '';
}
