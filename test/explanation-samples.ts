import { reviewEvidence } from '../src/assessment/review.ts';
import { usualSettings } from '../src/assessment/rule-settings.ts';
import type { explanationProblemKinds } from '../src/explanation-problem-kinds.ts';
import type { Problem } from '../src/problem.ts';
import { type ContextCase, makeContext } from './assessment/make-context.ts';

const copied =
  'Perbup Nomor 12 Tahun 2024 Pasal 4 menguraikan seluruh muatan yang diminta, beserta jadwal dan penanggung jawabnya.';
const report = { kind: 'Laporan reviu', facts: { sha256: 'f'.repeat(64) }, title: 'Laporan reviu SPBE' };

/** The samples of the rules on explanations, and on documents among each other. */
export const explanationSamples: Readonly<
  Record<keyof typeof explanationProblemKinds, () => Promise<Problem[]>>
> = {
  'explanation-short': () =>
    reviewed({
      answers: [{ indicator: '12', level: '3', analysis: 'Sudah sesuai.' }],
      documents: [{}],
    }),
  'explanation-copied': () =>
    reviewed({
      answers: ['1', '2'].map((indicator) => ({ indicator, level: '3', fact: copied })),
      documents: ['1', '2'].map((indicator) => ({
        ...{ indicator, kind: 'Kebijakan', title: 'Perbup SPBE', number: '12 Tahun 2024' },
        facts: { sha256: 'f'.repeat(64) },
      })),
    }),
  'explanation-unreferenced': () =>
    reviewed({
      answers: [
        {
          ...{ indicator: '12', level: '3' },
          fact: 'Rencana sudah disusun lengkap dan dipakai seluruh perangkat daerah sejak tahun lalu.',
        },
      ],
      documents: [{ title: 'Lampiran Keputusan' }],
    }),
  'evidence-shared': () =>
    reviewed({
      answers: ['8', '12'].map((indicator) => ({ indicator, level: '3' })),
      documents: [
        ...['8', '12'].map((indicator) => ({ ...report, indicator })),
        { indicator: '8', kind: 'Kebijakan' },
        { indicator: '12', kind: 'Rencana' },
      ],
    }),
  'evidence-same-content': () =>
    reviewed({
      answers: [{ indicator: '12', level: '3' }],
      documents: ['12.1.pdf', '12.2.pdf'].map((name) => ({
        ...{ location: name, title: 'Peta Rencana SPBE' },
        facts: { path: `bukti/diskominfo/${name}`, sha256: 'f'.repeat(64) },
      })),
    }),
  'evidence-uncited': () =>
    reviewed({
      answers: [{ indicator: '12', level: '3', fact: copied }],
      documents: [
        { title: 'Perbup SPBE', number: '12 Tahun 2024' },
        { title: 'Laporan pelaksanaan', number: '7 Tahun 2024' },
      ],
    }),
  'evidence-unlisted': () =>
    reviewed({
      answers: [{ indicator: '12', level: '3' }],
      documents: [{}],
      lying: [
        { path: 'bukti/diskominfo/12.1.pdf', size: 1 },
        { path: 'bukti/diskominfo/foto/rapat-1.jpg', size: 1 },
        { path: 'bukti/diskominfo/foto/rapat-2.jpg', size: 1 },
      ],
    }),
  'evidence-follow-up-early': () =>
    reviewed({
      answers: [{ indicator: '1', level: '5' }],
      documents: [
        { indicator: '1', level: '5', kind: 'Kebijakan', date: '2025-03-01' },
        { indicator: '1', level: '5', kind: 'Laporan reviu', date: '2024-08-17' },
        { indicator: '1', level: '5', kind: 'Tindak lanjut', date: '2025-03-01', title: 'SE Bupati' },
      ],
    }),
};

async function reviewed(one: ContextCase): Promise<Problem[]> {
  return [...reviewEvidence(await makeContext(one), usualSettings).problems];
}
