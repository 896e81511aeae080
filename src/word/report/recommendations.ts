import type { ReportDocument } from '../../contract/report.ts';
import { unprovenSentence } from '../../reporters/full-report/detail-sentences.ts';
import { levelFigure } from '../../reporters/full-report/figures.ts';
import type { Piece, Row, Table } from '../piece.ts';

type Indicator = ReportDocument['indicators'][number];

/** As long as a cell may be without tearing the page apart. */
const mostItems = 6;

/** What each weak, unproven or planned indicator still lacks: the criterion of the next level and its evidence. */
export function recommendations(document: ReportDocument): Piece[] {
  const planned = new Set(document.plan?.steps.map(({ indicator }) => indicator));
  const weak = new Set(document.groups.flatMap((group) => group.weak));
  const wanted = document.indicators.filter(
    ({ id, unproven, nextCriterion }) =>
      unproven !== null || (nextCriterion !== null && (weak.has(id) || planned.has(id))),
  );
  if (wanted.length === 0) {
    return [{ kind: 'text', text: 'Tidak ada indikator yang lemah, belum terbukti, atau masuk rencana.' }];
  }
  const intro =
    'Rekomendasi disusun dari kriteria tingkat berikutnya dan dari bukti yang belum ada, untuk indikator yang lemah, belum terbukti, atau masuk rencana.';
  return [
    { kind: 'text', text: intro },
    ...document.groups
      .filter(({ kind }) => kind === 'aspect')
      .flatMap(({ id, name }): Piece[] => {
        const own = wanted.filter(({ group }) => group === id);
        if (own.length === 0) return [];
        return [{ kind: 'heading', level: 2, text: `Aspek ${name}` }, recommendationTable(document, own)];
      }),
  ];
}

/** Indicators with the criterion that comes next, and the evidence that is not there. */
export function recommendationTable(document: ReportDocument, indicators: readonly Indicator[]): Table {
  return {
    kind: 'table',
    columns: [
      { header: 'No', share: 8, align: 'right' },
      { header: 'Indikator', share: 24 },
      { header: 'Yang perlu dipenuhi', share: 34 },
      { header: 'Bukti yang perlu disiapkan', share: 38 },
    ],
    rows: indicators.map((one): Row => {
      const { id, shortName, level, nextCriterion, nextEvidence, unproven } = one;
      const doubt = unprovenSentence(document, one);
      return {
        cells: [
          id,
          `${shortName} (tingkat ${levelFigure(level, document)})`,
          [...(doubt === null ? [] : [doubt]), ...(nextCriterion === null ? [] : [nextCriterion])],
          itemList([...(unproven?.missing ?? []), ...nextEvidence]),
        ],
      };
    }),
  };
}

/** Evidence items of one cell: each once, no more than a cell bears. */
export function itemList(items: readonly string[]): string[] {
  const unique = [...new Set(items)];
  if (unique.length === 0) return ['–'];
  const rest = unique.length - mostItems;
  const named = unique.slice(0, mostItems).map((text) => `• ${text}`);
  return rest > 0 ? [...named, `dan ${rest} butir lagi`] : named;
}
