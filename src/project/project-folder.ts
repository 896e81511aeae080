/** Names in a project's folder. */
export const projectFile = 'spbe.yaml';
export const workbookFolder = 'kertas-kerja';
export const evidenceFolder = 'bukti';
