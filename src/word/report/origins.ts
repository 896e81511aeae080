import type { ReportDocument } from '../../contract/report.ts';
import { originFile, settledSentence } from '../../reporters/full-report/detail-sentences.ts';
import { levelFigure } from '../../reporters/full-report/figures.ts';
import type { Piece } from '../piece.ts';

/** An appendix: the cell that each level was read from, so that every figure can be traced. */
export function origins(document: ReportDocument): Piece[] {
  return [
    {
      kind: 'text',
      text: 'Setiap tingkat dibaca dari sel berikut. Bila satu indikator dijawab beberapa OPD, yang tertulis ialah sel jawaban yang dipakai.',
    },
    {
      kind: 'table',
      caption: 'Berkas, lembar, dan sel asal setiap tingkat',
      columns: [
        { header: 'No', share: 8, align: 'right' },
        { header: 'Indikator', share: 32 },
        { header: 'Tingkat', share: 11, align: 'center' },
        { header: 'Berkas', share: 36 },
        { header: 'Lembar', share: 16 },
        { header: 'Sel', share: 9 },
      ],
      rows: document.indicators.map((one) => ({
        cells: [
          one.id,
          [one.shortName, ...[settledSentence(document, one)].flatMap((text) => text ?? [])],
          levelFigure(one.level, document),
          originFile(document, one),
          one.at?.sheet ?? '–',
          one.at?.address ?? '–',
        ],
      })),
    },
  ];
}
