import { describe, expect, test } from 'vitest';
import { reviewEvidence } from '../../../src/assessment/review.ts';
import { usualSettings } from '../../../src/assessment/rule-settings.ts';
import { loadInstrument } from '../../../src/instrument/load.ts';
import { loadCriteria } from '../../../src/instrument/load-criteria.ts';
import { makeContext } from '../make-context.ts';
import { testRule } from './test-rule.ts';

const city = {
  region: 'Kota Mojokerto',
  institutions: ['Pemerintah Kabupaten Mojokerto', 'Pemerintah Provinsi Jawa Timur', 'Kota Batu'],
} as const;
const mountain = {
  region: 'Kabupaten Bolaang Mongondow',
  institutions: ['Kabupaten Bolaang Mongondow Utara', 'Kabupaten Bolaang Mongondow'],
} as const;

testRule(
  'evidence-other-agency',
  'D6',
  [
    [
      'a neighbour in the title',
      { title: 'Peraturan Bupati Sleman Nomor 3 Tahun 2024', facts: { excerpt: '' } },
    ],
    ['in the name of the file', { facts: { path: 'bukti/Perbup_Sleman_3_2024.pdf', excerpt: '' } }],
    ['in the letterhead', { facts: { excerpt: 'PEMERINTAH KABUPATEN SLEMAN DINAS KOMINFO Nomor 1' } }],
    ['in the heading', { facts: { excerpt: 'SALINAN KEPUTUSAN WALI KOTA MOJOKERTO NOMOR 5 TAHUN 2024' } }],
    ['of the same proper name', { title: 'Perbup Mojokerto 3/2024', facts: { excerpt: '' } }, city],
    [
      'of a longer name',
      {
        title: 'Peraturan Bupati Bolaang Mongondow Utara Nomor 1',
        facts: { excerpt: '' },
      },
      mountain,
    ],
  ],
  [
    ['its own', { title: 'Peraturan Bupati Contoh Nomor 3' }],
    [
      'an agreement of two',
      {
        title: 'Perjanjian Kerja Sama',
        facts: { excerpt: 'PEMERINTAH KABUPATEN SLEMAN DAN PEMERINTAH KABUPATEN CONTOH' },
      },
    ],
    ['a visit', { title: 'Laporan studi tiru ke Pemerintah Kabupaten Sleman', facts: { excerpt: '' } }],
    [
      'a neighbour in passing',
      {
        facts: { excerpt: 'Laporan rapat koordinasi yang dihadiri Bupati Sleman dan jajarannya' },
      },
    ],
    ['its province', { title: 'Peraturan Gubernur Jawa Timur Nomor 8', facts: { excerpt: '' } }, city],
    [
      'its own, of the same proper name as a neighbour',
      {
        title: 'Peraturan Wali Kota Mojokerto Nomor 2',
        facts: { excerpt: '' },
      },
      city,
    ],
    ['a national law', { title: 'Peraturan Presiden Nomor 95 Tahun 2018', facts: { excerpt: '' } }],
    ['a name that nobody bears', { title: 'Peraturan Bupati Antah Berantah', facts: { excerpt: '' } }],
  ],
);

testRule(
  'evidence-other-object',
  'D6',
  [
    ['assessors for auditors', { indicator: '29', title: 'SK Tim Asesor Internal SPBE' }],
    [
      'evaluators for the coordination team',
      { indicator: '19', title: 'Keputusan Bupati tentang Tim Evaluator SPBE' },
    ],
    [
      'assessors in the heading, whatever the row says',
      {
        indicator: '31',
        title: 'SK Tim Auditor',
        facts: { excerpt: 'KEPUTUSAN BUPATI CONTOH NOMOR 4 TAHUN 2024 TENTANG TIM ASESOR INTERNAL SPBE' },
      },
    ],
    ['the policy for the plan', { title: 'Pedoman Penyusunan Peta Rencana SPBE' }],
    [
      'an older index',
      { indicator: '10', title: 'Hasil Indeks KAMI 2023' },
      { instrument: 'permenpanrb-8-2026' },
    ],
    [
      'a list for a dashboard',
      { indicator: '19', title: 'Daftar SLA layanan' },
      { instrument: 'permenpanrb-8-2026' },
    ],
    [
      'another team',
      { indicator: '1', facts: { path: 'bukti/SK_Tim_Teknis.pdf' } },
      { instrument: 'permenpanrb-5-2018' },
    ],
  ],
  [
    ['auditors', { indicator: '29', title: 'SK Tim Auditor TIK' }],
    [
      'a review by the assessors',
      { indicator: '19', level: '4', title: 'Laporan reviu oleh Tim Asesor Internal' },
    ],
    ['assessors for another indicator', { indicator: '20', title: 'SK Tim Asesor Internal SPBE' }],
    ['a plan set by a policy', { title: 'Peraturan Bupati tentang Peta Rencana SPBE' }],
    [
      'the index asked for',
      { indicator: '10', title: 'Hasil IKASANDI 2026' },
      { instrument: 'permenpanrb-8-2026' },
    ],
    [
      'both indices',
      { indicator: '10', title: 'Konversi Indeks KAMI ke IKASANDI' },
      { instrument: 'permenpanrb-8-2026' },
    ],
    [
      'a dashboard',
      { indicator: '19', title: 'Dasbor pemantauan, daftar SLA' },
      { instrument: 'permenpanrb-8-2026' },
    ],
    [
      'the words deep in the text',
      {
        indicator: '29',
        facts: { excerpt: `Laporan audit. ${'Pembahasan panjang. '.repeat(30)} tentang tim asesor` },
      },
    ],
  ],
);

describe.each(['permenpanrb-59-2020', 'permenpanrb-8-2026', 'permenpanrb-5-2018'])('%s', (id) => {
  test('each pattern is hit by its own words, and not beside the words that excuse it', async () => {
    const { otherObjects } = await loadCriteria(await loadInstrument(id));
    expect(otherObjects.length).toBeGreaterThan(9);
    const cases = otherObjects.flatMap(({ indicators, names, unless = [] }) =>
      names.map((name) => ({ indicator: indicators[0] ?? '', title: name, excuse: unless[0] ?? '' })),
    );
    const documents = cases.flatMap(({ indicator, title, excuse }) => [
      { indicator, title, facts: { excerpt: '' } },
      { indicator, title: `${title} ${excuse}`, facts: { excerpt: '' } },
    ]);
    const context = await makeContext({ instrument: id, documents });
    const { documents: reviewed } = reviewEvidence(context, usualSettings);
    const isHit = (index: number) =>
      reviewed[index]?.problems.some(({ code }) => code === 'evidence-other-object') ?? false;
    for (const [index, { title, excuse }] of cases.entries()) {
      expect([title, isHit(2 * index), isHit(2 * index + 1)]).toEqual([title, true, excuse === '']);
    }
  });
});
