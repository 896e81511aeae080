import { expect, test } from 'vitest';
import { historyDocument } from '../../src/contract/history.ts';
import type { RecordDocument } from '../../src/contract/record.ts';
import { describeFileChanges, fileChanges } from '../../src/reporters/file-changes.ts';
import { reportHistory } from '../../src/reporters/history.ts';
import { formatMoment } from '../../src/reporters/moment.ts';
import { shown } from './small-assessment.ts';

const input = (path: string, content = '0') => ({ path, size: 1, sha256: content.repeat(64) });

function recordOf(more: Partial<RecordDocument> = {}): RecordDocument {
  return {
    ...{ schemaVersion: 1, command: 'score', options: { stage: 'self' }, paths: [] },
    ...{ at: '2026-11-21T17:15:00+07:00', tool: '0.1.0', note: null, region: null, year: 2026 },
    instrument: { id: 'permenpanrb-59-2020', sha256: '0'.repeat(64) },
    inputs: [input('kertas-kerja/a.xlsx'), input('spbe.yaml')],
    ...{ index: 2.5, indexExact: '2.5', predicate: 'Cukup', proven: null },
    ...{ groups: [], indicators: [], problems: { error: 0, warning: 1, info: 0 } },
    ...more,
  };
}

test('each record beside the one before it that can be compared', () => {
  const records = [
    recordOf(),
    recordOf({ options: { stage: 'assessor' }, indexExact: '1', index: 1 }),
    recordOf({
      ...{ at: '2026-11-22T08:05:00+07:00', indexExact: '2.75', index: 2.75, note: 'Setelah rapat' },
      inputs: [input('kertas-kerja/a.xlsx', '1'), input('kertas-kerja/b.xlsx')],
    }),
    // Of a pack that is not installed here, by a version that had another stage.
    recordOf({ instrument: { id: 'lain', sha256: '0'.repeat(64) }, options: { stage: 'uji' } }),
    recordOf({ instrument: { id: 'lain', sha256: '0'.repeat(64) }, options: {} }),
  ];
  const stored = records.map((record, at) => ({ name: `${at}.json`, record }));
  const {
    blocks,
    document,
    records: table,
  } = reportHistory(stored, [], new Map([['permenpanrb-59-2020', 3]]));
  expect(shown(blocks)).toMatchInlineSnapshot(`
    "Riwayat
    5 catatan, yang terbaru di bawah

    Waktu                   Tahap    Indeks  Perubahan  Berkas                             Catatan
    21 November 2026 17.15  mandiri   2,500
    21 November 2026 17.15  asesor    1,000
    22 November 2026 08.05  mandiri   2,750     +0,250  1 berubah (a.xlsx), 1 baru         Setelah rapat
                                                        (b.xlsx), 1 hilang (spbe.yaml)
    21 November 2026 17.15  uji        2,50
    21 November 2026 17.15             2,50"
  `);
  expect(historyDocument.parse(document).records.map(({ differenceExact }) => differenceExact)).toEqual([
    ...[null, null, '0.25', null, null],
  ]);
  expect(table.rows[2]?.[8]).toBe('berubah kertas-kerja/a.xlsx; baru kertas-kerja/b.xlsx; hilang spbe.yaml');
});

test('an empty history says how to begin one', () => {
  expect(shown(reportHistory([], [], new Map()).blocks)).toContain('Tambahkan --record pada spbe score');
});

test('files that came, went and changed; a long list is cut', () => {
  const many = ['a', 'b', 'c', 'd'].map((name) => input(`kertas-kerja/${name}.xlsx`));
  expect(describeFileChanges(fileChanges([input('x.csv')], many))).toBe(
    '4 baru (a.xlsx, b.xlsx, c.xlsx, …), 1 hilang (x.csv)',
  );
  expect(describeFileChanges(fileChanges(many.slice(0, 3), many.slice(0, 3)))).toBe('');
  expect(describeFileChanges(fileChanges(many.slice(0, 3), []))).toBe('3 hilang (a.xlsx, b.xlsx, c.xlsx)');
});

test('a moment is read by the clock that wrote it', () => {
  expect(formatMoment('2026-01-02T03:04:05-11:00')).toBe('2 Januari 2026 03.04');
  expect(() => formatMoment('kemarin')).toThrow('No moment: kemarin');
});
