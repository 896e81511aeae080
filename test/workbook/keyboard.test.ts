import { describe, expect, test } from 'vitest';
import { parseAddress } from '../../src/workbook/address.ts';
import { answersTable, columnOf, criteriaTable, identityTable } from '../../src/workbook/layout.ts';
import { partOfSheet, partsOf } from '../office/parts.ts';
import { instrument, makeWorkbook } from './make-workbook.ts';

/*
 * On a protected sheet Tab jumps from unlocked cell to unlocked cell, row by row. Filling by keyboard alone makes sense
 * if nothing else is unlocked, and if they come in the order in which one fills.
 */

const ids = instrument.indicators.map(({ id }) => id);
const parts = partsOf(await makeWorkbook(ids));
const unlocked = findUnlocked();

describe('cells that Tab reaches', () => {
  test('in Penilaian: level, fact, analysis, note, then the assessor’s, indicator by indicator', () => {
    const keys = ['level', 'fact', 'analysis', 'note', 'assessedLevel', 'assessedReason'] as const;
    const columns = keys.map((key) => columnOf(answersTable, key));
    expect(columns).toEqual(columns.toSorted((a, b) => a - b));
    const rows = unlockedByRow('Penilaian');
    expect([...rows.keys()]).toEqual(ids.map((_, index) => 6 + index));
    for (const found of rows.values()) expect(found).toEqual(columns);
  });

  test('in Identitas: the answers that are not given', () => {
    const value = columnOf(identityTable, 'value');
    expect([...unlockedByRow('Identitas')]).toEqual([9, 10, 11, 12, 13, 14].map((row) => [row, [value]]));
  });

  test('in Kriteria: the marks of the items alone', () => {
    const have = columnOf(criteriaTable, 'have');
    const rows = unlockedByRow('Kriteria');
    expect(rows.size).toBeGreaterThan(500);
    for (const found of rows.values()) expect(found).toEqual([have]);
  });

  test.each(['Petunjuk', 'Dasbor'])('in %s: none', (name) => {
    expect([...unlockedByRow(name)]).toEqual([]);
  });
});

test.each(['Petunjuk', 'Identitas', 'Penilaian', 'Bukti', 'Kriteria', 'Dasbor'])(
  '%s is protected without a secret, and unlocks no whole row or column',
  (name) => {
    const xml = xmlOf(name);
    const [protection = ''] = /<sheetProtection [^>]*>/.exec(xml) ?? [];
    expect(protection).toMatch(/ sheet="1"/);
    expect(protection).not.toMatch(/password|hashValue|selectUnlockedCells="1"/);
    const shared = [...xml.matchAll(/<(?:col|row) [^>]*?\b(?:style|s)="(\d+)"/g)].map(([, style]) => style);
    expect(shared.filter((style) => unlocked.has(Number(style)))).toEqual([]);
  },
);

/** Styles whose cells may be changed. */
function findUnlocked(): ReadonlySet<number> {
  const formats = /<cellXfs[^>]*>(.*)<\/cellXfs>/s.exec(parts.get('xl/styles.xml') ?? '')?.[1] ?? '';
  const found = formats.match(/<xf [^>]*?(?:\/>|>.*?<\/xf>)/gs) ?? [];
  return new Set(found.flatMap((xf, style) => (/<protection [^>]*locked="0"/.test(xf) ? [style] : [])));
}

/** 1-based columns of the unlocked cells by row, as they stand in the file. */
function unlockedByRow(name: string): Map<number, number[]> {
  const rows = new Map<number, number[]>();
  for (const [, address = '', style] of xmlOf(name).matchAll(/<c r="([A-Z]+\d+)"(?: s="(\d+)")?/g)) {
    const at = parseAddress(address);
    if (at === null) throw new Error(`No address: ${address}`);
    if (unlocked.has(Number(style))) rows.set(at.row, [...(rows.get(at.row) ?? []), at.column]);
  }
  return rows;
}

function xmlOf(name: string): string {
  return parts.get(partOfSheet(parts, name)) ?? '';
}
