import type { Evaluation } from '../assessment/evaluate.ts';
import type { Assessment } from '../assessment/merge.ts';
import { exact, type Score } from '../assessment/score.ts';
import { stageWords } from '../assessment/stage.ts';
import { formatIds } from '../instrument/id-list.ts';
import type { Instrument } from '../instrument/instrument.ts';
import { settlementBlocks } from './conflict-range.ts';
import { exactIndexBlocks } from './exact-index.ts';
import { nameIndicators } from './name-indicators.ts';
import { nameOpd } from './name-opd.ts';
import { formatNumber, roundedNumber } from './number.ts';
import { problemSummary } from './problems.ts';
import { provenBlocks, provenLevelsById } from './proven.ts';
import type { Block, Report } from './report.ts';
import { type Basis, toScoreDocument } from './score-document.ts';
import { cautionOf, describeSubject, fileNotes } from './subject.ts';

const mostCostly = 10;

const ownWord = { stage: 'self', carried: [] } as const;

/** The region's index, what makes it up, and what costs most. */
export function reportScore(
  assessment: Assessment,
  evaluation: Evaluation,
  basis: Basis = { ...ownWord, score: evaluation.claimed },
): Report {
  const { score } = basis;
  return {
    document: toScoreDocument(assessment, evaluation, basis),
    blocks: [
      {
        kind: 'title',
        text: describeSubject(assessment),
        subtitle: `${assessment.instrument.name} · ${describeBasis(basis)}`,
      },
      ...cautionOf(assessment.instrument),
      ...fileNotes(assessment),
      {
        kind: 'headline',
        label: assessment.instrument.indexName,
        value: formatNumber(score.index, assessment.instrument.rounding.decimals),
        verdict: score.band.name,
      },
      ...remarks(assessment, score),
      ...carriedRemark(assessment, basis),
      ...provenBlocks(assessment, evaluation),
      ...settlementBlocks(assessment),
      ...groupTable(assessment.instrument, score),
      ...costTable(assessment, score, 'Indikator yang paling menahan indeks'),
      ...problemSummary(assessment.problems),
    ],
    records: toRecords(assessment, evaluation),
  };
}

function describeBasis({ stage }: Basis): string {
  if (stage === 'self') return 'menurut isian sendiri, belum menurut penilaian asesor';
  if (stage === 'assessor') return 'menurut asesor internal';
  return `menurut hasil luar, tahap ${stageWords[stage]}`;
}

function carriedRemark({ instrument }: Assessment, { stage, carried }: Basis): Block[] {
  if (carried.length === 0) return [];
  const ids = formatIds(carried, instrument.indicators);
  return [
    {
      kind: 'paragraph',
      text: `Tahap ${stageWords[stage]} tidak memuat ${carried.length} indikator; tingkat tahap sebelumnya yang dipakai: ${ids}.`,
      tone: 'caution',
    },
  ];
}

function remarks({ instrument }: Assessment, score: Score): Block[] {
  const blocks = exactIndexBlocks(score);
  if (score.unanswered.length > 0) {
    const { decimals } = instrument.rounding;
    const { low, high } = score.range;
    blocks.push({
      kind: 'paragraph',
      text: `${score.unanswered.length} indikator belum bertingkat dan dihitung tingkat ${instrument.scale.floor}: ${formatIds(score.unanswered, instrument.indicators)}. Rentang indeks ${formatNumber(low, decimals)}–${formatNumber(high, decimals)}.`,
      tone: 'caution',
    });
  }
  return blocks;
}

function groupTable(instrument: Instrument, { groups }: Score): Block[] {
  const { min, max } = instrument.scale;
  const { decimals } = instrument.rounding;
  const ordered = groups
    .filter(({ group }) => group.parent === null)
    .flatMap((top) => [top, ...groups.filter(({ group }) => group.parent === top.group.id)]);
  return [
    { kind: 'section', text: 'Domain dan aspek' },
    {
      kind: 'table',
      columns: [
        { header: 'Domain / aspek', flexible: true },
        { header: 'Bobot', align: 'right' },
        { header: 'Nilai', align: 'right' },
        { header: '' },
      ],
      rows: ordered.map(({ group, index }) => {
        const tone = group.parent === null ? 'strong' : 'plain';
        return [
          { text: `${group.parent === null ? '' : '  '}${group.name}`, tone },
          { text: formatNumber(group.weight, 2), tone },
          { text: formatNumber(index, decimals), tone },
          {
            text: '',
            bar: index
              .sub(min)
              .div(max - min)
              .valueOf(),
          },
        ];
      }),
    },
  ];
}

/** The indicators that take most from the index, dearest first; nothing if none takes anything. */
export function costTable(assessment: Assessment, { indicators }: Score, heading: string): Block[] {
  const { instrument } = assessment;
  const costly = indicators
    .filter(({ lost }) => lost.compare(0) > 0)
    .toSorted((a, b) => b.lost.compare(a.lost))
    .slice(0, mostCostly);
  if (costly.length === 0) return [];
  const named = nameIndicators(instrument);
  return [
    { kind: 'section', text: heading },
    {
      kind: 'table',
      columns: [
        { header: 'No', align: 'right' },
        { header: 'Indikator', flexible: true },
        { header: 'Tingkat', align: 'center' },
        { header: 'Poin hilang', align: 'right' },
        { header: 'OPD', flexible: true, optional: true },
      ],
      rows: costly.map(({ id, level, lost }) => [
        { text: id },
        { text: named(id).shortName },
        level === null
          ? { text: 'kosong', tone: 'caution' }
          : { text: formatNumber(exact(level), instrument.scale.decimals) },
        { text: formatNumber(lost, 4) },
        { text: opdName(assessment, id) ?? '' },
      ]),
    },
    {
      kind: 'paragraph',
      text: `Poin hilang = bobot × (tingkat ${instrument.scale.max} − tingkat sekarang) ÷ 100.`,
      tone: 'soft',
    },
  ];
}

function toRecords(assessment: Assessment, evaluation: Evaluation) {
  const { indicators } = evaluation.claimed;
  const provenOf = provenLevelsById(evaluation);
  const named = nameIndicators(assessment.instrument);
  const weights = new Map(assessment.instrument.indicators.map(({ id, weight }) => [id, weight.valueOf()]));
  return {
    columns: [
      'indikator',
      'tingkat',
      'nama',
      'bobot',
      'poin_hilang',
      'opd',
      'berkas',
      'lembar',
      'sel',
      'catatan',
      'terbukti',
      'asesor',
      'dasar',
    ],
    rows: indicators.map(({ id, level, lost }) => {
      const answer = assessment.answers.get(id);
      const { at } = answer ?? {};
      return [
        id,
        level,
        named(id).name,
        weights.get(id) ?? null,
        roundedNumber(lost, 4),
        answer?.opd ?? null,
        at?.file ?? null,
        at?.sheet ?? null,
        at?.address ?? null,
        answer?.note ?? null,
        provenOf.get(id) ?? null,
        evaluation.assessedLevels.get(id) ?? null,
        assessment.settlements.get(id)?.basis ?? null,
      ];
    }),
  };
}

/** Name of the OPD whose answer counts, null where none is known. */
function opdName({ answers, opd }: Assessment, indicator: string): string | null {
  const code = answers.get(indicator)?.opd;
  return code ? nameOpd(opd, code) : null;
}
