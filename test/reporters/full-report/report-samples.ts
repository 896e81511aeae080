import { fileURLToPath } from 'node:url';
import { gatherReport } from '../../../src/commands/gather-report.ts';
import { type ReportDocument, reportDocument } from '../../../src/contract/report.ts';

const fixtures = fileURLToPath(new URL('../../../fixtures/', import.meta.url));

/** Official levels: Kota Bandar Lampung 2024, index 2,98, planned to 3,5. */
export function kotaReport(): Promise<ReportDocument> {
  return gather('kota-bandar-lampung-2024/levels.csv', ['3.5']);
}

/** The story of the index of 1,55, planned over three years by its spbe.yaml. */
export function mojokertoReport(): Promise<ReportDocument> {
  return gather('kabupaten-mojokerto-2018/levels.csv');
}

async function gather(file: string, target?: string[]): Promise<ReportDocument> {
  const asked = { stage: 'self', date: '2026-11-22', ...(target ? { target } : {}) } as const;
  const document = await gatherReport([fixtures + file], asked);
  // Neither where the fixtures lie nor the version of the tool is part of what is compared.
  const text = JSON.stringify({ ...document, seal: null, sealShort: null }).replaceAll(fixtures, '');
  return reportDocument.parse(JSON.parse(text));
}

/** With all that is not known of a single csv: an earlier result, a trend, peers, a proven index, OPD, problems. */
export function withEverything(document: ReportDocument): ReportDocument {
  const [first, second] = document.indicators;
  if (!first || !second) throw new Error('no indicators');
  const agency = { code: 'diskominfo', name: 'Dinas Komunikasi dan Informatika' };
  return reportDocument.parse({
    ...document,
    region: 'Kota Contoh',
    year: 2024,
    notes: ['Ini contoh, bukan hasil resmi.'],
    score: {
      ...document.score,
      proven: {
        index: 2.5,
        indexExact: '2.5',
        predicate: 'Cukup',
        isExamined: true,
        losses: [
          { reason: 'no-evidence', points: 0.3, pointsExact: '0.3', indicators: ['1'] },
          { reason: 'draft', points: 0.1795, pointsExact: '0.1795', indicators: ['2'] },
        ],
      },
    },
    groups: document.groups.map((group) => ({ ...group, proven: 2, past: 1.5, peers: 2.25 })),
    indicators: [
      {
        ...first,
        opd: agency,
        proven: 1,
        assessed: 2,
        past: 2,
        facts: 'Sudah ada.\nDitetapkan Wali Kota.',
        analysis: 'Cukup.',
        unproven: { reason: 'no-evidence', stopsAt: 2, missing: ['Peraturan Wali Kota'] },
        settled: {
          basis: 'lead',
          lead: agency.code,
          open: true,
          decision: null,
          answers: [
            { opd: agency.code, level: 3, at: { file: 'a.xlsx', sheet: 'Penilaian', address: 'F6' } },
            { opd: 'bappeda', level: 2, at: { file: 'b.xlsx', sheet: 'Penilaian', address: 'F6' } },
          ],
        },
        documents: [
          {
            title: 'Peraturan Wali Kota',
            number: '12 Tahun 2023',
            date: '2023-05-02',
            location: 'bukti/perwal.pdf',
            level: 3,
            status: 'doubtful',
            problems: ['Tanpa tanda tangan – tidak ditemukan – lampirkan yang bertanda tangan.'],
            at: { file: 'a.xlsx', sheet: 'Bukti', address: 'D6' },
          },
        ],
      },
      { ...second, proven: 2, opd: { code: 'bappeda', name: 'Bappeda' } },
      ...document.indicators.slice(2),
    ],
    opd: [agency, { code: 'bappeda', name: 'Bappeda' }].map((one, place) => ({
      ...one,
      present: place === 0,
      assigned: 1,
      filled: 1,
      evidenced: 1,
      assessed: 0,
      problems: { error: 1, warning: 0, info: 0 },
      pointsToWin: 0.3 - place / 10,
      pointsToWinExact: '0.3',
      indicators: [
        {
          id: String(place + 1),
          name: 'Indikator',
          level: 3,
          basis: 'single',
          stated: 3,
          sharedBy: 1,
          pointsToWin: 0.1,
          pointsToWinExact: '0.1',
          nextLevelPoints: 0.05,
          documents: 1,
          lacking: [],
          conflict: false,
        },
      ],
    })),
    past: {
      year: 2023,
      index: 2.5,
      predicate: 'Cukup',
      instrument: document.instrument,
      source: 'Laporan 2023',
      isComparable: true,
    },
    trend: {
      segments: [
        { instrument: 'PermenPANRB 5/2018', points: [point(2019, 1.55), point(2020, 1.9)] },
        { instrument: 'PermenPANRB 59/2020', points: [point(2022, 2.1), point(2024, 2.98)] },
      ],
      statements: ['Naik 0,88 sejak 2022.'],
    },
    peers: {
      year: 2024,
      kind: 'kota',
      count: 93,
      rank: 40,
      tied: 1,
      percentile: 57,
      least: 1.2,
      lowerQuartile: 2.4,
      median: 2.9,
      upperQuartile: 3.3,
      most: 4.4,
      mean: 2.85,
      histogram: [1, 1.5, 2, 2.5, 3, 3.5, 4, 4.5].map((from, place) => ({
        from,
        to: from + 0.5,
        count: place * 3,
      })),
      above: [{ name: 'Kota Sebelah', index: 3.01 }],
      source: 'Hasil evaluasi 2024',
    },
    counts: { error: 1, warning: 0, info: 0 },
    problems: [
      {
        code: 'level-unknown',
        severity: 'error',
        message: 'Tingkat tidak dikenal – tertulis "tiga" – isi 1 sampai 5.',
        at: { file: 'a.xlsx', sheet: 'Penilaian', address: 'F6' },
        details: {},
      },
    ],
    sealShort: '0123456789ab',
    seal: sealOf(document),
  });
}

