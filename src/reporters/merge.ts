import type { Assessment } from '../assessment/merge.ts';
import type { MergeRule } from '../assessment/merge-policy.ts';
import { exact, type Score } from '../assessment/score.ts';
import { isStated, type Settlement, statedLevels } from '../assessment/settle.ts';
import type { MergeDocument } from '../contract/merge.ts';
import { formatPlace } from '../problem.ts';
import { conflictRangeOf, settlementBlocks } from './conflict-range.ts';
import { nameIndicators } from './name-indicators.ts';
import { nameOpd } from './name-opd.ts';
import { exactText, formatExact, formatNumber, roundedNumber } from './number.ts';
import { unreviewedSummary } from './problems.ts';
import type { Block, Report } from './report.ts';
import { settledOf } from './settled.ts';
import { cautionOf, describeSubject, fileNotes, openDocument } from './subject.ts';

const ruleWords: Record<MergeRule, string> = {
  lead: 'jawaban OPD pengampu; tanpa pengampu yang terendah',
  lowest: 'jawaban terendah',
  median: 'median bawah',
  weighted: 'rata-rata berbobot, dibulatkan ke bawah',
};

/** What was put together, where the OPD disagree, and where it was written. */
export function reportMerge(assessment: Assessment, score: Score, output: string): Report {
  const { instrument } = assessment;
  return {
    document: toDocument(assessment, score, output),
    blocks: [
      { kind: 'title', text: `${describeSubject(assessment)} – rekapitulasi`, subtitle: instrument.name },
      ...cautionOf(instrument),
      ...fileNotes(assessment),
      {
        kind: 'headline',
        label: instrument.indexName,
        value: formatNumber(score.index, instrument.rounding.decimals),
        verdict: score.band.name,
      },
      { kind: 'paragraph', text: describeSources(assessment) },
      ...settlementBlocks(assessment),
      ...disputes(assessment),
      ...unreviewedSummary(assessment),
      { kind: 'paragraph', text: `Ditulis: ${output}`, tone: 'good' },
    ],
    records: {
      columns: ['indikator', 'tingkat', 'dasar', 'opd', 'pengampu', 'terbuka', 'jawaban'],
      rows: instrument.indicators.map(({ id }) => {
        const one = assessment.settlements.get(id);
        return [
          id,
          one?.level ?? null,
          one?.basis ?? null,
          one?.carrier?.opd ?? null,
          one?.lead ?? null,
          one?.isOpen ? 'ya' : 'tidak',
          (one?.candidates ?? [])
            .filter(isStated)
            .map(({ opd, level, at }) => `${opd ?? 'tanpa OPD'}: ${level} (${formatPlace(at)})`)
            .join('; '),
        ];
      }),
    },
  };
}

function describeSources({ files, answers, instrument, policy }: Assessment): string {
  const several = `Bila jawaban berbeda: ${ruleWords[policy.rule]}.`;
  const weights = [...policy.weights].map(([code, weight]) => `${code} ${formatExact(weight)}`);
  const shown =
    policy.rule === 'weighted' && weights.length > 0 ? ` Bobot: ${weights.join(', ')}; lainnya 1.` : '';
  return `${answers.size} dari ${instrument.indicators.length} indikator dari ${files.length} berkas. ${several}${shown}`;
}

/** Every answer of the indicators that are answered differently. */
function disputes({ instrument, settlements, opd }: Assessment): Block[] {
  const named = nameIndicators(instrument);
  const show = (level: number) => formatNumber(exact(level), instrument.scale.decimals);
  const rows = instrument.indicators.flatMap(({ id }) => {
    const one = settlements.get(id);
    if (one === undefined || !isDisputed(one)) return [];
    return one.candidates.filter(isStated).map((answer, index) => [
      { text: index === 0 ? id : '' },
      { text: index === 0 ? named(id).shortName : '' },
      index === 0
        ? {
            text: `${show(one.level ?? instrument.scale.floor)}${one.isOpen ? ' ?' : ''}`,
            tone: one.isOpen ? ('bad' as const) : ('strong' as const),
          }
        : { text: '' },
      { text: answer.opd === null ? 'tanpa OPD' : nameOpd(opd, answer.opd) },
      { text: show(answer.level) },
      { text: formatPlace(answer.at) },
    ]);
  });
  if (rows.length === 0) return [];
  return [
    { kind: 'section', text: 'Jawaban yang berbeda' },
    {
      kind: 'table',
      columns: [
        { header: 'No', align: 'right' },
        { header: 'Indikator', flexible: true },
        { header: 'Dipakai', align: 'center' },
        { header: 'OPD', flexible: true },
        { header: 'Jawaban', align: 'center' },
        { header: 'Tempat' },
      ],
      rows,
    },
    { kind: 'paragraph', text: 'Tanda ? berarti belum diputuskan.', tone: 'soft' },
  ];
}

function isDisputed({ candidates, decision, level }: Settlement): boolean {
  const levels = statedLevels(candidates);
  return levels.length > 1 || (decision !== null && levels.some((one) => one !== level));
}

function toDocument(assessment: Assessment, score: Score, output: string): MergeDocument {
  const { instrument, settlements, answers, policy, files, problems } = assessment;
  return {
    ...openDocument(assessment),
    output,
    files: [...files],
    index: roundedNumber(score.index, instrument.rounding.decimals),
    indexExact: exactText(score.index),
    predicate: score.band.name,
    conflictRange: conflictRangeOf(instrument, settlements),
    rule: policy.rule,
    weights: Object.fromEntries([...policy.weights].map(([code, weight]) => [code, exactText(weight)])),
    indicators: instrument.indicators.map(({ id, name }) => {
      const answer = answers.get(id);
      return {
        id,
        name,
        level: answer?.level ?? null,
        opd: answer?.opd ?? null,
        at: answer ? { ...answer.at } : null,
        settled: settledOf(settlements.get(id)),
      };
    }),
    problems: problems.map((one) => ({ ...one, at: { ...one.at } })),
  };
}
