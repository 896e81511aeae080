import type { Answer } from '../assessment/answers.ts';
import type { ConvertedValue } from '../assessment/convert-index.ts';
import type { Decision } from '../assessment/merge-policy.ts';
import { exact } from '../assessment/score.ts';
import type { Settlement } from '../assessment/settle.ts';
import {
  type EvidenceItem,
  evidenceKinds,
  type IndicatorCriteria,
  type LevelCriteria,
} from '../instrument/criteria-schema.ts';
import type { Continuation } from '../instrument/crosswalk.ts';
import type { Indicator, Instrument } from '../instrument/instrument.ts';
import type { Criteria } from '../instrument/load-criteria.ts';
import { formatDay, formatPlace } from '../problem.ts';
import { nameOf, stepOf, toDocument } from './explain-document.ts';
import { describeConverted, describeExternalIndex, externalOf, levelSpan } from './external-index.ts';
import { formatExact, formatNumber } from './number.ts';
import type { Block, Report } from './report.ts';
import { cautionOf } from './subject.ts';

export interface Explained {
  readonly instrument: Instrument;
  readonly criteria: Criteria;
  readonly indicator: Indicator;
  readonly continuations: readonly Continuation[];
  /** Short names of indicators of other instruments, by `instrument indicator`. */
  readonly otherNames: ReadonlyMap<string, string>;
  /** The region's answer; undefined outside a project, null if no workbook holds the indicator. */
  readonly answer: Answer | null | undefined;
  /** How its level came about; null where no workbook and no decision speaks of it. */
  readonly settlement: Settlement | null;
  /** Only this level, if set. */
  readonly level: number | null;
  /** Only what this value of another agency's index makes of the indicator, if set. */
  readonly converted: ConvertedValue | null;
}

/**
 * What an indicator asks: the ladder of its levels with the evidence, and where the region stands; or what a value of
 * another agency's index makes of it.
 */
export function reportIndicator(explained: Explained): Report {
  const { instrument, indicator, criteria, level, converted } = explained;
  const texts = textsOf(explained);
  const levels = texts.levels.filter((one) => level === null || one.level === level);
  const document = toDocument(explained, texts, levels);
  const opening: Block[] = [
    {
      kind: 'title',
      text: `Indikator ${indicator.id} – ${indicator.shortName}`,
      subtitle: describe(instrument, indicator),
    },
    ...cautionOf(instrument),
  ];
  const external = externalOf(instrument, indicator);
  if (external && converted) {
    const { levelFrom, levelTo } = levelSpan(converted);
    return {
      document,
      blocks: [...opening, ...describeConverted(external, converted, instrument)],
      records: {
        columns: ['indikator', 'nilai_indeks', 'tingkat_dari', 'tingkat_sampai'],
        rows: [[indicator.id, converted.value.valueOf(), levelFrom, levelTo]],
      },
    };
  }
  return {
    document,
    blocks: [
      ...opening,
      ...standing(explained),
      ...(level === null ? introduction(instrument, indicator, texts) : []),
      ...(external ? describeExternalIndex(external) : []),
      ...levels.flatMap((one) => describeLevel(instrument, indicator, texts, one, criteria)),
      ...(level === null ? closing(explained, texts) : []),
    ],
    records: {
      columns: ['indikator', 'tingkat', 'butir', 'bukti', 'jenis', 'wajib'],
      rows: levels.flatMap((one) =>
        one.evidence.map((item) => [
          indicator.id,
          one.level,
          item.id,
          item.text,
          evidenceKinds[item.kind],
          item.required ? 'ya' : 'tidak',
        ]),
      ),
    },
  };
}

function textsOf({ criteria, indicator }: Explained): IndicatorCriteria {
  const texts = criteria.byIndicator.get(indicator.id);
  if (texts === undefined) throw new Error(`No criteria for indicator ${indicator.id}`);
  return texts;
}

function describe({ name, groups }: Instrument, { group, weight }: Indicator): string {
  const aspect = groups.find(({ id }) => id === group)?.name;
  const gain = formatExact(weight.div(100));
  return `${name} · ${aspect} · bobot ${formatNumber(weight, 2)}% · satu tingkat bernilai ${gain} poin indeks`;
}

function introduction(instrument: Instrument, indicator: Indicator, texts: IndicatorCriteria): Block[] {
  const names = new Map(instrument.indicators.map(({ id, shortName }) => [id, shortName]));
  const lines: [string, string][] = [
    ['Biasanya dijawab', texts.lead],
    ['Aplikasi umum', texts.applications.join(', ')],
    [
      'Terkait',
      texts.related.map(({ indicator: id, reason }) => `${id} ${names.get(id)} (${reason})`).join('; '),
    ],
  ];
  return [
    ...(indicator.question === null
      ? []
      : [{ kind: 'paragraph' as const, text: indicator.question, tone: 'strong' as const }]),
    { kind: 'paragraph', text: texts.explanation },
    { kind: 'paragraph', text: `Mengapa penting: ${texts.why}` },
    ...lines.flatMap(([label, text]): Block[] =>
      text === ''
        ? []
        : [{ kind: 'paragraph', text: `${label}: ${text}.`.replace(/\.\.$/, '.'), tone: 'soft' }],
    ),
  ];
}

