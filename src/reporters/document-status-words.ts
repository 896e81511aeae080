import type { DocumentStatus } from '../assessment/review.ts';

/** What was found of a document of evidence. */
export const documentStatusWords: Readonly<Record<DocumentStatus, string>> = {
  listed: 'terdaftar',
  checked: 'diperiksa',
  doubtful: 'diragukan',
  accepted: 'diterima',
  revise: 'perlu diperbaiki',
  refused: 'ditolak',
};
