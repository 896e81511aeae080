import type { EvidenceContext } from '../../src/assessment/evidence-rules/rule.ts';
import type { FileFacts, Located, LyingFile } from '../../src/assessment/facts.ts';
import { mergeSubmissions } from '../../src/assessment/merge.ts';
import type { DocumentRow, Field, Submission } from '../../src/assessment/submission.ts';
import { loadInstrument } from '../../src/instrument/load.ts';
import { type Criteria, loadCriteria } from '../../src/instrument/load-criteria.ts';
import { makeSubmission } from './make-submission.ts';

/** One answer; what is left out is as it should be. */
export interface AnswerCase {
  readonly indicator: string;
  readonly level: string;
  readonly fact?: string;
  readonly analysis?: string;
  readonly assessed?: string;
}

/** One row of Bukti and what stands there: by default a legal, dated, signed PDF with text that was found. */
export interface DocumentCase {
  readonly indicator?: string;
  readonly level?: string;
  readonly title?: string;
  readonly number?: string;
  readonly date?: string;
  readonly location?: string;
  readonly page?: string;
  readonly kind?: string;
  readonly signed?: string;
  readonly verdict?: string;
  readonly remark?: string;
  readonly located?: Located;
  /** Parts of the facts of a file that was found. */
  readonly facts?: Partial<FileFacts>;
}

export interface ContextCase {
  readonly instrument?: string;
  readonly region?: string;
  readonly year?: number;
  readonly date?: string;
  readonly answers?: readonly AnswerCase[];
  readonly documents?: readonly DocumentCase[];
  readonly checklist?: Readonly<Record<string, 'Ya' | 'Belum'>>;
  readonly lying?: readonly LyingFile[] | null;
  readonly institutions?: readonly string[];
}

/** What the rules see of one workbook of Dinas Kominfo with these answers and documents; nothing is wrong with it by itself. */
export async function makeContext(one: ContextCase): Promise<EvidenceContext> {
  const { instrument: id = 'permenpanrb-59-2020', date = '2025-11-21', documents = [] } = one;
  const { instrument, criteria } = await load(id);
  const submission = toSubmission(one, id, criteria);
  const assessment = mergeSubmissions([submission], instrument, { region: null, year: null }, null);
  return {
    assessment,
    criteria,
    documents: assessment.evidence.map((evidence, position) => ({
      evidence,
      located: documents[position]?.located ?? found(documents[position] ?? {}, position),
    })),
    lying: one.lying ?? [],
    date,
    institutions: one.institutions ?? ['Kabupaten Contoh', 'Kabupaten Sleman', 'Kota Mojokerto'],
  };
}

const loaded = new Map<string, ReturnType<typeof loadPack>>();

/** Each pack is read once: many tests ask for it. */
function load(id: string): ReturnType<typeof loadPack> {
  const pack = loaded.get(id) ?? loadPack(id);
  loaded.set(id, pack);
  return pack;
}

async function loadPack(id: string) {
  const instrument = await loadInstrument(id);
  return { instrument, criteria: await loadCriteria(instrument) };
}

function toSubmission(one: ContextCase, instrument: string, criteria: Criteria): Submission {
  const { answers = [], documents = [], checklist = {}, region = 'Kabupaten Contoh', year = 2025 } = one;
  const base = makeSubmission({
    meta: { instrument, region, year },
    answers: answers.map((answer) => [
      answer.indicator,
      answer.level,
      answer.fact ?? usualFact(answer, one, criteria),
      '',
      answer.analysis ?? usualAnalysis(answer, criteria),
      answer.assessed ?? '',
      '',
    ]),
  });
  const field = (sheet: string, address: string, text: string): Field => ({
    text,
    at: { file: base.file, sheet, address },
  });
  return {
    ...base,
    documents: documents.map((document, index): DocumentRow => {
      const cell = (column: string, text: string) => field('Bukti', `${column}${index + 6}`, text);
      return {
        indicator: cell('A', document.indicator ?? '12'),
        level: cell('B', document.level ?? '3'),
        kind: cell('C', document.kind ?? 'Rencana'),
        title: cell('D', titleOf(document, index)),
        number: cell('E', document.number ?? `${index + 1} Tahun 2024`),
        date: cell('F', document.date ?? '2024-08-17'),
        location: cell('G', document.location ?? `12.${index + 1}.pdf`),
        page: cell('H', document.page ?? '3'),
        signed: cell('I', document.signed ?? 'Ya'),
        verdict: cell('J', document.verdict ?? ''),
        remark: cell('K', document.remark ?? ''),
      };
    }),
    checklist: new Map(
      Object.entries(checklist).map(([item, tick]) => [item, field('Kriteria', 'H6', tick)]),
    ),
  };
}

/** Speaks of its own indicator, and names each document that is listed for it. */
function usualFact({ indicator }: AnswerCase, { documents = [] }: ContextCase, criteria: Criteria): string {
  const named = documents.flatMap((document, index) =>
    (document.indicator ?? '12') === indicator ? [titleOf(document, index) || (document.location ?? '')] : [],
  );
  const { explanation = '', why = '' } = criteria.byIndicator.get(indicator) ?? {};
  return `Pasal 4–9, halaman 3. ${explanation} ${why} ${named.join('; ')}`;
}

function usualAnalysis({ indicator }: AnswerCase, criteria: Criteria): string {
  return criteria.byIndicator.get(indicator)?.why ?? '';
}

function titleOf({ title }: DocumentCase, index: number): string {
  return title ?? `Dokumen ${index + 1}`;
}

function found({ facts }: DocumentCase, position: number): Located {
  return { kind: 'file', foundBy: 'path', facts: makeFacts({ sha256: `${position}`.repeat(64), ...facts }) };
}

/** A healthy PDF with text. */
export function makeFacts(parts: Partial<FileFacts>): FileFacts {
  return {
    path: 'bukti/diskominfo/12.1.pdf',
    size: 120_000,
    sha256: 'a'.repeat(64),
    type: 'pdf',
    image: null,
    nameMatchesType: true,
    state: 'good',
    pages: 12,
    hasText: true,
    title: null,
    excerpt:
      'Peraturan Bupati Contoh Nomor 12 Tahun 2024 tentang Peta Rencana SPBE. Pemerintah Kabupaten Contoh.',
    dates: ['2024-08-17'],
    numbers: ['12 Tahun 2024'],
    signs: { draft: false, final: false, signature: true, url: false },
    words: [],
    firstSeen: '2025-01-02',
    changedSinceAccepted: false,
    ...parts,
  };
}
