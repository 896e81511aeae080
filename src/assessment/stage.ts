/**
 * Stages of an assessment, in their order: the region's own answer, the internal assessor's, and the four looks of the
 * Ministry's assessors (Pedoman Menteri PANRB 3/2024).
 */
export const stages = ['self', 'assessor', 'document', 'interview', 'visit', 'final'] as const;
export type Stage = (typeof stages)[number];

/** The words people use for them, also in commands and names of files. */
export const stageWords: Readonly<Record<Stage, string>> = {
  self: 'mandiri',
  assessor: 'asesor',
  document: 'dokumen',
  interview: 'interviu',
  visit: 'visitasi',
  final: 'akhir',
};

export function isExternal(stage: Stage): boolean {
  return stage !== 'self' && stage !== 'assessor';
}
