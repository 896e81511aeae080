import type { ReportDocument } from '../../contract/report.ts';
import { reportTitle } from '../../reporters/full-report/detail-sentences.ts';
import { figure, levelFigure } from '../../reporters/full-report/figures.ts';
import { headlineSentence } from '../../reporters/full-report/sentences.ts';
import type { Piece, Table } from '../piece.ts';
import { actionPlan } from './action-plan.ts';
import { indicatorDetails } from './indicator-details.ts';
import { method } from './method.ts';
import { origins } from './origins.ts';
import { recommendationTable } from './recommendations.ts';
import { groupTable } from './results.ts';
import { decisionItems, standing } from './summary.ts';

type Addressee = NonNullable<ReportDocument['addressee']>;

/** What concerns one OPD, without a cover: its indicators, what is asked of it, its evidence, its cells. */
export function opdReport(document: ReportDocument, { name }: Addressee): Piece[] {
  const { indicators, decisions } = document;
  const open = indicators.filter(
    ({ nextCriterion, unproven }) => nextCriterion !== null || unproven !== null,
  );
  return [
    { kind: 'text', style: 'reportTitle', text: `${reportTitle(document)}: ${name}` },
    { kind: 'text', style: 'lead', text: headlineSentence(document) },
    ...standing(document),
    ...section('Indikator OPD ini', [{ ...indicatorTable(document), caption: 'Indikator dan tingkatnya' }]),
    ...(decisions.length === 0
      ? []
      : section('Yang diminta', [{ kind: 'list', isOrdered: true, items: decisionItems(document) }])),
    ...(open.length === 0 ? [] : section('Rekomendasi', [recommendationTable(document, open)])),
    ...section('Rencana aksi', actionPlan(document)),
    ...section('Nilai aspek di tingkat daerah', [groupTable(document)]),
    ...section('Lampiran A. Rincian per indikator', indicatorDetails(document)),
    ...section('Lampiran B. Asal angka', origins(document)),
    ...section('Lampiran C. Cara menghitung dan sumber', method(document)),
  ];
}

function section(text: string, pieces: readonly Piece[]): Piece[] {
  return [{ kind: 'heading', level: 1, text }, ...pieces];
}

function indicatorTable(document: ReportDocument): Table {
  return {
    kind: 'table',
    columns: [
      { header: 'No', share: 8, align: 'right' },
      { header: 'Indikator', share: 46 },
      { header: 'Tingkat', share: 12, align: 'center' },
      { header: 'Terbukti', share: 13, align: 'center' },
      { header: 'Rencana', share: 13, align: 'center' },
      { header: 'Poin hilang', share: 15, align: 'right' },
    ],
    rows: document.indicators.map(({ id, shortName, level, proven, planned, lost }) => ({
      cells: [
        id,
        shortName,
        levelFigure(level, document),
        proven === null ? '–' : levelFigure(proven, document),
        planned === null ? '–' : levelFigure(planned, document),
        figure(lost, 4),
      ],
    })),
  };
}
