import type { ReportDocument } from '../../contract/report.ts';
import {
  aspectSentence,
  strengthSentence,
  weaknessSentence,
} from '../../reporters/full-report/detail-sentences.ts';
import type { Piece } from '../piece.ts';

type Indicator = ReportDocument['indicators'][number];

/** Strengths and weaknesses of every aspect, as the official report has them. */
export function strengths(document: ReportDocument): Piece[] {
  const byId = new Map(document.indicators.map((one) => [one.id, one]));
  const pick = (ids: readonly string[]) => ids.flatMap((id) => byId.get(id) ?? []);
  return document.groups
    .filter(({ kind }) => kind === 'aspect')
    .flatMap((group): Piece[] => [
      { kind: 'heading', level: 2, text: `Aspek ${group.name}` },
      { kind: 'text', text: aspectSentence(document, group) },
      ...listOf('Kekuatan', pick(group.strong), (one) => strengthSentence(document, one)),
      ...listOf('Kelemahan', pick(group.weak), (one) => weaknessSentence(document, one)),
    ]);
}

function listOf(label: string, ones: readonly Indicator[], describe: (one: Indicator) => string): Piece[] {
  if (ones.length === 0) return [{ kind: 'text', text: `${label}: tidak ada.` }];
  return [
    { kind: 'text', style: 'label', text: label },
    { kind: 'list', items: ones.map(describe) },
  ];
}
