import { cutText } from '../../cut-text.ts';
import { originFile } from '../../detail-sentences.ts';
import { levelFigure } from '../../figures.ts';
import type { MakeSection } from '../section.ts';
import { table } from '../table.ts';
import { html } from '../template.ts';

/** Where each level was read: file, sheet, cell. */
export const appendix: MakeSection = (document) => {
  if (document.indicators.length === 0) return null;
  return {
    id: 'lampiran',
    title: 'Lampiran: asal setiap tingkat',
    body: table({
      caption: 'Berkas, lembar, dan sel tempat setiap tingkat dibaca',
      columns: [
        { header: 'No', isNumber: true },
        { header: 'Indikator' },
        { header: 'Diisi', isNumber: true },
        { header: 'Berkas' },
        { header: 'Lembar' },
        { header: 'Sel' },
      ],
      rows: document.indicators.map((one) => [
        one.id,
        one.shortName,
        levelFigure(one.claimed, document),
        html`<span class="place">${cutText(originFile(document, one), 200)}</span>`,
        cutText(one.at?.sheet ?? '–', 60),
        one.at?.address ?? '–',
      ]),
    }),
  };
};
