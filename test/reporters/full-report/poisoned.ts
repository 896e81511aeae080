import type { ReportDocument } from '../../../src/contract/report.ts';
import { fullDocument } from './report-documents.ts';

/** The document with a text in every place where a workbook, a file or spbe.yaml may put one. */
export async function poisoned(text: string): Promise<ReportDocument> {
  const document = await fullDocument();
  const at = { file: text, sheet: text, address: 'A1' };
  return {
    ...document,
    region: text,
    notes: [text],
    caution: text,
    opd: document.opd.map((one) => ({ ...one, name: text })),
    indicators: document.indicators.map((one) => ({
      ...one,
      facts: text,
      analysis: text,
      at,
      opd: { code: 'dinas-a', name: text },
      documents: one.documents.map((paper) => ({
        ...paper,
        title: text,
        number: text,
        date: text,
        location: text,
        problems: [text],
      })),
    })),
  };
}
