import type { ReportDocument } from '../../../../contract/report.ts';
import { cutText } from '../../cut-text.ts';
import { figure } from '../../figures.ts';
import { opdName, planSentence, shortNameOf } from '../../sentences.ts';
import { levelBadge } from '../level-badge.ts';
import type { MakeSection } from '../section.ts';
import { table } from '../table.ts';
import { html, type Markup } from '../template.ts';
import { scheduleFigures } from './schedule.ts';

type Plan = NonNullable<ReportDocument['plan']>;

export const plan: MakeSection = (document) => {
  const found = document.plan;
  if (found === null) return null;
  return {
    id: 'rencana',
    title: 'Rencana',
    body: html`<p>${planSentence(document)}</p>
${found.path && document.addressee === null ? pathTable(found.path, document) : null}
${found.steps.length > 0 ? stepTable(document, found.steps) : null}
${scheduleFigures(document, found)}`,
  };
};

function pathTable(path: NonNullable<Plan['path']>, { decimals }: ReportDocument): Markup {
  return table({
    caption: 'Jalur menurut tahun',
    showsCaption: true,
    columns: [
      { header: 'Tahun' },
      { header: 'Dari', isNumber: true },
      { header: 'Ke', isNumber: true },
      { header: 'Predikat' },
      { header: 'Langkah tingkat', isNumber: true },
    ],
    rows: path.map(({ year, from, reached, levelSteps }) => [
      year,
      figure(from.index, decimals),
      figure(reached.index, decimals),
      reached.predicate,
      levelSteps,
    ]),
  });
}

function stepTable(document: ReportDocument, steps: Plan['steps']): Markup {
  return table({
    caption: 'Langkah yang disarankan',
    showsCaption: true,
    columns: [
      { header: 'No', isNumber: true },
      { header: 'Indikator' },
      { header: 'Dari', isNumber: true },
      { header: 'Ke', isNumber: true },
      { header: 'Poin', isNumber: true },
      { header: 'OPD' },
    ],
    rows: steps.map(({ indicator, from, to, gain, opd }) => [
      indicator,
      shortNameOf(document, indicator),
      levelBadge(from, document),
      levelBadge(to, document),
      `+${figure(gain, 4)}`,
      opd === null ? 'belum ditetapkan' : cutText(opdName(document, opd), 120),
    ]),
  });
}
