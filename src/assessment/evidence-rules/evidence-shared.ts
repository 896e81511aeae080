import { formatIds } from '../../instrument/id-list.ts';
import { problem } from '../../problem-kinds.ts';
import { describeDocument } from './describe-document.ts';
import { factsOf } from './facts-of.ts';
import { kindOf } from './kind-of.ts';
import type { EvidenceContext, EvidenceRule } from './rule.ts';
import { formatUses, sameDocuments, type Use } from './same-documents.ts';

/** Papers of one occasion or one screen: they prove what they show, and little else. */
const particular = new Set(['screenshot', 'application', 'review-report', 'minutes', 'follow-up']);
const mostIndicators = 3;
const mostLevels = 2;

/**
 * One document for so much that it can hardly prove it all. A policy for all of its aspect, a plan for indicators that
 * belong together, a document that carries lower levels too: all fine. Our own judgement.
 */
export const evidenceShared: EvidenceRule = {
  code: 'evidence-shared',
  reason: null,
  source: 'Penilaian kami, menurut hubungan antarindikator pada kriteria instrumen',
  find: (context) =>
    sameDocuments(context.documents).flatMap((uses) => {
      const why = doubt(uses, context);
      if (why === null) return [];
      const [{ document, position }] = uses;
      const indicators = formatIds(indicatorsOf(uses), context.assessment.instrument.indicators);
      const details = { ...describeDocument(document.evidence), indicators, why, uses: formatUses(uses) };
      const found = problem('evidence-shared', document.evidence.at, details);
      return [{ problem: found, document: position }];
    }),
};

/** Why it is doubtful, in Bahasa Indonesia; null if it is not. */
function doubt(uses: readonly Use[], context: EvidenceContext): string | null {
  const indicators = indicatorsOf(uses);
  if (uses.some(isParticular)) {
    const subjects = countSubjects(indicators, isRelated(context));
    if (indicators.length > mostIndicators) {
      return `bukti satu kegiatan atau satu layar untuk ${indicators.length} indikator`;
    }
    return subjects > 1 ? 'bukti satu kegiatan atau satu layar untuk indikator yang tidak berkaitan' : null;
  }
  const subjects = countSubjects(indicators, isOfOneKind(context));
  if (subjects > mostIndicators) return `${subjects} kelompok indikator yang tidak berkaitan`;
  return context.criteria.about.coverage.rule === 'every-level' ? doubtOfLevels(uses) : null;
}

/** Where each level asks for its own, one document for many levels of an indicator is one too few. */
function doubtOfLevels(uses: readonly Use[]): string | null {
  for (const indicator of indicatorsOf(uses)) {
    const own = uses.filter(({ document }) => document.evidence.indicator === indicator);
    const levels = new Set(own.map(({ document }) => document.evidence.level));
    if (levels.size > mostLevels) {
      return `${levels.size} tingkat indikator ${indicator}, padahal tiap tingkat diminta buktinya sendiri`;
    }
  }
  return null;
}

function isParticular({ document }: Use): boolean {
  const kind = kindOf(document.evidence);
  return kind === null ? factsOf(document)?.type === 'image' : particular.has(kind);
}

function indicatorsOf(uses: readonly Use[]): string[] {
  return [...new Set(uses.map(({ document }) => document.evidence.indicator))];
}

type Relation = (a: string, b: string) => boolean;

/** The criteria name one with the other. */
function isRelated({ criteria }: EvidenceContext): Relation {
  const names = (a: string, b: string) =>
    criteria.byIndicator.get(a)?.related.some(({ indicator }) => indicator === b) ?? false;
  return (a, b) => names(a, b) || names(b, a);
}

/** Related, or of one aspect: one regulation may treat a whole aspect. */
function isOfOneKind(context: EvidenceContext): Relation {
  const aspects = new Map(context.assessment.instrument.indicators.map(({ id, group }) => [id, group]));
  const related = isRelated(context);
  return (a, b) => aspects.get(a) === aspects.get(b) || related(a, b);
}

/** How many groups of indicators that belong together, directly or through others among them. */
function countSubjects(indicators: readonly string[], belong: Relation): number {
  const left = new Set(indicators);
  let subjects = 0;
  for (const start of indicators) {
    if (!left.delete(start)) continue;
    subjects++;
    const reached = [start];
    for (const one of reached) {
      for (const other of left) if (belong(one, other) && left.delete(other)) reached.push(other);
    }
  }
  return subjects;
}
