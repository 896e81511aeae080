import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { findFaults } from '../../src/instrument/check.ts';

interface Band {
  from: string | null;
  to: string;
  levelFrom: string;
  levelTo: string;
}

interface Draft {
  externalIndices: {
    indicator: string;
    conversion: 'linear' | null;
    bands: [Band, Band, Band, Band, Band];
  }[];
}

const url = new URL('../../templates/instruments/permenpanrb-8-2026/instrument.json', import.meta.url);
const shipped = readFileSync(url, 'utf8');

/** `path: reason` of every fault after a change of the first index (SDI of indicator 5). */
function faultsAfter(change: (index: Draft['externalIndices'][number]) => void): string[] {
  const file: Draft = JSON.parse(shipped);
  const [first] = file.externalIndices;
  if (first === undefined) throw new Error('No index');
  change(first);
  return findFaults(file).map(({ path, reason }) => `${path}: ${reason}`);
}

/** How the first index is broken, and every fault that must be found. */
const broken: [string, Parameters<typeof faultsAfter>[0], string[]][] = [
  [
    'an unknown indicator',
    (index) => {
      index.indicator = '21';
    },
    ['externalIndices[0].indicator: indikator "21" tidak dikenal'],
  ],
  [
    'two indices for one indicator',
    (index) => {
      index.indicator = '6';
    },
    ['externalIndices[1].indicator: indikator "6" dipakai dua kali'],
  ],
  [
    'a hole',
    ({ bands }) => {
      bands[1].from = '13';
    },
    ['externalIndices[0].bands[1].from: rentang berlubang: mulai 13, seharusnya 12.5'],
  ],
  [
    'an overlap',
    ({ bands }) => {
      bands[1].from = '12';
    },
    ['externalIndices[0].bands[1].from: rentang tumpang tindih: mulai 12, seharusnya 12.5'],
  ],
  [
    'a band that ends before it begins',
    ({ bands }) => {
      bands[4].to = '75';
    },
    ['externalIndices[0].bands[4].to: rentang berakhir di 75, sebelum mulai di 75'],
  ],
  [
    'an open band in the middle',
    ({ bands }) => {
      bands[2].from = null;
    },
    ['externalIndices[0].bands[2].from: hanya rentang pertama boleh tanpa batas bawah'],
  ],
  [
    'an open band that is to be computed',
    ({ bands }) => {
      bands[0].from = null;
    },
    ['externalIndices[0].bands[0].from: tanpa batas bawah tidak dapat dihitung "linear"'],
  ],
  [
    'levels off the scale',
    ({ bands }) => {
      bands[0].levelFrom = '0';
      bands[4].levelTo = '6';
    },
    [
      'externalIndices[0].bands[0].levelFrom: tingkat 0 di bawah 1',
      'externalIndices[0].bands[4].levelTo: tingkat 6 di atas skala 1–5',
    ],
  ],
  [
    'levels that fall',
    ({ bands }) => {
      bands[1].levelTo = '1.4';
      bands[3].levelFrom = '3.4';
    },
    [
      'externalIndices[0].bands[1].levelTo: tingkat 1.4 di bawah 1.5',
      'externalIndices[0].bands[3].levelFrom: tingkat 3.4 di bawah 3.5',
    ],
  ],
];

describe('the index of another agency', () => {
  it('is sound as shipped, also with an open bottom where nothing is computed', () => {
    expect(faultsAfter(() => {})).toEqual([]);
    const open = faultsAfter((index) => {
      index.conversion = null;
      index.bands[0].from = null;
    });
    expect(open).toEqual([]);
  });

  it.each(broken)('is refused with %s', (_what, change, expected) => {
    expect(faultsAfter(change)).toEqual(expected);
  });
});
