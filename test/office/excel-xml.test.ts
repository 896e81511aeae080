import { describe, expect, it } from 'vitest';
import { columnName } from '../../src/workbook/address.ts';
import type { WorkbookSpec } from '../../src/workbook/contents.ts';
import { answersTable, documentsTable } from '../../src/workbook/layout.ts';
import { writeWorkbook } from '../../src/workbook/write.ts';
import { isUnlocked, partOfSheet, partsOf } from './parts.ts';
import { instruments, lettersOf, sizes, specOf } from './sample.ts';

/*
 * Excel is not at hand, and what LibreOffice forgives Excel "repairs" or refuses. These are its rules, held against
 * the XML that we write.
 */

const longName = `Dinas ${'Pemberdayaan & Perlindungan "Semua" Urusan '.repeat(8)}`;
const specs: Record<string, WorkbookSpec> = {
  ...sizes,
  'a name of 350 characters': { ...sizes.three, opd: { code: 'uji', name: longName } },
  ...Object.fromEntries(
    instruments.map((one) => [
      one.id,
      specOf(
        one,
        one.indicators.map(({ id }) => id),
        {},
      ),
    ]),
  ),
};

/** CT_Worksheet, in the order of the schema (ECMA-376 part 1, 18.3.1.99). */
const order = [
  ...['sheetPr', 'dimension', 'sheetViews', 'sheetFormatPr', 'cols', 'sheetData', 'sheetCalcPr'],
  ...['sheetProtection', 'protectedRanges', 'scenarios', 'autoFilter', 'sortState', 'dataConsolidate'],
  ...[
    'customSheetViews',
    'mergeCells',
    'phoneticPr',
    'conditionalFormatting',
    'dataValidations',
    'hyperlinks',
  ],
  ...['printOptions', 'pageMargins', 'pageSetup', 'headerFooter', 'rowBreaks', 'colBreaks', 'drawing'],
  ...['legacyDrawing', 'tableParts', 'extLst'],
];

/** Functions that Excel 2007 knew already; WPS and every Excel in use know them. */
const allowed = [
  ...['AND', 'CHOOSE', 'COUNT', 'COUNTA', 'COUNTIF', 'COUNTIFS', 'IF', 'IFERROR', 'INDEX', 'INT', 'ISNUMBER'],
  ...[
    'LARGE',
    'MATCH',
    'MAX',
    'MIN',
    'NOT',
    'OR',
    'REPT',
    'ROUND',
    'SMALL',
    'SUM',
    'SUMIF',
    'SUMIFS',
    'SUMPRODUCT',
  ],
];

