import type { Assessment } from '../assessment/merge.ts';
import { exact } from '../assessment/score.ts';
import type { SensitivityDocument } from '../contract/sensitivity.ts';
import { formatIds } from '../instrument/id-list.ts';
import type { Edge, Sensitivity, Worth } from '../plan/sensitivity.ts';
import { exactIndexBlocks } from './exact-index.ts';
import { formatSigned } from './format-signed.ts';
import { nameIndicators } from './name-indicators.ts';
import { exactText, formatExact, formatNumber, roundedChange, roundedNumber } from './number.ts';
import { unreviewedSummary } from './problems.ts';
import type { Block, Report } from './report.ts';
import { cautionOf, describeSubject, fileNotes, openDocument } from './subject.ts';

/** What a step on each indicator is worth, and how near the predicate is to change. */
export function reportSensitivity(assessment: Assessment, result: Sensitivity): Report {
  const { instrument } = assessment;
  const { from } = result;
  return {
    document: toDocument(assessment, result),
    blocks: [
      {
        kind: 'title',
        text: `${describeSubject(assessment)} – nilai setiap langkah`,
        subtitle: `${instrument.name} · menurut isian sendiri, belum menurut penilaian asesor`,
      },
      ...cautionOf(instrument),
      ...fileNotes(assessment),
      {
        kind: 'headline',
        label: instrument.indexName,
        value: formatNumber(from.index, instrument.rounding.decimals),
        verdict: from.band.name,
      },
      ...edgeBlocks(assessment, result),
      ...worthTable(assessment, result),
      ...unreviewedSummary(assessment),
    ],
    records: toRecords(assessment, result),
  };
}

function edgeBlocks({ instrument }: Assessment, { from, up, down, indicators }: Sensitivity): Block[] {
  const ids = (pick: (one: Worth) => boolean) =>
    formatIds(
      instrument.indicators.flatMap(({ id }) =>
        indicators.some((one) => one.indicator === id && pick(one)) ? [id] : [],
      ),
      instrument.indicators,
    );
  const [lifts, drops] = [ids((one) => one.lifts), ids((one) => one.drops)];
  const blocks = exactIndexBlocks(from);
  if (up) {
    const pivots =
      lifts === ''
        ? 'Tidak ada satu langkah pun yang cukup sendirian.'
        : `Satu langkah sudah cukup pada indikator ${lifts}.`;
    blocks.push({
      kind: 'paragraph',
      text: `Ke ${up.band.name} (${formatNumber(up.edge, 2)}) kurang ${distanceText(up)}. ${pivots}`,
    });
  }
  if (down) {
    const pivots =
      drops === ''
        ? 'Tidak ada satu indikator pun yang menjatuhkannya bila turun satu tingkat.'
        : `Jatuh bila satu saja turun satu tingkat: indikator ${drops}.`;
    const edge = `batas ${from.band.name} (${formatNumber(down.edge, 2)})`;
    // Below it where the predicate follows the rounded index.
    const place =
      down.distance.compare(0) < 0
        ? `Hanya pembulatan yang membawanya ke ${edge}: eksaknya kurang ${distanceText(down)}.`
        : `Di atas ${edge} ${distanceText(down)}.`;
    blocks.push({
      kind: 'paragraph',
      text: `${place} ${pivots}`,
      tone: drops === '' ? 'plain' : 'caution',
    });
  }
  return blocks;
}

function distanceText({ distance }: Edge): string {
  const text = formatExact(distance.abs());
  return text.includes('/') ? formatNumber(distance.abs(), 4) : text;
}

function worthTable({ instrument }: Assessment, { indicators }: Sensitivity): Block[] {
  const named = nameIndicators(instrument);
  return [
    { kind: 'section', text: 'Nilai satu langkah' },
    {
      kind: 'table',
      columns: [
        { header: 'No', align: 'right' },
        { header: 'Indikator', flexible: true },
        { header: 'Tingkat', align: 'center' },
        { header: 'Naik', align: 'right' },
        { header: 'Turun', align: 'right' },
        { header: 'Penentu predikat', optional: true },
      ],
      rows: indicators.map((one) => [
        { text: one.indicator },
        { text: named(one.indicator).shortName },
        { text: one.level === null ? 'kosong' : formatNumber(exact(one.level), instrument.scale.decimals) },
        { text: one.gain.equals(0) ? '–' : formatSigned(one.gain, 4) },
        { text: one.loss.equals(0) ? '–' : formatSigned(one.loss.neg(), 4) },
        {
          text: [...(one.lifts ? ['naik'] : []), ...(one.drops ? ['turun'] : [])].join(', '),
          tone: 'strong',
        },
      ]),
    },
  ];
}

function toDocument(
  assessment: Assessment,
  { from, up, down, indicators }: Sensitivity,
): SensitivityDocument {
  const named = nameIndicators(assessment.instrument);
  const edge = (one: Edge | null) =>
    one && {
      predicate: one.band.name,
      edgeExact: exactText(one.edge),
      distanceExact: exactText(one.distance),
    };
  return {
    ...openDocument(assessment),
    from: {
      index: roundedNumber(from.index, assessment.instrument.rounding.decimals),
      indexExact: exactText(from.index),
      predicate: from.band.name,
    },
    nearEdge: from.nearEdge && {
      edgeExact: exactText(from.nearEdge.edge),
      below: from.nearEdge.below,
      above: from.nearEdge.above,
    },
    up: edge(up),
    down: edge(down),
    indicators: indicators.map((one) => ({
      indicator: one.indicator,
      name: named(one.indicator).name,
      level: one.level,
      gainExact: exactText(one.gain),
      lossExact: exactText(one.loss),
      lifts: one.lifts,
      drops: one.drops,
    })),
    unanswered: [...from.unanswered],
    problems: assessment.problems.map((one) => ({ ...one, at: { ...one.at } })),
  };
}

function toRecords({ instrument }: Assessment, { indicators }: Sensitivity) {
  const named = nameIndicators(instrument);
  return {
    columns: ['indikator', 'nama', 'tingkat', 'naik', 'turun', 'menaikkan_predikat', 'menurunkan_predikat'],
    rows: indicators.map((one) => [
      one.indicator,
      named(one.indicator).name,
      one.level,
      roundedNumber(one.gain, 4),
      roundedChange(one.loss.neg(), 4),
      one.lifts ? 'ya' : 'tidak',
      one.drops ? 'ya' : 'tidak',
    ]),
  };
}
