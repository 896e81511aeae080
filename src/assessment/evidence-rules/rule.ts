import type { Criteria } from '../../instrument/load-criteria.ts';
import type { Problem } from '../../problem.ts';
import type { ProblemCode } from '../../problem-kinds.ts';
import type { Evidence } from '../answers.ts';
import type { Located, LyingFile } from '../facts.ts';
import type { LossReason } from '../loss-reason.ts';
import type { Assessment } from '../merge.ts';

/** A row of Bukti and what stands where it points. */
export interface ListedDocument {
  readonly evidence: Evidence;
  readonly located: Located;
}

/** What a rule on the evidence sees: everything one region lists. */
export interface EvidenceContext {
  readonly assessment: Assessment;
  readonly criteria: Criteria;
  readonly documents: readonly ListedDocument[];
  /** Files in the evidence folder; null without a project. */
  readonly lying: readonly LyingFile[] | null;
  /** ISO day on which it is judged. */
  readonly date: string;
  /** Names of the institutions whose papers might be taken for one's own, as published: `Kabupaten Sleman`. */
  readonly institutions: readonly string[];
  /** Bytes above which a file is called large; left out: the rule's own limit. */
  readonly largestFile?: number;
}

export interface Finding {
  readonly problem: Problem;
  /** Position in `documents`; null if it is about an answer, or about a file that no row lists. */
  readonly document: number | null;
}

/**
 * One judgement as an assessor makes it. `find` is pure, finds problems of this code only, and is silent when all is well.
 */
export interface EvidenceRule {
  readonly code: ProblemCode;
  /**
   * Why a document with such a finding does not count for its level, as long as the finding is an error; null: it is only
   * ever a doubt. Such a rule must judge each document by itself: if it looked at others, one more document could lower
   * the proven index.
   */
  readonly reason: LossReason | null;
  /** Where the rule comes from: regulation and page, or our own judgement. */
  readonly source: string;
  readonly find: (context: EvidenceContext) => Finding[];
}
