import type { ReportDocument } from '../../contract/report.ts';
import { documentStatusWords } from '../../reporters/document-status-words.ts';
import { settledSentence, unprovenSentence } from '../../reporters/full-report/detail-sentences.ts';
import { dayOf, figure, levelFigure } from '../../reporters/full-report/figures.ts';
import type { Particular, Piece, Row } from '../piece.ts';
import { itemList } from './recommendations.ts';

type Indicator = ReportDocument['indicators'][number];
type Evidence = Indicator['documents'][number];

/** An appendix: each indicator with its level, criterion, evidence, and what is missing. */
export function indicatorDetails(document: ReportDocument): Piece[] {
  return document.groups
    .filter(({ kind }) => kind === 'aspect')
    .flatMap(({ id, name }): Piece[] => [
      { kind: 'heading', level: 2, text: `Aspek ${name}` },
      ...document.indicators.filter(({ group }) => group === id).flatMap((one) => detail(document, one)),
    ]);
}

function detail(document: ReportDocument, one: Indicator): Piece[] {
  return [
    { kind: 'heading', level: 3, text: `${one.id} ${one.shortName}` },
    { kind: 'particulars', labelShare: 24, rows: particulars(document, one) },
    ...(one.documents.length === 0 ? [] : [evidenceTable(document, one.documents)]),
  ];
}

function particulars(document: ReportDocument, one: Indicator): Particular[] {
  const { level, proven, assessed, past, planned, opd, criterion, facts, analysis, unproven } = one;
  const shown = (value: number | null) => (value === null ? null : levelFigure(value, document));
  const levels = [
    one.claimed === null ? 'belum diisi' : `diisi ${levelFigure(one.claimed, document)}`,
    ...(level === null || level === one.claimed ? [] : [`dipakai ${levelFigure(level, document)}`]),
    ...(proven === null ? [] : [`terbukti ${shown(proven)}`]),
    ...(assessed === null ? [] : [`asesor internal ${shown(assessed)}`]),
    ...(past === null ? [] : [`sebelumnya ${shown(past)}`]),
    ...(planned === null || planned === level ? [] : [`rencana ${shown(planned)}`]),
  ];
  const row = (label: string, text: string | null) =>
    text === null || text.trim() === '' ? [] : [{ label, texts: [text] }];
  const hasMissing = unproven !== null && unproven.missing.length > 0;
  return [
    { label: 'Tingkat', texts: [`${levels.join(', ')}; ${figure(one.lost, 4)} poin hilang`] },
    ...row('Asal tingkat', settledSentence(document, one)),
    ...row('OPD', document.addressee ? null : (opd?.name ?? null)),
    ...row('Kriteria tingkat ini', criterion),
    ...row('Belum terbukti', unprovenSentence(document, one)),
    ...(hasMissing ? [{ label: 'Bukti yang belum ada', texts: itemList(unproven.missing) }] : []),
    ...row('Kriteria berikutnya', one.nextCriterion),
    ...row('Fakta', facts),
    ...row('Analisis', analysis),
  ];
}

function evidenceTable({ scale }: ReportDocument, documents: readonly Evidence[]): Piece {
  return {
    kind: 'table',
    columns: [
      { header: 'Bukti', share: 50 },
      { header: 'Nomor dan tanggal', share: 24 },
      { header: 'Tingkat', share: 11, align: 'center' },
      { header: 'Status', share: 17 },
    ],
    rows: documents.map(
      ({ title, number, date, location, level, status, problems }): Row => ({
        cells: [
          [
            title === '' ? '(tanpa judul)' : title,
            ...(location === '' ? [] : [location]),
            ...problems.slice(0, 3),
          ],
          [number, dateText(date)].filter((text) => text !== ''),
          level === null ? '' : figure(level, scale.decimals),
          documentStatusWords[status],
        ],
      }),
    ),
  };
}

/** As written where it is no day. */
function dateText(date: string): string {
  return /^\d{4}-\d{2}-\d{2}$/.test(date) ? dayOf(date) : date;
}
