import { testRule } from './test-rule.ts';

testRule(
  'evidence-date-future',
  'F6',
  [
    ['tomorrow', { date: '2025-11-22' }],
    ['next year', { date: '2026-01-02' }],
    ['many years ahead, in words', { date: '1 Maret 2095' }],
  ],
  [
    ['today', { date: '2025-11-21' }],
    ['no date', { date: '' }],
    ['a date that is not understood', { date: '31 Februari 2030' }],
  ],
);

const later = { year: 2025, date: '2026-06-30' } as const;

testRule(
  'evidence-date-after-year',
  'F6',
  [
    ['the first day after it', { date: '2026-01-01' }, later],
    ['half a year after it', { date: '2026-06-30' }, later],
    ['two years after it', { date: '2026-06-01' }, { ...later, year: 2024 }],
  ],
  [
    ['its last day', { date: '2025-12-31' }, later],
    ['a day still to come, which is said to be that', { date: '2026-07-01' }, later],
    ['no date', { date: '' }, later],
    ['the year before', { date: '2024-08-17' }, later],
  ],
);

const review = { indicator: '19', level: '4', kind: 'Laporan reviu' } as const;
const audit = { indicator: '29', level: '3', kind: 'Laporan audit' } as const;

testRule(
  'evidence-outdated',
  'F6',
  [
    ['a review of exactly 2 years', { ...review, date: '2023-11-21' }],
    ['an audit of 3 years', { ...audit, date: '2022-05-01' }],
    ['a review counted back from the end of a year that is over', { ...review, date: '2023-12-31' }, later],
    ['an audit for level 2', { ...audit, level: '2', date: '2021-01-01' }],
  ],
  [
    ['a review of a day less', { ...review, date: '2023-11-22' }],
    [
      'a review of a year that is over, not yet 2 years old at its end',
      { ...review, date: '2024-01-01' },
      later,
    ],
    ['an old policy', { ...review, kind: 'Kebijakan', date: '2016-01-01' }],
    ['old minutes, which may be the invitation', { ...review, kind: 'Notulen', date: '2016-01-01' }],
    ['an old document of no kind', { ...review, kind: '', date: '2016-01-01' }],
    ['an old review for a level that asks for none', { ...review, level: '2', date: '2016-01-01' }],
    ['no date', { ...review, date: '' }],
  ],
);
