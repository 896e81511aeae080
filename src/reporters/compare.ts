import type { InstitutionKind } from '../assessment/institution-name.ts';
import type { Assessment } from '../assessment/merge.ts';
import type { PeerGroups } from '../assessment/peer-groups.ts';
import type { PeerStanding } from '../assessment/peers.ts';
import type { HigherElsewhere, RegionResult, SingleStep } from '../assessment/region-result.ts';
import { type Stage, stageWords } from '../assessment/stage.ts';
import type { PublishedResult } from '../instrument/benchmarks.ts';
import type { Instrument } from '../instrument/instrument.ts';
import type { Problem } from '../problem.ts';
import { compareDocumentOf, compareRecords } from './compare-document.ts';
import { problemTable } from './external.ts';
import { formatNumber } from './number.ts';
import { institutionName, peerBlocks, rankText } from './peers.ts';
import { unreviewedSummary } from './problems.ts';
import type { Block, Report } from './report.ts';
import { regionBlocks } from './side-by-side.ts';
import { cautionOf, fileNotes } from './subject.ts';

export interface Comparison {
  readonly instrument: Instrument;
  readonly region: string | null;
  readonly year: number | null;
  readonly notes: readonly string[];
  /** What is ranked; null where several regions stand side by side. */
  readonly own: {
    readonly source: 'files' | 'given' | 'published';
    readonly index: RegionResult['score']['index'];
    readonly predicate: string;
    readonly result: RegionResult | null;
  } | null;
  readonly kind: InstitutionKind | null;
  /** null if it cannot be ranked; `reason` says why. */
  readonly published: {
    readonly year: number;
    /** The own row. */
    readonly row: PublishedResult | null;
    readonly groups: PeerGroups;
    /** Single steps that alone pass the next one of its kind. */
    readonly steps: readonly SingleStep[];
    /** Where there is no own row: the name that may be meant. */
    readonly missing: string | null;
  } | null;
  readonly reason: string | null;
  /** Among the regions of exchange files. */
  readonly exchange: PeerStanding | null;
  /** Two or more, the own one first; else none. */
  readonly regions: readonly RegionResult[];
  readonly higher: readonly HigherElsewhere[];
  /** What the workbooks list; nobody looked at it here. */
  readonly evidence: Assessment['evidence'];
  readonly problems: readonly Problem[];
}

/** Where a region stands among others; or several regions side by side. */
export function reportComparison(comparison: Comparison): Report {
  const { instrument, region, year, own, published, regions, problems, evidence } = comparison;
  const isForeign = ({ code }: Problem) => code.startsWith('exchange-');
  const subject = own ? [region && institutionName(region), year] : [`${regions.length} daerah`];
  const basis = published ? `Hasil terbit KemenPANRB ${published.year} · ` : '';
  return {
    document: compareDocumentOf(comparison),
    blocks: [
      {
        kind: 'title',
        text: ['Perbandingan', ...subject].filter((part) => part !== null).join(' · '),
        subtitle: `${basis}${instrument.name}`,
      },
      ...cautionOf(instrument),
      ...fileNotes(comparison),
      ...opening(comparison),
      ...peerBlocks(comparison),
      ...regionBlocks(comparison),
      ...unreviewedSummary({ evidence, problems: problems.filter((one) => !isForeign(one)) }),
      ...problemTable(problems.filter(isForeign)),
    ],
    records: compareRecords(comparison),
  };
}

function opening({ own, kind, published, reason, instrument }: Comparison): Block[] {
  if (own === null) return [];
  const rank = published && kind ? ` · peringkat ${rankText(published.groups.kind)} ${kind}` : '';
  return [
    {
      kind: 'headline',
      label: 'Indeks',
      value: formatNumber(own.index, instrument.rounding.decimals),
      verdict: `${own.predicate}${rank}`,
    },
    ...(reason === null ? [] : [caution(`Tidak diberi peringkat. ${reason}`)]),
    ...(published ? remarks(own, published, instrument) : []),
  ];
}

function remarks(
  own: NonNullable<Comparison['own']>,
  { row, missing, year }: NonNullable<Comparison['published']>,
  { rounding, scale }: Instrument,
): Block[] {
  const stage = own.result?.stage ?? null;
  const index = formatNumber(own.index, rounding.decimals);
  const printed = row?.index.replace('.', ',');
  const replaced = printed === index ? '' : `; di peringkat ini ${index} menggantikannya`;
  const blank = own.result?.score.unanswered.length ?? 0;
  return [
    ...(blank === 0
      ? []
      : [
          caution(
            `${blank} indikator kosong dan dihitung di tingkat ${scale.floor}: peringkat ini sementara.`,
          ),
        ]),
    ...(missing === null
      ? []
      : [caution(`Daerah ini tidak ada di hasil terbit ${year}, jadi ditambahkan di antaranya. ${missing}`)]),
    ...(row === null || own.source === 'published'
      ? []
      : [soft(`Hasil terbit ${year} daerah ini ${printed} (${row.predicate})${replaced}.`)]),
    ...(stage === null || stage === 'final' ? [] : [caution(stageCaution(stage))]),
  ];
}

function stageCaution(stage: Stage): string {
  return `Indeks ini hasil tahap ${stageWords[stage]}, sedangkan hasil terbit adalah hasil akhir evaluasi Kementerian: keduanya dapat berbeda jauh (lihat spbe optimism).`;
}

function caution(text: string): Block {
  return { kind: 'paragraph', text, tone: 'caution' };
}

function soft(text: string): Block {
  return { kind: 'paragraph', text, tone: 'soft' };
}
