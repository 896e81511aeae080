import { Fraction } from 'fraction.js';
import {
  type EvidenceNeeds,
  type ItemNeed,
  type ItemState,
  openItems,
} from '../assessment/evidence-needs.ts';
import { groupBy } from '../assessment/group-by.ts';
import type { Assessment } from '../assessment/merge.ts';
import { isoOrText } from '../assessment/parse-date.ts';
import type { Review, ReviewedDocument } from '../assessment/review.ts';
import { exact } from '../assessment/score.ts';
import type { EvidenceDocument } from '../contract/evidence.ts';
import { documentStatusWords } from './document-status-words.ts';
import { nameIndicators } from './name-indicators.ts';
import { nameOpd } from './name-opd.ts';
import { exactText, formatNumber, roundedNumber } from './number.ts';
import { problemSummary, waivedProblems } from './problems.ts';
import { isExamined, lossWords } from './proven.ts';
import type { Block, Cell, Report } from './report.ts';
import { cautionOf, describeSubject, openDocument } from './subject.ts';

export interface EvidenceView {
  readonly assessment: Assessment;
  readonly review: Review;
  readonly needs: readonly EvidenceNeeds[];
  /** Files in the evidence folder that no row lists. */
  readonly unlisted: readonly string[];
  /** Only what must still be found or mended. */
  readonly missingOnly: boolean;
}

const stateWords: Readonly<Record<ItemState, string>> = {
  present: 'ada',
  doubtful: 'diragukan',
  missing: 'belum ada',
  lacking: 'belum ada (daftar periksa)',
};

const needWords: Readonly<Record<ItemNeed['need'], string>> = {
  required: 'wajib',
  alternative: 'salah satu',
  optional: 'pelengkap',
};

/** What the claimed levels ask for, what is there, what is missing and what is doubtful; or the shopping list alone. */
export function reportEvidence(view: EvidenceView): Report {
  const { assessment, review, missingOnly } = view;
  return {
    document: toDocument(view),
    blocks: [
      {
        kind: 'title',
        text: missingOnly ? 'Bukti yang masih dicari' : 'Bukti dukung',
        subtitle: [describeSubject(assessment), assessment.instrument.name].join(' · '),
      },
      ...cautionOf(assessment.instrument),
      ...(missingOnly ? shoppingLists(view) : overview(view)),
      ...(isExamined(review)
        ? []
        : [
            {
              kind: 'paragraph' as const,
              text: 'Berkas belum diperiksa, hanya daftarnya: jalankan di folder proyek.',
              tone: 'caution' as const,
            },
          ]),
      ...(missingOnly ? waivedProblems : problemSummary)(assessment.problems),
    ],
    records: toRecords(view),
  };
}

function overview(view: EvidenceView): Block[] {
  const { assessment, needs, unlisted } = view;
  const named = nameIndicators(assessment.instrument);
  const { decimals } = assessment.instrument.scale;
  return [
    {
      kind: 'table',
      columns: [
        { header: 'No', align: 'right' },
        { header: 'Indikator', flexible: true },
        { header: 'Klaim', align: 'center' },
        { header: 'Terbukti', align: 'center' },
        { header: 'Dokumen', align: 'right' },
        { header: 'Diragukan', align: 'right' },
        { header: 'Butir kurang', align: 'right' },
        { header: 'Poin', align: 'right' },
      ],
      rows: needs.map((one): Cell[] => {
        const doubtful = one.documents.filter(({ refusedFor }) => refusedFor !== null).length;
        const isProven = one.proven === one.claimed;
        return [
          { text: one.indicator },
          { text: named(one.indicator).shortName },
          { text: formatNumber(exact(one.claimed), decimals) },
          { text: formatNumber(exact(one.proven), decimals), tone: isProven ? 'good' : 'bad' },
          { text: String(one.documents.length) },
          { text: doubtful > 0 ? String(doubtful) : '' },
          { text: isProven ? '' : String(openItems(one).length) },
          { text: isProven ? '' : `−${formatNumber(one.stake, 4)}` },
        ];
      }),
    },
    ...(unlisted.length > 0
      ? [
          {
            kind: 'paragraph' as const,
            text: `${unlisted.length} berkas ada di folder bukti tetapi tidak terdaftar, misalnya ${unlisted[0]}.`,
            tone: 'caution' as const,
          },
        ]
      : []),
    {
      kind: 'paragraph',
      text: 'Poin = yang hilang dari indeks selama tingkat yang diklaim belum terbukti. Daftar yang harus dicari per OPD: spbe evidence --missing.',
      tone: 'soft',
    },
  ];
}