describe.each(Object.entries(specs))('workbook %s', async (_, spec) => {
  const parts = partsOf(await writeWorkbook(spec));
  const sheets = [...parts].filter(([path]) => path.startsWith('xl/worksheets/sheet'));
  const xml = (name: string) => parts.get(partOfSheet(parts, name)) ?? '';

  it('has the elements of each sheet in the order of the schema', () => {
    for (const [path, text] of sheets) {
      const found = topElements(text);
      expect(found.filter((name) => !order.includes(name))).toEqual([]);
      expect(found, path).toEqual(found.toSorted((a, b) => order.indexOf(a) - order.indexOf(b)));
    }
  });

  it('has only formulas that old Excel understands, without a leading equals sign', () => {
    const formulas = sheets.flatMap(([, text]) =>
      [...text.matchAll(/<(?:f|formula|formula1|formula2)>([^<]*)</g)].map(([, formula]) =>
        decode(formula ?? ''),
      ),
    );
    expect(formulas.length).toBeGreaterThan(20);
    for (const formula of formulas) {
      expect(formula).not.toMatch(/^=|#REF!|_xlfn|_xlws|;|\[/);
      // Excel: 8192 characters, texts of at most 255, 64 levels of nesting.
      expect(formula.length).toBeLessThan(8192);
      expect(deepest(formula)).toBeLessThan(60);
      for (const [literal] of formula.matchAll(/"(?:[^"]|"")*"/g))
        expect(literal.length).toBeLessThanOrEqual(257);
      const bare = formula.replace(/"(?:[^"]|"")*"/g, '""');
      const called = [...bare.matchAll(/([A-Z][A-Z0-9.]*)\(/g)].map(([, name]) => name);
      expect(called.filter((name) => !allowed.includes(name ?? ''))).toEqual([]);
    }
  });

  it('has no text beyond the limits of a validation', () => {
    for (const [, text] of sheets) {
      for (const [tag, range, formula] of text.matchAll(
        /<dataValidation [^>]*sqref="([^"]*)"[^>]*>(?:<formula1>([^<]*)<)?/g,
      )) {
        expect(range).toMatch(/^[A-Z]+\d+(:[A-Z]+\d+)?( [A-Z]+\d+(:[A-Z]+\d+)?)*$/);
        expect(decode(formula ?? '').length).toBeLessThanOrEqual(257);
        for (const name of ['promptTitle', 'errorTitle'])
          expect(attribute(tag, name).length).toBeLessThanOrEqual(32);
        for (const name of ['prompt', 'error']) expect(attribute(tag, name).length).toBeLessThanOrEqual(255);
      }
    }
    const level = lettersOf(answersTable, 'level');
    expect(xml('Penilaian')).toContain(`sqref="${level}6:${level}${5 + spec.indicators.length}"`);
  });

  it('colours by styles that exist, filled the way conditional formats are', () => {
    const styles = parts.get('xl/styles.xml') ?? '';
    const formats = [...styles.matchAll(/<dxf>.*?<\/dxf>/gs)].map(([format]) => format);
    for (const format of formats.filter((one) => one.includes('<fill>'))) {
      expect(format).toMatch(/<patternFill patternType="solid"><bgColor rgb="FF/);
    }
    const used = sheets.flatMap(([, text]) =>
      [...text.matchAll(/dxfId="(\d+)"/g)].map(([, id]) => Number(id)),
    );
    expect(used.length).toBeGreaterThan(0);
    expect(used.filter((id) => id >= formats.length)).toEqual([]);
    const status = lettersOf(answersTable, 'status');
    expect(xml('Penilaian')).toContain(
      `<conditionalFormatting sqref="${status}6:${status}${5 + spec.indicators.length}"`,
    );
  });

  it('names its print titles, computes on opening, keeps footers within 255 characters', () => {
    const book = parts.get('xl/workbook.xml') ?? '';
    const names = [...book.matchAll(/<definedName [^>]*>([^<]*)</g)].map(([, target]) =>
      decode(target ?? ''),
    );
    for (const sheet of ['Penilaian', 'Bukti']) {
      expect(names.filter((name) => name.endsWith(`'${sheet}'!$5:$5`))).toHaveLength(1);
    }
    for (const name of names) {
      expect(name).toMatch(/^'[A-Za-z]+'!\$[A-Z]*\$?\d*:\$[A-Z]*\$?\d*(,'[A-Za-z]+'!\$\d+:\$\d+)?$/);
    }
    expect(book).toContain('fullCalcOnLoad="1"');
    expect(book).toMatch(/name="_spbe" state="veryHidden"/);
    for (const [, text] of sheets) {
      const footer = /<oddFooter>([^<]*)</.exec(text)?.[1];
      if (footer === undefined) continue;
      expect(decode(footer).length).toBeLessThanOrEqual(255);
      // An ampersand that is not doubled, or no code of ours, would be read as a code.
      expect(decode(footer).replace(/&&|&[LR]&8(?!\d)|&[PN]/g, '')).not.toContain('&');
    }
  });

  it('lets officers filter, sort and widen, and change only the tinted cells', () => {
    for (const [, name] of (parts.get('xl/workbook.xml') ?? '').matchAll(/<sheet [^>]*name="([^"_]+)"/g)) {
      const protection = /<sheetProtection [^>]*>/.exec(xml(name ?? ''))?.[0] ?? '';
      // "0": not forbidden. Without a password, for it guards against slips only.
      expect(protection).toMatch(/ sheet="1"/);
      for (const right of ['sort', 'autoFilter', 'formatColumns', 'formatRows']) {
        expect(attribute(protection, right)).toBe('0');
      }
      expect(protection).not.toMatch(/hash|salt|password|selectLockedCells="1"|selectUnlockedCells="1"/i);
    }
    answersTable.columns.forEach((column, index) => {
      const address = `${columnName(index + 1)}6`;
      expect([address, isUnlocked(parts, 'Penilaian', address)]).toEqual([address, 'input' in column]);
    });
    // Excel sorts a protected range only if every cell of it is unlocked.
    const last = columnName(documentsTable.columns.length);
    const filter = new RegExp(`<autoFilter ref="A5:${last}(\\d+)"`).exec(xml('Bukti'))?.[1];
    documentsTable.columns.forEach((_, index) => {
      for (const row of [6, filter]) {
        expect(isUnlocked(parts, 'Bukti', `${columnName(index + 1)}${row}`)).toBe(true);
      }
    });
  });

  it('is well within what Excel holds', () => {
    for (const [, text] of sheets) {
      for (const [, height] of text.matchAll(/ ht="([\d.]+)"/g))
        expect(Number(height)).toBeLessThanOrEqual(409);
      for (const [, width] of text.matchAll(/<col [^>]*width="([\d.]+)"/g))
        expect(Number(width)).toBeLessThanOrEqual(255);
    }
    for (const path of parts.keys()) expect(path).not.toMatch(/vba|external|connections|customXml/i);
  });
});

function topElements(text: string): string[] {
  const inside = text.replace(/^.*?<worksheet [^>]*>/s, '').replace(/<\/worksheet>\s*$/, '');
  const names: string[] = [];
  let depth = 0;
  for (const [, close, name, empty] of inside.matchAll(/<(\/?)([\w:]+)[^>]*?(\/?)>/g)) {
    if (!close && depth === 0) names.push(name ?? '');
    if (close) depth--;
    else if (!empty) depth++;
  }
  return names;
}

function deepest(formula: string): number {
  let depth = 0;
  let most = 0;
  for (const character of formula) {
    if (character === '(') most = Math.max(most, ++depth);
    if (character === ')') depth--;
  }
  return most;
}

function attribute(tag: string, name: string): string {
  return decode(new RegExp(` ${name}="([^"]*)"`).exec(tag)?.[1] ?? '');
}

function decode(text: string): string {
  const entities: Record<string, string> = { quot: '"', apos: "'", lt: '<', gt: '>', amp: '&' };
  return text.replace(/&(quot|apos|lt|gt|amp);/g, (_, name: string) => entities[name] ?? '');
}
