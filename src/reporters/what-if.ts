import type { Fraction } from 'fraction.js';
import type { Assessment } from '../assessment/merge.ts';
import { exact, type Score } from '../assessment/score.ts';
import type { WhatIfDocument } from '../contract/what-if.ts';
import type { WhatIf } from '../plan/what-if.ts';
import { formatSigned } from './format-signed.ts';
import { nameIndicators } from './name-indicators.ts';
import { exactText, formatExact, formatNumber, roundedNumber } from './number.ts';
import { unreviewedSummary } from './problems.ts';
import type { Block, Report } from './report.ts';
import { groupIndex } from './side-by-side.ts';
import { cautionOf, describeSubject, fileNotes, openDocument } from './subject.ts';

/** The score before and after levels that are only supposed. */
export function reportWhatIf(assessment: Assessment, result: WhatIf): Report {
  const { from, to } = result;
  const { decimals } = assessment.instrument.rounding;
  return {
    document: toDocument(assessment, result),
    blocks: [
      {
        kind: 'title',
        text: `${describeSubject(assessment)} – andaikan ${result.changes.length} indikator berubah`,
        subtitle: `${assessment.instrument.name} · perhitungan saja; berkas tidak diubah`,
      },
      ...cautionOf(assessment.instrument),
      ...fileNotes(assessment),
      {
        kind: 'headline',
        label: `${formatNumber(from.index, decimals)} → ${formatNumber(to.index, decimals)}`,
        value: formatSigned(to.index.sub(from.index), 4),
        verdict: to.band.name,
      },
      ...remarks(from, to),
      ...changeTable(assessment, result),
      ...groupTable(result),
      ...unreviewedSummary(assessment),
    ],
    records: toRecords(assessment, result),
  };
}

function remarks(from: Score, to: Score): Block[] {
  const predicate =
    from.band.name === to.band.name
      ? `Predikat tetap ${to.band.name}.`
      : `Predikat berubah dari ${from.band.name} menjadi ${to.band.name}.`;
  const blocks: Block[] = [
    {
      kind: 'paragraph',
      text: `${predicate} Nilai eksak ${formatExact(from.index)} → ${formatExact(to.index)}.`,
    },
  ];
  if (to.nearEdge) {
    const { edge, below, above } = to.nearEdge;
    const text = `Dekat batas predikat ${below}/${above} ${formatNumber(edge, 2)}: cara membulatkan menentukan predikatnya.`;
    blocks.push({ kind: 'paragraph', text, tone: 'caution' });
  }
  return blocks;
}

function changeTable({ instrument }: Assessment, { changes }: WhatIf): Block[] {
  if (changes.length === 0) {
    return [{ kind: 'paragraph', text: 'Semua tingkat itu sudah tingkat sekarang; tidak ada yang berubah.' }];
  }
  const named = nameIndicators(instrument);
  const level = (value: number | null) =>
    value === null ? 'kosong' : formatNumber(exact(value), instrument.scale.decimals);
  return [
    { kind: 'section', text: 'Yang diandaikan' },
    {
      kind: 'table',
      columns: [
        { header: 'No', align: 'right' },
        { header: 'Indikator', flexible: true },
        { header: 'Tingkat', align: 'center' },
        { header: 'Indeks', align: 'right' },
      ],
      rows: changes.map(({ indicator, from, to, gain }) => [
        { text: indicator },
        { text: named(indicator).shortName },
        { text: `${level(from)} → ${level(to)}`, tone: 'strong' },
        { text: formatSigned(gain, 4) },
      ]),
    },
  ];
}

function groupTable(result: WhatIf): Block[] {
  return [
    { kind: 'section', text: 'Domain dan aspek' },
    {
      kind: 'table',
      columns: [
        { header: 'Domain / aspek', flexible: true },
        { header: 'Sebelum', align: 'right' },
        { header: 'Sesudah', align: 'right' },
      ],
      rows: pairGroups(result).map(({ group, before, after }) => [
        {
          text: group.kind === 'domain' ? group.name : `– ${group.name}`,
          tone: group.kind === 'domain' ? 'strong' : 'plain',
        },
        { text: formatNumber(before, 2) },
        { text: formatNumber(after, 2), tone: toneOf(before, after) },
      ]),
    },
  ];
}

function toneOf(before: Fraction, after: Fraction): 'good' | 'bad' | 'plain' {
  const order = after.compare(before);
  return order > 0 ? 'good' : order < 0 ? 'bad' : 'plain';
}

function pairGroups({ from, to }: WhatIf) {
  return from.groups.map(({ group, index }) => ({
    group,
    before: index,
    after: groupIndex(to, group.id),
  }));
}

function toDocument(assessment: Assessment, result: WhatIf): WhatIfDocument {
  const { decimals } = assessment.instrument.rounding;
  const named = nameIndicators(assessment.instrument);
  const about = ({ index, band }: Score) => ({
    index: roundedNumber(index, decimals),
    indexExact: exactText(index),
    predicate: band.name,
  });
  return {
    ...openDocument(assessment),
    from: about(result.from),
    to: about(result.to),
    changes: result.changes.map(({ indicator, from, to, gain }) => ({
      indicator,
      name: named(indicator).name,
      from,
      to,
      gainExact: exactText(gain),
    })),
    groups: pairGroups(result).map(({ group, before, after }) => ({
      id: group.id,
      kind: group.kind,
      name: group.name,
      from: roundedNumber(before, decimals),
      to: roundedNumber(after, decimals),
    })),
    unanswered: [...result.to.unanswered],
    problems: assessment.problems.map((one) => ({ ...one, at: { ...one.at } })),
  };
}

function toRecords({ instrument }: Assessment, { from, to, changes }: WhatIf) {
  const named = nameIndicators(instrument);
  const { decimals } = instrument.rounding;
  return {
    columns: ['indikator', 'nama', 'dari', 'ke', 'tambahan'],
    rows: [
      [
        'indeks',
        instrument.indexName,
        roundedNumber(from.index, decimals),
        roundedNumber(to.index, decimals),
        to.index.sub(from.index).valueOf(),
      ],
      ...changes.map((one) => [
        one.indicator,
        named(one.indicator).name,
        one.from,
        one.to,
        one.gain.valueOf(),
      ]),
    ],
  };
}
