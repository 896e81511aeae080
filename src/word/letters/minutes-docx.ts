import type { ReportDocument } from '../../contract/report.ts';
import { exactFigure, figure, figureOr } from '../../reporters/full-report/figures.ts';
import {
  blank,
  minutesClosing,
  minutesOpening,
  regionOrBlank,
} from '../../reporters/full-report/letter-sentences.ts';
import { cautionSentences, provenSentence } from '../../reporters/full-report/sentences.ts';
import type { Piece, Table } from '../piece.ts';
import { packLetter } from './pack-letter.ts';
import { signatures } from './signature.ts';

/** Berita Acara Penilaian Mandiri SPBE (PermenPANRB 59/2020, hlm. 86): the result, to be signed. */
export function minutesDocx(document: ReportDocument): Promise<Uint8Array> {
  const { year } = document;
  const [opening = '', result = ''] = minutesOpening(document);
  const remarks = [provenSentence(document) ?? [], cautionSentences(document)].flat();
  const pieces: Piece[] = [
    { kind: 'text', style: 'letterhead', text: 'BERITA ACARA PENILAIAN MANDIRI' },
    { kind: 'text', style: 'letterhead', text: 'SISTEM PEMERINTAHAN BERBASIS ELEKTRONIK' },
    { kind: 'text', style: 'letterhead', text: `${regionOrBlank(document)} Tahun ${year ?? blank}` },
    { kind: 'text', style: 'centered', text: `Nomor: ${blank}` },
    { kind: 'text', text: opening },
    { kind: 'text', text: result },
    { ...resultTable(document), caption: 'Nilai per domain dan aspek' },
    ...(remarks.length === 0
      ? []
      : [
          { kind: 'text', style: 'label', text: 'Catatan' } as const,
          { kind: 'list', items: remarks } as const,
        ]),
    { kind: 'text', text: minutesClosing },
    signatures([['Penanggung jawab penilaian mandiri,'], ['Koordinator SPBE,']]),
  ];
  return packLetter(document, 'Berita Acara Penilaian Mandiri SPBE', pieces);
}

/** The result alone: what is planned or compared has no place in minutes. */
function resultTable({ groups, decimals, score }: ReportDocument): Table {
  const hasProven = score.proven !== null;
  return {
    kind: 'table',
    columns: [
      { header: 'Domain dan aspek', share: 55 },
      { header: 'Bobot', share: 15, align: 'right' },
      { header: 'Nilai', share: 15, align: 'right' },
      ...(hasProven ? [{ header: 'Terbukti', share: 15, align: 'right' as const }] : []),
    ],
    rows: groups.map(({ name, parent, weight, index, proven }) => ({
      isStrong: parent === null,
      cells: [
        name,
        `${exactFigure(weight)}%`,
        figure(index, decimals),
        ...(hasProven ? [figureOr(proven, decimals)] : []),
      ],
    })),
  };
}
