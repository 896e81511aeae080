import type { ReportDocument } from '../../contract/report.ts';
import type { Block, Cell, Report } from '../report.ts';
import { dayOf, figure, figureOr, levelFigure } from './figures.ts';
import { knownGroupValues } from './group-values.ts';
import {
  basisWords,
  cautionSentences,
  dearest,
  dearestLosses,
  decisionWithGain,
  lossWord,
  methodSentences,
  opdName,
  pastSentence,
  peersSentence,
  planSentence,
  provenSentence,
  shortNameOf,
} from './sentences.ts';

const mostNamed = { koordinator: 10, pimpinan: 5, opd: 10 } as const;

/** The report as plain blocks: for the terminal and Markdown. Leaders get one page; the others everything but the lists. */
export function reportInBlocks(document: ReportDocument): Report {
  const isBrief = document.audience === 'pimpinan';
  return {
    document,
    blocks: [
      ...opening(document),
      ...costly(document),
      ...decisions(document),
      ...(isBrief
        ? []
        : [...groupTable(document), ...lossTable(document), ...opdTable(document), ...steps(document)]),
      ...(isBrief ? [] : method(document)),
    ],
    records: toRecords(document),
  };
}

function opening(document: ReportDocument): Block[] {
  const { score, indexName, instrumentName, region, year, date, decimals, addressee } = document;
  const sentences = [provenSentence, pastSentence, peersSentence, planSentence].flatMap(
    (describe) => describe(document) ?? [],
  );
  const subject = ['Laporan SPBE', addressee?.name, region, year].filter(
    (part) => part !== undefined && part !== null,
  );
  return [
    {
      kind: 'title',
      text: subject.join(' · '),
      subtitle: `${instrumentName} · ${basisWords(document)} · ${dayOf(date)}`,
    },
    {
      kind: 'headline',
      label: indexName,
      value: figure(score.index, decimals),
      verdict: score.predicate,
    },
    ...cautionSentences(document).map((text): Block => ({ kind: 'paragraph', text, tone: 'caution' })),
    ...sentences.map((text): Block => ({ kind: 'paragraph', text })),
  ];
}

function costly(document: ReportDocument): Block[] {
  const rows = dearest(document, mostNamed[document.audience]);
  if (rows.length === 0) return [];
  return [
    { kind: 'section', text: 'Yang paling menahan indeks' },
    {
      kind: 'table',
      columns: [
        { header: 'No', align: 'right' },
        { header: 'Indikator', flexible: true },
        { header: 'Tingkat', align: 'center' },
        { header: 'Poin hilang', align: 'right' },
        { header: 'Naik 1', align: 'right' },
        { header: 'OPD', flexible: true, optional: true },
      ],
      rows: rows.map(({ id, shortName, level, lost, next, opd }): Cell[] => [
        { text: id },
        { text: shortName },
        { text: levelFigure(level, document), ...(level === null ? { tone: 'caution' as const } : {}) },
        { text: figure(lost, 4) },
        { text: figure(next, 4) },
        { text: opd?.name ?? '' },
      ]),
    },
  ];
}

function decisions(document: ReportDocument): Block[] {
  if (document.decisions.length === 0) return [];
  return [
    { kind: 'section', text: document.addressee ? 'Yang diminta' : 'Keputusan yang diperlukan' },
    {
      kind: 'list',
      items: document.decisions.map((one) => decisionWithGain(document, one)),
    },
  ];
}

function groupTable({ groups, decimals }: ReportDocument): Block[] {
  const known = knownGroupValues({ groups });
  return [
    { kind: 'section', text: 'Domain dan aspek' },
    {
      kind: 'table',
      columns: [
        { header: 'Domain / aspek', flexible: true },
        ...known.map(({ header }) => ({ header, align: 'right' as const })),
        { header: 'Poin hilang', align: 'right' },
      ],
      rows: groups.map((group): Cell[] => [
        {
          text: `${group.parent === null ? '' : '  '}${group.name}`,
          tone: group.parent === null ? 'strong' : 'plain',
        },
        ...known.map(({ key }) => ({ text: figureOr(group[key], decimals) })),
        { text: figure(group.lost, 4) },
      ]),
    },
  ];
}

function lossTable(document: ReportDocument): Block[] {
  const losses = document.addressee ? [] : dearestLosses(document);
  if (losses.length === 0) return [];
  return [
    { kind: 'section', text: 'Mengapa belum terbukti' },
    {
      kind: 'table',
      columns: [
        { header: 'Sebab', flexible: true },
        { header: 'Poin', align: 'right' },
        { header: 'Indikator', flexible: true },
      ],
      rows: losses.map(({ reason, points, indicators }): Cell[] => [
        { text: lossWord(reason) },
        { text: figure(points, 4) },
        { text: indicators.join(', ') },
      ]),
    },
  ];
}

function opdTable({ opd, addressee }: ReportDocument): Block[] {
  if (addressee || opd.length === 0) return [];
  return [
    { kind: 'section', text: 'OPD menurut poin yang masih dapat diraih' },
    {
      kind: 'table',
      columns: [
        { header: 'OPD', flexible: true },
        { header: 'Indikator', align: 'right' },
        { header: 'Terisi', align: 'right' },
        { header: 'Berbukti', align: 'right' },
        { header: 'Poin', align: 'right' },
      ],
      rows: opd.map(({ name, assigned, filled, evidenced, pointsToWin }): Cell[] => [
        { text: name },
        { text: String(assigned) },
        { text: String(filled) },
        { text: String(evidenced) },
        { text: figure(pointsToWin, 4) },
      ]),
    },
  ];
}

function steps(document: ReportDocument): Block[] {
  const { plan, scale } = document;
  if (!plan || plan.steps.length === 0) return [];
  return [
    { kind: 'section', text: 'Rencana' },
    {
      kind: 'table',
      columns: [
        { header: 'No', align: 'right' },
        { header: 'Indikator', flexible: true },
        { header: 'Dari', align: 'center' },
        { header: 'Ke', align: 'center' },
        { header: 'Poin', align: 'right' },
        { header: 'OPD', flexible: true, optional: true },
      ],
      rows: plan.steps.map(({ indicator, from, to, gain, opd }): Cell[] => [
        { text: indicator },
        { text: shortNameOf(document, indicator) },
        { text: figure(from, scale.decimals) },
        { text: figure(to, scale.decimals) },
        { text: figure(gain, 4) },
        { text: opd === null ? '' : opdName(document, opd) },
      ]),
    },
  ];
}

function method(document: ReportDocument): Block[] {
  return [
    { kind: 'section', text: 'Cara menghitung dan sumber' },
    { kind: 'list', items: methodSentences(document) },
  ];
}

function toRecords({ indicators }: ReportDocument): Report['records'] {
  return {
    columns: [
      ...['indikator', 'nama', 'bobot', 'tingkat', 'diisi', 'terbukti', 'asesor', 'sebelumnya', 'rencana'],
      ...['poin_hilang', 'poin_naik_satu', 'opd', 'berkas', 'lembar', 'sel', 'belum_terbukti_karena'],
    ],
    rows: indicators.map((one) => [
      ...[
        one.id,
        one.name,
        one.weight,
        one.level,
        one.claimed,
        one.proven,
        one.assessed,
        one.past,
        one.planned,
      ],
      ...[
        one.lost,
        one.next,
        one.opd?.code ?? null,
        one.at?.file ?? null,
        one.at?.sheet ?? null,
        one.at?.address ?? null,
      ],
      one.unproven ? lossWord(one.unproven.reason) : null,
    ]),
  };
}
