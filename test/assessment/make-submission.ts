import type {
  AnswerRow,
  DocumentRow,
  Field,
  Submission,
  SubmissionMeta,
} from '../../src/assessment/submission.ts';

/** indicator, level, fact, note, analysis (as usual if left out), the assessor's level and reason. */
export type AnswerTexts = readonly [string, string, string?, string?, string?, string?, string?];
type Optional = string | undefined;
/** indicator, level, title, location, kind, signed, the assessor's verdict and remark, date. */
export type DocumentTexts = readonly [string, ...Optional[]];

export interface Texts {
  readonly file?: string;
  readonly meta?: Partial<SubmissionMeta> | null;
  readonly answers?: readonly AnswerTexts[];
  readonly documents?: readonly DocumentTexts[];
}

const standardMeta: SubmissionMeta = {
  formatVersion: 1,
  instrument: 'permenpanrb-59-2020',
  region: 'Kabupaten Contoh',
  year: 2025,
  opd: { code: 'diskominfo', name: 'Dinas Kominfo' },
  workbookId: 'a',
  indicators: [],
};

/** A file as the reader hands it on: levels in F6, F7 …, facts in J, notes in O, documents in rows from 6. */
export function makeSubmission(texts: Texts): Submission {
  const { file = 'a.xlsx', meta = {}, answers = [], documents = [] } = texts;
  const field = (sheet: string, address: string, text: Optional = ''): Field => ({
    text,
    at: { file, sheet, address },
  });
  return {
    file,
    meta:
      meta === null
        ? null
        : { ...standardMeta, workbookId: file, indicators: answers.map(([indicator]) => indicator), ...meta },
    answers: answers.map(
      ([indicator, level, fact = '', note, analysis, assessed, reason], index): AnswerRow => {
        const row = index + 6;
        return {
          indicator: field('Penilaian', `B${row}`, indicator),
          level: field('Penilaian', `F${row}`, level),
          explanation: field('Penilaian', `J${row}`, fact),
          note: field('Penilaian', `O${row}`, note),
          // A csv has no place for these.
          ...(meta !== null && {
            analysis: field('Penilaian', `K${row}`, analysis ?? (fact && 'Memenuhi kriteria.')),
            assessedLevel: field('Penilaian', `P${row}`, assessed),
            assessedReason: field('Penilaian', `Q${row}`, reason),
          }),
        };
      },
    ),
    documents: documents.map((document, index): DocumentRow => {
      const row = index + 6;
      const [indicator, level, title, location, kind, signed, verdict, remark, date] = document;
      return {
        indicator: field('Bukti', `A${row}`, indicator),
        level: field('Bukti', `B${row}`, level),
        kind: field('Bukti', `C${row}`, kind),
        title: field('Bukti', `D${row}`, title),
        number: field('Bukti', `E${row}`),
        date: field('Bukti', `F${row}`, date),
        location: field('Bukti', `G${row}`, location),
        page: field('Bukti', `H${row}`),
        signed: field('Bukti', `I${row}`, signed),
        verdict: field('Bukti', `J${row}`, verdict),
        remark: field('Bukti', `K${row}`, remark),
      };
    }),
    identity: new Map(),
    checklist: new Map(),
  };
}
