import type { ReportDocument } from '../../contract/report.ts';
import { figure, regionName } from '../../reporters/full-report/figures.ts';
import {
  basisWords,
  cautionSentences,
  pastSentence,
  peersSentence,
  planSentence,
  provenSentence,
} from '../../reporters/full-report/sentences.ts';
import type { Piece } from '../piece.ts';
import { safeText } from '../safe-text.ts';
import { dearestTable, decisionList } from './summary.ts';

const mostNamed = 5;
const mostCautions = 3;
/** It must stay one page whatever the workbooks say. */
const longestSentence = 260;

/** One page: where we stand, what holds us down, three decisions, what they bring. */
export function leadersPage(document: ReportDocument): Piece[] {
  const { year, score, decimals, indexName } = document;
  const about = [indexName, regionName(document), year].filter((part) => part !== null).join(' ');
  const known = [provenSentence, pastSentence, peersSentence].flatMap((describe) => describe(document) ?? []);
  const plan = planSentence(document);
  return [
    { kind: 'text', style: 'label', text: safeText(`${about}, ${basisWords(document)}`, 160) },
    { kind: 'text', style: 'figure', text: `${figure(score.index, decimals)} · ${score.predicate}` },
    ...known.map((text) => short(text)),
    ...cautionSentences(document)
      .slice(0, mostCautions)
      .map((text): Piece => ({ ...short(text), style: 'caution' })),
    { kind: 'heading', level: 2, text: 'Yang menahan indeks' },
    shorten(dearestTable(document, mostNamed)),
    ...(document.decisions.length === 0
      ? []
      : [{ kind: 'heading', level: 2, text: 'Keputusan yang diperlukan' } as const, decisionList(document)]),
    ...(plan === null
      ? []
      : [{ kind: 'heading', level: 2, text: 'Hasil yang dicapai' } as const, short(plan)]),
  ];
}

function short(text: string): Extract<Piece, { kind: 'text' }> {
  return { kind: 'text', text: safeText(text, longestSentence) };
}

function shorten(table: Extract<Piece, { kind: 'table' }>): Piece {
  const rows = table.rows.map((row) => ({
    ...row,
    cells: row.cells.map((cell) => safeText([cell].flat().join(' '), 70)),
  }));
  return { ...table, rows };
}
