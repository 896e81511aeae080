/**
 * SHA-256 of the files of all packs, by their paths. The build, which checks the packs, puts theirs in the place of this
 * table (build/seal-packs.ts); where the sources run as they are, nothing is sealed.
 */
export const sealedFiles: Readonly<Record<string, string>> = {};
