import type { Assessment } from '../assessment/merge.ts';
import { exact } from '../assessment/score.ts';
import type { Gap } from '../plan/gap.ts';
import { nameIndicators } from './name-indicators.ts';
import { nameOpd } from './name-opd.ts';
import { formatNumber } from './number.ts';
import type { Block } from './report.ts';

/** The indicators to be raised. */
export function planTable(assessment: Assessment, gap: Gap): Block[] {
  const named = nameIndicators(assessment.instrument);
  const { decimals } = assessment.instrument.scale;
  const level = (value: number) => formatNumber(exact(value), decimals);
  return [
    { kind: 'section', text: 'Rencana: indikator yang dinaikkan' },
    {
      kind: 'table',
      columns: [
        { header: 'No', align: 'right' },
        { header: 'Indikator', flexible: true },
        { header: 'Tingkat', align: 'center' },
        { header: 'Langkah', align: 'right' },
        { header: 'Tambahan', align: 'right' },
        { header: 'OPD', flexible: true, optional: true },
      ],
      rows: gap.steps.map((step) => [
        { text: step.indicator },
        { text: named(step.indicator).shortName },
        { text: `${level(step.from)} → ${level(step.to)}`, tone: 'strong' },
        { text: String(step.requires.length) },
        { text: `+${formatNumber(step.gain, 4)}` },
        { text: step.opd === null ? '' : nameOpd(assessment.opd, step.opd) },
      ]),
    },
  ];
}

/** What the plan means for every aspect. */
export function aspectTable(gap: Gap): Block[] {
  return [
    { kind: 'section', text: 'Artinya per aspek' },
    {
      kind: 'table',
      columns: [
        { header: 'Aspek', flexible: true },
        { header: 'Sekarang', align: 'right' },
        { header: 'Menjadi', align: 'right' },
        { header: 'Langkah', align: 'right' },
      ],
      rows: gap.byAspect.map(({ group, from, to, steps }) => [
        { text: group.name },
        { text: formatNumber(from, 2) },
        { text: formatNumber(to, 2), tone: steps > 0 ? 'good' : 'plain' },
        { text: steps === 0 ? '–' : String(steps) },
      ]),
    },
  ];
}

/** What the plan asks of every OPD; nothing where none is known. */
export function opdTable(assessment: Assessment, gap: Gap): Block[] {
  if (gap.byOpd.every(({ opd }) => opd === null)) return [];
  return [
    { kind: 'section', text: 'Artinya per OPD' },
    {
      kind: 'table',
      columns: [
        { header: 'OPD', flexible: true },
        { header: 'Langkah', align: 'right' },
        { header: 'Tambahan', align: 'right' },
        { header: 'Indikator', flexible: true },
      ],
      rows: gap.byOpd.map(({ opd, levelSteps, gain, indicators }) => [
        { text: opd === null ? 'Belum ada OPD' : nameOpd(assessment.opd, opd) },
        { text: String(levelSteps) },
        { text: `+${formatNumber(gain, 4)}` },
        { text: indicators.join(', ') },
      ]),
    },
  ];
}
