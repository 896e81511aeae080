import type { ReportDocument } from '../../contract/report.ts';
import { reportTitle } from '../../reporters/full-report/detail-sentences.ts';
import { dayOf, figure, regionName } from '../../reporters/full-report/figures.ts';
import { basisWords } from '../../reporters/full-report/sentences.ts';
import type { Piece } from '../piece.ts';
import { indexBookmark } from '../seal-part.ts';

/** The first page: what, of whom, when, and the one figure. */
export function cover(document: ReportDocument): Piece[] {
  const { year, score, decimals, indexName, instrumentName, date, caution } = document;
  return [
    { kind: 'text', style: 'coverTop', text: 'Sistem Pemerintahan Berbasis Elektronik' },
    { kind: 'text', style: 'coverTitle', text: reportTitle(document) },
    { kind: 'text', style: 'coverText', text: regionName(document) },
    ...(year === null ? [] : [{ kind: 'text', style: 'coverText', text: `Tahun ${year}` } as const]),
    { kind: 'text', style: 'figure', text: figure(score.index, decimals), bookmark: indexBookmark },
    { kind: 'text', style: 'coverText', text: `${indexName}: ${score.predicate}` },
    { kind: 'text', style: 'small', text: `${instrumentName}, ${basisWords(document)}` },
    { kind: 'text', style: 'small', text: dayOf(date) },
    ...(caution === null ? [] : [{ kind: 'text', style: 'caution', text: `Perhatian: ${caution}` } as const]),
  ];
}
