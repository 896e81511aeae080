import type { ReportDocument } from '../../contract/report.ts';
import { sealSentences } from '../../reporters/full-report/detail-sentences.ts';
import { methodSentences } from '../../reporters/full-report/sentences.ts';
import type { Piece } from '../piece.ts';

/** How the figures come about, where the rules stand, and how to check that they still hold. */
export function method(document: ReportDocument): Piece[] {
  const seal = sealSentences(document, 'laporan.docx');
  return [
    { kind: 'list', items: methodSentences(document) },
    { kind: 'heading', level: 2, text: 'Sumber' },
    { kind: 'list', items: document.sources.map(({ title, note }) => `${title}. ${note}`) },
    ...(seal.length === 0
      ? []
      : [
          { kind: 'heading', level: 2, text: 'Segel' } as const,
          ...seal.map((text): Piece => ({ kind: 'text', text })),
        ]),
  ];
}
