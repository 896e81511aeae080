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
import type { Piece, Table, TextPiece } from '../piece.ts';
import { safeText } from '../safe-text.ts';
import { indexBookmark } from '../seal-part.ts';
import { dearestTable, decisionItems } from './summary.ts';

const mostNamed = 5;
const mostCautions = 3;
/** It must stay one page whatever the workbooks say. */
const longest = { subject: 110, sentence: 200, decision: 330, cell: 36 } as const;

/** One page: where we stand, what holds us down, three decisions, what they bring. */
export function leadersPage(document: ReportDocument): Piece[] {
  const { year, score, decimals, indexName } = document;
  const about = [indexName, regionName(document), year].filter((part) => part !== null).join(' ');
  const known = [provenSentence, pastSentence, peersSentence].flatMap((describe) => describe(document) ?? []);
  const plan = planSentence(document);
  return [
    { kind: 'text', style: 'label', text: safeText(`${about}, ${basisWords(document)}`, longest.subject) },
    {
      kind: 'text',
      style: 'figure',
      text: `${figure(score.index, decimals)} · ${score.predicate}`,
      bookmark: indexBookmark,
    },
    ...known.map((text) => short(text)),
    ...cautionSentences(document)
      .slice(0, mostCautions)
      .map((text): Piece => ({ ...short(text), style: 'caution' })),
    { kind: 'heading', level: 2, text: 'Yang menahan indeks' },
    shorten(dearestTable(document, mostNamed)),
    ...(document.decisions.length === 0 ? [] : decisions(document)),
    ...(plan === null
      ? []
      : [{ kind: 'heading', level: 2, text: 'Hasil yang dicapai' } as const, short(plan)]),
  ];
}

function decisions(document: ReportDocument): Piece[] {
  const items = decisionItems(document).map((text) => safeText(text, longest.decision));
  return [
    { kind: 'heading', level: 2, text: 'Keputusan yang diperlukan' },
    { kind: 'list', isOrdered: true, items },
  ];
}

function short(text: string): TextPiece {
  return { kind: 'text', text: safeText(text, longest.sentence) };
}

function shorten(table: Table): Piece {
  const rows = table.rows.map((row) => ({
    ...row,
    cells: row.cells.map((cell) => safeText([cell].flat().join(' '), longest.cell)),
  }));
  return { ...table, rows };
}
