import { figure } from '../../figures.ts';
import { peersSentence } from '../../sentences.ts';
import { figureWith } from '../charts/figure-with.ts';
import { ownBin, peerHistogram, rangeOf } from '../charts/peer-histogram.ts';
import type { MakeSection } from '../section.ts';
import { table } from '../table.ts';
import { html } from '../template.ts';

/** Our place among others. */
export const peers: MakeSection = (document) => {
  const found = document.peers;
  if (found === null) return null;
  const { score, decimals } = document;
  const own = ownBin(found.histogram, score.index);
  const nearest = found.above.map(({ name, index }) => `${name} ${figure(index, decimals)}`).join('; ');
  return {
    id: 'pembanding',
    title: 'Pembanding',
    body: html`<p>${peersSentence(document)}</p>
${nearest === '' ? null : html`<p>Terdekat di atas: ${nearest}.</p>`}
${figureWith({
  drawing: peerHistogram(found, score.index),
  title: `Sebaran indeks ${found.count} ${found.kind}, ${found.year}`,
  summary: `Banyaknya ${found.kind} menurut rentang indeks; indeks kita ${figure(score.index, decimals)}, separuh tengahnya ${figure(found.lowerQuartile, decimals)} sampai ${figure(found.upperQuartile, decimals)}.`,
  table: table({
    caption: `Sebaran indeks ${found.kind}`,
    columns: [{ header: 'Rentang indeks' }, { header: 'Banyaknya', isNumber: true }],
    rows: found.histogram.map((bin, index) => [
      `${rangeOf(bin)}${index === own ? ' (kita)' : ''}`,
      bin.count,
    ]),
  }),
})}`,
  };
};