function point(year: number, index: number) {
  return { year, index, predicate: 'Cukup', kind: 'hasil resmi', source: 'Laporan' };
}

function sealOf({ instrument, score }: ReportDocument) {
  return {
    schemaVersion: 1,
    command: 'score',
    options: {},
    paths: ['levels.csv'],
    at: '2026-11-22T00:00:00Z',
    tool: '0.1.0',
    note: 'a </script><script>alert(1)</script> b',
    region: null,
    year: null,
    instrument: { id: instrument, sha256: '0'.repeat(64) },
    inputs: [{ path: 'levels.csv', size: 1, sha256: '1'.repeat(64) }],
    index: score.index,
    indexExact: score.indexExact,
    predicate: score.predicate,
    proven: null,
    groups: [],
    indicators: [],
    problems: { error: 0, warning: 0, info: 0 },
  };
}

/** Fields whose text comes from a cell or a file name; and those that a project file or a pack of one's own can fill, too. */
export const written = new Set([
  ...['region', 'facts', 'analysis', 'title', 'number', 'location', 'message', 'file', 'sheet'],
  ...['note', 'notes', 'problems'],
]);
const untrusted = new Set([
  ...written,
  ...['name', 'shortName', 'address', 'source', 'statements', 'missing', 'instrument', 'kind'],
  ...['criterion', 'nextCriterion', 'nextEvidence', 'by'],
]);

/** Values of `kind` that are codes of ours, and no text. */
const codes = new Set(['domain', 'aspect', 'prove', 'settle', 'fill', 'assign', 'raise']);

/** The same document in which everybody who could write something wrote `attack`. */
export function poison(
  document: ReportDocument,
  attack: string,
  fields: ReadonlySet<string> = untrusted,
): ReportDocument {
  const visit = (value: unknown, key: string): unknown => {
    if (typeof value === 'string') return fields.has(key) && !codes.has(value) ? `${attack}${value}` : value;
    if (Array.isArray(value)) return value.map((one) => visit(one, key));
    if (typeof value !== 'object' || value === null) return value;
    return Object.fromEntries(Object.entries(value).map(([name, one]) => [name, visit(one, name)]));
  };
  return visit({ ...document, seal: null }, '') as ReportDocument;
}