function standing({ answer, settlement, instrument, indicator, level }: Explained): Block[] {
  if (answer === undefined) return [];
  const { max, floor } = instrument.scale;
  const now = answer?.level ?? null;
  const decision = settlement?.decision ?? null;
  // The answer beside a decision may state another level: its place would vouch for what it does not say.
  const source = decision
    ? 'keputusan tertulis'
    : [answer?.opd, answer && formatPlace(answer.at)].filter(Boolean).join(', ');
  const place = source === '' ? '' : ` (${source})`;
  const where =
    now === null ? 'belum bertingkat' : `tingkat ${formatNumber(exact(now), instrument.scale.decimals)}`;
  const next = Math.floor((now ?? floor) + 1);
  const gain = indicator.weight.mul(exact(next).sub(exact(now ?? floor))).div(100);
  const worth =
    next > max
      ? 'Sudah di tingkat tertinggi; pertahankan buktinya.'
      : `Naik ke tingkat ${next} menambah ${formatExact(gain)} poin indeks${level === null ? '; yang diminta ada di bawah' : ''}.`;
  return [
    { kind: 'paragraph', text: `Daerah ini: ${where}${place}. ${worth}`, tone: 'good' },
    ...(settlement && decision ? [describeDecision(settlement, decision, instrument)] : []),
  ];
}

function describeDecision(
  { candidates }: Settlement,
  { reason, by, date, at }: Decision,
  { scale }: Instrument,
): Block {
  const answers = candidates.map(
    ({ opd, level, at: cell }) =>
      `${opd ?? 'tanpa OPD'} ${level === null ? 'kosong' : formatNumber(exact(level), scale.decimals)} (${formatPlace(cell)})`,
  );
  const said = answers.length === 0 ? 'Tidak ada jawaban OPD' : `Jawaban OPD: ${answers.join('; ')}`;
  return {
    kind: 'paragraph',
    text: `Keputusan di ${formatPlace(at)}: ${reason} (${by}, ${formatDay(date)}). ${said}.`,
  };
}

function describeLevel(
  instrument: Instrument,
  indicator: Indicator,
  texts: IndicatorCriteria,
  level: LevelCriteria,
  criteria: Criteria,
): Block[] {
  const name = nameOf(instrument, indicator, level.level);
  const requires = level.requires.map((one) =>
    one.indicator === indicator.id
      ? `tingkat ${one.level}`
      : `indikator ${one.indicator} tingkat ${one.level}`,
  );
  const step = stepOf(criteria, texts, level.level);
  return [
    { kind: 'section', text: `Tingkat ${level.level}${name === null ? '' : ` – ${name}`}` },
    ...(level.criterion === null
      ? []
      : [{ kind: 'paragraph' as const, text: level.criterion, tone: 'strong' as const }]),
    ...(level.fulfilment === null
      ? []
      : [{ kind: 'paragraph' as const, text: `Terpenuhi bila: ${level.fulfilment}` }]),
    ...(requires.length === 0
      ? []
      : [{ kind: 'paragraph' as const, text: `Syarat: ${requires.join(', ')}.`, tone: 'soft' as const }]),
    ...(level.evidence.length === 0
      ? []
      : [{ kind: 'list' as const, items: level.evidence.map(describeEvidence) }]),
    ...(level.note === undefined
      ? []
      : [{ kind: 'paragraph' as const, text: `Catatan: ${level.note}`, tone: 'soft' as const }]),
    ...(step
      ? [
          {
            kind: 'paragraph' as const,
            text: `Perkiraan kami, dari tingkat di bawahnya: ${formatExact(exact(step.months))} bulan, ${formatExact(exact(step.personDays))} orang-hari.`,
            tone: 'soft' as const,
          },
        ]
      : []),
  ];
}

/** The text says what it is and how old it may be; the mark says only what a checklist must know besides. */
function describeEvidence({ text, required, anyOf }: EvidenceItem): string {
  const marks = [required ? '' : 'tidak wajib', anyOf === undefined ? '' : `salah satu dari ${anyOf} cukup`];
  const shown = marks.filter((mark) => mark !== '').join('; ');
  return shown === '' ? text : `${text} [${shown}]`;
}

function closing({ instrument, continuations, otherNames }: Explained, texts: IndicatorCriteria): Block[] {
  const { sources } = instrument;
  const pages = Object.entries(texts.pages).map(
    ([source, page]) => `${sources.find(({ id }) => id === source)?.title}, hlm. ${page}`,
  );
  return [
    ...(texts.refusals.length === 0
      ? []
      : [
          { kind: 'section' as const, text: 'Sering ditolak asesor karena' },
          { kind: 'list' as const, items: texts.refusals },
        ]),
    ...(continuations.length === 0
      ? []
      : [
          { kind: 'section' as const, text: 'Di instrumen lain' },
          { kind: 'list' as const, items: continuations.map((one) => describeContinuation(one, otherNames)) },
        ]),
    {
      kind: 'paragraph',
      text: `Sumber: ${[instrument.name, ...pages].join('; ')}. Kata-kata ini dari kami; naskah resmi yang menentukan.`,
      tone: 'soft',
    },
  ];
}

const certainties = { high: 'pasti', medium: 'cukup pasti', low: 'perkiraan' } as const;

function describeContinuation(
  { instrument, indicator, direction, link }: Continuation,
  otherNames: ReadonlyMap<string, string>,
): string {
  const other =
    indicator === null
      ? 'tidak ada padanan'
      : `indikator ${indicator} ${otherNames.get(`${instrument} ${indicator}`) ?? ''}`.trim();
  const arrow = direction === 'earlier' ? 'dari' : 'ke';
  const useful = link.evidence === null ? '' : ` Bukti yang masih berguna: ${link.evidence}`;
  return `${arrow} ${instrument}: ${other} (${certainties[link.certainty]}) – ${link.reason}${useful}`;
}