/** Per OPD, by the index points at stake. */
function shoppingLists({ assessment, needs }: EvidenceView): Block[] {
  const open = needs.filter(({ stake }) => stake.compare(0) > 0);
  if (open.length === 0) {
    return [
      { kind: 'paragraph', text: 'Tidak ada: semua tingkat yang diklaim sudah terbukti.', tone: 'good' },
    ];
  }
  const lists = [...groupBy(open, ({ opd }) => opd)].map(([opd, own]) => ({
    name: opd === null ? 'Tanpa OPD' : nameOpd(assessment.opd, opd),
    own: own.toSorted((a, b) => b.stake.compare(a.stake)),
    stake: own.reduce((sum, { stake }) => sum.add(stake), new Fraction(0)),
  }));
  return lists
    .toSorted((a, b) => b.stake.compare(a.stake))
    .flatMap(({ name, own, stake }): Block[] => [
      { kind: 'section', text: `${name} – ${formatNumber(stake, 4)} poin indeks` },
      shoppingTable(assessment, own),
    ]);
}

function shoppingTable({ instrument }: Assessment, own: readonly EvidenceNeeds[]): Block {
  const named = nameIndicators(instrument);
  return {
    kind: 'table',
    columns: [
      { header: 'No', align: 'right' },
      { header: 'Indikator', flexible: true },
      { header: 'Poin', align: 'right' },
      { header: 'Tingkat', align: 'center' },
      { header: 'Yang harus ada', flexible: true },
      { header: 'Keadaan', flexible: true },
    ],
    rows: own.flatMap((one) => {
      const items = openItems(one);
      const first = [
        { text: one.indicator },
        { text: named(one.indicator).shortName },
        { text: formatNumber(one.stake, 4) },
      ];
      const blank = [{ text: '' }, { text: '' }, { text: '' }];
      if (items.length === 0) {
        const top = formatNumber(exact(one.claimed), instrument.scale.decimals);
        return [[...first, { text: top }, { text: 'dokumen untuk tingkat itu' }, { text: 'belum ada' }]];
      }
      return items.map((item, index) => [
        ...(index === 0 ? first : blank),
        { text: String(item.level) },
        { text: item.need === 'alternative' ? `${item.item.text} (salah satu)` : item.item.text },
        { text: describeState(item) },
      ]);
    }),
  };
}

/** `diragukan: masih draf`. */
function describeState({ state, documents }: ItemNeed): string {
  if (state !== 'doubtful') return stateWords[state];
  const reasons = [...new Set(documents.flatMap(({ refusedFor }) => refusedFor ?? []))];
  const words = reasons.map((reason) => lossWords[reason]);
  return `diragukan: ${words.length > 0 ? words.join('; ') : 'jenis belum diisi'}`;
}

function toDocument({ assessment, review, needs, unlisted, missingOnly }: EvidenceView): EvidenceDocument {
  const named = nameIndicators(assessment.instrument);
  return {
    ...openDocument(assessment),
    isExamined: isExamined(review),
    indicators: needs.map((one) => {
      const open = new Set(openItems(one));
      return {
        id: one.indicator,
        name: named(one.indicator).name,
        opd: one.opd,
        claimed: one.claimed,
        proven: one.proven,
        stake: roundedNumber(one.stake, 4),
        stakeExact: exactText(one.stake),
        items: one.items
          .filter((item) => !missingOnly || open.has(item))
          .map((item) => ({
            id: item.item.id,
            level: item.level,
            text: item.item.text,
            need: item.need,
            state: item.state,
            isOpen: open.has(item),
            documents: item.documents.map((document) => one.documents.indexOf(document)),
          })),
        documents: one.documents.map(describeDocument),
      };
    }),
    unlisted: [...unlisted],
    problems: assessment.problems.map((problem) => ({ ...problem, at: { ...problem.at } })),
  };
}

function describeDocument(
  document: ReviewedDocument,
): EvidenceDocument['indicators'][number]['documents'][number] {
  const { evidence, located, status, refusedFor, problems } = document;
  const facts = located.kind === 'file' ? located.facts : null;
  return {
    at: { ...evidence.at },
    opd: evidence.opd,
    level: evidence.level,
    title: evidence.title,
    number: evidence.number,
    date: isoOrText(evidence),
    location: evidence.location,
    path: facts?.path ?? null,
    sha256: facts?.sha256 || null,
    status,
    refusedFor,
    codes: problems.map(({ code }) => code),
  };
}

function toRecords({ needs, missingOnly }: EvidenceView) {
  return {
    columns: [
      'indikator',
      'opd',
      'klaim',
      'terbukti',
      'poin',
      'tingkat',
      'butir',
      'sifat',
      'keadaan',
      'dokumen',
      'status_dokumen',
    ],
    rows: needs.flatMap((one) => {
      const items = missingOnly ? openItems(one) : one.items;
      const isWanted = !missingOnly || one.stake.compare(0) > 0;
      return (isWanted ? items : []).map((item) => [
        one.indicator,
        one.opd,
        one.claimed,
        one.proven,
        roundedNumber(one.stake, 4),
        item.level,
        item.item.text,
        needWords[item.need],
        describeState(item),
        item.documents.map(({ evidence }) => evidence.location || evidence.title).join(' | '),
        item.documents.map(({ status }) => documentStatusWords[status]).join(' | '),
      ]);
    }),
  };
}
