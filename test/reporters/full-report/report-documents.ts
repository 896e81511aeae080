import { join } from 'node:path';
import type { ReportDocument } from '../../../src/contract/report.ts';
import { fixtures, spbe } from '../../cli/spbe.ts';

/** Kota Bandar Lampung 2024, 2,98, on the way to 3,5. */
export function bandarLampung(): Promise<ReportDocument> {
  return gather('kota-bandar-lampung-2024', ['--target', '3.5']);
}

/** The story of 1,55: targets of three years, from spbe.yaml beside it. */
export function mojokerto(): Promise<ReportDocument> {
  return gather('kabupaten-mojokerto-2018');
}

const gathered = new Map<string, Promise<ReportDocument>>();

/** Made once in each test file. The seal covers the tool's version and the packs: it would change every golden with each of them. */
function gather(folder: string, options: readonly string[] = []): Promise<ReportDocument> {
  const known = gathered.get(folder) ?? compute(folder, options);
  gathered.set(folder, known);
  return known;
}

async function compute(folder: string, options: readonly string[]): Promise<ReportDocument> {
  const args = ['report', 'levels.csv', '--date', '2026-11-22', '--format', 'json', ...options];
  const { stdout, stderr } = await spbe(args, { cwd: join(fixtures, folder) });
  if (stdout === '') throw new Error(stderr);
  return { ...JSON.parse(stdout), sealShort: '0123456789ab' };
}

/** A document in which a region of OPD has everything: conflicts, proof, a plan, an earlier result, peers, a trend. */
export async function fullDocument(): Promise<ReportDocument> {
  const document = await bandarLampung();
  const opd = { code: 'dinas-a', name: 'Dinas A' };
  const at = { file: 'kertas-kerja/dinas-a.xlsx', sheet: 'Penilaian', address: 'F6' };
  const answers = [
    { opd: 'dinas-a', level: 3, at },
    { opd: 'dinas-b', level: 2, at: { ...at, file: 'kertas-kerja/dinas-b.xlsx' } },
  ];
  const [first, second, ...others] = document.indicators;
  if (first === undefined || second === undefined) throw new Error('The fixture has indicators');
  return {
    ...document,
    region: 'Kabupaten Contoh',
    year: 2026,
    closing: '2026-12-04',
    caution: 'Instrumen ini bukan naskah resmi.',
    groups: document.groups.map((group) => ({ ...group, proven: 1.5, past: 2.5, peers: 2.75 })),
    indicators: [
      {
        ...first,
        opd,
        proven: 1,
        claimed: 3,
        assessed: 2,
        past: 2,
        settled: { basis: 'lowest', lead: null, open: true, decision: null, answers },
        unproven: { reason: 'item-missing', stopsAt: 2, missing: ['Peraturan yang ditetapkan'] },
        facts: 'Peraturan Bupati Nomor 2.',
        analysis: 'Kriteria terpenuhi.',
        documents: [
          {
            title: 'Peraturan Bupati Nomor 2 Tahun 2025',
            number: '2 Tahun 2025',
            date: '2025-03-04',
            location: '1.a.perbup.pdf',
            level: 2,
            status: 'doubtful',
            problems: ['Berkas bukti tidak ditemukan – tertulis "1.a.perbup.pdf" – salin berkasnya.'],
            at: { ...at, sheet: 'Bukti', address: 'D6' },
          },
        ],
      },
      {
        ...second,
        opd,
        settled: {
          basis: 'decision',
          lead: 'dinas-a',
          open: false,
          decision: { level: 3, reason: 'rapat koordinasi', by: 'Sekretaris Daerah', date: '2026-05-04' },
          answers,
        },
      },
      ...others,
    ],
    opd: [
      {
        ...opd,
        present: true,
        assigned: 2,
        filled: 2,
        evidenced: 1,
        assessed: 1,
        problems: { error: 1, warning: 2, info: 0 },
        pointsToWin: 0.0984,
        pointsToWinExact: '0.0984',
        indicators: [first, second].map(({ id, name, level }) => ({
          id,
          name,
          level,
          basis: 'lowest',
          stated: 3,
          sharedBy: 1,
          pointsToWin: 0.0492,
          pointsToWinExact: '0.0492',
          nextLevelPoints: 0.013,
          documents: 1,
          lacking: [],
          conflict: id === first.id,
        })),
      },
    ],
    past: {
      year: 2024,
      index: 2.5,
      predicate: 'Cukup',
      instrument: document.instrument,
      source: 'hasil luar 2024',
      isComparable: true,
    },
    trend: {
      segments: [
        {
          instrument: 'PermenPANRB 59/2020',
          points: [{ year: 2024, index: 2.5, predicate: 'Cukup', kind: 'hasil akhir', source: 'LHE 2024' }],
        },
      ],
      statements: ['Naik 0,48 sejak 2024.'],
    },
    peers: {
      year: 2024,
      kind: 'kabupaten',
      count: 380,
      rank: 90,
      tied: 2,
      percentile: 76,
      least: 1,
      lowerQuartile: 2,
      median: 2.6,
      upperQuartile: 3.1,
      most: 4.2,
      mean: 2.55,
      histogram: [],
      above: [{ name: 'Kabupaten Atas', index: 2.99 }],
      source: 'Kepmen 663/2024',
    },
  };
}
