import { analysisMissing } from './analysis-missing.ts';
import { evidenceChanged } from './evidence-changed.ts';
import { evidenceDateAfterYear } from './evidence-date-after-year.ts';
import { evidenceDateFuture } from './evidence-date-future.ts';
import { evidenceDraft } from './evidence-draft.ts';
import { evidenceFileAmbiguous } from './evidence-file-ambiguous.ts';
import { evidenceFileEmpty } from './evidence-file-empty.ts';
import { evidenceFileEncrypted } from './evidence-file-encrypted.ts';
import { evidenceFileExtension } from './evidence-file-extension.ts';
import { evidenceFileFolder } from './evidence-file-folder.ts';
import { evidenceFileLarge } from './evidence-file-large.ts';
import { evidenceFileMissing } from './evidence-file-missing.ts';
import { evidenceFileOutside } from './evidence-file-outside.ts';
import { evidenceFileType } from './evidence-file-type.ts';
import { evidenceFileUnnamed } from './evidence-file-unnamed.ts';
import { evidenceFileUnreadable } from './evidence-file-unreadable.ts';
import { evidenceFinal } from './evidence-final.ts';
import { evidenceFollowUpEarly } from './evidence-follow-up-early.ts';
import { evidenceKindMissing } from './evidence-kind-missing.ts';
import { evidenceLinkFolder } from './evidence-link-folder.ts';
import { evidenceLinkMalformed } from './evidence-link-malformed.ts';
import { evidenceMissing } from './evidence-missing.ts';
import { evidenceNumberInFile } from './evidence-number-in-file.ts';
import { evidenceOtherAgency } from './evidence-other-agency.ts';
import { evidenceOtherObject } from './evidence-other-object.ts';
import { evidenceOutdated } from './evidence-outdated.ts';
import { evidenceRefused } from './evidence-refused.ts';
import { evidenceRevise } from './evidence-revise.ts';
import { evidenceSameContent } from './evidence-same-content.ts';
import { evidenceScan } from './evidence-scan.ts';
import { evidenceScreenshotUndated } from './evidence-screenshot-undated.ts';
import { evidenceShared } from './evidence-shared.ts';
import { evidenceUncited } from './evidence-uncited.ts';
import { evidenceUnlisted } from './evidence-unlisted.ts';
import { evidenceUnnumbered } from './evidence-unnumbered.ts';
import { evidenceUnsigned } from './evidence-unsigned.ts';
import { explanationCopied } from './explanation-copied.ts';
import { explanationMissing } from './explanation-missing.ts';
import { explanationShort } from './explanation-short.ts';
import { explanationUnreferenced } from './explanation-unreferenced.ts';
import type { EvidenceRule } from './rule.ts';
import { verdictUnknown } from './verdict-unknown.ts';

/** Every rule on the evidence of a region. */
export const evidenceRules: readonly EvidenceRule[] = [
  evidenceMissing,
  explanationMissing,
  analysisMissing,
  evidenceFileUnnamed,
  evidenceFileMissing,
  evidenceFileAmbiguous,
  evidenceFileOutside,
  evidenceFileFolder,
  evidenceFileEmpty,
  evidenceFileUnreadable,
  evidenceFileEncrypted,
  evidenceFileType,
  evidenceFileExtension,
  evidenceFileLarge,
  evidenceLinkMalformed,
  evidenceLinkFolder,
  evidenceChanged,
  evidenceDraft,
  evidenceFinal,
  evidenceUnnumbered,
  evidenceNumberInFile,
  evidenceUnsigned,
  evidenceDateFuture,
  evidenceDateAfterYear,
  evidenceOutdated,
  evidenceOtherAgency,
  evidenceOtherObject,
  evidenceRefused,
  evidenceRevise,
  verdictUnknown,
  evidenceScan,
  evidenceScreenshotUndated,
  evidenceKindMissing,
  explanationShort,
  explanationCopied,
  explanationUnreferenced,
  evidenceShared,
  evidenceSameContent,
  evidenceUncited,
  evidenceUnlisted,
  evidenceFollowUpEarly,
];
