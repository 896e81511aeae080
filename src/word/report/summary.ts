import type { ReportDocument } from '../../contract/report.ts';
import { figure, levelFigure } from '../../reporters/full-report/figures.ts';
import {
  cautionSentences,
  dearest,
  decisionGain,
  decisionSentence,
  headlineSentence,
  pastSentence,
  peersSentence,
  planSentence,
  provenSentence,
} from '../../reporters/full-report/sentences.ts';
import type { Piece, Table } from '../piece.ts';

const mostNamed = 10;

/** Where it stands, what holds it down, and what is to be decided: the page that everybody reads. */
export function summary(document: ReportDocument): Piece[] {
  return [
    { kind: 'text', style: 'lead', text: headlineSentence(document) },
    ...standing(document),
    ...holdingDown(document, mostNamed),
    ...decisions(document),
  ];
}

/** The sentences on the index beside its figure. */
export function standing(document: ReportDocument): Piece[] {
  const sentences = [provenSentence, pastSentence, peersSentence, planSentence].flatMap(
    (describe) => describe(document) ?? [],
  );
  return [
    ...sentences.map((text): Piece => ({ kind: 'text', text })),
    ...cautionSentences(document).map((text): Piece => ({ kind: 'text', style: 'caution', text })),
  ];
}

function holdingDown(document: ReportDocument, count: number): Piece[] {
  if (dearest(document, 1).length === 0) return [];
  const caption = 'Indikator yang mengambil poin indeks terbanyak';
  return [
    { kind: 'heading', level: 2, text: 'Yang paling menahan indeks' },
    { ...dearestTable(document, count), caption },
  ];
}

/** The indicators that take most from the index. */
export function dearestTable(document: ReportDocument, count: number): Table {
  const rows = dearest(document, count);
  const hasOpd = rows.some(({ opd }) => opd !== null);
  return {
    kind: 'table',
    columns: [
      { header: 'No', share: 7, align: 'right' },
      { header: 'Indikator', share: 40 },
      { header: 'Tingkat', share: 11, align: 'center' },
      { header: 'Poin hilang', share: 14, align: 'right' },
      { header: 'Naik 1', share: 12, align: 'right' },
      ...(hasOpd ? [{ header: 'OPD', share: 30 }] : []),
    ],
    rows: rows.map(({ id, shortName, level, lost, next, opd }) => ({
      cells: [
        id,
        shortName,
        levelFigure(level, document),
        figure(lost, 4),
        figure(next, 4),
        ...(hasOpd ? [opd?.name ?? ''] : []),
      ],
    })),
  };
}

function decisions(document: ReportDocument): Piece[] {
  if (document.decisions.length === 0) return [];
  const text = document.addressee ? 'Yang diminta' : 'Keputusan yang diperlukan';
  return [
    { kind: 'heading', level: 2, text },
    { kind: 'list', isOrdered: true, items: decisionItems(document) },
  ];
}

/** What is to be decided, dearest first, each with what it brings. */
export function decisionItems(document: ReportDocument): string[] {
  return document.decisions.map(
    (one) => `${decisionSentence(document, one).replace(/\.$/, '')} (${decisionGain(one)}).`,
  );
}
